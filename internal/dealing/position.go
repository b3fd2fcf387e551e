package dealing

import "hearsay"

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
	told := r.attributionOf(r.doc.Tokens[c.verb].Span)
	own := r.ownWords(c)
	free := r.regardlessOf(extent{own.first, r.tail(c, own)})
	condition := r.conditionOf(own.first, own)
	if condition == nil {
		condition = r.conditionBefore(c)
	}
	d := hearsay.Dealing{Kind: hearsay.DealingPosition, By: r.speakerOf(c, told), Condition: condition, Regardless: free}
	switch {
	case free != nil && (c.modal >= 0 || vows[r.lemma(c.verb)]):
		if e := r.extentOf(*free); e.first >= c.end {
			c.end = e.end
		}
	case told == nil && !vows[r.lemma(c.verb)]:
		return
	case vows[r.lemma(c.verb)] && condition != nil:
		d.Kind, d.By = hearsay.DealingThreat, r.subjectOf(c)
	case c.modal >= 0 && condition != nil && hostile[r.lemma(c.verb)] && r.isSomebody(c):
		d.Kind = hearsay.DealingThreat
	case c.modal >= 0 && condition != nil && strong[r.low(c.modal)] && r.isSomebody(c):
	case c.modal >= 0 && insisting[r.low(c.modal)] && !knowing[r.lemma(c.verb)]:
	case c.modal >= 0 && strong[r.low(c.modal)] && r.isSomebody(c) && !silent[r.lemma(c.verb)] && !effects[r.lemma(c.verb)]:
	case r.rulesOut(own), r.orders(own):
	default:
		return
	}
	by := d.By
	r.add(c, d)
	if d.Kind == hearsay.DealingThreat || c.modal >= 0 && condition != nil {
		r.demandOf(c, by)
	}
}

// ownWords are the words of a clause up to where one within it begins.
func (r *reading) ownWords(c *clause) extent {
	e := c.extent
	for _, o := range r.clauses {
		if o.verb > c.verb && o.own && o.first > c.verb && !conditional[o.link] && o.first < e.end && !r.isRelative(o) {
			e.end = o.first
		}
	}
	return e
}

// speakerOf returns who takes the position that a clause tells: the one in whose
// words it stands, or else its subject.
func (r *reading) speakerOf(c *clause, told *int) *hearsay.Doer {
	if told != nil && r.told[*told].Source != nil && (r.told[*told].Cue == nil || !r.told[*told].Cue.Contains(r.doc.Tokens[c.verb].Span)) {
		return r.doer(r.extentOf(*r.told[*told].Source))
	}
	return r.subjectOf(c)
}

// isSomebody reports whether a clause has an actor, or a pronoun for one, for its
// subject.
func (r *reading) isSomebody(c *clause) bool {
	if c.head < 0 {
		return false
	}
	switch r.low(c.head) {
	case "i", "we", "he", "she", "they":
		return true
	}
	d := r.subjectOf(c)
	return d != nil && (d.Actor != nil || sides[r.lemma(c.head)] || r.low(c.subject.first) == "his" || r.low(c.subject.first) == "her" || r.low(c.subject.first) == "their")
}

// orders reports whether some words put one thing before another: "first the war
// ends, then the captives go home", "a guarantee before any vote".
func (r *reading) orders(e extent) bool {
	for i := e.first; i < e.end; i++ {
		if r.low(i) == "first" && i <= e.first+1 {
			for j := i; j < min(r.sentence.end, i+12); j++ {
				if r.low(j) == "then" {
					return true
				}
			}
		}
		if r.low(i) == "before" && (r.low(i+1) == "any") {
			return true
		}
	}
	return false
}

var (
	strong    = setOf("will would shall 'll wo ca")
	insisting = setOf("must shall")
	hostile   = setOf("quit leave strike withdraw suspend walk stop end break resign sue attack enter vote block dissolve boycott halt close pull requisition lapse call go")
)

// tail is where words that follow a clause may still belong to it.
func (r *reading) tail(c *clause, own extent) int {
	if own.end < c.end {
		return own.end
	}
	return min(r.sentence.end, c.end+8)
}

var vows = setOf("vow promise pledge swear threaten warn")

// conditionBefore returns the condition that opens the sentence of a clause.
func (r *reading) conditionBefore(c *clause) *hearsay.Span {
	for _, o := range r.clauses {
		if conditional[o.link] && o.end <= c.first && o.first >= r.sentence.first {
			e := extent{o.first - 1, o.end}
			if span, ok := r.span(e); ok && c.modal >= 0 {
				return &span
			}
		}
	}
	return nil
}

// rulesOut reports whether some words rule something out.
func (r *reading) rulesOut(e extent) bool {
	for i := e.first; i < e.end; i++ {
		for _, p := range closings {
			if r.match(i, p.words, e.end) > 0 {
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
		if o.verb <= c.verb || o.verb >= c.end || o.head < 0 || o.link != "if" && o.link != "unless" && o.link != "provided" {
			continue
		}
		w, ok := r.demanded(c, o, by)
		if !ok {
			return
		}
		d := hearsay.Dealing{Kind: hearsay.DealingDemand, By: by, Terms: []hearsay.Wording{w}, Cue: r.doc.Tokens[o.verb].Span, Attribution: r.attributionOf(r.doc.Tokens[c.verb].Span)}
		if len(r.found) > 0 {
			if last := r.found[len(r.found)-1]; last.Kind == hearsay.DealingThreat {
				d.Condition = &last.Words
			}
		}
		r.add(o, d)
		return
	}
}

// demanded returns what an if-clause o says must be done: with "not", as after
// "unless", what is not to fail.
func (r *reading) demanded(c, o *clause, by *hearsay.Doer) (hearsay.Wording, bool) {
	end := o.end
	for n := range r.clauses {
		if k := &r.clauses[n]; k.verb > o.verb && k.own && k.first > o.verb && k.first < end && k.link != "that" && !r.isRelative(*k) && r.low(k.first-1) != "and" {
			end = min(end, max(k.first, o.verb+1))
		}
	}
	end = max(end, min(c.end, o.end))
	w, ok := r.wording(extent{o.first, end}, r.subjectOf(o))
	same := w.On != nil && by != nil && w.On.Actor != nil && by.Actor != nil && *w.On.Actor == *by.Actor
	if o.negated && (same || pronouns[r.tag(o.head)]) {
		if x := r.child(o.verb, objects); x > o.verb {
			w, ok = r.wording(extent{r.startOf(x), end}, nil)
		}
	} else if same || o.negated && o.link == "if" || r.hostileTo(o) {
		return w, false
	}
	w.Mode = hearsay.Obligation
	return w, ok
}

// hostileTo reports whether an if-clause tells what is not wanted: "if troops gave
// up a single position".
func (r *reading) hostileTo(o *clause) bool {
	return o.link == "if" && o.modal < 0 && r.low(o.first-2) != "only" && r.low(o.first-2) != "but" && unwanted[r.verbal(o.verb)]
}

var unwanted = setOf("give_up attack strike fail refuse reject hollow collapse break violate cross take_over cut close yield retreat take lose carry")
