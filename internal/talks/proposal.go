package talks

import (
	"slices"

	"hearsay"
)

// proposal is one version of what somebody puts.
type proposal struct {
	by        seat
	text      bool // a text on the table
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
	mode      hearsay.TermMode
	condition *hearsay.Passage
	said      []int
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

// textAccepted returns the text of a mediator to which somebody says yes on the very
// condition that an item is: it becomes a term of that text. nil for none.
func (t *table) textAccepted(i int) *proposal {
	if i == 0 || t.items[i].Kind != hearsay.DealingDemand {
		return nil
	}
	yes := &t.items[i-1]
	if yes.report != t.items[i].report || yes.Kind != hearsay.DealingAccept || yes.Condition == nil || !yes.Condition.Overlaps(t.items[i].Words) {
		return nil
	}
	for n := len(t.proposals) - 1; n >= 0; n-- {
		if p := t.proposals[n]; p.text && t.mediators[p.by] && t.saidIn(p, yes.report) {
			return p
		}
	}
	return nil
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
		n.on = t.obliged(it, w, by)
		all = append(all, n)
	}
	return all
}

// obliged returns whom a term binds, as far as its own words and its author tell.
func (t *table) obliged(it *item, w hearsay.Wording, by seat) []seat {
	on, sides := t.onWhom(it, w.On)
	on = t.who.body(on)
	switch {
	case sides:
		return t.principals
	case on != nobody && !t.mediators[on]:
		return []seat{on}
	case w.On != nil && w.On.Actor == nil && it.Kind == hearsay.DealingText, t.mediators[by]:
		return nil
	case it.Kind == hearsay.DealingOffer && by != nobody && yielding[it.Cue.In(it.text)] && t.hasDemanded(by):
		return t.others(by)
	case it.Kind == hearsay.DealingOffer && by != nobody:
		return []seat{by}
	case it.Kind == hearsay.DealingDemand:
		if to := t.who.body(it.to); to != nobody {
			return []seat{to}
		}
		if t.isPrincipal(by) {
			return t.others(by)
		}
	}
	return nil
}

// onWhom returns the seat of somebody whom a term of an item binds: where the same
// words say who deals, that of him.
func (t *table) onWhom(it *item, d *hearsay.Doer) (seat, bool) {
	if d != nil && it.By != nil && d.Words == it.By.Words {
		return it.by, it.bySides
	}
	return t.who.of(it.report, d)
}

// yielding are verbs of one who asks for less: what he comes down to is still the
// other's to give.
var yielding = setOf("come came comes settle settled cut cuts lowered reduced")

// hasDemanded reports whether a party has demanded something so far.
func (t *table) hasDemanded(by seat) bool {
	return slices.ContainsFunc(t.items, func(o item) bool { return o.Kind == hearsay.DealingDemand && t.who.body(o.by) == by })
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
	m.said = append(m.said, n.said...)
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

// putAccepted adds what somebody says yes to while wanting something else to what
// he puts himself: "accepting the pause but asking that troops leave".
func (t *table) putAccepted(i int) {
	it := &t.items[i]
	by := t.who.body(it.by)
	if !t.isPrincipal(by) || len(it.Terms) == 0 {
		return
	}
	if t.putAgreed(i, by) {
		return
	}
	wants := slices.ContainsFunc(t.items, func(o item) bool {
		return o.report == it.report && o.Kind == hearsay.DealingDemand && t.who.body(o.by) == by &&
			it.Words.Start <= o.Words.Start && o.Words.Start <= it.Words.End+40 && (it.Condition == nil || !it.Condition.Overlaps(o.Words)) && (it.Terms[0].Condition == nil || !it.Terms[0].Condition.Overlaps(o.Words))
	})
	if !wants {
		return
	}
	terms := t.termsOf(i, by)
	for _, n := range terms {
		n.status, n.on = hearsay.StatusReportedAgreed, t.principals
	}
	for n := len(t.proposals) - 1; n >= 0; n-- {
		if p := t.proposals[n]; p.by == by && (t.saidIn(p, it.report) || p.has(terms)) {
			p.take(i, it, terms)
			return
		}
	}
	p := &proposal{by: by, date: it.date, stated: it.stated, deadline: -1, follows: -1, counters: -1, place: len(t.proposals)}
	t.proposals = append(t.proposals, p)
	p.take(i, it, terms)
}

// putAgreed adds what somebody agrees to do himself, and no proposal has, to the text
// that is on the table: "the union has agreed to send crews back on Monday".
func (t *table) putAgreed(i int, by seat) bool {
	it := &t.items[i]
	on, _ := t.onWhom(it, it.Terms[0].On)
	if t.who.body(on) != by {
		return false
	}
	terms := t.termsOf(i, by)
	for _, p := range t.proposals {
		if p.has(terms) {
			return false
		}
	}
	for n := len(t.proposals) - 1; n >= 0; n-- {
		if p := t.proposals[n]; p.text && t.mediators[p.by] && t.saidIn(p, it.report) && len(terms) > 0 {
			p.take(i, it, terms)
			return true
		}
	}
	return false
}

// settleObliged fills in whom a term binds where its own words do not tell: those
// whom a term of another proposal on the same thing binds.
func (t *table) settleObliged(p *proposal) {
	for _, n := range p.terms {
		for _, o := range t.proposals {
			for _, m := range o.terms {
				if len(n.on) == 0 && m != n && len(m.on) > 0 && (n.sameThing(m.content) || n.alike(m.content)) {
					n.on = m.on
				}
			}
		}
	}
	if only := t.onlyBound(p); only != nobody {
		for _, n := range p.terms {
			if len(n.on) == 0 {
				n.on = []seat{only}
			}
		}
	}
	for _, n := range p.terms {
		if len(n.on) == 1 {
			n.to = t.others(n.on[0])
		} else if len(n.on) > 1 {
			n.to = n.on
		}
	}
}

// onlyBound returns the one whom the terms of a proposal bind that tell; nobody
// where they bind several.
func (t *table) onlyBound(p *proposal) seat {
	only := nobody
	for _, n := range p.terms {
		for _, s := range n.on {
			if only != nobody && only != s || len(n.on) > 1 {
				return nobody
			}
			only = s
		}
	}
	return only
}

// sameThing reports whether two contents give numbers of one thing.
func (c content) sameThing(o content) bool {
	for _, x := range c.numbers {
		for _, y := range o.numbers {
			if x.of != "" && x.of == y.of && !spans[x.of] {
				return true
			}
		}
	}
	return false
}

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
