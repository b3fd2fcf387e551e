package dealing

import (
	"hearsay"
	"hearsay/internal/tree"
)

// # Positions and threats
//
// What somebody wants, rules out or will do, told of himself or by those who speak
// for him:
//
//	"We will enter Sefra with or without a deal"     position, regardless
//	his party would quit if the road were given up   threat, on a condition
//	"not for sale at any price"                      position
//
// An outlet's own forecast ("the talks could collapse") is none: somebody must be
// said to say it.

// position reads a clause as a position or a threat.
func (r *reading) position(c *clause) {
	if conditional[c.link] || c.link == "which" || c.link == "when" || c.link == "after" || c.link == "before" {
		return
	}
	if r.isUnderNot(c) {
		return
	}
	told := r.attributionOf(r.Doc.Tokens[c.verb].Span)
	r.wholeSubject(c, told)
	own := r.ownWords(c)
	free := r.regardlessOf(tree.Between(own.First, r.tail(c, own)))
	if free == nil {
		free = r.regardlessBefore(c)
	}
	condition := r.conditionOf(own.First, r.reach(c))
	if condition == nil {
		condition = r.conditionBefore(c)
	}
	d := hearsay.Dealing{Kind: hearsay.DealingPosition, By: r.speakerOf(c, told), Condition: condition, Regardless: free}
	switch {
	case free != nil && (c.modal >= 0 || vows[r.Lemma(c.verb)]):
		if e := r.ExtentOf(*free); e.First >= c.verb && e.End > c.End {
			c.End = e.End
		}
	case told == nil && !vows[r.Lemma(c.verb)] && r.verbal(c.verb) != "rule out":
		return
	case vows[r.Lemma(c.verb)] && c.modal < 0 && r.promises(c):
		d.By = r.subjectOf(c)
	case condition != nil && r.Low(r.ExtentOf(*condition).First) == "unless", condition != nil && r.isNoDeal(*condition):
	case vows[r.Lemma(c.verb)] && condition != nil:
		d.Kind, d.By = hearsay.DealingThreat, r.subjectOf(c)
	case c.modal >= 0 && condition != nil && (hostile[r.Lemma(c.verb)] || hostile[r.verbal(c.verb)]) && r.isSomebody(c):
		d.Kind = hearsay.DealingThreat
	case c.modal >= 0 && condition != nil && strong[r.Low(c.modal)] && r.isSomebody(c):
	case c.modal >= 0 && insisting[r.Low(c.modal)] && !knowing[r.Lemma(c.verb)] && !replying[r.Lemma(c.verb)] && r.Lemma(c.verb) != "decide":
	case c.modal >= 0 && strong[r.Low(c.modal)] && r.isSomebody(c) && !silent[r.Lemma(c.verb)] && !effects[r.Lemma(c.verb)] && r.isFirm(c, own):
	case c.modal >= 0 && condition != nil && told != nil && c.head >= 0 && (talkNouns[r.Lemma(c.head)] || bidNouns[r.Lemma(c.head)]):
	case r.verbal(c.verb) == "rule out" && !c.negated && c.End > c.verb+2:
		d.By = r.subjectOf(c)
	case r.rulesOut(own):
	case r.orders(own):
		if c.End < r.sentence.End && r.Low(own.First) == "first" {
			c.End = r.sentence.End
		}
	default:
		return
	}
	by := d.By
	if c.negated && c.modal >= 0 && c.head >= 0 {
		d.Terms = r.clauseTerm(c)
	}
	r.add(c, d)
	if d.Kind == hearsay.DealingThreat || c.modal >= 0 && condition != nil && r.bargains(c, condition) {
		r.demandOf(c, by)
	}
}

// isFirm reports whether a clause says more than what somebody will do next: that
// he will not, or with all means, or never.
func (r *reading) isFirm(c *clause, own extent) bool {
	if c.negated {
		return true
	}
	for i := own.First; i < own.End; i++ {
		if totals[r.Low(i)] || r.Low(i) == "any" && taking[r.Lemma(c.verb)] {
			return true
		}
	}
	return false
}

// taking are verbs of taking a side.
var taking = setOf("veto block oppose support back vote fight resist reject accept sign join stop")

var totals = setOf("every all never nothing nobody no only always until alone")

// bargains reports whether a condition is one that somebody sets: with "only", or for
// an offer or a yes; of what one would do if others did something it may be none.
func (r *reading) bargains(c *clause, condition *hearsay.Span) bool {
	if first := r.Low(r.ExtentOf(*condition).First); first == "only" || first == "unless" || first == "provided" || first == "on" {
		return true
	}
	for i := c.verb; i < c.End; i++ {
		if accepting[r.Lemma(i)] || offerNouns[r.Lemma(i)] || textNouns[r.Lemma(i)] {
			return true
		}
	}
	return false
}

// isUnderNot reports whether a clause stands under one that is negated: of "no longer
// insists that the war must be over" nobody insists.
func (r *reading) isUnderNot(c *clause) bool {
	for i := range r.clauses {
		if o := &r.clauses[i]; o.negated && o.verb < c.First && o.Has(c.verb) && o.verb < c.verb && c.link == "that" {
			return true
		}
	}
	return false
}

// wholeSubject gives a clause that goes on after an interruption what stood before
// it: "The end of the war, the leader said, “must be written down”".
func (r *reading) wholeSubject(c *clause, told *int) {
	if c.own || c.modal < 0 || told == nil {
		return
	}
	pieces := r.told[*told].Content
	for i := 1; i < len(pieces); i++ {
		before := r.ExtentOf(pieces[i-1])
		if pieces[i].Contains(r.Doc.Tokens[c.verb].Span) && r.sentence.Has(before.First) {
			c.First = before.First
		}
	}
}

// promises reports whether a vow has a clause of its own, with what will be.
func (r *reading) promises(c *clause) bool {
	k := r.child(c.verb, clausal)
	return k > c.verb && k < c.End && (r.Lemma(c.verb) == "promise" || r.Lemma(c.verb) == "pledge" || r.Lemma(c.verb) == "vow")
}

// isNoDeal reports whether a condition is that there be no deal.
func (r *reading) isNoDeal(s hearsay.Span) bool {
	no := false
	for e := r.ExtentOf(s); e.First < e.End; e.First++ {
		no = no || negations[r.Low(e.First)]
		if no && textNouns[r.Lemma(e.First)] {
			return true
		}
	}
	return false
}

var bodies = setOf("board company government union ministry council party cabinet court coalition movement group firm operator")

// ownWords are the words of a clause up to where one within it begins.
func (r *reading) ownWords(c *clause) extent {
	e := c.extent
	for _, o := range r.clauses {
		if o.verb > c.verb && o.own && o.First > c.verb && !conditional[o.link] && o.First < e.End && !r.isRelative(o) {
			e.End = o.First
		}
	}
	return e
}

// speakerOf returns who takes the position that a clause tells: the one in whose
// words it stands, or else its subject.
func (r *reading) speakerOf(c *clause, told *int) *hearsay.Doer {
	if told != nil && r.told[*told].Source != nil && (r.told[*told].Cue == nil || !r.told[*told].Cue.Contains(r.Doc.Tokens[c.verb].Span)) {
		return r.doer(r.ExtentOf(*r.told[*told].Source))
	}
	if s := r.subjectOf(c); s != nil && (s.Actor == nil || !r.isSomebody(c)) {
		if above := r.saysThat(c); above != nil {
			return above
		}
	}
	return r.subjectOf(c)
}

// saysThat returns the subject of the verb that a clause hangs on: "told officers
// that the operation would go ahead".
func (r *reading) saysThat(c *clause) *hearsay.Doer {
	for i := c.verb; i >= 0; i = r.Up(i) {
		if h := r.Up(i); h >= 0 && clausal[r.Relation(i)] {
			if s := r.child(h, subjects); s >= 0 {
				return r.doer(r.nounPhrase(s))
			}
		}
	}
	return nil
}

// isSomebody reports whether a clause has an actor, or a pronoun for one, for its
// subject.
func (r *reading) isSomebody(c *clause) bool {
	if c.head < 0 {
		return false
	}
	switch r.Low(c.head) {
	case "i", "we", "he", "she", "they", "it":
		return true
	}
	d := r.subjectOf(c)
	return d != nil && (d.Actor != nil || sides[r.Lemma(c.head)] || bodies[r.Lemma(c.head)] || r.Low(c.subject.First) == "his" || r.Low(c.subject.First) == "her" || r.Low(c.subject.First) == "their")
}

// orders reports whether some words put one thing before another: "first the war
// ends, then the captives go home", "a guarantee before any vote".
func (r *reading) orders(e extent) bool {
	for i := e.First; i < e.End; i++ {
		if r.Low(i) == "first" && (i <= e.First+1 || r.hasModalIn(e)) {
			for j := i; j < min(r.sentence.End, i+12); j++ {
				if r.Low(j) == "then" || r.Low(j) == "second" || r.Low(j) == "afterwards" || r.Low(j) == "later" {
					return true
				}
			}
		}
		if r.Low(i) == "before" && (r.Low(i+1) == "any") {
			return true
		}
	}
	return false
}

// hasModalIn reports whether a modal verb of duty stands in some words.
func (r *reading) hasModalIn(e extent) bool {
	for i := e.First; i < e.End; i++ {
		if low := r.Low(i); low == "should" || low == "must" || low == "has" && r.Low(i+1) == "to" {
			return true
		}
	}
	return false
}

var talkNouns = setOf("strike walkout stoppage fighting war attack operation offensive blockade talk negotiation deal truce cease-fire ceasefire coalition agreement")

var (
	strong    = setOf("will would shall 'll wo ca")
	insisting = setOf("must shall")
	hostile   = setOf("bring_down walk_out walk_away pull_out call_off impose topple storm blockade occupy bomb seize cut raid veto fight quit leave strike withdraw suspend walk stop end break resign sue attack enter vote block dissolve boycott halt close pull requisition lapse call go")
)

// tail is where words that follow a clause may still belong to it.
func (r *reading) tail(c *clause, own extent) int {
	if own.End < c.End {
		return own.End
	}
	return min(r.sentence.End, c.End+8)
}

var vows = setOf("vow promise pledge swear threaten warn")

// conditionBefore returns the condition that opens the sentence of a clause.
func (r *reading) conditionBefore(c *clause) *hearsay.Span {
	for _, o := range r.clauses {
		if conditional[o.link] && o.End <= c.First && o.First >= r.sentence.First {
			e := tree.Between(o.First-1, o.End)
			if span, ok := r.span(e); ok && (c.modal >= 0 || accepting[r.Lemma(c.verb)]) {
				return &span
			}
		}
	}
	return nil
}

// rulesOut reports whether some words rule something out.
func (r *reading) rulesOut(e extent) bool {
	for i := e.First; i < e.End; i++ {
		for _, p := range closings {
			if r.match(i, p.words, e.End) > 0 {
				return true
			}
		}
	}
	return false
}

var closings = phrases("not for sale", "no plan to", "no intention of", "no plans to", "not negotiable", "non-negotiable", "red line",
	"out of the question", "not a subject", "not up for", "never accept", "under no circumstances", "not on the table")

// demandOf keeps what a clause makes something depend on as a demand of its own:
// who will sign only if a complaint is withdrawn wants it withdrawn.
func (r *reading) demandOf(c *clause, by *hearsay.Doer) {
	for n := range r.clauses {
		o := &r.clauses[n]
		if o.verb <= c.verb || o.verb >= c.End || o.head < 0 || o.link != "if" && o.link != "unless" && o.link != "provided" && !(o.link == "that" && r.Low(o.First-2) == "condition") {
			continue
		}
		w, ok := r.demanded(c, o, by)
		if !ok {
			return
		}
		terms := append([]hearsay.Wording{w}, r.alsoDemanded(o, &w)...)
		terms[0] = w
		d := hearsay.Dealing{Kind: hearsay.DealingDemand, By: by, Terms: terms, Cue: r.Doc.Tokens[o.verb].Span, Attribution: r.attributionOf(r.Doc.Tokens[c.verb].Span)}
		if len(r.found) > 0 {
			if last := r.found[len(r.found)-1]; last.Kind == hearsay.DealingThreat {
				d.Condition = &last.Words
			}
		}
		r.add(o, d)
		return
	}
}

// alsoDemanded cuts off a second clause that is made a condition by the same "if",
// and returns it: "if it opened its books and its board recommended the deal".
func (r *reading) alsoDemanded(o *clause, w *hearsay.Wording) []hearsay.Wording {
	for n := range r.clauses {
		k := &r.clauses[n]
		if k.verb <= o.verb || !k.own || k.First <= o.verb || r.Low(k.First-1) != "and" || k.link != "" && k.link != o.link {
			continue
		}
		if span := r.Doc.Tokens[k.First].Span; !w.Words.Contains(span) {
			continue
		}
		second, ok := r.wording(tree.Between(k.First, r.ExtentOf(w.Words).End), r.subjectOf(k))
		if first, fine := r.span(tree.Between(r.ExtentOf(w.Words).First, k.First-1)); ok && fine {
			w.Words = first
			return []hearsay.Wording{second}
		}
	}
	return nil
}

// demanded returns what an if-clause o says must be done: with "not", as after
// "unless", what is not to fail.
func (r *reading) demanded(c, o *clause, by *hearsay.Doer) (hearsay.Wording, bool) {
	end := o.End
	for n := range r.clauses {
		if k := &r.clauses[n]; k.verb > o.verb && k.own && k.First > o.verb && k.First < end && k.link != "that" && !r.isRelative(*k) && r.Low(k.First-1) != "and" {
			end = min(end, max(k.First, o.verb+1))
		}
	}
	end = max(end, min(c.End, o.End))
	w, ok := r.wording(tree.Between(o.First, end), r.subjectOf(o))
	same := w.On != nil && by != nil && w.On.Actor != nil && by.Actor != nil && *w.On.Actor == *by.Actor
	if o.negated && (same || pronouns[r.Tag(o.head)]) {
		if x := r.child(o.verb, objects); x > o.verb {
			w, ok = r.wording(tree.Between(r.startOf(x), end), nil)
		}
	} else if same || o.negated && o.link == "if" || o.link == "if" && r.lastIsThreat() {
		return w, false
	}
	w.Mode = hearsay.Obligation
	return w, ok
}

// lastIsThreat reports whether what was found last is a threat: its if-clause then
// tells what is not wanted, "if troops gave up a single position".
func (r *reading) lastIsThreat() bool {
	return len(r.found) > 0 && r.found[len(r.found)-1].Kind == hearsay.DealingThreat
}
