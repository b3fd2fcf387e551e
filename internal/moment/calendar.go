package moment

import (
	"fmt"
	"time"
)

// unit is a unit of time.
type unit uint8

const (
	noUnit unit = iota
	second
	minute
	hours
	days
	weeks
	fortnights
	weekends
	months
	quarters
	years
	decades
	centuries
	millennia
)

// unitCodes are the letters of a unit in the value of a duration. Those above the
// year are of TIDES; ISO 8601 has none.
var unitCodes = map[unit]string{
	second: "S", minute: "M", hours: "H", days: "D", weeks: "W", weekends: "WE", months: "M",
	quarters: "Q", years: "Y", decades: "E", centuries: "C", millennia: "L",
}

// grain is how exactly a point in time is known, the finest first.
type grain uint8

const (
	nothing grain = iota // not known at all
	toMinute
	toHour
	toPart
	toDay
	toWeekend
	toWeek
	toMonth
	toSeason
	toQuarter
	toHalf
	toYear
	toDecade
	toCentury
)

// point is a stretch of the calendar: a minute, a day, a year.
type point struct {
	grain  grain
	first  time.Time // midnight, in UTC, of its first day
	minute int       // of the day, if known to the minute or hour
	code   string    // of a part of the day, a season
}

// minYear and maxYear bound what a value of four digits can say.
const minYear, maxYear = 1, 9999

// value writes the point as TIMEX3 does; "" if it is unknown or lies outside the
// years that can be written.
func (p point) value() string {
	y := p.first.Year()
	if p.grain == nothing || y < minYear || y > maxYear {
		return ""
	}
	switch p.grain {
	case toMinute:
		return p.day() + fmt.Sprintf("T%02d:%02d", p.minute/60, p.minute%60)
	case toHour:
		return p.day() + fmt.Sprintf("T%02d", p.minute/60)
	case toPart:
		return p.day() + "T" + p.code
	case toDay:
		return p.day()
	case toWeek, toWeekend:
		return p.week()
	case toMonth:
		return p.first.Format("2006-01")
	}
	return p.longValue(y)
}

func (p point) longValue(y int) string {
	switch p.grain {
	case toSeason:
		return fmt.Sprintf("%04d-%s", y, p.code)
	case toQuarter:
		return fmt.Sprintf("%04d-Q%d", y, quarterOf(p.first))
	case toHalf:
		return fmt.Sprintf("%04d-H%d", y, 1+int(p.first.Month()-1)/6)
	case toYear:
		return fmt.Sprintf("%04d", y)
	case toDecade:
		return fmt.Sprintf("%03d", y/10)
	}
	return fmt.Sprintf("%02d", y/100)
}

func (p point) day() string { return p.first.Format(time.DateOnly) }

// week writes a week as ISO 8601 counts them: its year is that of its Thursday.
func (p point) week() string {
	y, w := p.first.ISOWeek()
	s := fmt.Sprintf("%04d-W%02d", y, w)
	if p.grain == toWeekend {
		s += "-WE"
	}
	return s
}

func quarterOf(t time.Time) int { return 1 + int(t.Month()-1)/3 }

// date returns midnight of a day; ok is false for a day that does not exist.
func date(year, month, day int) (t time.Time, ok bool) {
	t = time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	return t, t.Year() == year && int(t.Month()) == month && t.Day() == day
}

func midnight(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

// around returns the stretch of a unit's length that a day lies in: the week
// from Monday, the month, the quarter.
func around(t time.Time, u unit) point {
	y, m := t.Year(), t.Month()
	switch u {
	case days:
		return point{grain: toDay, first: t}
	case weeks, fortnights:
		return point{grain: toWeek, first: monday(t)}
	case weekends:
		return point{grain: toWeekend, first: monday(t).AddDate(0, 0, 5)}
	case months:
		return monthPoint(y, int(m))
	case quarters:
		return quarterPoint(y, quarterOf(t))
	case years:
		return yearPoint(y)
	case decades:
		return point{grain: toDecade, first: newYear(y / 10 * 10)}
	case centuries:
		return point{grain: toCentury, first: newYear(y / 100 * 100)}
	}
	return point{}
}

// shifted is around, n units later, or earlier for n below 0. Months and longer
// units count from their first day, so that a month after January 31 is February.
func shifted(t time.Time, u unit, n int) point {
	if n > maxShift || n < -maxShift {
		return point{}
	}
	switch p := around(t, u); u {
	case days:
		return around(t.AddDate(0, 0, n), u)
	case weeks, weekends:
		return around(t.AddDate(0, 0, 7*n), u)
	case fortnights:
		return around(t.AddDate(0, 0, 14*n), u)
	case months:
		return around(p.first.AddDate(0, n, 0), u)
	case quarters:
		return around(p.first.AddDate(0, 3*n, 0), u)
	case years:
		return around(p.first.AddDate(n, 0, 0), u)
	case decades:
		return around(p.first.AddDate(10*n, 0, 0), u)
	case centuries:
		return around(p.first.AddDate(100*n, 0, 0), u)
	}
	return point{}
}

// maxShift bounds shifts so that no calendar arithmetic runs over.
const maxShift = 100_000

func monday(t time.Time) time.Time { return t.AddDate(0, 0, -(int(t.Weekday())+6)%7) }

func newYear(y int) time.Time { return time.Date(y, 1, 1, 0, 0, 0, 0, time.UTC) }

func yearPoint(y int) point { return point{grain: toYear, first: newYear(y)} }

func monthPoint(y, m int) point {
	return point{grain: toMonth, first: time.Date(y, time.Month(m), 1, 0, 0, 0, 0, time.UTC)}
}

func quarterPoint(y, q int) point {
	return point{grain: toQuarter, first: time.Date(y, time.Month(3*q-2), 1, 0, 0, 0, 0, time.UTC)}
}

func dayPoint(t time.Time) point { return point{grain: toDay, first: t} }

func partPoint(t time.Time, code string) point { return point{grain: toPart, first: t, code: code} }

func minutePoint(t time.Time, minute int) point {
	return point{grain: toMinute, first: t, minute: minute}
}

// seasonStarts are the months in which the seasons of the northern half begin. A
// winter is of the year in which it begins.
var seasonStarts = map[string]int{"SP": 3, "SU": 6, "FA": 9, "WI": 12}

func seasonPoint(y int, code string) point {
	return point{grain: toSeason, first: time.Date(y, time.Month(seasonStarts[code]), 1, 0, 0, 0, 0, time.UTC), code: code}
}

// easter returns Easter Sunday of the Western churches (Meeus, Jones and Butcher).
func easter(y int) time.Time {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 19*l) / 433
	n := (h + l - 7*m + 90) / 25
	p := (h + l - 7*m + 33*n + 19) % 32
	return time.Date(y, time.Month(n), p, 0, 0, 0, 0, time.UTC)
}

// nth returns the nth weekday of a month, the last for n = -1.
func nth(y int, m time.Month, w time.Weekday, n int) time.Time {
	if n < 0 {
		last := time.Date(y, m+1, 0, 0, 0, 0, 0, time.UTC)
		return last.AddDate(0, 0, -(int(last.Weekday()-w)+7)%7)
	}
	first := time.Date(y, m, 1, 0, 0, 0, 0, time.UTC)
	return first.AddDate(0, 0, (int(w-first.Weekday())+7)%7+7*(n-1))
}

// minutesAway is n units, of a minute or an hour, from a minute of a day.
func minutesAway(day time.Time, at int, u unit, n int) point {
	if u == hours {
		n *= 60
	}
	t := day.Add(time.Duration(at+n) * time.Minute)
	return minutePoint(midnight(t), t.Hour()*60+t.Minute())
}
