package measure

import "math"

// # Cardinal numbers
//
// A cardinal is a row of groups below a thousand, each with its scale, the scales
// falling:
//
//	two million  three hundred (and) forty thousand  five
//	└───┬──────┘ └──────────────┬────────────────┘ └─┬─┘
//	group·scale             group·scale            group
//
// Digits are one group, and the last, but for their scale: "1.2 million".

// cardinalAt reads the cardinal that begins at piece i.
func (l *line) cardinalAt(i int) (amount, bool) {
	a := amount{first: i, end: i}
	limit := math.Inf(1)
	for {
		g, ok := l.groupAt(a.end, i)
		if !ok {
			break
		}
		by, end := l.scaleAt(g.end, i)
		if by >= limit {
			break
		}
		limit = by
		a.value += product(g.value, by)
		a.end, a.writing, a.scaled = end, max(a.writing, g.writing), a.scaled || by > 1
		if by == 1 || l.at(g.first).form == inDigits {
			break
		}
		l.halfMore(&a, by)
	}
	return a, a.end > i && a.writing != noNumber
}

// halfMore adds the half of "a million and a half".
func (l *line) halfMore(a *amount, by float64) {
	if l.word(a.end) == "and" && l.word(a.end+1) == "a" && l.at(a.end+2).form == half {
		a.value += by / 2
		a.end += 3
	}
}

// groupAt reads a number below a thousand, or one in digits, of a cardinal that
// begins at piece first. One that goes on from a group before may begin with "and",
// but not behind "between".
func (l *line) groupAt(i, first int) (amount, bool) {
	p, goesOn := l.at(i), i > first
	switch {
	case goesOn && p.word == "and" && l.word(first-1) == "between":
		return amount{}, false
	case goesOn && p.word == "and":
		rest := l.tensAt(i + 1)
		return rest, rest.end > i+1 && l.at(rest.end).form != hundred && l.at(rest.end).form != scale
	case p.form == inDigits && !goesOn:
		return l.digitsAt(i), true
	case p.form == vulgar && !goesOn:
		return amount{first: i, end: i + 1, value: rounded(p.value)}, l.at(i+1).form == scale
	case p.form == small || p.form == tens:
		return l.hundredsAt(i), true
	case goesOn:
		return amount{}, false
	case isArticle(p.word) && l.at(i+1).form == hundred:
		return l.pastHundred(amount{first: i, end: i + 1, value: 1}), true
	case isArticle(p.word) && (l.at(i+1).form == scale || l.at(i+1).form == dozen):
		return amount{first: i, end: i + 1, value: 1}, true
	case p.form == half:
		return l.halfOf(i)
	}
	return amount{}, false
}

// halfOf reads the half of "half a million", "half a dozen".
func (l *line) halfOf(i int) (amount, bool) {
	at := i + 1
	if isArticle(l.word(at)) || l.word(at) == "-" {
		at++
	}
	f := l.at(at).form
	return amount{first: i, end: at, value: 0.5}, f == scale || f == dozen
}

// hundredsAt reads a number below a thousand in words: "two hundred and five",
// "eleven hundred".
func (l *line) hundredsAt(i int) amount {
	a := l.tensAt(i)
	if l.at(a.end).form == hundred {
		a = l.pastHundred(a)
	}
	if l.word(a.end) == "and" && l.word(a.end+1) == "a" && l.at(a.end+2).form == half {
		a.value += 0.5
		a.end += 3
	}
	return a
}

// pastHundred reads on from the "hundred" that a ends before.
func (l *line) pastHundred(a amount) amount {
	a.value *= 100
	a.end++
	at := a.end
	if l.word(at) == "and" && l.word(a.first-1) != "between" {
		at++
	}
	rest := l.tensAt(at)
	if rest.end > at && l.at(rest.end).form != hundred {
		a.value, a.end = a.value+rest.value, rest.end
	}
	return a
}

// tensAt reads a number below a hundred in words: "six", "forty-six". It is
// empty where there is none.
func (l *line) tensAt(i int) amount {
	p := l.at(i)
	a := amount{first: i, end: i + 1, value: p.value}
	switch p.form {
	case small:
		return a
	case tens:
		at := i + 1
		if isHyphenWord(l.word(at)) {
			at++
		}
		if u := l.at(at); u.form == small && 0 < u.value && u.value < 10 {
			a.value, a.end = a.value+u.value, at+1
		}
		return a
	}
	return amount{first: i, end: i}
}

func isHyphenWord(word string) bool { return word == "-" || word == "–" || word == "‑" }

// digitsAt reads a number in digits, with the fraction behind it: "1,200",
// "1 200 000", "2½", "3 hundred".
func (l *line) digitsAt(i int) amount {
	v, w := readDigits(l.word(i))
	a := amount{first: i, end: i + 1, value: v, writing: w}
	l.joinGroups(&a)
	switch next := l.at(a.end); {
	case a.writing != clearly:
	case next.form == vulgar:
		a.value += rounded(next.value)
		a.end++
	case next.form == inDigits && l.word(a.end+1) == "/" && !next.glued:
		if part, ok := l.slashAt(a.end); ok || part.value > 0 {
			a.value += part.value
			a.end = part.end
		}
	}
	if l.at(a.end).form == hundred {
		a.value *= 100
		a.end++
	}
	return a
}

// joinGroups reads on over thousands that are divided by spaces.
func (l *line) joinGroups(a *amount) {
	if len(l.word(a.first)) > 3 || a.writing != clearly || l.capital(a.first-1) {
		return
	}
	for len(l.word(a.end)) == 3 && isDigit(l.word(a.end)) && l.oneSpace(a.end) && a.value < 1e12 && a.value > 0 {
		rest, w := readDigits("1" + l.word(a.end))
		if w != clearly {
			return
		}
		a.value = a.value*1000 + rest - 1000
		a.end++
	}
}

// oneSpace reports whether a single space stands before piece i.
func (l *line) oneSpace(i int) bool {
	switch l.doc.Text[l.at(i-1).End:l.at(i).Start] {
	case " ", "\u00a0", "\u2009", "\u202f":
		return true
	}
	return false
}

// scaleAt reads the scales from piece i on: "million", "hundred thousand",
// "dozen". It returns their product, 1 if there is none. The number before them
// begins at piece first.
func (l *line) scaleAt(i, first int) (float64, int) {
	by := 1.0
	for by <= 1e15 {
		at := i
		if isHyphenWord(l.word(at)) && l.at(at).glued {
			at++
		}
		p := l.at(at)
		if p.form != scale && p.form != dozen && p.form != hundred && !l.isScaleLetter(at, first) {
			break
		}
		by *= p.value
		i = at + 1
	}
	return by, i
}

// product multiplies a number by its scale, as decimals do: 4.1 billion is
// 4,100,000,000 and not a little less.
func product(v, by float64) float64 {
	if by == 1 {
		return v
	}
	return math.Round(v*by*parts) / parts
}

// millions says whether an "m" behind a number is a million throughout a
// sentence, or a metre.
type millions uint8

const (
	notAsked millions = iota
	areMillions
	areMetres
)

// hasMillions looks for an "m" that can be no metre: behind a sum of money, or
// before what is counted or weighed.
func (l *line) hasMillions() bool {
	if l.millions == notAsked {
		l.millions = areMetres
		for i := range l.pieces {
			if l.pieces[i].word == "m" && l.at(i-1).form == inDigits && l.isMillion(i) {
				l.millions = areMillions
			}
		}
	}
	return l.millions == areMillions
}

func (l *line) isMillion(i int) bool {
	if isMoneySign(l.word(i - 2)) {
		return true
	}
	next := l.word(i + 1)
	switch measures[next].state {
	case volume, other:
		return true
	case "":
		return currencyOf(next) != "" || l.tag(i+1) == tagNNS && l.at(i+1).form == noForm || people[next]
	}
	return false
}

// isScaleLetter reports whether piece i is a letter that stands for a scale: "m"
// is a million of money or of people, else it is a metre.
func (l *line) isScaleLetter(i, first int) bool {
	if l.at(i).form != letter {
		return false
	}
	if isMoneySign(l.word(first - 1)) {
		return true
	}
	switch l.word(i) {
	case "m":
		return l.hasMillions()
	case "k":
		return l.at(i).glued && (l.tag(i+1) == tagNNS || currencyOf(l.word(i+1)) != "")
	}
	return false
}
