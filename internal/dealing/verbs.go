package dealing

import (
	"hearsay"
	"hearsay/internal/tree"
)

// rule says what a verb does with terms, and where they stand.
type rule struct {
	kind  hearsay.DealingKind
	verbs string // dictionary forms, with their particle: "turn_down"
	// take names where the terms stand, in the order in which they are looked for:
	// "obj", "clause", or a preposition. "obj!" must be there and is no term itself
	// but what changes: "raised its bid to 34".
	take    string
	object  words // the object must be one of these nouns
	if_     string
	yes, no string
}

// rules; the first that has a clause's verb and finds what it takes decides.
var rules = []rule{
	{kind: hearsay.DealingOffer, verbs: "raise lift improve sweeten increase up cut lower reduce trim better", take: "to", object: offerNouns,
		yes: "The firm raised its bid to 34 crowns.", no: "The firm raised its output to 40 tonnes."},
	{kind: hearsay.DealingOffer, verbs: "offer propose table tender put_forward float", take: "obj clause",
		yes: "The firm offered 6 percent.", no: "The firm never offered 6 percent."},
	{kind: hearsay.DealingOffer, verbs: "suggest submit unveil", take: "obj",
		yes: "The mediator suggested a payment of 500 marks.", no: "The memo suggested that he knew."},
	{kind: hearsay.DealingOffer, verbs: "promise pledge undertake commit guarantee", take: "inf", if_: "bid",
		yes: "The firm raised its bid to 34 crowns and pledged to keep both plants open.", no: "The firm pledged loyalty."},
	{kind: hearsay.DealingOffer, verbs: "come_down go_up move settle", take: "to for", if_: "modal",
		yes: "The union would settle for 7 percent.", no: "She settled in the city."},
	{kind: hearsay.DealingOffer, verbs: "come_back return", take: "with", if_: "amount",
		yes: "The club would come back with 70 million, an aide said.", no: "The club came back with three players."},
	{kind: hearsay.DealingOffer, verbs: "prepared ready willing", take: "clause", if_: "acts",
		yes: "The state is prepared to release 40 captives.", no: "The state is ready to talk."},
	{kind: hearsay.DealingDemand, verbs: "want demand seek require", take: "obj clause",
		yes: "The union wants 9 percent.", no: "The union no longer wants 9 percent."},
	{kind: hearsay.DealingDemand, verbs: "ask call press push", take: "for",
		yes: "The union asks for 9 percent.", no: "He called at noon."},
	{kind: hearsay.DealingDemand, verbs: "ask insist request urge press", take: "clause on",
		yes: "The union insists that the pier be left alone.", no: "She asked why."},
	{kind: hearsay.DealingDemand, verbs: "call", take: "on", if_: "asked",
		yes: "The fund called on the board to open the books.", no: "He called on Monday."},
	{kind: hearsay.DealingDemand, verbs: "give", take: "time", if_: "",
		yes: "Orl gave Brenn a week to scrap the levy.", no: "Orl gave Brenn a week of sunshine."},
	{kind: hearsay.DealingDemand, verbs: "expect", take: "obj", if_: "return",
		yes: "It expects 400 prisoners in return.", no: "It expects rain."},
}

var ruleVerbs = func() []words {
	var all []words
	for _, r := range rules {
		all = append(all, setOf(r.verbs))
	}
	return all
}()

// deal reads an offer or a demand.
func (r *reading) deal(c *clause) bool {
	if c.link == "if" || c.link == "unless" || c.head < 0 && !c.passive || c.head >= 0 && relatives[r.Tag(c.head)] {
		return false
	}
	if c.modal >= 0 && c.head >= 0 && (textNouns[r.Lemma(c.head)] || bidNouns[r.Lemma(c.head)]) {
		return false // what a text would require is a term of it
	}
	verb, plain := r.verbal(c.verb), r.Lemma(c.verb)
	for n := range rules {
		if !ruleVerbs[n][verb] && !ruleVerbs[n][plain] && !(rules[n].if_ == "acts" && ruleVerbs[n][r.Low(c.verb)]) {
			continue
		}
		if r.apply(&rules[n], c) {
			return true
		}
	}
	return false
}

// ownOffer reads what somebody says that he or those he speaks for would do for the
// other side: "It would free the 16 captives in two groups, he added".
func (r *reading) ownOffer(c *clause) bool {
	if c.modal < 0 || c.negated || c.head < 0 || c.link != "" && c.link != "that" || !providing[r.Low(c.modal)] || r.Low(c.modal) == "must" {
		return false
	}
	if !acting[r.verbal(c.verb)] && !acting[r.Lemma(c.verb)] && !acting[r.Low(c.verb)] {
		return false
	}
	low := r.Low(c.head)
	if low != "it" && low != "we" && low != "they" && low != "i" && !r.speaksForSelf(c) || r.attributionOf(r.Doc.Tokens[c.verb].Span) == nil {
		return false
	}
	if r.regardlessOf(tree.Between(c.First, r.tail(c, c.extent))) != nil || !r.hasFigure(tree.Between(c.verb, c.End)) {
		return false
	}
	d := hearsay.Dealing{Kind: hearsay.DealingOffer, By: r.subjectOf(c), Cue: r.Doc.Tokens[c.modal].Span, Terms: r.clauseTerm(c)}
	if len(d.Terms) == 0 {
		return false
	}
	r.add(c, d)
	r.demandOf(c, d.By)
	return true
}

// apply reads a clause by a rule.
func (r *reading) apply(u *rule, c *clause) bool {
	if u.object != nil && !r.hasObject(c, u.object) {
		return false
	}
	switch u.if_ {
	case "modal":
		if (c.modal < 0 || r.Lemma(c.verb) == "move") && r.child(c.verb, objects) >= 0 || !r.isSomebody(c) {
			return false
		}
	case "bid":
		if len(r.found) == 0 || r.conditionOf(c.verb, c.extent) == nil && !r.sentence.Has(r.ExtentOf(r.found[len(r.found)-1].Cue).First) {
			return false
		}
	case "acts":
		k := r.child(c.verb, clausal)
		if k < 0 || r.onlyTalks(k) || !r.hasFigure(r.Below(k)) && !giving[r.Lemma(k)] && !acting[r.Lemma(k)] {
			return false
		}
	case "amount":
		o := r.oblique(c.verb, setOf("with"))
		if o < 0 || !r.hasFigure(r.Below(o)) || r.Tag(o) != tree.TagOf("CD") && !amounts[r.Lemma(o)] {
			return false
		}
	case "return":
		if r.oblique(c.verb, setOf("in")) < 0 || r.Low(r.oblique(c.verb, setOf("in"))) != "return" {
			return false
		}
	}
	d := hearsay.Dealing{Kind: u.kind, By: r.subjectOf(c)}
	if c.passive && u.if_ != "acts" {
		d.By, d.To = r.agentOf(c), d.By
		if r.Lemma(c.verb) != "offer" && r.Lemma(c.verb) != "ask" {
			return false
		}
	}
	d.Terms, d.To = r.take(u, c, d.By, d.To)
	if len(d.Terms) == 0 {
		return false
	}
	if c.negated {
		d.Kind = negated(u.kind, r, c)
		if d.Kind == "" {
			return false
		}
	}
	r.add(c, d)
	r.demandOf(c, d.By)
	return true
}

// onlyTalks reports whether a verb only has somebody come and talk: "return to the
// table", "resume negotiations".
func (r *reading) onlyTalks(k int) bool {
	for i := k + 1; i < min(r.sentence.End, k+5); i++ {
		switch r.Lemma(i) {
		case "table", "talk", "negotiation", "bargaining", "negotiate", "discussion":
			return true
		}
	}
	return false
}

// amounts are what sums are told in.
var amounts = setOf("percent percentage million billion thousand crown euro dollar pound mark franc florin dinar share raise rise offer")

// negated returns what it is not to do what a kind is: one who no longer demands
// takes a demand back.
func negated(kind hearsay.DealingKind, r *reading, c *clause) hearsay.DealingKind {
	for i := max(c.First, c.verb-4); i < c.verb; i++ {
		if kind == hearsay.DealingDemand && r.Low(i) == "longer" {
			return hearsay.DealingWithdraw
		}
	}
	return ""
}

// hasObject reports whether a clause's object is one of some nouns.
func (r *reading) hasObject(c *clause, nouns words) bool {
	o := r.child(c.verb, objects)
	return o >= 0 && nouns[r.Lemma(o)]
}

// agentOf returns by whom something is done in a passive clause.
func (r *reading) agentOf(c *clause) *hearsay.Doer {
	if a := r.oblique(c.verb, setOf("by")); a >= 0 {
		return r.doer(r.nounPhrase(a))
	}
	return nil
}
