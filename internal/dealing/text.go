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

// textBefore returns the noun for a text or an offer that a relative clause tells of:
// "rejected a plan that would guarantee its neighbour 400 cubic metres"; -1 for none.
func (r *reading) textBefore(c *clause) int {
	if c.head < 0 || c.modal < 0 || !providing[r.Low(c.modal)] || !relatives[r.Tag(c.modal-1)] && r.Low(c.modal-1) != "that" {
		return -1
	}
	for i := c.modal - 2; i >= max(r.sentence.First, c.modal-8); i-- {
		switch {
		case textNouns[r.Lemma(i)] || bidNouns[r.Lemma(i)]:
			return i
		case verbs[r.Tag(i)], nounTags[r.Tag(i)] && i == c.modal-2, r.Low(i) == ",":
			return -1
		}
	}
	return -1
}

// relativeTerm reads a relative clause as a term of the text that noun h names.
func (r *reading) relativeTerm(c *clause, h int) bool {
	if effects[r.Lemma(c.verb)] || knowing[r.Lemma(c.verb)] || c.negated || r.isNegatedNoun(h) {
		return false
	}
	e := r.nounPhrase(h)
	e.End = min(e.End, c.modal-1)
	words, ok := r.span(e)
	w, fine := r.wording(tree.Between(c.verb, c.End), nil)
	if !ok || !fine {
		return false
	}
	r.topic.words, r.topic.by = &words, r.authorOf(h)
	r.topic.running = true
	r.add(c, hearsay.Dealing{Kind: hearsay.DealingText, By: r.topic.by, About: &words, Cue: r.Doc.Tokens[c.modal].Span, Terms: []hearsay.Wording{w}})
	return true
}

// describes reports whether a clause only says how something will be: "the answer will
// be short".
func (r *reading) describes(c *clause) bool {
	return r.child(c.verb, copula) >= 0 && !nounTags[r.Tag(c.verb)] || r.Low(c.subject.First) == "such"
}

// isWish reports whether somebody says what every text must have, which is what he
// wants of it and no term of one that there is: "any deal must protect the jobs".
func (r *reading) isWish(c *clause) bool {
	if c.modal < 0 || r.Low(c.modal) != "must" || !textNouns[r.Lemma(c.head)] {
		return false
	}
	first := r.Low(c.subject.First)
	return first == "any" || first == "every" || first == "a" || first == "an"
}

func (r *reading) wish(c *clause) bool {
	by := r.speakerOf(c, r.attributionOf(r.Doc.Tokens[c.verb].Span))
	terms := r.clauseTerm(c)
	if by == nil || len(terms) == 0 {
		return false
	}
	r.add(c, hearsay.Dealing{Kind: hearsay.DealingDemand, By: by, Cue: r.Doc.Tokens[c.modal].Span, Terms: terms})
	return true
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

// binding are verbs by which a text has somebody do something.
var binding = setOf("require oblige bind commit force call allow permit let forbid bar")

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

// clauseTerm returns a clause as a term.
func (r *reading) clauseTerm(c *clause) []hearsay.Wording {
	e := c.extent
	w := hearsay.Wording{Mode: hearsay.Obligation}
	if c.own && !textNouns[r.Lemma(c.head)] && !bidNouns[r.Lemma(c.head)] && r.Low(c.head) != "it" {
		w.On = r.doer(c.subject)
	} else {
		e.First = c.verb
		if o := r.child(c.verb, objects); o > c.verb && (binding[r.Lemma(c.verb)]) {
			w.On = r.doer(r.nounPhrase(o))
		}
	}
	for i := c.verb + 2; i < e.End; i++ {
		if r.Low(i) == "," && (r.Low(i+1) == "a" || r.Low(i+1) == "an" || r.Low(i+1) == "the" && r.Low(i+2) == "same") {
			e.End = i
		}
	}
	if cond := r.conditionOf(c.verb, e); cond != nil {
		w.Condition = cond
		if at := r.ExtentOf(*cond).First; at > c.verb+1 {
			e.End = at
		}
	}
	e.End = r.beforeTurn(e)
	switch {
	case c.negated:
		w.Mode = hearsay.Prohibition
	case c.modal >= 0 && r.Low(c.modal) == "could":
		w.Mode = hearsay.Permission
	}
	var all []hearsay.Wording
	for _, part := range r.joinedVerbs(c, e) {
		var ok bool
		if w.Words, ok = r.span(part); ok {
			all = append(all, w)
		}
	}
	return all
}

// joinedVerbs cuts a term where one modal verb has several others behind it: of "would
// free 40 prisoners, move a ship and pay 8 million" each is a term.
func (r *reading) joinedVerbs(c *clause, e extent) []extent {
	var all []extent
	if c.modal >= 0 {
		for i := c.verb + 2; i+1 < e.End; i++ {
			if r.Tag(i) != bareTag || r.Low(i-1) != "and" && r.Low(i-1) != "," || r.Relation(i) != conj {
				continue
			}
			end := i - 1
			for end > e.First+1 && (tree.Marks[r.Tag(end-1)] || r.Low(end-1) == "and") {
				end--
			}
			all = append(all, tree.Between(e.First, end))
			e.First = i
		}
	}
	return append(all, e)
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
