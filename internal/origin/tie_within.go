package origin

import (
	"strings"

	"hearsay"
)

// # Within one report
//
// Two tellings in one report have one origin when the one's chain is the beginning
// of the other's:
//
//	state television reported …                        ──► state television
//	… quoting a senior official                        ──► state television ──► an official
//
// and when a voice says itself that it knows from the outlet that the report
// cites:
//
//	"It is in the plan," a steward said.               ──► a steward
//	Bid Street first reported it.                      ──► Bid Street
//	He had been sent the newsletter by a colleague.    the steward has it from there

// tieWithin ties the tellings of one report to each other.
func (m *match) tieWithin() {
	for i := range m.tellings {
		for _, j := range m.inReport(m.tellings[i].report) {
			if j >= i {
				break
			}
			a, b := &m.tellings[j], &m.tellings[i]
			switch {
			case begins(a, b):
				m.tie(j, i, hearsay.LinkCites, a.said(), b.said())
			case begins(b, a):
				m.tie(j, i, hearsay.LinkCites, a.said(), b.said())
			default:
				m.tieAdmitted(j, i)
				m.tieAdmitted(i, j)
			}
		}
	}
}

// markRelays marks the tellings from whose end another of the report leads on: the
// voice there passes on what somebody else vouches for.
func (m *match) markRelays() {
	for i := range m.tellings {
		a := &m.tellings[i]
		for _, j := range m.inReport(a.report) {
			if b := &m.tellings[j]; a.end < b.end && b.isSourced() && begins(a, b) {
				a.relays = true
			}
		}
	}
}

// begins reports whether the chain of one telling is the beginning of another's,
// or all of it.
func begins(a, b *telling) bool {
	if !a.isSourced() || a.end > b.end {
		return false
	}
	for k := range a.end + 1 {
		if !isOne(&a.hops[k], &b.hops[k]) {
			return false
		}
	}
	return true
}

// isOne reports whether two hops of one report are surely one voice.
func isOne(a, b *voice) bool {
	switch {
	case a.who != nobody || b.who != nobody:
		return a.who == b.who
	}
	return a.As != nil && b.As != nil && *a.As == *b.As
}

// tieAdmitted ties the telling of a voice that says it knows from an outlet to the
// telling of that outlet.
func (m *match) tieAdmitted(i, j int) {
	t, o := &m.tellings[i], &m.tellings[j]
	if !t.isSourced() || t.voice().isPress() || !o.isSourced() || !o.hops[0].isPress() {
		return
	}
	if words, ok := m.admits(t, &o.hops[0]); ok {
		m.tie(i, j, hearsay.LinkCites, words)
	}
}

// admits returns the words with which the voice of a telling says, anywhere in the
// report, that it has read, heard or been sent what an outlet published.
func (m *match) admits(t *telling, outlet *voice) (hearsay.Passage, bool) {
	s := m.sheets[t.report]
	if len(s.receipts()) == 0 {
		return hearsay.Passage{}, false
	}
	names := m.namesOf(t.report, outlet)
	for _, r := range s.receiving {
		if isOne(m.lastVoice(t.report, r.attribution), t.voice()) && hasAny(" "+s.plain(r.span)+" ", names) {
			return t.passage(r.span), true
		}
	}
	return hearsay.Passage{}, false
}

// receiving are words for coming to know something that was published.
var receiving = []string{" read ", " reading ", " seen it in ", " heard ", " sent ", " learned ", " learnt ", " from ", " showed ", " shown ", " forwarded "}

// namesOf returns the ways in which a report may call an outlet: its name, its
// words, and what sort of thing it is.
func (m *match) namesOf(report int, v *voice) []string {
	var out []string
	if v.outlet != nobody {
		out = append(out, " "+m.outlets[v.outlet].name+" ")
	}
	words := m.words(report, v.As)
	if v.As == nil || words == "" {
		return out
	}
	out = append(out, " "+strings.TrimPrefix(words, "the ")+" ")
	for _, w := range strings.Fields(words) {
		if press[w] {
			out = append(out, " the "+w+" ", " a "+w+" ")
		}
	}
	return out
}

func hasAny(words string, parts []string) bool {
	for _, p := range parts {
		if strings.Contains(words, p) {
			return true
		}
	}
	return false
}

// placeUnsourced puts what a report says without a source with what shows where it
// comes from: another telling of its own report, or else, without showing
// anything, the telling before it whose words are most alike.
func (m *match) placeUnsourced() {
	for i := range m.tellings {
		t := &m.tellings[i]
		if t.isSourced() || m.isPlaced(i) {
			continue
		}
		if j := m.likest(i, m.inReport(t.report), func(o *telling) bool { return o.isSourced() }); j != nobody {
			m.tie(i, j, hearsay.LinkCites, m.tellings[j].named(m.tellings[j].end))
			continue
		}
		if t.own {
			continue
		}
		m.unshown[i] = true
		if j := m.likest(i, m.firsts(i), func(o *telling) bool { return m.rank[o.report] < m.rank[t.report] }); j != nobody {
			m.tie(j, i, hearsay.LinkUnshown, t.said())
		}
	}
}

// isPlaced reports whether a telling is tied, at however many removes, to one that
// shows a source.
func (m *match) isPlaced(i int) bool { return m.sets.kind[m.sets.of(i)].sourced }

// firsts returns the first telling of each set before one.
func (m *match) firsts(before int) []int {
	var out []int
	seen := map[int]bool{}
	for j := range m.tellings[:before] {
		if s := m.sets.of(j); !seen[s] {
			seen[s] = true
			out = append(out, j)
		}
	}
	return out
}

// likest returns the telling, of those asked for among some, whose words are most
// like those of another; of several the first; nobody: there is none.
func (m *match) likest(i int, among []int, asked func(*telling) bool) int {
	best, most := nobody, -1
	for _, j := range among {
		if j == i || !asked(&m.tellings[j]) {
			continue
		}
		if same := overlap(m.tellings[i].stems, m.tellings[j].stems); same > most {
			best, most = j, same
		}
	}
	return best
}
