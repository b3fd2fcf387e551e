package dealing

import (
	"strings"

	"hearsay"
	"hearsay/internal/tree"
)

// take returns the terms that stand where a rule says, and with whom they are
// dealt.
func (r *reading) take(u *rule, c *clause, by, to *hearsay.Doer) ([]hearsay.Wording, *hearsay.Doer) {
	var on *hearsay.Doer
	if u.kind == hearsay.DealingOffer {
		on = by
	}
	for place := range strings.FieldsSeq(u.take) {
		if terms := r.toDo(c, on); (place == "clause" || place == "inf") && len(terms) > 0 {
			return terms, to
		}
		switch place {
		case "obj":
			if o := r.object(c.verb); o >= 0 && o > c.verb && !r.isAddressee(c, o) {
				if terms := r.objectTerms(c, o, on); len(terms) > 0 {
					return terms, to
				}
			}
		case "inf":
			if k := r.child(c.verb, clausal); k > c.verb && r.Relation(k) == xcomp {
				if terms := r.wordings(k, c.End, on); len(terms) > 0 {
					return terms, to
				}
			}
		case "time":
			return r.granted(c)
		case "clause":
			if k := r.child(c.verb, clausal); k > c.verb && r.isRequest(k, c) {
				if o := r.child(c.verb, objects); o >= 0 && o < k && u.kind == hearsay.DealingDemand {
					on = r.doer(r.nounPhrase(o))
					to = on
				}
				if terms := r.wordings(k, c.End, on); len(terms) > 0 {
					return terms, to
				}
			}
		default:
			o := r.oblique(c.verb, words{place: true})
			if o < 0 && u.object != nil {
				o = r.amountAfter(place, c)
			}
			if o > c.verb {
				if u.if_ == "asked" {
					return r.asked(c, o)
				}
				if terms := r.wordings(o, c.End, on); len(terms) > 0 {
					return terms, to
				}
			}
		}
	}
	return nil, to
}

// object returns the object of a verb: what the tree has for one, or an amount right
// behind the verb that has no preposition, "proposed 62 million"; -1 for none.
func (r *reading) object(verb int) int {
	if o := r.child(verb, objects); o >= 0 {
		return o
	}
	for _, k := range r.kids[verb] {
		if k > verb && nominal[r.Relation(k)] && r.preposition(k) == "" && r.Below(k).First <= verb+2 && r.hasFigure(tree.Between(verb+1, k+1)) && !r.tellsTime(r.Below(k)) {
			return k
		}
	}
	return -1
}

// acting are verbs of what one side can do for the other.
var acting = setOf("release free leave withdraw pull stop halt cease open lift raise cut reduce pay return allow let guarantee keep close hand suspend drop end extend restore reopen recognise recognize cede share supply fund")

// amountAfter returns the noun of an amount that follows a preposition in a clause,
// wherever the tree has it: "raised its offer for the firm to 34 crowns"; -1 for none.
func (r *reading) amountAfter(preposition string, c *clause) int {
	for i := c.verb + 1; i < c.End-1; i++ {
		if r.Low(i) == preposition && r.isNumber(i+1) {
			if h := r.Up(i + 1); h > i+1 && h < c.End {
				return h
			}
			return i + 1
		}
	}
	return -1
}

// toDo returns the term that stands right after a verb as "to" and a verb of acting,
// whatever the tree makes of it: "offered to free 22 engineers".
func (r *reading) toDo(c *clause, on *hearsay.Doer) []hearsay.Wording {
	i := c.verb + 1
	for i < c.End && adverbs[r.Tag(i)] {
		i++
	}
	if i+1 >= c.End || r.Low(i) != "to" || !acting[r.Lemma(i+1)] && !acting[r.Low(i+1)] {
		return nil
	}
	if k := r.child(c.verb, clausal); k == i+1 {
		return nil // the tree has it right
	}
	w, ok := r.wording(tree.Between(i+1, c.End), on)
	if !ok {
		return nil
	}
	return []hearsay.Wording{w}
}

// objectTerms returns the terms that an object heads. They begin right after the
// verb: of "the levy doubled to 40 crowns a tonne" a tree may have only the end.
func (r *reading) objectTerms(c *clause, o int, on *hearsay.Doer) []hearsay.Wording {
	first := c.verb + 1
	for first < o && (adverbs[r.Tag(first)] || particles[r.Low(first)] || tree.Marks[r.Tag(first)]) {
		first++
	}
	for i := first; i < c.End; i++ {
		if r.Low(i) == ":" && r.stands(tree.Between(first, i)) {
			first, o = i+1, max(o, i+1)
		}
	}
	if k := r.child(c.verb, tree.RelationsOf("iobj")); k > 0 || pronouns[r.Tag(first)] && first < o {
		return r.wordings(o, c.End, on)
	}
	if first < o && (r.startOf(o) <= first || r.Below(o).First <= first) && r.Low(first-1) != ":" {
		return r.wordings(o, c.End, on)
	}
	var all []hearsay.Wording
	for stop := r.runEnd(first, first, c.End); first < stop; {
		next := r.nextPart(first, stop)
		if w, ok := r.wording(tree.Between(first, next), on); ok {
			all = append(all, w)
		}
		first = next
	}
	return all
}

// asked returns what somebody is called on to do: "called on the board to open the
// books".
func (r *reading) asked(c *clause, whom int) ([]hearsay.Wording, *hearsay.Doer) {
	to := r.doer(r.nounPhrase(whom))
	for i := whom + 1; i < c.End; i++ {
		if r.Low(i) == "to" && i+1 < len(r.Words) && (verbs[r.Tag(i+1)] || r.Tag(i) == toTag || quoteMark(r.Low(i+1))) {
			w := hearsay.Wording{On: to, Mode: hearsay.Obligation}
			var ok bool
			if w.Words, ok = r.span(tree.Between(i+1, c.End)); ok {
				return []hearsay.Wording{w}, to
			}
		}
	}
	return nil, to
}

// granted returns what somebody is given some time to do: "gave Brenn a week to scrap
// the levy or face duties".
func (r *reading) granted(c *clause) ([]hearsay.Wording, *hearsay.Doer) {
	period := -1
	for i := c.verb + 1; i+1 < c.End && i < c.verb+12; i++ {
		switch {
		case periods[r.Lemma(i)] || r.isTime(i):
			period = i
		case period >= 0 && i <= period+3 && r.Low(i) == "to" && verbs[r.Tag(i+1)]:
			return r.timed(c, i+1)
		case tree.Marks[r.Tag(i)]:
			return nil, nil
		}
	}
	return nil, nil
}

// timed returns the term that begins with the verb at token k, for whoever stands
// right after the clause's verb.
func (r *reading) timed(c *clause, k int) ([]hearsay.Wording, *hearsay.Doer) {
	if knowing[r.Lemma(k)] || replying[r.Lemma(k)] || deciding[r.Lemma(k)] || studying[r.Lemma(k)] || r.onlyTalks(k-1) {
		return nil, nil
	}
	to := r.phraseAfter(c.verb + 1)
	end := c.End
	for i := k + 1; i < end; i++ {
		if r.Low(i) == "or" && i > k+1 || tree.Marks[r.Tag(i)] {
			end = i
		}
	}
	w, ok := r.wording(tree.Between(k, end), to)
	if !ok {
		return nil, to
	}
	return []hearsay.Wording{w}, to
}

// isAddressee reports whether an object is the one who is asked.
func (r *reading) isAddressee(c *clause, o int) bool {
	k := r.child(c.verb, clausal)
	if k <= o {
		return false
	}
	for _, m := range r.kids[k] {
		if r.Low(m) == "to" && m > o {
			return true
		}
	}
	return r.Relation(k) == xcomp && r.Low(k-1) == "to"
}

// isRequest reports whether a clause says what is to be done and not what is the
// case: an infinitive, a subjunctive, or a modal.
func (r *reading) isRequest(k int, c *clause) bool {
	if r.Relation(k) == xcomp {
		return true
	}
	for _, a := range r.kids[k] {
		if inside[r.Relation(a)] && finite[r.Tag(a)] && r.Lemma(c.verb) == "insist" {
			return false
		}
	}
	return !finite[r.Tag(k)] || r.Lemma(c.verb) != "insist"
}
