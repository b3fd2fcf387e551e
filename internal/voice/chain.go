package voice

import (
	"slices"

	"hearsay"
	"hearsay/internal/tree"
)

// shareSources gives a telling to nobody the source of the verb that its own is
// joined to: "The union asks for 8 percent and insists …".
func (t *tracer) shareSources() {
	for k := range t.tellings {
		n := &t.tellings[k]
		if n.speaker >= 0 || n.verb < 0 || t.Relation(n.verb) != conj || t.child(n.verb, nsubj, nsubjPass, auxPass) >= 0 {
			continue
		}
		for _, j := range t.around(n.verb) {
			if first := &t.tellings[j]; first.verb == t.Up(n.verb) && first.speaker >= 0 && first.source.First < n.verb {
				n.Source, n.source, n.speaker = first.Source, first.source, first.speaker
				break
			}
		}
	}
}

// rightWithin puts right what stands within what where the tree knows better
// than the contents, whose edges are often wrong:
//
//	Welk told them that the order, first reported by Daybreak, was genuine.
//	     └──────────────► order ──► reported        told is not within reported
//
//	Dravna confirmed that it had received what it called a draft.
//	       └──ccomp──► received ──► what ──► called      called is within confirmed
func (t *tracer) rightWithin() {
	byVerb := map[int]int{}
	for k := range t.tellings {
		if n := &t.tellings[k]; n.verb >= 0 && n.speaker >= 0 {
			byVerb[n.verb] = k
		}
	}
	for k := range t.tellings {
		n := &t.tellings[k]
		switch w := n.within; {
		case n.verb < 0:
		case w >= 0 && n.source.Overlaps(t.tellings[w].source):
			n.within = t.tellings[w].within // "wrote … and blamed …": one voice
		case w >= 0 && t.tellsOf(n.verb, t.tellings[w].verb):
			n.within = t.tellings[w].within
		case w >= 0 && t.Relation(n.verb) == acl && publishes[t.Lemma(n.verb)]:
			n.within = t.tellings[w].within // "the order, first reported by Daybreak,": the outlet says so
		case w < 0:
			if outer := t.outerByTree(n.verb, byVerb); outer >= 0 && t.goesOnAt(&t.tellings[outer], n) {
				t.put(k, outer)
			}
		}
	}
}

// put has telling k stand within outer, unless outer stands within k.
func (t *tracer) put(k, outer int) {
	for o := outer; o >= 0; o = t.tellings[o].within {
		if o == k {
			return
		}
	}
	t.tellings[k].within = outer
}

// tellsOf reports whether a verb's noun or clause has another verb that only says
// more of it.
func (t *tracer) tellsOf(verb, other int) bool {
	return other >= 0 && isOneOf(t.Relation(other), []hearsay.Relation{acl, relcl}) && t.Dominates(verb, other)
}

// outerByTree returns the telling in whose complement clause a verb stands, or -1.
func (t *tracer) outerByTree(verb int, byVerb map[int]int) int {
	step := t.Relation(verb)
	for h := t.Up(verb); h >= 0; h = t.Up(h) {
		if k, ok := byVerb[h]; ok {
			if step == ccomp && h < verb {
				return k
			}
			return -1
		}
		step = t.Relation(h)
	}
	return -1
}

// goesOnAt reports whether the words of a telling begin where a content of another
// ends.
func (t *tracer) goesOnAt(outer, n *telling) bool {
	first := n.cue.First
	if !n.source.Empty() {
		first = min(first, n.source.First)
	}
	for _, c := range n.Content {
		first = min(first, t.ExtentOf(c).First)
	}
	for _, c := range outer.Content {
		if t.ExtentOf(c).End == first {
			return true
		}
	}
	return false
}

// rightContents mends contents that say nothing. A telling within another whose
// content is no more than a mark, a "that" or its own source gets the words up to
// the end of the clause behind its cue; an outermost one whose content is its own
// source gets what stands behind the cue and what was put in between:
//
//	The agency reported on Monday, citing an aide, [that the dam would open].
//	└─source─┘                     └─put between┘
//
// One within another without any words is left out.
func (t *tracer) rightContents() {
	for k := range t.tellings {
		n := &t.tellings[k]
		if n.verb < 0 || t.hasWords(n) {
			continue
		}
		rest := t.saidBehind(n)
		if c := t.Span(t.Trim(rest)); c != nil {
			n.Content = []hearsay.Span{*c}
		} else if n.within >= 0 {
			n.gone = true
		}
	}
}

func (t *tracer) hasWords(n *telling) bool {
	for _, c := range n.Content {
		e := t.ExtentOf(c)
		for i := e.First; i < e.End; i++ {
			if !t.IsMark(i) && !n.source.Has(i) && (n.within < 0 || t.Tag(i) != preposition) {
				return true
			}
		}
	}
	return false
}

// saidBehind returns the words behind a cue that are said by it: of an outermost
// telling from the first "that" on, or from behind what commas put between.
func (t *tracer) saidBehind(n *telling) extent {
	first, end := n.cue.End, t.sentenceOf(n.verb).End
	if n.within >= 0 {
		return tree.Between(first, t.clauseEnd(first, end))
	}
	for i := first; i < end; i++ {
		if t.Low(i) == "that" && (i == first || t.IsMark(i-1)) {
			return tree.Between(i, end)
		}
	}
	if first < end && t.Low(first) == "," {
		if next := t.clauseEnd(first+1, end); next < end {
			return tree.Between(next, end)
		}
	}
	return tree.Between(first, end)
}

// findChains puts the chains together, those that enclose before those within.
func (t *tracer) findChains() {
	for n := range t.tellings {
		t.findChain(n)
	}
}

func (t *tracer) findChain(n int) []hearsay.Voice {
	this := &t.tellings[n]
	if this.Chain != nil {
		return this.Chain
	}
	chain, why := []hearsay.Voice{{Identity: hearsay.OutletIdentity}}, []string{"it publishes"}
	if w := this.within; w >= 0 {
		chain, why = slices.Clone(t.findChain(w)), slices.Clone(t.tellings[w].why)
	}
	for _, words := range this.relays {
		v := t.identify(words, t.headOf(words), n)
		chain, why = append(chain, t.voice(words, v.identity)), append(why, v.why)
	}
	last := t.identify(this.source, this.speaker, n)
	switch {
	case this.within >= 0:
	case last.identity == hearsay.OutletIdentity || t.isPrompt(this):
		this.Chain, this.why = chain[:1], why[:1]
		return this.Chain
	}
	chain, why = append(chain, t.voice(this.source, last.identity)), append(why, last.why)
	t.tellLast(&chain[len(chain)-1], this)
	this.Chain, this.why = chain, why
	return chain
}

// voice returns the hop of some words.
func (t *tracer) voice(words extent, identity hearsay.Identity) hearsay.Voice {
	if words.Empty() {
		return hearsay.Voice{Identity: identity}
	}
	v := hearsay.Voice{As: t.Span(words), Identity: identity}
	if v.As == nil { // marks alone
		s := t.Doc.TokensSpan(words.First, words.End)
		v.As = &s
	}
	if actor, ok := t.actorOf(words); ok && !(identity == hearsay.Anonymous && t.cast.Named[actor]) {
		v.Actor = &actor
	}
	head := t.headOf(words)
	v.Medium = t.mediumOf(head)
	if identity == hearsay.Anonymous {
		v.Anonymity = t.anonymity(words, head)
	}
	return v
}

// tellLast fills in what the whole of a telling tells of the one who speaks.
func (t *tracer) tellLast(v *hearsay.Voice, n *telling) {
	v.Medium = t.medium(n, v.Medium)
	v.Occasion = t.occasion(n)
	if actor, ok := t.actorOf(n.whom); ok {
		n.Addressee = &actor
	}
}

// isPrompt reports whether a telling without a source is the outlet's own
// question: "Asked whether …".
func (t *tracer) isPrompt(n *telling) bool {
	return n.speaker < 0 && n.verb >= 0 && t.Lemma(n.verb) == "ask"
}
