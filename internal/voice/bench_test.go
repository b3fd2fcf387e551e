package voice

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"hearsay"
)

// BenchmarkTrace reports nanoseconds a word for the stories of the golden files,
// once and many times over in one report: the rate should be the same.
func BenchmarkTrace(b *testing.B) {
	for _, c := range []struct {
		name  string
		times int
	}{{"once", 1}, {"500-times", 500}} {
		b.Run(c.name, func(b *testing.B) {
			doc, found := longStory(b, c.times)
			words := wordsFor(doc)
			b.ReportAllocs()
			for b.Loop() {
				Trace(doc, words, nil, Outlet{Name: "The Velmark Post"}, found, Cast{})
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(doc.Tokens)), "ns/word")
		})
	}
}

// longStory joins the stories of all golden files, so many times.
func longStory(b *testing.B, times int) (*hearsay.Document, []hearsay.Attribution) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		b.Fatalf("no golden files: %v", err)
	}
	var text, found strings.Builder
	for range times {
		for _, file := range files {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				b.Fatal(err)
			}
			for _, f := range archive.Files {
				switch f.Name {
				case "story":
					text.WriteString("\n" + string(f.Data))
				case "found":
					found.WriteString(string(f.Data))
				}
			}
		}
	}
	doc, err := document(text.String())
	if err != nil {
		b.Fatal(err)
	}
	all, err := attributions(doc, withoutWithin(found.String()))
	if err != nil {
		b.Fatal(err)
	}
	return doc, all
}

// withoutWithin takes the last column away: it counts within a file.
func withoutWithin(lines string) string {
	var b strings.Builder
	for line := range strings.Lines(lines) {
		b.WriteString(line[:strings.LastIndex(line, "|")] + "| -\n")
	}
	return b.String()
}
