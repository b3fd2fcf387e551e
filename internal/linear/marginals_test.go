package linear

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// tolerance returns by how many units of 1/Scale a sum over a sequence may be
// off: each of the two passes rounds once for each state of each position, by
// half a unit at the most.
func tolerance(n int, c *Chain) float64 { return float64(n * len(c.Column)) }

// TestSumsOverAllPaths compares the integer sums with those over an enumeration
// of all paths in floating point.
func TestSumsOverAllPaths(t *testing.T) {
	forEachChain(t, func(t *rapid.T, c *Chain) {
		l := drawLattice(t, c, 5, rapid.SampledFrom([]Weight{1, 20, math.MaxInt8}).Draw(t, "top"))
		paths := allPaths(c, l.n)
		exact := exactLogSum(l, paths)
		total := l.LogTotal()
		if off := math.Abs(float64(total) - exact); off > tolerance(l.n, c)/2 {
			t.Fatalf("LogTotal = %d, want %.2f", total, exact)
		}
		for i := range l.n {
			for s := range c.Column {
				checkMarginal(t, l, paths, i, uint8(s), total)
			}
		}
	})
}

// exactLogSum returns the logarithm of the total of some paths, in units of
// 1/Scale; it is -Inf for none.
func exactLogSum(l *Lattice, paths [][]uint8) float64 {
	var scores []float64
	for _, p := range paths {
		scores = append(scores, float64(l.PathScore(p))/Scale)
	}
	return Scale * logSum(scores)
}

func checkMarginal(t *rapid.T, l *Lattice, paths [][]uint8, i int, s uint8, total int32) {
	var through [][]uint8
	for _, p := range paths {
		if p[i] == s {
			through = append(through, p)
		}
	}
	got := l.LogMarginal(i, int(s), total)
	if got > 0 {
		t.Fatalf("state %d at %d has log probability %d", s, i, got)
	}
	if len(through) == 0 {
		if got > impossible/2 {
			t.Fatalf("state %d cannot be at %d, yet has log probability %d", s, i, got)
		}
		return
	}
	exact := exactLogSum(l, through) - exactLogSum(l, paths)
	if off := math.Abs(float64(got) - exact); off > tolerance(l.n, l.chain) {
		t.Fatalf("state %d at %d has log probability %d, want %.2f", s, i, got, exact)
	}
}

// TestProbabilitiesSumToOne holds for sequences too long to enumerate.
func TestProbabilitiesSumToOne(t *testing.T) {
	forEachChain(t, func(t *rapid.T, c *Chain) {
		l := drawLattice(t, c, 40, 112)
		total := l.LogTotal()
		slack := math.Exp(tolerance(l.n, c)/Scale) - 1
		for i := range l.n {
			sum := 0.0
			for s := range c.Column {
				sum += math.Exp(float64(l.LogMarginal(i, s, total)) / Scale)
			}
			if math.Abs(sum-1) > slack {
				t.Fatalf("the states at %d of %d have %.4f together, want 1 ± %.4f", i, l.n, sum, slack)
			}
		}
		best, score := l.Best(nil)
		if float64(score-total) > tolerance(l.n, c)/2 {
			t.Fatalf("path %v has more than all paths together: %d of %d", best, score, total)
		}
	})
}

// TestLogTableIsTheSameEverywhere measures that the exact value of no entry is
// so near to a half that the last digits of a platform's logarithm could turn
// its rounding.
func TestLogTableIsTheSameEverywhere(t *testing.T) {
	for d, rounded := range logTable {
		exact := Scale * math.Log1p(math.Exp(-float64(d)/Scale))
		_, fraction := math.Modf(exact)
		if math.Abs(fraction-0.5) < 1e-6 {
			t.Errorf("entry %d is %.9f, too near to a half", d, exact)
		}
		if math.Abs(float64(rounded)-exact) > 0.5 {
			t.Errorf("entry %d is %d, want %.3f", d, rounded, exact)
		}
	}
	if last := logTable[len(logTable)-1]; last != 0 {
		t.Errorf("the last entry is %d, so what lies beyond it is not nothing", last)
	}
}

func TestLogAdd(t *testing.T) {
	for _, c := range []struct{ a, b, want int32 }{
		{0, 0, 177}, // 256·ln 2 = 177.4
		{-5000, -5000, -4823},
		{1000, 0, 1005}, // 256·ln(1+exp(-1000/256)) = 5.1
		{100_000, 0, 100_000},
		{7, 2 * impossible, 7},
	} {
		if got, turned := logAdd(c.a, c.b), logAdd(c.b, c.a); got != c.want || turned != c.want {
			t.Errorf("logAdd of %d and %d = %d, turned about %d, want %d", c.a, c.b, got, turned, c.want)
		}
	}
}
