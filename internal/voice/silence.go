package voice

import (
	"hearsay"
	"hearsay/internal/lexicon"
	"hearsay/internal/tree"
)

// # Who says nothing
//
//	The ministry declined to comment on the proposal.
//	└──source──┘ └─cue──┘ └─────────content────────┘
//
// What somebody would not say is kept like an attribution, and marked as none.

// silences are the phrases of each kind.
var silences = []silence{
	{hearsay.Declined, phrasesOf("declined")},
	{hearsay.NoReply, phrasesOf("no reply")},
	{hearsay.NotReached, phrasesOf("not reached")},
	{hearsay.NothingGiven, phrasesOf("nothing given")},
}

type silence struct {
	kind    hearsay.Silence
	phrases phrases
}

// findSilences marks the tellings that tell of no statement, and adds those that
// nobody had found.
func (t *tracer) findSilences() {
	for _, s := range t.Doc.Sentences {
		if !t.Doc.InStory(s) {
			continue
		}
		for i := s.First; i < s.End; i++ {
			if !verbs[t.Tag(i)] {
				continue
			}
			if kind, words := t.silenceAt(i, s.End); !words.Empty() {
				t.keepSilence(kind, words)
			}
		}
	}
}

// silenceAt returns the words of a silence that begin with the verb i.
func (t *tracer) silenceAt(i, end int) (hearsay.Silence, extent) {
	for _, s := range silences {
		if words, ok := t.findAt(s.phrases, i, end); ok {
			return s.kind, words
		}
	}
	return "", tree.Extent{}
}

// keepSilence marks the telling whose cue stands in some words, or else adds one.
func (t *tracer) keepSilence(kind hearsay.Silence, words extent) {
	cue, content := t.partSilence(words)
	for _, k := range t.around(words.First) {
		switch n := &t.tellings[k]; {
		case n.gone:
		case n.cue.Overlaps(words) && n.speaker >= 0:
			n.Silence = kind
			return
		case n.speaker < 0 && (n.cue.Overlaps(words) || content.Contains(n.cue)):
			n.gone = true // "did not respond to [requests] for comment"
		}
	}
	if t.told[words.First] {
		return // somebody else tells of it
	}
	a := hearsay.Attribution{
		Source: t.Span(t.whoIsSilent(words)), Cue: t.Span(cue), Manner: hearsay.Indirect, Silence: kind, Confidence: silentRight,
	}
	if c := t.Span(content); c != nil && a.Source != nil && a.Cue != nil {
		a.Content = []hearsay.Span{*c}
		t.add(a, -1)
	}
}

// whoIsSilent returns the words for who does what the words of a silence say, by
// the tree or, where it has no subject there, by a capital before them.
func (t *tracer) whoIsSilent(words extent) extent {
	if i := t.subjectOf(words); i >= 0 {
		e := t.Below(i)
		if name, ok := t.nameAt(i); ok {
			e = tree.Between(min(e.First, name.First), max(e.End, name.End))
		}
		return tree.Between(e.First, min(e.End, words.First))
	}
	first, sentence := words.First, t.sentenceOf(words.First)
	for first > sentence.First && t.Words[first-1].Kind == lexicon.Capitalised {
		first--
	}
	return tree.Between(first, words.First)
}

var beginsSilence = wordsIn("to for no be")

// silentRight is how often a silence that only its phrase shows is one, in
// thousandths: measured on the scenarios.
const silentRight = 900

// subjectOf returns the noun for who does what the words of a silence say, or -1.
func (t *tracer) subjectOf(words extent) int {
	for i := words.First; i < words.End; i++ {
		for h := i; h >= 0; h = t.Up(h) {
			if s := t.child(h, nsubj, nsubjPass); s >= 0 && s < words.First {
				return s
			}
			if t.Relation(h) != conj && t.Relation(h) != aux && t.Relation(h) != xcomp && t.Relation(h) != auxPass {
				break
			}
		}
	}
	return -1
}

// partSilence parts the words of a silence in cue and content: the content
// begins at "to", "for", "no" or "be", or else with the last of the words, and
// goes on to the end of the clause.
func (t *tracer) partSilence(words extent) (cue, content extent) {
	end := t.clauseEnd(words.End, t.sentenceOf(words.First).End)
	for i := words.First + 1; i < end; i++ {
		if beginsSilence[t.Low(i)] {
			return tree.Between(words.First, i), tree.Between(i, end)
		}
	}
	at := max(words.First+1, words.End-1)
	return tree.Between(words.First, at), tree.Between(at, max(end, at+1))
}
