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

// runEnd returns where terms that begin at a token end: before a clause, a day, the
// way they were told, or a comma that no further term follows.
func (r *reading) runEnd(first, h, end int) int {
	for i := first + 1; i < end; i++ {
		low, next := r.Low(i), min(i+1, end-1)
		switch {
		case stops[low], low == "—", low == ";", low == "(":
			return i
		case r.isNumber(i) && r.Low(i-1) == "not" && i > h:
			return i - 1
		case r.isPeriodApart(i, end):
			return i
		case tree.Marks[r.Tag(i)] && low == ",":
			if !r.opensTerm(next) || r.isSpeaker(next) {
				return i
			}
		case i > h && low == "to" && r.Relation(next) == advclause && verbs[r.Tag(next)]:
			return i
		case i > h && asides[low] && r.isAside(i, end):
			return i
		case low == "but" && r.Low(next) != "not":
			return i
		case low == "and" && i > h && (finite[r.Tag(next)] || r.Tag(next) == pastPart && r.Relation(next) == conj && verbs[r.Tag(max(r.Up(next), 0))]):
			return i
		}
	}
	return end
}

var (
	stops  = setOf("which who said says after saying according because while")
	asides = setOf("by on in at during via through to as")
	// told are the ways in which terms are put, which are no part of them.
	told = setOf("telephone phone call statement letter email interview speech circular conference filing meeting talks price")
)

// isPeriodApart reports whether a comma and a distance in time stand at token i:
// ", three years earlier than".
func (r *reading) isPeriodApart(i, end int) bool {
	if r.Low(i) != "," || i+3 >= end || !r.isNumber(i+1) {
		return false
	}
	switch r.Low(i + 3) {
	case "earlier", "later", "after", "before", "ago", "more", "less", "sooner":
		return true
	}
	return false
}

// isSpeaker reports whether token i is of the words for somebody who speaks.
func (r *reading) isSpeaker(i int) bool {
	for _, a := range r.told {
		if a.Source != nil && a.Source.Overlaps(r.Doc.Tokens[i].Span) {
			return true
		}
	}
	return false
}

// isAside reports whether the preposition at token i opens a phrase that says when
// or how terms were put.
func (r *reading) isAside(i, end int) bool {
	if r.Low(i) == "as" {
		return true
	}
	for j := i + 1; j < min(end, i+4); j++ {
		if told[r.Lemma(j)] {
			return true
		}
		if tree.Marks[r.Tag(j)] || verbs[r.Tag(j)] {
			break
		}
	}
	return (r.Low(i) == "on" || r.Low(i) == "in") && r.isPast(i+1)
}

// isPast reports whether a day or time that begins at token i is one before or of
// the report.
func (r *reading) isPast(i int) bool {
	if i >= len(r.Doc.Tokens) {
		return false
	}
	at := r.Doc.Tokens[i].Start
	for _, m := range r.moments {
		if m.Span.Start == at && isDay(m.Value) {
			return r.published != "" && m.Value[:10] <= r.published
		}
	}
	return false
}

// opensTerm reports whether a further term begins at token i: "a clause on …",
// "and 800 florins", "with a payment".
func (r *reading) opensTerm(i int) bool {
	if low := r.Low(i); low == "and" || low == "with" || low == "plus" {
		i++
	}
	if i >= len(r.Words) {
		return false
	}
	switch low := r.Low(i); {
	case low == "a" || low == "an" || low == "no":
		return r.child(r.headAfter(i), subjects) < 0
	case low == "the":
		return r.Low(i-1) == "and"
	case r.isNumber(i):
		return true
	}
	return false
}

// headAfter returns the noun that a phrase beginning at token i has for its head.
func (r *reading) headAfter(i int) int {
	for i < len(r.Words)-1 && !nounTags[r.Tag(i)] {
		i++
	}
	return i
}

// nextPart returns where the next of several terms begins.
func (r *reading) nextPart(first, end int) int {
	for i := first + 1; i < end; i++ {
		if r.Low(i) == "and" && r.Low(i+1) == "for" && i > first+1 {
			return i + 2
		}
		if joins := r.Low(i) == "," || r.Low(i) == "and" || r.Low(i) == "plus"; joins && r.Low(i+1) != "and" && r.Low(i+1) != "with" && r.opensTerm(i+1) ||
			(r.Low(i) == "and" && (r.Low(i+1) == "the" || r.Low(i+1) == "on")) || r.Low(i) == "with" && r.Low(i-1) == "," {
			return i + 1
		}
	}
	return end
}

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

// beforeTurn returns where some words turn to what else happens: before "but had not
// yet tabled the figure", "and would have barred …".
func (r *reading) beforeTurn(e extent) int {
	for i := e.First + 2; i+1 < e.End; i++ {
		if r.Low(i) == "," && (r.Low(i+1) == "an" || r.Low(i+1) == "a") && offerNouns[r.Lemma(r.headAfter(i+2))] {
			return i // an offer that …
		}
		if r.Low(i) != "but" && r.Low(i) != "and" {
			continue
		}
		if r.Low(i-1) == "," && r.Tag(i+1) == tree.TagOf("VBD") {
			return i
		}
		if next := r.Tag(i + 1); next == modalTag || finite[next] && (r.Low(i) == "but" || r.Lemma(i+1) == "have" || r.Lemma(i+1) == "be" || contents[r.Lemma(i+1)] && r.Low(i-1) == ",") {
			return i
		}
	}
	return e.End
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

// conditionOf returns the words within some tokens on which token h is made to
// depend, nil for none: "if no job is touched", "in return for 400 prisoners".
func (r *reading) conditionOf(h int, in extent) *hearsay.Span {
	for i := max(h, in.First); i < in.End; i++ {
		if end, ok := r.beginsCondition(i, in); ok {
			end = r.beforePast(i, end)
			if span, ok := r.span(tree.Between(i, end)); ok {
				return &span
			}
		}
	}
	return nil
}

// beforePast returns where a condition that begins at token i ends: before what else
// somebody did, "if the captain is freed first, and denied …".
func (r *reading) beforePast(i, end int) int {
	for j := i + 3; j+1 < end; j++ {
		if r.Low(j) == "," && (r.Low(j+1) == "and" || r.Low(j+1) == "but") && j+2 < end && r.Tag(j+2) == tree.TagOf("VBD") {
			return j
		}
	}
	return end
}

// beginsCondition reports whether a condition begins at token i, and where it ends.
func (r *reading) beginsCondition(i int, in extent) (int, bool) {
	switch low := r.Low(i); {
	case low == "only" && (r.Low(i+1) == "if" || r.Low(i+1) == "after" || r.Low(i+1) == "when"):
	case low == "if" || low == "unless":
		if i > 0 && (r.Low(i-1) == "even" || r.Low(i-1) == "as") {
			return 0, false
		}
	case low == "provided" && (r.Low(i+1) == "that" || i > 0 && !verbs[r.Tag(i-1)] && r.verbAfter(i+1, in)):
	case low == "on" && r.Low(i+1) == "condition" && r.Low(i+2) == "that":
	case low == "in" && (r.Low(i+1) == "exchange" || r.Low(i+1) == "return"):
		if r.Low(i+2) != "for" {
			return i + 2, true
		}
	case low == "conditional" && r.Low(i+1) == "on" || low == "subject" && r.Low(i+1) == "to":
	default:
		return 0, false
	}
	return in.End, true
}

// verbAfter reports whether a finite verb follows soon, so that a clause begins.
func (r *reading) verbAfter(i int, in extent) bool {
	for j := i; j < min(in.End, i+7); j++ {
		if finite[r.Tag(j)] || r.Tag(j) == modalTag {
			return true
		}
		if tree.Marks[r.Tag(j)] {
			return false
		}
	}
	return false
}

// regardlessOf returns the words within some tokens that say that something
// depends on nothing.
func (r *reading) regardlessOf(in extent) *hearsay.Span {
	for i := in.First; i < in.End; i++ {
		for _, p := range regardless {
			if n := r.match(i, p.words, in.End); n > 0 {
				end := i + n
				if p.open {
					end = in.End
				} else if p.words[0] == "with" {
					end = min(in.End, end+2)
				}
				span := r.Doc.TokensSpan(i, end)
				return &span
			}
		}
	}
	return nil
}

// regardlessBefore returns the words at the beginning of a clause's sentence that say
// that it depends on nothing: "Whatever comes of the paper, the navy will stay".
func (r *reading) regardlessBefore(c *clause) *hearsay.Span {
	first := r.sentence.First
	for first < c.First && tree.Marks[r.Tag(first)] {
		first++
	}
	for comma := first + 1; comma < c.First && comma < first+14; comma++ {
		if r.Low(comma) != "," {
			continue
		}
		if s := r.regardlessOf(tree.Between(first, comma)); s != nil && r.ExtentOf(*s).First == first {
			return s
		}
		return nil
	}
	return nil
}

// match returns how many tokens from i on are the words of a phrase; 0 if they are
// not.
func (r *reading) match(i int, phrase []string, end int) int {
	n := 0
	for _, w := range phrase {
		if i+n >= end || r.Low(i+n) != w && r.Lemma(i+n) != w {
			return 0
		}
		n++
	}
	return n
}
