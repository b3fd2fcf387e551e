package dealing

import "hearsay/internal/tree"

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
