package voice

import "hearsay"

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
			piece := t.extentOf(c)
			for i := piece.first; i < piece.end; i++ {
				if inner[t.lemma(i)] && verbs[t.tag(i)] && !taken[i] && t.isMain(i, piece) {
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
		for i := t.tellings[k].cue.first; i < t.tellings[k].cue.end && !t.tellings[k].gone; i++ {
			taken[i] = true
		}
	}
	return taken
}

// isMain reports whether a verb is a main one of a piece of content: what it
// hangs on, or the one it is joined to by "and" hangs on, is outside.
func (t *tracer) isMain(i int, piece extent) bool {
	if t.relation(i) == conj && piece.has(t.up(i)) {
		i = t.up(i)
	}
	h := t.up(i)
	return h < 0 || !piece.has(h)
}

// addInner adds the attribution of a verb in a piece of the content of telling k,
// if it has all that one needs.
func (t *tracer) addInner(k, verb int, piece extent) bool {
	subject := t.child(verb, nsubj)
	if subject < piece.first || subject > verb || t.below[subject].first < piece.first || noSubject[t.low(subject)] {
		return false
	}
	cue := extent{t.below[subject].end, verb + 1}
	content := t.trim(extent{cue.end, t.clauseEnd(cue.end, min(piece.end, t.sentenceOf(verb).end))})
	if content.empty() || !t.isVerbGroup(cue, verb) || reports[t.lemma(verb)] && t.child(verb, ccomp, xcomp) < 0 {
		return false
	}
	a := hearsay.Attribution{Source: t.span(t.below[subject]), Cue: t.span(cue), Manner: t.manner(content)}
	if a.Source == nil || a.Cue == nil {
		return false
	}
	a.Content = []hearsay.Span{*t.span(content)}
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
	for i := e.first; i < verb; i++ {
		if t.up(i) != verb || t.relation(i) == auxPass || !isOneOf(t.relation(i), []hearsay.Relation{aux, advmod}) {
			return false
		}
	}
	return e.first <= verb && verb-e.first < longestCue
}

// innerRight is how often such an attribution is right where the one that
// encloses it is, in thousandths: measured on the scenarios.
const innerRight = 700
