package talks

import (
	"slices"
	"strings"

	"hearsay"
)

// response is one party's answer of one kind to a proposal.
type response struct {
	by        seat
	kind      hearsay.ResponseKind
	date      string
	condition *hearsay.Passage
	said      []int
}

// answer finds what was said to each proposal, and moves the terms.
func (t *table) answer() {
	for i := range t.items {
		it := &t.items[i]
		kind := t.kindOf(i)
		if kind == "" {
			continue
		}
		if t.settles(i) {
			continue
		}
		for _, by := range t.answering(it) {
			if p := t.answered(it, by); p != nil && !(it.bySides && !p.text && len(it.Terms) > 0 && !t.names(p, it)) {
				t.move(p, by, t.respond(p, by, kind, i), it)
			}
		}
	}
	t.awaitAnswers()
	t.refuseTerms()
	t.countered()
	for _, p := range t.proposals {
		p.dropOutdated()
	}
}

// names reports whether an answer has a term of a proposal in its words.
func (t *table) names(p *proposal, it *item) bool {
	return slices.ContainsFunc(it.Terms, func(w hearsay.Wording) bool { return t.sharesTerm(p, read(w.Words.In(it.text))) })
}

// settles reports whether an item is itself a proposal that is told as agreed.
func (t *table) settles(i int) bool {
	return slices.ContainsFunc(t.proposals, func(p *proposal) bool { return p.settled && slices.Contains(p.said, i) })
}

// kindOf returns what kind of answer an item is; "" for none.
func (t *table) kindOf(i int) hearsay.ResponseKind {
	it := &t.items[i]
	switch it.Kind {
	case hearsay.DealingAccept:
		if agreesOnNothing(it) {
			return ""
		}
		if it.Condition != nil || len(it.Terms) > 0 && it.Terms[0].Condition != nil || t.isHedged(it) || t.wantsMore(i) || butMore(it) {
			return hearsay.ResponseConditional
		}
		if t.isModal(it) {
			return hearsay.ResponseConditional
		}
		return hearsay.ResponseAccept
	case hearsay.DealingRefuse:
		return hearsay.ResponseRefuse
	case hearsay.DealingPending:
		return hearsay.ResponseNoneYet
	case hearsay.DealingDeny:
		if t.deniesOffer(it) {
			return hearsay.ResponseDenied
		}
	case hearsay.DealingPosition, hearsay.DealingThreat:
		if it.Condition != nil && strings.Contains(it.Words.In(it.text), "recommend") {
			return hearsay.ResponseConditional
		}
	}
	return ""
}

// hedges are words of a yes that is not whole.
var hedges = []string{"with reservation", "on condition", "in principle", "conditionally", "minded to", "would recommend", "with caveat", "partly", "in part"}

func (t *table) isHedged(it *item) bool {
	words := strings.ToLower(it.Words.In(it.text))
	if end := min(len(it.text), it.Words.End+24); end > it.Words.End {
		words += strings.ToLower(it.text[it.Words.End:end])
	}
	return slices.ContainsFunc(hedges, func(h string) bool { return strings.Contains(words, h) })
}

// agreesOnNothing reports whether what is agreed on is nothing, or nothing but to go on
// talking: "agreed on nothing but to meet again", "agreed to disagree".
func agreesOnNothing(it *item) bool {
	rest := strings.ToLower(it.text[it.Cue.End:max(it.Words.End, it.Cue.End)])
	for _, p := range nothings {
		if strings.HasPrefix(rest, p) {
			return true
		}
	}
	return false
}

var nothings = []string{" on nothing", " nothing", " on little", " on no ", " to nothing", " only to meet", " only to talk", " to meet", " to talk", " to keep talking", " to continue talk", " to resume talk", " to hold talks", " to disagree"}

// butMore reports whether the sentence of a yes goes on with a "but".
func butMore(it *item) bool {
	if strings.Contains(it.text[it.Cue.End:max(it.Words.End, it.Cue.End)], " but ") {
		return true
	}
	rest := it.text[it.Words.End:]
	if end := strings.IndexAny(rest, ".\n"); end >= 0 {
		rest = rest[:end]
	}
	return strings.HasPrefix(strings.TrimLeft(rest, "\"”, "), "but ")
}

// isModal reports whether somebody would or could say yes, which is not to say it.
func (t *table) isModal(it *item) bool {
	before := strings.Fields(strings.ToLower(it.text[max(0, it.Cue.Start-24):it.Cue.Start]))
	for _, w := range before {
		if w == "would" || w == "could" || w == "might" || w == "may" {
			return true
		}
	}
	return false
}

// wantsMore reports whether the sentence of a yes goes on with a demand.
func (t *table) wantsMore(i int) bool {
	for j := i + 1; j < len(t.items) && j <= i+2; j++ {
		if o := &t.items[j]; o.report == t.items[i].report && o.Kind == hearsay.DealingDemand && o.Words.Start <= t.items[i].Words.End+40 &&
			t.who.body(o.by) == t.who.body(t.items[i].by) && !weak[o.Cue.In(o.text)] {
			return true
		}
	}
	return false
}

// deniesOffer reports whether a denial is of an offer: what is denied of another's
// demand is none of the one who denies.
func (t *table) deniesOffer(it *item) bool {
	words := it.Words.In(it.text)
	if len(it.Terms) > 0 {
		words = it.Terms[0].Words.In(it.text)
	}
	return strings.Contains(words, "offer") || it.About != nil
}

// answering returns who gives an answer; both principals for "both sides".
func (t *table) answering(it *item) []seat {
	if it.bySides {
		return t.sides(it)
	}
	if it.by == nobody {
		return nil
	}
	by := t.who.body(it.by)
	if s := t.asParty(by, it); s != nobody {
		by = s
	}
	if t.mediators[it.by] {
		by = it.by
	}
	return []seat{by}
}

// asParty returns the principal that an answer by others stands for: that of its
// answer, "the three-page reply accepts …", and the union for its workers.
func (t *table) asParty(by seat, it *item) seat {
	words := strings.ToLower(it.By.Words.In(it.text))
	switch {
	case t.isPrincipal(by):
	case hasOneOf(words, replies):
		for n := len(t.items) - 1; n >= 0; n-- {
			if o := &t.items[n]; o.report == it.report && o.index < it.index && o.by != nobody && t.isPrincipal(t.who.body(o.by)) {
				return t.who.body(o.by)
			}
		}
	case hasOneOf(words, workers):
		for _, s := range t.principals {
			if hasOneOf(strings.ToLower(t.who.seats[s].text), unions) {
				return s
			}
		}
	}
	return nobody
}

var (
	replies = setOf("answer reply response letter note")
	workers = setOf("workers dockers dockworkers strikers staff employees teachers nurses doctors drivers crews miners pilots members cleaners guards firefighters postmen strikers delegates")
	unions  = setOf("union unions federation association workers workers' guild brotherhood")
)

func hasOneOf(words string, set map[string]bool) bool {
	for f := range strings.FieldsSeq(words) {
		if set[strings.Trim(f, ",.'’s")] || set[f] {
			return true
		}
	}
	return false
}

// respond keeps an answer, with those of its kind by the same party. A counter or
// an answer given takes back nothing of what was said before.
func (t *table) respond(p *proposal, by seat, kind hearsay.ResponseKind, i int) hearsay.ResponseKind {
	it := &t.items[i]
	for _, r := range p.responses {
		if r.by == by && kind == hearsay.ResponseAccept && r.kind == hearsay.ResponseConditional && len(it.Terms) > 0 && t.onDay(r.said, it.date) {
			kind = hearsay.ResponseConditional
		}
		if r.by == by && r.kind == kind {
			r.said = append(r.said, i)
			return kind
		}
	}
	p.responses = append(p.responses, &response{by: by, kind: kind, date: it.date, condition: t.passage(it, it.Condition), said: []int{i}})
	return kind
}

// onDay reports whether one of some items is of a day.
func (t *table) onDay(said []int, day string) bool {
	return slices.ContainsFunc(said, func(i int) bool { return t.items[i].date == day })
}

// dropOutdated takes out that a party has not answered yet, where it had by then.
func (p *proposal) dropOutdated() {
	p.responses = slices.DeleteFunc(p.responses, func(r *response) bool {
		return r.kind == hearsay.ResponseNoneYet && slices.ContainsFunc(p.responses, func(o *response) bool {
			return o.by == r.by && o.kind != hearsay.ResponseNoneYet && o.kind != hearsay.ResponseDenied && o.date <= r.date
		})
	})
}

// leaveOpen notes whom a proposal binds and of whom no answer is told.
func (t *table) leaveOpen() {
	for _, p := range t.proposals {
		if p.by != nobody && !t.isPrincipal(p.by) && !t.mediators[p.by] && p.deadline < 0 && !hasCondition(p) {
			continue
		}
		for _, s := range t.principals {
			answered := slices.ContainsFunc(p.responses, func(r *response) bool { return r.by == s || r.kind == hearsay.ResponseDenied })
			if p.by == s || answered || !p.text && !binds(p, s) {
				continue
			}
			last := p.said[len(p.said)-1]
			p.responses = append(p.responses, &response{by: s, kind: hearsay.ResponseNoneYet, date: t.items[last].date, said: []int{last}})
		}
	}
}

func hasCondition(p *proposal) bool {
	return slices.ContainsFunc(p.terms, func(n *term) bool { return n.condition != nil })
}

// binds reports whether a term of a proposal binds somebody.
func binds(p *proposal, s seat) bool {
	return slices.ContainsFunc(p.terms, func(n *term) bool { return slices.Contains(n.on, s) })
}

// countered notes a party that has answered a proposal and put one of its own.
func (t *table) countered() {
	for _, p := range t.proposals {
		if p.counters < 0 || !t.isPrincipal(p.by) {
			continue
		}
		o := t.proposals[p.counters]
		answered := slices.ContainsFunc(o.responses, func(r *response) bool {
			return r.by == p.by && (r.kind == hearsay.ResponseRefuse || r.kind == hearsay.ResponseConditional)
		})
		if answered && p.date >= o.date || p.date > o.date && t.isPrincipal(o.by) && p.outbids(o) {
			t.respond(o, p.by, hearsay.ResponseCounter, p.said[0])
		}
	}
}

// outbids reports whether a proposal gives other numbers for what another speaks of.
func (p *proposal) outbids(o *proposal) bool {
	return p.conflicts(o.terms)
}
