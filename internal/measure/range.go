package measure

import "hearsay"

// # Ranges
//
//	between 40 and 50       40 to 50 people      40-50      two or three      $5 to $10 million
//
// What looks like a range may be two figures: a change ("rose from 24 to 31", "cut
// to 12 from 14", "up 3 percent to 40"), or the two sides of a vote ("split five
// to four"). Whatever falls is no range.

// takeRange reads on over the second amount of a range.
func (l *line) takeRange(q *quantity) {
	at, joined := l.joint(q)
	if !joined {
		return
	}
	second, ok := l.sideAt(at)
	if !ok || second.kind != q.kind || second.value <= q.value && !second.scaled || !l.together(q, &second) {
		return
	}
	low := q.value
	if second.scaled && !q.scaled && low < 1000 {
		low *= second.scale()
	}
	if low >= second.value {
		return
	}
	q.value, q.high, q.end = low, second.value, second.end
	q.qualifier = hearsay.Between
	q.writing = max(q.writing, second.writing)
	q.scaled = q.scaled || second.scaled
	if q.unit.name == "" {
		q.unit = second.unit
	}
	if before := l.word(q.first - 1); before == "between" || before == "from" && l.word(at-1) == "to" {
		q.first--
	}
}

// scale returns what the amount's number words were multiplied by.
func (q *quantity) scale() float64 {
	by := 1.0
	for _, s := range []float64{1e12, 1e9, 1e6, 1e3} {
		if q.value >= s {
			by = s
			break
		}
	}
	return by
}

// sideAt reads the second side of a range: an amount with its sign and unit.
func (l *line) sideAt(i int) (quantity, bool) {
	if isMoneySign(l.word(i)) {
		i++
	}
	a, ok := l.amountAt(i)
	if !ok {
		return quantity{}, false
	}
	q := quantity{first: i, end: a.end, amount: a, high: a.value}
	l.takeSign(&q)
	l.takeUnit(&q)
	return q, true
}

// joint returns where the second side of a range would begin: after "to", "and"
// behind "between", "or", or a hyphen.
func (l *line) joint(q *quantity) (int, bool) {
	isBetween := l.word(q.first-1) == "between"
	switch word := l.word(q.end); word {
	case "and":
		return q.end + 1, isBetween
	case "to":
		return q.end + 1, isBetween || l.word(q.first-1) != "up"
	case "or":
		return q.end + 1, q.unit.name == "" && !q.scaled && q.kind == counted && l.at(q.end+1).form != noForm
	case "-", "–", "‑", "—":
		return q.end + 1, l.at(q.end).glued == l.at(q.end+1).glued
	}
	return 0, false
}

// together reports whether two amounts that "to" or a hyphen joins are the sides
// of one range.
func (l *line) together(q, second *quantity) bool {
	if q.unit.name != "" && second.unit.name != "" && q.unit.name != second.unit.name {
		return false
	}
	switch word := l.word(q.end); word {
	case "and", "or":
		return true
	case "to":
		if l.word(q.first-1) == "between" || l.word(q.first-1) == "by" {
			return true
		}
		change := l.changeBefore(q.first)
		return !change || q.unit.name == "" && second.unit.name != "" && l.word(q.first-1) != "from"
	}
	return true // a hyphen; takeRange has seen that it rises
}

// changeBefore reports whether a word of change stands up to four pieces before
// piece i: then what follows "to" is where a change arrived.
func (l *line) changeBefore(i int) bool {
	for at := i - 1; at >= 0 && at >= i-6; at-- {
		if changes[l.lemma(at)] {
			return true
		}
	}
	return false
}

// changes are the words after which "from … to …" is a change.
var changes = setOf("rise fall drop climb jump increase decrease grow shrink cut raise lower slash reduce double triple " +
	"soar plunge slip slide gain lose add edge tumble surge narrow widen swell extend shorten go come move up down revise " +
	"bring take slow ease advance expand contract decline dip hike push boost upgrade downgrade switch change rally")
