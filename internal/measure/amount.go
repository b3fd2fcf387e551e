package measure

import "math"

// amount is a number as it stands in words or digits, without bound and unit.
type amount struct {
	first, end int // its pieces
	value      float64
	kind       kind
	writing    writing
	scaled     bool // it has a scale of its own: "million", "dozen"
	loose      bool // it is about as much: "a couple"
}

// kind says what an amount counts.
type kind uint8

const (
	counted kind = iota
	shared       // a part of a whole: "a third", "one in five"
	times        // a multiple: "twice", "fivefold"
	vaguely      // "dozens", "several"
	naught       // "nobody", "no casualties"
)

// amountAt reads the amount that begins at piece i.
func (l *line) amountAt(i int) (amount, bool) {
	if a, ok := l.vagueAt(i); ok {
		return a, true
	}
	if a, ok := l.ratioAt(i); ok {
		return a, true
	}
	if a, ok := l.fractionAt(i); ok {
		return a, true
	}
	if a, ok := l.multipleAt(i); ok {
		return a, true
	}
	if a, ok := l.cardinalAt(i); ok {
		return a, true
	}
	return l.naughtAt(i)
}

// vagueAt reads amounts that have no number: "dozens", "tens of thousands", "a
// few hundred", "several". A couple are two, or thereabouts.
func (l *line) vagueAt(i int) (amount, bool) {
	at := i
	switch {
	case l.at(i).form == many:
		at = l.manyEnd(i)
	case isArticle(l.word(i)) && l.at(i+1).form == some:
		return l.someAt(i, i+1)
	case l.at(i).form == some && (l.word(i) == "several" || l.at(i+1).form == hundred || l.at(i+1).form == scale || l.at(i+1).form == dozen):
		return l.someAt(i, i)
	default:
		return amount{}, false
	}
	return amount{first: i, end: at, kind: vaguely}, true
}

// manyEnd returns the end of "hundreds", "tens of thousands", "hundreds of
// thousands". What follows a scale by itself ("thousands") is the noun.
func (l *line) manyEnd(i int) int {
	for l.word(i+1) == "of" && l.at(i+2).form == many {
		i += 2
	}
	return i + 1
}

// someAt reads "several", "a few", "a handful", "a majority", "a couple of", each
// with a scale or by itself.
func (l *line) someAt(first, i int) (amount, bool) {
	at := i + 1
	isCouple := l.word(i) == "couple"
	if isCouple && l.word(at) == "of" {
		at++
	}
	by, at := l.scaleAt(at, first)
	switch {
	case isCouple && first == i, isCouple && by == 1 && l.word(i+1) != "of":
		return amount{}, false // "the couple", "a couple from Dorle"
	case isCouple && by == 1:
		return amount{first: first, end: i + 1, value: 2, kind: counted, loose: true}, true
	case isCouple:
		return amount{first: first, end: at, value: 2 * by, kind: counted, scaled: true, loose: true}, true
	}
	return amount{first: first, end: at, kind: vaguely, scaled: by > 1}, true
}

// naughtAt reads "nobody", "no one", "none", "no casualties".
func (l *line) naughtAt(i int) (amount, bool) {
	a := amount{first: i, end: i + 1, kind: naught}
	switch l.word(i) {
	case "nobody", "no-one", "none":
		return a, true
	case "no":
		if l.word(i+1) == "one" {
			a.end++
			return a, true
		}
		return a, harmNouns[l.lemma(i+1)]
	}
	return a, false
}

// harmNouns are what one may say there is none of.
var harmNouns = setOf("casualty death fatality injury victim arrest")

func isArticle(word string) bool { return word == "a" || word == "an" }

// parts is the precision of a part of a whole: a third is 0.333.
const parts = 1000

func rounded(part float64) float64 { return math.Round(part*parts) / parts }
