package dealing

import "hearsay"

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
	if r.low(h) == "what" || r.low(r.below[h].first) == "what" || r.low(r.below[h].first) == "whatever" {
		return nil
	}
	if verbs[r.tag(h)] && !r.isMisread(h) {
		return r.clauseWording(h, end, on)
	}
	first := r.startOf(h)
	var all []hearsay.Wording
	for stop := r.runEnd(first, h, end); first < stop; {
		next := r.nextPart(first, stop)
		if w, ok := r.wording(extent{first, next}, on); ok {
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
	return s >= 0 && r.hasFigure(r.nounPhrase(s)) && !r.hasModal(h) && r.child(h, auxiliary) < 0 && r.tag(h) != tagOf("VB") && !actors[r.lemma(s)]
}

var actors = setOf("troop soldier captive prisoner hostage worker member people detainee family fighter")

// startOf returns where the noun phrase that token h heads begins.
func (r *reading) startOf(h int) int {
	first := r.below[h].first
	for i := h - 1; i >= first; i-- {
		if verbs[r.tag(i)] && r.up(i) != h || r.tag(i) == modalTag {
			first = i + 1
		}
	}
	for first < h && (introductions[r.low(first)] || r.lemma(first) == "be" || marks[r.tag(first)] || r.tag(first) == tagOf("CC")) {
		first++
	}
	for first < h && (introductions[r.low(first)] || marks[r.tag(first)] || r.tag(first) == tagOf("CC")) {
		first++
	}
	return first
}

// runEnd returns where terms that begin at a token end: before a clause, a day, the
// way they were told, or a comma that no further term follows.
func (r *reading) runEnd(first, h, end int) int {
	for i := first + 1; i < end; i++ {
		low, next := r.low(i), min(i+1, end-1)
		switch {
		case stops[low], low == "—", low == ";", low == "(":
			return i
		case r.isNumber(i) && r.low(i-1) == "not" && i > h:
			return i - 1
		case r.isPeriodApart(i, end):
			return i
		case marks[r.tag(i)] && low == ",":
			if !r.opensTerm(next) || r.isSpeaker(next) {
				return i
			}
		case i > h && low == "to" && r.relation(next) == advclause && verbs[r.tag(next)]:
			return i
		case i > h && asides[low] && r.isAside(i, end):
			return i
		case low == "but" && r.low(next) != "not":
			return i
		case low == "and" && i > h && (finite[r.tag(next)] || r.tag(next) == pastPart && r.relation(next) == conj && verbs[r.tag(max(r.up(next), 0))]):
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
	if r.low(i) != "," || i+3 >= end || !r.isNumber(i+1) {
		return false
	}
	switch r.low(i + 3) {
	case "earlier", "later", "after", "before", "ago", "more", "less", "sooner":
		return true
	}
	return false
}

// isSpeaker reports whether token i is of the words for somebody who speaks.
func (r *reading) isSpeaker(i int) bool {
	for _, a := range r.told {
		if a.Source != nil && a.Source.Overlaps(r.doc.Tokens[i].Span) {
			return true
		}
	}
	return false
}

// isAside reports whether the preposition at token i opens a phrase that says when
// or how terms were put.
func (r *reading) isAside(i, end int) bool {
	if r.low(i) == "as" {
		return true
	}
	for j := i + 1; j < min(end, i+4); j++ {
		if told[r.lemma(j)] {
			return true
		}
		if marks[r.tag(j)] || verbs[r.tag(j)] {
			break
		}
	}
	return (r.low(i) == "on" || r.low(i) == "in") && r.isPast(i+1)
}

// isPast reports whether a day or time that begins at token i is one before or of
// the report.
func (r *reading) isPast(i int) bool {
	if i >= len(r.doc.Tokens) {
		return false
	}
	at := r.doc.Tokens[i].Start
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
	if low := r.low(i); low == "and" || low == "with" || low == "plus" {
		i++
	}
	if i >= len(r.words) {
		return false
	}
	switch low := r.low(i); {
	case low == "a" || low == "an" || low == "no":
		return r.child(r.headAfter(i), subjects) < 0
	case low == "the":
		return r.low(i-1) == "and"
	case r.isNumber(i):
		return true
	}
	return false
}

// headAfter returns the noun that a phrase beginning at token i has for its head.
func (r *reading) headAfter(i int) int {
	for i < len(r.words)-1 && !nounTags[r.tag(i)] {
		i++
	}
	return i
}

// nextPart returns where the next of several terms begins.
func (r *reading) nextPart(first, end int) int {
	for i := first + 1; i < end; i++ {
		if joins := r.low(i) == "," || r.low(i) == "and" || r.low(i) == "plus"; joins && r.low(i+1) != "and" && r.low(i+1) != "with" && r.opensTerm(i+1) ||
			(r.low(i) == "and" && (r.low(i+1) == "the" || r.low(i+1) == "on")) || r.low(i) == "with" && r.low(i-1) == "," {
			return i + 1
		}
	}
	return end
}

// clauseWording returns the term that is the clause of verb h, up to a token.
func (r *reading) clauseWording(h, end int, on *hearsay.Doer) []hearsay.Wording {
	if knowing[r.lemma(h)] {
		return nil
	}
	e := extent{r.below[h].first, end}
	for e.first < h && (introductions[r.low(e.first)] || marks[r.tag(e.first)] && !quoteMark(r.low(e.first))) {
		e.first++
	}
	for i := h + 1; i < e.end; i++ {
		if r.low(i) == "," && (r.tag(i+1) == ingTag || stops[r.low(i+1)]) || r.low(i) == ";" || stops[r.low(i)] && r.low(i) != "after" && r.low(i) != "who" && r.low(i) != "which" {
			e.end = i
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
	for e.first < e.end && (introductions[r.low(e.first)] || marks[r.tag(e.first)] && !quoteMark(r.low(e.first)) || r.tag(e.first) == tagOf("CC")) {
		e.first++
	}
	w := hearsay.Wording{On: on, Mode: hearsay.Obligation}
	if c := r.conditionOf(e.first+1, e); c != nil {
		w.Condition = c
		e.end = r.extentOf(*c).first
	}
	for e.end > e.first+1 && (marks[r.tag(e.end-1)] || trailing[r.low(e.end-1)] || r.low(e.end-1) == "only") {
		e.end--
	}
	span, ok := r.span(e)
	if !ok || e.end == e.first+1 && !r.isNumber(e.first) && !nounTags[r.tag(e.first)] || r.stands(e) {
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
	h := e.first
	for h < e.end-1 && !(nounTags[r.tag(h)] && !nounTags[r.tag(h+1)]) {
		h++
	}
	l := r.lemma(h)
	if !nounTags[r.tag(h)] || !textNouns[l] && !offerNouns[l] && !emptyNouns[l] && !wantNouns[l] {
		return pronouns[r.tag(h)] && e.end == e.first+1
	}
	for i := e.first; i < e.end; i++ {
		if r.isNumber(i) || i > h && (verbs[r.tag(i)] && !making[r.lemma(i)] || r.low(i) == "of") {
			return false
		}
	}
	return true
}

func (r *reading) isNumber(i int) bool { return r.tag(i) == tagOf("CD") }

// forbids reports whether the words of a term say that something is not to be.
func (r *reading) forbids(e extent) bool {
	for i := e.first; i < min(e.end, e.first+6); i++ {
		if negations[r.low(i)] {
			return true
		}
	}
	return false
}

func (r *reading) allows(e extent) bool {
	for i := e.first; i < e.end; i++ {
		if permits[r.lemma(i)] {
			return true
		}
	}
	return false
}

var permits = setOf("may can could let allow permit")

// conditionOf returns the words within some tokens on which token h is made to
// depend, nil for none: "if no job is touched", "in return for 400 prisoners".
func (r *reading) conditionOf(h int, in extent) *hearsay.Span {
	for i := max(h, in.first); i < in.end; i++ {
		if end, ok := r.beginsCondition(i, in); ok {
			if span, ok := r.span(extent{i, end}); ok {
				return &span
			}
		}
	}
	return nil
}

// beginsCondition reports whether a condition begins at token i, and where it ends.
func (r *reading) beginsCondition(i int, in extent) (int, bool) {
	switch low := r.low(i); {
	case low == "only" && (r.low(i+1) == "if" || r.low(i+1) == "after" || r.low(i+1) == "when"):
	case low == "if" || low == "unless":
		if i > 0 && (r.low(i-1) == "even" || r.low(i-1) == "as") {
			return 0, false
		}
	case low == "provided" && (r.low(i+1) == "that" || i > 0 && !verbs[r.tag(i-1)] && r.verbAfter(i+1, in)):
	case low == "on" && r.low(i+1) == "condition" && r.low(i+2) == "that":
	case low == "in" && (r.low(i+1) == "exchange" || r.low(i+1) == "return"):
		if r.low(i+2) != "for" {
			return i + 2, true
		}
	case low == "conditional" && r.low(i+1) == "on" || low == "subject" && r.low(i+1) == "to":
	default:
		return 0, false
	}
	return in.end, true
}

// verbAfter reports whether a finite verb follows soon, so that a clause begins.
func (r *reading) verbAfter(i int, in extent) bool {
	for j := i; j < min(in.end, i+7); j++ {
		if finite[r.tag(j)] || r.tag(j) == modalTag {
			return true
		}
		if marks[r.tag(j)] {
			return false
		}
	}
	return false
}

// regardlessOf returns the words within some tokens that say that something
// depends on nothing.
func (r *reading) regardlessOf(in extent) *hearsay.Span {
	for i := in.first; i < in.end; i++ {
		for _, p := range regardless {
			if n := r.match(i, p.words, in.end); n > 0 {
				end := i + n
				if p.open {
					end = in.end
				} else if p.words[0] == "with" {
					end = min(in.end, end+2)
				}
				span := r.doc.TokensSpan(i, end)
				return &span
			}
		}
	}
	return nil
}

// match returns how many tokens from i on are the words of a phrase; 0 if they are
// not.
func (r *reading) match(i int, phrase []string, end int) int {
	n := 0
	for _, w := range phrase {
		if i+n >= end || r.low(i+n) != w && r.lemma(i+n) != w {
			return 0
		}
		n++
	}
	return n
}
