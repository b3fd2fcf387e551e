package talks

import (
	"slices"

	"hearsay"
)

// proposal is one version of what somebody puts.
type proposal struct {
	by        seat
	text      bool // a text on the table
	settled   bool // what both sides are said to have agreed on, and nobody to have put
	terms     []*term
	said      []int // positions in table.items
	date      string
	stated    bool
	deadline  int // position in table.deadlines; -1: none
	responses []*response
	follows   int // -1: none
	counters  int
	place     int // position in table.proposals
}

// term is what all sayings of one term have in common.
type term struct {
	content
	words     hearsay.Passage
	size      int // content words of these words
	on, to    []seat
	bare      bool // its words name nobody whom it binds
	mode      hearsay.TermMode
	condition *hearsay.Passage
	said      []int
	worded    []hearsay.Passage
	status    hearsay.TermStatus
	moves     []hearsay.Move
	moveBy    []seat
}

// propose puts together what reports say of offers, demands and texts.
func (t *table) propose() {
	for i := range t.items {
		it := &t.items[i]
		switch it.Kind {
		case hearsay.DealingOffer, hearsay.DealingDemand, hearsay.DealingText:
			t.put(i, t.authorOf(it))
		case hearsay.DealingAccept:
			t.putAccepted(i)
		}
	}
	for _, p := range t.proposals {
		t.settleObliged(p)
	}
	t.order()
}

// authorOf returns whose a dealing is: the body a person speaks for; of an offer
// made to one side by nobody named, the other.
func (t *table) authorOf(it *item) seat {
	by := t.who.body(it.by)
	if t.mediators[it.by] {
		by = it.by
	}
	if to := t.who.body(it.to); by == nobody && it.Kind == hearsay.DealingOffer && t.isPrincipal(to) && len(t.principals) == 2 {
		return t.others(to)[0]
	}
	return by
}

// lastBefore returns the principal that was last told of before an item in its
// report; nobody for none.
func (t *table) lastBefore(it *item) seat {
	for n := len(t.items) - 1; n >= 0; n-- {
		if o := &t.items[n]; o.report == it.report && o.index < it.index && t.isPrincipal(t.who.body(o.by)) {
			return t.who.body(o.by)
		}
	}
	return nobody
}

// put adds the terms of an item to the proposal they belong to, or to a new one.
func (t *table) put(i int, by seat) {
	it := &t.items[i]
	terms := t.termsOf(i, by)
	if len(terms) == 0 || !t.isSerious(it, by) {
		return
	}
	p := t.textAccepted(i)
	if p == nil {
		p = t.find(it, by, terms)
	}
	if p == nil && areBare(terms) {
		return
	}
	if p == nil {
		p = &proposal{by: by, text: t.isText(it, by), date: it.date, stated: it.stated, deadline: -1, follows: -1, counters: -1, place: len(t.proposals)}
		t.proposals = append(t.proposals, p)
	}
	if p.by == nobody {
		p.by = by
	}
	p.take(i, it, terms)
}

// areBare reports whether terms are numbers of nothing that is told: they mean
// something only beside a term that does tell it.
func areBare(terms []*term) bool {
	for _, n := range terms {
		if len(n.content.words) > len(n.numbers) {
			return false
		}
	}
	return true
}

func (t *table) isText(it *item, by seat) bool {
	return it.Kind == hearsay.DealingText || t.mediators[by]
}

// isSerious reports whether a dealing is one of the talks: put by a principal or a
// mediator, or asked of a principal by somebody who is named.
func (t *table) isSerious(it *item, by seat) bool {
	switch {
	case it.bySides:
		return false
	case it.Kind == hearsay.DealingText:
		return by == nobody || t.mediators[by] || t.isPrincipal(by)
	case t.isPrincipal(by):
		return true
	case t.mediators[by]:
		return it.Kind == hearsay.DealingOffer
	case by == nobody || it.Kind == hearsay.DealingOffer:
		return false
	}
	for _, w := range it.Terms {
		if on, _ := t.who.of(it.report, w.On); t.isPrincipal(t.who.body(on)) {
			return it.Condition != nil || !weak[it.Cue.In(it.text)]
		}
	}
	return it.Condition != nil
}

// weak are verbs that only wish: what nobody but a party says with them is no
// demand.
var weak = setOf("urged urge urges pressed presses asked asks called calls call")

// termsOf returns the terms of an item.
func (t *table) termsOf(i int, by seat) []*term {
	it := &t.items[i]
	var all []*term
	for _, w := range it.Terms {
		c := read(w.Words.In(it.text))
		if len(c.words) == 0 || len(c.words) < 2 && len(c.numbers) == 0 {
			continue
		}
		n := &term{content: c, size: len(c.words), words: hearsay.Passage{Report: it.report, Span: w.Words}, mode: w.Mode, said: []int{i}, status: hearsay.StatusProposed}
		n.condition = t.passage(it, w.Condition)
		if n.condition == nil && it.Kind != hearsay.DealingDemand {
			n.condition = t.passage(it, it.Condition)
		}
		n.worded = []hearsay.Passage{n.words}
		on, _ := t.onWhom(it, w.On)
		n.on, n.bare = t.obliged(it, w, by), on == nobody || it.By != nil && w.On.Words == it.By.Words
		all = append(all, n)
	}
	return all
}

// find returns the proposal that the terms of an item belong to; nil for none yet.
func (t *table) find(it *item, by seat, terms []*term) *proposal {
	mine := func(p *proposal) bool {
		return p.by == by || it.Kind == hearsay.DealingText && (by == nobody || p.by == nobody && p.text) ||
			p.text && t.mediators[by] && t.mediators[p.by]
	}
	for n := len(t.proposals) - 1; n >= 0; n-- {
		if p := t.proposals[n]; mine(p) && p.has(terms) && (p.text && it.Kind == hearsay.DealingText || !p.conflicts(terms)) {
			return p
		}
	}
	for n := len(t.proposals) - 1; n >= 0; n-- {
		if p := t.proposals[n]; p.by == by && by != nobody && p.hasNumber(terms) {
			return p // "44 jailed islanders", "44 prisoners"
		}
	}
	for n := len(t.proposals) - 1; n >= 0; n-- {
		p := t.proposals[n]
		switch {
		case !mine(p):
		case it.Kind == hearsay.DealingText && p.text:
			return p
		case p.conflicts(terms):
			if t.saidIn(p, it.report) {
				return nil
			}
		case t.saidIn(p, it.report), it.Kind == hearsay.DealingDemand && !hasNumbers(terms):
			return p
		case it.Kind == hearsay.DealingDemand && !t.isPrincipal(by):
			return p
		}
	}
	return nil
}

func hasNumbers(terms []*term) bool {
	for _, n := range terms {
		if len(n.numbers) > 0 {
			return true
		}
	}
	return false
}

// has reports whether a proposal has one of some terms.
func (p *proposal) has(terms []*term) bool {
	for _, n := range terms {
		if p.match(n) != nil {
			return true
		}
	}
	return false
}

// hasNumber reports whether a proposal has a number of some terms that is too odd to be
// of two things.
func (p *proposal) hasNumber(terms []*term) bool {
	for _, n := range terms {
		for _, m := range p.terms {
			if sharesOddNumber(n, m) {
				return true
			}
		}
	}
	return false
}

func sharesOddNumber(n, m *term) bool {
	for _, x := range n.numbers {
		for _, y := range m.numbers {
			if x.value == y.value && x.value > 12 && x.of != "" && y.of != "" && !spans[x.of] && !spans[y.of] {
				return true
			}
		}
	}
	return false
}

// match returns the term of a proposal that is the same as another; nil for none.
func (p *proposal) match(n *term) *term {
	for _, m := range p.terms {
		if m.shares(n.content) {
			return m
		}
	}
	for _, m := range p.terms {
		if m.alike(n.content) && !m.conflicts(n.content) {
			return m
		}
	}
	for _, m := range p.terms {
		if sharesOddNumber(n, m) {
			return m
		}
	}
	return nil
}

// conflicts reports whether a proposal gives another number for something that
// some terms speak of.
func (p *proposal) conflicts(terms []*term) bool {
	for _, n := range terms {
		for _, m := range p.terms {
			if m.conflicts(n.content) {
				return true
			}
		}
	}
	return false
}

func (t *table) saidIn(p *proposal, report int) bool {
	return slices.ContainsFunc(p.said, func(i int) bool { return t.items[i].report == report })
}

// take adds terms that item i tells to a proposal.
func (p *proposal) take(i int, it *item, terms []*term) {
	p.said = append(p.said, i)
	if it.stated && (!p.stated || it.date < p.date) {
		p.date, p.stated = it.date, true
	}
	for _, n := range terms {
		m := p.match(n)
		if m == nil {
			p.terms = append(p.terms, n)
			continue
		}
		m.merge(n)
	}
}

// merge adds what another saying of a term has. The fullest words are shown.
func (m *term) merge(n *term) {
	m.said, m.worded = append(m.said, n.said...), append(m.worded, n.worded...)
	if n.size > m.size && n.size < fullest {
		m.words, m.mode, m.size = n.words, n.mode, n.size
	}
	for w := range n.content.words {
		m.content.words[w] = true
	}
	m.numbers = append(m.numbers, n.numbers...)
	for _, s := range n.on {
		if !slices.Contains(m.on, s) && len(m.on) == 0 {
			m.on = append(m.on, s)
		}
	}
	if m.condition == nil {
		m.condition = n.condition
	}
}

// fullest is how many content words a term has at most to be shown as the one that
// tells it best: beyond, it tells other things too.
const fullest = 11

// isDenied reports whether an item right after a proposal's first denies it.
func (t *table) isDenied(n int) bool {
	for _, i := range t.proposals[n].said {
		if i+1 < len(t.items) && t.items[i+1].Kind == hearsay.DealingDeny && t.items[i+1].report == t.items[i].report {
			return true
		}
	}
	return false
}

// order ties each proposal to the one of the same party before it, and to the one
// of others that it answers.
func (t *table) order() {
	for n, p := range t.proposals {
		for m := n - 1; m >= 0; m-- {
			o := t.proposals[m]
			switch {
			case o.by == p.by && p.follows < 0:
				p.follows = m
			case o.by != p.by && !t.isDenied(m) && (t.isPrincipal(o.by) || o.text) && t.isPrincipal(p.by) && (p.counters < 0 || o.date > t.proposals[p.counters].date):
				p.counters = m
			}
		}
	}
}
