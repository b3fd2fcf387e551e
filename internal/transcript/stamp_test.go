package transcript

import (
	"fmt"
	"testing"
	"time"
)

func TestParseStamp(t *testing.T) {
	for _, c := range []struct{ words, want string }{
		{"14:32", "14:32"},
		{"14.32", "14:32"},
		{"9:05", "9:05"},
		{"2.15pm GMT", "14:15 GMT"},
		{"2pm", "14:00"},
		{"12 a.m.", "0:00"},
		{"12.30pm", "12:30"},
		{"Updated at 9:05 a.m. ET", "9:05 ET"},
		{"17 April 2031, 10:45", "2031-04-17 10:45"},
		{"April 17, 2031 | 10:45 p.m. EDT", "2031-04-17 22:45 EDT"},
		{"Mon 3 Mar 2031 14.05 CET", "2031-03-03 14:05 CET"},
		{"2031-04-17T10:45:30+02:00", "2031-04-17 10:45 +02:00"},
		{"2031-04-17 10:45", "2031-04-17 10:45"},
		{"17.04.2031, 10:45", "2031-04-17 10:45"},
		{"17/04/2031 10:45", "2031-04-17 10:45"},
		{"3/4/2031 10:45", "2031-04-03 10:45 odd"},
		{"0915 GMT", "9:15 GMT"},
		{"(09:15 UTC+2)", "9:15 UTC+2"},
		{"noon", "12:00"},
		{"10 min ago", "ago"},
		{"an hour ago", "ago"},
		{"5m ago", "ago"},
		{"just now", "ago"},
		{"Thursday 17th April", "0-04-17"},
		{"29 February 2031", "-"},
		{"29 February", "0-02-29"},
		{"25:10", "-"},
		{"14:60", "-"},
		{"13:05 pm", "-"},
		{"14:32 14:33", "-"},
		{"2031", "-"},
		{"0915", "-"},
		{"5", "-"},
		{"on", "-"},
		{"Talks at 14:32", "-"},
		{"3.5 percent", "-"},
		{"Chapter 3", "-"},
		{"in May", "-"},
		{"", "-"},
	} {
		if got := stampString(parseStamp(c.words)); got != c.want {
			t.Errorf("%q: got %s, want %s", c.words, got, c.want)
		}
	}
}

func stampString(s stamp, ok bool) string {
	out := ""
	switch {
	case !ok:
		return "-"
	case s.relative:
		return "ago"
	}
	if s.hasDay {
		out = fmt.Sprintf(" %d-%02d-%02d", s.year, s.month, s.day)
	}
	if s.hasClock {
		out += fmt.Sprintf(" %d:%02d", s.hour, s.minute)
	}
	if s.zone.name != "" {
		out += " " + s.zone.name
	}
	if s.odd {
		out += " odd"
	}
	return out[1:]
}

func TestZoneOf(t *testing.T) {
	for _, c := range []struct {
		word    string
		minutes int
		ok      bool
	}{
		{"GMT", 0, true}, {"bst", 60, true}, {"EST", -300, true}, {"+02:00", 120, true}, {"-0330", -210, true},
		{"GMT+1", 60, true}, {"UTC-5", -300, true}, {"NPT", 345, true},
		{"IST", 0, false}, {"CST", 0, false}, {"+200", 0, false}, {"+15", 0, false}, {"+0260", 0, false}, {"", 0, false}, {"+", 0, false},
	} {
		z, ok := zoneOf(c.word)
		if ok != c.ok || z.offset != c.minutes*60 {
			t.Errorf("%q: %d minutes, %v; want %d, %v", c.word, z.offset/60, ok, c.minutes, c.ok)
		}
	}
}

// Summer time begins on the second Sunday of March and ends on the first of
// November, at two.
func TestAmericanSummer(t *testing.T) {
	for _, c := range []struct {
		month           time.Month
		day, hour, want int
	}{
		{time.March, 8, 12, -5}, {time.March, 9, 1, -5}, {time.March, 9, 2, -4}, {time.July, 4, 0, -4},
		{time.November, 2, 1, -4}, {time.November, 2, 2, -5}, {time.December, 1, 0, -5},
	} {
		z, _ := zoneOf("ET")
		if _, got := z.at(2031, c.month, c.day, c.hour, 0).Zone(); got != c.want*3600 {
			t.Errorf("%v %d, %d:00: %d hours, want %d", c.month, c.day, c.hour, got/3600, c.want)
		}
	}
}
