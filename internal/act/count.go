package act

import (
	"sort"

	"hearsay"
)

// counts reports whether a clause is there to say how many or how much: a figure is
// its subject, its object or its predicate.
func (s *statement) counts(c *clause) bool {
	if c.negated || c.isFuture() {
		return false
	}
	e := s.reach(c)
	span := s.doc.TokensSpan(e.first, e.end)
	for i := s.figureFrom(span.Start); i < len(s.told.Figures) && s.told.Figures[i].Span.Start < span.End; i++ {
		f := &s.told.Figures[i]
		if span.Contains(f.Span) && s.isPoint(c, f) {
			return true
		}
	}
	return false
}

func (s *statement) isPoint(c *clause, f *hearsay.Figure) bool {
	if !countStates[f.State] {
		return false
	}
	at := s.extentOf(f.Span)
	top := at.first
	for h := s.up(top); h >= 0 && h != c.pred && !(verbs[s.tag(h)]); h = s.up(h) {
		top = h
	}
	return s.up(top) == c.pred && (subjects[s.relation(top)] || direct[s.relation(top)] || top == c.pred) || top == c.pred || c.pred == at.first
}

// countStates are the states of figures that a statement is made to tell.
var countStates = map[hearsay.State]bool{
	"killed": true, "wounded": true, "missing": true, "trapped": true, "held": true, "displaced": true, "sheltering": true,
	"arrested": true, "treated": true, "on-strike": true, "deployed": true, "waiting": true, "affected": true, "volume": true,
	"share": true, "money": true, "price": true, "vote": true,
}

func (p *page) figureFrom(start int) int {
	return sort.Search(len(p.told.Figures), func(i int) bool { return p.told.Figures[i].Span.Start >= start })
}

func (p *page) momentFrom(start int) int {
	return sort.Search(len(p.told.Moments), func(i int) bool { return p.told.Moments[i].Span.Start >= start })
}
