package attribute

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"

	"hearsay"
	"hearsay/internal/linear"
)

// TestAnyWeightsKeepTheInvariants reads any documents with random weights:
// whatever is found is fit to be recorded.
func TestAnyWeightsKeepTheInvariants(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := randomFinder(rapid.Uint64().Draw(t, "seed"), rapid.SampledFrom([]int{1, 30, 500}).Draw(t, "size"))
		doc := drawDocument(t)
		if err := checkFound(doc, f.Find(doc, wordsOf(doc))); err != nil {
			t.Fatal(err)
		}
	})
}

// checkFound reports the first broken invariant of what was found in a document.
func checkFound(doc *hearsay.Document, found []hearsay.Attribution) error {
	end := 0
	for i, a := range found {
		if err := a.Check(len(doc.Text)); err != nil {
			return fmt.Errorf("attribution %d: %w", i, err)
		}
		if a.ID != i || a.Cue == nil || a.Cue.Start < end {
			return fmt.Errorf("attribution %d has id %d and cue %v, after a cue that ended at %d", i, a.ID, a.Cue, end)
		}
		end = a.Cue.End
		if err := checkNesting(found, i); err != nil {
			return err
		}
	}
	return nil
}

// checkNesting holds the attributions around one to lead out of it.
func checkNesting(found []hearsay.Attribution, i int) error {
	steps := 0
	for at := found[i].Within; at != nil; at = found[*at].Within {
		if steps++; *at < 0 || *at >= len(found) || steps > len(found) {
			return fmt.Errorf("attribution %d stands within no outermost one", i)
		}
	}
	return nil
}

// randomFinder has weights up to a size, in steps that a file can hold.
func randomFinder(seed uint64, size int) *Finder {
	rng := rand.New(rand.NewPCG(seed, 1))
	table := func(width int) *linear.Table {
		t := &linear.Table{Bits: 5, Width: width, W: make([]linear.Weight, width<<5)}
		for i := range t.W {
			t.W[i] = linear.Quantise([]float32{float32(rng.IntN(2*size+1)-size) / linear.Scale})[0]
		}
		return t
	}
	tables := func(c *linear.Chain) Weights { return Weights{table(c.NodeWidth()), table(c.EdgeWidth())} }
	return &Finder{Cue: tables(linear.BIO), Source: tables(linear.OneRun), Content: tables(linear.SomeRuns), Nested: tables(linear.BIO), Trust: table(1)}
}

func TestRoundTrip(t *testing.T) {
	for _, f := range []*Finder{randomFinder(1, 300), taughtFinder()} {
		roundTrip(t, f)
	}
}

func roundTrip(t *testing.T, f *Finder) {
	t.Helper()
	data := f.Append(nil)
	again, err := Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(again.Append(nil), data) {
		t.Error("a finder that was read is written otherwise")
	}
	for _, g := range lessons {
		doc := document(g.doc)
		if got, want := dump(again, doc), dump(f, doc); got != want {
			t.Errorf("%s\ngot  %s\nwant %s", doc.Text, got, want)
		}
	}
}

func TestParseRefusesAPart(t *testing.T) {
	data := smallFinder().Append(nil)
	if _, err := Parse(data); err != nil {
		t.Fatal(err)
	}
	for cut := range data {
		if _, err := Parse(data[:cut]); err == nil {
			t.Fatalf("%d of %d bytes are a finder", cut, len(data))
		}
	}
}

// smallFinder has never learned a thing.
func smallFinder() *Finder { return Fit(nil, settings(1, 1)) }

// TestParseRefusesNonsense writes weights that are well formed but do not fit
// the labels they are for.
func TestParseRefusesNonsense(t *testing.T) {
	for name, spoil := range map[string]func(f *Finder){
		"cues of one state":            func(f *Finder) { f.Cue = f.Source },
		"sources that begin and go on": func(f *Finder) { f.Source = f.Cue },
		"contents as cues":             func(f *Finder) { f.Content = f.Cue },
		"tables in the other order":    func(f *Finder) { f.Source.Nodes, f.Source.Edges = f.Source.Edges, f.Source.Nodes },
	} {
		f := smallFinder()
		spoil(f)
		if _, err := Parse(f.Append(nil)); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// FuzzParse holds that whatever can be read can find, and is written as it was.
func FuzzParse(f *testing.F) {
	f.Add(smallFinder().Append(nil))
	f.Add(randomFinder(1, 300).Append(nil))
	f.Add([]byte("\x1c\x02"))
	f.Fuzz(func(t *testing.T, data []byte) {
		finder, err := Parse(data)
		if err != nil {
			return
		}
		if again := finder.Append(nil); !bytes.HasPrefix(data, again) {
			t.Fatalf("%x became %x", data, again)
		}
		for _, g := range lessons {
			doc := document(g.doc)
			if err := checkFound(doc, finder.Find(doc, wordsOf(doc))); err != nil {
				t.Fatal(err)
			}
		}
	})
}

// BenchmarkFind reports words a second in text where every other sentence
// attributes something.
func BenchmarkFind(b *testing.B) {
	f := taughtFinder()
	text := ""
	for _, g := range lessons {
		text += g.doc + "\n\n"
	}
	doc := document(text)
	words := wordsOf(doc)
	b.ReportAllocs()
	for b.Loop() {
		f.Find(doc, words)
	}
	b.ReportMetric(float64(len(words))*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
