package view

import (
	"strconv"
	"strings"
	"time"
)

// When tells a TIMEX3 value as a person would: "11 March 2027, evening". One that
// names no day, month or year is told as it is.
func When(value string) string {
	day, clock, hasClock := strings.Cut(value, "T")
	told := dayWords(day)
	if told == "" || !hasClock {
		if told == "" {
			return value
		}
		return told
	}
	if part, ok := partsOfDay[clock]; ok {
		return told + ", " + part
	}
	return told + ", " + clock
}

// WhenShort tells a day without its year, for a place where there is little room and
// the year is told elsewhere: "11 Mar". What is no day is told as When does.
func WhenShort(value string) string {
	if t, err := time.Parse(time.DateOnly, value); err == nil {
		return t.Format("2 Jan")
	}
	return When(value)
}

var partsOfDay = map[string]string{"MO": "morning", "AF": "afternoon", "EV": "evening", "NI": "night"}

// dayWords tells a day, a week, a month or a year, "" for anything else.
func dayWords(day string) string {
	for _, form := range []struct{ layout, told string }{{time.DateOnly, "2 January 2006"}, {"2006-01", "January 2006"}, {"2006", "2006"}} {
		if t, err := time.Parse(form.layout, day); err == nil && len(day) == len(form.layout) {
			return t.Format(form.told)
		}
	}
	year, rest, _ := strings.Cut(day, "-")
	if n, err := strconv.Atoi(strings.TrimPrefix(rest, "W")); err == nil && strings.HasPrefix(rest, "W") && len(year) == 4 {
		return "week " + strconv.Itoa(n) + " of " + year
	}
	return ""
}
