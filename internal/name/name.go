// Package name finds the proper names of people, organisations and places.
//
//	The Tidewell Port Authority said Mina Holt would travel to Orvanne .
//	    └──── organisation ───┘      └ person ┘                └ place ┘
//
// Each run of capitalised words with the small words between them is a stretch
// (stretch.go), and only there names are looked for. A conditional random field
// labels its tokens with a kind each, or none; neighbours of one kind are one
// name. It sees the words, their look, what stands around them and the tree
// (features.go).
//
// A text is gone over twice, because it tells more of a name in one place than in
// another: "Holt" alone may be anybody, but where "Mina Holt, the registrar, said"
// stands in the same text she is a person. What the first labelling finds is
// collected word by word (memory.go), and the second sees it beside all else, after
// Krishnan & Manning (2006, An effective two-stage model for exploiting non-local
// dependencies in named entity recognition).
//
//	stretches ──► first labelling ──► memory ──► second labelling ──► names
package name

import (
	"hearsay"
	"hearsay/internal/lexicon"
	"hearsay/internal/linear"
)

// Finder finds names. It is safe for use by several goroutines as long as each
// brings its own Desk.
type Finder struct {
	First, Second Weights

	// Small has the words that texts write in small letters, by the id of the
	// form in lower case: 1 for some texts, 2 for many.
	Small linear.Dictionary

	Sound *linear.Table // of given names: see sound.go
}

// Weights are those of one labelling: of tokens and of the boundaries before them.
type Weights struct {
	Nodes, Edges *linear.Table
}

// Desk is the memory that one goroutine finds names with. The zero Desk is ready
// for use.
type Desk struct {
	sight        sight
	memory       memory
	lattice      linear.Lattice
	nodes, edges linear.Features
	path         []uint8
	labels       []uint8 // of each token, by the labelling before; see kinds
}

// The labels of tokens, which are the states of the chain. Two names of one kind
// that stand side by side count as one; something nearly always stands between.
const (
	none uint8 = iota
	person
	organisation
	place
	labelCount
)

// kinds gives each label's kind.
var kinds = [labelCount]hearsay.NameKind{person: hearsay.PersonName, organisation: hearsay.OrganisationName, place: hearsay.PlaceName}

// chain lets any label follow any other.
var chain = &linear.Chain{
	Column: []int{-1, 0, 1, 2},
	Step: [][]int{
		{linear.NoWeight, 0, 1, 2},
		{3, 4, 5, 6},
		{7, 8, 9, 10},
		{11, 12, 13, 14},
	},
	Start: []bool{true, true, true, true},
	Final: []bool{true, true, true, true},
}

// Find fills the names of a document that has been tagged and parsed. words are
// those of its tokens.
func (f *Finder) Find(doc *hearsay.Document, words []*lexicon.Word, desk *Desk) {
	desk.sight.small = f.Small
	desk.sight.look(doc, words)
	desk.label(f.First, nil)
	desk.memory.collect(&desk.sight, desk.labels)
	desk.label(f.Second, &desk.memory)
	doc.Names = names(doc, desk.labels, doc.Names[:0])
	f.hear(words, doc.Names)
}

// label gives each token of each stretch its label. Without a memory it is the
// first labelling.
func (d *Desk) label(w Weights, m *memory) {
	d.labels = sized(d.labels, len(d.sight.words))
	clear(d.labels)
	for _, s := range d.sight.stretches {
		d.nodes.For = w.Nodes
		d.sight.features(s, m, &d.nodes, &d.edges)
		d.lattice.Fill(chain, w.Nodes, w.Edges, &d.nodes, &d.edges)
		d.path, _ = d.lattice.Best(d.path[:0])
		copy(d.labels[s.first:s.end], d.path)
	}
}

// names turns labels into names, appended to out. None goes from one sentence
// into the next.
func names(doc *hearsay.Document, labels []uint8, out []hearsay.Name) []hearsay.Name {
	for _, s := range doc.Sentences {
		for t := s.First; t < s.End; {
			end := t + 1
			for end < s.End && labels[end] == labels[t] {
				end++
			}
			if labels[t] != none {
				out = append(out, hearsay.Name{First: t, End: end, Kind: kinds[labels[t]]})
			}
			t = end
		}
	}
	return out
}

func sized[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/2)
	}
	return s[:n]
}
