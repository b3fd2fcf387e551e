package resolve

import (
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"hearsay"
	"hearsay/internal/lexicon"
)

// BenchmarkResolve reports the time a token: of a report, of long texts that
// repeat it, and of ones made to be slow.
func BenchmarkResolve(b *testing.B) {
	for _, c := range []struct {
		name  string
		times int
		lines func(*hearsay.Document)
	}{
		{"report", 3, nil},
		{"long-report", 300, nil},
		{"one-sentence", 300, func(d *hearsay.Document) {
			d.Sentences = []hearsay.Sentence{{First: 0, End: len(d.Tokens)}}
			d.Paragraphs = []hearsay.Paragraph{{First: 0, End: 1}}
		}},
		{"right-branching", 300, func(d *hearsay.Document) {
			d.Sentences = []hearsay.Sentence{{First: 0, End: len(d.Tokens)}}
			d.Paragraphs = []hearsay.Paragraph{{First: 0, End: 1}}
			for i := range d.Tokens {
				d.Tokens[i].Head = i - 1
			}
		}},
	} {
		b.Run(c.name, func(b *testing.B) {
			doc, found := repeated(b, c.times)
			if c.lines != nil {
				c.lines(doc)
			}
			words := lexicon.New().Look(doc, nil)
			desk := new(Desk)
			b.ReportAllocs()
			for b.Loop() {
				Resolve(doc, words, found, desk)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(doc.Tokens)), "ns/token")
		})
	}
}

// repeated returns the golden documents one after the other, several times.
func repeated(b *testing.B, times int) (*hearsay.Document, []hearsay.Attribution) {
	archive, err := txtar.ParseFile("testdata/movement.txtar")
	if err != nil {
		b.Fatal(err)
	}
	one, found := parseTree(b, string(archive.Files[0].Data))
	doc := new(hearsay.Document)
	var all []hearsay.Attribution
	for range times {
		all = append(all, appendDocument(doc, one, found)...)
	}
	doc.Blocks = []hearsay.Block{{Span: hearsay.Span{Start: 0, End: len(doc.Text)}, Kind: hearsay.BlockBody}}
	return doc, all
}

// appendDocument appends a copy of a document and returns its attributions as they
// stand there.
func appendDocument(doc, one *hearsay.Document, found []hearsay.Attribution) []hearsay.Attribution {
	tokens, sentences, bytes := len(doc.Tokens), len(doc.Sentences), len(doc.Text)
	paragraphs := len(doc.Paragraphs)
	doc.Text += one.Text + "\n\n"
	for _, t := range one.Tokens {
		t.Start, t.End = t.Start+bytes, t.End+bytes
		if t.Head != hearsay.NoHead {
			t.Head += tokens
		}
		doc.Tokens = append(doc.Tokens, t)
	}
	for _, s := range one.Sentences {
		doc.Sentences = append(doc.Sentences, hearsay.Sentence{First: s.First + tokens, End: s.End + tokens, Paragraph: s.Paragraph + paragraphs})
	}
	for _, p := range one.Paragraphs {
		doc.Paragraphs = append(doc.Paragraphs, hearsay.Paragraph{First: p.First + sentences, End: p.End + sentences})
	}
	for _, n := range one.Names {
		doc.Names = append(doc.Names, hearsay.Name{First: n.First + tokens, End: n.End + tokens, Kind: n.Kind})
	}
	var out []hearsay.Attribution
	for _, a := range found {
		out = append(out, shifted(a, bytes))
	}
	return out
}

func shifted(a hearsay.Attribution, by int) hearsay.Attribution {
	if a.Source != nil {
		a.Source = &hearsay.Span{Start: a.Source.Start + by, End: a.Source.End + by}
	}
	content := make([]hearsay.Span, len(a.Content))
	for i, c := range a.Content {
		content[i] = hearsay.Span{Start: c.Start + by, End: c.End + by}
	}
	a.Content = content
	return a
}
