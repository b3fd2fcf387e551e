// Package tree walks the trees of a parsed document. Stages that read by rules
// embed a [Tree] and ask it what hangs on what:
//
//	The League had agreed to free 30 captives.
//	    └─subj───────┘        below agreed: all of it; below captives: 30 captives
//
// Tokens are named by their index in the document. An index that stands for no
// token is -1.
package tree

import (
	"sort"

	"hearsay"
	"hearsay/internal/lexicon"
)

// Tree is a parsed document with the constituents its tokens head.
type Tree struct {
	Doc   *hearsay.Document
	Words []*lexicon.Word // of the document's tokens
	below []Extent
}

// Grow returns the tree of a parsed document; words are those of its tokens.
func Grow(doc *hearsay.Document, words []*lexicon.Word) Tree {
	t := Tree{Doc: doc, Words: words, below: make([]Extent, len(doc.Tokens))}
	for i := range t.below {
		t.below[i] = Extent{i, i + 1}
	}
	for i := range t.below {
		for h := t.Up(i); h >= 0 && !t.below[h].Has(i); h = t.Up(h) {
			b := &t.below[h]
			b.First, b.End = min(b.First, i), max(b.End, i+1)
		}
	}
	return t
}

// Up returns the token that i depends on, or -1.
func (t *Tree) Up(i int) int {
	if i < 0 || i >= len(t.Doc.Tokens) {
		return -1
	}
	if n := &t.Doc.Tokens[i]; n.Relation != 0 && n.Head != hearsay.NoHead {
		return n.Head
	}
	return -1
}

// Below returns the constituent that token i heads: from the first to the last of
// the tokens that hang on it at any remove, and itself.
func (t *Tree) Below(i int) Extent { return t.below[i] }

// Child returns the first dependent of token i in one of the relations, or -1.
func (t *Tree) Child(i int, in Relations) int {
	for j := t.below[i].First; j < t.below[i].End; j++ {
		if t.Up(j) == i && in[t.Doc.Tokens[j].Relation] {
			return j
		}
	}
	return -1
}

// Dominates reports whether token i stands above token j.
func (t *Tree) Dominates(i, j int) bool {
	for h := t.Up(j); h >= 0; h = t.Up(h) {
		if h == i {
			return true
		}
	}
	return false
}

// ExtentOf returns the tokens that a span touches.
func (t *Tree) ExtentOf(s hearsay.Span) Extent {
	tokens := t.Doc.Tokens
	first := sort.Search(len(tokens), func(i int) bool { return tokens[i].End > s.Start })
	end := sort.Search(len(tokens), func(i int) bool { return tokens[i].Start >= s.End })
	return Extent{first, max(first, end)}
}

// SentenceOf returns the sentence that token i stands in.
func (t *Tree) SentenceOf(i int) Extent {
	all := t.Doc.Sentences
	k := sort.Search(len(all), func(k int) bool { return all[k].End > i })
	return Extent{all[k].First, all[k].End}
}

// Span returns the span of an extent without marks at its edges; nil if nothing
// is left.
func (t *Tree) Span(e Extent) *hearsay.Span {
	if e = t.Trim(e); e.Empty() {
		return nil
	}
	s := t.Doc.TokensSpan(e.First, e.End)
	return &s
}

// Trim leaves out marks at the edges of an extent.
func (t *Tree) Trim(e Extent) Extent {
	for !e.Empty() && t.IsMark(e.First) {
		e.First++
	}
	for !e.Empty() && t.IsMark(e.End-1) {
		e.End--
	}
	return e
}

// Low returns the token in lower case; "" for no token.
func (t *Tree) Low(i int) string {
	if i < 0 || i >= len(t.Words) {
		return ""
	}
	return t.Words[i].Low
}

// Lemma returns the token's dictionary form, or the word in lower case; "" for no
// token.
func (t *Tree) Lemma(i int) string {
	if i < 0 || i >= len(t.Words) {
		return ""
	}
	if l := t.Doc.Tokens[i].Lemma; l != "" {
		return l
	}
	return t.Words[i].Low
}

// Tag returns the part of speech of token i; the zero Tag for no token.
func (t *Tree) Tag(i int) hearsay.Tag {
	if i < 0 || i >= len(t.Doc.Tokens) {
		return 0
	}
	return t.Doc.Tokens[i].Tag
}

// Relation returns how token i depends on its head; the zero Relation for no token.
func (t *Tree) Relation(i int) hearsay.Relation {
	if i < 0 || i >= len(t.Doc.Tokens) {
		return 0
	}
	return t.Doc.Tokens[i].Relation
}

// IsMark reports whether token i is punctuation.
func (t *Tree) IsMark(i int) bool { return Marks[t.Tag(i)] }
