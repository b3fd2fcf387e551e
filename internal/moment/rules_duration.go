package moment

import (
	"strconv"
	"strings"

	"hearsay"
)

// Durations. Ages are none: the longest rule of a place wins, and those of ages read
// nothing and so keep the shorter ones off.
var durationRules = []rule{
	{
		pattern: `<many> UNIT|UNITS`,
		read:    readDuration,
		yes: []string{
			"They waited [two days](DURATION P2D), [36 hours](DURATION PT36H) and [2 1/2 years](DURATION P2Y6M).",
			"They waited for [several weeks](DURATION PXW) or [a couple of years](DURATION P2Y).",
			"They waited [more than 18 months](DURATION P18M), [half a year](DURATION P6M) less.",
			"They waited [1.25 years](DURATION P1.25Y) or [five and a half hours](DURATION PT5H30M).",
		},
		no: []string{
			"He is 30 years old and his son three months of age.",
			"They waited 3,4 years, -5 years and 1.000 years.",
		},
	},
	{
		pattern: `NUM -? (year|years|month|months|week|weeks|day|days) -? old|olds | NUM years|months|weeks|days of age | aged NUM | age NUM`,
		read:    func(m *match) reading { return reading{} },
		no:      []string{"The 13-year-old, a girl aged 12 and a boy 9 years old sailed with a three-month-old."},
	},
	{
		pattern: `NUM - UNIT (- long)? | NUM - UNITS`,
		read:    readDuration,
		yes:     []string{"A [six-day](DURATION P6D) strike and a [45-day](DURATION P45D) truce ended."},
		no:      []string{"The second-hour results of a 5-4 vote were read."},
	},
	{
		pattern: `NUM to|or|- NUM UNITS`,
		read:    readDurationRange,
		yes:     []string{"They waited [12](DURATION P12M) to [18 months](DURATION P18M)."},
	},
	{
		pattern: `<span> <many> UNIT|UNITS`,
		read:    readDuration,
		yes: []string{
			"They waited over [the past three days](DURATION P3D).",
			"They will wait for [the next few weeks](DURATION PXW).",
			"It grew in [the first nine months](DURATION P9M) of the strike.",
		},
	},
	{
		pattern: `the? past|last|next UNIT or? so? | a|an|one UNIT|UNITS or two`,
		read:    readPastUnit,
		yes:     []string{"Prices fell over [the past year](DURATION P1Y)."},
	},
	{
		pattern: `<a> UNIT | <many> more UNITS | one more UNIT | another UNIT | another NUM UNITS | an additional UNIT |
			a full|whole UNIT | an entire UNIT | the entire|whole UNIT`,
		read: readSingle,
		yes: []string{
			"It lasted [a year](DURATION P1Y) and took [an hour](DURATION PT1H).",
			"They will wait for [one more day](DURATION P1D), or [another two weeks](DURATION P2W).",
		},
		no: []string{"For a second they waited. It was a day of grief."},
	},
	{
		pattern: `half a|an UNIT | a half UNIT | a? half - UNIT`,
		read:    func(m *match) reading { return m.halves(0) },
		yes: []string{
			"They waited [half an hour](DURATION PT30M), [a half-hour](DURATION PT30M) or [half a century](DURATION P50Y).",
		},
	},
	{
		pattern: `a quarter of an hour | three quarters of an hour | a? quarter - century | a? quarter of a century`,
		read:    readQuarterOfUnit,
		yes: []string{
			"They waited [a quarter of an hour](DURATION PT15M), not [a quarter of a century](DURATION P25Y).",
		},
	},
	{
		pattern: `UNIT - long | weeklong|daylong|yearlong|monthlong|hourlong`,
		read:    readLong,
		yes:     []string{"A [week-long](DURATION P1W) strike and a [daylong](DURATION P1D) vote ended."},
	},
	{
		pattern: `a|an|one UNIT and a half`,
		read:    func(m *match) reading { return m.halves(1) },
		yes:     []string{"They waited [a day and a half](DURATION P1DT12H)."},
	},
	{
		pattern: `the? (coming|past|last|next) UNITS | the first|early|final|following UNITS`,
		read:    func(m *match) reading { return m.written(hearsay.Duration, written(m.find(unitNames).unit, "X")) },
		yes:     []string{"Prices will fall in [the coming weeks](DURATION PXW)."},
	},
	{
		pattern: `UNITS`,
		read:    readBareUnits,
		yes:     []string{"They waited for [weeks](DURATION PXW), then for [months](DURATION PXM)."},
		no:      []string{"Days are long when the years pass."},
	},
	{
		pattern: `the fiscal? -? year`,
		read:    readYearEnded,
		yes:     []string{"Sales fell in [the year](DURATION P1Y) ended [Sept. 30](DATE 2026-09-30)."},
	},
	{
		pattern: `the hour`,
		read:    readTheHour,
		yes:     []string{"They will answer within [the hour](DURATION PT1H)."},
		no:      []string{"The hour is late."},
	},
}

// duration writes n units.
func duration(u unit, n int) string { return written(u, strconv.Itoa(n)) }

// written writes an amount of units, "X" for one that is not known.
func written(u unit, amount string) string {
	switch {
	case u == fortnights:
		n, err := strconv.Atoi(amount)
		if err != nil {
			return "PXW"
		}
		return duration(weeks, 2*n)
	case u == noUnit:
		return ""
	case u < days:
		return "PT" + amount + unitCodes[u]
	case u == weekends:
		return "P" + amount + "WE"
	}
	return "P" + amount + unitCodes[u]
}

// halfUnits are half a unit in smaller ones.
var halfUnits = map[unit]string{minute: "30S", hours: "30M", days: "T12H", years: "6M"}

// withHalf writes n units and a half.
func withHalf(u unit, n int) string {
	switch u {
	case decades:
		return duration(years, 10*n+5)
	case centuries:
		return duration(years, 100*n+50)
	}
	smaller, ok := halfUnits[u]
	if !ok {
		return written(u, strconv.Itoa(n)+".5")
	}
	switch {
	case n == 0 && u < days:
		return "PT" + smaller
	case n == 0:
		return "P" + smaller
	}
	return duration(u, n) + smaller
}

func (m *match) halves(n int) reading {
	return m.written(hearsay.Duration, withHalf(m.find(unitName).unit, n))
}

// readDuration reads a number of units.
func readDuration(m *match) reading {
	u, next := m.find(unitName|unitNames), m.after(1)
	switch t := m.find(number | fraction); {
	case t == nil && !m.said(vague...), t != nil && m.isPartOfNumber(t.term):
		return nil
	case m.is(next, "old", "olds"):
		return nil // an age
	case u.unit == second && u.is(ordinal) && !m.said("-"):
		return nil // two second helpings
	case u.unit == quarters && (m.said("-") || m.is(next, "of")):
		return nil // three-quarters of them
	case m.tagged(u.term, names):
		return nil // the name of a broadcast
	case m.said("last", "first") && m.is(next, "later", "earlier", "ago"):
		return nil // "the last [one] 40 minutes later"
	}
	return m.written(hearsay.Duration, m.amount(u.unit))
}

// vague are the words for an amount that is no number, or one only by custom.
var vague = []string{"couple", "dozen", "several", "few", "many", "some", "number", "dozens", "scores", "hundreds", "thousands"}

// isPartOfNumber reports whether digits stand close behind others or a sign: "-5",
// "3,4", "10^9".
func (m *match) isPartOfNumber(t *term) bool {
	prev := m.before(1)
	if m.is(prev, "minus") {
		return true
	}
	return prev.token >= 0 && prev.End == t.Start && (prev.token == t.token || !m.tagged(prev, opening))
}

// opening are the marks that may stand close before a number.
var opening = tags("``", "-LRB-", ":", "$", ",")

// amount writes a <many> of units.
func (m *match) amount(u unit) string {
	if n, ok := m.count(); ok {
		return duration(u, n)
	}
	switch t := m.find(number | fraction); {
	case t == nil:
		return written(u, "X")
	case m.said("half"), t.fraction == "5", t.fraction == "50":
		return withHalf(u, t.n)
	default:
		return written(u, strconv.Itoa(t.n)+"."+t.fraction)
	}
}

// readDurationRange reads "12 to 18 months": two durations.
func readDurationRange(m *match) reading {
	u := m.find(unitNames).unit
	first, second := m.nth(number, 0), m.nth(number, 1)
	if first.fraction != "" || second.fraction != "" || m.is(m.after(1), "old") {
		return nil
	}
	return reading{
		{first: 0, end: 1, kind: hearsay.Duration, value: duration(u, first.n)},
		{first: 2, end: 4, kind: hearsay.Duration, value: duration(u, second.n)},
	}
}

// readQuarterOfUnit reads quarters of an hour or of a century.
func readQuarterOfUnit(m *match) reading {
	switch {
	case m.said("century"):
		return m.written(hearsay.Duration, "P25Y")
	case m.said("three"):
		return m.written(hearsay.Duration, "PT45M")
	}
	return m.written(hearsay.Duration, "PT15M")
}

func readLong(m *match) reading {
	if u := m.find(unitName); u != nil {
		return m.written(hearsay.Duration, duration(u.unit, 1))
	}
	word, _ := strings.CutSuffix(m.low(m.steps[0].term), "long")
	return m.written(hearsay.Duration, duration(m.grammar.vocabulary.words[word].unit, 1))
}

func readPastUnit(m *match) reading {
	u := m.find(unitName | unitNames).unit
	if m.said("two") {
		return m.written(hearsay.Duration, written(u, "X"))
	}
	if !m.said("past") && !m.said("so") {
		return nil
	}
	return m.written(hearsay.Duration, duration(u, 1))
}

// readSingle reads one unit, or some more.
func readSingle(m *match) reading {
	u, next := m.find(unitName|unitNames), m.after(1)
	switch {
	case u.unit == second, u.unit == weekends, m.is(next, "that", "-"), m.tagged(next, nouns):
		return nil
	case m.is(next, "of", "on") && !m.isSpanned():
		return nil // a day of grief
	case m.find(number) == nil && !m.said(vague...):
		return m.written(hearsay.Duration, duration(u.unit, 1))
	}
	return m.written(hearsay.Duration, m.amount(u.unit))
}

// isSpanned reports whether the word before says that a duration follows.
func (m *match) isSpanned() bool {
	return m.is(m.before(1), "for", "within", "over", "after", "than", "took", "lasted", "about", "nearly", "almost")
}

// readBareUnits reads "for weeks".
func readBareUnits(m *match) reading {
	u, prev := m.find(unitNames).unit, m.before(1)
	isTime := m.isSpanned() || m.is(prev, "in", "of", "take", "last") || m.is(m.after(1), "of")
	if !isTime || m.is(prev, "the") || u == quarters {
		return nil
	}
	return m.written(hearsay.Duration, written(u, "X"))
}

// readYearEnded reads a year that ends on a day of its own: it is none of the calendar.
func readYearEnded(m *match) reading {
	if !m.said("fiscal") && !m.is(m.after(1), "ended", "ending") {
		return nil
	}
	return m.written(hearsay.Duration, "P1Y")
}

func readTheHour(m *match) reading {
	if !m.is(m.before(1), "within") {
		return nil
	}
	return m.written(hearsay.Duration, "PT1H")
}
