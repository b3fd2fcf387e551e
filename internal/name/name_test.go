package name

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"hearsay"
	"hearsay/internal/lexicon"
	"hearsay/internal/linear"
)

// document makes one of a sentence a line, its words separated by spaces. A name
// is bracketed with its kind: "[person Mina Holt] said so ."
func document(text string) (*hearsay.Document, []*lexicon.Word) {
	doc := &hearsay.Document{}
	var b strings.Builder
	kind, first := hearsay.NameKind(""), 0
	for line := range strings.Lines(text) {
		begin := len(doc.Tokens)
		for word := range strings.FieldsSeq(line) {
			if k, opens := strings.CutPrefix(word, "["); opens {
				kind, first = hearsay.NameKind(k), len(doc.Tokens)
				continue
			}
			word, closes := strings.CutSuffix(word, "]")
			doc.Tokens = append(doc.Tokens, token(word, b.Len()))
			b.WriteString(word + " ")
			if closes {
				doc.Names = append(doc.Names, hearsay.Name{First: first, End: len(doc.Tokens), Kind: kind})
			}
		}
		if len(doc.Tokens) > begin {
			doc.Sentences = append(doc.Sentences, hearsay.Sentence{First: begin, End: len(doc.Tokens)})
		}
	}
	doc.Text = b.String()
	doc.Paragraphs = []hearsay.Paragraph{{First: 0, End: len(doc.Sentences)}}
	doc.Blocks = []hearsay.Block{{Span: hearsay.Span{Start: 0, End: len(doc.Text)}, Kind: hearsay.BlockBody}}
	return doc, lexicon.New().Look(doc, nil)
}

// token is a word at a byte.
func token(word string, at int) hearsay.Token {
	t := hearsay.Token{Span: hearsay.Span{Start: at, End: at + len(word)}, Lemma: strings.ToLower(word), Head: hearsay.NoHead}
	t.Tag, _ = hearsay.ParseTag("NN")
	if strings.ToLower(word) != word {
		t.Tag, _ = hearsay.ParseTag("NNP")
	}
	return t
}

func TestStretches(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"the Tidewell Institute for Rivers met Mina Holt .", "Tidewell Institute for Rivers|Mina Holt"},
		{"Holt , Ardo and the mayor of Velmark", "Holt|Ardo|Velmark"},
		{"Bank of the North", "Bank of the North"},
		{"Holt 's aide", "Holt"},
		{"Holt\nArdo", "Holt|Ardo"}, // not across sentences
		{"nobody came .", ""},
	} {
		doc, words := document(c.text)
		var s sight
		s.look(doc, words)
		var got []string
		for _, st := range s.stretches {
			got = append(got, doc.TokensSpan(st.first, st.end).In(doc.Text))
		}
		if g := strings.Join(got, "|"); g != c.want {
			t.Errorf("%q: %q, want %q", c.text, g, c.want)
		}
	}
}

func TestForms(t *testing.T) {
	doc, words := document("Tidewell Shipping said it would sail to Drenn .\nThe ferries of Tidewell , which is shipping corn , sail from Drenn\nMina Holt said she hoped so .")
	var s sight
	s.look(doc, words)
	of := func(word string) form { return s.form[lexicon.New().Word(word).Lower] }
	if f := of("Tidewell"); f.first != 1 || f.alone != 1 || f.last != 0 || f.it != 1 || f.he != 0 || f.capital != 1 {
		t.Errorf("Tidewell %+v", f)
	}
	if f := of("Shipping"); f.last != 1 || f.it != 1 || !f.small {
		t.Errorf("Shipping %+v", f)
	}
	if f := of("Holt"); f.last != 1 || f.he != 1 || f.small {
		t.Errorf("Holt %+v", f)
	}
	if f := of("Drenn"); f.within != 2 {
		t.Errorf("Drenn %+v", f)
	}
}

// What a labelling found is remembered without the place that asks.
func TestMemory(t *testing.T) {
	doc, words := document("[person Mina Holt] left .\n[person Holt] won .\n[organisation Drenn Port Authority] and DPA .")
	lesson := NewLesson(doc, words, doc.Names, 1)
	var s sight
	var m memory
	s.look(doc, words)
	m.collect(&s, lesson.labels)
	at := func(t int) outlook { return m.at(&s, t) }
	if o := at(1); o.elsewhere != person || o.often != 1 || o.last != labelCount {
		t.Errorf("Holt in Mina Holt: %+v", o)
	}
	if o := at(4); o.elsewhere != person || o.last != person || o.first != labelCount {
		t.Errorf("Holt alone: %+v", o)
	}
	if o := at(0); o.elsewhere != labelCount {
		t.Errorf("Mina, once: %+v", o)
	}
	if o := at(11); doc.Words(11) != "DPA" || o.initials != organisation {
		t.Errorf("%s: %+v", doc.Words(11), o)
	}
}

// TestAnyWeightsKeepTheInvariants reads any documents with random weights: names
// are in order, within their sentences, and stand nowhere but in stretches.
func TestAnyWeightsKeepTheInvariants(t *testing.T) {
	word := rapid.SampledFrom([]string{"Holt", "Mina", "of", "the", "UN", "said", ",", "al-Ard", "1,200", "’s", "\n"})
	var desk Desk
	rapid.Check(t, func(t *rapid.T) {
		doc, words := document(strings.Join(rapid.SliceOfN(word, 1, 60).Draw(t, "words"), " "))
		f := randomFinder(rapid.Uint64().Draw(t, "seed"))
		f.Find(doc, words, &desk)
		if err := doc.Check(); len(doc.Tokens) > 0 && err != nil {
			t.Fatal(err)
		}
		first := slices.Clone(doc.Names)
		f.Find(doc, words, new(Desk))
		if !slices.Equal(first, doc.Names) {
			t.Fatalf("%v, then %v", first, doc.Names)
		}
		for _, n := range doc.Names {
			if !slices.ContainsFunc(desk.sight.stretches, func(s stretch) bool { return s.first <= n.First && n.End <= s.end }) {
				t.Fatalf("%v stands in no stretch", n)
			}
		}
	})
}

func randomFinder(seed uint64) *Finder {
	rng := rand.New(rand.NewPCG(seed, 1))
	table := func(width int) *linear.Table {
		t := &linear.Table{Bits: 5, Width: width, W: make([]linear.Weight, width<<5)}
		for i := range t.W {
			t.W[i] = linear.Weight(rng.IntN(61) - 30)
		}
		return t
	}
	weights := func() Weights { return Weights{table(chain.NodeWidth()), table(chain.EdgeWidth())} }
	return &Finder{First: weights(), Second: weights(), Small: linear.NewDictionary(map[uint32]uint64{7: 1, 9: 2}), Sound: table(1)}
}

func TestRoundTrip(t *testing.T) {
	f := randomFinder(1)
	data := f.Append(nil)
	again, err := Parse(data)
	if err != nil || !bytes.Equal(again.Append(nil), data) {
		t.Fatalf("not the same again, %v", err)
	}
	for _, n := range []int{0, 1, 100, len(data) - 1} {
		if _, err := Parse(data[:n]); err == nil {
			t.Errorf("the first %d bytes are taken for weights", n)
		}
	}
	if _, err := Parse(append(data, 0)); err == nil {
		t.Error("a byte more is taken for weights")
	}
	f.Second.Nodes = &linear.Table{Bits: 1, Width: 2, W: make([]linear.Weight, 4)}
	if _, err := Parse(f.Append(nil)); err == nil {
		t.Error("tables of another width are taken for weights")
	}
}

// A finder taught with a few invented lessons finds names it never met, and
// learns the same from the same lessons.
func TestFit(t *testing.T) {
	settings := Settings{First: trainer, Second: trainer, Folds: 2}
	f := Fit(lessons(), bearers, settings)
	doc, words := document("The Varn Port Authority said so .\nTeda Lisk left Morrow .")
	f.Find(doc, words, new(Desk))
	for i := range doc.Names {
		doc.Names[i].Sounds = 0
	}
	want := []hearsay.Name{{First: 1, End: 4, Kind: hearsay.OrganisationName}, {First: 7, End: 9, Kind: hearsay.PersonName}, {First: 10, End: 11, Kind: hearsay.PlaceName}}
	if !slices.Equal(doc.Names, want) {
		t.Errorf("found %v, want %v", doc.Names, want)
	}
	if again := Fit(lessons(), bearers, settings); !bytes.Equal(again.Append(nil), f.Append(nil)) {
		t.Error("another fit on the same lessons has other weights")
	}
}

var trainer = linear.Trainer{NodeBits: 14, EdgeBits: 8, Epochs: 4, Averaged: 1, Rate: 0.2, Seed: 1}

func lessons() (all []*Lesson) {
	for _, text := range []string{
		"The [organisation Orvel Port Authority] said so .\n[person Mina Holt] left [place Tarn] .",
		"The [organisation Sellin Port Authority] said nothing .\n[person Anton Reske] left [place Vell] today .",
		"[person Karel Ibarro] left [place Drenn] .\nThe [organisation Keld Port Authority] waited .",
		"The [organisation Marrow Port Authority] said so .\n[person Judit Amory] left [place Sefra] .",
	} {
		for range 4 {
			doc, words := document(text)
			all = append(all, NewLesson(doc, words, doc.Names, 1))
		}
	}
	return all
}

// Invented names keep to what is written in small letters elsewhere, and the same
// word becomes the same word.
func TestRename(t *testing.T) {
	all := lessons()
	doc, words := document("[person Mina Holt] said .\n[person Holt] of the [organisation Drenn Bank] , a bank , left .")
	all = append(all, NewLesson(doc, words, doc.Names, 1))
	v := newInventor(all)
	clear(v.nouns)
	v.nouns = nil
	renamed := v.rename(all[len(all)-1], 1)
	if renamed.words[1] != renamed.words[4] || renamed.words[1] == words[1] {
		t.Errorf("Holt became %s and %s", renamed.words[1].Text, renamed.words[4].Text)
	}
	if renamed.words[8] != words[8] || words[8].Text != "Bank" {
		t.Errorf("%s became %s", words[8].Text, renamed.words[8].Text)
	}
	if words[1].Text != "Holt" {
		t.Error("the lesson itself was changed")
	}
}

var bearers = []Bearer{{"Mina", true}, {"Orla", true}, {"Vera", true}, {"Teda", true}, {"Anton", false}, {"Karel", false}, {"Viggo", false}, {"Leon", false}}

// What given names sound like is learned from others that end alike; a family name
// and an initial tell nothing.
func TestSounds(t *testing.T) {
	f := randomFinder(1)
	f.Small = linear.Dictionary{}
	f.Sound = fitSound(bearers, Settings{First: trainer})
	for _, c := range []struct {
		text string
		want int
	}{
		{"[person Lova Holt]", 1}, {"[person Marlon Holt]", -1}, {"[person Holt]", 0}, {"[person J. Holt]", 0},
		{"[place Lova Holt]", 0},
	} {
		doc, words := document(c.text)
		f.hear(words, doc.Names)
		if got := doc.Names[0].Sounds; int(got) > 0 != (c.want > 0) || int(got) < 0 != (c.want < 0) {
			t.Errorf("%s sounds %d", c.text, got)
		}
	}
}
