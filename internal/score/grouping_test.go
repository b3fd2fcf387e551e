package score

import (
	"math"
	"testing"
)

func TestBCubed(t *testing.T) {
	for _, c := range []struct {
		name              string
		gold, system      []int
		precision, recall float64
	}{
		{"the same", []int{1, 1, 2}, []int{7, 7, 3}, 1, 1},
		{"all in one", []int{1, 1, 2, 2}, []int{1, 1, 1, 1}, 0.5, 1},
		{"each alone", []int{1, 1, 2, 2}, []int{1, 2, 3, 4}, 1, 0.5},
		{"one strayed", []int{1, 1, 1, 2}, []int{1, 1, 2, 2}, (2 + 0.5 + 0.5) / 4, (2*2.0/3 + 1.0/3 + 1) / 4},
		{"nothing", nil, nil, 0, 0},
	} {
		g := BCubed(c.gold, c.system)
		if math.Abs(g.Precision-c.precision) > 1e-9 || math.Abs(g.Recall-c.recall) > 1e-9 {
			t.Errorf("%s: precision %v, recall %v; want %v and %v", c.name, g.Precision, g.Recall, c.precision, c.recall)
		}
	}
}
