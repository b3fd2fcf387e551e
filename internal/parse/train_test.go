package parse

import (
	"bytes"
	"testing"

	"hearsay"
	"hearsay/internal/lexicon"
)

// lessons are the sentences the tests learn from, in the notation of
// notation_test.go.
var lessons = []string{
	"The/DT/det/2 envoy/NN/nsubj/3 said/VBD/root/0 talks/NNS/nsubj/6 had/VBD/aux/6 ended/VBN/ccomp/3 ././punct/3",
	"Ardo/NNP/nsubj/3 never/RB/advmod/3 left/VBD/root/0 Drenn/NNP/obj/3 ././punct/3",
	"\"/``/punct/4 We/PRP/nsubj/4 will/MD/aux/4 leave/VB/ccomp/7 \"/''/punct/4 she/PRP/nsubj/7 said/VBD/root/0 ././punct/7",
	"An/DT/det/2 aide/NN/nsubj/7 to/IN/case/5 the/DT/det/5 minister/NN/nmod/2 quietly/RB/advmod/7 resigned/VBD/root/0 ././punct/7",
	"They/PRP/nsubj/2 want/VBP/root/0 to/TO/mark/4 free/VB/xcomp/2 30/CD/nummod/6 captives/NNS/obj/4 by/IN/case/8 Friday/NNP/obl/4",
	"Citing/VBG/advcl/6 two/CD/nummod/3 aides/NNS/obj/1 Radio/NNP/compound/5 Drenn/NNP/nsubj/6 said/VBD/root/0 so/RB/advmod/6",
	"Talks/NNS/nsubj:pass/3 were/VBD/aux:pass/3 held/VBN/root/0 and/CC/cc/5 ended/VBN/conj/3 on/IN/case/7 Monday/NNP/obl/5",
	"No/DT/root/0",
}

var settings = Settings{MoveBits: 16, LabelBits: 15, Epochs: 12, Rate: 0.2, Decay: 1e-4, Explore: 0.9, Seed: 1}

func TestFitLearnsItsSentences(t *testing.T) {
	list := sentences(lessons...)
	p := Fit(list, settings)
	for i, s := range list {
		if got := parsed(p, s); got != lessons[i] {
			t.Errorf("got  %s\nwant %s", got, lessons[i])
		}
	}
}

// TestFitGoesBeyond parses sentences that no lesson has: known words in new
// places, and unknown words.
func TestFitGoesBeyond(t *testing.T) {
	p := Fit(sentences(lessons...), settings)
	for _, want := range []string{
		"The/DT/det/2 aide/NN/nsubj/3 left/VBD/root/0 Drenn/NNP/obj/3 ././punct/3",
		"The/DT/det/2 broker/NN/nsubj/3 hinted/VBD/root/0 trains/NNS/nsubj/6 had/VBD/aux/6 stopped/VBN/ccomp/3 ././punct/3",
	} {
		if got := parsed(p, sentence(want)); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

// TestFitLearnsFromCrossingArcs holds a tree that no moves can make to do no
// harm: the parser learns what can be made of it, and the other trees.
func TestFitLearnsFromCrossingArcs(t *testing.T) {
	crossing := "A/DT/det/2 hearing/NN/nsubj/3 opened/VBD/root/0 today/NN/obl:unmarked/3 on/IN/case/7 the/DT/det/7 matter/NN/nmod/2"
	p := Fit(sentences(append(lessons, crossing)...), settings)
	if got := parsed(p, sentence(lessons[0])); got != lessons[0] {
		t.Errorf("got  %s\nwant %s", got, lessons[0])
	}
	doc, words := document(sentence(crossing))
	p.Parse(doc, words, new(Desk))
	if err := doc.Check(); err != nil {
		t.Error(err)
	}
}

func TestFitIsDeterministic(t *testing.T) {
	fit := func(seed uint64) []byte {
		s := settings
		s.Seed, s.Epochs = seed, 3
		return Fit(sentences(lessons...), s).Append(nil)
	}
	if !bytes.Equal(fit(1), fit(1)) {
		t.Error("one seed gave two parsers")
	}
	if bytes.Equal(fit(1), fit(2)) {
		t.Error("the seed changes nothing, so the order of the sentences is always the same")
	}
}

// TestFitReports holds the share of right moves to be told after each epoch and
// to end near 1.
func TestFitReports(t *testing.T) {
	s := settings
	var shares []float64
	s.Report = func(epoch int, right float64) {
		if epoch != len(shares) {
			t.Errorf("epoch %d is told in place %d", epoch, len(shares))
		}
		shares = append(shares, right)
	}
	Fit(sentences(lessons...), s)
	if n := len(shares); n != s.Epochs || shares[0] > 0.95 || shares[n-1] < 0.95 {
		t.Errorf("shares %v", shares)
	}
}

// TestWeight holds half a weight to teach less than a whole one, and none to be
// a whole one.
func TestWeight(t *testing.T) {
	fit := func(weight float32) []byte {
		s := sentence(lessons[0])
		s.Weight = weight
		return Fit([]Sentence{s}, Settings{MoveBits: 12, LabelBits: 12, Epochs: 1, Rate: 0.1}).Append(nil)
	}
	if !bytes.Equal(fit(0), fit(1)) {
		t.Error("a sentence without a weight does not count 1")
	}
	if bytes.Equal(fit(0.5), fit(1)) {
		t.Error("the weight changes nothing")
	}
}

// TestAllowedRelations teaches that a noun before a verb is its subject or its
// object, often enough to be believed, and that a determiner is a determiner.
func TestAllowedRelations(t *testing.T) {
	var list []Sentence
	for range enoughPairs / 2 {
		list = append(list, sentences("talks/NN/nsubj/2 ended/VBD/root/0", "talks/NN/obj/2 held/VBD/root/0")...)
	}
	rare := sentences("the/DT/det/2 end/VBD/root/0")
	allowed := learnAllowed(append(list, rare...))
	set := func(names ...string) (set uint64) {
		for _, n := range names {
			r, _ := hearsay.ParseRelation(n)
			set |= 1 << r
		}
		return set
	}
	for _, c := range []struct {
		what            string
		s               Sentence
		head, dependent int
		want            uint64
	}{
		{"both that were seen", list[0], 1, 0, set("nsubj", "obj")},
		{"the other direction is another pair", list[0], 0, 1, allRelations},
		{"seen too seldom", rare[0], 1, 0, allRelations},
	} {
		if got := begun(c.s).relations(allowed, c.head, c.dependent); got != c.want {
			t.Errorf("%s: relations %b, want %b", c.what, got, c.want)
		}
	}
	if allRelations&set("root") != 0 || allRelations&1 != 0 || allRelations&set("nsubj", "dep") != set("nsubj", "dep") {
		t.Errorf("all relations are %b", allRelations)
	}
}

// TestParseKeepsToTheAllowed holds the relation to be one of the allowed even if
// the weights are all for another, and the root's alone to be root.
func TestParseKeepsToTheAllowed(t *testing.T) {
	var list []Sentence
	for range enoughPairs {
		list = append(list, sentence("Ardo/NNP/nsubj/2 left/VBD/root/0 Drenn/NNP/obj/2"))
	}
	p := Fit(list, settings)
	for i := range p.labels.places {
		p.labels.places[i] = uint16(i * 37) // any
	}
	const want = "Ardo/NNP/nsubj/2 left/VBD/root/0 Drenn/NNP/obj/2"
	if got := parsed(p, list[0]); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// TestSentencesAreIndependent holds a sentence to be parsed alike alone and
// among others, on a desk of its own and on one in use.
func TestSentencesAreIndependent(t *testing.T) {
	list := sentences(lessons...)
	s := settings
	s.Epochs = 1 // unsure of itself, so that neighbours could tell
	p := Fit(list, s)
	together, words := document(list...)
	p.Parse(together, words, new(Desk))
	desk, alone := new(Desk), ""
	for _, l := range list {
		doc, words := document(l)
		p.Parse(doc, words, desk)
		alone += notation(doc) + " "
	}
	if got := notation(together) + " "; got != alone {
		t.Errorf("together %s\nalone    %s", got, alone)
	}
}

func TestEmptyDocument(t *testing.T) {
	doc := &hearsay.Document{}
	Fit(nil, Settings{MoveBits: 6, LabelBits: 6, Epochs: 1}).Parse(doc, []*lexicon.Word{}, new(Desk))
	if len(doc.Tokens) != 0 {
		t.Error("tokens out of nothing")
	}
}
