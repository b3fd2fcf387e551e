package resolve

import "slices"

// A noun phrase is about somebody the text has mentioned before if
//
//	it stands beside the name                Hanna Lovric, the registrar · the registrar, Hanna Lovric
//	it is said to be                         Holt was mayor of Velmark
//	it repeats a noun, with no more before   the foreign minister … the minister
//	it is short, and somebody salient fits    Dravna Minerals … the company
//
// and it is not if it begins with "a", or belongs to somebody else.

// resolveNominal finds or begins the entity of a noun phrase.
func (r *reading) resolveNominal(m int) {
	if r.beside(m) || r.governs(m) || r.stated(m) || r.paired(m) || r.repeats(m) || r.precedes(m) {
		return
	}
	if r.isShort(m) {
		if e := r.choose(m); e >= 0 && r.join(m, e, ReasonDescription) {
			return
		}
	}
	r.newEntity(m, ReasonFirst)
}

// isShort reports whether a phrase says too little to be about somebody new:
// "the company", "this group". "The health office in Sefra" says enough.
func (r *reading) isShort(m int) bool {
	mention := &r.mentions[m]
	if mention.definite != definite && mention.definite != demonstrative || mention.noun.sort == thing {
		return false
	}
	return mention.end == mention.head+1 && r.modifiers(m) <= mostModifiers && r.owner(m) < 0
}

// mostModifiers is how many words may stand between "the" and the noun of a
// phrase that says little: "the elite group".
const mostModifiers = 4

// modifiers returns how many words stand between "the" and the noun of a phrase.
func (r *reading) modifiers(m int) int { return r.mentions[m].head - r.mentions[m].first - 1 }

// repeats joins a phrase to the entity last mentioned that was called the same
// noun with at least the same words before it.
func (r *reading) repeats(m int) bool {
	mention := &r.mentions[m]
	if mention.definite == indefinite {
		return false
	}
	phrase := r.phraseWords(m)
	owner := r.owner(m)
	best := -1
	for _, e := range r.byWord["="+phrase[len(phrase)-1]] {
		if r.repeated(m, e, phrase, owner) && (best < 0 || r.entities[e].last > r.entities[best].last) {
			best = e
		}
	}
	return best >= 0 && r.join(m, best, ReasonSameNoun)
}

func (r *reading) repeated(m, id int, phrase []string, owner int) bool {
	e := &r.entities[id]
	mention := &r.mentions[m]
	if e.last < 0 || !r.may(m, id) || e.number == plural != (mention.number == plural) && e.number != anyNumber && mention.number != anyNumber {
		return false
	}
	if owner >= 0 && e.owner >= 0 && owner != e.owner && mention.noun.standing != private {
		return false // another minister; but a daughter may be theirs and his
	}
	if mention.definite == bare && (len(phrase) < 2 || mention.number == singular && mention.noun.sort == thing) {
		return false
	}
	for _, known := range e.called {
		if known[len(known)-1] == phrase[len(phrase)-1] && subset(phrase, known) {
			return mention.definite != bare || len(known) == len(phrase)
		}
	}
	return false
}

// subset reports whether every word of x is one of y.
func subset(x, y []string) bool {
	for _, w := range x {
		if !slices.Contains(y, w) {
			return false
		}
	}
	return true
}

// phraseWords returns the words that tell which one is meant, the noun last:
// of "the former Tessaran army chief" they are "former tessaran army chief".
func (r *reading) phraseWords(m int) []string {
	mention := &r.mentions[m]
	var out []string
	for i := max(mention.first, mention.head-longestName); i < mention.head; i++ {
		switch r.tags[i] {
		case tagJJ, tagNN, tagNNS, tagNNP, tagNNPS, tagVBN, tagVBG, tagJJS:
			if !r.ofOwner(i, mention.head) && r.placeAt(i) < 0 {
				out = append(out, r.words[i].Low)
			}
		}
	}
	return append(out, r.lemma(mention.head))
}

// ofOwner reports whether token i belongs to the owner named before a head:
// "Tessara" in "Tessara's government".
func (r *reading) ofOwner(i, head int) bool {
	for range longestPhrase {
		above := r.head(i)
		if above == head || above < 0 {
			return above == head && r.relation(i) == relPoss
		}
		i = above
	}
	return false
}

// owner returns the entity that a phrase says it belongs to, -1 for none: "its
// spokesman", "a spokesman for the ministry", "Tidewell spokesman".
func (r *reading) owner(m int) int {
	mention := &r.mentions[m]
	for i := mention.first; i < mention.end; i++ {
		if i == mention.head || r.at[i] < 0 || r.head(i) != mention.head {
			continue
		}
		if r.relation(i) == relPoss || r.relation(i) == relNmod || r.relation(i) == relComp {
			return r.mentions[r.at[i]].entity
		}
	}
	return r.placeOf(m)
}

// stated takes "the statement" for whoever made one.
func (r *reading) stated(m int) bool {
	mention := &r.mentions[m]
	if mention.noun.sort != paper || mention.speaks < 0 {
		return false
	}
	lemma := r.lemma(mention.head)
	for i := len(r.statements) - 1; i >= 0; i-- {
		if s := r.statements[i]; s.lemma == lemma && s.by >= 0 {
			return r.join(m, s.by, ReasonStatement)
		}
	}
	if by := r.issuer(m); by >= 0 {
		return r.join(m, by, ReasonStatement)
	}
	return false
}
