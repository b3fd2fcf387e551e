package act

import "hearsay"

// countIsThePoint reports whether the content says how many or how much.
func (s *statement) countIsThePoint() bool {
	for i := range s.clauses {
		if s.counts(&s.clauses[i]) {
			return true
		}
	}
	return len(s.clauses) == 0 && s.holdsFigure()
}

// holdsFigure reports whether a figure stands in the content.
func (s *statement) holdsFigure() bool {
	for _, e := range s.content {
		if s.figureIn(e) != nil {
			return true
		}
	}
	return false
}

// figureIn returns the first figure in an extent, nil for none.
func (p *page) figureIn(e extent) *hearsay.Figure {
	if e.Empty() {
		return nil
	}
	span := p.Doc.TokensSpan(e.First, e.End)
	for i := p.figureFrom(span.Start); i < len(p.told.Figures) && p.told.Figures[i].Span.Start < span.End; i++ {
		if f := &p.told.Figures[i]; span.Contains(f.Span) && f.State != "duration" {
			return f
		}
	}
	return nil
}
