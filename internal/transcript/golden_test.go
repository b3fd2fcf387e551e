package transcript

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"hearsay"
	"hearsay/internal/block"
	"hearsay/internal/golden"
	"hearsay/internal/plain"
	"hearsay/internal/segment"
)

// TestGolden marks the report of each file in testdata, one kind of page a file,
// and compares with what the file wants:
//
//	entry   14:32 | 2031-04-17T14:32:00Z | first words … last words
//	turn    SPEAKER | MARK | WHEN | content ¶ content
//
// where - is nothing and a line break is written ⏎.
func TestGolden(t *testing.T) {
	golden.Each(t, func(t *testing.T, in golden.Input) string {
		report, err := plain.Parse("report.txt", in.Data("report"))
		if err != nil {
			t.Fatal(err)
		}
		return render(marked(t, report))
	})
}

// marked returns the document of a report, segmented and marked.
func marked(t interface {
	Helper()
	Fatalf(string, ...any)
}, report hearsay.Report) *hearsay.Document {
	t.Helper()
	report.Blocks = block.Find(report.Text, report.Blocks)
	doc := segment.Split(report)
	Mark(doc, report)
	if err := doc.Check(); err != nil {
		t.Fatalf("%q: %v", report.Text, err)
	}
	return doc
}

func render(d *hearsay.Document) string {
	var b strings.Builder
	for _, e := range d.Entries {
		when := "-"
		if !e.Time.IsZero() {
			when = e.Time.Format(time.RFC3339)
		}
		fmt.Fprintf(&b, "entry\t%s | %s | %s\n", shown(d, &e.Stamp), when, shown(d, &hearsay.Span{Start: e.Stamp.End, End: e.End}))
	}
	for _, u := range d.Utterances {
		var pieces []string
		for _, c := range u.Content {
			pieces = append(pieces, shown(d, &c))
		}
		fmt.Fprintf(&b, "%s\t%s | %s | %s | %s\n", u.Kind, shown(d, &u.Speaker), shown(d, u.Mark), shown(d, u.When), strings.Join(pieces, " ¶ "))
	}
	return b.String()
}

// shown returns the words of a span, the middle of many left out.
func shown(d *hearsay.Document, s *hearsay.Span) string {
	if s == nil {
		return "-"
	}
	words := strings.TrimSpace(strings.ReplaceAll(s.In(d.Text), "\n", "⏎"))
	if r := []rune(words); len(r) > 90 {
		words = string(r[:40]) + " … " + string(r[len(r)-40:])
	}
	return words
}
