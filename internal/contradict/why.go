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

// whoSays names who says a statement: the words of its source, or the outlet.
func whoSays(r *hearsay.Record, chain []hearsay.Voice) string {
	for i := len(chain) - 1; i > 0; i-- {
		if as := chain[i].As; as != nil {
			return strings.Trim(said(r, *as), " ,")
		}
	}
	return cmp.Or(r.Report.Outlet, "a report")
}
