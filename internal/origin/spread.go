package origin

import (
	"slices"

	"hearsay"
)

// # Confirmed or repeated
//
// The first report has the claim first. A later one adds to it if it has a voice
// of its own for it, and else repeats.

// steps tells each report's part in the spread of a claim.
func (m *match) steps(origins []hearsay.Origin) []hearsay.Step {
	var out []hearsay.Step
	for i, t := range m.tellings {
		if slices.ContainsFunc(out, func(s hearsay.Step) bool { return s.Report == t.report }) {
			continue
		}
		s := hearsay.Step{Report: t.report, Kind: hearsay.StepRepeats, Place: m.best(i).place}
		switch {
		case len(out) == 0:
			s.Kind = hearsay.StepFirst
		case startsOne(origins, t.report):
			s.Kind = hearsay.StepAdds
		}
		out = append(out, s)
	}
	return out
}

// startsOne reports whether some origin's first report is this one.
func startsOne(origins []hearsay.Origin, report int) bool {
	return slices.ContainsFunc(origins, func(o hearsay.Origin) bool { return o.Reports[0] == report })
}

// best returns the telling of a report that shows its source, or else its first.
func (m *match) best(i int) *telling {
	for j := i; j < len(m.tellings); j++ {
		if t := &m.tellings[j]; t.report == m.tellings[i].report && t.isSourced() {
			return t
		}
	}
	return &m.tellings[i]
}

// # Wording that changed on the way
//
// Each report is set beside the one it has the claim from. Where the one names
// somebody and the other nobody, an attribution was dropped; where the one says
// that it is so and the other that it may be, the wording hardened or softened.

// shifts lists the changes of wording, by the later report.
func (m *match) shifts(origins []hearsay.Origin) []hearsay.Shift {
	var out []hearsay.Shift
	for _, o := range origins {
		for _, l := range o.Links {
			out = append(out, m.shiftsBetween(l.From, l.Report)...)
		}
	}
	return out
}

func (m *match) shiftsBetween(from, to int) []hearsay.Shift {
	a, b := m.firstOf(from), m.firstOf(to)
	if a == nil || b == nil {
		return nil
	}
	var out []hearsay.Shift
	if a.isSourced() && !b.isSourced() {
		out = append(out, hearsay.Shift{Kind: hearsay.ShiftDropped, Before: a.named(a.end), After: b.said()})
	}
	switch before, after := m.isPossible(a), m.isPossible(b); {
	case before && !after:
		out = append(out, hearsay.Shift{Kind: hearsay.ShiftHardened, Before: a.said(), After: b.said()})
	case after && !before:
		out = append(out, hearsay.Shift{Kind: hearsay.ShiftSoftened, Before: a.said(), After: b.said()})
	}
	return out
}

// firstOf returns the telling of a report that shows its source.
func (m *match) firstOf(report int) *telling {
	for i, t := range m.tellings {
		if t.report == report {
			return m.best(i)
		}
	}
	return nil
}

// isPossible reports whether a telling's words leave open whether it is so.
func (m *match) isPossible(t *telling) bool {
	text := m.trace.Records[t.report].Report.Text
	for _, s := range t.content {
		for _, w := range tokens(text, s) {
			if possible[w.word] {
				return true
			}
		}
	}
	return false
}

// possible are words that leave something open.
var possible = set("may might could perhaps possibly apparently reportedly allegedly probably likely presumed believed feared suspected")
