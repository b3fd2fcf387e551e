package resolve

import "hearsay"

// beside joins a phrase to the name that it stands in apposition to or is said
// to be.
func (r *reading) beside(m int) bool {
	return r.acrossComma(m) || r.besideAbove(m) || r.besideBelow(m)
}

// besideAbove joins a phrase to what it hangs on as an apposition or predicate.
func (r *reading) besideAbove(m int) bool {
	head := r.mentions[m].head
	above := r.head(head)
	if above < 0 {
		return false
	}
	switch r.relation(head) {
	case relAppos:
		return r.joinBeside(m, above, ReasonApposition)
	case relConj:
		first := r.at[above]
		return first >= 0 && r.mentions[first].reason.describes() && r.joinBeside(m, above, r.mentions[first].reason)
	case relXcomp:
		return r.calledSo(m, above) || r.saidOf(m, above)
	case relObl:
		return r.isAs(head) && r.saidOf(m, above)
	case relNmod:
		return r.relation(above) == relObj && r.isAs(head) && r.saidOf(m, r.head(above)) // "won fame as an architect"
	}
	return false
}

// besideBelow joins a phrase to an apposition that hangs on it, or to its subject
// if it is a predicate.
func (r *reading) besideBelow(m int) bool {
	head := r.mentions[m].head
	copula := false
	for c := max(int(r.first[head]), head-longestClause); c < min(int(r.end[head]), head+longestPhrase); c++ {
		if r.head(c) != head {
			continue
		}
		switch r.relation(c) {
		case relCop:
			copula = true
		case relAppos, relFlat, relDesc:
			if r.joinBeside(m, c, ReasonApposition) {
				return true
			}
		}
	}
	return copula && (r.saidOf(m, head) || r.isSaidOfPerson(m, head))
}

// isSaidOfPerson joins whatever somebody is said to be to who "he" or "she" is, or to
// a person named: "she is a legend". Of what else is a subject only what is of its own
// sort is said.
func (r *reading) isSaidOfPerson(m, head int) bool {
	s := r.subjectToken(head)
	if s < 0 || r.at[s] < 0 || r.mentions[m].number == plural || r.hasCase(head) {
		return false
	}
	subject := &r.mentions[r.at[s]]
	if subject.entity < 0 || subject.form == nominal || r.entities[subject.entity].sort != person || subject.form == pronominal && subject.pronoun.class > classShe {
		return false
	}
	return r.join(m, subject.entity, ReasonPredicate)
}

// hasCase reports whether a preposition stands before a noun.
func (r *reading) hasCase(head int) bool {
	for c := int(r.first[head]); c < head; c++ {
		if r.head(c) == head && r.relation(c) == relCase {
			return true
		}
	}
	return false
}

// acrossComma joins a noun to the name right across a comma, whatever the tree
// makes of it:
//
//	Karel Ibarro, Dorsena's envoy, said …        the registrar, Hanna Lovric, said …
//
// but not in a list: the mayor, Hanna Lovric and two others.
func (r *reading) acrossComma(m int) bool {
	mention := &r.mentions[m]
	if s := mention.noun.sort; mention.number == plural || s != person && s != unknown && !s.isBody() {
		return false
	}
	if n := r.nameEndingAt(mention.first - 1); n >= 0 && (r.endsAt(mention.end) || r.isClauseOf(mention.end, mention.head)) && r.joinBeside(m, r.mentions[n].head, ReasonApposition) {
		return true
	}
	n := r.nameBeginningAt(max(mention.head+1, mention.end-longestName), mention.end+1)
	if n < 0 || !r.closes(r.names[r.mentions[n].named].End) {
		return false
	}
	return r.joinBeside(m, r.mentions[n].head, ReasonApposition)
}

// nameEndingAt returns the mention of a name that ends before the comma at token
// t, -1 for none.
func (r *reading) nameEndingAt(t int) int {
	if t <= 0 || r.words[t].Text != "," {
		return -1
	}
	return r.nameCovering(t - 1)
}

// nameBeginningAt returns the mention of a name that begins behind a comma, the
// first from token t on and before token end+1; titles may come before the name.
func (r *reading) nameBeginningAt(t, end int) int {
	for ; t < min(end, len(r.words)-1); t++ {
		if r.words[t].Text != "," || r.sentence[t] != r.sentence[t+1] {
			continue
		}
		for t++; t < len(r.words)-1; t++ {
			if _, title := titleOf(r.words[t].Low); !title || r.nameAt[t] >= 0 {
				break
			}
		}
		return r.nameCovering(t)
	}
	return -1
}

// nameCovering returns the mention of the name that covers token t, -1 for none.
func (r *reading) nameCovering(t int) int {
	n := int(r.nameAt[t])
	if n < 0 || r.names[n].Kind == hearsay.PlaceName {
		return -1
	}
	return int(r.at[r.headOf(r.names[n].First, r.names[n].End)])
}

// isClauseOf reports whether a participle or a relative pronoun at token t begins
// a clause that hangs on a noun: "an armed movement backed by Vell".
func (r *reading) isClauseOf(t, noun int) bool {
	switch r.relation(t) {
	case relAcl, relRelcl:
		return r.head(t) == noun
	}
	above := r.head(t)
	return above > t && r.tags[t] == tagWP && r.relation(above) == relRelcl && r.head(above) == noun
}

// closes reports whether an apposition may end before token t: at a mark, or
// where the verb of the phrase before it comes.
func (r *reading) closes(t int) bool { return r.endsAt(t) || isVerb[r.tags[t]] }

// endsAt reports whether a mark, or nothing, stands at token t.
func (r *reading) endsAt(t int) bool {
	if t >= len(r.words) {
		return true
	}
	switch r.words[t].Text {
	case ",", ".", ")", ";", ":", "?", "!", "\"", "—", "–", "-":
		return true
	}
	return false
}

// precedes puts off a phrase that says who the pronoun behind it is: "A former
// teacher, she joined the party in 2019." It goes where the pronoun goes.
func (r *reading) precedes(m int) bool {
	mention := &r.mentions[m]
	comma := mention.end
	if mention.definite != indefinite && mention.definite != bare || comma+1 >= len(r.words) || r.words[comma].Text != "," ||
		r.sentence[comma+1] != int32(mention.sentence) || r.relation(comma+1) != relNsubj {
		return false
	}
	next := r.at[comma+1]
	if next < 0 || r.mentions[next].form != pronominal || r.head(comma+1) == r.head(mention.head) && r.relation(mention.head) == relNsubj {
		return false
	}
	p := r.mentions[next].pronoun
	if p.class != classHe && p.class != classShe || mention.noun.sort > person {
		return false
	}
	r.ahead, r.aheadOf = m, int(next)
	return true
}

// calledSo joins what an object is called to the object: "named Holt a danger".
// With an object before it the subject is not meant.
func (r *reading) calledSo(m, verb int) bool {
	for c := verb + 1; c < min(r.mentions[m].first, verb+longestClause); c++ {
		if r.head(c) == verb && r.relation(c) == relObj {
			return r.joinBeside(m, c, ReasonPredicate)
		}
	}
	return false
}

// saidOf joins a predicate to the subject of a verb, or of the predicate itself:
// "Holt is the mayor", "Holt became mayor", "Holt served as mayor". A verb joined
// to another may have its subject there: "Holt left and became mayor".
func (r *reading) saidOf(m, verb int) bool {
	for range 3 {
		if s := r.subjectToken(verb); s >= 0 {
			return r.joinBeside(m, s, ReasonPredicate)
		}
		if r.relation(verb) != relConj || r.head(verb) < 0 {
			break
		}
		verb = r.head(verb)
	}
	return false
}

// subjectToken returns the head of a verb's subject, -1 for none.
func (r *reading) subjectToken(verb int) int {
	for c := max(int(r.first[verb]), verb-longestClause); c < verb; c++ {
		if r.head(c) == verb && (r.relation(c) == relNsubj || r.relation(c) == relPassive) {
			return c
		}
	}
	return -1
}

// isAs reports whether "as" stands before a noun.
func (r *reading) isAs(head int) bool {
	for c := int(r.first[head]); c < head; c++ {
		if r.head(c) == head && r.relation(c) == relCase {
			return r.words[c].Low == "as"
		}
	}
	return false
}

// joinBeside joins m to the entity of the mention at token t, if both are
// persons or both are bodies.
func (r *reading) joinBeside(m, t int, reason Reason) bool {
	other := int(r.at[t])
	if other < 0 || r.mentions[other].entity < 0 {
		return false
	}
	e := r.mentions[other].entity
	if reason == ReasonApposition && r.speaksWithout(m, t) {
		return false
	}
	if reason == ReasonApposition && r.isPersonAfterAll(m, e) {
		return r.join(m, e, reason)
	}
	if !r.alike(m, e) && (reason != ReasonApposition || r.mentions[m].noun.sort != thing || r.mentions[m].number == plural) {
		return false
	}
	return r.join(m, e, reason)
}

// isPersonAfterAll reports whether an apposition says that what was found to be a
// body or a place, by the look of its name, is a person: "their daughter, Lorna".
func (r *reading) isPersonAfterAll(m, e int) bool {
	x, known := &r.mentions[m], &r.entities[e]
	return x.noun.sort == person && x.number == singular && known.mayBe(person) && len(known.name()) <= 2
}

// speaksWithout reports whether m is the source of an attribution whose words
// leave token t out: what stands beside them is somebody else's name.
//
//	It had an offer from Hadderly, a director said.
func (r *reading) speaksWithout(m, t int) bool {
	a := r.mentions[m].speaks
	if a < 0 || r.source[a] != m {
		return false
	}
	first, end := r.tokensOf(*r.found[a].Source)
	return t < first || t >= end
}

// alike reports whether a phrase's noun may describe an entity.
func (r *reading) alike(m, e int) bool {
	n, known := r.mentions[m].noun, &r.entities[e]
	switch {
	case n.gender != anyGender && known.gender != anyGender && n.gender != known.gender:
		return false
	case r.mentions[m].number == plural && known.number == singular:
		return false
	case n.sort == unknown:
		return known.sort != place
	case n.sort == thing || n.sort == paper:
		return known.sort == n.sort || known.sort == unknown || !known.sure && known.sort != person
	case known.sort == thing || known.sort == paper:
		return !known.sure && (known.named || known.speaks || n.sort == unknown)
	case n.sort == person || n.sort == people:
		return known.sort == person || known.sort == people || known.sort == unknown
	case n.sort == place:
		return known.sort == place || known.sort == government || known.sort == unknown
	}
	return known.sort != person && known.sort != people
}
