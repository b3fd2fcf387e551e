package dealing

import (
	"hearsay"
	"hearsay/internal/tree"
)

// # Terms
//
// What a verb of dealing has for its object is a term, or several where objects
// are strung together:
//
//	offered [6 percent over two years] and [a payment of 800 florins]
//	demands [that troops leave the pass] and [an inquiry]
//	asked the operator [to keep the pier open]
//
// A noun that only stands for terms, such as "a new offer", is none.

// wordings returns the terms that token h and what is strung together with it
// stand for, up to a token.
func (r *reading) wordings(h, end int, on *hearsay.Doer) []hearsay.Wording {
	if r.Low(h) == "what" || r.Low(r.Below(h).First) == "what" || r.Low(r.Below(h).First) == "whatever" {
		return nil
	}
	if verbs[r.Tag(h)] && !r.isMisread(h) {
		return r.clauseWording(h, end, on)
	}
	first := r.startOf(h)
	var all []hearsay.Wording
	for stop := r.runEnd(first, h, end); first < stop; {
		next := r.nextPart(first, stop)
		if w, ok := r.wording(tree.Between(first, next), on); ok {
			all = append(all, w)
		}
		first = next
	}
	return all
}

// isMisread reports whether a figure stands as the subject of what the tree has as
// a clause: in "offered 6 percent spread over two years" nothing is spread.
func (r *reading) isMisread(h int) bool {
	s := r.child(h, subjects)
	return s >= 0 && r.hasFigure(r.nounPhrase(s)) && !r.hasModal(h) && r.child(h, auxiliary) < 0 && r.Tag(h) != tree.TagOf("VB") && !actors[r.Lemma(s)]
}

var actors = setOf("troop soldier captive prisoner hostage worker member people detainee family fighter")

// startOf returns where the noun phrase that token h heads begins.
func (r *reading) startOf(h int) int {
	first := r.Below(h).First
	for i := h - 1; i >= first; i-- {
		if verbs[r.Tag(i)] && (r.Up(i) != h || copula[r.Relation(i)]) || r.Tag(i) == modalTag {
			first = i + 1
		}
	}
	for first < h && (introductions[r.Low(first)] || r.Lemma(first) == "be" || tree.Marks[r.Tag(first)] || r.Tag(first) == tree.TagOf("CC")) {
		first++
	}
	for first < h && (introductions[r.Low(first)] || tree.Marks[r.Tag(first)] || r.Tag(first) == tree.TagOf("CC")) {
		first++
	}
	return first
}

var (
	stops  = setOf("which who said says after saying according because while")
	asides = setOf("by on in at during via through to as")
	// told are the ways in which terms are put, which are no part of them.
	told = setOf("telephone phone call statement letter email interview speech circular conference filing meeting talks price")
)

// clauseWording returns the term that is the clause of verb h, up to a token.
func (r *reading) clauseWording(h, end int, on *hearsay.Doer) []hearsay.Wording {
	if knowing[r.Lemma(h)] {
		return nil
	}
	e := tree.Between(r.Below(h).First, end)
	for e.First < h && (introductions[r.Low(e.First)] || tree.Marks[r.Tag(e.First)] && !quoteMark(r.Low(e.First))) {
		e.First++
	}
	for i := h + 1; i < e.End; i++ {
		if r.Low(i) == "," && (r.Tag(i+1) == ingTag || stops[r.Low(i+1)]) || r.Low(i) == ";" || stops[r.Low(i)] && r.Low(i) != "after" && r.Low(i) != "who" && r.Low(i) != "which" {
			e.End = i
		}
	}
	if s := r.child(h, subjects); s >= 0 {
		on = r.doer(r.nounPhrase(s))
	}
	if w, ok := r.wording(e, on); ok {
		return []hearsay.Wording{w}
	}
	return nil
}

// knowing are verbs of what nobody deals in.
var knowing = setOf("know say tell see hear identify name understand think be_told ask call speak comment discuss find_out believe")

// wording returns some tokens as a term.
func (r *reading) wording(e extent, on *hearsay.Doer) (hearsay.Wording, bool) {
	for e.First < e.End && (introductions[r.Low(e.First)] || tree.Marks[r.Tag(e.First)] && !quoteMark(r.Low(e.First)) || r.Tag(e.First) == tree.TagOf("CC")) {
		e.First++
	}
	w := hearsay.Wording{On: on, Mode: hearsay.Obligation}
	if c := r.conditionOf(e.First+1, e); c != nil {
		w.Condition = c
		e.End = r.ExtentOf(*c).First
	}
	e.End = r.beforeTurn(e)
	for e.End > e.First+1 && (tree.Marks[r.Tag(e.End-1)] || trailing[r.Low(e.End-1)] || r.Low(e.End-1) == "only" || r.Low(e.End-1) == "for" && r.Low(e.End-2) == "and") {
		e.End--
	}
	span, ok := r.span(e)
	if ok && r.tellsTime(tree.Between(e.First, min(e.End, e.First+3))) && (r.Low(e.First+2) == "ago" || r.Low(e.First+2) == "earlier") {
		return w, false // "asked for ten days ago"
	}
	if !ok || e.End == e.First+1 && !r.isNumber(e.First) && !nounTags[r.Tag(e.First)] || r.stands(e) {
		return w, false
	}
	w.Words = span
	if r.forbids(e) {
		w.Mode = hearsay.Prohibition
	} else if r.allows(e) {
		w.Mode = hearsay.Permission
	}
	return w, true
}

var (
	introductions = setOf("that to for on of with")
)

// stands reports whether some words only stand for terms: "a new pay offer".
func (r *reading) stands(e extent) bool {
	h := e.First
	for h < e.End-1 && !(nounTags[r.Tag(h)] && !nounTags[r.Tag(h+1)]) {
		h++
	}
	l := r.Lemma(h)
	if !nounTags[r.Tag(h)] || !textNouns[l] && !offerNouns[l] && !emptyNouns[l] && !wantNouns[l] {
		return pronouns[r.Tag(h)] && e.End == e.First+1
	}
	for i := e.First; i < e.End; i++ {
		if r.isNumber(i) && !(i > h && periods[r.Lemma(i+1)]) || i > h && (verbs[r.Tag(i)] && !making[r.Lemma(i)] || r.Low(i) == "of") {
			return false
		}
	}
	return true
}

func (r *reading) isNumber(i int) bool { return r.Tag(i) == tree.TagOf("CD") }

// forbids reports whether the words of a term say that something is not to be.
func (r *reading) forbids(e extent) bool {
	for i := e.First; i < min(e.End, e.First+6); i++ {
		if negations[r.Low(i)] && !bounds[r.Low(i+1)] {
			return true
		}
	}
	return false
}

// bounds are what follows "no" in "no less than 6 percent", which forbids nothing.
var bounds = setOf("less more fewer later earlier sooner")

func (r *reading) allows(e extent) bool {
	for i := e.First; i < e.End; i++ {
		if permits[r.Lemma(i)] {
			return true
		}
	}
	return false
}

var permits = setOf("may can could let allow permit")
