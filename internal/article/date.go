package article

import (
	"strconv"
	"strings"
	"time"
)

// The years of a date that is believed: the first newspapers, and the end of the
// century. What lies outside is a slip or a system's way of saying "none", and
// so is the first second of Unix time.
const (
	firstYear = 1600
	lastYear  = 2099
)

// layouts are the forms in which pages state dates to machines and readers. The
// month is never guessed from its place: 05/06/2025 is not read. The day of the
// week was dropped before (see normalDate).
var layouts = []string{
	"2006-01-02T15:04:05Z07:00", "2006-01-02T15:04:05Z0700", "2006-01-02T15:04:05Z07", "2006-01-02T15:04:05",
	"2006-01-02T15:04Z07:00", "2006-01-02T15:04Z0700", "2006-01-02T15:04",
	"2006-01-02", "20060102T150405Z07:00", "20060102T150405Z0700", "20060102T150405", "20060102",
	"2 Jan 2006 15:04:05 Z0700", "Jan 2 15:04:05 Z0700 2006", "Jan 2 15:04:05 2006",
	"Jan 2, 2006 3:04:05 PM Z0700", "Jan 2, 2006 3:04 PM Z0700", "Jan 2, 2006 3:04:05 PM", "Jan 2, 2006 3:04 PM",
	"Jan 2, 2006 15:04:05 Z0700", "Jan 2, 2006 15:04 Z0700", "Jan 2, 2006 15:04:05", "Jan 2, 2006 15:04", "Jan 2, 2006",
	"2 Jan 2006 15:04 Z0700", "2 Jan 2006 15:04:05", "2 Jan 2006 15:04", "2 Jan 2006",
}

// zones are the abbreviations of time zones that mean one thing: those of RFC
// 822, UTC and central Europe's. Of others, such as IST and BST, several
// countries have one each, and a date with such a zone is not read.
var zones = map[string]string{
	"UTC": "+0000", "UT": "+0000", "GMT": "+0000", "CET": "+0100", "CEST": "+0200",
	"EST": "-0500", "EDT": "-0400", "CST": "-0600", "CDT": "-0500", "MST": "-0700", "MDT": "-0600", "PST": "-0800", "PDT": "-0700",
}

// months maps what stands for a month in running text to the form in layouts.
var months = map[string]string{
	"january": "Jan", "february": "Feb", "march": "Mar", "april": "Apr", "june": "Jun", "july": "Jul", "august": "Aug",
	"september": "Sep", "sept": "Sep", "october": "Oct", "november": "Nov", "december": "Dec",
}

// date returns the moment that a statement of a date gives, zero where it gives
// none. Nothing is guessed: what has no zone is UTC, and what has no time of day
// is its midnight, both because a report must read the same wherever it is read.
func date(s string) time.Time {
	if t, ok := unixTime(s); ok {
		return believed(t)
	}
	s = normalDate(s)
	for _, layout := range layouts {
		if t, err := time.Parse(layout, s); err == nil {
			return believed(t)
		}
	}
	return time.Time{}
}

// believed returns t unless it is outside of the years that a report can be of,
// or has an offset of a day, which can be parsed but not be written again.
func believed(t time.Time) time.Time {
	if _, err := t.MarshalText(); err != nil || t.Year() < firstYear || t.Year() > lastYear || t.Unix() == 0 {
		return time.Time{}
	}
	return t
}

// unixTime reads seconds or milliseconds since 1970, told by their length.
func unixTime(s string) (time.Time, bool) {
	s = strings.TrimSpace(s)
	n, err := strconv.ParseInt(s, 10, 64)
	switch {
	case err != nil || n < 0:
		return time.Time{}, false
	case len(s) == 10:
		return time.Unix(n, 0).UTC(), true
	case len(s) == 13:
		return time.UnixMilli(n).UTC(), true
	}
	return time.Time{}, false
}

// maxDate is the longest statement of a date, in bytes, that is looked at.
const maxDate = 80

// normalDate brings a statement of a date into one of the forms of layouts:
//
//	2025-05-06 08:15:00 +02:00        2025-05-06T08:15:00+02:00
//	Tuesday, 6th May 2025 at 8:15 GMT 6 May 2025 8:15 +0000
//	May 6, 2025, 8:15 a.m. EDT        May 6, 2025 8:15 AM -0400
func normalDate(s string) string {
	if len(s) > maxDate {
		return ""
	}
	words := strings.Fields(strings.NewReplacer("a.m.", "AM", "p.m.", "PM", "\u202f", " ", "\u00a0", " ", " at ", " ", "–", "-").Replace(s))
	var kept []string
	for i, word := range words {
		kept = append(kept, normalWord(word, i))
	}
	s = strings.Join(strings.Fields(strings.Join(kept, " ")), " ")
	if len(s) > 10 && s[4] == '-' && (s[10] == ' ' || s[10] == 'T') {
		return s[:10] + "T" + strings.ReplaceAll(s[11:], " ", "")
	}
	return s
}

// normalWord returns the form in layouts of the i-th word of a date, "" for a
// word that adds nothing: the day of the week.
func normalWord(word string, i int) string {
	bare := strings.Trim(strings.ToLower(word), ".,()")
	if month, ok := months[bare]; ok {
		return month
	}
	if zone, ok := zones[strings.Trim(word, "()")]; ok {
		return zone
	}
	switch bare {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday":
		return ""
	case "am", "pm":
		return strings.ToUpper(bare)
	case "mon", "tue", "wed", "thu", "fri", "sat", "sun":
		if i == 0 {
			return ""
		}
	}
	if n := len(bare); n > 2 && n < 5 && isNumber(bare[:n-2]) && strings.Contains("st nd rd th", bare[n-2:]) {
		return strings.Replace(word, bare[n-2:], "", 1)
	}
	if n := len(bare); n > 3 && isClock(bare[:n-2]) && (bare[n-2:] == "am" || bare[n-2:] == "pm") {
		return bare[:n-2] + " " + strings.ToUpper(bare[n-2:])
	}
	if len(bare) == 4 && isNumber(bare) || isClock(strings.TrimSuffix(bare, "z")) {
		return strings.TrimSuffix(word, ",")
	}
	return word
}

func isNumber(s string) bool {
	_, err := strconv.ParseUint(s, 10, 32)
	return err == nil
}

// isClock reports whether s is a time of day such as 8:15.
func isClock(s string) bool {
	hour, rest, ok := strings.Cut(s, ":")
	minute, _, _ := strings.Cut(rest, ":")
	return ok && isNumber(hour) && isNumber(minute)
}

// dateInAddress returns the day that the path of a report's address gives, as in
// /2025/05/06/tarn-bridge: many outlets file reports so. It must be whole.
func dateInAddress(path string) time.Time {
	parts := strings.Split(path, "/")
	for i := 0; i+2 < len(parts); i++ {
		if len(parts[i]) != 4 || len(parts[i+1]) != 2 || len(parts[i+2]) != 2 {
			continue
		}
		if t, err := time.Parse("2006/01/02", strings.Join(parts[i:i+3], "/")); err == nil {
			return believed(t)
		}
	}
	return time.Time{}
}
