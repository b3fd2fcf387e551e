package parse

import (
	"math/rand/v2"
	"testing"
)

// TestWide holds sums of many weights at a time to those of one by one, for tables
// full of weights of any owner, features that own half of their places, and any
// number of them.
func TestWide(t *testing.T) {
	if !wide {
		t.Skip("SKIPPED: this processor adds up one by one")
	}
	rng := rand.New(rand.NewPCG(1, 2))
	moves, labels := &moveTable{make([]uint32, 1<<10)}, &labelTable{make([]uint16, 1<<10)}
	for i := range moves.places {
		moves.places[i], labels.places[i] = rng.Uint32()&^(0xfe<<24), uint16(rng.Uint32()&^(0xfe<<8))
	}
	for range 2000 {
		ids := make([]uint32, rng.IntN(maxFeatures+1))
		for i := range ids {
			ids[i] = rng.Uint32() &^ (0xfe << 24)
		}
		if got, want := moves.scoreWide(ids), moves.scoreOneByOne(ids); got != want {
			t.Fatalf("%d features: moves %v, one by one %v", len(ids), got, want)
		}
		open := rng.Uint64() & rng.Uint64()
		if open == 0 {
			continue
		}
		if got, want := labels.chooseWide(ids, open), labels.chooseOneByOne(ids, open); got != want {
			t.Fatalf("%d features: of %#x %d, one by one %d", len(ids), open, got, want)
		}
	}
}

func BenchmarkScore(b *testing.B) {
	rng := rand.New(rand.NewPCG(1, 2))
	moves, labels := &moveTable{make([]uint32, 1<<20)}, &labelTable{make([]uint16, 1<<20)}
	var ids [maxFeatures]uint32
	for i := range ids {
		ids[i] = rng.Uint32()
	}
	open := uint64(0x3ff0f)
	b.Run("moves", func(b *testing.B) {
		for b.Loop() {
			moves.score(ids[:])
		}
	})
	b.Run("moves-one-by-one", func(b *testing.B) {
		for b.Loop() {
			moves.scoreOneByOne(ids[:])
		}
	})
	b.Run("labels", func(b *testing.B) {
		for b.Loop() {
			labels.choose(ids[:29], open)
		}
	})
	b.Run("labels-one-by-one", func(b *testing.B) {
		for b.Loop() {
			labels.chooseOneByOne(ids[:29], open)
		}
	})
}
