package attribute

import "hearsay/internal/linear"

// The reach of a content from its cue's sentence, in sentences: 97 contents of
// 100 in PolNeAR lie within it; a quotation that runs on extends it. Sentences
// around it that have no quotation are left out: one content in a hundred reaches
// into one, and they would be most of what there is to label.
const (
	sentencesBefore = 1
	sentencesAfter  = 2
	longestRun      = 20 // sentences from the cue that a running quotation is followed
)

// contentWindow is where a content may stand: the sentence of the cue, quoted ones
// around it, and on to the end of a quotation that is still open there.
func (s *sight) contentWindow(cue extent) extent {
	sentences := s.doc.Sentences
	at := int(s.tokens[cue.first].sentence)
	first, last := at, at
	for s.mayTell(first-1) && (at-first < sentencesBefore || at-first < longestRun && s.runsOn(first)) {
		first--
	}
	for s.mayTell(last+1) && (last-at < sentencesAfter || last-at < longestRun && s.runsOn(last+1)) {
		last++
	}
	return extent{sentences[first].First, max(sentences[last].End, cue.end)}
}

// mayTell reports whether there is a sentence n that can hold content of another
// sentence's cue: one of the story with a quotation in it.
func (s *sight) mayTell(n int) bool {
	return n >= 0 && n < len(s.doc.Sentences) && s.quoted[n] && s.doc.InStory(s.doc.Sentences[n])
}

// runsOn reports whether sentence n begins within a quotation that an earlier
// sentence began.
func (s *sight) runsOn(n int) bool {
	first := s.doc.Sentences[n].First
	q := s.doc.Tokens[first].Quote
	return first > 0 && q.Depth > 0 && !q.Opens || s.doc.Tokens[first].Quote.Opens && s.at(first-1).quote&3 == 1
}

// contentFeatures fills nodes and edges with the features of the frame's window
// for the labelling of the content.
func (s *sight) contentFeatures(f *frame, nodes, edges *linear.Features) {
	s.roleFeatures(f, 2000, nodes, edges)
}
