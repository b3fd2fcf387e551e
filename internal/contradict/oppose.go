package contradict

import (
	"fmt"
	"slices"

	"hearsay"
)

// # Opposite deeds
//
// Two statements say the contrary without a denial if of one thing, done by or to
// it, the one says one deed and the other its opposite:
//
//	The gates were opened at four.      The gates stayed shut, an engineer said.
//
// Both must be said to be so, by others, and of no different days: what was opened
// on Monday may be shut on Tuesday.

// findOpposites pairs statements of opposite deeds.
func (f *finder) findOpposites() {
	for i := range f.statements {
		s := &f.statements[i]
		if !f.isPlain(s) {
			continue
		}
		r := &f.trace.Records[s.place.Report]
		for _, t := range s.terms {
			if r.Terms[t].Class != hearsay.NounTerm {
				f.oppose(s, t)
			}
		}
	}
}

// isPlain reports whether a statement says that something is so.
func (f *finder) isPlain(s *statement) bool {
	return !s.denies && !s.answers && !s.unsaid && asserting[s.act] && s.act != hearsay.Denial && s.act != hearsay.Prediction &&
		(s.stance == "" || s.stance == hearsay.Actual) && !f.supposes(s)
}

// oppose pairs a statement, of which a term says a deed, with those of the opposite.
func (f *finder) oppose(s *statement, t int) {
	r := &f.trace.Records[s.place.Report]
	if r.Terms[t].Negated || !s.isTop(r, t) {
		return
	}
	for _, opposite := range opposites[stemOf(r.Terms[t])] {
		for _, i := range f.byStem[opposite] {
			o := &f.statements[i]
			if o.claim <= s.claim || !f.isPlain(o) || f.saidByOne(s, o) || f.ofOtherDays(s, o) {
				continue
			}
			if u := f.sharesCore(s, t, o, opposite); u != nobody {
				f.addClaims(s.claim, o.claim, fmt.Sprintf("“%s” (%s) and “%s” (%s) are opposites", f.words(s, t), f.who(s), f.words(o, u), f.who(o)))
			}
		}
	}
}

// sharesCore returns the term with which a statement says the opposite of a deed by
// or to the same; nobody: it does not.
func (f *finder) sharesCore(s *statement, t int, o *statement, opposite string) int {
	r, q := &f.trace.Records[s.place.Report], &f.trace.Records[o.place.Report]
	for _, u := range o.terms {
		if stemOf(q.Terms[u]) != opposite || q.Terms[u].Negated || q.Terms[u].Class == hearsay.NounTerm || !o.isTop(q, u) {
			continue
		}
		for _, a := range s.terms {
			for _, b := range o.terms {
				if s.isCore(r, a, t) && o.isCore(q, b, u) && stemOf(r.Terms[a]) != "" && stemOf(r.Terms[a]) == stemOf(q.Terms[b]) {
					return u
				}
			}
		}
	}
	return nobody
}

// ofOtherDays reports whether two statements name days, and no day in common.
func (f *finder) ofOtherDays(a, b *statement) bool {
	x, y := f.daysIn(a), f.daysIn(b)
	return len(x) > 0 && len(y) > 0 && !slices.ContainsFunc(x, func(d string) bool { return slices.Contains(y, d) })
}

func (f *finder) daysIn(s *statement) []string {
	const day = len("2031-04-02")
	var out []string
	for _, m := range f.trace.Records[s.place.Report].Moments {
		for _, c := range s.content {
			if c.Contains(m.Span) && len(m.Value) >= day {
				out = append(out, m.Value[:day])
			}
		}
	}
	return out
}
