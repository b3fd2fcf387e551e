package moment

import (
	"time"

	"hearsay"
)

// Distances in time: from the day the words were written, or from what was named
// last.
var agoRules = []rule{
	{
		pattern: `(<many> | <a>) UNIT|UNITS (or so)? ago`,
		read:    readAgo,
		yes: []string{
			"They met [three days ago](DATE 2027-03-06).",
			"They met [six weeks ago](DATE 2027-W04), [two weeks ago](DATE 2027-02-23) and [a month ago](DATE 2027-02).",
			"They met [five years ago](DATE 2022), [a decade ago](DATE 2017) and [a century ago](DATE 1927).",
			"They met [about two years ago](DATE 2025).",
			"They met [several years ago](DATE PAST_REF).",
			"They met [two hours ago](TIME 2027-03-09T18).",
			"It began [200,000 years ago](DATE ?).",
		},
	},
	{
		pattern: `half an hour ago`,
		read:    func(m *match) reading { return m.hoursAway(minute, -30) },
		yes:     []string{"They met [half an hour ago](TIME 2027-03-09T19:45)."},
	},
	{
		pattern: `UNITS ago`,
		read:    func(m *match) reading { return m.written(hearsay.Date, "PAST_REF") },
		yes:     []string{"They met [months ago](DATE PAST_REF)."},
	},
	{
		pattern: `(<many> | <a>) UNIT|UNITS from now`,
		read:    func(m *match) reading { return m.distance(m.now, m.dated, 1) },
		yes:     []string{"They will meet [three days from now](DATE 2027-03-12)."},
	},
	{
		pattern: `(<many> | <a>) UNIT|UNITS later`,
		read:    func(m *match) reading { return m.fromNamed(1) },
		yes: []string{
			"It was signed on [March 3, 2021](DATE 2021-03-03). [Ten days later](DATE 2021-03-13) they met.",
			"They met at [12:52 p.m.](TIME 2027-03-09T12:52) and left [40 minutes later](TIME 2027-03-09T13:32).",
		},
	},
	{
		pattern: `(<many> | <a>) UNIT|UNITS earlier|before`,
		read:    readEarlier,
		yes: []string{
			"They left on [March 3, 2021](DATE 2021-03-03). They had met [two days earlier](DATE 2021-03-01).",
			"Sales rose in [2020](DATE 2020), after a fall [a year earlier](DATE 2019).",
		},
	},
}

// count returns how many units a <many> or <a> is; ok is false where it says no
// number, or only half of one.
func (m *match) count() (n int, ok bool) {
	switch t := m.find(number); {
	case t != nil && t.fraction == "" && !m.said("half"):
		return t.n, true
	case t != nil, m.find(fraction) != nil:
		return 0, false
	case m.said("couple"):
		return 2, true
	case m.said("dozen"):
		return 12, true
	case m.said("a", "an", "one") && !m.said("few", "number", "half"):
		return 1, true
	}
	return 0, false
}

// distance reads the match as n of its units away from a day, in the direction of
// sign.
func (m *match) distance(from time.Time, known bool, sign int) reading {
	u := m.find(unitName | unitNames).unit
	n, ok := m.count()
	switch {
	case !ok && sign < 0:
		return m.written(hearsay.Date, "PAST_REF")
	case !ok:
		return m.written(hearsay.Date, "FUTURE_REF")
	case u == second:
		return nil
	case u < days:
		return m.hoursAway(u, sign*n)
	case u == centuries || u == decades:
		return m.yearsAway(from, known, sign*n*map[unit]int{centuries: 100, decades: 10}[u])
	case !known:
		return m.unresolved(hearsay.Date)
	}
	return m.date(shifted(from, u, sign*n))
}

func (m *match) yearsAway(from time.Time, known bool, n int) reading {
	if !known {
		return m.unresolved(hearsay.Date)
	}
	return m.date(shifted(from, years, n))
}

// hoursAway reads "two hours ago", if it is known at what hour that was written.
func (m *match) hoursAway(u unit, n int) reading {
	if !m.dated || m.minute == unknownMinute || n > maxShift || n < -maxShift {
		return m.unresolved(hearsay.Time)
	}
	at := minutesAway(m.now, m.minute, u, n)
	if u == hours {
		at.grain = toHour
	}
	return m.time(at)
}

// fromNamed reads a distance from what was named last.
func (m *match) fromNamed(sign int) reading {
	u := m.find(unitName | unitNames).unit
	if at := m.named[toMinute]; u < days && at.grain != nothing {
		if n, ok := m.count(); ok && u != second && n <= maxShift {
			return m.time(minutesAway(at.first, at.minute, u, sign*n))
		}
	}
	if u < days && u != second {
		return m.unresolved(hearsay.Time)
	}
	if u >= years {
		u = years
	}
	at, ok := m.lastNamed(around(m.now, min(u, years)).grain)
	return m.distance(at.first, ok, sign)
}

// readEarlier reads "a year earlier". Where quarters are compared it is the quarter of
// the year before that is meant, and the words alone do not say so.
func readEarlier(m *match) reading {
	if m.said("before") && !m.endsClause() {
		return nil
	}
	if q, ok := m.comparedQuarter(); ok && m.isOneYear() {
		return m.compared(q)
	}
	return m.fromNamed(-1)
}

func (m *match) isOneYear() bool {
	n, ok := m.count()
	return ok && n == 1 && m.find(unitName|unitNames).unit == years
}

// daysAgo is how many weeks ago a day is meant: "two weeks ago" is the same weekday,
// "six weeks ago" the whole week.
const daysAgo = 2

func readAgo(m *match) reading {
	n, ok := m.count()
	if u := m.find(unitName | unitNames).unit; u == weeks && ok && n <= daysAgo && m.dated {
		return m.date(shifted(m.now, days, -7*n))
	}
	if q, ok := m.comparedQuarter(); ok && m.isOneYear() {
		return m.compared(q)
	}
	return m.distance(m.now, m.dated, -1)
}

// endsClause reports whether nothing follows that the last word could govern: "two
// days before the vote" is no day that was named.
func (m *match) endsClause() bool {
	next := m.after(1)
	return next.token < 0 || m.tagged(next, marks)
}

var marks = tags(",", ".", ":", "''", "-RRB-")
