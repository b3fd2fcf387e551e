package archive

import (
	"reflect"
	"strings"
	"testing"

	"hearsay"
	"hearsay/internal/story"
)

// What stands in a damaged database must not end the program.
func FuzzSpans(f *testing.F) {
	f.Add("s12-30 c31-35 t36-80 t90-100")
	f.Add("t")
	f.Fuzz(func(t *testing.T, text string) {
		at, err := parseSpans(text)
		if err != nil {
			return
		}
		again, err := parseSpans(at.String())
		if err != nil || !reflect.DeepEqual(at, again) {
			t.Fatalf("%q is %v, written %q, read as %v, %v", text, at, at, again, err)
		}
		at.in("a short text")
	})
}

func FuzzStoredTerms(f *testing.F) {
	f.Add("bridge\nholt/3 orl\nclose/2 say")
	f.Fuzz(func(t *testing.T, text string) {
		terms, err := story.Parse(text)
		if err != nil {
			return
		}
		again, err := story.Parse(terms.String())
		if err != nil || terms.String() != again.String() {
			t.Fatalf("%q is %v, then %v, %v", text, terms, again, err)
		}
	})
}

// A word is the same however it is set, and has nothing in it that a query or a
// database would take for its own.
func FuzzWords(f *testing.F) {
	f.Add("The mayor's nego\u00adtiators can’t re-open “Ölfeld”")
	f.Fuzz(func(t *testing.T, text string) {
		for _, w := range words(strings.ToValidUTF8(text, "")) {
			if w == "" || strings.ContainsAny(w, `"'= :*()&|!<>\`) || strings.ContainsFunc(w, hearsay.IsSpace) {
				t.Fatalf("%q has the word %q", text, w)
			}
		}
	})
}

// Any report can be keyed, and a key keyed again is the same.
func FuzzKey(f *testing.F) {
	f.Add("HTTP://a.example:80/x?utm_source=y&b=1#z")
	f.Fuzz(func(t *testing.T, address string) {
		r := hearsay.Report{URL: address, Text: "x"}
		key := keyOf(r)
		if r.URL = key; key != "" && keyOf(r) != key {
			t.Fatalf("%q has the key %q, and that %q", address, key, keyOf(r))
		}
	})
}
