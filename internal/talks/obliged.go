package talks

import (
	"slices"
	"strings"

	"hearsay"
)

// obliged returns whom a term binds, as far as its own words and its author tell.
func (t *table) obliged(it *item, w hearsay.Wording, by seat) []seat {
	on, sides := t.onWhom(it, w.On)
	on = t.who.body(on)
	switch {
	case sides:
		return t.sides(it)
	case on != nobody && !t.mediators[on] && !t.isDoneTo(it, w, on):
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

// isDoneTo reports whether a term's words have its subject suffer what others do: "the
// pier be left alone" binds nobody called the pier.
func (t *table) isDoneTo(it *item, w hearsay.Wording, on seat) bool {
	if t.isPrincipal(on) || w.On == nil || w.On.Words.End > len(it.text) || !w.Words.Contains(w.On.Words) {
		return false
	}
	after := strings.Fields(strings.ToLower(it.text[w.On.Words.End:w.Words.End]))
	for i := 0; i+1 < len(after) && i < 3; i++ {
		if being[after[i]] {
			return isParticiple(after[i+1])
		}
	}
	return false
}

var being = setOf("be is are was were been being")

func isParticiple(word string) bool {
	return strings.HasSuffix(word, "ed") || strings.HasSuffix(word, "en") || irregular[word]
}

var irregular = setOf("left put sent cut paid held kept built let made shut brought lost told set met sold")

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

// settleObliged fills in whom a term binds where its own words do not tell: those
// whom a term of another proposal on the same thing binds.
//
// What a party comes down to is still the other's to give: a bare figure in its own
// offer binds whom the earlier figures for the same thing bound.
func (t *table) settleObliged(p *proposal) {
	for _, n := range p.terms {
		if n.bare && len(n.on) == 1 && n.on[0] == p.by && t.isPrincipal(p.by) {
			if other := t.boundBefore(p, n); other != nobody {
				n.on = []seat{other}
			}
		}
	}
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

// boundBefore returns whom the terms of earlier proposals on the same thing bind,
// where that is one other than the author and never the author; nobody else.
func (t *table) boundBefore(p *proposal, n *term) seat {
	other := nobody
	for _, o := range t.proposals[:p.place] {
		for _, m := range o.terms {
			if !n.sameThing(m.content) || len(m.on) != 1 {
				continue
			}
			if m.on[0] == p.by || other != nobody && m.on[0] != other {
				return nobody
			}
			other = m.on[0]
		}
	}
	return other
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
