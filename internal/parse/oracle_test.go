package parse

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// TestCost compares the cost of each move in random states, right and wrong
// ones, with what an exhaustive search finds: by how many gold arcs the best way
// on is poorer after the move.
func TestCost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		heads := drawTree(t, 7)
		search := search{heads, map[string]int{}}
		for s := begun(anySentence(len(heads))); !s.done(); s.apply(drawMove(t, s.legal()), 0) {
			for _, m := range movesOf(s.legal()) {
				want := search.most(s) - search.with(s, m)
				if got := s.cost(m, heads); got != want {
					t.Fatalf("heads %v, state %s: %s costs %d, want %d", heads, drawing(s), moveNames(1<<m), got, want)
				}
			}
		}
	})
}

// TestCostlessMovesReachTheTree follows any of the moves that cost nothing to
// any projective tree.
func TestCostlessMovesReachTheTree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		heads := drawTree(t, 14)
		s := begun(anySentence(len(heads)))
		for !s.done() {
			s.apply(drawMove(t, s.costless(heads, s.legal())), 0)
		}
		for d, head := range heads {
			if int(s.nodes[d].head) != head {
				t.Fatalf("heads %v: token %d hangs on %d", heads, d, s.nodes[d].head)
			}
		}
	})
}

// TestCostlessWhereAllCost takes the least evil: in a state from which the tree
// can no longer be reached, and for a tree with crossing arcs, there is always a
// best move.
func TestCostlessWhereAllCost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 10).Draw(t, "tokens")
		heads := rapid.SliceOfN(rapid.IntRange(0, n), n, n).Draw(t, "heads")
		s := begun(anySentence(n))
		for !s.done() {
			open := s.legal()
			best := s.costless(heads, open)
			if best == 0 || best&^open != 0 {
				t.Fatalf("heads %v, state %s: best are %b of %b", heads, drawing(s), best, open)
			}
			s.apply(drawMove(t, open), 0)
		}
	})
}

// search finds how many gold arcs the moves from a state can still make.
type search struct {
	heads []int
	known map[string]int // by stack and buffer: what was done before is of no account
}

func (e search) most(s *state) int {
	if s.done() {
		return 0
	}
	key := drawing(s)
	if n, ok := e.known[key]; ok {
		return n
	}
	most := 0
	for _, m := range movesOf(s.legal()) {
		most = max(most, e.with(s, m))
	}
	e.known[key] = most
	return most
}

// with is most for the ways on that begin with a move.
func (e search) with(s *state, move uint8) int {
	made := 0
	if head, dependent, ok := s.arc(move); ok && e.heads[dependent] == head {
		made = 1
	}
	next := &state{nodes: slices.Clone(s.nodes), stack: slices.Clone(s.stack), next: s.next}
	next.apply(move, 0)
	return made + e.most(next)
}

// drawTree draws the heads of a projective tree of at most so many tokens; the
// head of its root is their number.
func drawTree(t *rapid.T, most int) []int {
	heads := make([]int, rapid.IntRange(1, most).Draw(t, "tokens"))
	hang(t, heads, 0, len(heads), len(heads))
	return heads
}

// hang makes [first, end) one subtree below head: one of its tokens is the top,
// and what stands on either side falls into subtrees below that.
func hang(t *rapid.T, heads []int, first, end, head int) {
	top := rapid.IntRange(first, end-1).Draw(t, "top")
	heads[top] = head
	for _, side := range [][2]int{{first, top}, {top + 1, end}} {
		for at := side[0]; at < side[1]; {
			next := rapid.IntRange(at+1, side[1]).Draw(t, "end")
			hang(t, heads, at, next, top)
			at = next
		}
	}
}

// TestDrawTree holds the trees of these tests to be without crossing arcs.
func TestDrawTree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := &state{nodes: []node{}}
		for _, head := range drawTree(t, 12) {
			s.nodes = append(s.nodes, node{head: int32(head)})
		}
		s.nodes = append(s.nodes, rootNode)
		checkTree(t, s)
	})
}
