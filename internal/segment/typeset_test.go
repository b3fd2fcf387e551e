package segment

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"hearsay"
)

// Words that were copied from a page are whole, and their spans have all that
// stands inside them and nothing around.
func TestTypesetTokens(t *testing.T) {
	for _, want := range []struct{ phenomenon, cuts string }{
		{"soft hyphens", "the| nego\u00ADti\u00ADators| did\u00AD|n't| say"},
		{"soft hyphen at a line's end", "the| nego\u00AD\ntiators| left"},
		{"hyphen at a line's end", "the| nego-\ntiators| left"},
		{"hyphen at a line's end, blanks around", "the| nego- \r\n  tiators| left"},
		{"hyphen of a compound", "a| cease-\nfire| and| a| Franco-\nGerman| plan"},
		{"hanging hyphen", "pre|-|\nand| post-war"},
		{"a dash is no hyphen", "talks| -|\nthey| said| --|\nwent| on"},
		{"a number is no word", "1914|-|\n18"},
		{"zero width space", "co\u200Boperation| ends"},
		{"joiners within a word", "co\u200Cop\u200Deration"},
		{"joiners within emoji", "👩\u200D👩\u200D👧|!"},
		{"ligatures", "the| ﬁnal| oﬀer| is| ﬁve| oﬃces"},
		{"a ligature at the end", "they| set| oﬀ|."},
		{"no-break and thin spaces", "Mr.\u00A0| Vost| met| Gen.\u2009| Ardo| at| 5|\u202Fp.m."},
		{"word joiner", "U.\u2060S.| forces"},
		{"byte order mark inside", "ta\uFEFFlks"},
	} {
		t.Run(want.phenomenon, func(t *testing.T) {
			text, expected := uncut(want.cuts)
			if got := cut(text); got != expected {
				t.Errorf("%q\n got %q\nwant %q", text, got, expected)
			}
		})
	}
}

// A name between isolates keeps its possessive, and the isolates are no part of it.
func TestIsolatedName(t *testing.T) {
	text := "\u2068Lena Vost\u2069’s house"
	if got, want := cut(text), "Lena|Vost|’s|house"; got != want {
		t.Errorf("%q: got %q, want %q", text, got, want)
	}
}

// unseen is what may be put between any two characters without a change; a soft
// hyphen between two letters, a no-break space for a space.
var unseen = []string{"\u00AD", "\u00A0", "\u200E", "\u200F", "\u202A", "\u202C", "\u2066", "\u2069", "\u2060", "\uFEFF", "\u200B"}

// A text with invisible marks strewn into it, and no-break spaces for some of
// its spaces, has the same tokens, sentences and quotations; each token stands
// where its characters do.
func TestTypesetTextReadsAlike(t *testing.T) {
	text := inventedNews(120)
	rapid.Check(t, func(t *rapid.T) {
		typeset, begins, ends := strew(t, text)
		want, got := Split(hearsay.Report{Text: text}), Split(hearsay.Report{Text: typeset})
		for i := range want.Tokens {
			tok := &want.Tokens[i]
			tok.Start, tok.End = begins[tok.Start], ends[tok.End]
		}
		if !slices.Equal(got.Tokens, want.Tokens) || !slices.Equal(got.Sentences, want.Sentences) {
			t.Fatalf("%q\n got %q\nwant %q", typeset, cut(typeset), cut(text))
		}
	})
}

// strew puts marks into a text of ASCII and curly quotes. A token that begins at
// byte i of the text begins at begins[i] of the result; one that ends there ends
// at ends[i].
func strew(t *rapid.T, text string) (typeset string, begins, ends []int) {
	marks := rapid.MapOf(rapid.IntRange(0, len(text)-1), rapid.SampledFrom(unseen)).Draw(t, "marks")
	var b strings.Builder
	begins, ends = make([]int, len(text)+1), make([]int, len(text)+1)
	for i, r := range text {
		ends[i] = b.Len()
		mark := marks[i]
		if mark == "\u00AD" && (i == 0 || !isLetter(text[i-1]) || !isLetter(text[i])) {
			mark = ""
		}
		if mark == "\u00A0" && r == ' ' {
			r, mark = '\u00A0', ""
		}
		if mark != "\u00A0" {
			b.WriteString(mark)
		}
		begins[i] = b.Len()
		b.WriteRune(r)
	}
	ends[len(text)] = b.Len()
	return b.String(), begins, ends
}

func isLetter(c byte) bool { return classes[c] == classLetter }

// BenchmarkPlain reports nanoseconds a word for looking through text without
// anything of typesetting, and for taking it out.
func BenchmarkPlain(b *testing.B) {
	news := inventedNews(10_000)
	for _, c := range []struct{ name, text string }{
		{"typed", news}, {"no-break spaces", strings.ReplaceAll(news, " ", "\u00A0")},
	} {
		b.Run(c.name, func(b *testing.B) {
			p, words := new(plain), len(strings.Fields(c.text))
			b.ReportAllocs()
			for b.Loop() {
				p.of(c.text, hearsay.Span{End: len(c.text)})
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(words), "ns/word")
		})
	}
}
