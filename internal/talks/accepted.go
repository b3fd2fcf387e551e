package talks

import (
	"slices"

	"hearsay"
)

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

// putAccepted adds what somebody says yes to while wanting something else to what
// he puts himself: "accepting the pause but asking that troops leave".
func (t *table) putAccepted(i int) {
	it := &t.items[i]
	by := t.who.body(it.by)
	if it.bySides && len(it.Terms) > 0 {
		t.putSettled(i)
		return
	}
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

// putSettled adds what both sides are said to have agreed on, and no proposal has, as
// one that nobody is said to have put: "the two sides have agreed on 46".
func (t *table) putSettled(i int) {
	it := &t.items[i]
	terms := t.termsOf(i, nobody)
	text := func(o item) bool { return o.report == it.report && o.Kind == hearsay.DealingText }
	if !hasNumbers(terms) || slices.ContainsFunc(t.items, text) {
		return // it is a yes to the text that the report tells
	}
	for _, p := range t.proposals {
		if p.has(terms) || p.hasNumber(terms) {
			return
		}
	}
	for _, n := range terms {
		n.status = hearsay.StatusReportedAgreed
	}
	p := &proposal{by: nobody, settled: true, date: it.date, stated: it.stated, deadline: -1, follows: -1, counters: -1, place: len(t.proposals)}
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
