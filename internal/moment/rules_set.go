package moment

import (
	"fmt"

	"hearsay"
)

// Times that come again.
var setRules = []rule{
	{
		pattern: `every|each UNIT`,
		read:    func(m *match) reading { return m.written(hearsay.Set, duration(m.find(unitName).unit, 1)) },
		yes:     []string{"Ships sail [every day](SET P1D) and [each month](SET P1M)."},
	},
	{
		pattern: `every other UNIT`,
		read:    func(m *match) reading { return m.written(hearsay.Set, duration(m.find(unitName).unit, 2)) },
		yes:     []string{"Ships sail [every other week](SET P2W)."},
	},
	{
		pattern: `every NUM|few UNITS`,
		read:    readEvery,
		yes:     []string{"Ships sail [every 12 hours](SET PT12H) or [every few days](SET PXD)."},
	},
	{
		pattern: `on|at weekends`,
		read:    readWeekends,
		yes:     []string{"Ships sail on [weekends](SET XXXX-WXX-WE)."},
	},
	{
		pattern: `every|each WEEKDAY | WEEKDAYS`,
		read:    readEveryWeekday,
		yes:     []string{"Ships sail [every Friday](SET XXXX-WXX-5) and on [Mondays](SET XXXX-WXX-1)."},
	},
	{
		pattern: `every|each SEASON`,
		read:    func(m *match) reading { return m.written(hearsay.Set, "XXXX-"+m.find(season).code) },
		yes:     []string{"Ships sail [every summer](SET XXXX-SU)."},
	},
	{
		pattern: `every|each MONTH`,
		read:    func(m *match) reading { return m.written(hearsay.Set, fmt.Sprintf("XXXX-%02d", m.find(month).n)) },
		yes:     []string{"Ships sail [every June](SET XXXX-06)."},
	},
	{
		pattern: `every|each PART`,
		read:    func(m *match) reading { return m.written(hearsay.Set, "XXXX-XX-XXT"+m.find(part).code) },
		yes:     []string{"Ships sail [every morning](SET XXXX-XX-XXTMO)."},
	},
	{
		pattern: `daily | weekly | monthly | yearly | hourly | nightly`,
		read:    readAdverb,
		yes:     []string{"Ships sail [daily](SET P1D)."},
	},
	{
		pattern: `a|an|per UNIT`,
		read:    readRate,
		yes: []string{
			"It costs 30 million crowns [a year](SET P1Y).",
			"They meet twice [a week](SET P1W) and pay 40 crowns [an hour](SET PT1H).",
			"It makes 200 ships [per year](SET P1Y).",
		},
		no: []string{"It lasted [a year](DURATION P1Y).", "The dam lets 40 cubic metres a second through."},
	},
}

func readEvery(m *match) reading {
	n, ok := m.count()
	if !ok {
		return m.written(hearsay.Set, written(m.find(unitNames).unit, "X"))
	}
	return m.written(hearsay.Set, duration(m.find(unitNames).unit, n))
}

// readEveryWeekday numbers the weekdays from Monday, as ISO 8601 does.
func readEveryWeekday(m *match) reading {
	if m.before(1).is(number | ordinal) {
		return nil // two Fridays
	}
	return m.written(hearsay.Set, fmt.Sprintf("XXXX-WXX-%d", (m.find(weekday|weekdays).n+6)%7+1))
}

func readWeekends(*match) reading {
	return reading{{first: 1, end: 2, kind: hearsay.Set, value: "XXXX-WXX-WE"}}
}

var adverbs = map[string]unit{
	"daily": days, "weekly": weeks, "monthly": months, "yearly": years, "hourly": hours, "nightly": days,
}

func readAdverb(m *match) reading {
	if m.tagged(m.steps[0].term, names) {
		return nil // the name of a paper
	}
	return m.written(hearsay.Set, duration(adverbs[m.grammar.literals[m.steps[0].word-1]], 1))
}

// readRate reads "a year" behind a quantity: so much each year.
func readRate(m *match) reading {
	prev := m.before(1)
	if !m.said("per") {
		isQuantity := m.tagged(prev, tags("NN", "NNS", "CD")) || prev.is(number) || m.is(prev, "once", "twice", "times")
		if !isQuantity || m.is(m.after(1), "ago", "earlier", "later", "after", "before") || prev.is(unitName|weekday|deictic|part) {
			return nil
		}
	}
	if m.find(unitName).unit == second {
		return nil // a unit of measure: so many cubic metres a second
	}
	return m.written(hearsay.Set, duration(m.find(unitName).unit, 1))
}
