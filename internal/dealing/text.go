package dealing

import (
	"hearsay"
	"hearsay/internal/tree"
)

// # Texts on the table
//
// Terms are often told without anybody offering them:
//
//	Under the plan handed over by two mediators, the Front would free 16 captives.
//	A diplomat briefed on the text said troops would leave the pass.
//	The text was drafted by the envoy. It would trade 16 captives for 320 prisoners.
//
// So a clause with "would" is a term of a text if the text is named in it, in what
// comes before it in the sentence, or in a sentence of the paragraph that had
// terms or the text itself for its topic.

// topic is the text that a paragraph speaks of.
type topic struct {
	paragraph int
	words     *hearsay.Span // the text
	by        *hearsay.Doer // who is said to have put it
	running   bool          // the sentence before had the text for its subject, or terms of it
}

// textOf returns the first text that a sentence names, and takes it for the topic.
func (r *reading) textOf(s extent) bool {
	for i := s.First; i < s.End; i++ {
		if by := r.authorOfBid(i); by != nil {
			r.authors[r.Lemma(i)] = by
		}
		if !textNouns[r.Lemma(i)] && !r.isToldAsText(i) || !nounTags[r.Tag(i)] || r.isNegatedNoun(i) {
			continue
		}
		e := r.nounPhrase(i)
		span, ok := r.span(e)
		if !ok {
			continue
		}
		by := r.authorOf(i)
		if c := r.clauseOf(i); by == nil && c != nil && making[r.Lemma(c.verb)] && c.head >= 0 && r.child(c.verb, objects) == i {
			by = r.subjectOf(c)
		}
		if by == nil {
			by = r.authors[r.Lemma(i)]
		} else if by.Actor != nil {
			r.authors[r.Lemma(i)] = by
		}
		if r.topic.words == nil || by != nil || !r.topic.running {
			if by == nil {
				by = r.topic.by
			}
			r.topic.words, r.topic.by = &span, by
		}
		return true
	}
	return false
}

// namesBid reports whether some words are for an offer and not for a text.
func (r *reading) namesBid(words hearsay.Span) bool {
	for e := r.ExtentOf(words); e.First < e.End; e.First++ {
		if bidNouns[r.Lemma(e.First)] {
			return true
		}
	}
	return false
}

// isToldAsText reports whether token i names an offer whose terms its sentence tells:
// "under the offer", "the offer would raise pay".
func (r *reading) isToldAsText(i int) bool {
	if !bidNouns[r.Lemma(i)] {
		return false
	}
	if r.preposition(i) == "under" {
		return true
	}
	for n := range r.clauses {
		if c := &r.clauses[n]; c.head == i && c.modal >= 0 && providing[r.Low(c.modal)] {
			return true
		}
	}
	return false
}

// isNegatedNoun reports whether token i names no text that there is: "no deal",
// "with or without a deal".
func (r *reading) isNegatedNoun(i int) bool {
	for j := max(r.sentence.First, i-4); j < i; j++ {
		if negations[r.Low(j)] || r.Low(j) == "without" {
			return true
		}
	}
	return false
}

// textTerm reads a clause as a term of the text that is spoken of.
func (r *reading) textTerm(c *clause) bool {
	if h := r.textBefore(c); h >= 0 {
		return r.relativeTerm(c, h)
	}
	if c.head < 0 || c.link == "which" || conditional[c.link] || r.topic.words == nil || !r.provides(c) {
		return false
	}
	l := r.Lemma(c.verb)
	if effects[l] || knowing[l] || dependent[l] || replying[l] || studying[l] || r.describes(c) || !verbs[r.Tag(c.verb)] && c.modal < 0 || pronouns[r.Tag(c.head)] && r.Low(c.head) != "it" && r.Low(c.head) != "they" || r.speaksForSelf(c) {
		return false
	}
	if r.regardlessOf(tree.Between(c.First, r.sentence.End)) != nil || r.regardlessBefore(c) != nil || !r.isUnder(c) {
		return false
	}
	if r.isWish(c) {
		return r.wish(c)
	}
	d := hearsay.Dealing{Kind: hearsay.DealingText, By: r.topic.by, About: r.topic.words, Cue: r.Doc.Tokens[max(c.modal, c.verb)].Span}
	if c.modal >= 0 {
		d.Cue = r.Doc.Tokens[c.modal].Span
	}
	if d.By != nil && r.namesBid(*d.About) {
		d.Kind = hearsay.DealingOffer
	}
	if cond := r.conditionOf(c.verb, c.extent); cond != nil && r.isNoDeal(*cond) {
		return false // what somebody will do without a deal is in no text
	}
	d.Terms = r.clauseTerm(c)
	if len(d.Terms) == 0 {
		return false
	}
	r.add(c, d)
	return true
}

// describes reports whether a clause only says how something will be: "the answer will
// be short".
func (r *reading) describes(c *clause) bool {
	return r.child(c.verb, copula) >= 0 && !nounTags[r.Tag(c.verb)] || r.Low(c.subject.First) == "such"
}

// provides reports whether a clause says what a text has: with "would", or in the
// present with the text for its subject, "the draft sets the flow at 50".
func (r *reading) provides(c *clause) bool {
	if c.modal >= 0 {
		return providing[r.Low(c.modal)]
	}
	if c.negated {
		return false // of what a draft leaves out nobody is bound
	}
	if !c.own && contents[r.Lemma(c.verb)] && r.Relation(c.verb) == conj && r.textInSubject(c) {
		return true
	}
	return textNouns[r.Lemma(c.head)] && contents[r.Lemma(c.verb)] && (r.Lemma(c.head) != "plan" || r.isPublic(c.head))
}

// textInSubject reports whether a clause joined by "and" goes on with what a text
// that opens the sentence says or does: "A draft says …, and obliges the state to …".
func (r *reading) textInSubject(c *clause) bool {
	if r.Low(c.verb-1) != "and" {
		return false
	}
	for n := range r.clauses {
		if o := &r.clauses[n]; o.own && o.verb < c.verb && o.head >= 0 && textNouns[r.Lemma(o.head)] && o.First == r.clauses[0].First {
			return true
		}
	}
	return false
}

// isPublic reports whether a plan is one that is put to others: a Cassian plan, a
// peace plan, a plan to end something; what a firm plans for itself is not.
func (r *reading) isPublic(i int) bool {
	if r.authorOf(i) != nil {
		return true
	}
	for j := r.Below(i).First; j < i; j++ {
		switch low := r.Low(j); {
		case low == "peace" || low == "truce" || low == "settlement" || low == "ceasefire" || low == "cease-fire":
			return true
		case r.Tag(j) == tree.TagOf("JJ") && r.Doc.Words(j)[0] >= 'A' && r.Doc.Words(j)[0] <= 'Z', r.Tag(j) == tree.TagOf("NNP"):
			return true
		}
	}
	return r.Low(i+1) == "to" && (r.Low(i+2) == "end" || r.Low(i+2) == "stop" || r.Low(i+2) == "settle" || r.Low(i+2) == "free")
}

var (
	// contents are what a text does.
	contents  = setOf("set give require call provide oblige bind let allow grant include contain foresee envisage stipulate limit cap raise cut commit promise offer guarantee")
	providing = setOf("would could will shall must 'd 'll")
	// effects are what a text does not provide for but may lead to, or what is said of it.
	effects = setOf("be cost save send need value mean help make become take seem like prove depend represent lift ease be_able say have know see think")
)

// isUnder reports whether the text is named before a clause in its sentence, or
// what the sentence before was about.
func (r *reading) isUnder(c *clause) bool {
	if r.topic.running {
		return true
	}
	at := r.ExtentOf(*r.topic.words).First
	return r.sentence.Has(at) && (at < c.verb || at < c.End && r.Low(at) == "under" || at > 0 && at < c.End && r.Low(at-1) == "under")
}

// settleTopic says whether the sentence after this one goes on with its text.
func (r *reading) settleTopic(named bool, found []hearsay.Dealing) {
	r.topic.running = named
	for _, d := range found {
		if d.Kind == hearsay.DealingText {
			r.topic.running = true
		}
	}
}
