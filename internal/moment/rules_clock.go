package moment

import "hearsay"

// Times of day. A time without its half of the day is that half if a part of the day
// says so ("nine this morning"), or if it was written as clocks of 24 hours write
// it; at "three o'clock" it is the one nearest to when the words were written,
// before or after as the tense says. Zones belong to the words, not to the value.
var clockRules = []rule{
	{
		pattern: `<clock> ,? on|of? <day> PART?`,
		read:    readClockOnDay,
		yes: []string{
			"They meet at [5 p.m. on March 11](TIME 2027-03-11T17:00).",
			"They will meet at [noon on Wednesday](TIME 2027-03-10T12:00).",
			"They met at [ten past nine on Thursday night](TIME 2027-03-04T21:10).",
			"They will meet at [10:30 GMT on Friday](TIME 2027-03-12T10:30).",
			"They met at [half past nine yesterday](TIME ?).",
		},
		no: []string{"She asked [13 p.m. on Friday](TIME ?), [25 a.m. today](TIME ?)."},
	},
	{
		pattern: `<clock> | HHMM ZONE | HHMM hours`,
		read:    readClockTime,
		yes: []string{
			"They met at [9 a.m.](TIME 2027-03-09T09:00) and left at [14:30](TIME 2027-03-09T14:30).",
			"On [Friday](DATE 2027-03-05) they met at [9.15am](TIME 2027-03-05T09:15).",
			"They met at [0900 GMT](TIME 2027-03-09T09:00) and at [noon](TIME 2027-03-09T12:00).",
			"The offer ends at [midnight Friday](TIME 2027-03-12T24:00).",
			"They met at [three o'clock](TIME 2027-03-09T15:00) and left at [ten past six](TIME 2027-03-09T18:10).",
		},
		no: []string{
			"The psalm is John 3:16 and the score was 2:1.",
			"They won by 4.30 points and 1,400 votes, five to four.",
		},
	},
	{
		pattern: `<clock> in|on|of|at? (this|that|the|last|tomorrow|yesterday)? (PART|tonight) <zone>? |
			HOUR in the PART | HOUR this|tomorrow|yesterday PART | HOUR tonight | HOUR at night`,
		read: readClockInPart,
		yes: []string{
			"They meet at [ten o'clock this morning](TIME 2027-03-09T10:00).",
			"They met at [nine this morning](TIME 2027-03-09T09:00), not at [4 in the afternoon](TIME 2027-03-09T16:00).",
			"They meet at [8 tonight](TIME 2027-03-09T20:00).",
		},
	},
	{
		pattern: `HOUR -|to|until|and|or HOUR AMPM <zone>?`,
		read:    readClockRange,
		yes:     []string{"The port is shut from [9](TIME 2027-03-09T21:00) to [11 p.m.](TIME 2027-03-09T23:00)"},
	},
	{
		pattern: `STAMP`,
		read:    readStamp,
		yes:     []string{"The log says [2027-03-09T14:30Z](TIME 2027-03-09T14:30)."},
	},
}

func readClockOnDay(m *match) reading {
	if c := m.find(clock); c != nil && c.is(number) && m.find(half|zone) == nil || m.said("past", "to") && !m.isTold() {
		return nil
	}
	return m.clockOn(m.day())
}

// isTold reports whether the word before says that a time follows: "five to four" is
// a vote.
func (m *match) isTold() bool {
	return m.is(m.before(1), "at", "by", "until", "before", "after", "about", "around", "was", "is", "from", "since")
}

// clockOn reads the match's time on a day.
func (m *match) clockOn(day point) reading {
	t := m.clockTime()
	if p := m.find(part); p != nil {
		t = t.inPart(p.code)
	} else if code, ok := m.partNamed(); ok {
		t = t.inPart(code)
	}
	if t.open && day.grain == toDay && m.dated && day.first.Equal(m.now) {
		t = m.halfByNow(t)
	}
	if day.grain != toDay || t.minute == noMinute || t.open {
		return m.unresolved(hearsay.Time)
	}
	return m.time(minutePoint(day.first, t.minute))
}

// partNamed is the part of the day that the sentence named before.
func (m *match) partNamed() (code string, ok bool) {
	p := m.named[toPart]
	return p.code, p.grain != nothing && p.sentence == m.sentence
}

// halfByNow chooses the half of today that lies before or after now, as the tense
// says, if only one of them does.
func (m *match) halfByNow(t clockTime) clockTime {
	early, late := t.inHalf("am"), t.inHalf("pm")
	if m.minute == unknownMinute {
		return t
	}
	switch {
	case m.isPast() && late.minute > m.minute, m.isComing() && early.minute > m.minute:
		return early
	case m.isPast(), m.isComing():
		return late
	}
	return t
}

// readClockTime reads a time alone: of the day the sentence has named, else of the
// day the words were written.
func readClockTime(m *match) reading {
	if c := m.find(clock); c != nil && m.find(half|zone) == nil && !m.isClock(c) {
		return nil
	}
	if m.said("past", "to") && !m.isTold() {
		return nil
	}
	day, ok := m.theDay()
	if m.said("midnight") && ok {
		return m.midnight()
	}
	return m.clockOn(dayIf(day, ok))
}

// isClock reports whether digits are a time and no verse, result or price: it takes
// a word before them that says so, or a colon and two digits for the hour.
func (m *match) isClock(c *step) bool {
	if m.is(m.before(1), "at", "by", "until", "till", "from", "around", "about", "before", "after", "since") {
		return c.is(clock) && !c.is(number) || m.is(m.before(1), "at") && !m.tagged(m.after(1), nouns|tags("CD", "$"))
	}
	return !c.is(number) && c.Len() == 5 && !m.tagged(m.before(1), names)
}

// midnight reads "midnight" alone: the one at the beginning of the day for what has
// happened, at its end for what will. Of a day that was named it is the end.
func (m *match) midnight() reading {
	if day, ok := m.namedDay(0); ok && !day.Equal(m.now) {
		return m.time(minutePoint(day, dayMinutes))
	}
	return m.time(m.choose(minutePoint(m.now, 0), minutePoint(m.now.AddDate(0, 0, 1), 0)))
}

// readClockInPart reads "nine this morning".
func readClockInPart(m *match) reading {
	day, ok := m.theDay()
	off := 0
	switch {
	case m.said("tomorrow"):
		off = 1
	case m.said("yesterday", "last"):
		off = -1
	}
	if off != 0 || m.said("this", "tonight") {
		day, ok = m.now.AddDate(0, 0, off), m.dated
	}
	code := "NI"
	if p := m.find(part); p != nil {
		code = p.code
	}
	t := m.clockTime().inPart(code)
	if !ok || t.minute == noMinute {
		return m.unresolved(hearsay.Time)
	}
	return m.time(minutePoint(day, t.minute))
}

// readClockRange reads "9 to 11 p.m.": the half of the day is that of both, if the
// first is then not after the second.
func readClockRange(m *match) reading {
	day, ok := m.theDay()
	code := m.find(half).code
	first := clockTime{minute: m.nth(hour, 0).n * 60}.inHalf(code)
	second := clockTime{minute: m.nth(hour, 1).n * 60}.inHalf(code)
	if first.minute > second.minute && code == "pm" {
		first = clockTime{minute: m.nth(hour, 0).n * 60}.inHalf("am")
	}
	at := func(t clockTime) point {
		if !ok || t.minute == noMinute {
			return point{}
		}
		return minutePoint(day, t.minute)
	}
	return reading{
		{0, 1, hearsay.Time, at(first).value(), at(first)},
		{2, len(m.steps), hearsay.Time, at(second).value(), at(second)},
	}
}

// readStamp reads 2027-03-09T14:30.
func readStamp(m *match) reading {
	f := digitFields(m.steps[0].In(m.doc.Text))
	day, ok := date(f[0], f[1], f[2])
	if !ok || f[3] > 24 || f[4] > 59 {
		return m.unresolved(hearsay.Time)
	}
	return m.time(minutePoint(day, f[3]*60+f[4]))
}
