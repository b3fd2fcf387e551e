package talks

import (
	"cmp"
	"slices"
	"strings"

	"hearsay"
)

// # What becomes of a term
//
//	the union dropped its demand for 9 percent     withdrawn, by who wanted it
//	16 captives were freed on Monday               implemented, by whom it binds
//	no such offer was ever made, the firm said     denied, by who is said to have made it
//
// Each takes somebody who answers for it: the outlet in its own voice, the party
// itself, or anybody who is named, for a thing done. What an unnamed official says of
// them moves nothing.

// settle finds what became of the terms beside the answers to them, and puts the
// moves of each in the order of their days.
func (t *table) settle() {
	for i := range t.items {
		switch it := &t.items[i]; it.Kind {
		case hearsay.DealingWithdraw:
			t.takeBack(it)
		case hearsay.DealingDeny:
			t.denyTerms(it)
		}
	}
	for i := range t.deeds {
		t.carryOut(&t.deeds[i])
	}
	for _, p := range t.proposals {
		for _, n := range p.terms {
			n.sortMoves()
		}
	}
}

// sortMoves orders moves by their days; the status is as the last that counts made it.
func (n *term) sortMoves() {
	order := make([]int, len(n.moves))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(n.moves[a].Date, n.moves[b].Date) })
	moves, by := make([]hearsay.Move, len(order)), make([]seat, len(order))
	for i, o := range order {
		moves[i], by[i] = n.moves[o], n.moveBy[o]
	}
	n.moves, n.moveBy = moves, by
}

// takeBack moves what a party is said, by itself or by the outlet, to want or offer no
// longer: the terms of its own that the words name, or else its last proposal.
func (t *table) takeBack(it *item) {
	by := t.who.body(it.by)
	if !t.isFirm(it, by) || t.isContradicted(it) {
		return
	}
	about := read(it.Words.In(it.text))
	var last *proposal
	for _, p := range t.proposals {
		if p.by != by || !t.isKnown(p, it) {
			continue
		}
		named := false
		for _, n := range p.terms {
			if t.isAbout(n, about) {
				t.moveTerm(n, hearsay.StatusWithdrawn, by, it)
				named = true
			}
		}
		if named {
			return
		}
		last = p
	}
	if last != nil && it.About != nil && t.namesWhole(it) {
		for _, n := range last.terms {
			t.moveTerm(n, hearsay.StatusWithdrawn, by, it)
		}
	}
}

// namesWhole reports whether what is taken back is called an offer and no more is
// said of it: "withdrew its bid".
func (t *table) namesWhole(it *item) bool {
	c := read(it.About.In(it.text))
	return len(c.words) <= 2 && len(c.numbers) == 0 && hasOneOf(strings.ToLower(it.About.In(it.text)), wholes)
}

var wholes = setOf("offer bid proposal plan draft approach offers demands terms proposals counter-offer counterproposal ultimatum demand")

// isContradicted reports whether somebody denies that a thing was taken back.
func (t *table) isContradicted(drop *item) bool {
	return slices.ContainsFunc(t.items, func(o item) bool { return t.contradictsDrop(drop, &o) })
}

// isAbout reports whether some words speak of a term: they give its number, or share
// two of its words that name no party.
func (t *table) isAbout(n *term, said content) bool {
	if n.conflicts(said) {
		return false
	}
	return n.shares(said) || t.shared(n, said) >= 2
}

// shared counts the words that a term has in common with others, parties and numbers
// left out.
func (t *table) shared(n *term, said content) int {
	count := 0
	for w := range n.words0() {
		if said.words[w] && !t.isPartyWord(w) {
			count++
		}
	}
	return count
}

// denyTerms moves what a party denies ever to have put. Where another party says so
// too, the terms are denied; else somebody still says that they were put, and the two
// stand as they are said.
func (t *table) denyTerms(it *item) {
	if !t.deniesOffer(it) {
		return
	}
	by := t.who.body(it.by)
	for _, p := range t.proposals {
		if !slices.ContainsFunc(p.responses, func(r *response) bool { return r.kind == hearsay.ResponseDenied && t.isOf(r, it) }) {
			continue
		}
		for _, n := range p.terms {
			others := slices.ContainsFunc(n.moveBy, func(s seat) bool { return s != by })
			agree := others && slices.ContainsFunc(n.moves, func(m hearsay.Move) bool { return m.To == hearsay.StatusDenied })
			was := n.status
			if t.moveTerm(n, hearsay.StatusDenied, by, it); !agree {
				n.status = was
			}
		}
	}
}

// isOf reports whether an answer rests on an item.
func (t *table) isOf(r *response, it *item) bool {
	return slices.ContainsFunc(r.said, func(i int) bool { return &t.items[i] == it })
}

// carryOut moves the terms that a thing done is what they ask.
func (t *table) carryOut(it *item) {
	if !t.isAnswered(it) {
		return
	}
	said := read(it.Words.In(it.text))
	by := t.who.body(it.by)
	for _, p := range t.proposals {
		if !t.isKnown(p, it) || it.date < p.date || t.isSameReportBefore(p, it) {
			continue
		}
		for _, n := range p.terms {
			if t.isDoneBy(n, by) && t.fulfils(n, said, it) {
				t.moveTerm(n, hearsay.StatusImplemented, by, it)
			}
		}
	}
}

// isSameReportBefore reports whether a proposal is first told of after an item in the
// same report, so that what the item tells is history.
func (t *table) isSameReportBefore(p *proposal, it *item) bool {
	first := &t.items[p.said[0]]
	return first.report == it.report && it.Words.Start < first.Words.Start && !it.stated
}

// isAnswered reports whether somebody answers for what is told: the outlet itself, or
// one who is named.
func (t *table) isAnswered(it *item) bool {
	if it.Attribution == nil {
		return true
	}
	for _, v := range t.trace.Records[it.report].Attributions[*it.Attribution].Chain {
		if v.Identity == hearsay.Anonymous || v.Identity == hearsay.Unattributed || v.Identity == hearsay.GroupIdentity {
			return false
		}
	}
	return true
}

// isDoneBy reports whether a party may be the one whom a term binds.
func (t *table) isDoneBy(n *term, by seat) bool {
	return by == nobody || len(n.on) == 0 || slices.Contains(n.on, by)
}

// fulfils reports whether a thing done is all that a term asks: every number of it,
// and the deed. That four of 16 captives were freed is no end of it.
func (t *table) fulfils(n *term, said content, it *item) bool {
	if n.mode == hearsay.Prohibition || n.conflicts(said) {
		return false
	}
	for _, x := range n.counts() {
		if !slices.ContainsFunc(said.numbers, func(y number) bool { return x.value == y.value && (x.of == y.of || y.of == "" || x.of == "") }) {
			return false
		}
	}
	text := t.words(n.words)
	if !t.sameDeed(it.Cue.In(it.text), text) {
		return false
	}
	least := min(2, len(n.words0()))
	if len(n.counts()) > 0 {
		least = 1
	}
	return t.shared(n, said) >= least
}

// counts are a term's numbers that are no length of time.
func (n *term) counts() []number {
	return slices.DeleteFunc(slices.Clone(n.numbers), func(x number) bool { return spans[x.of] || x.value <= 1 })
}

// sameDeed reports whether the verb of a thing done is what a term has: the same, one
// of its kin, or one that says that anything was done.
func (t *table) sameDeed(cue, term string) bool {
	verb := stem(strings.ToLower(cue))
	if whole[verb] {
		return true
	}
	words := read(term).words
	if words[verb] {
		return true
	}
	for _, kin := range deedKin {
		if !kin[verb] {
			continue
		}
		for w := range words {
			if kin[w] {
				return true
			}
		}
	}
	return false
}

// deedKin are stems of words for one deed, verbs and nouns.
var deedKin = []map[string]bool{
	stems("free release freed liberate release send hand swap exchange trade return"),
	stems("withdraw withdrew withdrawn withdrawal leave left pull pulled retreat vacate"),
	stems("open opened reopen opening lift lifted unblock"),
	stems("pay paid payment raise raised rise lift increase"),
	stems("end ended stop stopped halt cease cease-fire ceasefire truce pause suspend call"),
	stems("drop dropped withdraw withdrew withdrawn scrap lift"),
	stems("sign signed ratify approve approved"),
}

// whole are stems of verbs that say that anything agreed on was done.
var whole = stems("implement complete completed fulfil fulfill carry honour honor enact took take came come")

func stems(all string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(all) {
		set[stem(w)] = true
	}
	return set
}
