package hearsay

import (
	"fmt"
	"regexp"
	"slices"
	"sync"
	"time"
)

// Moment is a time expression, resolved against the report's date where it can be.
type Moment struct {
	Span  Span
	Type  MomentType
	Value string // TIMEX3 value; "" : unresolved
}

// MomentType is the TIMEX3 type of a time expression.
type MomentType string

// The types of moment.
const (
	Date     MomentType = "DATE"
	Time     MomentType = "TIME"
	Duration MomentType = "DURATION"
	Set      MomentType = "SET"
)

// MomentTypes lists every type of moment.
var MomentTypes = []MomentType{Date, Time, Duration, Set}

// Check reports an error unless the moment lies in a text of n bytes and its value
// is one that TIMEX3 has for its type: a day in it must exist.
func (m Moment) Check(n int) error {
	switch {
	case !slices.Contains(MomentTypes, m.Type):
		return fmt.Errorf("moment of type %q", m.Type)
	case m.Value != "" && !momentValues()[m.Type].MatchString(m.Value):
		return fmt.Errorf("%q is no value of a %s", m.Value, m.Type)
	case m.Value != "" && !hasDays(m.Value):
		return fmt.Errorf("there is no day %q", m.Value)
	}
	return m.Span.Check(n)
}

// momentValues are the values of each type of moment:
//
//	DATE      20 (a century)  202 (a decade)  2027  2027-03  2027-03-09  2027-W10
//	          2027-W10-WE  2027-Q1  2027-H1  2027-SU  PAST_REF  PRESENT_REF  FUTURE_REF
//	TIME      2027-03-09T14:30  2027-03-09T14  2027-03-09TNI
//	DURATION  P2D  PT36H  P1Y6M  P1.5W  PXM (some months)
//	SET       P1D (each day)  XXXX-WXX-5 (each Friday)  XXXX-06  XXXX-SU
var momentValues = sync.OnceValue(func() map[MomentType]*regexp.Regexp {
	const (
		year  = `\d{4}`
		day   = year + `-\d\d-\d\d`
		clock = `T(?:[01]\d|2[0-3])(?::[0-5]\d)?|T24:00|T(?:MO|AF|EV|NI)`
		some  = `[\dX]+(?:\.\d+)?`
		reach = `P(?:` + some + `(?:WE|[DWMQYECL]))+(?:T(?:` + some + `[HMS])+)?|PT(?:` + some + `[HMS])+`
	)
	return map[MomentType]*regexp.Regexp{
		Date: regexp.MustCompile(`^(?:\d{2,3}|` + year + `(?:-(?:\d\d|W\d\d(?:-WE)?|Q[1-4]|H[12]|SP|SU|FA|WI))?|` + day +
			`|(?:PAST|PRESENT|FUTURE)_REF)$`),
		Time:     regexp.MustCompile(`^` + day + `(?:` + clock + `)$`),
		Duration: regexp.MustCompile(`^(?:` + reach + `)$`),
		Set:      regexp.MustCompile(`^(?:` + reach + `|XXXX-(?:\d\d|WXX-(?:[1-7]|WE)|SP|SU|FA|WI|XX-XXT(?:MO|AF|EV|NI)))$`),
	}
})

// hasDays reports whether a value that gives a month or a day gives one that the
// calendar has.
func hasDays(value string) bool {
	for _, layout := range []string{time.DateOnly, "2006-01"} {
		if len(value) >= len(layout) && isDigits(value[:4]) && isDigits(value[5:7]) {
			_, err := time.Parse(layout, value[:len(layout)])
			return err == nil
		}
	}
	return true
}

func isDigits(s string) bool {
	for _, r := range s {
		if r < '0' || r > '9' {
			return false
		}
	}
	return true
}

// DaysBetween counts the days from one TIMEX3 value's day to another's; false where
// one of them gives no day.
func DaysBetween(first, then string) (int, bool) {
	a, errA := time.Parse(time.DateOnly, first[:min(len(first), len(time.DateOnly))])
	b, errB := time.Parse(time.DateOnly, then[:min(len(then), len(time.DateOnly))])
	if errA != nil || errB != nil {
		return 0, false
	}
	return int(b.Sub(a).Hours() / 24), true
}

// HoldsDay reports whether the day of one TIMEX3 value lies in the week or month that
// another one is.
func HoldsDay(long, short string) bool {
	day, err := time.Parse(time.DateOnly, short[:min(len(short), len(time.DateOnly))])
	if err != nil {
		return false
	}
	year, week := day.ISOWeek()
	return long == fmt.Sprintf("%04d-W%02d", year, week) || long == day.Format("2006-01")
}
