package reader_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"hearsay"
	"hearsay/internal/golden"
	"hearsay/reader"
)

// TestReadings reads the reports in testdata, one way of quoting a file, and
// compares with what the file wants, a line for each attribution and two spaces
// more for each that it stands within:
//
//	source | cue | content […] content | manner
//
// where - is nothing. They are readings, not truth: with other weights some will
// change, and -update rewrites them. Read the diff.
func TestReadings(t *testing.T) {
	r, err := reader.New()
	if err != nil {
		t.Fatal(err)
	}
	golden.Each(t, func(t *testing.T, in golden.Input) string { return readings(t, r, in.Text("report")) })
}

func readings(t *testing.T, r *reader.Reader, text string) string {
	record, err := r.Read(context.Background(), hearsay.Report{Text: text})
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, a := range record.Attributions {
		for w := a.Within; w != nil; w = record.Attributions[*w].Within {
			out.WriteString("  ")
		}
		var content []string
		for _, c := range a.Content {
			content = append(content, words(&c, text))
		}
		fmt.Fprintf(&out, "%s | %s | %s | %s\n", words(a.Source, text), words(a.Cue, text), strings.Join(content, " […] "), a.Manner)
	}
	return out.String()
}

func words(s *hearsay.Span, text string) string {
	if s == nil {
		return "-"
	}
	return strings.Join(strings.Fields(s.In(text)), " ")
}
