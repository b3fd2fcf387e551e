// Package frame keeps of a parsed text what a comparison of statements needs: the
// words that carry meaning, who does what to whom, and what is negated.
//
//	The captives were not freed by the League.
//	     patient──────────┐       └agent
//	                    free, negated
//
// Words without meaning of their own (articles, auxiliaries, prepositions) are left
// out, and what hung on them hangs on the word above. The roles are those of deep
// grammatical relations: active and passive give the same.
package frame

import (
	"hearsay"
	"hearsay/internal/lexicon"
)

// Find returns the terms of a document that has been tagged and parsed. words are
// those of its tokens; actorAt gives for each token the ID of the actor that the
// mention or the name it belongs to is about, -1 for none.
func Find(doc *hearsay.Document, words []*lexicon.Word, actorAt []int32) []hearsay.Term {
	f := finder{doc: doc, words: words, actorAt: actorAt, at: make([]int32, len(doc.Tokens))}
	f.markPassives()
	n := f.number()
	f.terms = make([]hearsay.Term, 0, n)
	for i := range doc.Tokens {
		if f.at[i] >= 0 {
			f.terms = append(f.terms, f.term(i))
		}
	}
	f.negate()
	return f.terms
}

// finder is one run over a document.
type finder struct {
	doc     *hearsay.Document
	words   []*lexicon.Word
	actorAt []int32
	at      []int32 // of each token the term it becomes, -1 for none
	by      []bool  // of each token, whether "by" stands at it
	passive []bool  // of each token, whether it is a verb in the passive
	terms   []hearsay.Term
}

// number numbers the tokens that become terms and returns how many there are.
func (f *finder) number() int {
	n := int32(0)
	for i := range f.doc.Tokens {
		f.at[i] = -1
		if f.classOf(i) != "" {
			f.at[i] = n
			n++
		}
	}
	return int(n)
}

// classOf returns the class of a token, "" for one that becomes no term.
func (f *finder) classOf(i int) hearsay.TermClass {
	t := &f.doc.Tokens[i]
	switch t.Relation {
	case relAux, relAuxPass, relCop, relMark, relCase, relCC, relDet, relPunct, relExpl:
		if t.Relation != relMark || !isVerb(t.Tag) {
			return ""
		}
	}
	c := classes[t.Tag]
	if c == hearsay.PronounTerm && f.actorAt[i] < 0 || emptyWords[f.words[i].Low] {
		return ""
	}
	return c
}

func (f *finder) term(i int) hearsay.Term {
	t := &f.doc.Tokens[i]
	head, role := f.above(i)
	term := hearsay.Term{Span: t.Span, Lemma: t.Lemma, Class: classes[t.Tag], Head: head, Role: role}
	if a := f.actorAt[i]; a >= 0 {
		id := int(a)
		term.Actor = &id
	}
	return term
}

// above returns the nearest term over a token, and what the token is to it.
func (f *finder) above(i int) (head int, role hearsay.TermRole) {
	role = f.role(i)
	for h := f.doc.Tokens[i].Head; h != hearsay.NoHead && f.doc.Tokens[i].Relation != 0; h = f.doc.Tokens[h].Head {
		if f.at[h] >= 0 {
			return int(f.at[h]), role
		}
		if role == hearsay.RootRole {
			role = f.role(h)
		}
	}
	return hearsay.NoHead, hearsay.RootRole
}

// markPassives fills in by and passive.
func (f *finder) markPassives() {
	marks := make([]bool, 2*len(f.doc.Tokens))
	f.by, f.passive = marks[:len(f.doc.Tokens)], marks[len(f.doc.Tokens):]
	for i := range f.doc.Tokens {
		t := &f.doc.Tokens[i]
		switch {
		case t.Head == hearsay.NoHead || t.Relation == 0:
		case t.Relation == relCase:
			f.by[t.Head] = f.by[t.Head] || f.words[i].Low == "by"
		case t.Relation == relAuxPass:
			f.passive[t.Head] = true
		}
	}
}

// role returns what a token is to its head. "By" a passive is who does it, whatever
// the parser calls it.
func (f *finder) role(i int) hearsay.TermRole {
	if t := &f.doc.Tokens[i]; f.by[i] && t.Relation != 0 && t.Head != hearsay.NoHead && f.passive[t.Head] {
		return hearsay.AgentRole
	}
	r := roles[f.doc.Tokens[i].Relation]
	if r == "" {
		return hearsay.RootRole
	}
	return r
}

// negate marks what a negation stands at: the predicate that has "not" or "never",
// the noun that has "no", and the predicate whose subject or object that noun is.
func (f *finder) negate() {
	for i := range f.doc.Tokens {
		if !negations[f.words[i].Low] {
			continue
		}
		h := f.doc.Tokens[i].Head
		if f.at[i] >= 0 { // "none", "nobody"
			h = i
		}
		for h != hearsay.NoHead && f.at[h] < 0 {
			h = f.doc.Tokens[h].Head
		}
		if h == hearsay.NoHead || f.isMoreThan(i) {
			continue
		}
		f.deny(int(f.at[h]))
	}
}

// isMoreThan reports whether a "no" or "not" belongs to a number: "no fewer than".
func (f *finder) isMoreThan(i int) bool {
	return i+2 < len(f.words) && f.words[i+2].Low == "than" && f.words[i+1].Low != "longer"
}

func (f *finder) deny(k int) {
	t := &f.terms[k]
	t.Negated = true
	if t.Class != hearsay.VerbTerm && (t.Role == hearsay.AgentRole || t.Role == hearsay.PatientRole) && t.Head != hearsay.NoHead {
		f.terms[t.Head].Negated = true
	}
}
