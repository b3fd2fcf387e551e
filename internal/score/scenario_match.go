package score

import (
	"unicode/utf8"

	"hearsay"
	"hearsay/internal/gold"
)

// tellingPairs matches attributions one to one: those whose cues overlap before
// those whose contents alone do, then by the contents' intersection over union.
// Where one cue and content have two sources ("the Gazette and Radio Drenn
// report …"), the sources decide.
func (r ScenarioReport) tellingPairs() []Pair {
	return pairUp(len(r.Gold.Tellings), len(r.System.Tellings), func(i, j int) float64 {
		g, s := r.Gold.Tellings[i], r.System.Tellings[j]
		alike := spanIoU(r.Text, g.Content, s.Content)
		if meet(g.Cue, s.Cue) {
			alike++
		}
		if alike > 0 && meet(g.Source, s.Source) {
			alike += 1e-6 // less than any difference in content
		}
		return alike
	})
}

// found reports whether an attribution was found: cue and content overlap, and
// so do the sources, or there is none on either side.
func found(g, s Telling) bool {
	return meet(g.Cue, s.Cue) && meet(g.Content, s.Content) && sourceMeets(g, s)
}

func sourceMeets(g, s Telling) bool {
	if len(g.Source) == 0 || len(s.Source) == 0 {
		return len(g.Source) == len(s.Source)
	}
	return meet(g.Source, s.Source)
}

// leastSpanIoU is the intersection over union from which on two spans are the
// same figure.
const leastSpanIoU = 0.3

// figurePairs matches figures by their spans' intersection over union; where
// several rows of the truth give one quantity, by their bounds as well.
func (r ScenarioReport) figurePairs() []Pair {
	return pairUp(len(r.Gold.Figures), len(r.System.Figures), func(i, j int) float64 {
		g, s := r.Gold.Figures[i], r.System.Figures[j]
		alike := spanIoU(r.Text, []hearsay.Span{g.Span}, []hearsay.Span{s.Span})
		switch {
		case alike < leastSpanIoU:
			return 0
		case sameBounds(g, s):
			alike++
		}
		return alike
	})
}

func sameBounds(g, s gold.TrueFigure) bool {
	return sameBound(g.Low, s.Low) && sameBound(g.High, s.High)
}

// sameBound compares bounds; what a decimal cannot hold exactly makes no
// difference.
func sameBound(x, y *float64) bool {
	if x == nil || y == nil {
		return x == y
	}
	const close = 1e-9
	size := max(1, *x, -*x)
	return *x-*y <= close*size && *y-*x <= close*size
}

// momentPairs matches time expressions that overlap, the closest first.
func (r ScenarioReport) momentPairs() []Pair {
	return pairUp(len(r.Gold.Moments), len(r.System.Moments), func(i, j int) float64 {
		g, s := r.Gold.Moments[i].Span, r.System.Moments[j].Span
		return spanIoU(r.Text, []hearsay.Span{g}, []hearsay.Span{s})
	})
}

// spanIoU returns the intersection over union of two lists of spans, in
// characters; no list overlaps itself.
func spanIoU(text string, x, y []hearsay.Span) float64 {
	shared := 0
	for _, a := range x {
		for _, b := range y {
			if a.Overlaps(b) {
				shared += characters(text, hearsay.Span{Start: max(a.Start, b.Start), End: min(a.End, b.End)})
			}
		}
	}
	return ratio(shared, characters(text, x...)+characters(text, y...)-shared)
}

func characters(text string, spans ...hearsay.Span) int {
	n := 0
	for _, s := range spans {
		n += utf8.RuneCountInString(s.In(text))
	}
	return n
}

// meet reports whether two lists of spans share a byte.
func meet(x, y []hearsay.Span) bool {
	for _, a := range x {
		for _, b := range y {
			if a.Overlaps(b) {
				return true
			}
		}
	}
	return false
}

// sides returns both items of a pair, and which there are.
func sides[T any](p Pair, golds, systems []T) (g, s T, c Count) {
	if p.Gold >= 0 {
		g, c.Gold = golds[p.Gold], 1
	}
	if p.System >= 0 {
		s, c.System = systems[p.System], 1
	}
	return g, s, c
}
