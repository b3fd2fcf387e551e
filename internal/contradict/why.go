package contradict

import (
	"cmp"
	"strings"

	"hearsay"
)

// longest is how many bytes of a statement a reason repeats.
const longest = 140

// said returns words of a report on one line, cut after a word if they are many.
func said(t *hearsay.Trace, report int, s hearsay.Span) string {
	words := strings.Trim(strings.Join(strings.Fields(s.In(t.Records[report].Report.Text)), " "), " ,“”\"")
	if len(words) <= longest {
		return words
	}
	at := strings.LastIndexByte(words[:longest], ' ')
	return words[:max(at, 0)] + " …"
}

// who names who says a statement: the words of its source, or the outlet.
func (f *finder) who(s *statement) string {
	r := &f.trace.Records[s.place.Report]
	if s.place.Part == hearsay.PartAttribution {
		chain := r.Attributions[s.place.Index].Chain
		for i := len(chain) - 1; i > 0; i-- {
			if as := chain[i].As; as != nil {
				return strings.Trim(said(f.trace, s.place.Report, *as), " ,")
			}
		}
	}
	return cmp.Or(r.Report.Outlet, "a report")
}
