package moment

import (
	"time"

	"hearsay"
)

// Weekdays: the one before or after the day the words were written.
var weekdayRules = []rule{
	{
		pattern: `<weekday>`,
		read:    func(m *match) reading { return m.date(m.weekday()) },
		yes: []string{
			"They met on [Friday](DATE 2027-03-05).",
			"They will meet on [Friday](DATE 2027-03-12).",
			"The ferry left on [Tuesday](DATE 2027-03-09).",
			"[Sunday](DATE 2027-03-07)'s vote was lost.",
			"The league is to answer by [Thursday](DATE 2027-03-11).",
			"They met [last Tuesday](DATE 2027-03-02) and meet again [next Tuesday](DATE 2027-03-16).",
			"They meet [this Thursday](DATE 2027-03-11).",
			"They have until [Thursday](DATE 2027-03-11). The answer was expected by [Friday](DATE 2027-03-12).",
			"It would match [Monday](DATE 2027-03-08)'s price.",
			"The judge kept the order issued on [Thursday](DATE 2027-03-04).",
			"They met on [Monday](DATE 2027-03-08), or [the previous Friday](DATE 2027-03-05).",
		},
		no: []string{
			"The sat phone was wed to the mast.",
		},
	},
	{
		pattern: `WEEKDAY (last|this|next) week | WEEKDAY of? (last|this|next) week`,
		read:    readWeekdayOfWeek,
		yes:     []string{"They met on [Friday last week](DATE 2027-03-05)."},
	},
	{
		pattern: `WEEKDAY to|through|until|- WEEKDAY`,
		read:    readWeekdays,
		yes:     []string{"It will be shut from [Thursday](DATE 2027-03-11) to [Monday](DATE 2027-03-15)."},
	},
	{
		pattern: `WEEKDAY week | a week on|from WEEKDAY`,
		read:    readWeekOn,
		yes:     []string{"They meet on [Friday week](DATE 2027-03-19)."},
	},
	{
		pattern: `NUM WEEKDAYS ago`,
		read:    readWeekdaysAgo,
		yes:     []string{"They met [two Fridays ago](DATE 2027-02-26)."},
	},
	{
		pattern: `the ORD|last WEEKDAY of|in MONTH (,? of? YEAR)?`,
		read:    readNthWeekday,
		yes:     []string{"They met on [the first Monday in May 2021](DATE 2021-05-03), not on [the last Sunday of February](DATE 2027-02-28)."},
	},
	{
		pattern: `WEEKDAY ,? the? DAY`,
		read:    readWeekdayAndDay,
		yes:     []string{"They met on [Friday the 5th](DATE 2027-03-05)."},
		no: []string{
			"On [Friday](DATE 2027-03-05) 12 people were hurt.",
			"They met on [Friday](DATE 2027-03-05), the fourth meeting in all.",
		},
	},
}

// weekday returns the day that the match's weekday stands for.
func (m *match) weekday() point {
	w := m.find(weekday)
	if !m.dated {
		return point{}
	}
	if m.said("previous", "following") {
		return m.besideNamed(time.Weekday(w.n))
	}
	back := (int(m.now.Weekday()) - w.n + 7) % 7
	ahead := (7 - back) % 7
	switch {
	case m.said("last", "past"):
		return m.shift(days, -orWeek(back))
	case m.said("next", "coming"):
		return m.shift(days, orWeek(ahead))
	case m.said("this"):
		return m.choose(m.shift(days, -back), m.shift(days, ahead))
	}
	return m.choose(m.shift(days, -back), m.shift(days, ahead))
}

// readWeekdays reads "Thursday to Monday": the second is the first of its name behind
// the first.
func readWeekdays(m *match) reading {
	first := m.weekday()
	var second point
	if first.grain == toDay {
		second = shifted(first.first, days, orWeek((m.nth(weekday, 1).n-m.nth(weekday, 0).n+7)%7))
	}
	return reading{
		{0, 1, hearsay.Date, first.value(), first},
		{2, 3, hearsay.Date, second.value(), second},
	}
}

// readWeekOn reads "Friday week": a week after the coming Friday.
func readWeekOn(m *match) reading {
	if m.said("week") && !m.said("a") && m.tagged(m.after(1), nouns) {
		return nil
	}
	if !m.dated {
		return m.date(point{})
	}
	return m.date(m.shift(days, 7+orWeek((m.find(weekday).n-int(m.now.Weekday())+7)%7)))
}

func readWeekdaysAgo(m *match) reading {
	n, back := m.find(number).n, orWeek((int(m.now.Weekday())-m.find(weekdays).n+7)%7)
	if n < 1 || n > maxShift/7 {
		return m.date(point{})
	}
	return m.date(m.shift(days, -back-7*(n-1)))
}

// readNthWeekday reads "the first Monday in May".
func readNthWeekday(m *match) reading {
	n, month := -1, m.find(month).n
	if o := m.find(ordinal); o != nil {
		n = o.n
	}
	if n > 5 {
		return m.date(point{})
	}
	on := func(y int) point {
		day := nth(y, time.Month(month), time.Weekday(m.find(weekday).n), n)
		return dayIf(day, int(day.Month()) == month)
	}
	if y := m.find(yearNumber); y != nil {
		return m.date(on(y.n))
	}
	if !m.dated {
		return m.date(point{})
	}
	return m.date(on(m.monthBeside(month).first.Year()))
}

// orWeek is a week instead of no days: "last Tuesday" is not today.
func orWeek(n int) int {
	if n == 0 {
		return 7
	}
	return n
}

// besideNamed returns the weekday before or after the day that was last named.
func (m *match) besideNamed(w time.Weekday) point {
	day, ok := m.namedDay(nearby)
	if !ok {
		return point{}
	}
	if m.said("previous") {
		return shifted(day, days, -orWeek(int(day.Weekday()-w+7)%7))
	}
	return shifted(day, days, orWeek(int(w-day.Weekday()+7)%7))
}

// readWeekdayOfWeek reads "Friday last week": weeks begin on Monday.
func readWeekdayOfWeek(m *match) reading {
	week := m.shift(weeks, m.shiftSaid())
	if week.grain == nothing {
		return m.date(week)
	}
	return m.date(shifted(week.first, days, (m.find(weekday).n+6)%7))
}

// readWeekdayAndDay reads "Friday the 5th": the nearest month in which it is one.
func readWeekdayAndDay(m *match) reading {
	day := m.find(monthDay)
	if !m.said("the") && !day.is(ordinal) || m.tagged(m.after(1), nouns|tags("JJ")) {
		return nil
	}
	if !m.dated {
		return m.date(point{})
	}
	for _, off := range []int{0, -1, 1} {
		first := shifted(m.now, months, off).first
		if p := m.exactDay(first.Year(), int(first.Month()), day.n); p.grain == toDay {
			return m.date(p)
		}
	}
	return m.date(point{})
}
