package moment

import (
	"time"

	"hearsay"
)

// Holidays that are on one day in every country that has them. Those that move with
// the moon's calendar or from country to country are not resolved.
var holidayRules = []rule{
	{
		pattern: `christmas|christmas eve|day? YEAR? | christmas|christmas day YEAR?`,
		read:    holiday(christmas),
		yes: []string{
			"They met at [Christmas](DATE 2026-12-25) and on [Christmas Eve](DATE 2026-12-24).",
			"They will meet at [Christmas](DATE 2027-12-25).",
		},
		no: []string{"The Christmas tree fell."},
	},
	{
		pattern: `new year 's day|eve YEAR?`,
		read:    holiday(newYearsDay),
		yes:     []string{"They met on [New Year's Day](DATE 2027-01-01) and [New Year's Eve](DATE 2026-12-31)."},
	},
	{
		pattern: `boxing day YEAR?`,
		read:    holiday(fixed(time.December, 26)),
		yes:     []string{"They met on [Boxing Day](DATE 2026-12-26)."},
	},
	{
		pattern: `halloween YEAR?`,
		read:    holiday(fixed(time.October, 31)),
		yes:     []string{"They met on [Halloween](DATE 2026-10-31)."},
	},
	{
		pattern: `valentine 's day YEAR?`,
		read:    holiday(fixed(time.February, 14)),
		yes:     []string{"They met on [Valentine's Day](DATE 2027-02-14)."},
	},
	{
		pattern: `thanksgiving day? YEAR?`,
		read:    holiday(thanksgiving),
		yes:     []string{"They met on [Thanksgiving](DATE 2026-11-26)."},
		no:      []string{"A service of thanksgiving was held."},
	},
	{
		pattern: `good friday YEAR? | easter sunday|monday|eve? YEAR?`,
		read:    holiday(easterDays),
		yes: []string{
			"They met on [Good Friday 2021](DATE 2021-04-02) and on [Easter Monday 2024](DATE 2024-04-01).",
			"They will meet at [Easter](DATE 2027-03-28).",
		},
		no: []string{"The Easter egg fell."},
	},
	{
		pattern: `MONTH DAY attack|attacks|hijackings`,
		read:    readNamedByDay,
		yes:     []string{"He was hurt in the [Sept. 11](DATE 2001-09-11) attacks."},
	},
	{
		pattern: `easter week`,
		read:    readEasterWeek,
		yes:     []string{"They will meet in [Easter week](DATE 2027-W12)."},
	},
	{
		pattern: `ramadan YEAR? | the? lunar new year | yom kippur | eid al - adha|fitr | diwali | hanukkah`,
		read:    func(m *match) reading { return m.date(point{}) },
		yes:     []string{"They met in [Ramadan](DATE ?)."},
	},
}

// holiday reads the name of a day that on says the date of, in its year or in the
// one that is meant.
func holiday(on func(m *match, year int) time.Time) func(*match) reading {
	return func(m *match) reading {
		t := m.steps[0].term
		if form := t.In(m.doc.Text); form[0] < 'A' || form[0] > 'Z' || m.isOccasion() {
			return nil
		}
		if y := m.find(yearNumber); y != nil {
			return m.date(dayPoint(on(m, y.n)))
		}
		if !m.dated {
			return m.date(point{})
		}
		var last, next point
		for y := m.now.Year() + 1; y >= m.now.Year()-1; y-- {
			day := dayPoint(on(m, y))
			if !day.first.Before(m.now) {
				next = day
			}
			if !day.first.After(m.now) && last.grain == nothing {
				last = day
			}
		}
		return m.date(m.nearest(last, next))
	}
}

// isOccasion reports whether the name says what kind of thing follows: a Christmas
// tree.
func (m *match) isOccasion() bool {
	return len(m.steps) == 1 && m.tagged(m.after(1), nouns) && !m.is(m.after(1), "'s")
}

func fixed(month time.Month, day int) func(*match, int) time.Time {
	return func(_ *match, y int) time.Time { return time.Date(y, month, day, 0, 0, 0, 0, time.UTC) }
}

func christmas(m *match, y int) time.Time {
	day := 25
	if m.said("eve") {
		day = 24
	}
	return time.Date(y, time.December, day, 0, 0, 0, 0, time.UTC)
}

func newYearsDay(m *match, y int) time.Time {
	if m.said("eve") {
		return time.Date(y, time.December, 31, 0, 0, 0, 0, time.UTC)
	}
	return newYear(y)
}

// thanksgiving is that of the United States, the fourth Thursday of November.
func thanksgiving(_ *match, y int) time.Time { return nth(y, time.November, time.Thursday, 4) }

// readEasterWeek reads the week before Easter Sunday, which ISO 8601 puts at its end.
func readEasterWeek(m *match) reading {
	if !m.dated {
		return m.date(point{})
	}
	return m.date(around(easter(m.now.Year()), weeks))
}

// readNamedByDay reads the day that the attacks of 2001 are named by: it is not the
// nearest of its name.
func readNamedByDay(m *match) reading {
	if m.find(month).n != 9 || m.find(monthDay).n != 11 {
		return nil
	}
	day, _ := date(2001, 9, 11)
	return reading{{first: 0, end: 2, kind: hearsay.Date, value: dayPoint(day).value()}}
}

func easterDays(m *match, y int) time.Time {
	sunday := easter(y)
	switch {
	case m.said("good"):
		return sunday.AddDate(0, 0, -2)
	case m.said("monday"):
		return sunday.AddDate(0, 0, 1)
	case m.said("eve"):
		return sunday.AddDate(0, 0, -1)
	}
	return sunday
}
