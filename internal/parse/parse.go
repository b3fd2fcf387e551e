// Package parse gives each sentence its dependency tree.
//
// The parser reads from left to right with a stack (arc-hybrid: Kuhlmann,
// Gómez-Rodríguez & Satta 2011). At each step a log-linear model chooses one of
// three moves, and for each arc a second one chooses the relation:
//
//	stack … s1 s0 │ b0 b1 … root       buffer
//
//	shift   b0 goes onto the stack
//	left    s0 ◄── b0      s0 depends on b0 and leaves
//	right   s1 ──► s0      s0 depends on s1 and leaves
//
// The root is an artificial last token that can only take one dependent, so
// every sentence becomes exactly one tree, in twice as many moves as it has
// tokens.
package parse

import (
	"math/bits"

	"hearsay"
	"hearsay/internal/lexicon"
	"hearsay/internal/linear"
)

// Parser fills Token.Head and Token.Relation. It is safe for use by several
// goroutines as long as each brings its own Desk.
type Parser struct {
	moves  *moveTable
	labels *labelTable
	// allowed tells which relations a pair of tags may have; see pairKey.
	allowed linear.Dictionary
}

// The moves.
const (
	shift = iota
	left
	right
)

// Desk is the working memory of parsing one sentence after another.
type Desk struct {
	state state
}

// Parse fills the heads and relations of a tagged document. words are those of
// its tokens.
func (p *Parser) Parse(doc *hearsay.Document, words []*lexicon.Word, d *Desk) {
	d.state.moves = p.moves
	for _, s := range doc.Sentences {
		tokens := doc.Tokens[s.First:s.End]
		d.state.begin(tokens, words[s.First:s.End])
		for !d.state.done() {
			p.advance(&d.state)
		}
		d.state.store(tokens, s.First)
	}
}

// advance makes the best move.
func (p *Parser) advance(s *state) {
	open := s.legal()
	move := only(open)
	if open&(open-1) != 0 {
		s.moveFeatures()
		move = p.moves.choose(s.ids[:s.n], open)
	}
	relation := hearsay.Relation(0)
	if head, dependent, ok := s.arc(move); ok {
		relation = p.relation(s, head, dependent)
	}
	s.apply(move, relation)
}

// only returns the class of a set that has but one.
func only(set uint64) uint8 { return uint8(bits.TrailingZeros64(set)) }

// relation names the arc from head to dependent.
func (p *Parser) relation(s *state, head, dependent int) hearsay.Relation {
	if head == s.root() {
		return relationRoot
	}
	open := s.relations(p.allowed, head, dependent)
	if open&(open-1) == 0 {
		return hearsay.Relation(only(open))
	}
	s.labelFeatures(head, dependent)
	linear.Prefetch16(p.labels.places, s.ids[:s.n])
	return hearsay.Relation(p.labels.choose(s.ids[:s.n], open))
}

// relations returns those that an arc can have, given those of each pair of tags.
func (s *state) relations(allowed linear.Dictionary, head, dependent int) uint64 {
	if open := allowed.Get(s.pairKey(head, dependent)); open != 0 {
		return open
	}
	return allRelations
}

var relationRoot, _ = hearsay.ParseRelation("root")

// allRelations are those an arc below the root can have.
var allRelations = (uint64(1)<<hearsay.RelationCount - 1) &^ (1<<relationRoot | 1)
