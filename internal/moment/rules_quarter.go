package moment

import "hearsay"

// Quarters and halves of years. A quarter without its year is the last that has
// begun; figures are told in quarters, so that "a year earlier" and "the quarter" are
// those of the quarter that was named.
var quarterRules = []rule{
	{
		pattern: `the? fiscal? -? ORD -? quarter ((of|in|,)? (fiscal)? YEAR)?`,
		read:    readQuarter,
		yes: []string{
			"Sales fell in [the third quarter of 2021](DATE 2021-Q3).",
			"Its [fourth-quarter](DATE 2026-Q4) loss grew.",
			"Sales will rise in [the second quarter](DATE 2027-Q2).",
		},
		no: []string{"The fifth quarter of the town burned."},
	},
	{
		pattern: `the? MONTH quarter YEAR?`,
		read:    readMonthQuarter,
		yes:     []string{"Sales fell in [the September quarter](DATE 2026-Q3)."},
	},
	{
		pattern: `QUARTER | QUARTER of? YEAR | HALF of? YEAR`,
		read:    readShortQuarter,
		yes:     []string{"Sales fell in [Q3 2021](DATE 2021-Q3) and rose in [H1 2022](DATE 2022-H1)."},
	},
	{
		pattern: `the? (last|this|next) year 's ORD -? quarter | the? ORD quarter of (last|this|next) year`,
		read:    readQuarterOfYear,
		yes:     []string{"Sales fell in [last year's third quarter](DATE 2026-Q3)."},
	},
	{
		pattern: `the quarter | the latest quarter|period | the most recent quarter|period`,
		read:    readTheQuarter,
		yes:     []string{"Sales fell in [the third quarter of 2021](DATE 2021-Q3). Costs rose in [the quarter](DATE 2021-Q3)."},
		no:      []string{"The quarter by the port burned."},
	},
	{
		pattern: `the? YEAR (ORD -?)? quarter | the? YEAR period`,
		read:    readQuarterBehindYear,
		yes: []string{
			"Sales rose in [the third quarter of 2021](DATE 2021-Q3) from [the 2019 quarter](DATE 2019-Q3) and [the 2018 first quarter](DATE 2018-Q1).",
		},
	},
	{
		pattern: `the|a|its|their? (comparable|corresponding|same)? year - ago|earlier (ORD -?)? quarter|period?`,
		read:    readYearAgo,
		yes: []string{
			"Sales fell in [the third quarter of 2021](DATE 2021-Q3) from [the year-earlier period](DATE 2020-Q3).",
		},
	},
	{
		pattern: `the first|second|last half of (YEAR | the year | this year | next year | last year | DECADE | the DECADE)`,
		read:    readHalf,
		yes:     []string{"Sales fell in [the first half of 2021](DATE 2021-H1) and [the second half of last year](DATE 2026-H2)."},
		no:      []string{"They scored in the first half."},
	},
}

func readQuarter(m *match) reading {
	q := m.find(ordinal).n
	if q > 4 {
		return nil
	}
	if y := m.find(yearNumber); y != nil {
		return m.date(quarterPoint(y.n, q))
	}
	return m.date(m.quarter(q))
}

// quarter returns the last such quarter that has begun, or the next that is not
// over if the tense says that it is to come.
func (m *match) quarter(q int) point {
	if !m.dated {
		return point{}
	}
	last, next := quarterPoint(m.now.Year(), q), quarterPoint(m.now.Year(), q)
	switch now := quarterOf(m.now); {
	case q > now:
		last = quarterPoint(m.now.Year()-1, q)
	case q == now-1: // what is told of it is to come, not it
		return last
	case q < now:
		next = quarterPoint(m.now.Year()+1, q)
	}
	return m.choose(last, next)
}

// readMonthQuarter reads the quarter that ends with a month, or has it.
func readMonthQuarter(m *match) reading {
	q := (m.find(month).n + 2) / 3
	if y := m.find(yearNumber); y != nil {
		return m.date(quarterPoint(y.n, q))
	}
	return m.date(m.quarter(q))
}

func readShortQuarter(m *match) reading {
	y := m.find(yearNumber)
	if h := m.find(halfName); h != nil {
		if h.n < 1 || h.n > 2 {
			return nil
		}
		return m.date(halfPoint(y.n, h.n))
	}
	switch q := m.find(quarterName).n; {
	case q < 1 || q > 4:
		return nil
	case y != nil:
		return m.date(quarterPoint(y.n, q))
	default:
		return m.date(m.quarter(q))
	}
}

func readQuarterOfYear(m *match) reading {
	q := m.find(ordinal).n
	if q > 4 {
		return nil
	}
	if !m.dated {
		return m.date(point{})
	}
	return m.date(quarterPoint(m.now.Year()+m.shiftSaid(), q))
}

// readTheQuarter reads "the quarter", the one that was named. Without one it may be a
// part of a town.
func readTheQuarter(m *match) reading {
	q := m.named[toQuarter]
	switch {
	case m.said("latest", "recent") && !m.said("period"):
		return m.date(m.shift(quarters, -1))
	case q.grain == nothing:
		return nil
	}
	return m.date(q.point)
}

// comparedQuarter is the quarter, a year before, of the one that was named in the
// paragraph last.
func (m *match) comparedQuarter() (point, bool) {
	q := m.named[toQuarter]
	if q.grain == nothing || m.sentence-q.sentence > nearby {
		return point{}, false
	}
	return shifted(q.first, quarters, -4), true
}

func readYearAgo(m *match) reading {
	if o := m.find(ordinal); o != nil && o.n <= 4 && m.dated {
		return m.compared(shifted(m.quarter(o.n).first, quarters, -4))
	}
	if q, ok := m.comparedQuarter(); ok {
		return m.compared(q)
	}
	return m.compared(m.shift(years, -1))
}

// compared is a date that something is held against: what the text is about stays
// the one named before.
func (m *match) compared(p point) reading { return m.written(hearsay.Date, p.value()) }

// readQuarterBehindYear reads "the 1988 quarter": the one of that year that answers to
// the one named.
func readQuarterBehindYear(m *match) reading {
	y := m.find(yearNumber).n
	if o := m.find(ordinal); o != nil {
		if o.n > 4 {
			return nil
		}
		return m.date(quarterPoint(y, o.n))
	}
	if q := m.named[toQuarter]; q.grain != nothing {
		return m.compared(quarterPoint(y, quarterOf(q.first)))
	}
	return m.date(yearPoint(y))
}

func halfPoint(y, n int) point {
	p := monthPoint(y, 6*n-5)
	p.grain = toHalf
	return p
}

// readHalf reads a half of a year; of a decade it is the decade.
func readHalf(m *match) reading {
	n := 2
	if m.said("first") {
		n = 1
	}
	switch y := m.find(yearNumber); {
	case y != nil:
		return m.date(halfPoint(y.n, n))
	case m.find(decade) != nil:
		return readDecadeOf(m)
	case !m.dated:
		return m.date(point{})
	}
	return m.date(halfPoint(m.now.Year()+m.shiftSaid(), n))
}
