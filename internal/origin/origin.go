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

import "hearsay"

// Find fills in the origins, steps and shifts of a trace's claims. It reads the
// records, actors, copies, updates and claims' places.
func Find(t *hearsay.Trace) {
	b := newBook(t)
	b.matchQuotes()
	b.matchLeads()
	next := 0
	for i := range t.Claims {
		c := &t.Claims[i]
		m := b.match(*c)
		c.Origins, c.AtLeast = m.origins(&next)
		c.Steps, c.Shifts = m.steps(c.Origins), m.shifts(c.Origins)
	}
}

// match is the matching of one claim's tellings.
type match struct {
	*book
	claim    hearsay.Claim
	tellings []telling
	sets     sets
	ties     []tie  // those that were accepted
	unshown  []bool // of each telling: nothing shows where it has it from

	inReport map[int][]int // of each report its tellings, in order
	ofOutlet map[int][]int // of each outlet
}

// tie says that two tellings have a claim from one place.
type tie struct {
	a, b     int // positions in tellings, a before b
	why      hearsay.LinkKind
	evidence []hearsay.Passage
}

func (b *book) match(c hearsay.Claim) *match {
	m := &match{book: b, claim: c, tellings: b.tellings(c)}
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

// index notes which tellings each report and each outlet has.
func (m *match) index() {
	m.inReport, m.ofOutlet = map[int][]int{}, map[int][]int{}
	for i, t := range m.tellings {
		m.inReport[t.report] = append(m.inReport[t.report], i)
		if o := m.outlet[t.report]; o != nobody {
			m.ofOutlet[o] = append(m.ofOutlet[o], i)
		}
	}
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
