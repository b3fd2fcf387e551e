package transcript

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"
	"pgregory.net/rapid"

	"hearsay"
	"hearsay/internal/segment"
)

// awkward are the pieces that rules turn on.
var awkward = []string{
	"Q: ", "A: ", "A. ", "ORL: ", "REPORTER: ", "Orl", "Note: ", "“We stay.”", "\"We go.\"", " — ", "\n— ", "-- ", "- ", "Lena Vost", ", docker",
	"@dana", "(@dana)", " · ", "14:32", "2.15pm GMT", "17 April 2031, 10:45", "10 min ago", "Posted by ", "00:10", "23:50", "\n", "\n\n", " ", "> ",
	"[crosstalk]", "***", "said", "We stay.", "I", ":", "“", "”", "é", "\u00A0", "\u00AD", "RT ", "(", ")", "2031-04-17T10:45:00+02:00", "9:05 a.m. ET", ".",
}

func genText() *rapid.Generator[string] {
	pieces := rapid.SliceOf(rapid.OneOf(rapid.SampledFrom(awkward), rapid.SampledFrom(awkward), rapid.String()))
	return rapid.Map(pieces, func(p []string) string { return strings.ToValidUTF8(strings.Join(p, ""), "\uFFFD") })
}

// checkMark fails unless what is found in a text keeps every law: the document's
// own, spans on the edges of tokens, and the same again the second time.
func checkMark(t interface {
	Helper()
	Fatalf(string, ...any)
}, report hearsay.Report) {
	t.Helper()
	doc := segment.Split(report)
	Mark(doc, report)
	if err := doc.Check(); err != nil {
		t.Fatalf("%q: %v", report.Text, err)
	}
	entries, utterances := doc.Entries, doc.Utterances
	if Mark(doc, report); !reflect.DeepEqual(entries, doc.Entries) || !reflect.DeepEqual(utterances, doc.Utterances) {
		t.Fatalf("%q: two readings of one text differ", report.Text)
	}
	for _, u := range utterances {
		for _, c := range u.Content {
			if u.Speaker.Overlaps(c) || u.Mark != nil && u.Mark.Overlaps(c) {
				t.Fatalf("%q: %q speaks its own name", report.Text, u.Speaker.In(report.Text))
			}
			if s := c.In(report.Text); strings.TrimSpace(s) != s {
				t.Fatalf("%q: content %q has white space around it", report.Text, s)
			}
		}
	}
}

func TestMarkKeepsTheLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		report := hearsay.Report{Text: genText().Draw(t, "text")}
		if rapid.Bool().Draw(t, "dated") {
			report.Published = time.Unix(rapid.Int64Range(0, 4e9).Draw(t, "published"), 0).UTC()
		}
		checkMark(t, report)
	})
}

func FuzzMark(f *testing.F) {
	for _, text := range goldenTexts(f) {
		f.Add(text)
	}
	f.Add("Q: Q: A: \"@a: — (@a)\n@a:\n14:32:\n— @\nPosted by \n")
	f.Fuzz(func(t *testing.T, text string) {
		checkMark(t, hearsay.Report{Text: strings.ToValidUTF8(text, "\uFFFD"), Published: time.Date(2031, 4, 17, 9, 0, 0, 0, time.UTC)})
	})
}

// goldenTexts returns the texts of the golden files.
func goldenTexts(t testing.TB) []string {
	files, _ := filepath.Glob("testdata/*.txtar")
	var texts []string
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(txtar.Parse(data).Files[0].Data))
	}
	return texts
}

// Ordinary news, of which nothing is an utterance.
const news = `VELMARK — The League of Coastal Towns said on Tuesday it would release 30 captives by Friday, according to an aide.

“We have not seen the text,” Gen. Tomas Ardo told reporters in Drenn. “The ministry doesn’t comment on talks that haven’t begun.”

At least 12 people were wounded at 11:30 a.m., the Health Ministry said: more than on any day since March.

`

// BenchmarkMark reports nanoseconds a word, for ordinary news, for a long
// transcript and for text made to be slow.
func BenchmarkMark(b *testing.B) {
	for _, c := range []struct{ name, text string }{
		{"news", strings.Repeat(news, 200)},
		{"transcript", strings.Repeat("ORL: We have no deal on the pass and nobody has left the hall.\n\nREPORTER: When will you have one?\n\n", 500)},
		{"live", strings.Repeat("14:32\n\nThe envoy has left the hall.\n\n", 1000)},
		{"labels", strings.Repeat("Orl: we\n", 5000)},
		{"dashes", strings.Repeat("“We stay.” — \n\n— Lena\n\n", 3000)},
		{"open quotations", strings.Repeat("“We stay.\n\n", 3000)},
		{"handles", strings.Repeat("@a: (@a) — (@a\n", 3000)},
	} {
		b.Run(c.name, func(b *testing.B) {
			report := hearsay.Report{Text: c.text}
			doc := segment.Split(report)
			words := len(strings.Fields(c.text))
			b.ReportAllocs()
			for b.Loop() {
				Mark(doc, report)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(words), "ns/word")
		})
	}
}
