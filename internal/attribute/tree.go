package attribute

import (
	"hearsay"
	"hearsay/internal/linear"
)

// branch is what the features see of a token's place in its sentence's tree.
type branch struct {
	head     int32 // token index, -1 for the root
	relation uint32
	first    int32  // the first token of the constituent it heads
	end      int32  // after the last
	core     uint32 // hash of the kinds of dependents that tell a reporting verb
	children uint32 // hash of all relations directly below, unordered
}

// growTrees fills the branches of a parsed document.
func (s *sight) growTrees(doc *hearsay.Document) {
	s.branches = s.branches[:0]
	for i := range doc.Tokens {
		t := &doc.Tokens[i]
		s.branches = append(s.branches, branch{
			head: int32(t.Head), relation: uint32(t.Relation), first: int32(i), end: int32(i + 1),
		})
	}
	for i := range s.branches {
		b := s.branches[i]
		if b.head < 0 {
			continue
		}
		h := &s.branches[b.head]
		h.children += linear.Mix(7, b.relation, linear.Bit(int32(i) < b.head))
		if isCore[b.relation] {
			h.core += linear.Mix(8, b.relation, linear.Bit(int32(i) < b.head))
		}
		for a := b.head; a >= 0; a = s.branches[a].head {
			up := &s.branches[a]
			if up.first <= int32(i) && int32(i) < up.end {
				break
			}
			up.first, up.end = min(up.first, int32(i)), max(up.end, int32(i+1))
		}
	}
}

var isCore = func() (set [hearsay.RelationCount]bool) {
	for _, name := range []string{"nsubj", "nsubj:pass", "ccomp", "xcomp", "obj", "mark", "csubj", "parataxis", "obl:agent", "case"} {
		r, ok := hearsay.ParseRelation(name)
		if !ok {
			panic("attribute: no relation " + name)
		}
		set[r] = true
	}
	return set
}()

// beginsAt returns the head of the highest constituent that begins at token i
// and does not contain token out; i itself if none is higher.
func (s *sight) beginsAt(i, out int32) int32 {
	top := i
	for h := s.branches[i].head; h >= 0; h = s.branches[h].head {
		b := &s.branches[h]
		if b.first != i || b.first <= out && out < b.end {
			break
		}
		top = h
	}
	return top
}

// endsAt is beginsAt for constituents that end with token i.
func (s *sight) endsAt(i, out int32) int32 {
	top := i
	for h := s.branches[i].head; h >= 0; h = s.branches[h].head {
		b := &s.branches[h]
		if b.end != i+1 || b.first <= out && out < b.end {
			break
		}
		top = h
	}
	return top
}

// attachment says where a constituent hangs with regard to a cue's head: on it,
// on one that hangs on it, on what the cue hangs on, elsewhere.
func (s *sight) attachment(top, cue int32) uint32 {
	h := s.branches[top].head
	switch {
	case h < 0:
		return 0
	case h == cue:
		return 1
	case s.branches[h].head == cue:
		return 2
	case h == s.branches[cue].head:
		return 3
	case s.branches[cue].head >= 0 && h == s.branches[s.branches[cue].head].head:
		return 4
	}
	return 5
}

// path hashes the relations on the way from a cue's head to a token of its
// sentence: all of them, and the first step alone. length is how many lead down
// to the token from where the way turns.
//
//	said ──► agreed ──► free       way from "said" to "free": ↓ccomp ↓xcomp
func (s *sight) path(cue, i int32) (whole, firstStep uint32, length int) {
	var down [longestWay]uint32
	for at := i; at >= 0 && length < len(down); length++ {
		if up, ok := s.climb(cue, at); ok {
			whole, firstStep = descend(up, down[:length])
			return whole, firstStep, length
		}
		down[length] = s.branches[at].relation
		at = s.branches[at].head
	}
	return farAway, farAway, longestWay + 1
}

const (
	longestWay = 6 // steps down that a path follows
	farAway    = 2 // the path of what lies farther
	atCue      = 1 // the path of the cue's head itself
)

// descend adds the steps down, the last of them first in the list, to a path
// that leads up.
func descend(up uint32, down []uint32) (whole, firstStep uint32) {
	whole, firstStep = up, up
	for k := len(down) - 1; k >= 0; k-- {
		whole = linear.Mix(11, whole, down[k])
		if k == len(down)-1 && up == atCue {
			firstStep = whole
		}
	}
	return whole, firstStep
}

// climb returns the path upwards from the cue to an ancestor of it, at most
// four steps; atCue for the cue itself.
func (s *sight) climb(cue, ancestor int32) (uint32, bool) {
	path, at := uint32(atCue), cue
	for range 5 {
		if at == ancestor {
			return path, true
		}
		path = linear.Mix(10, path, s.branches[at].relation)
		if at = s.branches[at].head; at < 0 {
			break
		}
	}
	return 0, false
}
