package contradict

import (
	"cmp"
	"strings"

	"hearsay"
)

// longest is how many bytes of a statement a reason repeats.
const longest = 140

// said returns words of a report on one line, cut after a word if they are many.
func said(r *hearsay.Record, s hearsay.Span) string {
	words := strings.Trim(strings.Join(strings.Fields(s.In(r.Report.Text)), " "), " ,“”\"")
	if len(words) <= longest {
		return words
	}
	at := strings.LastIndexByte(words[:longest], ' ')
	return words[:max(at, 0)] + " …"
}

// whoSays names who says a statement: the words of its source, of a pronoun whom it
// stands for, or the outlet.
func whoSays(r *hearsay.Record, chain []hearsay.Voice) string {
	for i := len(chain) - 1; i > 0; i-- {
		as := chain[i].As
		if as == nil {
			continue
		}
		words := strings.Trim(said(r, *as), " ,")
		if a := chain[i].Actor; standing[strings.ToLower(words)] && a != nil && *a >= 0 && *a < len(r.Actors) && r.Actors[*a].Name != "" {
			return r.Actors[*a].Name
		}
		return words
	}
	return cmp.Or(r.Report.Outlet, "a report")
}

// standing are words that stand for who was named before.
var standing = set("he she it they i we who which")
