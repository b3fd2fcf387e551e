package moment

import "hearsay"

// Months, seasons, years and longer.
var periodRules = []rule{
	{
		pattern: `MONTH ,? of? YEAR`,
		read:    func(m *match) reading { return m.date(monthPoint(m.find(yearNumber).n, m.find(month).n)) },
		yes:     []string{"It sank in [May 2025](DATE 2025-05) or [July, 1998](DATE 1998-07)."},
	},
	{
		pattern: `MONTH | the month of MONTH`,
		read:    readMonth,
		yes: []string{
			"It sank in [January](DATE 2027-01).",
			"It sank in [December](DATE 2026-12).",
			"It will be raised in [January](DATE 2028-01).",
			"It sank in [early May](DATE 2026-05) and was raised in [mid-June](DATE 2026-06).",
		},
		no: []string{
			"It may sail. They march.",
			"May Holt and April Vost said so.",
			"An august body met.",
		},
	},
	{
		pattern: `the? SEASON of? YEAR`,
		read:    func(m *match) reading { return m.date(seasonPoint(m.find(yearNumber).n, m.find(season).code)) },
		yes:     []string{"It sank in [the winter of 1994](DATE 1994-WI)."},
	},
	{
		pattern: `the? SEASON`,
		read:    readSeason,
		yes:     []string{"It sank in [the summer](DATE 2026-SU)."},
		no:      []string{"Prices fall. They spring a leak. The fall of the wall was long ago."},
	},
	{
		pattern: `YEAR | the year YEAR|NUM | fiscal -? year? YEAR | fy|calendar YEAR`,
		read:    readYear,
		yes: []string{
			"It sank in [2021](DATE 2021) after the [1987](DATE 1987) storm.",
			"It ran until [the end of 2029](DATE 2029).",
			"It sank in [nineteen eighty-seven](DATE 1987), not in [the year two thousand](DATE 2000).",
		},
		no: []string{
			"They counted 2000 people and 1900 ships.",
			"Flight 1987 and Resolution 1559 were late.",
			"It cost $1987 and took 2000 kilometres.",
		},
	},
	{
		pattern: `YEAR -|to|and YY | YEAR -|to|and YEAR`,
		read:    readYears,
		yes:     []string{"It was built in [1988](DATE 1988)-[89](DATE 1989), or from [1991](DATE 1991) to [1993](DATE 1993)."},
	},
	{
		pattern: `the? (early|late|mid -?)? '? DECADE`,
		read:    readDecadeOf,
		yes: []string{
			"It was built in [the 1960s](DATE 196), [the late 1970s](DATE 197) or [the mid-'80s](DATE 198).",
			"Prices rose in [the nineties](DATE 199).",
		},
		no: []string{"She is in her forties. Temperatures were in the 80s."},
	},
	{
		pattern: `the? (early|late|mid -?)? ORD - century | the? (early|late|mid -?)? ORD century`,
		read:    readCentury,
		yes:     []string{"It was built in [the 11th century](DATE 10) and not in [the early 21st century](DATE 20)."},
	},
}

// readMonth reads a month alone. May, April and June are names as well.
func readMonth(m *match) reading {
	at := m.find(month)
	if m.isName(at.term) || len(m.steps) == 1 && at.Len() < 4 && at.n != 5 {
		return nil
	}
	if !m.dated {
		return m.date(point{})
	}
	return m.date(m.monthBeside(at.n))
}

// monthBeside returns the last such month or the next. What lies just ahead is meant
// even by "it was planned for March": the other is nearly a year off.
func (m *match) monthBeside(n int) point {
	y, now := m.now.Year(), int(m.now.Month())
	last, next := monthPoint(y, n), monthPoint(y, n)
	switch {
	case n > now:
		last = monthPoint(y-1, n)
	case n < now:
		next = monthPoint(y+1, n)
	}
	if (n-now+12)%12 <= soon {
		return next
	}
	return m.choose(last, next)
}

// soon is how many months ahead are just ahead.
const soon = 1

// isName reports whether a month's word is a person's name, or a verb: between
// names, or with a tag that no month has.
func (m *match) isName(t *term) bool {
	form := t.In(m.doc.Text)
	switch {
	case m.tagged(t, tags("MD", "VB", "VBP", "VBD", "JJ")):
		return true
	case form != "May" && form != "April" && form != "June" && form != "March" && form != "August":
		return false
	case m.is(m.before(1), "in", "since", "until", "by", "last", "from", "of", "to", "through", "this", "next", "early", "late", "during", "for", "-"):
		return false
	}
	return m.tagged(m.before(1), names) || m.tagged(m.after(1), names) || m.tagged(m.after(1), verbs)
}

// readSeason reads a season alone, where a time may stand.
func readSeason(m *match) reading {
	s := m.find(season)
	if !m.tagged(s.term, nouns) && m.tag(s.term) != 0 || m.is(m.after(1), "of") {
		return nil
	}
	if !m.is(m.before(1), "in", "over", "during", "since", "until", "by", "through", "throughout", "this", "of", "into", "for", "early", "late") {
		return nil
	}
	if !m.dated {
		return m.date(point{})
	}
	y := m.now.Year()
	last, next := seasonPoint(y, s.code), seasonPoint(y, s.code)
	if last.first.After(m.now) {
		last = seasonPoint(y-1, s.code)
	} else if next.first.AddDate(0, 5, 0).Before(m.now) {
		next = seasonPoint(y+1, s.code)
	}
	return m.date(m.choose(last, next))
}

// readYear reads four digits as a year where they can be no number of things.
func readYear(m *match) reading {
	y := m.find(yearNumber | number)
	if y.n < 1000 || y.n > 2999 {
		return nil
	}
	if len(m.steps) == 1 && y.is(number) && y.token == y.last && !m.isYear(y.term) {
		return nil
	}
	return m.date(yearPoint(y.n))
}

// isYear judges four digits by their neighbours.
func (m *match) isYear(t *term) bool {
	prev, next := m.before(1), m.after(1)
	switch {
	case prev.Len() == 1 && prev.End == t.Start && !m.is(prev, "(", "-"), m.is(prev, "$", "no.", "number"):
		return false // a currency, a hash, a slash
	case next.Start == t.End && next.token == t.token:
		return false // 2000-strong
	case m.is(prev, "-") && prev.token == t.token:
		return true // post-1959
	case m.is(prev, "in", "since", "until", "till", "by", "during", "before", "after", "from", "early", "late", "mid", "of", "for", "through", "-"):
		return !m.isCounted(next) || m.is(prev, "since", "until", "till", "during")
	case m.tagged(prev, nouns):
		return false // Flight 1987
	}
	return !m.isCounted(next) || m.tagged(prev, determiners)
}

// isCounted reports whether a word is what a number counts: people, per cent, a
// unit.
func (m *match) isCounted(t *term) bool {
	return m.tagged(t, pluralNouns) || t.is(unitNames|number) || m.is(t, "percent", "per", "%")
}

// readYears reads "1988-89": two years.
func readYears(m *match) reading {
	first := m.nth(yearNumber, 0)
	var last int
	switch short := m.find(shortYear); {
	case m.nth(yearNumber, 1) != nil:
		last = m.nth(yearNumber, 1).n
	case short != nil && m.said("-"):
		last = first.n/100*100 + short.n
	default:
		return nil
	}
	if last <= first.n || m.tagged(m.after(1), pluralNouns) {
		return nil
	}
	return reading{
		{0, 1, hearsay.Date, yearPoint(first.n).value(), yearPoint(first.n)},
		{2, 3, hearsay.Date, yearPoint(last).value(), yearPoint(last)},
	}
}

// readDecadeOf reads a decade. One whose century is not said is the last that began
// before now.
func readDecadeOf(m *match) reading {
	d := m.find(decade)
	switch {
	case d.n >= 100:
		return m.date(point{grain: toDecade, first: newYear(10 * d.n)})
	case !m.said("the") || m.tagged(m.before(1), tags("PRP$")) || m.is(m.before(1), "in") && !d.isLate():
		return nil
	case !m.dated:
		return m.date(point{})
	}
	y := m.now.Year()/100*100 + 10*d.n
	if y > m.now.Year() {
		y -= 100
	}
	return m.date(point{grain: toDecade, first: newYear(y)})
}

// isLate reports whether a decade without its century is one that is told apart
// from degrees and ages: it has its apostrophe, or is in words.
func (s *step) isLate() bool { return s.Len() > 3 }

func readCentury(m *match) reading {
	n := m.find(ordinal).n
	if n > 99 {
		return m.unresolved(hearsay.Date)
	}
	return m.date(point{grain: toCentury, first: newYear(100 * (n - 1))})
}
