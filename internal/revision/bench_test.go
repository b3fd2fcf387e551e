package revision

import (
	"fmt"
	"strings"
	"testing"

	"hearsay"
)

// blocks makes a record of n paragraphs without reading it.
func blocks(n int, word string) hearsay.Record {
	var r hearsay.Record
	for i := range n {
		start := len(r.Report.Text)
		r.Report.Text += fmt.Sprintf("Paragraph %d tells of %s %d and of nothing else at all.\n\n", i, word, i*7)
		r.Blocks = append(r.Blocks, hearsay.Block{Span: hearsay.Span{Start: start, End: len(r.Report.Text) - 2}, Kind: hearsay.BlockBody})
	}
	return r
}

func BenchmarkCompare(b *testing.B) {
	before := record(b, 8, text(lead, quote, count, answer, ships, old))
	after := record(b, 9, text(lead, quote, strings.Replace(count, "31", "23", 1), answer, ships, old))
	for b.Loop() {
		Compare(before, after)
	}
}

// BenchmarkHostile compares two long reports that have no paragraph in common.
func BenchmarkHostile(b *testing.B) {
	before, after := blocks(2000, "ferries"), blocks(2000, "lorries")
	for b.Loop() {
		Compare(before, after)
	}
}

// BenchmarkUpdatesOfThousand groups reports without an address.
func BenchmarkUpdatesOfThousand(b *testing.B) {
	var records []hearsay.Record
	for i := range 1000 {
		r := blocks(12, strings.Repeat(fmt.Sprint("matter", i, " "), 20))
		r.Report.Outlet = fmt.Sprint("Outlet ", i%20)
		records = append(records, r)
	}
	for b.Loop() {
		Updates(records)
	}
}
