package measure_test

import (
	"os"
	"strings"
	"testing"

	"hearsay"
	"hearsay/internal/lexicon"
	"hearsay/internal/measure"
	"hearsay/reader"
)

// The sentences of the development tables, as one report of some 2,000 words.
func BenchmarkFind(b *testing.B) {
	var text strings.Builder
	for _, name := range []string{"testdata/news-before.txt", "testdata/news-after.txt"} {
		data, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			if line[0] != ' ' && line[0] != '#' {
				text.WriteString(line)
			}
		}
	}
	r, err := reader.New()
	if err != nil {
		b.Fatal(err)
	}
	doc, _, err := r.ReadDocument(b.Context(), hearsay.Report{Text: text.String()})
	if err != nil {
		b.Fatal(err)
	}
	words := lexicon.New().Look(doc, nil)
	n := len(strings.Fields(text.String()))
	b.ReportAllocs()
	for b.Loop() {
		measure.Find(doc, words)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(n*b.N), "ns/word")
}
