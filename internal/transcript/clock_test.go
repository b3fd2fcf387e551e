package transcript

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"hearsay"
)

// Which day and zone bare times get, given when the report was published and
// updated; - where none is sure.
func TestEntryTimes(t *testing.T) {
	for _, c := range []struct{ what, published, updated, stamps, want string }{
		{"oldest first", "2031-04-17T09:00:00+01:00", "", "09:05 10:30 17:00", "17T09:05+01 17T10:30+01 17T17:00+01"},
		{"newest first", "2031-04-17T09:00:00+01:00", "", "17:00 10:30 09:05", "17T17:00+01 17T10:30+01 17T09:05+01"},
		{"over midnight, oldest first", "2031-04-17T22:00:00+01:00", "", "22:40 23:55 00:10 01:30", "17T22:40+01 17T23:55+01 18T00:10+01 18T01:30+01"},
		{"over midnight, newest first", "2031-04-17T22:00:00+01:00", "", "01:30 00:10 23:55 22:40", "18T01:30+01 18T00:10+01 17T23:55+01 17T22:40+01"},
		{"published behind midnight", "2031-04-18T00:30:00+01:00", "", "23:50 23:40 23:10", "17T23:50+01 17T23:40+01 17T23:10+01"},
		{"two midnights", "2031-04-17T20:00:00+01:00", "2031-04-19T02:10:00+01:00", "20:00 23:00 01:00 21:00 02:00", "17T20:00+01 17T23:00+01 18T01:00+01 18T21:00+01 19T02:00+01"},
		{"over the year's end", "2031-12-31T23:00:00+01:00", "", "23:30 23:50 00:10", "31T23:30+01 31T23:50+01 01T00:10+01"},
		{"out of order", "2031-04-17T09:00:00+01:00", "", "09:05 17:00 10:30", "- - -"},
		{"either order", "2031-04-17T22:00:00+01:00", "", "22:00 09:00", "- -"},
		{"the report is of another day", "2031-04-20T20:00:00+01:00", "", "09:05 10:30", "- -"},
		{"the report has no date", "", "", "09:05 10:30", "- -"},
		{"the report has a day only", "2031-04-17T00:00:00Z", "", "22:40GMT 23:50GMT", "- -"},
		{"no zone, no moment near", "2031-04-17T12:00:00Z", "", "10:05 14:30", "- -"},
		{"no zone, a moment near", "2031-04-17T09:00:00Z", "2031-04-17T14:35:00Z", "09:05 14:30", "17T09:05Z 17T14:30Z"},
		{"a zone on one stamp", "2031-04-17T12:00:00Z", "", "10:05 14:30CEST", "17T10:05+02 17T14:30+02"},
	} {
		var text strings.Builder
		for i, s := range strings.Fields(c.stamps) {
			fmt.Fprintf(&text, "%s %s\n\nThe envoy spoke for the %dth time.\n\n", s[:5], s[5:], i+4)
		}
		report := hearsay.Report{Text: text.String(), Published: moment(t, c.published), Updated: moment(t, c.updated)}
		var got []string
		for _, e := range marked(t, report).Entries {
			if e.Time.IsZero() {
				got = append(got, "-")
				continue
			}
			got = append(got, strings.TrimSuffix(e.Time.Format("02T15:04Z07:00"), ":00"))
		}
		if g := strings.Join(got, " "); g != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.what, g, c.want)
		}
	}
}

func moment(t *testing.T, s string) time.Time {
	t.Helper()
	if s == "" {
		return time.Time{}
	}
	at, err := time.Parse(time.RFC3339, s)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

// A report's date without a time of day confirms no zone, however near midnight
// its entries are.
func TestDayConfirmsNoZone(t *testing.T) {
	const text = "17 April 2031, 00:05\n\nTalks began.\n\n17 April 2031, 00:10\n\nThey ended."
	for _, c := range []struct {
		published string
		dated     bool
	}{{"2031-04-17T00:00:00Z", false}, {"2031-04-17T00:02:00Z", true}} {
		for _, e := range marked(t, hearsay.Report{Text: text, Published: moment(t, c.published)}).Entries {
			if e.Time.IsZero() == c.dated {
				t.Errorf("published %s: entry of %v", c.published, e.Time)
			}
		}
	}
}
