package moment

import "hearsay"

// Parts of the day.
var partRules = []rule{
	{
		pattern: `<day> PART`,
		read:    func(m *match) reading { return m.partOf(m.day()) },
		yes: []string{
			"They met on [Friday night](TIME 2027-03-05TNI).",
			"They will meet [tomorrow morning](TIME 2027-03-10TMO).",
			"They are to meet on [Thursday evening](TIME 2027-03-11TEV).",
		},
	},
	{
		pattern: `the? PART of|on|before? <day>`,
		read:    func(m *match) reading { return m.partOf(m.day()) },
		yes: []string{
			"They met on [the evening of March 3](TIME 2027-03-03TEV).",
			"The port shut at [dawn on Wednesday](TIME 2027-03-03TMO).",
		},
	},
	{
		pattern: `the early|wee|small hours (of <day> morning?)?`,
		read:    readSmallHours,
		yes:     []string{"They met in [the early hours of Monday](TIME 2027-03-08TMO)."},
	},
	{
		pattern: `early|late on <day>`,
		read:    readEndOfDay,
		yes: []string{
			"They met [late on Monday](TIME 2027-03-08TNI).",
		},
	},
	{
		pattern: `this PART`,
		read:    func(m *match) reading { return m.partOf(m.shift(days, 0)) },
		yes:     []string{"They met [this morning](TIME 2027-03-09TMO)."},
	},
	{
		pattern: `last night|evening`,
		read:    func(m *match) reading { return m.partOf(m.shift(days, -1)) },
		yes:     []string{"They met [last night](TIME 2027-03-08TNI)."},
	},
	{
		pattern: `tonight`,
		read:    func(m *match) reading { return m.partOn(m.shift(days, 0), "NI") },
		yes:     []string{"They meet [tonight](TIME 2027-03-09TNI)."},
	},
	{
		pattern: `overnight`,
		read:    readOvernight,
		yes:     []string{"Rescuers worked [overnight](TIME 2027-03-08TNI)."},
	},
	{
		pattern: `the (next|following) PART`,
		read:    func(m *match) reading { return m.partBeside(1) },
		yes:     []string{"They met on [March 3](DATE 2027-03-03) and left [the next morning](TIME 2027-03-04TMO)."},
	},
	{
		pattern: `the (previous) PART | the PART before`,
		read:    func(m *match) reading { return m.partBeside(-1) },
		yes:     []string{"They left on [March 3](DATE 2027-03-03). They had met [the previous evening](TIME 2027-03-02TEV)."},
	},
	{
		pattern: `the|that same PART | that PART`,
		read:    func(m *match) reading { return m.partBeside(0) },
		yes:     []string{"They met on [March 3](DATE 2027-03-03) and left [the same evening](TIME 2027-03-03TEV)."},
	},
	{
		pattern: `the PART | all night|day`,
		read:    readThePart,
		yes: []string{
			"The council sat in [the morning](TIME 2027-03-09TMO).",
			"On [Friday](DATE 2027-03-05) the council sat into [the evening](TIME 2027-03-05TEV).",
		},
	},
	{
		pattern: `mid -? PART`,
		read:    func(m *match) reading { return m.partOf(dayIf(m.theDay())) },
		yes:     []string{"They met by [mid-afternoon](TIME 2027-03-09TAF)."},
	},
	{
		pattern: `dawn|daybreak|sunrise|sunset|dusk|nightfall`,
		read:    readTwilight,
		yes:     []string{"The port shut at [dawn](TIME 2027-03-09TMO)."},
		no:      []string{"It was the dawn of reform. The night shift left."},
	},
}

func readSmallHours(m *match) reading {
	if !m.said("of") {
		return m.partOn(dayIf(m.theDay()), "MO")
	}
	return m.partOn(m.day(), "MO")
}

// day returns the day that a <day> stands for.
func (m *match) day() point {
	switch d := m.find(digitDate); {
	case d != nil:
		return m.digitDate(d)
	case m.find(month) != nil:
		return m.monthDay(m.find(monthDay))
	case m.find(weekday) != nil:
		return m.weekday()
	}
	return m.shift(days, m.find(deictic).n)
}

// partOf reads the part that the match names, of a day.
func (m *match) partOf(day point) reading { return m.partOn(day, m.find(part).code) }

func (m *match) partOn(day point, code string) reading {
	if day.grain != toDay {
		return m.unresolved(hearsay.Time)
	}
	return m.time(partPoint(day.first, code))
}

// partBeside reads a part of the day n days from the one last named.
func (m *match) partBeside(n int) reading {
	day, ok := m.namedDay(nearby)
	if !ok {
		return m.unresolved(hearsay.Time)
	}
	return m.partOf(shifted(day, days, n))
}

// readThePart reads "the evening": of the day the sentence has named, else of the
// day the words were written. "The morning after" is another's, and so is "the
// evening of his life".
func readThePart(m *match) reading {
	if m.is(m.after(1), "of", "before") || m.tagged(m.after(1), nouns) {
		return nil
	}
	if _, named := m.namedDay(0); m.is(m.after(1), "after") && !named {
		return nil
	}
	code := "NI"
	if p := m.find(part); p != nil {
		code = p.code
	} else if m.said("day") {
		return nil
	}
	return m.partOn(m.dayOfPart(code), code)
}

// partStarts are the hours from which on a part of the day has begun.
var partStarts = map[string]int{"MO": 4, "AF": 12, "EV": 16, "NI": 19}

// dayOfPart is the day of "the evening". Written before its evening, a day's report that
// tells what happened in the evening tells of the evening before.
func (m *match) dayOfPart(code string) point {
	day, ok := m.theDay()
	if ok && day.Equal(m.now) && m.minute != unknownMinute && m.minute < 60*partStarts[code] && m.isPast() {
		return m.shift(days, -1)
	}
	return dayIf(day, ok)
}

func readTwilight(m *match) reading {
	if m.is(m.after(1), "of") || m.is(m.before(1), "a", "new") || m.tagged(m.steps[0].term, names) || m.tagged(m.after(1), nouns) {
		return nil
	}
	return m.partOf(dayIf(m.theDay()))
}

// readOvernight reads "overnight" as the night before, unless it is still to come.
func readOvernight(m *match) reading {
	if m.tagged(&term{token: m.steps[0].token}, tags("JJ")) && m.tagged(m.after(1), nouns) {
		return m.partOn(m.shift(days, -1), "NI")
	}
	last, next := m.shift(days, -1), m.shift(days, 0)
	return m.partOn(m.choose(last, next), "NI")
}

// readEndOfDay reads "late on Monday" as its night, "early on Monday" as its morning.
func readEndOfDay(m *match) reading {
	if m.said("early") {
		return m.partOn(m.day(), "MO")
	}
	return m.partOn(m.day(), "NI")
}
