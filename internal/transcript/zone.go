package transcript

import (
	"strconv"
	"strings"
	"time"
)

// zone is what a stamp says of its time zone.
type zone struct {
	name    string // in capitals; "" : not stated
	offset  int    // seconds east of Greenwich, without summer time if summer is set
	summers bool   // the name covers winter and summer time: "ET"
}

// offsets are zones by name, in hours east of Greenwich. Names that mean
// different zones in different countries (IST, CST, AST) are left out: better
// no time than a wrong one.
var offsets = map[string]float64{
	"GMT": 0, "UTC": 0, "Z": 0, "WET": 0, "BST": 1, "WEST": 1, "CET": 1, "WAT": 1, "CEST": 2, "EET": 2, "CAT": 2, "SAST": 2,
	"EEST": 3, "EAT": 3, "MSK": 3, "TRT": 3, "PKT": 5, "NPT": 5.75, "WIB": 7, "HKT": 8, "SGT": 8, "AWST": 8, "JST": 9, "KST": 9,
	"ACST": 9.5, "AEST": 10, "ACDT": 10.5, "AEDT": 11, "NZST": 12, "NZDT": 13,
	"NST": -3.5, "NDT": -2.5, "ADT": -3, "EDT": -4, "EST": -5, "CDT": -5, "MDT": -6, "MST": -7, "PDT": -7, "PST": -8,
}

// american are the zones of the United States in their short form, which says
// nothing of summer time.
var american = map[string]float64{"ET": -5, "CT": -6, "MT": -7, "PT": -8, "EASTERN": -5, "PACIFIC": -8}

// zoneOf reads a zone: a name, or an offset such as "+02:00" or "GMT+1".
func zoneOf(word string) (zone, bool) {
	name := strings.ToUpper(word)
	if hours, ok := offsets[name]; ok {
		return zone{name: name, offset: int(hours * 3600)}, true
	}
	if hours, ok := american[name]; ok {
		return zone{name: name, offset: int(hours * 3600), summers: true}, true
	}
	number := strings.TrimPrefix(strings.TrimPrefix(name, "GMT"), "UTC")
	if seconds, ok := offsetOf(number); ok {
		return zone{name: name, offset: seconds}, true
	}
	return zone{}, false
}

// offsetOf reads "+2", "-0330" or "+05:30".
func offsetOf(s string) (seconds int, ok bool) {
	if len(s) < 2 || s[0] != '+' && s[0] != '-' {
		return 0, false
	}
	digits := strings.Replace(s[1:], ":", "", 1)
	n, err := strconv.ParseUint(digits, 10, 16)
	if err != nil || len(digits) == 3 {
		return 0, false
	}
	if len(digits) <= 2 {
		n *= 100
	}
	seconds = int(n/100)*3600 + int(n%100)*60
	if n/100 > 14 || n%100 > 59 {
		return 0, false
	}
	if s[0] == '-' {
		seconds = -seconds
	}
	return seconds, true
}

// at returns the moment of a day's clock in the zone.
func (z zone) at(year int, month time.Month, day, hour, minute int) time.Time {
	offset := z.offset
	if z.summers && isAmericanSummer(year, month, day, hour) {
		offset += 3600
	}
	return time.Date(year, month, day, hour, minute, 0, 0, time.FixedZone(z.name, offset))
}

// isAmericanSummer reports whether summer time holds in the United States, by
// the rule since 2007: from the second Sunday of March to the first of November,
// at two in the morning.
func isAmericanSummer(year int, month time.Month, day, hour int) bool {
	switch {
	case month == time.March:
		first := sundayFrom(year, month, 8)
		return day > first || day == first && hour >= 2
	case month == time.November:
		last := sundayFrom(year, month, 1)
		return day < last || day == last && hour < 2
	}
	return time.March < month && month < time.November
}

// sundayFrom returns the day of the first Sunday from a day on.
func sundayFrom(year int, month time.Month, day int) int {
	weekday := time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Weekday()
	return day + (7-int(weekday))%7
}
