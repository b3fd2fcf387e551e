package parse

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"hearsay"
)

// TestMoves plays a sentence by hand:
//
//	aides ◄── said ──► so
func TestMoves(t *testing.T) {
	s := begun(sentence("aides/NNS/nsubj/2 said/VBD/root/0 so/RB/advmod/2"))
	for _, c := range []struct {
		state string // stack │ buffer, both by position, R for the root
		open  string
		move  uint8
	}{
		{"│ 0 1 2 R", "shift", shift},
		{"0 │ 1 2 R", "shift left", left},
		{"│ 1 2 R", "shift", shift},
		{"1 │ 2 R", "shift left", shift},
		{"1 2 │ R", "right", right},
		{"1 │ R", "left", left},
		{"│ R", "", 0},
	} {
		if got := drawing(s); got != c.state {
			t.Fatalf("state %q, want %q", got, c.state)
		}
		if got := moveNames(s.legal()); got != c.open {
			t.Fatalf("%s: open are %q, want %q", c.state, got, c.open)
		}
		if s.done() != (c.open == "") {
			t.Fatalf("%s: done is %t", c.state, s.done())
		}
		if !s.done() {
			s.apply(c.move, 0)
		}
	}
	if got := []int32{s.nodes[0].head, s.nodes[1].head, s.nodes[2].head}; fmt.Sprint(got) != "[1 3 1]" {
		t.Errorf("heads %v", got)
	}
}

// TestAttachKeepsTheOutermost gives a token dependents from the inside outwards:
// the two outermost on each side are kept, and all are counted.
func TestAttachKeepsTheOutermost(t *testing.T) {
	s := begun(anySentence(7))
	for _, d := range []int32{2, 1, 0, 4, 5, 6} {
		s.attach(3, d, 9)
	}
	n := s.nodes[3]
	if n.left1 != 0 || n.left2 != 1 || n.lefts != 3 || n.right1 != 6 || n.right2 != 5 || n.rights != 3 {
		t.Errorf("%+v", n)
	}
}

// TestRandomMovesMakeATree holds any choice among the legal moves to end after
// two for each token, never without one to choose, in one projective tree.
func TestRandomMovesMakeATree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 12).Draw(t, "tokens")
		s := begun(anySentence(n))
		moves := 0
		for ; !s.done(); moves++ {
			s.apply(drawMove(t, s.legal()), 1)
		}
		if moves != 2*n {
			t.Fatalf("%d moves for %d tokens", moves, n)
		}
		checkTree(t, s)
	})
}

// TestStoreCountsFromTheDocument holds the heads of a later sentence to be
// indices into the document.
func TestStoreCountsFromTheDocument(t *testing.T) {
	s := begun(anySentence(2))
	for _, m := range []uint8{shift, shift, right, left} {
		s.apply(m, relationRoot)
	}
	tokens := make([]hearsay.Token, 2)
	s.store(tokens, 40)
	if tokens[0].Head != hearsay.NoHead || tokens[1].Head != 40 {
		t.Errorf("heads %d and %d", tokens[0].Head, tokens[1].Head)
	}
}

// TestFeaturesHavePlace holds the lists of features to fit their array whatever
// the state, and to depend on nothing but it.
func TestFeaturesHavePlace(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := begun(drawSentence(t, 8))
		for !s.done() {
			m := drawMove(t, s.legal())
			if head, dependent, ok := s.arc(m); ok && head != s.root() {
				sameTwice(t, s, func() { s.labelFeatures(head, dependent) })
			}
			sameTwice(t, s, s.moveFeatures)
			if s.n != maxFeatures {
				t.Fatalf("%d features, want %d", s.n, maxFeatures)
			}
			s.apply(m, drawRelation(t))
		}
	})
}

func sameTwice(t *rapid.T, s *state, list func()) {
	list()
	before, n := s.ids, s.n
	for i := range s.ids {
		s.ids[i] = ^s.ids[i]
	}
	if list(); s.n != n || string(fmt.Append(nil, s.ids[:n])) != string(fmt.Append(nil, before[:n])) {
		t.Fatalf("%d features became %d others", n, s.n)
	}
}

func begun(s Sentence) *state {
	state := new(state)
	state.begin(s.Tokens, s.Words)
	return state
}

// anySentence is n tokens of one sort.
func anySentence(n int) Sentence {
	return sentence(strings.Repeat("word/NN/dep/1 ", n))
}

// drawSentence draws forms and tags; the tree is of no account.
func drawSentence(t *rapid.T, most int) Sentence {
	var s Sentence
	for range rapid.IntRange(1, most).Draw(t, "tokens") {
		tag := hearsay.Tag(rapid.IntRange(0, hearsay.TagCount-1).Draw(t, "tag"))
		s.Tokens = append(s.Tokens, hearsay.Token{Tag: tag, Quote: hearsay.Quotation{Depth: uint8(rapid.IntRange(0, 2).Draw(t, "depth"))}})
		s.Words = append(s.Words, words.Word(rapid.SampledFrom([]string{"a", "said", "Vost", ",", "30"}).Draw(t, "form")))
	}
	return s
}

func drawMove(t *rapid.T, open uint64) uint8 {
	return rapid.SampledFrom(movesOf(open)).Draw(t, "move")
}

func drawRelation(t *rapid.T) hearsay.Relation {
	return hearsay.Relation(rapid.IntRange(1, hearsay.RelationCount-1).Draw(t, "relation"))
}

func movesOf(open uint64) (moves []uint8) {
	for _, m := range []uint8{shift, left, right} {
		if open>>m&1 == 1 {
			moves = append(moves, m)
		}
	}
	return moves
}

func moveNames(open uint64) string {
	var names []string
	for _, m := range movesOf(open) {
		names = append(names, [...]string{"shift", "left", "right"}[m])
	}
	return strings.Join(names, " ")
}

// drawing shows the stack and the buffer.
func drawing(s *state) string {
	var out []string
	for _, i := range s.stack {
		out = append(out, fmt.Sprint(i))
	}
	out = append(out, "│")
	for i := int(s.next); i < s.root(); i++ {
		out = append(out, fmt.Sprint(i))
	}
	return strings.Join(append(out, "R"), " ")
}

// checkTree holds a finished state to be one tree without crossing arcs.
func checkTree(t *rapid.T, s *state) {
	roots := 0
	for d := range s.root() {
		if int(s.nodes[d].head) == s.root() {
			roots++
		}
		steps := 0
		for at := d; at != s.root(); at = int(s.nodes[at].head) {
			if steps++; steps > s.root() {
				t.Fatalf("token %d does not hang on the root", d)
			}
		}
		for e := range d {
			if cross(d, int(s.nodes[d].head), e, int(s.nodes[e].head)) {
				t.Fatalf("the arcs to %d and %d cross", d, e)
			}
		}
	}
	if roots != min(1, s.root()) {
		t.Fatalf("%d roots", roots)
	}
}

// cross reports whether two arcs cross: just one end of the one lies between
// the ends of the other.
func cross(a, b, c, d int) bool {
	if a == c || a == d || b == c || b == d {
		return false
	}
	within := func(i int) bool { return min(a, b) < i && i < max(a, b) }
	return within(c) != within(d)
}
