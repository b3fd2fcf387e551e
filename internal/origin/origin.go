// Package origin says where each claim independently comes from, how it spread,
// and how its wording changed on the way.
//
//	claim ──► tellings ──► ties ──► origins, each with its links ──► steps, shifts
//	          voice.go     tie*.go  link.go                          spread.go
//
// A telling is one place that makes the claim, with the chain by which the words
// came. A tie says that two tellings have the claim from one place, why, and in
// what words that shows:
//
//	cites        one's chain names the outlet that has the other    tie_cite.go
//	copies       one report is the other again, or revises it       tie_copy.go
//	credits      one report credits the other's agency              tie_copy.go
//	same-speech  one voice speaks in both                           tie_speech.go
//
// What is tied together is one origin. An unnamed voice is tied to another only
// where a chain, a copy or a quotation shows it, and never to a named person: a set
// that holds the one takes no tie to the other (sets.go).
//
// A report that says the same and does not say whom it has it from shows no origin
// of its own and none that it shares; the claim then has "at least" as many.
package origin

import (
	"sort"

	"hearsay"
)

// Find fills in the origins, steps and shifts of a trace's claims. It reads the
// records, actors, copies, updates and claims' places.
func Find(t *hearsay.Trace) {
	var x Index
	for i, r := range t.Records {
		x.Set(i, r)
	}
	x.Find(t)
}

// match is the matching of one claim's tellings.
type match struct {
	*book
	tellings []telling
	all      []int // the positions of the tellings: 0, 1, …
	reports  []int // of the claim, by publication
	sets     sets
	ties     []tie  // those that were accepted
	unshown  []bool // of each telling: nothing shows where it has it from

	byOutlet map[int][]int // of each outlet its tellings, in order; see ofOutlet
}

// tie says that two tellings have a claim from one place.
type tie struct {
	a, b     int // positions in tellings, a before b
	why      hearsay.LinkKind
	evidence []hearsay.Passage
}

func (b *book) match(c *hearsay.Claim) *match {
	m := &match{book: b, tellings: b.tellings(c)}
	m.index()
	m.sets, m.unshown = newSets(len(m.tellings)), make([]bool, len(m.tellings))
	m.markRelays()
	for i := range m.tellings {
		t := &m.tellings[i]
		if t.isSourced() && !t.relays {
			m.sets.kind[i] = b.kindOf(t.voice())
		}
		m.sets.kind[i].sourced = t.isSourced()
	}
	m.tieWithin()
	m.tieCopies()
	m.tieCitations()
	m.tieSpeech()
	m.tieDescribed()
	m.tieSpokesmen()
	m.tieCredits()
	m.placeUnsourced()
	return m
}

// index notes which reports the tellings are of.
func (m *match) index() {
	for len(m.upTo) < len(m.tellings) {
		m.upTo = append(m.upTo, len(m.upTo))
	}
	m.all = m.upTo[:len(m.tellings)]
	for i := range m.tellings {
		if r := m.tellings[i].report; i == 0 || m.tellings[i-1].report != r {
			m.reports = append(m.reports, r)
		}
	}
}

// inReport returns the tellings of a report, in order: they stand side by side.
func (m *match) inReport(report int) []int {
	rank := m.rank[report]
	from := sort.Search(len(m.tellings), func(i int) bool { return m.rank[m.tellings[i].report] >= rank })
	to := from
	for to < len(m.tellings) && m.tellings[to].report == report {
		to++
	}
	return m.all[from:to]
}

// ofOutlet returns the tellings of an outlet, in order.
func (m *match) ofOutlet(outlet int) []int {
	if m.byOutlet == nil {
		m.byOutlet = map[int][]int{}
		for i := range m.tellings {
			if o := m.outlet[m.tellings[i].report]; o != nobody {
				m.byOutlet[o] = append(m.byOutlet[o], i)
			}
		}
	}
	return m.byOutlet[outlet]
}

// tie joins two tellings, unless that would make one of an unnamed voice and a
// named person.
func (m *match) tie(i, j int, why hearsay.LinkKind, evidence ...hearsay.Passage) {
	if j < i {
		i, j = j, i
	}
	if m.sets.join(i, j) {
		m.ties = append(m.ties, tie{i, j, why, evidence})
	}
}

// passage returns words of a telling's report.
func (t *telling) passage(s hearsay.Span) hearsay.Passage {
	return hearsay.Passage{Report: t.report, Span: s}
}

// said returns a telling's own words: the first piece of its content.
func (t *telling) said() hearsay.Passage { return t.passage(t.content[0]) }

// named returns the words used for the voice at a hop, or else the telling's own.
func (t *telling) named(hop int) hearsay.Passage {
	if hop >= 0 && t.hops[hop].As != nil {
		return t.passage(*t.hops[hop].As)
	}
	return t.said()
}
