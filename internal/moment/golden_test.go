package moment_test

import (
	"fmt"
	"strings"
	"testing"

	"hearsay"
	"hearsay/internal/golden"
	"hearsay/internal/plain"
)

// TestGolden reads the report of each file in testdata and compares what is found
// with what the file wants, a line each: type, value or "-", words.
func TestGolden(t *testing.T) {
	golden.Each(t, func(t *testing.T, in golden.Input) string {
		report, err := plain.Parse("report.txt", in.Data("report"))
		if err != nil {
			t.Fatal(err)
		}
		return listed(report)
	})
}

func listed(report hearsay.Report) string {
	var b strings.Builder
	for _, m := range find(report) {
		value := m.Value
		if value == "" {
			value = "-"
		}
		fmt.Fprintf(&b, "%-8s %-16s %s\n", m.Type, value, strings.ReplaceAll(m.Span.In(report.Text), "\n", "⏎"))
	}
	return b.String()
}
