package linear

import (
	"fmt"
	"math"
	"math/bits"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

var chains = []struct {
	name  string
	chain *Chain
}{{"BIO", BIO}, {"Runs", Runs}, {"OneRun", OneRun}, {"SomeRuns", SomeRuns}}

// forEachChain runs a property for every chain.
func forEachChain(t *testing.T, property func(t *rapid.T, c *Chain)) {
	t.Helper()
	for _, c := range chains {
		t.Run(c.name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) { property(t, c.chain) })
		})
	}
}

// drawLattice returns a filled lattice of 1 to longest positions whose weights
// lie within ±top.
func drawLattice(t *rapid.T, c *Chain, longest int, top Weight) *Lattice {
	n := rapid.IntRange(1, longest).Draw(t, "length")
	nodes, edges := drawTable(t, 3, c.NodeWidth(), top), drawTable(t, 3, c.EdgeWidth(), top)
	l := new(Lattice)
	l.Fill(c, nodes, edges, drawFeatures(t, n), drawFeatures(t, n))
	return l
}

func drawTable(t *rapid.T, bits, width int, top Weight) *Table {
	n := width << bits
	weight := rapid.Map(rapid.Int8Range(-int8(top), int8(top)), func(w int8) Weight { return Weight(w) })
	return &Table{bits, width, rapid.SliceOfN(weight, n, n).Draw(t, "weights")}
}

func drawFeatures(t *rapid.T, n int) *Features {
	f := new(Features)
	for range n {
		for _, id := range rapid.SliceOfN(rapid.Uint32(), 0, 3).Draw(t, "features") {
			f.Add(id)
		}
		f.Close()
	}
	return f
}

// allPaths returns every path of n states that the chain allows, worked out
// from its definition alone. Of the paths of one score Best must return the
// first in this order.
func allPaths(c *Chain, n int) [][]uint8 {
	paths := [][]uint8{{}}
	for range n {
		var longer [][]uint8
		for s := range c.Column {
			for _, p := range paths {
				longer = append(longer, append(slices.Clone(p), uint8(s)))
			}
		}
		paths = longer
	}
	return slices.DeleteFunc(paths, func(p []uint8) bool { return !c.allows(p) })
}

func (c *Chain) allows(path []uint8) bool {
	for i, s := range path[1:] {
		if c.Step[path[i]][s] == Never {
			return false
		}
	}
	return c.Start[path[0]] && c.Final[path[len(path)-1]]
}

func TestBestIsTheBestOfAllPaths(t *testing.T) {
	forEachChain(t, func(t *rapid.T, c *Chain) {
		// Weights of -1, 0 and 1 make many paths equal, large ones few.
		top := rapid.SampledFrom([]Weight{1, 20, math.MaxInt8}).Draw(t, "top")
		l := drawLattice(t, c, 6, top)
		var want []uint8
		for _, p := range allPaths(c, l.n) {
			if want == nil || l.PathScore(p) > l.PathScore(want) {
				want = p
			}
		}
		got, score := l.Best(nil)
		if !slices.Equal(got, want) || score != l.PathScore(want) {
			t.Fatalf("Best = %v, %d, want %v, %d", got, score, want, l.PathScore(want))
		}
	})
}

func TestBestKeepsToTheChain(t *testing.T) {
	forEachChain(t, func(t *rapid.T, c *Chain) {
		l := drawLattice(t, c, 60, math.MaxInt8)
		path, score := l.Best(nil)
		if !c.allows(path) {
			t.Fatalf("path %v is not allowed", path)
		}
		if score != l.PathScore(path) {
			t.Fatalf("score %d of a path of %d", score, l.PathScore(path))
		}
		switch runs := countRuns(path); {
		case c == OneRun && runs > 1:
			t.Fatalf("%d runs in %v, want at most one", runs, path)
		case c == SomeRuns && runs < 1:
			t.Fatalf("no run in %v", path)
		}
	})
}

// countRuns returns the number of unbroken runs of state 1.
func countRuns(path []uint8) int {
	runs, last := 0, uint8(0)
	for _, s := range path {
		if s == 1 && last != 1 {
			runs++
		}
		last = s
	}
	return runs
}

// TestWeightsDecideRuns holds the chains to differ where they should: the same
// weights, which want two runs or none, give each chain its own answer.
func TestWeightsDecideRuns(t *testing.T) {
	for _, c := range []struct {
		chain *Chain
		node  []Weight // of each position's state 1
		want  []uint8
	}{
		{Runs, []Weight{5, -9, 4}, []uint8{1, 0, 1}},
		{OneRun, []Weight{5, -9, 4}, []uint8{1, 2, 2}},
		{SomeRuns, []Weight{5, -9, 4}, []uint8{1, 2, 1}},
		{Runs, []Weight{-5, -3, -4}, []uint8{0, 0, 0}},
		{OneRun, []Weight{-5, -3, -4}, []uint8{0, 0, 0}},
		{SomeRuns, []Weight{-5, -3, -4}, []uint8{0, 1, 2}},
	} {
		l := latticeOf(c.chain, c.node)
		if got, _ := l.Best(nil); !slices.Equal(got, c.want) {
			t.Errorf("weights %v: path %v, want %v", c.node, got, c.want)
		}
	}
}

// latticeOf returns a lattice in which position i's state 1 scores node[i], and
// steps nothing.
func latticeOf(c *Chain, node []Weight) *Lattice {
	l := new(Lattice)
	l.fillNodes(c, node)
	return l
}

func (l *Lattice) fillNodes(c *Chain, node []Weight) {
	size := bits.Len(uint(len(node)))
	nodes := &Table{Bits: size, Width: c.NodeWidth(), W: make([]Weight, c.NodeWidth()<<size)}
	edges := &Table{Bits: 0, Width: c.EdgeWidth(), W: make([]Weight, c.EdgeWidth())}
	f, none := new(Features), new(Features)
	for i, w := range node {
		nodes.Row(uint32(i))[0] = w
		f.Add(uint32(i))
		f.Close()
		none.Close()
	}
	l.Fill(c, nodes, edges, f, none)
}

func TestEmptySequence(t *testing.T) {
	l := latticeOf(BIO, nil)
	if path, score := l.Best(nil); len(path) != 0 || score != 0 || l.LogTotal() != 0 {
		t.Errorf("Best = %v, %d and LogTotal = %d of nothing", path, score, l.LogTotal())
	}
}

// TestLatticeForgets reads a short sequence after a long one, with the memory
// of the long one.
func TestLatticeForgets(t *testing.T) {
	used := latticeOf(SomeRuns, []Weight{9, 9, -9, 9, 9, 9, -9, 9})
	used.Best(nil)
	used.LogTotal()
	used.fillNodes(OneRun, []Weight{-2, 3})
	fresh := latticeOf(OneRun, []Weight{-2, 3})
	gotPath, got := used.Best([]uint8{7})
	wantPath, want := fresh.Best([]uint8{7})
	if !slices.Equal(gotPath, wantPath) || got != want || used.LogTotal() != fresh.LogTotal() {
		t.Errorf("used: %v %d, fresh: %v %d", gotPath, got, wantPath, want)
	}
}

// TestLongSequence reads far more tokens than a sentence has: nothing may
// overflow, and one run remains one run.
func TestLongSequence(t *testing.T) {
	const n, weight = 200_000, Weight(math.MaxInt8)
	l := latticeOf(OneRun, slices.Repeat([]Weight{weight}, n))
	path, score := l.Best(nil)
	if score != n*int32(weight.Units()) || countRuns(path) != 1 {
		t.Errorf("score %d with %d runs, want %d with one", score, countRuns(path), n*weight.Units())
	}
	if p := l.LogMarginal(n/2, 1, l.LogTotal()); p < -Scale/8 {
		t.Errorf("log probability %d of what is all but certain", p)
	}
}

func TestChainWidths(t *testing.T) {
	got := ""
	for _, c := range chains {
		got += fmt.Sprintf("%s %d %d\n", c.name, c.chain.NodeWidth(), c.chain.EdgeWidth())
	}
	// The widths are part of the weights' format.
	if want := "BIO 2 7\nRuns 1 3\nOneRun 1 3\nSomeRuns 1 3\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}
