package dealing

import (
	"hearsay"
	"hearsay/internal/tree"
)

// # Offers named by a noun
//
//	its first offer, on 10 September, was [4.5 percent]
//	made an indicative proposal of [31.50 crowns per share]
//	The proposal is conditional on [clearance by the Authority]

// nouns reads what is said of offers and demands that a noun names.
func (r *reading) nouns(s extent) {
	for i := s.First; i < s.End; i++ {
		if dependent[r.Lemma(i)] {
			r.conditions(i)
			continue
		}
		if !offerNouns[r.Lemma(i)] && !textNouns[r.Lemma(i)] || r.Lemma(i) == "plan" || !nounTags[r.Tag(i)] || r.isTaken(i) {
			continue
		}
		c := r.clauseOf(i)
		if c == nil {
			c = &clause{verb: i, modal: -1, head: -1, extent: r.sentence}
		}
		if c.negated {
			continue
		}
		kind := hearsay.DealingOffer
		if l := r.Lemma(i); l == "demand" || l == "call" || l == "request" || l == "ultimatum" || l == "claim" {
			kind = hearsay.DealingDemand
		}
		if terms := r.nounTerms(i, c); len(terms) > 0 {
			d := hearsay.Dealing{Kind: kind, By: r.authorOf(i), Terms: terms, Cue: r.Doc.Tokens[i].Span}
			if d.By == nil && making[r.Lemma(c.verb)] && c.head != i {
				d.By = r.subjectOf(c)
			}
			if d.By == nil && r.isOffering(c) && c.head != i {
				d.By = r.subjectOf(c)
			}
			if d.By == nil && textNouns[r.Lemma(i)] {
				d.Kind, d.By = hearsay.DealingText, r.topic.by
			}
			span, _ := r.span(r.nounPhrase(i))
			d.About = &span
			r.add(c, d)
		}
	}
}

// isOffering reports whether a clause has somebody bring an offer about: "sounded
// out the board about an offer of 31 crowns".
func (r *reading) isOffering(c *clause) bool {
	switch r.Lemma(c.verb) {
	case "sound", "approach", "make", "present", "prepare", "plan", "discuss", "consider", "weigh", "put", "send", "submit", "give", "announce", "launch", "confirm", "table":
		return r.isSomebody(c)
	}
	return false
}

// isTaken reports whether token i stands in a term that has been found.
func (r *reading) isTaken(i int) bool {
	for n := len(r.found) - 1; n >= 0 && n >= len(r.found)-8; n-- {
		switch r.found[n].Kind {
		case hearsay.DealingOffer, hearsay.DealingDemand, hearsay.DealingText:
		default:
			continue
		}
		for _, w := range r.found[n].Terms {
			if w.Words.Contains(r.Doc.Tokens[i].Span) {
				return true
			}
		}
	}
	return false
}

// clauseOf returns the smallest clause of the sentence that holds token i.
func (r *reading) clauseOf(i int) *clause {
	var best *clause
	for n := range r.clauses {
		if c := &r.clauses[n]; c.Has(i) && (best == nil || c.End-c.First < best.End-best.First) {
			best = c
		}
	}
	return best
}

// nounTerms returns the terms that are told of an offer that token i names.
func (r *reading) nounTerms(i int, c *clause) []hearsay.Wording {
	if c.head == i && r.Low(c.verb) != "" {
		switch {
		case r.child(c.verb, copula) >= 0 && nounTags[r.Tag(c.verb)] && r.hasFigure(r.Below(c.verb)) && !r.compares(c):
			return r.wordings(c.verb, c.End, nil)
		case includes[r.Lemma(c.verb)]:
			if o := r.child(c.verb, objects); o > c.verb {
				return r.wordings(o, c.End, nil)
			}
			if o := r.oblique(c.verb, setOf("for")); o > c.verb {
				return r.wordings(o, c.End, nil)
			}
		}
	}
	if terms := r.nounClause(i, c); terms != nil {
		return terms
	}
	if h := r.equals(i); h >= 0 {
		return r.wordings(h, r.sentence.End, nil)
	}
	for _, k := range r.kids[i] {
		if k > i && !r.tellsTime(r.Below(k)) && (r.preposition(k) == "of" || r.preposition(k) == "for" && (r.Lemma(i) == "proposal" || r.Lemma(i) == "plan") || r.preposition(k) == "at" || r.preposition(k) == "worth") && r.hasFigure(r.Below(k)) {
			return r.wordings(k, c.End, nil)
		}
	}
	return nil
}

// nounClause returns the term that a demand or an offer has for its clause: "the
// League's demand that both ships leave".
func (r *reading) nounClause(i int, c *clause) []hearsay.Wording {
	if !offerNouns[r.Lemma(i)] && r.Lemma(i) != "proposal" || r.Low(i+1) != "that" || withdrawing[r.Lemma(c.verb)] || withdrawing[r.verbal(c.verb)] || c.negated {
		return nil
	}
	for n := range r.clauses {
		o := &r.clauses[n]
		if !o.own || o.First != i+2 || relatives[r.Tag(i+1)] && o.head < 0 {
			continue
		}
		if w, ok := r.wording(tree.Between(o.First, min(o.End, r.sentence.End)), r.subjectOf(o)); ok {
			return []hearsay.Wording{w}
		}
	}
	return nil
}

// equals returns the amount that an offer is said to be, past what stands between
// commas: "its first offer, on 10 September, was 4.5 percent"; -1 for none.
func (r *reading) equals(i int) int {
	j := i + 1
	if j < r.sentence.End && r.Low(j) == "," {
		for j++; j < min(r.sentence.End, i+12) && r.Low(j) != ","; j++ {
		}
		j++
	}
	if j+1 >= r.sentence.End || r.Lemma(j) != "be" && r.Lemma(j) != "stand" {
		return -1
	}
	for k := j + 1; k < min(r.sentence.End, j+4); k++ {
		if r.Low(k) == "until" || r.Low(k) == "by" {
			return -1 // "the offer stands until 6 p.m."
		}
		if r.isNumber(k) {
			if h := r.Up(k); h > k && h < r.sentence.End && nounTags[r.Tag(h)] {
				return h
			}
			return k
		}
	}
	return -1
}

// conditions reads what somebody makes an offer conditional on as a demand.
func (r *reading) conditions(i int) {
	c := r.clauseOf(i)
	if c == nil || i+2 >= r.sentence.End || r.Low(i+1) != "on" && r.Low(i+1) != "upon" {
		return
	}
	h := r.headAfter(i + 2)
	if u := r.Up(h); u > h && nounTags[r.Tag(u)] {
		h = u
	}
	terms := r.wordings(h, c.End, nil)
	if len(terms) == 0 {
		return
	}
	r.add(c, hearsay.Dealing{Kind: hearsay.DealingDemand, By: r.setsConditions(c), Terms: terms, Cue: r.Doc.Tokens[i].Span})
}

var dependent = setOf("conditional contingent")

// compares reports whether a clause says how a price compares with another.
func (r *reading) compares(c *clause) bool {
	for i := c.verb; i < c.End; i++ {
		switch r.Low(i) {
		case "above", "below", "than", "over":
			return true
		}
	}
	return false
}

var includes = setOf("include call provide contain foresee envisage stipulate require set_out demand")

func (r *reading) hasFigure(e extent) bool {
	for i := e.First; i < e.End; i++ {
		if r.isNumber(i) {
			return true
		}
	}
	return false
}
