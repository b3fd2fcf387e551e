package lexicon

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"hearsay"
	"hearsay/internal/linear"
)

func TestKindAndShape(t *testing.T) {
	for _, c := range []struct {
		form  string
		kind  Kind
		shape string
	}{
		{"envoy", LowerCase, "x"},
		{"e-mail", LowerCase, "x-x"},
		{"n't", LowerCase, "x'x"},
		{"Drenn", Capitalised, "Xx"},
		{"A", Capitalised, "X"},
		{"Ínsua", Capitalised, "Xx"},
		{"RNS", UpperCase, "X"},
		{"U.S.", UpperCase, "X.X."},
		{"McVost", MixedCase, "XxXx"},
		{"iSpeak", MixedCase, "xXx"},
		{"'Tis", MixedCase, "'Xx"},
		{"1,200", Number, "d,d"},
		{"B-52", Number, "X-d"},
		{"٣٤", Number, "d"},
		{"—", Mark, "—"},
		{"...", Mark, "."},
		{"”", Mark, `"`},
		{"漢字", LowerCase, "x"}, // letters without case
		{"", Mark, ""},
	} {
		w := New().Word(c.form)
		if w.Kind != c.kind || w.Shape != linear.Hash(c.shape) {
			t.Errorf("%q is of kind %d and shape %q, want %d and %q", c.form, w.Kind, shape(w.Text), c.kind, c.shape)
		}
	}
}

// TestSameWord holds forms that differ in typography alone to be one word to
// every feature.
func TestSameWord(t *testing.T) {
	for _, c := range []struct{ a, b string }{
		{"don't", "don’t"}, {"don't", "don‘t"}, {`"`, "“"}, {`"`, "”"}, {`"`, "``"}, {`"`, "''"}, {`"`, "«"},
	} {
		a, b := New().Word(c.a), New().Word(c.b)
		if fmt.Sprint(*a) != fmt.Sprint(*b) {
			t.Errorf("%q and %q are two words: %+v and %+v", c.a, c.b, *a, *b)
		}
	}
	for _, c := range []struct{ a, b string }{{"don't", "dont"}, {"Said", "said"}, {"10", "11"}, {"é", "e"}} {
		if New().Word(c.a).Form == New().Word(c.b).Form {
			t.Errorf("%q and %q are one form", c.a, c.b)
		}
	}
}

func TestLower(t *testing.T) {
	for _, c := range []struct{ form, low string }{
		{"Drenn", "drenn"}, {"1,287", "0,000"}, {"B-52s", "b-00s"}, {"ÉTAT", "état"}, {"٣", "٣"},
	} {
		w := New().Word(c.form)
		if w.Low != c.low || w.Lower != linear.Hash(c.low) {
			t.Errorf("%q in lower case is %q, want %q", c.form, w.Low, c.low)
		}
	}
	if a, b := New().Word("1,287"), New().Word("9,004"); a.Lower != b.Lower || a.Form == b.Form {
		t.Error("numbers of one length must share Lower and not Form")
	}
}

// TestEnds counts letters, not bytes.
func TestEnds(t *testing.T) {
	for _, c := range []struct {
		form     string
		suffixes [4]string
		prefixes [3]string
	}{
		{"Captives", [4]string{"s", "es", "ves", "ives"}, [3]string{"c", "ca", "cap"}},
		{"Ñandú", [4]string{"ú", "dú", "ndú", "andú"}, [3]string{"ñ", "ña", "ñan"}},
		{"漢字", [4]string{"字", "漢字", "漢字", "漢字"}, [3]string{"漢", "漢字", "漢字"}},
		{"", [4]string{}, [3]string{}},
	} {
		w := New().Word(c.form)
		for i, s := range c.suffixes {
			if w.Suffix[i] != linear.Mix(uint32(i), linear.Hash(s), 1) {
				t.Errorf("%q: suffix %d is not %q but %q", c.form, i+1, s, lastRunes(w.Low, i+1))
			}
		}
		for i, p := range c.prefixes {
			if w.Prefix[i] != linear.Mix(uint32(i), linear.Hash(p), 2) {
				t.Errorf("%q: prefix %d is not %q but %q", c.form, i+1, p, firstRunes(w.Low, i+1))
			}
		}
	}
	if a, b := New().Word("at"), New().Word("that"); a.Suffix[3] == b.Suffix[1] || a.Suffix[1] != b.Suffix[1] {
		t.Error("the whole of a short word must differ from the ending of a long one, and the ending not")
	}
}

// TestLongForms holds a form to be known by its first 64 bytes, cut between
// letters, and to cost no more than that.
func TestLongForms(t *testing.T) {
	lex := New()
	for _, c := range []struct {
		letter string
		want   int // bytes kept
	}{{"a", 64}, {"é", 64}, {"漢", 63}, {"😀", 64}} {
		long := strings.Repeat(c.letter, 1<<20)
		w := lex.Word(long)
		if len(w.Text) != c.want || !strings.HasPrefix(long, w.Text) {
			t.Errorf("%d times %s is kept as %q", len(long), c.letter, w.Text)
		}
		if w != lex.Word(strings.Repeat(c.letter, 1<<10)) {
			t.Errorf("two long runs of %s are two words", c.letter)
		}
	}
	for form := range lex.words {
		if len(form) > maxForm {
			t.Errorf("a form of %d bytes is kept", len(form))
		}
	}
}

func TestLexiconIsBounded(t *testing.T) {
	lex := New()
	first := lex.Word("envoy")
	for i := range 3 * maxWords {
		lex.Word(fmt.Sprint("w", i))
		if len(lex.words) > maxWords {
			t.Fatalf("%d words after %d, want at most %d", len(lex.words), i, maxWords)
		}
	}
	again := lex.Word("envoy")
	if again == first || fmt.Sprint(*again) != fmt.Sprint(*first) {
		t.Error("a word that was forgotten came back another")
	}
}

func TestLemmas(t *testing.T) {
	noun, _ := hearsay.ParseTag("NNS")
	verb, _ := hearsay.ParseTag("VBZ")
	w := New().Word("calls")
	if text, known := w.Lemma(noun); known {
		t.Errorf("a new word has lemma %q", text)
	}
	w.SetLemma(noun, "call")
	w.SetLemma(verb, "")
	if text, known := w.Lemma(noun); text != "call" || !known || w.LemmaID[noun] != linear.Hash("call") {
		t.Errorf("lemma %q, %t, id %d", text, known, w.LemmaID[noun])
	}
	if text, known := w.Lemma(verb); text != "" || !known {
		t.Errorf("an empty lemma is %q, %t", text, known)
	}
}

func TestLook(t *testing.T) {
	doc := &hearsay.Document{Text: "an aide, an envoy"}
	for _, s := range [][2]int{{0, 2}, {3, 7}, {7, 8}, {9, 11}, {12, 17}} {
		doc.Tokens = append(doc.Tokens, hearsay.Token{Span: hearsay.Span{Start: s[0], End: s[1]}})
	}
	lex := New()
	before := lex.Word("before")
	words := lex.Look(doc, []*Word{before})
	var texts []string
	for _, w := range words {
		texts = append(texts, w.Text)
	}
	if got, want := strings.Join(texts, "|"), "before|an|aide|,|an|envoy"; got != want {
		t.Errorf("words %s, want %s", got, want)
	}
	if words[1] != words[4] {
		t.Error("one form is two words")
	}
}

// TestAnyForm holds whatever bytes come to make a word, the same one each time,
// and valid UTF-8 of it where the form is.
func TestAnyForm(t *testing.T) {
	pieces := rapid.OneOf(rapid.String(), rapid.Just("’"), rapid.Just("``"), rapid.StringOf(rapid.Just('é')),
		rapid.Custom(func(t *rapid.T) string { return string(rapid.SliceOfN(rapid.Byte(), 0, 90).Draw(t, "bytes")) }))
	rapid.Check(t, func(t *rapid.T) {
		form := strings.Join(rapid.SliceOfN(pieces, 0, 4).Draw(t, "form"), "")
		w := New().Word(form)
		if again := New().Word(form); fmt.Sprint(*again) != fmt.Sprint(*w) {
			t.Fatalf("%q became %+v, then %+v", form, *w, *again)
		}
		if utf8.ValidString(form) && !utf8.ValidString(w.Text+w.Low) {
			t.Fatalf("%q became %q and %q", form, w.Text, w.Low)
		}
		if len(w.Text) > maxForm {
			t.Fatalf("%q is kept with %d bytes", form, len(w.Text))
		}
	})
}
