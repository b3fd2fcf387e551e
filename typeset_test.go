package hearsay_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"hearsay"
)

func TestUntypeset(t *testing.T) {
	for _, c := range []struct{ words, want string }{
		{"negotiators", "negotiators"},
		{"nego\u00ADti\u00ADators", "negotiators"},
		{"nego-\ntiators", "negotiators"},
		{"nego\u2010\r\n  tiators", "negotiators"},
		{"nego\u00AD\ntiators", "negotiators"},
		{"cease-\nfire", "cease-fire"},
		{"State-\nrun", "State-run"},
		{"Franco-\nGerman", "Franco-German"},
		{"pre-\nand", "pre-\nand"},
		{"x-\nray", "x-\nray"}, // one letter is no syllable
		{"nego-\n\ntiators", "nego-\n\ntiators"},
		{"1914-\n18", "1914-\n18"},
		{"cease-fire", "cease-fire"},
		{"ﬁnal oﬀer", "final offer"},
		{"\u202AVost\u202C", "Vost"},
		{"5\u00A0km\u2009off", "5 km off"},
		{"co\u200Coperation", "cooperation"},
		{"👩\u200D👧", "👩\u200D👧"},
		{"café", "café"},
		{"\u00AD", ""},
		{"", ""},
	} {
		if got := hearsay.Untypeset(c.words); got != c.want {
			t.Errorf("%q: got %q, want %q", c.words, got, c.want)
		}
	}
}

// Taking typesetting out is done once: nothing is left to take out.
func TestUntypesetIsDone(t *testing.T) {
	pieces := []string{"a", "be", "-", "\n", " ", "\u00AD", "\u200B", "\u200D", "\u00A0", "ﬁ", "é", "\u2010", "cease", "\xc2", "\xe2\x80"}
	rapid.Check(t, func(t *rapid.T) {
		words := strings.Join(rapid.SliceOf(rapid.SampledFrom(pieces)).Draw(t, "pieces"), "")
		once := hearsay.Untypeset(words)
		for i := range once {
			if r := []rune(once[i:])[0]; r == '\u00AD' || r == '\u00A0' || r == '\u200B' || r == 'ﬁ' {
				t.Fatalf("%q: %q is left in %q", words, r, once)
			}
		}
	})
}
