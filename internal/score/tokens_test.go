package score

import (
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"hearsay"
)

func TestTokenise(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{"The Mayor's aide.", "The Mayor ' s aide ."},
		{"12,500 tonnes (5%)", "12 , 500 tonnes ( 5 % )"},
		{"snake_case x²", "snake_case x²"},
		{"naïve Ærø 東京", "naïve Ærø 東京"},
		// A combining mark is no word character in Python's re.
		{"e\u0301t", "e \u0301 t"},
		{"“so”…—\u200bok", "“ so ” … — \u200b ok"},
		{"a\u00a0b\x1cc\u2003d", "a b c d"},
	} {
		var got []string
		for _, token := range Tokenise(c.text) {
			got = append(got, token.In(c.text))
		}
		if joined := strings.Join(got, " "); joined != c.want {
			t.Errorf("%q: tokens %q, want %q", c.text, joined, c.want)
		}
	}
}

func TestTokeniseLeavesOutWhiteSpaceOnly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		end := 0
		for _, token := range Tokenise(text) {
			if err := token.Check(len(text)); err != nil || token.Start < end {
				t.Fatalf("token %v after %d: %v", token, end, err)
			}
			checkSpace(t, text[end:token.Start])
			end = token.End
		}
		checkSpace(t, text[end:])
	})
}

func checkSpace(t *rapid.T, gap string) {
	for _, r := range gap {
		if !unicode.IsSpace(r) && (r < 0x1c || r > 0x1f) {
			t.Fatalf("%q is in no token", r)
		}
	}
}

func TestTouched(t *testing.T) {
	tokens := Tokenise("one two, three") // 0–3 4–7 7–8 9–14
	for _, c := range []struct {
		pieces []hearsay.Span
		want   Set
	}{
		{nil, nil},
		{[]hearsay.Span{{Start: 3, End: 4}}, nil},    // white space
		{[]hearsay.Span{{Start: 5, End: 6}}, Set{1}}, // inside a token
		{[]hearsay.Span{{Start: 2, End: 8}}, Set{0, 1, 2}},
		{[]hearsay.Span{{Start: 9, End: 14}, {Start: 0, End: 1}, {Start: 2, End: 3}}, Set{0, 3}},
	} {
		if got := tokens.Touched(c.pieces); !got.Equal(c.want) {
			t.Errorf("%v touch %v, want %v", c.pieces, got, c.want)
		}
	}
}

func TestSetsAgreeWithMaps(t *testing.T) {
	set := rapid.Custom(func(t *rapid.T) Set {
		var out Set
		for i := range 20 {
			if rapid.Bool().Draw(t, "in") {
				out = append(out, i)
			}
		}
		return out
	})
	rapid.Check(t, func(t *rapid.T) {
		a, b := set.Draw(t, "a"), set.Draw(t, "b")
		both, covered := 0, 0
		for i := range 20 {
			if a.Has(i) && b.Has(i) {
				both++
			}
		}
		if got := a.Shared(b); got != both || b.Shared(a) != both {
			t.Fatalf("share %d, want %d", got, both)
		}
		for i, run := range a.Runs() {
			covered += run.End - run.First
			if i > 0 && run.First <= a.Runs()[i-1].End {
				t.Fatalf("runs %v touch", a.Runs())
			}
			for token := run.First; token < run.End; token++ {
				if !a.Has(token) {
					t.Fatalf("run %v covers %d, which is not in %v", run, token, a)
				}
			}
		}
		if covered != len(a) {
			t.Fatalf("runs %v cover %d of %d", a.Runs(), covered, len(a))
		}
	})
}
