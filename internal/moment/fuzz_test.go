package moment_test

import (
	"testing"
	"time"
	"unicode/utf8"

	"hearsay"
	"hearsay/internal/moment"
)

func FuzzFind(f *testing.F) {
	for _, e := range moment.RuleExamples() {
		f.Add(unmarked(e.Text), now.Unix())
	}
	for _, text := range []string{
		"", "\n\n", "-", "the", "--- - --", "twenty-", "-twenty", "a a a a a a", "1/2 1/2 1/2", "March - March - March",
		"the the the the of of of", "nineteen nineteen nineteen", "hundred hundred hundred", "1000000000 million billion years ago",
		"999999999 years from now", "9999 centuries ago", "December 31, 9999", "0001-01-01", "0000-00-00", "9999-99-99T99:99:99Z",
		"24:00 24:59 00:00", "half past half past half past", "ten to ten to ten to nine", "Friday Friday week week on Friday",
		"Nov. 31st, 31st of Nov.", "five to ten past two to three", "VELMARK, Feb. 30 (RNS) — Today.", "14:32 Monday\n\n14:31 Sunday",
		"’80s ‘80s mid-’80s", "２０２７ ⅟２ ½½", "Mar\u00adch 3", "the Monday - Monday - Monday quarter of a century and a half and a half",
	} {
		f.Add(text, int64(0))
		f.Add(text, now.Unix())
	}
	f.Fuzz(func(t *testing.T, text string, seconds int64) {
		if !utf8.ValidString(text) || len(text) > 2000 {
			return
		}
		report := hearsay.Report{Text: text}
		if seconds != 0 {
			report.Published = time.Unix(seconds%(1<<36), 0).UTC()
		}
		if fault := unsound(report); fault != "" {
			t.Fatalf("%q: %s", text, fault)
		}
	})
}
