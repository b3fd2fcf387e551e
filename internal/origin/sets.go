package origin

import "hearsay"

// sets joins things that are numbered from 0 into sets. What must never be in one
// set is kept apart: somebody kept unnamed and a named person. A union that would
// bring them together is refused.
//
//	anonymous ── anonymous        joined
//	named ────── outlet           joined
//	anonymous ── named            refused, at however many removes
type sets struct {
	above []int
	kind  []kinds
}

// kinds says who is among the members of a set.
type kinds struct{ anonymous, named, sourced bool }

func (k kinds) with(o kinds) kinds {
	return kinds{k.anonymous || o.anonymous, k.named || o.named, k.sourced || o.sourced}
}

func (k kinds) isMixed() bool { return k.anonymous && k.named }

func newSets(n int) sets {
	s := sets{above: make([]int, n), kind: make([]kinds, n)}
	for i := range s.above {
		s.above[i] = i
	}
	return s
}

// of returns the number of the set that i is in.
func (s *sets) of(i int) int {
	for s.above[i] != i {
		s.above[i] = s.above[s.above[i]]
		i = s.above[i]
	}
	return i
}

// join makes one set of two and reports whether they are one now. The lower
// number stands for it.
func (s *sets) join(i, j int) bool {
	i, j = s.of(i), s.of(j)
	if i == j {
		return true
	}
	both := s.kind[i].with(s.kind[j])
	if both.isMixed() {
		return false
	}
	if j < i {
		i, j = j, i
	}
	s.above[j], s.kind[i] = i, both
	return true
}

// kindOf says of a voice what must be kept apart.
func (b *book) kindOf(v *voice) kinds {
	switch {
	case v.Identity == hearsay.Anonymous:
		return kinds{anonymous: true}
	case v.Identity == hearsay.NamedPerson, v.actor != nobody && b.trace.Actors[v.actor].Kind == hearsay.Person:
		return kinds{named: true}
	}
	return kinds{}
}
