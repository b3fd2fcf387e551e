package linear

import (
	"math"
	"math/bits"
	"testing"

	"pgregory.net/rapid"
)

// TestChoose compares with the scores of all classes worked out one by one.
func TestChoose(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		table := drawTable(t, rapid.IntRange(6, 8).Draw(t, "bits"), 1, 2) // small weights, many equals
		ids := rapid.SliceOfN(rapid.Uint32(), 0, 5).Draw(t, "features")
		open := rapid.Uint64Range(1, 1<<63).Draw(t, "open")
		want, top := -1, 0
		for class := range 64 {
			score := 0
			for _, id := range ids {
				score += int(table.Row(id ^ uint32(class))[0])
			}
			if open>>class&1 == 1 && (want < 0 || score > top) {
				want, top = class, score
			}
		}
		if got := Choose(table, ids, open); int(got) != want {
			t.Fatalf("class %d, want %d", got, want)
		}
	})
}

func TestChoiceTrainerLearns(t *testing.T) {
	const open = 1<<3 | 1<<40 | 1<<63
	lessons := []struct {
		ids  []uint32
		want uint8
	}{
		{[]uint32{Mix(1, 1, 0), Mix(2, 1, 0)}, 3}, {[]uint32{Mix(1, 1, 0), Mix(2, 2, 0)}, 40}, {[]uint32{Mix(1, 2, 0), Mix(2, 1, 0)}, 63},
	}
	c := NewChoiceTrainer(10, 0.3, 1e-4)
	for range 30 {
		for _, l := range lessons {
			c.Learn(l.ids, open, 1<<l.want, 1)
		}
	}
	for _, l := range lessons {
		if stored, training := Choose(c.Table(), l.ids, open), c.Best(l.ids, open); stored != l.want || training != l.want {
			t.Errorf("features %x: class %d, in training %d, want %d", l.ids, stored, training, l.want)
		}
	}
}

// TestChoiceTrainerIsFreeAmongRight teaches that either of two classes is right
// where a third is thought best: the two rise alike.
func TestChoiceTrainerIsFreeAmongRight(t *testing.T) {
	ids := []uint32{Mix(1, 1, 0)}
	c := NewChoiceTrainer(8, 0.3, 0)
	for range 5 {
		c.Learn(ids, 1|2|4, 1, 1)
	}
	if best := c.Best(ids, 1|2|4); best != 0 {
		t.Fatalf("class %d is best, want 0", best)
	}
	for range 60 {
		c.Learn(ids, 1|2|4, 2|4, 1)
	}
	if best := c.Best(ids, 1|2|4); best == 0 {
		t.Error("class 0 is still best")
	}
	if w := c.Table(); w.Row(ids[0] ^ 1)[0] != w.Row(ids[0] ^ 2)[0] {
		t.Error("the two right classes have different weights")
	}
}

// TestChoiceTrainerUnlearns begins with weights so sure of the wrong class that
// the right one's probability is nothing: it must be learned all the same.
func TestChoiceTrainerUnlearns(t *testing.T) {
	ids := []uint32{Mix(1, 1, 0)}
	c := NewChoiceTrainer(8, 0.3, 0)
	c.weight[(ids[0]^1)&255] = 5000
	c.Learn(ids, 1|2, 1, 1)
	if w := c.Table().Row(ids[0])[0]; w <= 0 {
		t.Errorf("the right class has weight %d after a lesson", w)
	}
}

// TestLogProbability compares with the trainer's own probabilities.
func TestLogProbability(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := NewChoiceTrainer(6, 0.3, 0)
		for i := range c.weight {
			c.weight[i] = float32(rapid.IntRange(-60, 60).Draw(t, "weight")) * grain / Scale
		}
		ids := rapid.SliceOfN(rapid.Uint32(), 1, 4).Draw(t, "ids")
		open := rapid.Uint64Range(1, 15).Draw(t, "open")
		c.score(ids, open)
		for rest := open; rest != 0; rest &= rest - 1 {
			class := bits.TrailingZeros64(rest)
			want := math.Log(c.prob[class]) * Scale
			if got := LogProbability(c.Table(), ids, open, uint8(class)); math.Abs(float64(got)-want) > 4 {
				t.Fatalf("class %d of %b: %d, want %.1f", class, open, got, want)
			}
		}
	})
}

// TestCollect holds the table to be the mean of what was collected.
func TestCollect(t *testing.T) {
	c := NewChoiceTrainer(6, 0.3, 0)
	for _, w := range []float32{1, 2, 6} {
		c.weight[5] = w
		c.Collect()
	}
	c.weight[5] = 100
	if got := c.Table().W[5].Units(); got != 3*Scale {
		t.Errorf("weight %d, want %d", got, 3*Scale)
	}
}
