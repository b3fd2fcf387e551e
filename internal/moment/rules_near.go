package moment

// Days told from the day the words were written, or from one that was named.
var nearDayRules = []rule{
	{
		pattern: `TODAY`,
		read:    func(m *match) reading { return m.date(m.shift(days, m.find(deictic).n)) },
		yes: []string{
			"They met [yesterday](DATE 2027-03-08) and meet [today](DATE 2027-03-09) and [tomorrow](DATE 2027-03-10).",
		},
	},
	{
		pattern: `the day before yesterday`,
		read:    func(m *match) reading { return m.date(m.shift(days, -2)) },
		yes:     []string{"They met [the day before yesterday](DATE 2027-03-07)."},
	},
	{
		pattern: `the day after tomorrow`,
		read:    func(m *match) reading { return m.date(m.shift(days, 2)) },
		yes:     []string{"They meet [the day after tomorrow](DATE 2027-03-11)."},
	},
	{
		pattern: `the (next|following) day`,
		read:    func(m *match) reading { return m.besideDay(1) },
		yes:     []string{"They met on [March 3](DATE 2027-03-03) and left [the next day](DATE 2027-03-04)."},
	},
	{
		pattern: `the (previous|preceding) day | the day before`,
		read:    readDayBefore,
		yes:     []string{"They left on [March 3](DATE 2027-03-03). They had met [the previous day](DATE 2027-03-02)."},
	},
	{
		pattern: `the same day | that same day`,
		read:    func(m *match) reading { return m.besideDay(0) },
		yes:     []string{"They met on [March 3](DATE 2027-03-03) and left [the same day](DATE 2027-03-03)."},
	},
	{
		pattern: `the end of the day | the close of the day`,
		read:    readThisDay,
		yes:     []string{"An answer is due by [the end of the day](DATE 2027-03-09)."},
		no:      []string{"It made the day of every sailor."},
	},
}

// besideDay reads a day n days from the one last named; without one, it cannot be
// told which.
func (m *match) besideDay(n int) reading {
	day, ok := m.namedDay(nearby)
	if !ok {
		return m.date(point{})
	}
	return m.date(shifted(day, days, n))
}

// readDayBefore does not read "the day before the vote".
func readDayBefore(m *match) reading {
	if m.said("before") && !m.endsClause() {
		return nil
	}
	return m.besideDay(-1)
}

func readThisDay(m *match) reading { return m.date(dayIf(m.theDay())) }
