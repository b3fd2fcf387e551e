package parse

import (
	"hearsay"
	"hearsay/internal/lexicon"
	"hearsay/internal/linear"
)

// node is one token as the parser sees it, with the tree found below it.
type node struct {
	lower, lemma, suffix, tag uint32

	head     int32
	relation uint32
	// The outermost and next to outermost dependents on each side, none as -1.
	left1, left2, right1, right2 int32
	lefts, rights                uint32 // how many there are
}

// state is a parse in progress. nodes[len-1] is the root.
type state struct {
	nodes []node
	stack []int32
	next  int32 // b0

	ids [maxFeatures]uint32
	n   int

	moves *moveTable // that has the weights of moves; nil: there are none yet
}

const none = -1

// blank stands for a token that is not there.
var blank = node{lower: 3, lemma: 3, suffix: 3, left1: none, left2: none, right1: none, right2: none, head: none}

// rootNode stands for the artificial root.
var rootNode = node{lower: 5, lemma: 5, suffix: 5, tag: 63, left1: none, left2: none, right1: none, right2: none, head: none}

func (s *state) begin(tokens []hearsay.Token, words []*lexicon.Word) {
	s.nodes, s.stack, s.next = s.nodes[:0], s.stack[:0], 0
	for i := range tokens {
		t, w := &tokens[i], words[i]
		n := blank
		n.lower, n.suffix, n.tag = w.Lower, w.Suffix[2], uint32(t.Tag)
		n.lemma = w.LemmaID[t.Tag]
		s.nodes = append(s.nodes, n)
	}
	s.nodes = append(s.nodes, rootNode)
}

func (s *state) root() int { return len(s.nodes) - 1 }

// done reports whether all tokens have their heads.
func (s *state) done() bool { return int(s.next) == s.root() && len(s.stack) == 0 }

// legal returns the moves that are possible, as bits. Before the root the last
// token on the stack alone may go left, so that the root gets one dependent.
func (s *state) legal() (open uint64) {
	atRoot := int(s.next) == s.root()
	if !atRoot {
		open |= 1 << shift
	}
	if len(s.stack) > 1 {
		open |= 1 << right
	}
	if len(s.stack) == 1 && atRoot || len(s.stack) > 0 && !atRoot {
		open |= 1 << left
	}
	return open
}

// arc returns the arc a move makes; shift makes none.
func (s *state) arc(move uint8) (head, dependent int, ok bool) {
	switch move {
	case left:
		return int(s.next), int(s.stack[len(s.stack)-1]), true
	case right:
		return int(s.stack[len(s.stack)-2]), int(s.stack[len(s.stack)-1]), true
	}
	return 0, 0, false
}

// apply makes a move; relation names its arc.
func (s *state) apply(move uint8, relation hearsay.Relation) {
	if move == shift {
		s.stack = append(s.stack, s.next)
		s.next++
		return
	}
	head, dependent, _ := s.arc(move)
	s.attach(int32(head), int32(dependent), relation)
	s.stack = s.stack[:len(s.stack)-1]
}

func (s *state) attach(head, dependent int32, relation hearsay.Relation) {
	d, h := &s.nodes[dependent], &s.nodes[head]
	d.head, d.relation = head, uint32(relation)
	if dependent < head {
		h.left2, h.left1 = h.left1, dependent
		h.lefts++
		return
	}
	h.right2, h.right1 = h.right1, dependent
	h.rights++
}

// store writes the tree to the tokens of a sentence that begins at token first.
func (s *state) store(tokens []hearsay.Token, first int) {
	for i := range tokens {
		n := &s.nodes[i]
		tokens[i].Head = first + int(n.head)
		if int(n.head) == s.root() {
			tokens[i].Head = hearsay.NoHead
		}
		tokens[i].Relation = hearsay.Relation(n.relation)
	}
}

// at returns a node, blank for none.
func (s *state) at(i int32) *node {
	if i < 0 {
		return &blank
	}
	return &s.nodes[i]
}

// onStack returns the index of the k-th token from the top of the stack, none
// below its bottom.
func (s *state) onStack(k int) int32 {
	if k >= len(s.stack) {
		return none
	}
	return s.stack[len(s.stack)-1-k]
}

// ahead returns the index of the k-th token of the buffer, none behind its end.
func (s *state) ahead(k int) int32 {
	if i := int(s.next) + k; i < len(s.nodes) {
		return int32(i)
	}
	return none
}

// pairKey is under what the relations of a pair of tags and its direction are kept.
func (s *state) pairKey(head, dependent int) uint32 {
	return linear.Mix(s.nodes[head].tag, s.nodes[dependent].tag, linear.Bit(head < dependent))
}
