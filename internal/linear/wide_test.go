package linear

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestWide holds sums of many weights at a time to those of one by one, for random
// tables and any number of features.
func TestWide(t *testing.T) {
	if !wide {
		t.Skip("SKIPPED: this processor adds up one by one")
	}
	rng := rand.New(rand.NewPCG(1, 2))
	random := func(n int) []Weight {
		w := make([]Weight, n, n+spare)
		for i := range w {
			w[i] = Weight(rng.Uint32())
		}
		return w
	}
	for width := 1; width <= 4; width++ {
		table := &Table{Bits: 9, Width: width, W: random(width << 9)}
		plain := &Table{Bits: 9, Width: width, W: slices.Clip(table.W)}
		if got := table.canWide(); got != (width == 2 || width == 3) || plain.canWide() {
			t.Errorf("width %d: many at a time %v, without room to read %v", width, got, plain.canWide())
		}
		for range 100 {
			var f Features
			for range rng.IntN(5) {
				for range rng.IntN(90) {
					f.Add(rng.Uint32())
				}
				f.Close()
			}
			if got, want := table.Sum(&f, nil), plain.Sum(&f, nil); !slices.Equal(got, want) {
				t.Fatalf("width %d, features %v: %v, one by one %v", width, f, got, want)
			}
		}
	}
	table := &Table{Bits: 9, Width: 1, W: random(1 << 9)}
	for range 1000 {
		ids := make([]uint32, rng.IntN(mostWide+1))
		for i := range ids {
			ids[i] = rng.Uint32()
		}
		open := rng.Uint64() & rng.Uint64()
		if open == 0 {
			continue
		}
		if got, want := chooseWide(table, ids, open), chooseOneByOne(table, ids, open); got != want {
			t.Fatalf("%d features: of %#x %d, one by one %d", len(ids), open, got, want)
		}
	}
}
