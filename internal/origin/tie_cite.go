package origin

import (
	"hearsay"
)

// # Citations
//
// A chain is continued through the reports it cites, as far as they are at hand:
//
//	Ledgerline ──► Pallas ──► state television ──► an unnamed official
//	                 │               │
//	Pallas's own  ◄──┘               │        ──► state television ──► a senior official
//	state television's own  ◄────────┘        ──► a senior official
//
// What follows the outlet in the chain must suit the one who vouches in the
// outlet's own report: nobody suits everybody, an unnamed voice an unnamed one, a
// name its own.
//
// Where the outlet's report is not at hand, the reports that have it from there
// have it from one place all the same.

// tieCitations ties the tellings that come through an outlet.
func (m *match) tieCitations() {
	for i := range m.tellings {
		t := &m.tellings[i]
		for hop := range t.end + 1 {
			if t.hops[hop].isPress() {
				m.tieCitation(i, hop)
			}
		}
	}
	m.tieThrough()
	m.tieVague()
}

// tieCitation ties a telling to the first that suits it of those of the outlet
// that one of its hops is.
func (m *match) tieCitation(i, hop int) {
	t := &m.tellings[i]
	outlet := t.hops[hop].outlet
	if outlet == nobody {
		return
	}
	best := nobody
	for _, j := range m.ofOutlet(outlet) {
		o := &m.tellings[j]
		if o.report == t.report || m.rank[o.report] > m.rank[t.report] || !m.suits(t.after(hop), o) {
			continue
		}
		if best == nobody || o.isSourced() && !m.tellings[best].isSourced() {
			best = j
		}
	}
	if best != nobody {
		m.tie(best, i, hearsay.LinkCites, t.named(hop))
	}
}

// suits reports whether what follows an outlet in a chain may be the one who
// vouches in a telling of that outlet.
func (m *match) suits(after []voice, o *telling) bool {
	if len(after) == 0 || !o.isSourced() {
		return true
	}
	last, end := &after[len(after)-1], o.voice()
	switch {
	case last.isNamed() && end.isNamed():
		return m.aliases.of(last.actor) == m.aliases.of(end.actor)
	case last.isNamed() || end.isNamed():
		return false
	}
	return true
}

// tieThrough ties the tellings of different reports that come from somebody
// unnamed through one outlet or one person, or from that outlet itself.
func (m *match) tieThrough() {
	first := map[int]int{}
	for i := range m.tellings {
		hop := m.tellings[i].through()
		if hop == nobody {
			continue
		}
		who := m.tellings[i].hops[hop].who
		if who == nobody {
			continue
		}
		who = m.aliases.of(who)
		if j, ok := first[who]; !ok {
			first[who] = i
		} else if m.tellings[j].report != m.tellings[i].report {
			m.tie(j, i, hearsay.LinkCites, m.tellings[j].named(m.tellings[j].through()), m.tellings[i].named(hop))
		}
	}
}

// through returns the hop by which a telling has its words from somebody unnamed,
// or the outlet at its end; nobody: it has them otherwise.
func (t *telling) through() int {
	if t.end == nobody {
		return nobody
	}
	end := &t.hops[t.end]
	switch {
	case end.isNamed() && !end.isPress():
		return nobody
	case end.isPress():
		return t.end
	case t.end > 0 && t.hops[t.end-1].isNamed():
		return t.end - 1
	}
	return nobody
}

// tieVague ties a telling that has its words from "local media" or "a newspaper"
// to the first report before it that suits it, if all that do so are of one origin or outlet.
func (m *match) tieVague() {
	for i := range m.tellings {
		t := &m.tellings[i]
		for hop := range t.end + 1 {
			if v := &t.hops[hop]; v.isPress() && v.outlet == nobody && v.actor == nobody {
				m.tieVagueHop(i, hop)
			}
		}
	}
}

func (m *match) tieVagueHop(i, hop int) {
	t, found := &m.tellings[i], nobody
	for _, j := range m.firsts(i) {
		o := &m.tellings[j]
		if o.report == t.report || m.outlet[o.report] == m.outlet[t.report] || !o.isSourced() || !m.suits(t.after(hop), o) {
			continue
		}
		if found != nobody && m.sets.of(found) != m.sets.of(j) && m.outlet[m.tellings[found].report] != m.outlet[o.report] {
			return
		}
		if found == nobody {
			found = j
		}
	}
	if found != nobody {
		m.unshown[i] = true
		m.tie(found, i, hearsay.LinkCites, t.named(hop))
	}
}
