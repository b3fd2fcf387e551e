package parse

import (
	"math"

	"hearsay"
)

// ballot decides which feature each place of a table belongs to.
type ballot struct {
	owner []uint8
	votes []uint16
}

func newBallot(places int) *ballot {
	return &ballot{make([]uint8, places), make([]uint16, places)}
}

// vote is a feature's vote for being a place's owner, one each time it occurs. The
// votes are counted as they come (Boyer & Moore 1991): a feature with more than
// half of them is sure to win, and of several a frequent one is likely to.
func (b *ballot) vote(at uint32, id uint32) {
	switch {
	case b.votes[at] == 0:
		b.owner[at], b.votes[at] = owner(id), 1
	case b.owner[at] != owner(id):
		b.votes[at]--
	case b.votes[at] < math.MaxUint16:
		b.votes[at]++
	}
}

// moveTable returns the table of weights whose sums over some runs are given,
// three a place.
func (b *ballot) moveTable(sums []float32, runs int) *moveTable {
	t := &moveTable{make([]uint32, len(b.owner))}
	for at, who := range b.owner {
		w := uint32(who)
		for m := right; m >= shift; m-- {
			w = w<<8 | uint32(stored(sums[3*at+m]/float32(runs)))
		}
		t.places[at] = w
	}
	return t
}

// labelTable returns the table of weights whose sums over some runs are given.
func (b *ballot) labelTable(sums []float32, runs int) *labelTable {
	t := &labelTable{make([]uint16, len(b.owner))}
	for at, who := range b.owner {
		t.places[at] = uint16(who)<<8 | uint16(stored(sums[at]/float32(runs)))
	}
	return t
}

// voters goes the right way through every sentence and lets the features met
// there vote.
type voters struct {
	moves, labels *ballot
	state         state
}

func (v *voters) follow(g *Sentence) {
	s := &v.state
	s.begin(g.Tokens, g.Words)
	for !s.done() {
		open := s.legal()
		if open&(open-1) != 0 {
			s.moveFeatures()
			v.moves.poll(s.ids[:s.n], 0)
		}
		move := s.teach(g.Heads, open)
		relation := hearsay.Relation(0)
		if head, dependent, ok := s.arc(move); ok {
			relation = g.Rels[dependent]
			if g.Heads[dependent] == head && head != s.root() {
				s.labelFeatures(head, dependent)
				v.labels.poll(s.ids[:s.n], uint32(relation))
			}
		}
		s.apply(move, relation)
	}
}

// teach returns one of the best moves: an arc, if one is.
func (s *state) teach(heads []int, open uint64) uint8 {
	best := s.costless(heads, open)
	if arcs := best &^ (1 << shift); arcs != 0 {
		best = arcs
	}
	return only(best)
}

// poll lets features vote; twist is as for weights.find.
func (b *ballot) poll(ids []uint32, twist uint32) {
	for _, id := range ids {
		b.vote((id^twist)&uint32(len(b.owner)-1), id)
	}
}
