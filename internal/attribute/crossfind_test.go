package attribute

import (
	"fmt"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"hearsay/internal/linear"
)

// TestSplit holds every lesson to be in one part, and in the rest of all others.
func TestSplit(t *testing.T) {
	for _, n := range []int{0, 1, 2, 3, 7, 12} {
		lessons := make([]*Lesson, n)
		for i := range lessons {
			lessons[i] = new(Lesson)
		}
		folds := Settings{Folds: 3}.split(lessons)
		if len(folds) != 3 {
			t.Fatalf("%d folds", len(folds))
		}
		for i, l := range lessons {
			parts := 0
			for _, f := range folds {
				in, out := slices.Contains(f.part, l), slices.Contains(f.rest, l)
				if in == out {
					t.Errorf("%d lessons: lesson %d is in a part and its rest, or in neither", n, i)
				}
				parts += int(linear.Bit(in))
			}
			if parts != 1 {
				t.Errorf("%d lessons: lesson %d is in %d parts", n, i, parts)
			}
		}
	}
}

// TestSetNeighbours puts a true cue among found ones: one that shares a word
// with it stands in its place and is left out.
func TestSetNeighbours(t *testing.T) {
	doc := document("Vos has said so , Ardo added , she claims .")
	found := []reading{
		{number: 1, cue: at(doc, "said so"), source: at(doc, "Vos")},
		{number: 2, cue: at(doc, "added"), source: at(doc, "Ardo")},
		{number: 3, cue: at(doc, "claims"), source: at(doc, "she")},
	}
	for _, c := range []struct {
		cue, cues string
		sources   string // of the neighbours
	}{
		{"has said", "0 # # 0 0 0 2 0 0 3 0", "0 0 0 0 0 2 0 0 3 0 0"},
		{"said", "0 0 # 0 0 0 2 0 0 3 0", "0 0 0 0 0 2 0 0 3 0 0"},
		{"so , Ardo", "0 0 0 # # # 2 0 0 3 0", "0 0 0 0 0 2 0 0 3 0 0"},
		{"Vos has", "# # 1 1 0 0 2 0 0 3 0", "1 0 0 0 0 2 0 0 3 0 0"}, // beside one is not in its place
		{"added , she claims", "0 0 1 1 0 0 # # # # 0", "1 0 0 0 0 0 0 0 0 0 0"},
	} {
		d := new(desk)
		d.sight.look(doc, wordsOf(doc))
		d.setNeighbours(&Lesson{doc: doc, found: found}, at(doc, c.cue))
		if cues, sources := numbers(d.roles.cue), numbers(d.roles.source); cues != c.cues || sources != c.sources {
			t.Errorf("cue %q: %s and %s, want %s and %s", c.cue, cues, sources, c.cues, c.sources)
		}
	}
}

// numbers writes the numbers of a role map, the true cue's own as "#".
func numbers(list []int32) string {
	var out []string
	for _, n := range list {
		if n == ownNumber {
			out = append(out, "#")
			continue
		}
		out = append(out, fmt.Sprint(n))
	}
	return strings.Join(out, " ")
}

// TestRoleMap holds a map to be empty after a reset, larger or smaller.
func TestRoleMap(t *testing.T) {
	var m roleMap
	for _, n := range []int{3, 0, 9, 2} {
		m.reset(n)
		if numbers(m.cue) != numbers(make([]int32, n)) || numbers(m.source) != numbers(make([]int32, n)) {
			t.Errorf("after a reset to %d: %v, %v", n, m.cue, m.source)
		}
		m.mark(m.cue, extent{0, n}, 7)
		m.mark(m.source, extent{}, 7)
	}
	if numbers(m.cue) != "7 7" || numbers(m.source) != "0 0" {
		t.Errorf("%v, %v", m.cue, m.source)
	}
}

func TestInParallel(t *testing.T) {
	for _, n := range []int{0, 1, 5, 100} {
		times := make([]atomic.Int32, n)
		inParallel(n, func(k int) { times[k].Add(1) })
		for k := range times {
			if got := times[k].Load(); got != 1 {
				t.Errorf("task %d of %d was run %d times", k, n, got)
			}
		}
	}
}
