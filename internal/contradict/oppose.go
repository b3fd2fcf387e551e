package contradict

import (
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

// doing is a deed that a saying says to be done, and that has an opposite.
type doing struct {
	term int
	stem string
	core []int32 // the stems of who does it and what it is done to
}

// readDoings lists the deeds of a saying that have an opposite.
func (x *Index) readDoings(s *saying, r *hearsay.Record) {
	for k, t := range s.terms {
		if len(opposites[s.stems[k]]) == 0 || r.Terms[t].Class == hearsay.NounTerm || r.Terms[t].Negated || !s.isTop(r, t) {
			continue
		}
		d := doing{term: t, stem: s.stems[k]}
		for i, a := range s.terms {
			if s.stems[i] != "" && s.isCore(r, a, t) {
				d.core = append(d.core, x.stem(s.stems[i]))
			}
		}
		s.doings = append(s.doings, d)
	}
}

// doneTo is what statements of one deed share: the deed, and one who does it or to
// whom it is done.
type doneTo struct {
	deed string
	core int32
}

func (f *finder) fileDoings(s *statement, at int32) {
	for i := range s.doings {
		for _, c := range s.doings[i].core {
			k := doneTo{s.doings[i].stem, c}
			if with := f.done[k]; len(with) == 0 || with[len(with)-1] != at {
				f.done[k] = append(with, at)
			}
		}
	}
}

// findOpposites pairs statements of opposite deeds.
func (f *finder) findOpposites() {
	for i := range f.statements {
		s := &f.statements[i]
		if !s.plain {
			continue
		}
		for k := range s.doings {
			f.oppose(s, &s.doings[k])
		}
	}
}

// isPlain reports whether a statement says that something is so.
func (s *statement) isPlain() bool {
	return !s.denies && !s.answers && !s.unsaid && asserting[s.act] && s.act != hearsay.Denial && s.act != hearsay.Prediction &&
		(s.stance == "" || s.stance == hearsay.Actual) && !s.supposes
}

// oppose pairs a statement that says a deed with those of the opposite.
func (f *finder) oppose(s *statement, d *doing) {
	for _, opposite := range opposites[d.stem] {
		for _, i := range f.doneBySame(d, opposite) {
			o := &f.statements[i]
			if o.claim <= s.claim || !o.plain || f.seen[[2]int{s.claim, o.claim}] || f.saidByOne(s.claim, o.claim) || ofOtherDays(s, o) {
				continue
			}
			f.addClaims(s.claim, o.claim, "“"+f.words(s, d.term)+"” ("+s.who+") and “"+f.words(o, o.does(opposite, d.core))+"” ("+o.who+") are opposites")
		}
	}
}

// doneBySame returns the statements of a deed that is done by or to one who does
// another, or to whom that is done, ascending.
func (f *finder) doneBySame(d *doing, deed string) []int32 {
	if len(d.core) == 1 {
		return f.done[doneTo{deed, d.core[0]}]
	}
	var all []int32
	for _, c := range d.core {
		all = append(all, f.done[doneTo{deed, c}]...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// does returns the term with which a saying says that a deed is done by or to one of
// some.
func (s *saying) does(deed string, core []int32) int {
	for i := range s.doings {
		d := &s.doings[i]
		if d.stem == deed && slices.ContainsFunc(d.core, func(c int32) bool { return slices.Contains(core, c) }) {
			return d.term
		}
	}
	return nobody
}

// ofOtherDays reports whether two statements name days, and no day in common.
func ofOtherDays(a, b *statement) bool {
	return len(a.days) > 0 && len(b.days) > 0 && !slices.ContainsFunc(a.days, func(d string) bool { return slices.Contains(b.days, d) })
}

// daysIn returns the days that some stretches of a record's text name.
func daysIn(r *hearsay.Record, content []hearsay.Span) []string {
	const day = len("2031-04-02")
	var out []string
	for _, m := range r.Moments {
		for _, c := range content {
			if c.Contains(m.Span) && len(m.Value) >= day {
				out = append(out, m.Value[:day])
			}
		}
	}
	return out
}
