package measure

import (
	"strings"

	"hearsay"
)

const (
	exactly = hearsay.Exactly
	between = hearsay.Between
)

// isClock refuses times of day.
func (l *line) isClock(q *quantity) bool {
	if q.kind != counted || q.scaled || q.unit.money {
		return false
	}
	next, before := l.word(q.end), l.word(q.first-1)
	switch {
	case clocks[next], hours[before] && l.isPartOfDay(q.end) && !l.isTallied(q.first-1), next == "past" && l.at(q.end+1).form != noForm:
		return true
	case before == ":" && l.at(q.first).glued, before == "past" && l.at(q.first-2).form != noForm:
		return true
	case q.unit.name != "" || q.value > 24 || q.value < 0 || q.qualifier != exactly:
		return false
	case l.at(q.end).token >= 0 && (isNoun[l.tag(q.end)] || isModifier[l.tag(q.end)]):
		return false
	}
	return hours[before] && (ofDay[next] || before != "from") && !l.measured(q.first-1) && l.isBare(q.end)
}

// isPartOfDay reports whether piece i begins "this morning", "in the evening".
func (l *line) isPartOfDay(i int) bool {
	if l.word(i) == "in" {
		i++
	}
	return (l.word(i) == "this" || l.word(i) == "the") && partsOfDay[l.word(i+1)]
}

// isTallied reports whether a number that is counted up stands before piece i: "the
// toll stood at nine this morning".
func (l *line) isTallied(i int) bool {
	for at := i - 1; at >= 0 && at >= i-8; at-- {
		if tolls[l.lemma(at)] {
			return true
		}
	}
	return false
}

var partsOfDay = setOf("morning afternoon evening")

// isBare reports whether nothing that a number could count begins at piece i.
func (l *line) isBare(i int) bool {
	word := l.word(i)
	return l.at(i).token < 0 || ofDay[word] || word == "," || word == "." || word == ";" || word == "on" || word == "”" || word == `"` || word == "and"
}

// measured reports whether the verb before piece i says what something came to.
func (l *line) measured(i int) bool {
	for at := i - 1; at >= 0 && at >= i-8; at-- {
		if isVerb[l.tag(at)] {
			return measuring[l.lemma(at)] || changes[l.lemma(at)]
		}
		if tolls[l.lemma(at)] {
			return true
		}
	}
	return false
}

var (
	clocks    = setOf("am pm a.m. p.m. a.m p.m o'clock oclock gmt bst cet utc est edt noon midnight")
	hours     = setOf("at by until till before after since around from")
	ofDay     = setOf("this tonight today tomorrow yesterday sharp monday tuesday wednesday thursday friday saturday sunday")
	measuring = setOf("stand put remain close open set value estimate price keep hold stay peak be number cost sell buy trade cap fix vote count")
	tolls     = setOf("toll number total figure count tally rate price cost estimate share offer deal death")
)

// isDate refuses the day, and the year, beside a month, and dates in digits.
func (l *line) isDate(q *quantity) bool {
	i := q.amount.first
	if q.kind != counted || q.scaled || q.unit.name != "" && q.unit.state != distance {
		return false
	}
	if q.value == float64(int(q.value)) && q.value > 0 && q.value < 2200 {
		before, after := l.isMonth(i-1), l.isMonth(q.end) || l.word(q.end) == "of" && l.isMonth(q.end+1)
		if before && (q.value <= 31 || isYearNumber(l.word(i))) && q.unit.name == "" && !people[l.lemma(q.end)] || after && q.value <= 31 {
			return true
		}
		if l.word(i-1) == "," && l.at(i-2).form == inDigits && l.isMonth(i-3) && isYearNumber(l.word(i)) {
			return true
		}
		if weekdays[l.word(i-1)] && l.capital(i-1) && q.value <= 31 && l.isBare(q.end) {
			return true
		}
	}
	return l.at(i).form == inDigits && l.inNumericDate(i, q.amount.end)
}

// inNumericDate reports whether the digits [i, end) are part of a date such as
// 2031-04-02 or 2/4/2031.
func (l *line) inNumericDate(i, end int) bool {
	isMark := func(at int) bool {
		w := l.word(at)
		return l.at(at).glued && (w == "-" || w == "/")
	}
	after := isMark(end) && l.at(end+1).form == inDigits && isMark(end+2) && l.at(end+3).form == inDigits
	middle := isMark(i-1) && isMark(end) && l.at(end+1).form == inDigits && l.at(i-2).form == inDigits
	last := isMark(i-1) && l.at(i-2).form == inDigits && isMark(i-3) && l.at(i-4).form == inDigits
	return after || middle || last
}

func (l *line) isMonth(i int) bool {
	w := l.word(i)
	return months[w] && l.capital(i) && (w != "may" && w != "march" || l.tag(i) != tagMD)
}

var (
	months = setOf("january february march april may june july august september october november december " +
		"jan feb mar apr jun jul aug sep sept oct nov dec jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec.")
	weekdays = setOf("monday tuesday wednesday thursday friday saturday sunday")
)

// isYear refuses years: four digits without a comma, between 1000 and 2100, but
// for those that something is counted by.
func (l *line) isYear(q *quantity) bool {
	i := q.amount.first
	if q.kind != counted || q.unit.name != "" || q.scaled || q.amount.end != i+1 || !isYearNumber(l.word(i)) {
		return false
	}
	if q.qualifier != exactly && q.qualifier != between {
		return l.tag(q.end) != tagNNS && q.qualifier == hearsay.About && l.value(i) >= 1900
	}
	before := l.word(q.first - 1)
	isPlural := l.tag(q.end) == tagNNS
	switch {
	case l.value(i) >= 1900 && int(l.value(i))%100 != 0:
		return true // also "the 2016 candidates"
	case l.value(i) >= 1900:
		return !isPlural || before == "the" || yearly[before]
	case yearly[before]:
		return !isPlural
	}
	return false
}

func (l *line) value(i int) float64 {
	v, _ := readDigits(l.word(i))
	return v
}

func isYearNumber(word string) bool {
	return len(word) == 4 && isDigit(word) && marksOf(word) == "" && (word[0] == '1' || word[0] == '2' && word[1] <= '1')
}

// yearly are words that stand before a year.
var yearly = setOf("in since by until from during of before after early late mid circa year spring summer autumn winter fall to")

// isAge refuses ages: "aged 12", "a 12-year-old", ", 42,", "a driver of 29".
func (l *line) isAge(q *quantity) bool {
	i := q.amount.first
	if q.kind != counted || q.scaled || q.unit.money || q.value > 130 {
		return false
	}
	next, before := l.word(q.end), l.word(q.first-1)
	switch {
	case next == "old", isHyphenWord(next) && (l.word(q.end+1) == "old" || l.word(q.end+1) == "olds"):
		return q.unit.state == duration
	case q.unit.name != "":
		return false
	case before == "aged" || before == "age" || before == "ages", before == "of" && l.lemma(q.first-2) == "age", before == "turned" && l.isBare(q.end):
		return true
	case l.word(q.end-1) == "s" || next == "s", (before == "under" || before == "over") && l.word(q.first) == before:
		return true
	case before == "of" && q.value >= 14 && q.value < 110 && l.isPerson(q.first-2) && (l.isBare(q.end) || l.word(q.end) == "whose" || l.word(q.end) == "who"):
		return true
	}
	return l.isApposed(i, q)
}

// isApposed reports whether a number stands between commas behind a name or a
// person, as an age does.
func (l *line) isApposed(i int, q *quantity) bool {
	next := l.word(q.end)
	closes := next == "," || next == "." || next == ")" || l.at(q.end).token < 0 || next == "and"
	opens := l.word(i-1) == "," || l.word(i-1) == "("
	if !opens || !closes || q.first != i || q.value < 1 || q.value > 115 || l.at(i).form != inDigits {
		return false
	}
	return l.tag(i-2) == tagNNP || l.tag(i-2) == tagNN && q.value >= 16
}

// isPerson reports whether piece i is one person: "a driver", "the schoolteacher".
func (l *line) isPerson(i int) bool {
	noun := l.lemma(i)
	if l.tag(i) != tagNN || groups[noun] || !isArticle(l.word(i-1)) && l.word(i-1) != "the" && !isNoun[l.tag(i-1)] && l.tag(i-1) != tagJJ {
		return false
	}
	if people[noun] {
		return true
	}
	for _, end := range [...]string{"er", "or", "ist", "man", "ian"} {
		if strings.HasSuffix(noun, end) {
			return len(noun) > 5 && !impersonal[noun]
		}
	}
	return false
}

// impersonal are nouns that end as those of persons do.
var impersonal = setOf("offer number order tower power quarter summer winter river error factor floor letter border corner chapter tender waiver cover " +
	"counter shelter transfer surrender computer trailer container steamer cluster")

// isWhen refuses durations that say when something was, which are moments.
func (l *line) isWhen(q *quantity) bool {
	if q.unit.state != duration {
		return false
	}
	for at := q.end; at <= q.end+1; at++ {
		if whens[l.word(at)] {
			return true
		}
	}
	before := l.word(q.first - 1)
	return spans[before] || before == "the" && spans[l.word(q.first-2)]
}

var (
	whens = setOf("ago later earlier before after")
	spans = setOf("over last past next first coming previous following preceding final every each within")
)
