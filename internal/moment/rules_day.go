package moment

import (
	"time"

	"hearsay"
)

// Days on the calendar.
var dayRules = []rule{
	{
		pattern: `<date>`,
		read:    readDate,
		yes: []string{
			"The ferry sank on [March 3, 2021](DATE 2021-03-03).",
			"The ferry sank on [Wednesday, 3 March 2021](DATE 2021-03-03).",
			"It was signed on [the 12th of May 2020](DATE 2020-05-12), not on [2020-06-01](DATE 2020-06-01).",
			"The court ruled on [Jan. 29](DATE 2027-01-29).",
			"The vote was set for [April 2](DATE 2027-04-02).",
			"The court ruled on [September 11](DATE 2026-09-11) and will rule on [September 1](DATE 2027-09-01).",
			"The court ruled on [Monday, November 11](DATE ?).",
			"They filed it on [13/02/2027](DATE 2027-02-13).",
			// A day that does not exist, and a weekday that it does not fall on.
			"The court ruled on [February 30, 2021](DATE ?).",
			"The court ruled on [Monday, March 3, 2021](DATE ?).",
			// The day and the month cannot be told apart.
			"They filed it on [03/02/2027](DATE ?).",
			// Not a day but a month and a number of people.
			"In [February](DATE 2027-02) 12 people were hurt.",
		},
		no: []string{
			"He asked for 3,4 or 1.000 of them.",
			"The score was 3/4 and the file had 12345678901234567890 lines.",
			"The ship may sail and they march on.",
		},
	},
	{
		pattern: `MONTH DAY -|to|through|until|and|or DAY (,? YEAR)?`,
		read:    readDaysAfterMonth,
		yes: []string{
			"The fair was open from [May 3](DATE 2027-05-03) to [5](DATE 2027-05-05).",
			"It was shut on [May 3](DATE 2021-05-03) and [4, 2021](DATE 2021-05-04).",
		},
	},
	{
		pattern: `DAY -|to|through|until|and|or DAY of? MONTH (,? YEAR)?`,
		read:    readDaysBeforeMonth,
		yes:     []string{"The fair was open from [3](DATE 2021-05-03) to [5 May 2021](DATE 2021-05-05)."},
	},
	{
		pattern: `MONTH DAY (last|this|next) year`,
		read:    readDateOfYear,
		yes:     []string{"It begins on [July 1 next year](DATE 2028-07-01)."},
	},
	{
		pattern: `MONTH NUM (,? YEAR)? | NUM MONTH (,? YEAR)?`,
		read:    readNoDay,
		yes:     []string{"The court ruled on [March 32](DATE ?) and on [32 March 2021](DATE ?)."},
		no:      []string{"In [March](DATE 2027-03) 32 people were hurt."},
	},
	{
		pattern: `last|next|this MONTH DAY`,
		read:    readLastDay,
		yes:     []string{"It began [last Oct. 23](DATE 2026-10-23) and goes on [next July 1](DATE 2027-07-01)."},
	},
}

func readDate(m *match) reading {
	if d := m.find(digitDate); d != nil {
		return m.date(m.digitDate(d))
	}
	if m.find(yearNumber) == nil && m.isMonthAndCount() {
		return nil
	}
	return m.date(m.monthDay(m.find(monthDay)))
}

// isMonthAndCount reports whether the number behind a month counts what follows: "In
// March 12 people were hurt".
func (m *match) isMonthAndCount() bool {
	day := m.find(monthDay)
	return day.at == m.steps[len(m.steps)-1].at && day.is(number) && m.is(m.before(1), "in", "since") && m.tagged(m.after(1), nouns|tags("JJ"))
}

// monthDay returns the day of the match's month, in its year or in the one that
// is meant.
func (m *match) monthDay(day *step) point {
	month := m.find(month)
	if y := m.find(yearNumber); y != nil {
		return m.exactDay(y.n, month.n, day.n)
	}
	if !m.dated {
		return point{}
	}
	last, next := m.sameDay(month.n, day.n)
	if m.find(weekday) != nil {
		return m.onWeekday(month.n, day.n)
	}
	return m.nearest(last, next)
}

// exactDay is a day that exists and is the weekday the match names, if it names
// one.
func (m *match) exactDay(y, month, day int) point {
	t, ok := date(y, month, day)
	if w := m.find(weekday); w != nil && int(t.Weekday()) != w.n {
		ok = false
	}
	return dayIf(t, ok)
}

// sameDay returns the last such day up to now and the first from now on. February
// 29 may be up to eight years off.
func (m *match) sameDay(month, day int) (last, next point) {
	for y := m.now.Year() + 8; y >= m.now.Year()-8; y-- {
		switch t, ok := date(y, month, day); {
		case !ok:
		case !t.Before(m.now):
			next = dayPoint(t)
			if t.Equal(m.now) && last.grain == nothing {
				last = next
			}
		case last.grain == nothing:
			last = dayPoint(t)
		}
	}
	return last, next
}

// onWeekday returns the day within a year from now that falls on the weekday; the
// nearest of them.
func (m *match) onWeekday(month, day int) point {
	var best time.Time
	for y := m.now.Year() - 1; y <= m.now.Year()+1; y++ {
		p := m.exactDay(y, month, day)
		if p.grain == toDay && (best.IsZero() || p.first.Sub(m.now).Abs() < best.Sub(m.now).Abs()) {
			best = p.first
		}
	}
	return dayIf(best, !best.IsZero())
}

// digitDate reads 2027-03-09, and 9/3/2027 where only one of the two can be the
// month, or both are alike.
func (m *match) digitDate(d *step) point {
	var n [3]int
	fields := digitFields(d.In(m.doc.Text))
	if copy(n[:], fields) < 3 {
		return point{}
	}
	switch {
	case n[0] > 31:
		return m.exactDay(n[0], n[1], n[2])
	case n[0] > 12 || n[0] == n[1]:
		return m.exactDay(n[2], n[1], n[0])
	case n[1] > 12:
		return m.exactDay(n[2], n[0], n[1])
	}
	return point{}
}

// digitFields returns the numbers in a form.
func digitFields(form string) []int {
	var out []int
	for i := 0; i < len(form); i++ {
		if form[i] < '0' || form[i] > '9' {
			continue
		}
		out = append(out, leading(form[i:]))
		for i < len(form) && form[i] >= '0' && form[i] <= '9' {
			i++
		}
	}
	return out
}

// readDaysAfterMonth reads "May 3 to 5": two days of one month.
func readDaysAfterMonth(m *match) reading {
	if m.isCountBehind() {
		return nil
	}
	first, second := m.monthDay(m.nth(monthDay, 0)), m.monthDay(m.nth(monthDay, 1))
	return reading{
		{0, 2, hearsay.Date, first.value(), first},
		{3, len(m.steps), hearsay.Date, second.value(), second},
	}
}

// isCountBehind reports whether the last number counts what follows: "on May 3 and
// 4 people were hurt".
func (m *match) isCountBehind() bool {
	return m.find(yearNumber) == nil && m.tagged(m.after(1), pluralNouns)
}

func readDaysBeforeMonth(m *match) reading {
	first, second := m.monthDay(m.nth(monthDay, 0)), m.monthDay(m.nth(monthDay, 1))
	return reading{
		{0, 1, hearsay.Date, first.value(), first},
		{2, len(m.steps), hearsay.Date, second.value(), second},
	}
}

func readDateOfYear(m *match) reading {
	if !m.dated {
		return m.date(point{})
	}
	return m.date(m.exactDay(m.now.Year()+m.shiftSaid(), m.find(month).n, m.find(monthDay).n))
}

// readNoDay keeps a month from being read where the number beside it can only be
// meant for a day, and is none.
func readNoDay(m *match) reading {
	n := m.find(number)
	if n.is(monthDay|yearNumber) || n.Len() > 2 || n.n > 99 || n.is(numberWord) || !m.is(m.before(1), "on", "by", "until", "since", "from", "to") {
		return nil
	}
	if n.at == m.steps[len(m.steps)-1].at && m.tagged(m.after(1), pluralNouns) {
		return nil
	}
	return m.unresolved(hearsay.Date)
}

// readLastDay reads "last October 23": the last up to now, whatever the tense.
func readLastDay(m *match) reading {
	if !m.dated {
		return m.date(point{})
	}
	last, next := m.sameDay(m.find(month).n, m.find(monthDay).n)
	switch {
	case m.said("last"):
		return m.date(last)
	case m.said("next"):
		return m.date(next)
	}
	return m.date(m.exactDay(m.now.Year(), m.find(month).n, m.find(monthDay).n))
}

// shiftSaid is -1, 0 or 1 for last, this and next.
func (m *match) shiftSaid() int {
	switch {
	case m.said("last"):
		return -1
	case m.said("next"):
		return 1
	}
	return 0
}
