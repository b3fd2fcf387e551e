package voice

import (
	"hearsay"
	"hearsay/internal/tree"
)

// startOf returns the first word of the noun i's phrase: what it heads, as far
// back as there is no mark.
func (t *tracer) startOf(i int) int {
	first := i
	for first > t.Below(i).First && !t.IsMark(first-1) {
		first--
	}
	return first
}

// phraseOf returns the words of the noun i without what tells more of it.
//
//	the station        of "the station, which did not name him"
func (t *tracer) phraseOf(i int) extent {
	e := t.without(tree.Between(t.startOf(i), t.Below(i).End), caseMark)
	for j := i + 1; j < e.End; j++ {
		if t.Up(j) == i && isOneOf(t.Relation(j), asides) {
			e.End = t.Below(j).First
			break
		}
	}
	e.End = max(e.End, i+1)
	if name, ok := t.nameAt(i); ok {
		e = tree.Between(min(e.First, name.First), max(e.End, name.End))
	}
	for properNouns[t.Tag(i)] && e.End < len(t.Doc.Tokens) && t.isCapital(e.End) {
		e.End++ // the rest of the name: "Channel" "Six"
	}
	return t.Trim(e)
}

// without leaves out the first word of a phrase if it hangs there by a relation.
func (t *tracer) without(e extent, relation hearsay.Relation) extent {
	if e.End-e.First > 1 && t.Relation(e.First) == relation {
		e.First++
	}
	return e
}

var asides = []hearsay.Relation{relcl, acl, appos, punct, conj}

// hasModifier reports whether a word of a set stands before the noun i.
func (t *tracer) hasModifier(i int, set wordSet) bool {
	for j := t.startOf(i); j < i; j++ {
		if set[t.Low(j)] {
			return true
		}
	}
	return false
}

// isIndefinite and isDefinite tell by the word before a noun whether it is a new
// one or one that is known.
func (t *tracer) isIndefinite(i int) bool {
	d := t.determiner(i)
	return d >= 0 && indefinite[t.Low(d)]
}

func (t *tracer) isDefinite(i int) bool {
	d := t.determiner(i)
	return d >= 0 && !indefinite[t.Low(d)] && !numbers[t.Tag(d)] || d < 0 && t.startOf(i) == i
}

var indefinite = wordsIn("a an one another any some no")

// determiner returns the word that makes the noun i a new one or a known one, or -1.
func (t *tracer) determiner(i int) int {
	for j := t.startOf(i); j < i; j++ {
		if t.Up(j) == i && isOneOf(t.Relation(j), determiners) {
			return j
		}
	}
	return -1
}

var determiners = []hearsay.Relation{det, nummod, nmodPoss}

// preposition returns the word that ties noun i to what it hangs on.
func (t *tracer) preposition(i int) string {
	if c := t.child(i, caseMark); c >= 0 && c < i {
		return t.Low(c)
	}
	return ""
}

// nounAfter returns the head of the phrase that begins at token i, or -1.
func (t *tracer) nounAfter(i int) int {
	if i >= len(t.Doc.Tokens) {
		return -1
	}
	for end := t.sentenceOf(i).End; i < end && !t.IsMark(i); i++ {
		if nouns[t.Tag(i)] && !(i+1 < end && nouns[t.Tag(i+1)]) {
			return i
		}
	}
	return -1
}

// agent returns the noun after "by" of a passive verb, or -1.
func (t *tracer) agent(verb int) int {
	if i := t.child(verb, oblAgent); i >= 0 {
		return i
	}
	if i := t.child(verb, obl); i >= 0 && t.preposition(i) == "by" {
		return i
	}
	return -1
}
