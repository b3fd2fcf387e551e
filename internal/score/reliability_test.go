package score

import (
	"slices"
	"testing"
)

func TestReliability(t *testing.T) {
	a := article(t, talks,
		[]string{"Ana Berg | said | the port would open", "Omar Diaz | denied | it"},
		[]string{"Ana Berg | said | the port would open", "Diaz | denied | it", "He | added | the strike"})
	for i, confidence := range []int{900, 899, 40} {
		a.System[i].Confidence = confidence
	}
	r := ReliabilityOf([]Article{a})
	if r.Found != 3 || r.Sure.Count != 1 || r.Coverage() != 1.0/3 {
		t.Errorf("table %+v", r)
	}
	for _, c := range []struct {
		bin, count int
		right      []int // source, cue, content, exact, iou, overlap
	}{
		{0, 1, []int{0, 0, 0, 0, 0, 0}},
		{5, 0, []int{0, 0, 0, 0, 0, 0}},
		{8, 1, []int{0, 1, 1, 0, 1, 1}},
		{9, 1, []int{1, 1, 1, 1, 1, 1}},
	} {
		if got := r.Bins[c.bin]; got.Count != c.count || !slices.Equal(got.Right, c.right) {
			t.Errorf("bin %d: %+v, want %d found and %v right", c.bin, got, c.count, c.right)
		}
	}
	if got := r.Bins[8]; got.MeanConfidence() != 0.899 || got.Precision(4) != 1 || got.Precision(0) != 0 {
		t.Errorf("bin 8: mean %v, right %v", got.MeanConfidence(), got.Right)
	}
}
