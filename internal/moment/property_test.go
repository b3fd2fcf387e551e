package moment_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"hearsay"
	"hearsay/internal/moment"
)

// words are what random sentences are made of: parts of times, and what stands
// around them.
var words = strings.Fields(`Monday Friday Sundays March May Feb. September January 3 31 30 29 0 45 1987 2027 1,000 3,4 1.5 1.000 ½ 1/2
	2027-03-09 2027-02-30 03/04/2027 12:30 25:61 9.15 1430 GMT p.m. am o'clock noon midnight second seconds minute hours day days week
	weeks fortnight month quarter quarters year years decade century weekend the a an this last next past coming previous following same
	early late mid mid-1990s 1980s '80s first third 21st fourth-quarter two twelve twenty-one hundred dozen million nineteen eighty-seven
	couple of several few half and to - , ago later earlier before after from now every each per daily overnight tonight today yesterday
	tomorrow morning evening night dawn spring summer fall winter Christmas Easter Ramadan Thanksgiving recently future on in by until since
	at for within over said will would met had been people died old aged 13-year-old . ; ( ) “ ” ferry -5 99999999999999999999 Q3 H1 age`)

func sentence() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 1, 14).Draw(t, "words"), " ")
	})
}

func anyDay() *rapid.Generator[time.Time] {
	return rapid.Custom(func(t *rapid.T) time.Time {
		seconds := rapid.Int64Range(-3_000_000_000, 6_000_000_000).Draw(t, "seconds")
		zone := time.FixedZone("", 900*rapid.IntRange(-48, 56).Draw(t, "zone"))
		return time.Unix(seconds, 0).In(zone)
	})
}

// Whatever stands in a text, what is found lies in it, in order and apart, and has a
// value that TIMEX3 has, or none.
func TestFoundIsSound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		report := hearsay.Report{Text: sentence().Draw(t, "text")}
		if rapid.Bool().Draw(t, "dated") {
			report.Published = anyDay().Draw(t, "published")
		}
		if fault := unsound(report); fault != "" {
			t.Fatal(fault)
		}
	})
}

// unsound returns what is wrong with what is found in a report, "" for nothing.
func unsound(report hearsay.Report) string {
	doc, words := read(report)
	anchor := moment.Anchor{Published: report.Published}
	found := moment.Find(doc, words, anchor)
	end := 0
	for _, m := range found {
		if err := m.Check(len(report.Text)); err != nil {
			return fmt.Sprintf("%q: %v", m.Span.In(report.Text), err)
		}
		if m.Span.Start < end {
			return fmt.Sprintf("%q overlaps the one before it", m.Span.In(report.Text))
		}
		end = m.Span.End
	}
	if again := moment.Find(doc, words, anchor); !reflect.DeepEqual(found, again) {
		return fmt.Sprintf("found %v and then %v", found, again)
	}
	return ""
}

// value returns the value of the one expression in a text.
func value(t *rapid.T, text string, published time.Time) string {
	found := find(hearsay.Report{Text: text, Published: published})
	if len(found) != 1 {
		t.Fatalf("%q: found %v, want one", text, found)
	}
	return found[0].Value
}

// Days are counted as package time counts them.
func TestDaysAreCountedRight(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		published := anyDay().Draw(t, "published")
		n := rapid.IntRange(2, 400).Draw(t, "n")
		for _, c := range []struct {
			text string
			want time.Time
		}{
			{fmt.Sprintf("They met %d days ago.", n), published.AddDate(0, 0, -n)},
			{fmt.Sprintf("They will meet %d days from now.", n), published.AddDate(0, 0, n)},
			{"They met yesterday.", published.AddDate(0, 0, -1)},
			{"They meet tomorrow.", published.AddDate(0, 0, 1)},
			{"They met the day before yesterday.", published.AddDate(0, 0, -2)},
		} {
			if got := value(t, c.text, published); got != c.want.Format(time.DateOnly) {
				t.Fatalf("%q on %v is %s", c.text, published, got)
			}
		}
		if got, want := value(t, fmt.Sprintf("They met %d years ago.", n), published), published.Year()-n; got != fmt.Sprintf("%04d", want) {
			t.Fatalf("%d years ago on %v is %s", n, published, got)
		}
	})
}

// A weekday is less than a week away, on the side that the tense says.
func TestWeekdaysAreNear(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		published := anyDay().Draw(t, "published")
		today := time.Date(published.Year(), published.Month(), published.Day(), 0, 0, 0, 0, time.UTC)
		day := time.Weekday(rapid.IntRange(0, 6).Draw(t, "weekday"))
		for text, sign := range map[string]int{"They met on %s.": -1, "They will meet on %s.": 1} {
			text := fmt.Sprintf(text, day)
			got, err := time.Parse(time.DateOnly, value(t, text, published))
			if err != nil {
				t.Fatal(err)
			}
			off := int(got.Sub(today).Hours()) / 24
			if got.Weekday() != day || off*sign < 0 || off*sign > 6 {
				t.Fatalf("%q on %v is %v", text, published, got)
			}
		}
	})
}

// A date that is written out is that date whatever the day, and one that does not
// exist is none.
func TestDatesAreRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		year, month, day := rapid.IntRange(1400, 2199).Draw(t, "year"), rapid.IntRange(1, 12).Draw(t, "month"), rapid.IntRange(1, 31).Draw(t, "day")
		want := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
		value := value(t, fmt.Sprintf("They met on %s %d, %d.", time.Month(month), day, year), anyDay().Draw(t, "published"))
		switch {
		case want.Day() != day && value != "":
			t.Fatalf("%d-%d-%d does not exist, got %s", year, month, day, value)
		case want.Day() == day && value != want.Format(time.DateOnly):
			t.Fatalf("got %s, want %v", value, want)
		}
	})
}

// Weeks and months are those of package time, and the holidays fall where they must.
func TestStretchesAreRight(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		published := anyDay().Draw(t, "published")
		year, week := published.AddDate(0, 0, -7).ISOWeek()
		if got := value(t, "They met last week.", published); got != fmt.Sprintf("%04d-W%02d", year, week) {
			t.Fatalf("last week of %v is %s", published, got)
		}
		first := time.Date(published.Year(), published.Month()+1, 1, 0, 0, 0, 0, time.UTC)
		if got := value(t, "They meet next month.", published); got != first.Format("2006-01") {
			t.Fatalf("next month of %v is %s", published, got)
		}
		easter, err := time.Parse(time.DateOnly, value(t, fmt.Sprintf("They met on Easter Sunday %d.", published.Year()), published))
		if err != nil || easter.Weekday() != time.Sunday || easter.YearDay() < 81 || easter.YearDay() > 116 {
			t.Fatalf("Easter of %d is %v (%v)", published.Year(), easter, err)
		}
	})
}

// Without a day to go by nothing is resolved that needs one.
func TestNothingIsGuessed(t *testing.T) {
	for _, text := range []string{
		"They met on Friday.", "They met on Friday night.", "They met on March 3.", "They met in March.", "They met today.",
		"They met last week.", "They met two days ago.", "They met at 9 a.m.", "They met at noon on Monday.", "They met in the summer.",
		"They met last spring.", "Sales fell in the third quarter.", "They met at Christmas.", "They met in the '80s.", "They met overnight.",
		"They met this morning.", "They met on July 1 next year.", "They met in July last year.", "They met last December.",
		"They met on Friday the 5th.", "They met two hours ago.", "It is due by year-end.", "They met last night.", "They met this weekend.",
		"They met on the first Monday in May.", "They met two Fridays ago.", "They meet on Friday week.", "They met last Oct. 23.",
	} {
		found := find(hearsay.Report{Text: text})
		if len(found) == 0 {
			t.Errorf("%q: nothing found", text)
		}
		for _, m := range found {
			if m.Value != "" {
				t.Errorf("%q: %q is %s", text, m.Span.In(text), m.Value)
			}
		}
	}
}
