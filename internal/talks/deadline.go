package talks

import (
	"slices"

	"hearsay"
)

// deadline is an end to the time for an answer, with all that befell it.
type deadline struct {
	value   string
	setBy   seat
	bound   seat // whom it binds; nobody: all, or not said
	changes []hearsay.DeadlineMove
}

// limit finds deadlines and awaited answers, and the proposals they are for.
func (t *table) limit() {
	for i := range t.items {
		it := &t.items[i]
		if it.When == nil {
			continue
		}
		value := t.trace.Records[it.report].Moments[*it.When].Value
		switch it.Kind {
		case hearsay.DealingDeadline:
			t.addDeadline(i, value)
		case hearsay.DealingAwait:
			t.await(i, value)
		}
	}
}

func (t *table) addDeadline(i int, value string) {
	it := &t.items[i]
	move := hearsay.DeadlineMove{Change: it.Change, Value: value, Saying: t.saying(it)}
	n := slices.IndexFunc(t.deadlines, func(d *deadline) bool { return d.value == value })
	if n < 0 && it.Change == hearsay.DeadlineExtended && len(t.deadlines) > 0 {
		n = t.extended(it)
	}
	if n < 0 {
		n = len(t.deadlines)
		t.deadlines = append(t.deadlines, &deadline{value: value, setBy: nobody, bound: nobody})
	}
	d := t.deadlines[n]
	d.changes = append(d.changes, move)
	if it.Change == hearsay.DeadlineExtended && value > d.value {
		d.value = value
	}
	if d.setBy == nobody {
		d.setBy = it.by
	}
	if d.bound == nobody {
		d.bound = t.who.body(it.to)
	}
	if p := t.limited(it); p != nil && p.deadline < 0 && (len(d.changes) == 1 || t.items[p.said[0]].report == it.report) {
		p.deadline = n
	}
	t.expect(i)
}

// extended returns the deadline that another prolongs: the last that the same party
// set, or the last of all.
func (t *table) extended(it *item) int {
	for n := len(t.deadlines) - 1; n >= 0; n-- {
		if t.deadlines[n].setBy == it.by {
			return n
		}
	}
	return -1
}

// limited returns the proposal that a deadline is for: the one told in the same
// clause; else, of those told in the report, the last by whoever set it, by anybody
// but those it binds, by anybody; else the last of all so far.
func (t *table) limited(it *item) *proposal {
	for _, p := range t.proposals {
		for _, i := range p.said {
			if o := &t.items[i]; o.report == it.report && o.Kind == hearsay.DealingDemand && it.Words == o.Words {
				return p
			}
		}
	}
	setter, bound := t.who.body(it.by), t.who.body(it.to)
	var best *proposal
	rank := 0
	for _, p := range t.proposals {
		if !t.isKnown(p, it) || !t.isPrincipal(p.by) && !p.text {
			continue
		}
		r := 1
		switch {
		case setter != nobody && p.by == setter:
			r = 4
		case bound != nobody && p.by != bound && t.saidIn(p, it.report):
			r = 3
		case t.saidIn(p, it.report):
			r = 2
		}
		if r > rank || r == rank && (t.isOffer(p) && p.date >= best.date || !t.isOffer(best)) {
			best, rank = p, r
		}
	}
	return best
}

// isOffer reports whether a proposal says what its author would give.
func (t *table) isOffer(p *proposal) bool {
	return p.text || t.items[p.said[0]].Kind == hearsay.DealingOffer
}

// isKnown reports whether a proposal has been told of by the time of a report.
func (t *table) isKnown(p *proposal, it *item) bool {
	return slices.ContainsFunc(p.said, func(i int) bool { return t.items[i].order <= it.order })
}

// expect notes that whoever a deadline binds has not answered yet.
func (t *table) expect(i int) {
	it := &t.items[i]
	bound := t.who.body(it.to)
	if !t.isPrincipal(bound) || it.Change != hearsay.DeadlineSet {
		return
	}
	for n := len(t.proposals) - 1; n >= 0; n-- {
		if p := t.proposals[n]; p.by != bound && t.isKnown(p, it) && (p.text || t.isPrincipal(p.by)) {
			t.respond(p, bound, hearsay.ResponseNoneYet, i)
			return
		}
	}
}

// await keeps an expected answer.
func (t *table) await(i int, value string) {
	it := &t.items[i]
	for n := range t.awaited {
		if t.awaited[n].By == value {
			t.awaited[n].Said = append(t.awaited[n].Said, t.saying(it))
			return
		}
	}
	t.awaited = append(t.awaited, hearsay.Awaited{By: value, Said: []hearsay.Saying{t.saying(it)}})
	t.awaitedFrom = append(t.awaitedFrom, t.who.body(it.to))
}

// awaitAnswers notes whose answers are said to be expected, as not given yet.
func (t *table) awaitAnswers() {
	for i := range t.items {
		it := &t.items[i]
		from := t.who.body(it.to)
		if it.Kind != hearsay.DealingAwait || !t.isPrincipal(from) {
			continue
		}
		for n := len(t.proposals) - 1; n >= 0; n-- {
			if p := t.proposals[n]; p.by != from && t.isKnown(p, it) && (p.text || t.isPrincipal(p.by)) {
				t.respond(p, from, hearsay.ResponseNoneYet, i)
				break
			}
		}
	}
}

// channel tells how the parties speak to each other, as far as some report has words
// for it: that they answer each other in public shows nothing of how they meet.
func (t *table) channel() hearsay.Channel {
	mediated := false
	for _, p := range t.proposals {
		mediated = mediated || t.mediators[p.by]
	}
	switch {
	case t.says(apart):
		return hearsay.ChannelIndirect
	case t.says(together):
		return hearsay.ChannelDirect
	case mediated:
		return hearsay.ChannelMediated
	}
	return hearsay.ChannelUnstated
}
