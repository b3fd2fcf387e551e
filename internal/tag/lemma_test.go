package tag

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"hearsay"
	"hearsay/internal/lexicon"
)

// lemmasOf returns a lemmatiser that has seen each lesson twice.
func lemmasOf(lessons string) *lemmatiser {
	s := sentence(lessons)
	return learnLemmas([]Sentence{s, s})
}

func lemmaOf(l *lemmatiser, form, tagName string) string {
	tag, ok := hearsay.ParseTag(tagName)
	if !ok {
		panic("no tag " + tagName)
	}
	return l.lemma(lexicon.New().Word(form), tag)
}

const nounsAndVerbs = `
	envoys/NNS/envoy talks/NNS/talk days/NNS/day claims/NNS/claim reports/NNS/report cities/NNS/city parties/NNS/party bodies/NNS/body
	children/NNS/child men/NNS/man
	ended/VBD/end added/VBD/add asked/VBD/ask called/VBD/call waited/VBD/wait denied/VBD/deny carried/VBD/carry
	stopped/VBD/stop dropped/VBD/drop planned/VBD/plan banned/VBD/ban went/VBD/go said/VBD/say
	talks/VBZ/talk claims/VBZ/claim denies/VBZ/deny
	better/JJR/good ’s/VBZ/be`

func TestLemmas(t *testing.T) {
	l := lemmasOf(nounsAndVerbs)
	for _, c := range []struct{ form, tag, want string }{
		// as taught
		{"talks", "NNS", "talk"}, {"cities", "NNS", "city"}, {"denied", "VBD", "deny"}, {"stopped", "VBD", "stop"},
		{"children", "NNS", "child"}, {"went", "VBD", "go"}, {"better", "JJR", "good"},
		// new words with taught endings
		{"aides", "NNS", "aide"}, {"countries", "NNS", "country"}, {"wanted", "VBD", "want"}, {"replied", "VBD", "reply"},
		{"shopped", "VBD", "shop"}, {"scanned", "VBD", "scan"}, {"Envoys", "NNS", "envoy"}, {"CITIES", "NNS", "city"},
		// whole forms are kept apart from endings: "outwent" is none of them
		{"outwent", "VBD", "outwent"}, {"grandchildren", "NNS", "grandchildren"},
		// a tag that was never taught, one without lemmas, and odd forms
		{"talking", "VBG", "talking"}, {"Drenn", "NNP", "drenn"}, {"cities", "NN", "cities"}, {"s", "NNS", "s"},
		{"'s", "VBZ", "be"}, {"Ñandúes", "NNS", "ñandúe"}, {"", "NNS", ""},
	} {
		if got := lemmaOf(l, c.form, c.tag); got != c.want {
			t.Errorf("%s/%s has lemma %q, want %q", c.form, c.tag, got, c.want)
		}
	}
}

// TestOnceIsNoRule holds a form seen once, perhaps misspelled, to teach nothing
// of its own.
func TestOnceIsNoRule(t *testing.T) {
	l := learnLemmas(sentences("envoys/NNS/envoy talks/NNS/talk asked/VBD/ask ended/VBD/end went/VBD/go"))
	if got := lemmaOf(l, "went", "VBD"); got != "went" {
		t.Errorf("lemma %q", got)
	}
	if got := lemmaOf(l, "aides", "NNS"); got != "aide" {
		t.Errorf("lemma %q of an ending seen twice", got)
	}
}

// TestCommonestLemmaWins holds of two lemmas of one form the commoner to win,
// whichever comes first.
func TestCommonestLemmaWins(t *testing.T) {
	lay, lie := sentence("lay/VBD/lie"), sentence("lay/VBD/lay")
	for _, list := range [][]Sentence{{lay, lie, lay}, {lie, lay, lay}, {lay, lay, lie}} {
		if got := lemmaOf(learnLemmas(list), "lay", "VBD"); got != "lie" {
			t.Errorf("lemma %q, want lie", got)
		}
	}
}

func TestScripts(t *testing.T) {
	for _, c := range []struct {
		low, lemma string
		want       script
	}{
		{"denied", "deny", script{3, "y"}}, {"went", "go", script{4, "go"}}, {"hit", "hit", script{}},
		{"’s", "be", script{4, "be"}}, {"n't", "not", script{2, "ot"}}, {"a", "an", script{0, "n"}},
		{"café", "cafè", script{2, "è"}}, {"cafe", "café", script{1, "é"}}, {"", "be", script{0, "be"}},
	} {
		if got := scriptFor(c.low, c.lemma); got != c.want {
			t.Errorf("from %q to %q: cut %d, put %q; want cut %d, put %q", c.low, c.lemma, got.cut, got.put, c.want.cut, c.want.put)
		}
	}
	if got := (script{cut: 3, put: "y"}).apply("ab"); got != "ab" {
		t.Errorf("a script longer than the form made %q of it", got)
	}
	if got := (script{cut: 2}).apply("ab"); got != "ab" {
		t.Errorf("a script left nothing but %q", got)
	}
}

func TestScriptsMakeTheirLemma(t *testing.T) {
	words := rapid.StringOfN(rapid.SampledFrom([]rune("abeé漢à’")), 1, 8, -1)
	rapid.Check(t, func(t *rapid.T) {
		low, lemma := words.Draw(t, "form"), words.Draw(t, "lemma")
		s := scriptFor(low, lemma)
		if got := s.apply(low); got != lemma {
			t.Fatalf("cut %d, put %q: %q of %q, want %q", s.cut, s.put, got, low, lemma)
		}
		if !utf8.ValidString(s.put) || !utf8.ValidString(low[:len(low)-s.cut]) {
			t.Fatalf("cut %d, put %q cuts a letter of %q", s.cut, s.put, low)
		}
	})
}

// TestScriptsThatDoNotFit holds what the weights file has no room for not to be
// learned.
func TestScriptsThatDoNotFit(t *testing.T) {
	long := strings.Repeat("x", 300)
	s := sentence(long + "/NNS/y " + "y/NNS/" + long + " talks/NNS/talk")
	tagger := Fit([]Sentence{s, s}, Settings{Bits: 6})
	if n := len(tagger.lemmas.scripts); n != 1 {
		t.Errorf("%d scripts, want one", n)
	}
	if _, err := Parse(tagger.Append(nil)); err != nil {
		t.Error(err)
	}
}
