package moment_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"hearsay"
	"hearsay/internal/moment"
)

// now is when the examples beside the rules are read: a Tuesday.
var now = time.Date(2027, 3, 9, 20, 15, 0, 0, time.FixedZone("", 3*60*60))

// TestRules reads the sentences that stand beside the rules.
func TestRules(t *testing.T) {
	for _, e := range moment.RuleExamples() {
		if !e.No && !strings.Contains(e.Text, "](") {
			t.Errorf("%s: nothing is marked in %q", e.Pattern, e.Text)
		}
		if got := marked(unmarked(e.Text), now); got != e.Text {
			t.Errorf("%s\n got %s\nwant %s", e.Pattern, got, e.Text)
		}
	}
}

// unmarked takes the marks out of an example: "on [Monday](DATE 2027-03-08)".
func unmarked(text string) string {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(text, "[")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		words, rest, _ := strings.Cut(rest, "](")
		b.WriteString(words)
		_, text, _ = strings.Cut(rest, ")")
	}
}

// marked reads a text and marks what was found as the examples do.
func marked(text string, published time.Time) string {
	var b strings.Builder
	end := 0
	for _, m := range find(hearsay.Report{Text: text, Published: published}) {
		value := m.Value
		if value == "" {
			value = "?"
		}
		fmt.Fprintf(&b, "%s[%s](%s %s)", text[end:m.Span.Start], m.Span.In(text), m.Type, value)
		end = m.Span.End
	}
	return b.String() + text[end:]
}
