package linear

import (
	"math/rand/v2"
	"testing"
)

// The size of a sentence with the features that cues have.
const (
	benchTokens   = 30
	benchFeatures = 50
)

func benchInput(c *Chain) (nodes, edges *Table, nf, ef *Features) {
	rng := rand.New(rand.NewPCG(1, 1))
	table := func(bits, width int) *Table {
		t := &Table{bits, width, make([]Weight, width<<bits)}
		for i := range t.W {
			t.W[i] = Weight(rng.IntN(51) - 25)
		}
		return t
	}
	features := func(each int) *Features {
		f := new(Features)
		for range benchTokens {
			for range each {
				f.Add(rng.Uint32())
			}
			f.Close()
		}
		return f
	}
	return table(19, c.NodeWidth()), table(12, c.EdgeWidth()), features(benchFeatures), features(5)
}

// BenchmarkLattice reports the time for one sentence: summing the weights,
// finding the best path, and the sums that its confidence needs.
func BenchmarkLattice(b *testing.B) {
	for _, c := range chains {
		nodes, edges, nf, ef := benchInput(c.chain)
		l := new(Lattice)
		l.Fill(c.chain, nodes, edges, nf, ef)
		b.Run(c.name+"/Fill", func(b *testing.B) {
			for b.Loop() {
				l.Fill(c.chain, nodes, edges, nf, ef)
			}
		})
		b.Run(c.name+"/Best", func(b *testing.B) {
			var path []uint8
			for b.Loop() {
				path, _ = l.Best(path[:0])
			}
		})
		b.Run(c.name+"/LogTotal", func(b *testing.B) {
			for b.Loop() {
				l.LogTotal()
			}
		})
	}
}

// TestDecodingAllocatesNothing holds the lattice to reuse its memory.
func TestDecodingAllocatesNothing(t *testing.T) {
	nodes, edges, nf, ef := benchInput(BIO)
	l := new(Lattice)
	var path []uint8
	read := func() {
		l.Fill(BIO, nodes, edges, nf, ef)
		path, _ = l.Best(path[:0])
		l.LogMarginal(0, 1, l.LogTotal())
	}
	read()
	if n := testing.AllocsPerRun(10, read); n != 0 {
		t.Errorf("%g allocations a sentence, want none", n)
	}
}
