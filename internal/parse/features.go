package parse

import (
	"math/bits"

	"hearsay/internal/linear"
)

// maxFeatures is how many features the choice of a move has; that of a relation
// has fewer.
const maxFeatures = 88

// add appends a feature; its place in the list is its template, so the order of
// all that follows is part of the weights' format.
func (s *state) add(a, b uint32) {
	s.ids[s.n] = linear.Mix(uint32(s.n), a, b)
	s.n++
}

func (s *state) add3(a, b, c uint32) { s.add(linear.Mix(0, a, b), c) }

func (s *state) add4(a, b, c, d uint32) { s.add(linear.Mix(0, a, b), linear.Mix(0, c, d)) }

// view is what the features see of a state: the top of the stack, the beginning
// of the buffer, and the outermost dependents (l and r) and those next to them
// (l2 and r2) of some.
type view struct {
	s0, s1, s2, b0, b1, b2, b3           *node
	s0l, s0r, s0l2, s0r2, s1l, s1r, s1r2 *node
	b0l, b0l2                            *node
	near, back                           uint32 // how far s0 is from b0, and s1 from s0
}

func (s *state) view() view {
	i0, i1, j0 := s.onStack(0), s.onStack(1), s.ahead(0)
	v := view{s0: s.at(i0), s1: s.at(i1), s2: s.at(s.onStack(2)), near: distance(i0, j0), back: distance(i1, i0)}
	v.b0, v.b1, v.b2, v.b3 = s.at(j0), s.at(s.ahead(1)), s.at(s.ahead(2)), s.at(s.ahead(3))
	v.s0l, v.s0r, v.s0l2, v.s0r2 = s.at(v.s0.left1), s.at(v.s0.right1), s.at(v.s0.left2), s.at(v.s0.right2)
	v.s1l, v.s1r, v.s1r2 = s.at(v.s1.left1), s.at(v.s1.right1), s.at(v.s1.right2)
	v.b0l, v.b0l2 = s.at(v.b0.left1), s.at(v.b0.left2)
	return v
}

// moveFeatures lists the features of the state for the choice of a move, after
// Zhang & Nivre 2011 as far as they apply to arc-hybrid.
func (s *state) moveFeatures() {
	s.n = 0
	v := s.view()
	s.add(0, 0)
	s.tokens(&v)
	s.pairs(&v)
	at := s.fetch(0)
	s.triples(&v)
	s.families(&v)
	at = s.fetch(at)
	s.counts(&v)
	s.details(&v)
	s.fetch(at)
}

// fetch asks for the weights of the features from the given one on, while those
// that follow are worked out. It returns how many there are.
func (s *state) fetch(from int) int {
	if s.moves != nil {
		linear.Prefetch32(s.moves.places, s.ids[from:s.n])
	}
	return s.n
}

// tokens is for the tokens one by one.
func (s *state) tokens(v *view) {
	s0, s1, s2, b0, b1, b2, b3 := v.s0, v.s1, v.s2, v.b0, v.b1, v.b2, v.b3
	s.add(s0.lower, s0.tag)
	s.add(s0.lower, 0)
	s.add(s0.tag, 0)
	s.add(s1.lower, s1.tag)
	s.add(s1.lower, 0)
	s.add(s1.tag, 0)
	s.add(s2.lower, s2.tag)
	s.add(s2.tag, 0)
	s.add(b0.lower, b0.tag)
	s.add(b0.lower, 0)
	s.add(b0.tag, 0)
	s.add(b1.lower, b1.tag)
	s.add(b1.tag, 0)
	s.add(b2.lower, b2.tag)
	s.add(b2.tag, 0)
	s.add(b3.tag, b2.tag)
	s.add(s0.suffix, b0.tag)
}

// pairs is for two tokens at a time.
func (s *state) pairs(v *view) {
	s0, s1, b0, b1 := v.s0, v.s1, v.b0, v.b1
	s.add4(s0.lower, s0.tag, b0.lower, b0.tag)
	s.add3(s0.lower, s0.tag, b0.tag)
	s.add3(s0.tag, b0.lower, b0.tag)
	s.add(s0.lemma, b0.lemma)
	s.add(s0.tag, b0.tag)
	s.add4(s1.lower, s1.tag, s0.lower, s0.tag)
	s.add3(s1.lower, s1.tag, s0.tag)
	s.add3(s1.tag, s0.lower, s0.tag)
	s.add(s1.lemma, s0.lemma)
	s.add(s1.tag, s0.tag)
	s.add(b0.tag, b1.tag)
	s.add(b0.lower, b1.tag)
	s.add(b0.tag, b1.lower)
	s.add(s1.tag, b0.tag)
	s.add(s1.lemma, b0.lemma)
}

// triples is for three or four tokens that stand in a row or nearly so.
func (s *state) triples(v *view) {
	s0, s1, s2, b0, b1, b2 := v.s0, v.s1, v.s2, v.b0, v.b1, v.b2
	s.add3(s0.tag, b0.tag, b1.tag)
	s.add3(s0.lemma, b0.tag, b1.tag)
	s.add3(s0.tag, b0.lemma, b1.tag)
	s.add3(s1.tag, s0.tag, b0.tag)
	s.add3(s1.lemma, s0.tag, b0.tag)
	s.add3(s1.tag, s0.lemma, b0.tag)
	s.add3(s1.tag, s0.tag, b0.lemma)
	s.add3(s2.tag, s1.tag, s0.tag)
	s.add4(s2.tag, s1.tag, s0.tag, b0.tag)
	s.add4(s1.tag, s0.tag, b0.tag, b1.tag)
	s.add4(s0.tag, b0.tag, b1.tag, b2.tag)
	s.add3(b0.tag, b1.tag, b2.tag)
}

// families is for tokens with their outermost dependents.
func (s *state) families(v *view) {
	s0, s1, b0, s0l, s0r, s0l2, s0r2, s1l, s1r, s1r2, b0l, b0l2 := v.s0, v.s1, v.b0, v.s0l, v.s0r, v.s0l2, v.s0r2, v.s1l, v.s1r, v.s1r2, v.b0l, v.b0l2
	s.add3(s0.tag, s0l.tag, b0.tag)
	s.add3(s0.tag, s0r.tag, b0.tag)
	s.add3(s0.tag, b0.tag, b0l.tag)
	s.add3(s1.tag, s0.tag, s0l.tag)
	s.add3(s1.tag, s1r.tag, s0.tag)
	s.add3(s1.tag, s1l.tag, s0.tag)
	s.add3(s1.tag, s0.tag, s0r.tag)
	s.add4(s1.tag, s1r.tag, s0.tag, b0.tag)
	s.add4(s1.tag, s0.tag, s0r.tag, b0.tag)
	s.add3(s0.lemma, s0l.relation, s0r.relation)
	s.add3(s0.tag, s0l.relation, s0l2.relation)
	s.add3(s0.tag, s0r.relation, s0r2.relation)
	s.add3(s1.lemma, s1l.relation, s1r.relation)
	s.add3(s1.tag, s1r.relation, s1r2.relation)
	s.add3(b0.tag, b0l.relation, b0l2.relation)
	s.add(s0l.lower, s0l.relation)
	s.add(s0r.lower, s0r.relation)
	s.add(s1l.lower, s1l.relation)
	s.add(s1r.lower, s1r.relation)
	s.add(b0l.lower, b0l.relation)
	s.add3(s0.tag, s0r.lemma, b0.tag)
	s.add3(s1.tag, s1r.lemma, s0.tag)
	s.add3(s1.lemma, s1r.tag, s0.tag)
	s.add3(s0.lemma, s0.rights, b0.tag)
}

// counts tells how many dependents there are, and how far tokens stand apart.
func (s *state) counts(v *view) {
	s0, s1, b0, near, back := v.s0, v.s1, v.b0, v.near, v.back
	s.add3(s0.tag, s0.lefts, s0.rights)
	s.add3(s1.tag, s1.lefts, s1.rights)
	s.add3(s0.lower, s0.lefts, s0.rights)
	s.add3(s1.lower, s1.lefts, s1.rights)
	s.add3(b0.tag, b0.lefts, s0.tag)
	s.add3(s0.tag, b0.tag, near)
	s.add3(s0.lemma, b0.tag, near)
	s.add3(s0.tag, b0.lemma, near)
	s.add3(s1.tag, s0.tag, back)
	s.add3(s1.lemma, s0.tag, back)
	s.add3(s1.tag, s0.lemma, back)
}

// details is for what the first dependents are, and for how low the stack is.
func (s *state) details(v *view) {
	s0, s1, s2, b0, b1, s0l, s0r, s1r, b0l := v.s0, v.s1, v.s2, v.b0, v.b1, v.s0l, v.s0r, v.s1r, v.b0l
	s.add4(s1.tag, s0.tag, s0l.lower, s0l.relation)
	s.add4(s1.lemma, s0.tag, s0l.lemma, s0l.relation)
	s.add4(s1.tag, s1r.relation, s0.tag, s0l.relation)
	s.add4(s0.tag, s0r.relation, b0.tag, b0l.relation)
	s.add4(s0.lemma, s0.tag, b0.lemma, b1.tag)
	s.add4(s0.tag, b0.lower, b1.lower, 0)
	s.add4(s2.tag, s1.tag, b0.tag, s2.lemma)
	s.add4(s1.tag, s0.tag, b0.tag, min(uint32(len(s.stack)), 4))
}

// labelFeatures lists the features of an arc for the choice of its relation.
func (s *state) labelFeatures(head, dependent int) {
	s.n = 0
	h, d := &s.nodes[head], &s.nodes[dependent]
	way := linear.Bit(head < dependent)<<4 | distance(int32(min(head, dependent)), int32(max(head, dependent)))
	dl, dr, dr2 := s.at(d.left1), s.at(d.right1), s.at(d.right2)
	hl, hr := s.at(h.left1), s.at(h.right1)
	before, after := s.at(int32(dependent-1)), s.at(min(int32(dependent+1), int32(s.root())))
	side := way >> 4
	s.add(way, 0)
	s.add(h.tag, d.tag)
	s.add3(h.tag, d.tag, way)
	s.add3(h.lemma, d.tag, side)
	s.add3(h.tag, d.lemma, side)
	s.add3(h.lemma, d.lemma, side)
	s.add3(h.lower, d.tag, side)
	s.add3(h.tag, d.lower, side)
	s.add(d.lower, side)
	s.add(d.suffix, h.tag)
	s.add3(d.lemma, d.tag, way)
	s.add3(h.lemma, h.tag, side)
	s.add4(h.tag, d.tag, dl.tag, dl.lemma)
	s.add4(h.tag, d.tag, dl.relation, side)
	s.add4(h.tag, d.tag, dr.relation, side)
	s.add4(h.tag, d.tag, dr.lemma, side)
	s.add4(h.lemma, d.tag, dl.lemma, side)
	s.add4(d.tag, dl.relation, dr.relation, side)
	s.add4(d.tag, dr.relation, dr2.relation, side)
	s.add4(h.tag, hl.relation, hr.relation, d.tag)
	s.add4(h.lemma, hl.relation, hr.relation, d.tag)
	s.add4(h.tag, hr.tag, d.tag, side)
	s.add4(h.tag, before.tag, d.tag, after.tag)
	s.add4(h.tag, before.lower, d.tag, side)
	s.add4(h.tag, d.tag, after.lower, side)
	s.add4(h.tag, d.tag, h.lefts, h.rights)
	s.add4(d.tag, d.lefts, d.rights, h.tag)
	s.add4(dl.lower, d.lemma, h.tag, side)
	s.add4(h.lemma, dl.lower, dl.relation, side)
}

// distance returns the powers of two between two tokens, 0 where one is missing.
func distance(i, j int32) uint32 {
	if i < 0 || j < 0 {
		return 0
	}
	return uint32(bits.Len32(uint32(j - i)))
}
