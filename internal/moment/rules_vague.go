package moment

import "hearsay"

// Times that are no more than now, before and after.
var vagueRules = []rule{
	{
		pattern: `now | currently | these days | at present | at the moment | right now | nowadays`,
		read:    readNow,
		yes: []string{
			"The port is [now](DATE PRESENT_REF) shut.",
			"She [currently](DATE PRESENT_REF) leads the league.",
		},
		no: []string{"Now that the port is shut, they wait."},
	},
	{
		pattern: `recently | the (recent)? past | in the recent past`,
		read:    readPast,
		yes:     []string{"The port shut [recently](DATE PAST_REF). In [the past](DATE PAST_REF) it was open."},
	},
	{
		pattern: `the (near|foreseeable|distant)? future | the near term`,
		read:    readFuture,
		yes:     []string{"They want to meet in [the near future](DATE FUTURE_REF)."},
		no:      []string{"The future of the port is open."},
	},
	{
		pattern: `recent days|weeks|months|years|decades`,
		read:    readRecentUnits,
		yes:     []string{"Prices fell in [recent months](DURATION PXM)."},
	},
	{
		pattern: `year - end | the? year end | year 's end`,
		read:    readYearEnd,
		yes:     []string{"It is to be paid by [year-end](DATE 2027-12-31)."},
	},
}

func readNow(m *match) reading {
	if m.is(m.after(1), "that") || m.is(m.before(1), "from", "by") && m.is(m.after(1), "on") {
		return nil
	}
	return m.written(hearsay.Date, "PRESENT_REF")
}

func readPast(m *match) reading {
	if next := m.after(1); m.said("past") && (next.is(unitName|unitNames|number) || m.tagged(next, nouns|tags("JJ"))) {
		return nil
	}
	return m.written(hearsay.Date, "PAST_REF")
}

func readFuture(m *match) reading {
	if m.is(m.after(1), "of") || m.tagged(m.after(1), nouns) {
		return nil
	}
	return m.written(hearsay.Date, "FUTURE_REF")
}

func readRecentUnits(m *match) reading {
	return m.written(hearsay.Duration, written(m.find(unitNames).unit, "X"))
}

// readYearEnd reads "year-end" as December 31: of this year, or of the last where
// what is told has happened.
func readYearEnd(m *match) reading {
	if !m.dated {
		return m.date(point{})
	}
	end := newYear(m.now.Year()+1).AddDate(0, 0, -1)
	if m.isPast() {
		end = end.AddDate(-1, 0, 0)
	}
	return m.date(dayPoint(end))
}
