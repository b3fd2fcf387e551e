package attribute

import "hearsay"

// # What a review teaches
//
// Reviewers judge readings one by one, and nobody says that a report has no more of
// them. So of a reviewed report only those sentences teach where cues are, and where
// none is, in which somebody judged a reading and none is left open:
//
//	Holt denied it, and Marr is said to agree.        "denied" right, "said" open: teaches no cues
//	“Not so,” said Holt, who smiled.                  "said" right, "smiled" wrong: teaches both
//
// Sources and contents are learned from each attribution that holds, wherever it is.

// Partly has a lesson teach of cues only in the sentences that a judged cue and no
// open one touches. Spans are bytes of the text.
func (l *Lesson) Partly(judged, open []hearsay.Span) {
	l.settled = make([]bool, len(l.doc.Sentences))
	l.settle(judged, true)
	l.settle(open, false)
}

func (l *Lesson) settle(spans []hearsay.Span, settled bool) {
	for _, run := range extents(l.doc, spans) {
		for i, s := range l.doc.Sentences {
			if s.First < run.end && run.first < s.End {
				l.settled[i] = settled
			}
		}
	}
}

func (l *Lesson) teaches(sentence int) bool { return l.settled == nil || l.settled[sentence] }

// sentenceOf returns the sentence of a reading's cue, or of its content where it
// has none.
func (l *Lesson) sentenceOf(r reading) int {
	at := r.cue.first
	if r.cue.len() == 0 && len(r.content) > 0 {
		at = r.content[0].first
	}
	for i, s := range l.doc.Sentences {
		if at < s.End {
			return i
		}
	}
	return len(l.doc.Sentences) - 1
}
