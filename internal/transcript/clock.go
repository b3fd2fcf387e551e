package transcript

import (
	"slices"
	"time"

	"hearsay"
)

// # Which day a clock time is of
//
// "14:32" says neither day nor zone. The zone is the stamp's own, or that of
// another stamp of the page, or the one the report's date is given in; where
// that is UTC, which pages give for want of a better, only if a stamp then comes
// out within minutes of the report's date.
//
// Entries run one way, newest or oldest first. Where the time jumps the other way
// by half a day or more, midnight lies between:
//
//	oldest first   22:40  23:55 │ 00:10  01:30       day 0 0 │ 1 1
//	newest first   01:30  00:10 │ 23:55  22:40       day 1 1 │ 0 0
//
// A smaller jump means that the order is not to be trusted, and nothing is
// dated. Which day is day 0 the report's own dates tell: it is the one
// day on which the entries lie around them. If two days would do, or none, the
// entries stay undated: no time is better than a wrong one.

// slack is how far a report's date may lie outside its entries.
const slack = 2 * time.Hour

// near is how close to a report's date a stamp must come to confirm its zone.
const near = 20 * time.Minute

// clocks dates the stamps of one page.
type clocks struct {
	stamps []stamped
	known  []time.Time // what is known of the report: published, updated
}

func newClocks(stamps []stamped, report hearsay.Report) clocks {
	c := clocks{stamps: stamps}
	for _, t := range []time.Time{report.Published, report.Updated} {
		if !t.IsZero() {
			c.known = append(c.known, t)
		}
	}
	return c
}

// date gives entries their times.
func (c clocks) date(entries []hearsay.Entry) {
	z, sure := c.zone()
	times := c.times(z)
	if !sure && !c.confirm(times) {
		return
	}
	for i, t := range times {
		entries[i].Time = t
	}
}

// zone returns the zone of stamps that name none, and whether it is sure.
func (c clocks) zone() (z zone, sure bool) {
	for _, s := range c.stamps {
		if s.zone.name != "" {
			return s.zone, true
		}
	}
	if len(c.known) == 0 {
		return zone{}, false
	}
	name, offset := c.known[0].Zone()
	return zone{name: name, offset: offset}, offset != 0
}

// confirm reports whether some time comes near to a known one.
func (c clocks) confirm(times []time.Time) bool {
	for _, t := range times {
		for _, k := range c.known {
			if !t.IsZero() && hasTime(k) && t.Sub(k).Abs() <= near {
				return true
			}
		}
	}
	return false
}

// times returns the time of each stamp, zero where it is not known; z is the
// zone of stamps that name none.
func (c clocks) times(z zone) []time.Time {
	times := make([]time.Time, len(c.stamps))
	var bare []int // stamps without a date
	for i, s := range c.stamps {
		switch {
		case s.hasClock && s.hasDay:
			times[i] = c.dated(s.stamp, z)
		case s.hasClock:
			bare = append(bare, i)
		}
	}
	days, ok := c.days(bare)
	if !ok {
		return times
	}
	if first, ok := c.firstDay(bare, days, z); ok {
		for n, i := range bare {
			times[i] = c.stamps[i].in(z).onDay(first.AddDate(0, 0, days[n]), c.stamps[i].stamp)
		}
	}
	return times
}

// in returns the stamp's zone, z if it names none.
func (s stamp) in(z zone) zone {
	if s.zone.name != "" {
		return s.zone
	}
	return z
}

func (z zone) onDay(day time.Time, s stamp) time.Time {
	return z.at(day.Year(), day.Month(), day.Day(), s.hour, s.minute)
}

// dated returns the time of a stamp with a date of its own. A missing year is
// that of the report if the date then lies within three months of it.
func (c clocks) dated(s stamp, z zone) time.Time {
	year := s.year
	if year == 0 {
		year = c.yearOf(s)
	}
	day := time.Date(year, s.month, s.day, 0, 0, 0, 0, time.UTC)
	if year == 0 || s.odd || s.hasWeekday && day.Weekday() != s.weekday || day.Day() != s.day {
		return time.Time{}
	}
	return s.in(z).onDay(day, s)
}

// yearOf returns the year of a date without one, 0 if no year will do.
func (c clocks) yearOf(s stamp) int {
	const most = 92 * 24 * time.Hour
	for _, k := range c.known {
		for year := k.Year() - 1; year <= k.Year()+1; year++ {
			if time.Date(year, s.month, s.day, 12, 0, 0, 0, time.UTC).Sub(k).Abs() < most {
				return year
			}
		}
	}
	return 0
}

// days returns how many days after the oldest each of the stamps is, and false
// if their order is not to be trusted.
func (c clocks) days(bare []int) ([]int, bool) {
	rising, up := c.daysStepping(bare, 1)
	falling, down := c.daysStepping(bare, -1)
	switch {
	case up && down:
		return rising, slices.Equal(rising, falling)
	case up:
		return rising, true
	}
	return falling, down
}

// daysStepping is days for stamps with the oldest first, step 1, or the newest,
// step -1.
func (c clocks) daysStepping(bare []int, step int) ([]int, bool) {
	const halfDay = 12 * 60
	days := make([]int, len(bare))
	day := 0
	for n, i := range bare {
		if n > 0 {
			change := step * (c.stamps[i].minutes() - c.stamps[bare[n-1]].minutes())
			if change <= -halfDay {
				day += step
			} else if change < 0 {
				return nil, false
			}
		}
		days[n] = day
	}
	if step < 0 {
		for n := range days {
			days[n] -= day
		}
	}
	return days, true
}

func (s stamp) minutes() int { return s.hour*60 + s.minute }

// firstDay returns the day of the oldest of the stamps: the one that puts the
// report's dates among them, if there is just one.
func (c clocks) firstDay(bare, days []int, z zone) (time.Time, bool) {
	if len(bare) == 0 || len(c.known) == 0 {
		return time.Time{}, false
	}
	oldest, newest := bare[0], bare[len(bare)-1]
	last := days[len(days)-1]
	if days[0] > last || days[0] == last && c.stamps[oldest].minutes() > c.stamps[newest].minutes() {
		oldest, newest, last = newest, oldest, days[0]
	}
	var some, all []time.Time // days on which one, or each, of the report's dates fits
	k := c.known[0].In(time.FixedZone("", c.stamps[oldest].in(z).offset))
	for shift := -last - 1; shift <= 1; shift++ {
		day := time.Date(k.Year(), k.Month(), k.Day()+shift, 0, 0, 0, 0, time.UTC)
		from := c.stamps[oldest].in(z).onDay(day, c.stamps[oldest].stamp)
		to := c.stamps[newest].in(z).onDay(day.AddDate(0, 0, last), c.stamps[newest].stamp)
		fitting, wanted := c.fitting(from.Add(-slack), to.Add(slack))
		if fitting > 0 {
			some = append(some, day)
		}
		if fitting > 0 && fitting == wanted {
			all = append(all, day)
		}
	}
	switch {
	case len(all) == 1:
		return all[0], true
	case len(some) == 1:
		return some[0], true
	}
	return time.Time{}, false
}

// fitting returns how many of the report's dates lie between two times, and how
// many there are that could.
func (c clocks) fitting(from, to time.Time) (n, of int) {
	for _, k := range c.known {
		if !hasTime(k) {
			continue
		}
		of++
		if !k.Before(from) && !k.After(to) {
			n++
		}
	}
	return n, of
}

// hasTime reports whether a report's date is more than a day: one without a
// time of day comes as midnight.
func hasTime(t time.Time) bool { return t.Hour()+t.Minute()+t.Second() > 0 }
