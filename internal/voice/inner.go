package voice

import (
	"hearsay"
	"hearsay/internal/tree"
)

// # Who says or promises something in what another says
//
//	Radio Drenn said [the League had agreed to free 30 captives].
//	                  └─source─┘ └──cue───┘ └─────content──────┘
//
// The labelling that looks for them in contents is a cautious one. Here the tree
// adds what the main verb of a content plainly says: a verb of the table with a
// subject of its own and something behind it.

// findInner adds the attributions of the main verbs of contents, and of the
// contents of these.
func (t *tracer) findInner() {
	taken := t.takenVerbs()
	for k := 0; k < len(t.tellings); k++ {
		if n := &t.tellings[k]; n.gone || n.speaker < 0 || n.verb < 0 || n.Silence != "" {
			continue
		}
		for _, c := range t.tellings[k].Content {
			piece := t.ExtentOf(c)
			for i := piece.First; i < piece.End; i++ {
				if inner[t.Lemma(i)] && verbs[t.Tag(i)] && !taken[i] && t.isMain(i, piece) {
					taken[i] = t.addInner(k, i, piece)
				}
			}
		}
	}
	for k := range t.tellings {
		if n := &t.tellings[k]; n.cited && !n.gone {
			t.moveInto(n.within, k)
		}
	}
}

var inner = wordsOf("inner")

// takenVerbs returns the tokens that are part of a cue.
func (t *tracer) takenVerbs() map[int]bool {
	taken := map[int]bool{}
	for k := range t.tellings {
		for i := t.tellings[k].cue.First; i < t.tellings[k].cue.End && !t.tellings[k].gone; i++ {
			taken[i] = true
		}
	}
	return taken
}

// isMain reports whether a verb is a main one of a piece of content: what it
// hangs on, or the one it is joined to by "and" hangs on, is outside.
func (t *tracer) isMain(i int, piece extent) bool {
	if t.Relation(i) == conj && piece.Has(t.Up(i)) {
		i = t.Up(i)
	}
	h := t.Up(i)
	return h < 0 || !piece.Has(h)
}

// addInner adds the attribution of a verb in a piece of the content of telling k,
// if it has all that one needs.
func (t *tracer) addInner(k, verb int, piece extent) bool {
	subject := t.child(verb, nsubj)
	if subject < piece.First || subject > verb || t.Below(subject).First < piece.First || noSubject[t.Low(subject)] {
		return false
	}
	cue := tree.Between(t.Below(subject).End, verb+1)
	content := t.Trim(tree.Between(cue.End, t.clauseEnd(cue.End, min(piece.End, t.sentenceOf(verb).End))))
	if content.Empty() || !t.isVerbGroup(cue, verb) || reports[t.Lemma(verb)] && t.child(verb, ccomp, xcomp) < 0 {
		return false
	}
	a := hearsay.Attribution{Source: t.Span(t.Below(subject)), Cue: t.Span(cue), Manner: t.manner(content)}
	if a.Source == nil || a.Cue == nil {
		return false
	}
	a.Content = []hearsay.Span{*t.Span(content)}
	a.Confidence = t.tellings[k].Confidence * innerRight / 1000
	t.add(a, k)
	return true
}

// reports are the verbs that take a clause: "windows tell a story" says nothing.
var reports = wordsIn("say tell claim insist announce declare deny warn")

// noSubject are words that as a subject stand for nobody, or for the same who
// speaks already: "said it wanted" is one voice.
var noSubject = wordsIn("nobody none whoever who which that i we you there")

// isVerbGroup reports whether an extent holds a verb and what belongs to it, and
// no passive.
func (t *tracer) isVerbGroup(e extent, verb int) bool {
	for i := e.First; i < verb; i++ {
		if t.Up(i) != verb || t.Relation(i) == auxPass || !isOneOf(t.Relation(i), []hearsay.Relation{aux, advmod}) {
			return false
		}
	}
	return e.First <= verb && verb-e.First < longestCue
}

// innerRight is how often such an attribution is right where the one that
// encloses it is, in thousandths: measured on the scenarios.
const innerRight = 700
