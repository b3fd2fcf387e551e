package measure

import (
	"iter"

	"hearsay"
)

// What the sentence's tree says of a token. Where a sentence was not parsed, a
// token has no head and nothing depends on it.

func (l *line) token(t int) *hearsay.Token { return &l.doc.Tokens[t] }

// head returns the token that t depends on, or hearsay.NoHead.
func (l *line) head(t int) int {
	if t < l.first || t >= l.end || l.token(t).Relation == 0 {
		return hearsay.NoHead
	}
	return l.token(t).Head
}

// branches lists what depends on each token of a sentence, in order.
type branches struct {
	first []int32 // by token: the first that depends on it, -1: none
	next  []int32 // by token: the next that depends on the same
}

func (b *branches) grow(doc *hearsay.Document, from, end int) {
	b.first, b.next = b.first[:0], b.next[:0]
	for range end - from {
		b.first, b.next = append(b.first, hearsay.NoHead), append(b.next, hearsay.NoHead)
	}
	for t := end - 1; t >= from; t-- {
		token := &doc.Tokens[t]
		if h := token.Head; token.Relation != 0 && h >= from && h < end {
			b.next[t-from], b.first[h-from] = b.first[h-from], int32(t-from)
		}
	}
}

// children yields what depends on token t.
func (l *line) children(t int) iter.Seq[int] {
	return func(yield func(int) bool) {
		if t < l.first || t >= l.end {
			return
		}
		c := l.below.first[t-l.first]
		for c >= 0 && yield(l.first+int(c)) {
			c = l.below.next[c]
		}
	}
}

// child returns the first token that depends on t in one of the relations.
func (l *line) child(t int, in relations) int {
	for c := range l.children(t) {
		if in[l.token(c).Relation] {
			return c
		}
	}
	return hearsay.NoHead
}

// maxClimb is how many steps up a tree are followed: no sentence that people
// write needs more.
const maxClimb = 16

// relations is a set of relations.
type relations [hearsay.RelationCount]bool

func relationSet(names ...string) (set relations) {
	for _, name := range names {
		set[mustRelation(name)] = true
	}
	return set
}

var (
	subjects  = relationSet("nsubj", "nsubj:pass")
	objects   = relationSet("obj")
	auxiliary = relationSet("aux", "aux:pass")
	passives  = relationSet("aux:pass")
	marks     = relationSet("mark")
	ofNoun    = relationSet("nmod")
	conjoined = relationSet("conj")
	told      = relationSet("ccomp", "parataxis")
	relative  = relationSet("acl:relcl")
	inPhrase  = relationSet("nummod", "compound", "amod", "advmod", "det", "case", "nmod:unmarked", "nmod", "flat", "nmod:desc", "obl:unmarked", "dep", "fixed")
)

// isPassive reports whether the verb t is passive, or a participle by itself.
func (l *line) isPassive(t int) bool {
	if l.child(t, passives) >= 0 {
		return true
	}
	return l.token(t).Tag == tagVBN && l.child(t, auxiliary) < 0
}

// clause returns the token that the clause around t hangs on: the nearest one
// above t, or t itself, that is a verb or has a subject.
func (l *line) clause(t int) int {
	for steps := 0; t >= 0 && steps < maxClimb; steps++ {
		if isVerb[l.token(t).Tag] && !inPhrase[l.token(t).Relation] || l.child(t, subjects) >= 0 {
			return t
		}
		t = l.head(t)
	}
	return hearsay.NoHead
}
