package tag

import (
	"bytes"
	"testing"

	"hearsay"
	"hearsay/internal/lexicon"
	"hearsay/internal/linear"
)

func smallTagger() *Tagger {
	s := settings
	s.Bits = 8
	return Fit(append(sentences(lessons...), sentences(lessons...)...), s)
}

func TestRoundTrip(t *testing.T) {
	tagger := smallTagger()
	data := tagger.Append(nil)
	again, err := Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(again.Append(nil), data) {
		t.Error("a tagger that was read is written otherwise")
	}
	taught := sentences(lessons...)
	if got, want := tagged(again, taught...), tagged(tagger, taught...); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestParseRefusesAPart(t *testing.T) {
	data := smallTagger().Append(nil)
	for cut := range data {
		if _, err := Parse(data[:cut]); err == nil {
			t.Fatalf("%d of %d bytes are a tagger", cut, len(data))
		}
	}
	if _, err := Parse(append(data, 0)); err == nil {
		t.Error("a byte too many is no error")
	}
}

// TestParseRefusesNonsense writes weights that are well formed but would make
// tagging fail.
func TestParseRefusesNonsense(t *testing.T) {
	dictionary := func(value uint64) linear.Dictionary { return linear.NewDictionary(map[uint32]uint64{7: value}) }
	for name, spoil := range map[string]func(*Tagger){
		"a wide table":          func(t *Tagger) { t.weights = &linear.Table{Bits: 6, Width: 2, W: make([]linear.Weight, 128)} },
		"a tag there is not":    func(t *Tagger) { t.open = dictionary(1 << hearsay.TagCount) },
		"the tag of nothing":    func(t *Tagger) { t.usual = dictionary(1) },
		"a script there is not": func(t *Tagger) { t.lemmas.rules = dictionary(uint64(len(t.lemmas.scripts) + 1)) },
	} {
		tagger := smallTagger()
		spoil(tagger)
		if _, err := Parse(tagger.Append(nil)); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// FuzzParse holds that whatever can be read can tag, and is written as it was.
func FuzzParse(f *testing.F) {
	s := settings
	s.Bits, s.Epochs = 6, 2
	f.Add(Fit(sentences(lessons[:2]...), s).Append(nil))
	f.Add(Fit(nil, Settings{Bits: 0}).Append(nil))
	f.Add([]byte("\x1c\x01"))
	f.Fuzz(func(t *testing.T, data []byte) {
		tagger, err := Parse(data)
		if err != nil {
			return
		}
		if again := tagger.Append(nil); !bytes.Equal(again, data) {
			t.Fatalf("%x became %x", data, again)
		}
		tagged(tagger, sentences(lessons...)...)
	})
}

// BenchmarkTag reports words a second where every word has been looked up.
func BenchmarkTag(b *testing.B) {
	tagger := smallTagger()
	doc := document(sentences(lessons...)...)
	words := lexicon.New().Look(doc, nil)
	b.ReportAllocs()
	for b.Loop() {
		tagger.Tag(doc, words)
	}
	b.ReportMetric(float64(len(words))*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
