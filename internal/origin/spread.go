package origin

import "hearsay"

// # Confirmed or repeated
//
// The first report has the claim first. A later one adds to it if it has a voice
// of its own for it, and else repeats.

// steps tells each report's part in the spread of a claim.
func (m *match) steps(origins []hearsay.Origin) []hearsay.Step {
	starts := map[int]bool{}
	for _, o := range origins {
		starts[o.Reports[0]] = true
	}
	var out []hearsay.Step
	for _, r := range m.reports {
		s := hearsay.Step{Report: r, Kind: hearsay.StepRepeats, Place: m.best(r).place}
		switch {
		case len(out) == 0:
			s.Kind = hearsay.StepFirst
		case starts[r]:
			s.Kind = hearsay.StepAdds
		}
		out = append(out, s)
	}
	return out
}

// best returns the telling of a report that shows its source, or else its first.
func (m *match) best(report int) *telling {
	at := m.inReport(report)
	for _, i := range at {
		if m.tellings[i].isSourced() {
			return &m.tellings[i]
		}
	}
	return &m.tellings[at[0]]
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
	a, b := m.best(from), m.best(to)
	if overlap(a.stems, b.stems) < comparable {
		return nil
	}
	var out []hearsay.Shift
	if a.isSourced() && !b.isSourced() {
		out = append(out, hearsay.Shift{Kind: hearsay.ShiftDropped, Before: a.named(a.end), After: b.said()})
	}
	switch before, after := a.possible, b.possible; {
	case before && !after:
		out = append(out, hearsay.Shift{Kind: hearsay.ShiftHardened, Before: a.said(), After: b.said()})
	case after && !before:
		out = append(out, hearsay.Shift{Kind: hearsay.ShiftSoftened, Before: a.said(), After: b.said()})
	}
	return out
}

// comparable is how much of the shorter one's words two tellings share, in
// thousandths, whose wordings are set beside each other.
const comparable = 250

// possible are words that leave something open.
var possible = set("may might could perhaps possibly apparently reportedly allegedly probably likely presumed believed feared suspected")
