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
		if !s.plain {
			continue
		}
		r := &f.trace.Records[s.place.Report]
		for k, t := range s.terms {
			if len(opposites[s.stems[k]]) > 0 && r.Terms[t].Class != hearsay.NounTerm && !r.Terms[t].Negated && s.isTop(r, t) {
				f.oppose(s, k)
			}
		}
	}
}

// isPlain reports whether a statement says that something is so.
func (f *finder) isPlain(s *statement) bool {
	return !s.denies && !s.answers && !s.unsaid && asserting[s.act] && s.act != hearsay.Denial && s.act != hearsay.Prediction &&
		(s.stance == "" || s.stance == hearsay.Actual) && !f.supposes(s)
}

// oppose pairs a statement, whose kth term says a deed, with those of the opposite.
func (f *finder) oppose(s *statement, k int) {
	t := s.terms[k]
	for _, opposite := range opposites[s.stems[k]] {
		for _, i := range f.byStem[opposite] {
			o := &f.statements[i]
			if o.claim <= s.claim || !o.plain || f.seen[[2]int{s.claim, o.claim}] || f.saidByOne(s, o) || ofOtherDays(s, o) {
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
	for k, u := range o.terms {
		if o.stems[k] != opposite || q.Terms[u].Negated || q.Terms[u].Class == hearsay.NounTerm || !o.isTop(q, u) {
			continue
		}
		for i, a := range s.terms {
			for j, b := range o.terms {
				if stem := s.stems[i]; stem != "" && stem == o.stems[j] && s.isCore(r, a, t) && o.isCore(q, b, u) {
					return u
				}
			}
		}
	}
	return nobody
}

// ofOtherDays reports whether two statements name days, and no day in common.
func ofOtherDays(a, b *statement) bool {
	return len(a.days) > 0 && len(b.days) > 0 && !slices.ContainsFunc(a.days, func(d string) bool { return slices.Contains(b.days, d) })
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
