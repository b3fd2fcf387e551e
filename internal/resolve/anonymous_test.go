package resolve

import (
	"strings"
	"testing"

	"hearsay"
	"hearsay/internal/lexicon"
)

func TestHidesName(t *testing.T) {
	for _, c := range []struct {
		words string
		want  bool
	}{
		{"an official who spoke on condition of anonymity", true},
		{"an unnamed official", true},
		{"an aide who asked not to be named", true},
		{"an aide who was not authorised to speak publicly", true},
		{"a man who declined to give his name", true},
		{"an official whom it did not identify", true},
		{"two people who refused to be identified", true},

		{"a man named Orl", false},
		{"the plan , named after the mayor", false},
		{"she was authorised to sign", false},
		{"not one of them came . She named the date", false},
		{"they identified the body", false},
	} {
		r := readingOf(c.words)
		got := false
		for i := range r.doc.Tokens {
			got = got || r.hidesName(i)
		}
		if got != c.want {
			t.Errorf("%s: %v", c.words, got)
		}
	}
}

// readingOf returns a reading of words in one sentence, without trees.
func readingOf(words string) *reading {
	doc := &hearsay.Document{Text: words}
	at := 0
	for w := range strings.FieldsSeq(words) {
		start := at + strings.Index(words[at:], w)
		at = start + len(w)
		doc.Tokens = append(doc.Tokens, hearsay.Token{Span: hearsay.Span{Start: start, End: at}})
	}
	doc.Sentences = []hearsay.Sentence{{First: 0, End: len(doc.Tokens)}}
	doc.Paragraphs = []hearsay.Paragraph{{First: 0, End: 1}}
	r := new(reading)
	r.begin(doc, lexicon.New().Look(doc, nil), nil)
	return r
}
