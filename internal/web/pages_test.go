package web

import (
	"net/http"
	"strings"
	"testing"
)

func TestPagesOverAnArchive(t *testing.T) {
	d := deskWith(t, storyTexts(t)...)
	for _, c := range []struct {
		path  string
		wants []string
	}{
		{"/", []string{"New on the desk"}},
		{"/story", []string{"Running stories"}},
		{"/report/1", []string{"Velle coast guard takes two Sarn trawlers", "2 of 2", "Wrong?", "naval school"}},
		{"/report/1?version=1", []string{"1 of 2", "see the one that stands now", "at least 19"}},
		{"/report/1/versions", []string{"What changed", "<del>19</del>", "<ins>21</ins>", "no note mentions"}},
		{"/report/1/1/correct/1", []string{"What is wrong here?", "Keep these changes"}},
		{"/search?q=patrol+by:marr", []string{"Marr", "Atom"}},
		{"/outlets", []string{"Radio Harle"}},
		{"/outlet?name=Radio+Harle", []string{"How its statements are sourced", "unnamed"}},
		{"/review", []string{"Review", "greatest doubt first"}},
		{"/sources", []string{"Nothing is followed yet"}},
		{"/sources.opml", []string{"<opml version=\"2.0\">"}},
		{"/report/1/text", []string{"HARLE, May 3"}},
	} {
		w := get(d, c.path)
		if w.Code != http.StatusOK {
			t.Errorf("%s: status %d", c.path, w.Code)
		}
		for _, want := range c.wants {
			if !strings.Contains(w.Body.String(), want) {
				t.Errorf("%s does not say %q:\n%s", c.path, want, w.Body)
			}
		}
	}
}
