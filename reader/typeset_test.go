package reader_test

import (
	"context"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"hearsay"
	"hearsay/reader"
)

// pasted is what copying from a page, a mail or a PDF puts between the letters
// of words, or for spaces.
var pasted = []string{"\u00AD", "\u00A0", "\u200B", "\u200E", "\u202A", "\u202C", "\u2066", "\u2069", "\u2060", "\uFEFF"}

const typed = `The League of Coastal Towns said on Tuesday it would release 30 captives by Friday, according to an aide who was not authorized to speak publicly.

“We have not seen the text,” Gen. Tomas Ardo told reporters in Drenn. “The ministry doesn’t comment on talks that haven’t begun.”

Mr. Ardo's spokeswoman, Lena J. Vost, said the state-run Harbor Co. had lost $3 million since 2014. "It is over," she added.

Q: Will the crews go back?

A: Not without a contract, the union told us on Monday.

“I have not been paid since May.” — Petra Im, docker

The ministry denied that talks would be broken off, whatever the League does.
`

// TestTypesetReadsAlike: what only typesetting put into a text changes nothing
// that is read from it. Every span stands around the same letters.
func TestTypesetReadsAlike(t *testing.T) {
	r, err := reader.New()
	if err != nil {
		t.Fatal(err)
	}
	want := attributions(t, r, typed)
	if len(want) < 6 {
		t.Fatalf("%d attributions in the sample", len(want))
	}
	rapid.Check(t, func(t *rapid.T) {
		text, begins, ends := typeset(t, typed)
		got := attributions(t, r, text)
		moved := make([]hearsay.Attribution, len(want))
		for i, a := range want {
			moved[i] = move(a, begins, ends)
		}
		if !reflect.DeepEqual(got, moved) {
			t.Fatalf("%q\n got %+v\nwant %+v", text, got, moved)
		}
	})
}

func attributions(t interface{ Fatal(...any) }, r *reader.Reader, text string) []hearsay.Attribution {
	record, err := r.Read(context.Background(), hearsay.Report{Text: text})
	if err != nil {
		t.Fatal(err)
	}
	return record.Attributions
}

// typeset strews marks into a text. What begins at byte i of the text begins at
// begins[i] of the result; what ends there ends at ends[i].
func typeset(t *rapid.T, text string) (out string, begins, ends []int) {
	marks := rapid.MapOfN(rapid.IntRange(1, len(text)-1), rapid.SampledFrom(pasted), 0, 40).Draw(t, "marks")
	var b strings.Builder
	begins, ends = make([]int, len(text)+1), make([]int, len(text)+1)
	for i, r := range text {
		ends[i] = b.Len()
		switch mark := marks[i]; {
		case mark == "\u00A0":
			if r == ' ' {
				r = '\u00A0'
			}
		case isLetter(text[max(i-1, 0)]) && isLetter(text[i]):
			b.WriteString(mark)
		}
		begins[i] = b.Len()
		b.WriteRune(r)
	}
	ends[len(text)] = b.Len()
	return b.String(), begins, ends
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// move returns an attribution as it stands in the typeset text.
func move(a hearsay.Attribution, begins, ends []int) hearsay.Attribution {
	span := func(s hearsay.Span) hearsay.Span { return hearsay.Span{Start: begins[s.Start], End: ends[s.End]} }
	maybe := func(s *hearsay.Span) *hearsay.Span {
		if s == nil {
			return nil
		}
		moved := span(*s)
		return &moved
	}
	a.Source, a.Cue = maybe(a.Source), maybe(a.Cue)
	a.Condition, a.Regardless = maybe(a.Condition), maybe(a.Regardless)
	content := make([]hearsay.Span, len(a.Content))
	for i, c := range a.Content {
		content[i] = span(c)
	}
	a.Content = content
	chain := slices.Clone(a.Chain)
	for i, v := range chain {
		chain[i].As = maybe(v.As)
	}
	a.Chain = chain
	return a
}
