package attribute

import (
	"testing"

	"hearsay"
)

func TestMannerOf(t *testing.T) {
	for _, c := range []struct {
		what, doc, content string
		want               hearsay.Manner
	}{
		{"no quotation", "He said that talks ended .", "talks ended", hearsay.Indirect},
		{"all quoted", "“ Talks ended ” , he said .", "Talks ended", hearsay.Direct},
		{"with the marks", "“ Talks ended ” , he said .", "“ Talks ended ”", hearsay.Direct},
		{"partly quoted", "He called talks “ a farce ” .", "talks “ a farce ”", hearsay.Mixed},
		{"quoted in two pieces", "“ Talks ” , he said , “ ended ” .", "“ Talks ” || “ ended ”", hearsay.Direct},
		{"a quoted piece and a plain one", "“ Talks ” , he said , had ended .", "“ Talks ” || had ended", hearsay.Mixed},
		{"plain words in the second place too", "Talks , he said , “ ended ” .", "Talks || “ ended ”", hearsay.Mixed},
		{"marks outside do not count", "He said : “ Talks ended ” .", ": “ Talks ended ” .", hearsay.Direct},
		{"a bracket is a mark", "He said ( “ Talks ended ”", "( “ Talks ended ”", hearsay.Direct},
		{"marks alone", "He said : “ ” .", ": “ ” .", hearsay.Indirect},
		{"single marks", "‘ Talks ended ’ , he said .", "‘ Talks ended ’", hearsay.Direct},
		{"single marks around a part", "He called talks ‘ a farce ’ .", "talks ‘ a farce ’", hearsay.Mixed},
		{"a quotation within a quotation", "“ They say ‘ no ’ to us ” , he said .", "They say ‘ no ’ to us", hearsay.Direct},
		{"a content within a quotation", "“ They say talks ended ” , he said .", "talks ended", hearsay.Direct},
		{"a paragraph that goes on", "“ Talks ended .\n\n“ We left ” , he said .", "Talks ended . “ We left ”", hearsay.Direct},
		{"a quotation that is never closed", "He said : “ Talks ended", "“ Talks ended", hearsay.Direct},
	} {
		doc := document(c.doc)
		if got := mannerOf(doc, extents(doc, spansOf(doc, c.content))); got != c.want {
			t.Errorf("%s: %q in %q is %s, want %s", c.what, c.content, c.doc, got, c.want)
		}
	}
}
