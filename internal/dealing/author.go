package dealing

import (
	"hearsay"
	"hearsay/internal/tree"
)

// authorOfBid returns who is said to have made the offer that token i names; nil for
// none and for what is no offer.
func (r *reading) authorOfBid(i int) *hearsay.Doer {
	if !bidNouns[r.Lemma(i)] {
		return nil
	}
	if by := r.authorOf(i); by != nil && by.Actor != nil {
		return by
	}
	return nil
}

// authorOf returns who is said to have made or brought the text that token i
// names: "drafted by the envoy", "the firm's offer", "a proposal from the firm".
func (r *reading) authorOf(i int) *hearsay.Doer {
	if p := r.child(i, possessor); p >= 0 {
		return r.doer(r.nounPhrase(p))
	}
	if j := i - 1; j >= r.sentence.First && r.Tag(j) == tree.TagOf("JJ") && r.Doc.Words(j)[0] >= 'A' && r.Doc.Words(j)[0] <= 'Z' && j > r.sentence.First {
		return r.doer(tree.Between(j, i+1))
	}
	for _, k := range r.kids[i] {
		if k > i && (r.preposition(k) == "from" || r.preposition(k) == "by") && !r.isTime(k) {
			return r.doer(r.nounPhrase(k))
		}
	}
	for j := i + 1; j < min(r.sentence.End, i+10); j++ {
		switch {
		case making[r.Lemma(j)] && verbs[r.Tag(j)]:
			for k := j + 1; k < min(r.sentence.End, j+5); k++ {
				if r.Low(k) == "by" {
					return r.phraseAfter(k + 1)
				}
			}
		case (r.Low(j) == "from" || r.Low(j) == "by") && !r.isTime(j+1):
			return r.phraseAfter(j + 1)
		case j == i+1 && r.Low(j) == "," && making[r.Lemma(j+1)] && r.Tag(j+1) == pastPart:
		case j == i+1 && r.Low(j) == "," && (r.Low(j+1) == "which" || r.Low(j+1) == "that") && r.Lemma(j+2) == "be" && making[r.Lemma(j+3)]:
			j += 2
		case tree.Marks[r.Tag(j)] || verbs[r.Tag(j)]:
			return nil
		}
	}
	return nil
}

// isTime reports whether a moment begins at token i or at the noun's first word.
func (r *reading) isTime(i int) bool {
	for _, m := range r.moments {
		if m.Span.Overlaps(r.Doc.Tokens[i].Span) {
			return true
		}
	}
	return false
}

// tellsTime reports whether a moment stands in some words, or a distance in time.
func (r *reading) tellsTime(e extent) bool {
	for i := e.First; i < e.End; i++ {
		if r.isTime(i) || periods[r.Lemma(i)] && (r.Low(i+1) == "ago" || r.Low(i+1) == "earlier") {
			return true
		}
	}
	return false
}

// phraseAfter returns who the noun phrase that begins at token i is about.
func (r *reading) phraseAfter(i int) *hearsay.Doer {
	for j := i; j < min(r.sentence.End, i+6); j++ {
		if nounTags[r.Tag(j)] && r.Below(j).First <= i && (r.Up(j) < i || !nounTags[r.Tag(r.Up(j))]) {
			e := r.nounPhrase(j)
			e.First = i
			return r.doer(e)
		}
	}
	return nil
}

var making = setOf("draft write hand make put present mediate broker prepare deliver submit table propose author draw carry")

// speaksForSelf reports whether somebody says a clause of himself: what he would
// do is his own offer or threat and no term of a text.
func (r *reading) speaksForSelf(c *clause) bool {
	if r.Low(c.head) == "i" || r.Low(c.head) == "we" {
		return true
	}
	subject := r.doer(c.subject)
	id := r.attributionOf(r.Doc.Tokens[c.verb].Span)
	if subject == nil || id == nil {
		return false
	}
	source := r.told[*id].Source
	if source == nil {
		return false
	}
	speaker, ok := r.who(*source)
	return ok && subject.Actor != nil && *subject.Actor == speaker
}

// setsConditions returns who makes an offer depend on something: its author, where
// the clause is about the offer, else the clause's subject or who says so.
func (r *reading) setsConditions(c *clause) *hearsay.Doer {
	if c.head >= 0 && (r.Low(c.head) == "it" || offerNouns[r.Lemma(c.head)] || textNouns[r.Lemma(c.head)]) {
		if r.topic.words != nil && r.topic.by != nil {
			return r.topic.by
		}
		if by := r.lastOffering(); by != nil {
			return by
		}
	}
	if by := r.subjectOf(c); by != nil && by.Actor != nil {
		return by
	}
	return r.speakerOf(c, r.attributionOf(r.Doc.Tokens[c.verb].Span))
}

// lastOffering returns who was last said to offer something, near before.
func (r *reading) lastOffering() *hearsay.Doer {
	for n := len(r.found) - 1; n >= 0 && n >= len(r.found)-3; n-- {
		if r.found[n].Kind == hearsay.DealingOffer && r.found[n].By != nil {
			return r.found[n].By
		}
	}
	return nil
}
