package resolve

import (
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"hearsay"
	"hearsay/internal/lexicon"
)

// At finds whom a source means, which is not always whom it names.
func TestAt(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/sources.txtar")
	if err != nil {
		t.Fatal(err)
	}
	doc, found := parseTree(t, string(archive.Files[0].Data))
	r := Resolve(doc, lexicon.New().Look(doc, nil), found, new(Desk))
	for _, c := range []struct{ source, means string }{
		{"A person close to Mr Korrel", "A person"},
		{"Interior Minister Jorun Falk", "Minister Jorun Falk"},
		{"The mine's owner, Dravna Minerals,", "Dravna Minerals"},
		{"Officials in Drenn", "Officials in Drenn"},
		{"Amrith and Dorsena", "Amrith"},
		{"which", "The ministry"},
		{"late", ""},
	} {
		start := strings.Index(doc.Text, c.source)
		if start < 0 {
			t.Fatalf("%q does not stand in the text", c.source)
		}
		got := ""
		if m, ok := r.At(hearsay.Span{Start: start, End: start + len(c.source)}); ok {
			got = doc.TokensSpan(m.First, m.End).In(doc.Text)
		}
		if got != c.means {
			t.Errorf("%s: %q, want %q", c.source, got, c.means)
		}
	}
}
