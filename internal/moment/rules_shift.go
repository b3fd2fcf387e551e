package moment

import "hearsay"

// Stretches of the calendar told from the day the words were written: last week, this
// year, next spring.
var shiftRules = []rule{
	{
		pattern: `last|past|next|this|coming UNIT`,
		read:    readShiftedUnit,
		yes: []string{
			"They met [last week](DATE 2027-W09) and meet [next month](DATE 2027-04).",
			"They met [last year](DATE 2026) and meet [this weekend](DATE 2027-W10-WE).",
			"It fell [last quarter](DATE 2026-Q4) and rose [last century](DATE 19).",
			"It fell over the [last year](DURATION P1Y). They meet this [coming weekend](DATE 2027-W10-WE).",
		},
		no: []string{"At the last minute they met for the last second."},
	},
	{
		pattern: `the (current|present) UNIT`,
		read:    func(m *match) reading { return m.period(0) },
		yes:     []string{"Prices fell in [the current year](DATE 2027)."},
	},
	{
		pattern: `the (previous|preceding|prior) UNIT | the UNIT before`,
		read:    readPeriodBefore,
		yes:     []string{"It fell in [2020](DATE 2020), after a rise in [the previous year](DATE 2019)."},
	},
	{
		pattern: `the (following|next) UNIT`,
		read:    readNextPeriod,
		yes:     []string{"It fell in [March 2020](DATE 2020-03) and rose in [the following month](DATE 2020-04)."},
	},
	{
		pattern: `the same UNIT | that UNIT`,
		read:    func(m *match) reading { return m.besidePeriod(0) },
		yes:     []string{"It fell in [March 2020](DATE 2020-03) and rose in [the same year](DATE 2020)."},
		no:      []string{"They met at the same time.", "It was that day that counted."},
	},
	{
		pattern: `the (full|whole|entire)? UNIT`,
		read:    readTheUnit,
		yes: []string{
			"They will meet later in [the week](DATE 2027-W10).",
			"It is due by [the end of the month](DATE 2027-03).",
			"Prices rose over [the year](DATE 2027).",
		},
		no: []string{
			"She is the player of the year.",
			"The minute the hour came he ran.",
			"The week of rage began.",
		},
	},
	{
		pattern: `the weekend`,
		read:    readWeekend,
		yes: []string{
			"They met over [the weekend](DATE 2027-W09-WE).",
			"They will meet over [the weekend](DATE 2027-W10-WE).",
		},
	},
	{
		pattern: `(last | next | this | this past) MONTH`,
		read:    readShiftedMonth,
		yes: []string{
			"They met [last December](DATE 2026-12) and meet [next March](DATE 2028-03).",
			"They meet [this September](DATE 2027-09).",
		},
	},
	{
		pattern: `MONTH ,? of? (last|this|next) year`,
		read:    readMonthOfYear,
		yes:     []string{"They met in [July last year](DATE 2026-07)."},
	},
	{
		pattern: `(last | next | this | this past | the past | the coming) SEASON`,
		read:    readShiftedSeason,
		yes: []string{
			"They met [last spring](DATE 2026-SP) and [last winter](DATE 2026-WI).",
			"They meet [this summer](DATE 2027-SU) and [next spring](DATE 2028-SP).",
		},
	},
	{
		pattern: `the week of <date>`,
		read:    readWeekOf,
		yes:     []string{"They met in [the week of March 1](DATE 2027-W09)."},
	},
}

// readShiftedUnit reads "last week". What is shorter than a week is no stretch of the
// calendar: "at the last minute".
func readShiftedUnit(m *match) reading {
	n := 0
	switch {
	case m.said("last") && m.is(m.before(1), "the") && m.runsUp(2) && m.find(unitName).unit >= hours:
		return m.oneUnit() // over the last year
	case m.said("last"):
		n = -1
	case m.said("coming") && m.find(unitName).unit == weekends:
		n = 0
	case m.said("next", "coming"):
		n = 1
	case m.said("past"):
		return nil
	}
	return m.period(n)
}

// runsUp reports whether the word n before the match makes a stretch up to now, or from
// now on, of what follows.
func (m *match) runsUp(n int) bool {
	return m.is(m.before(n), "over", "in", "within", "during", "for", "throughout")
}

// oneUnit reads the match's unit as a duration.
func (m *match) oneUnit() reading {
	u := m.find(unitName).unit
	if u >= centuries {
		return m.period(-1)
	}
	return m.written(hearsay.Duration, duration(u, 1))
}

// period reads the match's unit, n from the one that now is in.
func (m *match) period(n int) reading {
	u := m.find(unitName).unit
	if u < weeks || u == millennia {
		return nil
	}
	return m.date(m.shift(u, n))
}

// besidePeriod reads the unit n from the one that was last named, as exactly or more
// so.
func (m *match) besidePeriod(n int) reading {
	u := m.find(unitName).unit
	if u < weeks || u == millennia {
		return nil
	}
	if p, ok := m.lastNamed(around(m.now, u).grain); ok {
		return m.date(shifted(p.first, u, n))
	}
	return m.date(point{})
}

func readNextPeriod(m *match) reading {
	if m.said("next") && m.runsUp(1) {
		return m.oneUnit()
	}
	return m.besidePeriod(1)
}

func readPeriodBefore(m *match) reading {
	if m.said("before") && !m.endsClause() {
		return nil
	}
	return m.besidePeriod(-1)
}

// lastNamed returns what was last named and is known at least as exactly as asked.
func (s *scene) lastNamed(g grain) (point, bool) {
	best := -1
	for i := toMinute; i <= g; i++ {
		m := s.named[i]
		if m.grain != nothing && (best < 0 || m.order > s.named[best].order) {
			best = int(i)
		}
	}
	if best < 0 {
		return point{}, false
	}
	return s.named[best].point, true
}

// readTheUnit reads "the week": the one that is running. It must stand where a time
// stands.
func readTheUnit(m *match) reading {
	u := m.find(unitName).unit
	if u != weeks && u != months && u != years && u != decades || !m.standsAsTime() {
		return nil
	}
	return m.date(m.shift(u, 0))
}

// standsAsTime reports whether "the week" stands behind a preposition that times have:
// "the end of the week", but not "the goal of the week" nor "the week that …".
func (m *match) standsAsTime() bool {
	switch prev := m.before(1); {
	case m.is(m.after(1), "of", "that", "when", "before", "after", "ended", "ending"):
		return false
	case m.is(prev, "of"):
		return m.is(m.before(2), "end", "start", "beginning", "middle", "close", "rest", "part", "half", "months", "course", "turn", "most")
	default:
		return m.is(prev, "in", "for", "over", "during", "throughout", "by", "this", "through")
	}
}

func readWeekend(m *match) reading {
	return m.date(m.choose(m.lastWeekend(), m.shift(weekends, 0)))
}

// lastWeekend is the weekend that has begun.
func (m *match) lastWeekend() point {
	if p := m.shift(weekends, 0); !p.first.After(m.now) {
		return p
	}
	return m.shift(weekends, -1)
}

// readShiftedMonth reads "last December", the last that is over, "next March", the
// next that has not begun, and "this September", this year's.
func readShiftedMonth(m *match) reading {
	if !m.dated {
		return m.date(point{})
	}
	n, y := m.find(month).n, m.now.Year()
	switch now := int(m.now.Month()); {
	case m.said("this") && m.said("past"), m.said("last"):
		if n >= now {
			y--
		}
	case m.said("next"):
		if n <= now {
			y++
		}
	}
	return m.date(monthPoint(y, n))
}

func readMonthOfYear(m *match) reading {
	if !m.dated {
		return m.date(point{})
	}
	return m.date(monthPoint(m.now.Year()+m.shiftSaid(), m.find(month).n))
}

// readShiftedSeason reads "last spring", the last that is over, "next spring", the
// next that has not begun, and "this spring", this year's.
func readShiftedSeason(m *match) reading {
	if !m.dated {
		return m.date(point{})
	}
	code, y := m.find(season).code, m.now.Year()
	this := seasonPoint(y, code)
	switch {
	case m.said("last", "past"):
		for this.first.AddDate(0, 3, 0).After(m.now) {
			y--
			this = seasonPoint(y, code)
		}
	case m.said("next", "coming"):
		for !this.first.After(m.now) {
			y++
			this = seasonPoint(y, code)
		}
	}
	return m.date(this)
}

func readWeekOf(m *match) reading {
	day := m.day()
	if day.grain != toDay {
		return m.unresolved(hearsay.Date)
	}
	return m.date(around(day.first, weeks))
}
