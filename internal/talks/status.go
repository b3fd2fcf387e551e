package talks

import (
	"slices"

	"hearsay"
)

// refuseTerms takes a party's word that it will not do what a term would have it do
// for a no to that term: "Lower Masca will not withdraw its suit before water flows".
func (t *table) refuseTerms() {
	for i := range t.items {
		it := &t.items[i]
		if it.Kind != hearsay.DealingPosition || len(it.Terms) == 0 || it.Terms[0].Mode != hearsay.Prohibition {
			continue
		}
		on, _ := t.who.of(it.report, it.Terms[0].On)
		by := t.who.body(on)
		if !t.isPrincipal(by) {
			continue
		}
		said := read(it.Terms[0].Words.In(it.text))
		for _, p := range t.proposals {
			for _, n := range p.terms {
				if p.by != by && t.isKnown(p, it) && slices.Contains(n.on, by) && t.sharesNoun(n, said) {
					t.respond(p, by, hearsay.ResponseRefuse, i)
					t.moveTerm(n, hearsay.StatusRefused, by, it)
				}
			}
		}
	}
}

// sharesNoun reports whether some words have one of a term's that no term of another
// proposal subject has, parties and numbers aside.
func (t *table) sharesNoun(n *term, said content) bool {
	for w := range said.words {
		if !n.content.words[w] || w[0] <= '9' || t.isPartyWord(w) {
			continue
		}
		elsewhere := 0
		for _, p := range t.proposals {
			for _, m := range p.terms {
				if m != n && m.content.words[w] && !m.alike(n.content) {
					elsewhere++
				}
			}
		}
		if elsewhere == 0 {
			return true
		}
	}
	return false
}

func (t *table) isPartyWord(w string) bool {
	for _, s := range t.principals {
		if read(t.who.seats[s].text).words[w] {
			return true
		}
	}
	return false
}

// move changes the status of the terms that an answer is about: of all, where it
// names none.
func (t *table) move(p *proposal, by seat, kind hearsay.ResponseKind, it *item) {
	to := t.statusBy(p, by, kind, it)
	if to == "" {
		return
	}
	var named []*term
	for _, w := range it.Terms {
		about := read(w.Words.In(it.text))
		for _, n := range p.terms {
			if n.shares(about) || n.alike(about) {
				named = append(named, n)
			}
		}
	}
	if named == nil && (kind == hearsay.ResponseRefuse || len(it.Terms) == 0) {
		named = p.terms
	}
	for _, n := range named {
		t.moveTerm(n, to, by, it)
	}
}

func (t *table) moveTerm(n *term, to hearsay.TermStatus, by seat, it *item) {
	n.moves = append(n.moves, hearsay.Move{To: to, Saying: t.saying(it)})
	n.moveBy = append(n.moveBy, by)
	if n.status == hearsay.StatusAgreed && to == hearsay.StatusReportedAgreed {
		return
	}
	n.status = to
}

// statusBy returns what an answer makes of a term; "" : it leaves it as it is.
// What one side's unnamed official, or anybody but the one who is bound, says is
// agreed is reported-agreed.
func (t *table) statusBy(p *proposal, by seat, kind hearsay.ResponseKind, it *item) hearsay.TermStatus {
	if !t.isPrincipal(by) || p.by == by {
		return ""
	}
	switch kind {
	case hearsay.ResponseRefuse:
		return hearsay.StatusRefused
	case hearsay.ResponseAccept:
		if t.isFirm(it, by) && !p.text {
			return hearsay.StatusAgreed
		}
		return hearsay.StatusReportedAgreed
	}
	return ""
}

// isFirm reports whether an acceptance is told by the outlet itself or by the one
// who accepts, in its own name.
func (t *table) isFirm(it *item, by seat) bool {
	if it.Attribution == nil {
		return true
	}
	a := t.trace.Records[it.report].Attributions[*it.Attribution]
	if len(a.Chain) == 0 {
		return a.Cue != nil && a.Cue.Overlaps(it.Cue)
	}
	return t.speaksAlone(it.report, a.Chain, by)
}

// speaksAlone reports whether a chain ends at a party, by name, and leads there by
// nobody but it and outlets: what an unnamed official or the other side passes on of
// it, it has not said.
func (t *table) speaksAlone(report int, chain []hearsay.Voice, by seat) bool {
	own := false
	for _, v := range chain[min(1, len(chain)):] {
		if v.Identity == hearsay.Anonymous || v.Identity == hearsay.Unattributed || v.Actor == nil || v.As == nil {
			return false
		}
		s, _ := t.who.of(report, &hearsay.Doer{Words: *v.As, Actor: v.Actor})
		if t.who.kind(s) == hearsay.Outlet {
			own = false
			continue
		}
		if own = t.who.body(s) == by; !own {
			return false
		}
	}
	return own
}
