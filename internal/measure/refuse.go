package measure

import (
	"unicode"
	"unicode/utf8"
)

// refusal is a reason why a number is no figure. The first example holds such a
// number and no figure, the second is near to it and holds one.
type refusal struct {
	name         string
	is           func(*line, *quantity) bool
	none, figure string
}

// refusals are asked in order; what they say of a number is not asked twice.
var refusals = []refusal{
	{"part of a word", (*line).isGlued, "The F-16 and the Covid-19 jab came on the 46th day of the 1990s.", "A 46-ship fleet sailed."},
	{"item of a list", (*line).isItem, "1. The jobs", "1. Tovel lost 40 jobs"},
	{"clock time", (*line).isClock, "They met at nine this morning, closed the well at six in the evening and left at 5 p.m. or at 17:30.", "The toll stood at nine this morning."},
	{"date", (*line).isDate, "The talks ended on March 4, on 5 April and on 2031-04-02.", "March saw 40 deaths."},
	{"year", (*line).isYear, "The plant closed in 1987 after the 1984 fire.", "The plant had 1,987 workers."},
	{"age", (*line).isAge, "Ana Tarrow, 42, and a 19-year-old cook aged 12, a driver of 29, left.", "A crew of 29 left."},
	{"score", (*line).isScore, "Brenn United beat Halder Town 3-1.", "The court voted 3-1."},
	{"label", (*line).isLabel, "Article 5, Flight 212 and Channel Six met on line 4 at Pier 6.", "At Pier 6 workers left."},
	{"telephone number", (*line).isPhone, "Call 555-0134 now.", "It has 550-560 beds."},
	{"address", (*line).isAddress, "She lives at 10 Marsh Street.", "She owns 10 streets."},
	{"place in a ranking", (*line).isRank, "It is one of the country's three largest mines.", "It is one of three mines."},
	{"one of many", (*line).isLoneOne, "One day one of them said it was the one.", "At least one person died."},
	{"when", (*line).isWhen, "It began two weeks ago, and ten days later, 20 minutes before noon, it ended.", "It went on for ten days."},
	{"nothing at stake", (*line).isAside, "In two steps, three times, the nine-page text was read by both sides.", "The nine-member board met."},
	{"number of sources", (*line).isSources, "Two officials said it rained, according to three people familiar with the matter.", "Two officials were killed."},
}

// refused returns why a quantity is no figure, "" if it is one.
func (l *line) refused(q *quantity) string {
	for i := range refusals {
		if refusals[i].is(l, q) {
			return refusals[i].name
		}
	}
	return ""
}

// isGlued refuses numbers that letters stand on without a space, and those that a
// hyphen ties to a word before.
func (l *line) isGlued(q *quantity) bool {
	first, i := l.at(q.amount.first), q.amount.first
	if first.glued && i == q.first && !l.opens(i-1) && !l.isSecondVote(i) {
		return true
	}
	if (first.form == inDigits) && l.word(i-1) == "'" {
		return true
	}
	next := l.at(q.end)
	if !next.glued {
		return false
	}
	r, _ := utf8.DecodeRuneInString(next.word)
	after := l.at(q.end + 1)
	return unicode.IsLetter(r) && l.at(q.end-1).form == inDigits || (next.word == ":" || next.word == "/" || next.word == ".") && after.glued && isDigit(after.word)
}

// isSecondVote reports whether piece i is the second side of a vote: "split 7-5".
func (l *line) isSecondVote(i int) bool {
	return isHyphenWord(l.word(i-1)) && l.at(i-2).form == inDigits && l.near(i, votes, 8)
}

// opens reports whether piece i is a mark that a number may stand behind without a
// space.
func (l *line) opens(i int) bool {
	p := l.at(i)
	if p.form != noForm {
		return false
	}
	r, _ := utf8.DecodeRuneInString(p.word)
	isMark := !unicode.IsLetter(r) && !unicode.IsDigit(r)
	if isHyphenWord(p.word) || p.word == "−" {
		return !p.glued
	}
	return isMark && p.word != "#" && p.word != "/" && p.word != ":" && p.word != "." && p.word != "@" && p.word != "_"
}

// isItem refuses the number of an item of a list: "1.", "2)".
func (l *line) isItem(q *quantity) bool {
	next := l.word(q.end)
	return l.at(q.amount.first).token == l.first && q.amount.end-q.amount.first == 1 && q.first == q.amount.first &&
		(next == "." || next == ")") && l.at(q.end+1).token >= 0 && l.at(q.amount.first).form == inDigits
}

// isScore refuses what a hyphen joins and falls or stays even, but for votes: the
// result of a match.
func (l *line) isScore(q *quantity) bool {
	i, side := q.amount.first, q.amount.end
	if l.at(i).form != inDigits {
		return false
	}
	other := l.at(side + 1)
	if joins := isHyphenWord(l.word(side)) && l.at(side).glued && other.glued && other.form == inDigits; !joins {
		other = l.at(i - 2)
		if !(isHyphenWord(l.word(i-1)) && l.at(i-1).glued && l.at(i).glued && other.form == inDigits) {
			return false
		}
	}
	if q.unit.name != "" {
		return false
	}
	return !l.near(i, votes, 8) && (q.high == q.value || l.near(i, matches, 8))
}

var (
	votes   = setOf("vote voted split ruled decision ruling court panel board committee justices judges ballot majority")
	matches = setOf("beat beats win wins won lost lose loses draw drew victory defeat lead leads led trail trailed match game set final goal goals")
)

// near reports whether a word of a set stands up to n pieces before or after i.
func (l *line) near(i int, set map[string]bool, n int) bool {
	for at := max(i-n, 0); at < min(i+n, len(l.pieces)); at++ {
		if set[l.word(at)] {
			return true
		}
	}
	return false
}

// isPhone refuses digits after a word for telephoning.
func (l *line) isPhone(q *quantity) bool {
	return l.at(q.amount.first).form == inDigits && q.unit.name == "" &&
		(phones[l.word(q.first-1)] || l.word(q.first-1) == "+" || q.qualifier == between && q.value >= 100 && q.high >= 1000 && l.at(q.amount.end).glued)
}

var phones = setOf("call dial phone tel tel. telephone hotline fax text ring ring: tel:")

// isAddress refuses the number of a house: "10 Marsh Street".
func (l *line) isAddress(q *quantity) bool {
	if q.unit.name != "" || !l.capital(q.end) || l.at(q.amount.first).form != inDigits {
		return false
	}
	for at := q.end; at < q.end+3 && l.capital(at); at++ {
		if streets[l.word(at)] {
			return true
		}
	}
	return false
}

var streets = setOf("street st road rd avenue ave lane drive square boulevard place court terrace way crescent row quay embankment")

// isRank refuses numbers that say how long a ranking is: "the three largest".
func (l *line) isRank(q *quantity) bool {
	return l.tag(q.end) == tagJJS && q.kind == counted && q.first == q.amount.first && l.at(q.first-1).token >= 0 &&
		(l.word(q.first-1) == "the" || l.tag(q.first-1) == tagPOS || l.tag(q.first-1) == tagPRPS)
}

// isLoneOne refuses "one" without bound, unit or range: it is an article or a
// pronoun, unless it is a person that something befell, which the state tells
// later.
func (l *line) isLoneOne(q *quantity) bool {
	if l.word(q.amount.first) != "one" || q.amount.end-q.amount.first > 1 || q.kind != counted || q.scaled {
		return false
	}
	if q.qualifier != exactly || q.unit.name != "" && q.unit.state != duration && q.unit.state != distance {
		return false
	}
	ofThem := l.word(q.end) == "of" && (l.word(q.end+1) == "them" || l.word(q.end+1) == "whom")
	return q.unit.name != "" || !people[l.lemma(q.end)] && !ofThem
}

// isAside refuses numbers of what is not at stake.
func (l *line) isAside(q *quantity) bool {
	if q.kind != counted || q.unit.name != "" {
		return false
	}
	at := q.end
	if isHyphenWord(l.word(at)) && l.at(at).glued && l.at(at+1).form == noForm {
		return !bodies[l.lemma(at+1)]
	}
	for isModifier[l.tag(at)] {
		at++
	}
	return asides[l.lemma(at)] && !isNoun[l.tag(at+1)]
}

var (
	// asides are things that are counted without being at stake.
	asides = setOf("side step way thing reason question word time occasion round stage phase page part kind type sort hand eye fact " +
		"issue option statement shadow half term question")
	// bodies are what a number may be tied to by a hyphen.
	bodies = setOf("member seat strong person people man woman nation country bed room ship boat plane vessel car vehicle truck team store " +
		"strong judge acre unit job school house home storey floor school piece item game state")
)
