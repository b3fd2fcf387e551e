package dealing

import (
	"hearsay"
	"hearsay/internal/tree"
)

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

// binding are verbs by which a text has somebody do something.
var binding = setOf("require oblige bind commit force call allow permit let forbid bar")

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
