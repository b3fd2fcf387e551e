package lexicon

import "testing"

// A form is the same word with and without what typesetting put into it.
func TestTypesetFormsAreTheSameWord(t *testing.T) {
	for _, c := range [][2]string{
		{"nego\u00ADtiators", "negotiators"}, {"nego-\ntiators", "negotiators"}, {"cease-\nfire", "cease-fire"}, {"ﬁnal", "final"},
		{"Vo\u200Est", "Vost"},
	} {
		l := New()
		typeset, typed := l.Word(c[0]), l.Word(c[1])
		if typeset.Text != typed.Text || typeset.Form != typed.Form || typeset.Lower != typed.Lower || typeset.Suffix != typed.Suffix ||
			typeset.Shape != typed.Shape || typeset.Kind != typed.Kind {
			t.Errorf("%q is %+v, want as %q", c[0], typeset.Text, typed.Text)
		}
	}
}
