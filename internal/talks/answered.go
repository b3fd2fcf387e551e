package talks

import (
	"slices"
	"strings"

	"hearsay"
)

// answered returns the proposal that an answer is to. An answer that names terms
// is to the last proposal that has them; another, to the last that the report, or
// else any before it, tells of. One denies an offer that is said to be one's own.
func (t *table) answered(it *item, by seat) *proposal {
	about := read(it.Words.In(it.text))
	if it.About != nil {
		about = read(it.About.In(it.text))
	}
	bare := it.About != nil && strings.EqualFold(it.About.In(it.text), "that") || it.About == nil && len(it.Terms) == 0 && it.Kind != hearsay.DealingPending
	own := it.Kind == hearsay.DealingAccept && it.About == nil && len(it.Terms) > 0 // says what is agreed to
	var best *proposal
	rank := 0
	for _, p := range t.proposals {
		mine := p.by == by || p.settled
		if mine != (it.Kind == hearsay.DealingDeny) || p.by == nobody && !p.text && !p.settled || !t.isKnown(p, it) {
			continue
		}
		r := 1
		before := t.saidBefore(p, it)
		if bare && t.nearBefore(p, it) < 2 || t.isEarlier(p, it) {
			continue // "has refused" by itself says no to what was told right before
		}
		switch {
		case t.sharesTerm(p, about):
			r = 6
		case own && !p.text:
			continue
		case it.Kind == hearsay.DealingDeny && p.settled && t.saidIn(p, it.report):
			r = 5
		case it.Kind == hearsay.DealingDeny:
			if r = t.nearBefore(p, it); r == 0 {
				continue
			}
		case len(it.Terms) > 0 && hasNumber(it, t) && !p.text:
			r = 0
		case t.named(p, it):
			r = 5
		case p.text && (before || it.bySides && t.saidIn(p, it.report)):
			r = 4
		case before:
			r = 3
		case t.saidIn(p, it.report):
			r = 2
		}
		if r > rank || r > 0 && r == rank && p.date >= best.date {
			best, rank = p, r
		}
	}
	return best
}

// isEarlier reports whether an answer is to an earlier offer than a proposal that is
// told as a new one: "raised its bid after the first approach was rejected".
func (t *table) isEarlier(p *proposal, it *item) bool {
	if it.About == nil || !hasOneOf(strings.ToLower(it.About.In(it.text)), former) {
		return false
	}
	first := &t.items[p.said[0]]
	return hasOneOf(strings.ToLower(first.Cue.In(first.text)), renewing)
}

var (
	former   = setOf("first initial earlier previous original opening")
	renewing = setOf("raise raised raises improve improved lift lifted sweeten sweetened increase increased better bettered")
)

func hasNumber(it *item, t *table) bool {
	for _, w := range it.Terms {
		if len(read(w.Words.In(it.text)).numbers) > 0 {
			return true
		}
	}
	return false
}

// sharesTerm reports whether some words have a term's number, or are one.
func (t *table) sharesTerm(p *proposal, c content) bool {
	for _, n := range p.terms {
		if n.shares(c) || len(c.words) > 1 && n.alike(c) || sharesOddNumber(&term{content: c}, n) {
			return true
		}
	}
	return false
}

// named reports whether an answer's words name the author of a proposal.
func (t *table) named(p *proposal, it *item) bool {
	if it.About == nil || p.by == nobody {
		return false
	}
	words := it.About.In(it.text)
	return strings.Contains(words, strings.Fields(t.who.seats[p.by].text)[0])
}

// saidBefore reports whether a proposal is told before an item in its report.
func (t *table) saidBefore(p *proposal, it *item) bool {
	return slices.ContainsFunc(p.said, func(i int) bool { return t.items[i].report == it.report && t.items[i].index < it.index })
}

// nearBefore says how near before an item in its report a proposal is told: 2 right
// before, 1 one further off, 0 further.
func (t *table) nearBefore(p *proposal, it *item) int {
	near := 0
	for _, i := range p.said {
		if o := &t.items[i]; o.report == it.report && o.index < it.index {
			near = max(near, 3-(it.index-o.index))
		}
	}
	return max(near, 0)
}
