package contradict

import (
	"strings"

	"hearsay"
)

// # Corrections in notes
//
// A note names what it corrects, and the figure itself stands elsewhere:
//
//	(Corrects number of waiting ships to 43, not 53)      the note
//	Fifty-three ships were waiting                        the revision before, and copies of it
//	Forty-three ships were waiting                        the report below the note
//
// The two that stand elsewhere are told, by the noun that the note has too.

// findNoted pairs the figures that notes correct, whatever is counted.
func (f *finder) findNoted() {
	f.noted = map[hearsay.Place]bool{}
	for i := range f.trace.Records {
		r := &f.trace.Records[i]
		for k := range r.Figures {
			note, inNote := noteOf(r, r.Figures[k].Span)
			if !inNote || r.Figures[k].Stance != hearsay.Denied {
				continue
			}
			if by := replacedBy(r, k, note); by != nobody {
				f.pairNoted(i, k, by, strings.ToLower(note.In(r.Report.Text)))
			}
		}
	}
}

// pairNoted pairs wherever a number was given with where a report has the one that
// its note puts in its place.
func (f *finder) pairNoted(report, taken, by int, note string) {
	r := &f.trace.Records[report]
	var given []hearsay.Place
	for i := range f.trace.Records {
		if i != report && !printed(&f.trace.Records[i]).After(printed(r)) {
			given = append(given, placesLike(&f.trace.Records[i], i, &r.Figures[taken], note)...)
		}
	}
	instead := placesLike(r, report, &r.Figures[by], note)
	if len(given) == 0 || len(instead) == 0 {
		return
	}
	f.noted[hearsay.Place{Report: report, Part: hearsay.PartFigure, Index: taken}] = true
	words := func(p hearsay.Place) string {
		g := &f.trace.Records[p.Report]
		return "“" + g.Figures[p.Index].Span.In(g.Report.Text) + "” (" + g.Report.Outlet + ")"
	}
	f.addFigures(f.claimOf(given), f.claimOf(instead), given, instead, words(given[0])+" and "+words(instead[0])+": the one was taken back for the other")
}

// placesLike lists the figures of a record that have the number of one, count what a
// note names, and stand in no note.
func placesLike(r *hearsay.Record, report int, like *hearsay.Figure, note string) []hearsay.Place {
	var out []hearsay.Place
	for k := range r.Figures {
		g := &r.Figures[k]
		if g.Noun == nil || g.Stance == hearsay.Denied || !same(g.Low, like.Low) || !same(g.High, like.High) {
			continue
		}
		noun := strings.Fields(strings.ToLower(g.Noun.In(r.Report.Text)))
		if _, inNote := noteOf(r, g.Span); inNote || len(noun) == 0 || !strings.Contains(note, strings.TrimSuffix(noun[len(noun)-1], "s")) {
			continue
		}
		out = append(out, hearsay.Place{Report: report, Part: hearsay.PartFigure, Index: k})
	}
	return out
}

// replacedBy returns the figure of a note that stands nearest to one that it takes
// back, of those with another number; nobody: none.
func replacedBy(r *hearsay.Record, taken int, note hearsay.Span) int {
	best := nobody
	for k := range r.Figures {
		g := &r.Figures[k]
		if !note.Contains(g.Span) || g.Stance == hearsay.Denied || same(g.Low, r.Figures[taken].Low) && same(g.High, r.Figures[taken].High) {
			continue
		}
		if best == nobody || distance(g.Span, r.Figures[taken].Span) < distance(r.Figures[best].Span, r.Figures[taken].Span) {
			best = k
		}
	}
	return best
}

// noteOf returns the note in which a span stands.
func noteOf(r *hearsay.Record, s hearsay.Span) (hearsay.Span, bool) {
	for _, b := range r.Blocks {
		if b.Kind == hearsay.BlockNote && b.Contains(s) {
			return b.Span, true
		}
	}
	return hearsay.Span{}, false
}
