package talks

import (
	"slices"

	"hearsay"
)

// opposed finds sayings that cannot both hold, each with why:
//
//	offered 6.5 percent by telephone · nobody called     an offer and who denies it
//	the flow is 50 · the flow is 48                      two numbers for one term of one text
//	the demand was dropped · nothing was dropped         a demand dropped and not
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
