package voice

import "hearsay"

// startOf returns the first word of the noun i's phrase: what it heads, as far
// back as there is no mark.
func (t *tracer) startOf(i int) int {
	first := i
	for first > t.below[i].first && !t.isMark(first-1) {
		first--
	}
	return first
}

// phraseOf returns the words of the noun i without what tells more of it.
//
//	the station        of "the station, which did not name him"
func (t *tracer) phraseOf(i int) extent {
	e := t.without(extent{t.startOf(i), t.below[i].end}, caseMark)
	for j := i + 1; j < e.end; j++ {
		if t.up(j) == i && isOneOf(t.relation(j), asides) {
			e.end = t.below[j].first
			break
		}
	}
	e.end = max(e.end, i+1)
	if name, ok := t.nameAt(i); ok {
		e = extent{min(e.first, name.First), max(e.end, name.End)}
	}
	for properNouns[t.tag(i)] && e.end < len(t.doc.Tokens) && t.isCapital(e.end) {
		e.end++ // the rest of the name: "Channel" "Six"
	}
	return t.trim(e)
}

// without leaves out the first word of a phrase if it hangs there by a relation.
func (t *tracer) without(e extent, relation hearsay.Relation) extent {
	if e.end-e.first > 1 && t.relation(e.first) == relation {
		e.first++
	}
	return e
}

var asides = []hearsay.Relation{relcl, acl, appos, punct, conj}

// hasModifier reports whether a word of a set stands before the noun i.
func (t *tracer) hasModifier(i int, set wordSet) bool {
	for j := t.startOf(i); j < i; j++ {
		if set[t.low(j)] {
			return true
		}
	}
	return false
}

// isIndefinite and isDefinite tell by the word before a noun whether it is a new
// one or one that is known.
func (t *tracer) isIndefinite(i int) bool {
	d := t.determiner(i)
	return d >= 0 && indefinite[t.low(d)]
}

func (t *tracer) isDefinite(i int) bool {
	d := t.determiner(i)
	return d >= 0 && !indefinite[t.low(d)] && !numbers[t.tag(d)] || d < 0 && t.startOf(i) == i
}

var indefinite = wordsIn("a an one another any some no")

// determiner returns the word that makes the noun i a new one or a known one, or -1.
func (t *tracer) determiner(i int) int {
	for j := t.startOf(i); j < i; j++ {
		if t.up(j) == i && isOneOf(t.relation(j), determiners) {
			return j
		}
	}
	return -1
}

var determiners = []hearsay.Relation{det, nummod, nmodPoss}

// preposition returns the word that ties noun i to what it hangs on.
func (t *tracer) preposition(i int) string {
	if c := t.child(i, caseMark); c >= 0 && c < i {
		return t.low(c)
	}
	return ""
}

// nounAfter returns the head of the phrase that begins at token i, or -1.
func (t *tracer) nounAfter(i int) int {
	if i >= len(t.doc.Tokens) {
		return -1
	}
	for end := t.sentenceOf(i).end; i < end && !t.isMark(i); i++ {
		if nouns[t.tag(i)] && !(i+1 < end && nouns[t.tag(i+1)]) {
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
