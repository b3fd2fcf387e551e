package talks

import (
	"slices"
	"strings"

	"hearsay"
)

// opposed finds sayings that cannot both hold, each with why:
//
//	offered 6.5 percent by telephone · nobody called     an offer and who denies it
//	the flow is 50 · the flow is 48                      two numbers for one term of one text
//	the demand was dropped · nothing was dropped         a demand dropped and not
//	the firm offered 5 percent · it offered 6 percent    two numbers of one day for one offer
//	the union accepted · the union refused               a yes and a no of one day
//
// Neither side is preferred, and an offer and a demand of other numbers are no
// contradiction: those are of different parties.
func (t *table) opposed() []hearsay.Opposed {
	var all []hearsay.Opposed
	add := func(p, i, j int, why string) {
		all = append(all, hearsay.Opposed{Proposal: place(p), A: t.saying(&t.items[i]), B: t.saying(&t.items[j]), Why: why})
	}
	for n, p := range t.proposals {
		for _, r := range p.responses {
			if r.kind == hearsay.ResponseDenied {
				add(n, p.said[0], r.said[0], "one says that it was put, the other that it was not")
			}
		}
		for a, x := range p.terms {
			for _, y := range p.terms[:a] {
				if p.text && x.conflicts(y.content) && x.alikeBut(y.content) {
					add(n, y.said[0], x.said[0], "two numbers for one term of one text")
				}
			}
		}
	}
	t.opposedNumbers(add)
	t.opposedAnswers(add)
	for i := range t.items {
		for j := range t.items {
			if t.contradictsDrop(&t.items[i], &t.items[j]) {
				add(-1, i, j, "one says that it was dropped, the other that it was not")
				break
			}
		}
	}
	return all
}

// alikeBut reports whether two contents say the same but for their numbers.
func (c content) alikeBut(o content) bool {
	shared, least := 0, 0
	for w := range c.words {
		if w[0] < '0' || w[0] > '9' {
			least++
			if o.words[w] {
				shared++
			}
		}
	}
	return shared > 1 && 3*shared >= 2*least
}

// contradictsDrop reports whether an item says that something was dropped, and
// another denies it.
func (t *table) contradictsDrop(drop, deny *item) bool {
	if drop.Kind != hearsay.DealingWithdraw || deny.Kind != hearsay.DealingDeny || drop.report == deny.report || drop.About == nil {
		return false
	}
	dropped, denied := read(drop.Words.In(drop.text)), read(deny.Words.In(deny.text))
	return dropped.alike(denied) && slices.ContainsFunc(deny.Terms, func(w hearsay.Wording) bool {
		return read(w.Words.In(deny.text)).alike(dropped)
	})
}

// opposedNumbers finds two reports that give different numbers for what one party put
// on one day, neither of which says that it was changed.
func (t *table) opposedNumbers(add func(p, i, j int, why string)) {
	for n, p := range t.proposals {
		for _, o := range t.proposals[:n] {
			if p.by == nobody || o.by != p.by || p.date == "" || o.date != p.date || t.isChange(p) || t.isChange(o) {
				continue
			}
			for _, x := range p.terms {
				for _, y := range o.terms {
					i, j := y.said[0], x.said[0]
					if x.conflicts(y.content) && t.items[i].report != t.items[j].report && t.items[i].Kind == t.items[j].Kind {
						add(n, i, j, "two numbers for one term, of the same day and by the same party")
					}
				}
			}
		}
	}
}

// isChange reports whether a proposal is said to change an earlier one.
func (t *table) isChange(p *proposal) bool {
	return slices.ContainsFunc(p.said, func(i int) bool {
		it := &t.items[i]
		return hasOneOf(strings.ToLower(it.Words.In(it.text)), changing)
	})
}

var changing = setOf("raised raise raises improved improve sweetened lowered lower reduced cut increased increase new better now settle later second revised final instead rather counter earlier previously first initial down up")

// opposedAnswers finds a yes and a no of one party to one proposal on one day, told by
// different reports: it cannot have given both.
func (t *table) opposedAnswers(add func(p, i, j int, why string)) {
	for n, p := range t.proposals {
		for _, yes := range p.responses {
			for _, no := range p.responses {
				if yes.kind != hearsay.ResponseAccept || no.kind != hearsay.ResponseRefuse || yes.by != no.by {
					continue
				}
				if i, j := t.sameDay(yes, no); i >= 0 {
					add(n, i, j, "one says that it was accepted, the other that it was refused, on the same day")
				}
			}
		}
	}
}

// sameDay returns a saying of each of two answers that are of one day and of different
// reports; -1 where there are none.
func (t *table) sameDay(a, b *response) (int, int) {
	for _, i := range a.said {
		for _, j := range b.said {
			if x, y := &t.items[i], &t.items[j]; x.date != "" && x.date == y.date && x.report != y.report {
				return i, j
			}
		}
	}
	return -1, -1
}
