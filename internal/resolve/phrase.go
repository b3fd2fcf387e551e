package resolve

import "hearsay"

// The relations that the stage asks for, by name so that a misspelt one fails
// at once.
var (
	relNsubj   = relation("nsubj")
	relPassive = relation("nsubj:pass")
	relObj     = relation("obj")
	relIobj    = relation("iobj")
	relObl     = relation("obl")
	relNmod    = relation("nmod")
	relPoss    = relation("nmod:poss")
	relDesc    = relation("nmod:desc")
	relAppos   = relation("appos")
	relComp    = relation("compound")
	relFlat    = relation("flat")
	relAmod    = relation("amod")
	relCase    = relation("case")
	relCop     = relation("cop")
	relConj    = relation("conj")
	relCc      = relation("cc")
	relRelcl   = relation("acl:relcl")
	relAcl     = relation("acl")
	relXcomp   = relation("xcomp")
	relExpl    = relation("expl")
	relPunct   = relation("punct")
)

func relation(name string) hearsay.Relation {
	r, ok := hearsay.ParseRelation(name)
	if !ok {
		panic("resolve: no relation " + name)
	}
	return r
}

// longestPhrase bounds how far a phrase is followed to either side of its head,
// in tokens, and how many steps up a tree are taken.
const longestPhrase = 16

// longestClause bounds how far from a verb its subject is looked for, in tokens.
const longestClause = 64

// grow fills first and end of each token: the extent of all that hangs on it,
// as far as that stands together. Tokens are peeled off the trees from the
// leaves up, so the time is linear however deep a tree is.
func (r *reading) grow() {
	n := len(r.doc.Tokens)
	r.first, r.end, r.below = sized(r.first, n), sized(r.end, n), sized(r.below, n)
	for i := range n {
		r.first[i], r.end[i], r.below[i] = int32(i), int32(i+1), 0
	}
	for i := range n {
		if h := r.head(i); h >= 0 {
			r.below[h]++
		}
	}
	for i := range n {
		if r.below[i] == 0 {
			r.peel(i)
		}
	}
}

// peel hands the extent of a token whose own extent is known to its head, and
// goes on with the head if that was the last it waited for.
func (r *reading) peel(i int) {
	for r.below[i] == 0 {
		r.below[i] = -1
		h := r.head(i)
		if h < 0 {
			return
		}
		r.first[h], r.end[h] = min(r.first[h], r.first[i]), max(r.end[h], r.end[i])
		r.below[h]--
		i = h
	}
}

// sized returns a slice of n elements, whose values are left over.
func sized[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/2)
	}
	return s[:n]
}

// head returns the token that i hangs on, -1 for a root or an unparsed token.
func (r *reading) head(i int) int {
	if t := &r.doc.Tokens[i]; t.Relation != 0 {
		return t.Head
	}
	return -1
}

func (r *reading) relation(i int) hearsay.Relation { return r.doc.Tokens[i].Relation }

// phrase returns the noun phrase around a head: what stands before the noun and
// belongs to it, and the "of", "for", "at" that follow.
//
//	… said  a former senior spokesman for the ministry , who …
//	        first─┘         head┘                  end┘
func (r *reading) phrase(head int) (first, end int) {
	return r.leftEdge(head), r.rightEdge(head)
}

func (r *reading) leftEdge(head int) int {
	floor := max(r.doc.Sentences[r.sentence[head]].First, head-longestPhrase)
	first := head
	for first > floor {
		top, ok := r.childAbove(first-1, head)
		if !ok || !modifies[r.relation(top)] {
			break
		}
		first = int(r.first[top])
	}
	return max(first, floor)
}

// modifies are the relations of what stands before a noun within its phrase.
var modifies = relations("det", "amod", "compound", "nmod:poss", "nummod", "nmod:desc", "nmod:unmarked", "flat", "nmod")

func relations(names ...string) (set [hearsay.RelationCount]bool) {
	for _, name := range names {
		set[relation(name)] = true
	}
	return set
}

func (r *reading) rightEdge(head int) int {
	limit := min(r.doc.Sentences[r.sentence[head]].End, head+longestPhrase)
	end := head + 1
	for end < limit {
		top, ok := r.childAbove(end, head)
		if !ok || !follows[r.relation(top)] || int(r.end[top]) > limit || r.relation(top) == relNmod && !r.belongs(end, top) {
			break
		}
		end = max(end+1, int(r.end[top]))
	}
	return r.beforeComma(head+1, end)
}

// follows are the relations of what stands behind a noun within its phrase.
var follows = relations("nmod", "flat", "compound", "nummod", "nmod:desc")

// belongs reports whether a phrase that begins at first and is headed by top tells
// which one is meant: "of the ministry", "in Sefra", but not "on Thursday".
func (r *reading) belongs(first, top int) bool {
	switch r.words[first].Low {
	case "of", "for", "at", "in", "from", "with", "against", "between":
		return first < top
	}
	return false
}

// beforeComma cuts [first, end) at its first comma: a clause follows there.
func (r *reading) beforeComma(first, end int) int {
	for i := first; i < end; i++ {
		if r.tags[i] == tagComma {
			return i
		}
	}
	return end
}

// childAbove returns the ancestor of i, or i itself, that hangs on head.
func (r *reading) childAbove(i, head int) (int, bool) {
	for range longestPhrase {
		switch above := r.head(i); {
		case above == head:
			return i, true
		case above < 0:
			return 0, false
		default:
			i = above
		}
	}
	return 0, false
}

// headOf returns the token of the half-open range that hangs on nothing in it.
func (r *reading) headOf(first, end int) int { return headOf(r.doc, first, end) }

func headOf(doc *hearsay.Document, first, end int) int {
	for i := first; i < end; i++ {
		if above := doc.Tokens[i].Head; above < first || above >= end {
			return i
		}
	}
	return first
}

// tokensOf returns the half-open range of the tokens that a span touches.
func (r *reading) tokensOf(s hearsay.Span) (first, end int) {
	first = r.tokenAt(s.Start)
	end = first
	for end < len(r.doc.Tokens) && r.doc.Tokens[end].Start < s.End {
		end++
	}
	return first, end
}

// tokenAt returns the first token that ends after byte offset b.
func (r *reading) tokenAt(b int) int { return tokenAt(r.doc, b) }

func tokenAt(doc *hearsay.Document, b int) int {
	low, high := 0, len(doc.Tokens)
	for low < high {
		mid := (low + high) / 2
		if doc.Tokens[mid].End > b {
			high = mid
		} else {
			low = mid + 1
		}
	}
	return low
}
