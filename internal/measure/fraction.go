package measure

// # Parts and multiples
//
//	two-thirds  a quarter of  1/3 of  half of       a part of a whole
//	one in five  nine out of 10  one crane in three  the same
//	twice as many  fivefold  ten times the usual     a multiple

// fractionAt reads a part of a whole that begins at piece i.
func (l *line) fractionAt(i int) (amount, bool) {
	a := amount{first: i, kind: shared}
	switch p := l.at(i); {
	case p.form == half:
		a.value, a.end = 0.5, i+1
		return a, l.isHalf(i)
	case isArticle(p.word) && l.at(i+1).form == half:
		a.value, a.end = 0.5, i+2
		return a, true
	case p.form == vulgar && l.at(i+1).form != scale:
		a.value, a.end = rounded(p.value), i+1
		return a, true
	case p.form == inDigits && l.word(i+1) == "/":
		return l.slashAt(i)
	case isArticle(p.word) && l.at(i+1).form == partOf:
		a.value, a.end = rounded(1/l.at(i+1).value), i+2
		return a, l.isPart(i, i+1)
	case p.form == small && p.value > 0:
		return l.wordsOver(i)
	}
	return a, false
}

// wordsOver reads "two thirds", "three-quarters".
func (l *line) wordsOver(i int) (amount, bool) {
	at := i + 1
	if isHyphenWord(l.word(at)) {
		at++
	}
	p, over := l.at(at), l.at(i)
	isOne := over.value == 1
	plural := p.word != "" && p.word[len(p.word)-1] == 's'
	a := amount{first: i, end: at + 1, kind: shared}
	if p.form != partOf || over.value >= p.value || plural == isOne {
		return a, false
	}
	a.value = rounded(over.value / p.value)
	return a, true
}

// slashAt reads "1/3", unless it could as well be a date or a score.
func (l *line) slashAt(i int) (amount, bool) {
	over, _ := readDigits(l.word(i))
	under, _ := readDigits(l.word(i + 2))
	a := amount{first: i, end: i + 3, kind: shared}
	usual := under >= 2 && under <= 5 || under == 8 || under == 10
	if !usual || over < 1 || over >= under || l.word(i+3) == "/" {
		return a, false
	}
	a.value = rounded(over / under)
	return a, l.word(i+3) == "of" || l.word(i+3) == "the"
}

// isHalf tells the half of a whole from other halves ("half past", "second half",
// "half-brother", "half time").
func (l *line) isHalf(i int) bool {
	before, next := l.word(i-1), l.at(i+1)
	switch {
	case isHyphenWord(next.word) && next.glued, isArticle(next.word), next.word == "past", next.word == "time":
		return false
	case before == "first", before == "second", before == "other", before == "in", before == "better", l.at(i).glued:
		return false
	case next.word == "of", next.word == "the", next.word == "its", next.word == "their", next.word == "his", next.word == "her":
		return true
	}
	return l.boundBefore(i).qualifier != "" || before == "by" || l.tag(i+1) == tagVBZ || l.tag(i+1) == tagVBP ||
		l.tag(i+1) == tagVBD && l.at(i+1).token >= 0
}

// isPart tells "a third" that is a part from one that comes after a second: the
// part has a bound or "by" before it, or "of" or a comparison after it.
func (l *line) isPart(first, i int) bool {
	next := l.word(i + 1)
	switch {
	case isHyphenWord(next):
		return false
	case next == "of", comparatives[next]:
		return true
	case l.at(i).word == "quarter" && l.word(first-1) == "in":
		return false
	}
	before := l.word(first - 1)
	return before == "by" || before == "than" || l.boundBefore(first).qualifier != ""
}

var comparatives = setOf("more less fewer higher lower bigger smaller larger cheaper faster slower better worse below above")

// ratioAt reads "one in five", "nine out of 10", "one crane in three".
func (l *line) ratioAt(i int) (amount, bool) {
	over := l.plainAt(i)
	if over.end == i {
		return amount{}, false
	}
	at := over.end
	if over.value == 1 && isNoun[l.tag(at)] && l.word(at+1) == "in" {
		at++
	}
	isOut := l.word(at) == "out" && l.word(at+1) == "of"
	switch {
	case isOut:
		at += 2
	case l.word(at) == "in" && l.word(at+1) == "every":
		at += 2
	case l.word(at) == "in" && (over.value == 1 || !isVerb[l.tag(i-1)]):
		at++
	default:
		return amount{}, false
	}
	under := l.plainAt(at)
	a := amount{first: i, end: under.end, kind: shared}
	if under.end == at || under.value <= over.value || !isOut && !isUsualWhole(over.value, under.value) {
		return a, false
	}
	a.value = rounded(over.value / under.value)
	return a, measures[l.word(under.end)].state != duration && l.tag(at) != tagNNP
}

// isUsualWhole reports whether one speaks of "over in under": one in any number,
// several in a round one.
func isUsualWhole(over, under float64) bool {
	return over == 1 || under <= 5 || under == 10 || under == 20 || under == 100 || under == 1000
}

// plainAt reads a whole number for a ratio: one word or digits, or a hundred.
func (l *line) plainAt(i int) amount {
	a := amount{first: i, end: i}
	switch p := l.at(i); {
	case p.form == inDigits:
		v, w := readDigits(p.word)
		if w == clearly && (v < 1900 || v > 2100) && !l.at(i+1).glued {
			a.value, a.end = v, i+1
		}
	case p.form == small && p.value > 0 || p.form == tens:
		a = l.hundredsAt(i)
	case isArticle(p.word) && (l.at(i+1).form == hundred || l.at(i+1).form == scale):
		a.value, a.end = l.at(i+1).value, i+2
	}
	return a
}

// multipleAt reads how many times as much: "twice as many", "fivefold", "ten times
// the usual number".
func (l *line) multipleAt(i int) (amount, bool) {
	p := l.at(i)
	a := amount{first: i, end: i + 1, value: p.value, kind: times}
	if p.form == factor {
		return a, l.isMultiple(i)
	}
	n, ok := l.cardinalAt(i)
	if !ok || n.writing != clearly {
		return a, false
	}
	a.value, a.end = n.value, n.end+1
	switch at := n.end; {
	case l.word(at) == "times":
		return a, isCompared[l.word(at+1)] || comparatives[l.word(at+1)]
	case l.word(at) == "fold":
		return a, true
	case isHyphenWord(l.word(at)) && l.word(at+1) == "fold":
		a.end++
		return a, true
	}
	return a, false
}

// isMultiple tells the "double" of a comparison from a double room, and the
// "twice" of one from two occasions.
func (l *line) isMultiple(i int) bool {
	word := l.word(i)
	switch {
	case len(word) > 4 && word[len(word)-4:] == "fold":
		return true
	case isVerb[l.tag(i)] && word != "double":
		return false
	}
	next := l.word(i + 1)
	if next == "that" && word == "twice" {
		return false
	}
	return isCompared[next] && next != "more" || l.boundBefore(i).qualifier != "" && !isNoun[l.tag(i+1)]
}

// isCompared holds what a multiple stands before.
var isCompared = setOf("the as that those what its their his her our more usual")
