package parse

import (
	"bytes"
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"

	"hearsay"
	"hearsay/internal/linear"
)

func smallParser() *Parser {
	s := settings
	s.MoveBits, s.LabelBits = 8, 8
	var list []Sentence
	for range enoughPairs { // so that it knows what relations a pair can have
		list = append(list, sentence(lessons[0]))
	}
	return Fit(list, s)
}

// TestAnyWeightsMakeTrees parses with random weights: whatever they are and
// whatever the tags, every sentence becomes one tree, with a relation to each
// token and "root" to the root's alone.
func TestAnyWeightsMakeTrees(t *testing.T) {
	desk := new(Desk)
	rapid.Check(t, func(t *rapid.T) {
		p := randomParser(rapid.Uint64().Draw(t, "seed"))
		list := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Sentence { return drawSentence(t, 9) }), 1, 4).Draw(t, "sentences")
		doc, words := document(list...)
		p.Parse(doc, words, desk)
		if err := doc.Check(); err != nil {
			t.Fatal(err)
		}
		for i, token := range doc.Tokens {
			if token.Relation == 0 || (token.Relation == relationRoot) != (token.Head == hearsay.NoHead) {
				t.Fatalf("token %d hangs on %d as %q", i, token.Head, token.Relation)
			}
		}
	})
}

// randomParser has weights of any size, and allows random relations to half of
// the pairs of tags.
func randomParser(seed uint64) *Parser {
	rng := rand.New(rand.NewPCG(seed, 1))
	moves, labels := &moveTable{make([]uint32, 1<<10)}, &labelTable{make([]uint16, 1<<10)}
	for i := range moves.places {
		moves.places[i], labels.places[i] = rng.Uint32(), uint16(rng.Uint32())
	}
	allowed := make(map[uint32]uint64)
	for head := range uint32(hearsay.TagCount) {
		for dependent := range uint32(hearsay.TagCount) {
			if rng.IntN(2) == 0 {
				allowed[linear.Mix(head, dependent, rng.Uint32N(2))] = rng.Uint64() & rng.Uint64() & allRelations
			}
		}
	}
	return &Parser{moves, labels, linear.NewDictionary(allowed)}
}

func TestRoundTrip(t *testing.T) {
	p := smallParser()
	data := p.Append(nil)
	again, err := Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(again.Append(nil), data) {
		t.Error("a parser that was read is written otherwise")
	}
	list := sentences(lessons...)
	if got, want := parsed(again, list...), parsed(p, list...); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestParseRefusesAPart(t *testing.T) {
	data := smallParser().Append(nil)
	for cut := range data {
		if _, err := Parse(data[:cut]); err == nil {
			t.Fatalf("%d of %d bytes are a parser", cut, len(data))
		}
	}
	if _, err := Parse(append(data, 0)); err == nil {
		t.Error("a byte too many is no error")
	}
}

// TestParseRefusesNonsense writes weights that are well formed but would give
// tokens relations there are not.
func TestParseRefusesNonsense(t *testing.T) {
	dictionary := func(value uint64) linear.Dictionary { return linear.NewDictionary(map[uint32]uint64{7: value}) }
	for name, spoil := range map[string]func(*Parser){
		"a relation there is not": func(p *Parser) { p.allowed = dictionary(1 << hearsay.RelationCount) },
		"the relation of nothing": func(p *Parser) { p.allowed = dictionary(1) },
		"a root below the root":   func(p *Parser) { p.allowed = dictionary(1 << relationRoot) },
	} {
		p := smallParser()
		spoil(p)
		if _, err := Parse(p.Append(nil)); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// FuzzParse holds that whatever can be read can parse, and is written as it was.
func FuzzParse(f *testing.F) {
	s := settings
	s.MoveBits, s.LabelBits, s.Epochs = 6, 6, 2
	f.Add(Fit(sentences(lessons[:2]...), s).Append(nil))
	f.Add(Fit(nil, Settings{}).Append(nil))
	f.Add(smallParser().Append(nil))
	f.Add([]byte("\x18\x01"))
	f.Add([]byte("\x19\x01"))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := Parse(data)
		if err != nil {
			return
		}
		if again := p.Append(nil); !bytes.Equal(again, data) {
			t.Fatalf("%x became %x", data, again)
		}
		doc, words := document(sentences(lessons...)...)
		p.Parse(doc, words, new(Desk))
		if err := doc.Check(); err != nil {
			t.Fatal(err)
		}
	})
}

// BenchmarkParse reports words a second, with tables about as large as the
// trained ones: much of the time is spent waiting for its memory.
func BenchmarkParse(b *testing.B) {
	s := settings
	s.MoveBits, s.LabelBits = 21, 20
	p := Fit(sentences(lessons...), s)
	doc, words := document(sentences(lessons...)...)
	desk := new(Desk)
	b.ReportAllocs()
	for b.Loop() {
		p.Parse(doc, words, desk)
	}
	b.ReportMetric(float64(len(words))*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
