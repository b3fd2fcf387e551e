package wording

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"hearsay"
)

func all(text string) hearsay.Span { return hearsay.Span{Start: 0, End: len(text)} }

func keys(tokens []Token) string {
	var keys []string
	for _, t := range tokens {
		keys = append(keys, t.Key)
	}
	return strings.Join(keys, " ")
}

func TestTokens(t *testing.T) {
	for text, want := range map[string]string{
		`“Forty-two,” the ship’s mate said.`: `" forty-two , " the ship's mate said .`,
		"4,200 at 31.50, or 19%":             "4,200 at 31.50 , or 19 %",
		"Drenn—7 a.m.":                       "drenn - 7 a . m .",
		" \x00\u00a0 ":                       "",
		"re\u00adport":                       "report",
	} {
		if got := keys(Tokens(text, all(text))); got != want {
			t.Errorf("Tokens(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestDiff(t *testing.T) {
	for _, test := range []struct{ a, b, want string }{
		{"the toll is four", "the new toll is seven", "[]>[new] [four]>[seven]"},
		{"the toll", "the toll", ""},
		{"", "the toll", "[]>[the toll]"},
		{"the toll", "", "[the toll]>[]"},
		{"a b c a b b a", "c b a b a c", "[a b]>[] []>[b] [b]>[] []>[c]"},
	} {
		a, b := Tokens(test.a, all(test.a)), Tokens(test.b, all(test.b))
		var got []string
		for _, e := range Diff(a, b) {
			got = append(got, "["+keys(a[e.A0:e.A1])+"]>["+keys(b[e.B0:e.B1])+"]")
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("Diff(%q, %q) = %s, want %s", test.a, test.b, got, test.want)
		}
	}
}

// What the edits leave standing is the same in both, and what they say makes b of a.
func TestDiffMakesTheOther(t *testing.T) {
	word := rapid.SampledFrom([]string{"a", "b", "c", "d"})
	rapid.Check(t, func(t *rapid.T) {
		draw := func(name string) []Token {
			text := strings.Join(rapid.SliceOfN(word, 0, 40).Draw(t, name), " ")
			return Tokens(text, all(text))
		}
		a, b := draw("a"), draw("b")
		var made []string
		at := 0
		for _, e := range Diff(a, b) {
			for ; at < e.A0; at++ {
				made = append(made, a[at].Key)
			}
			for _, w := range b[e.B0:e.B1] {
				made = append(made, w.Key)
			}
			at = e.A1
		}
		for ; at < len(a); at++ {
			made = append(made, a[at].Key)
		}
		if got := strings.Join(made, " "); got != keys(b) {
			t.Fatalf("made %q of %q, want %q", got, keys(a), keys(b))
		}
	})
}

// Whoever shares a run of n+window-1 words shares a fingerprint.
func TestFingerprintsFindEveryLongRun(t *testing.T) {
	const n, window = 5, 4
	word := rapid.StringMatching("[a-z]{1,3}")
	rapid.Check(t, func(t *rapid.T) {
		run := rapid.SliceOfN(word, n+window-1, 30).Draw(t, "run")
		around := func(name string) []uint64 {
			words := slices.Concat(rapid.SliceOfN(word, 0, 20).Draw(t, name+"before"), run, rapid.SliceOfN(word, 0, 20).Draw(t, name+"after"))
			text := strings.Join(words, " ")
			return Fingerprints(Shingles(Words(text, all(text)), n), window)
		}
		if Shared(around("a"), around("b")) == 0 {
			t.Fatal("they share no fingerprint")
		}
	})
}

func FuzzTokens(f *testing.F) {
	f.Add("“Forty-two,” he said — 3.5%")
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for _, token := range Tokens(text, all(text)) {
			if token.Check(len(text)) != nil || token.Start < end {
				t.Fatalf("token %v in a text of %d bytes, after %d", token.Span, len(text), end)
			}
			end = token.End
		}
	})
}
