package wording

// Edit is one place where two sequences differ: a[A0:A1] stands where b has
// b[B0:B1]. One of the two may be empty.
type Edit struct{ A0, A1, B0, B1 int }

// Diff returns the places where b differs from a, in order: the fewest insertions
// and deletions that make b of a.
//
// This is the algorithm of Myers (An O(ND) Difference Algorithm and Its
// Variations, Algorithmica 1986). Walking through the table of a against b, a step
// right deletes a word of a, a step down inserts one of b, and where both read
// the same the diagonal is free. For d = 0, 1, 2 … it notes for each diagonal how far
// d paid steps lead; the first to reach the corner is a shortest way, which is
// then walked back.
//
//	      t h e   t o l l
//	the   ↘               free
//	new   ↓               inserted
//	toll    ↘             free
//
// It takes time in proportion to the length times the differences. Sequences that
// differ in more than maxSteps places are one edit from the first to the last of
// them: nobody would read such a diff.
func Diff(a, b []Token) []Edit {
	first := 0
	for first < len(a) && first < len(b) && a[first].Key == b[first].Key {
		first++
	}
	endA, endB := len(a), len(b)
	for endA > first && endB > first && a[endA-1].Key == b[endB-1].Key {
		endA, endB = endA-1, endB-1
	}
	if first == endA && first == endB {
		return nil
	}
	edits, ok := walk(a[first:endA], b[first:endB])
	if !ok {
		return []Edit{{first, endA, first, endB}}
	}
	for i := range edits {
		edits[i].A0, edits[i].A1 = edits[i].A0+first, edits[i].A1+first
		edits[i].B0, edits[i].B1 = edits[i].B0+first, edits[i].B1+first
	}
	return edits
}

const maxSteps = 2000

// walk finds a shortest way through the table, false where it is too long.
func walk(a, b []Token) ([]Edit, bool) {
	limit := min(len(a)+len(b), maxSteps)
	reach := make([]int, 2*limit+3) // reach[limit+1+k]: how far along a, on diagonal k = x - y
	var trail [][]int               // reach before each step, diagonals -d … d
	for d := 0; d <= limit; d++ {
		trail = append(trail, append([]int(nil), reach[limit+1-d:limit+2+d]...))
		for k := -d; k <= d; k += 2 {
			x := furthest(reach, limit+1, k, d)
			for x < len(a) && x-k < len(b) && a[x].Key == b[x-k].Key {
				x++
			}
			reach[limit+1+k] = x
			if x >= len(a) && x-k >= len(b) {
				return back(trail, len(a), len(b)), true
			}
		}
	}
	return nil, false
}

// furthest returns how far along a the d-th step leads onto diagonal k: down from
// the diagonal above, or right from the one below, whichever is further.
func furthest(reach []int, zero, k, d int) int {
	if k == -d || k != d && reach[zero+k-1] < reach[zero+k+1] {
		if d == 0 {
			return 0
		}
		return reach[zero+k+1]
	}
	return reach[zero+k-1] + 1
}

// back walks from the corner to the start and returns the paid steps, those that
// touch joined to one edit.
func back(trail [][]int, x, y int) []Edit {
	var edits []Edit
	for d := len(trail) - 1; d > 0; d-- {
		before := trail[d] // index d+k is diagonal k
		k := x - y
		down := k == -d || k != d && before[d+k-1] < before[d+k+1]
		from := k + 1
		if !down {
			from = k - 1
		}
		startX := before[d+from]
		startY := startX - from
		endX, endY := startX, startY+1
		if !down {
			endX, endY = startX+1, startY
		}
		edits = joined(edits, Edit{startX, endX, startY, endY})
		x, y = startX, startY
	}
	for i, j := 0, len(edits)-1; i < j; i, j = i+1, j-1 {
		edits[i], edits[j] = edits[j], edits[i]
	}
	return edits
}

// joined adds a step that stands before those there are.
func joined(edits []Edit, step Edit) []Edit {
	if n := len(edits); n > 0 && edits[n-1].A0 == step.A1 && edits[n-1].B0 == step.B1 {
		edits[n-1].A0, edits[n-1].B0 = step.A0, step.B0
		return edits
	}
	return append(edits, step)
}
