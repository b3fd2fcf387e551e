package linear

import "math"

// logTable holds ln(1+exp(-d)) for score differences d, both in units of
// 1/Scale; beyond its end the sum is the larger of the two. It is computed once
// in float64 and rounded, which is the same on every platform because the
// values stand far from halves by more than any rounding of math.Log1p; from
// then on all is integers.
var logTable = func() [16 * Scale / 2]int32 {
	var t [16 * Scale / 2]int32
	for d := range t {
		t[d] = int32(math.Round(Scale * math.Log1p(math.Exp(-float64(d)/Scale))))
	}
	return t
}()

// logAdd returns ln(exp(a)+exp(b)) in units of 1/Scale.
func logAdd(a, b int32) int32 {
	if a < b {
		a, b = b, a
	}
	if d := a - b; d < int32(len(logTable)) {
		return a + logTable[d]
	}
	return a
}

// LogTotal runs the forward and backward sums over all paths and returns the
// logarithm of the total, in units of 1/Scale. PathScore(p)-LogTotal() is the
// log probability of path p.
func (l *Lattice) LogTotal() int32 {
	if l.n == 0 {
		return 0
	}
	states := len(l.chain.Column)
	l.fwd, l.bwd = grow(l.fwd, l.n*states), grow(l.bwd, l.n*states)
	for s := range states {
		l.fwd[s] = impossible
		if l.chain.Start[s] {
			l.fwd[s] = l.step(0, l.chain.From, s)
		}
		l.bwd[(l.n-1)*states+s] = impossible
		if l.chain.Final[s] {
			l.bwd[(l.n-1)*states+s] = 0
		}
	}
	for i := 1; i < l.n; i++ {
		for to := range states {
			sum := int32(2 * impossible)
			for from := range states {
				sum = logAdd(sum, max(l.fwd[(i-1)*states+from], impossible)+l.step(i, from, to))
			}
			l.fwd[i*states+to] = max(sum, impossible)
		}
	}
	for i := l.n - 2; i >= 0; i-- {
		for from := range states {
			sum := int32(2 * impossible)
			for to := range states {
				sum = logAdd(sum, max(l.bwd[(i+1)*states+to], impossible)+l.step(i+1, from, to))
			}
			l.bwd[i*states+from] = max(sum, impossible)
		}
	}
	total := int32(2 * impossible)
	for s := range states {
		if l.chain.Final[s] {
			total = logAdd(total, l.fwd[(l.n-1)*states+s])
		}
	}
	return total
}

// LogMarginal returns the log probability of state s at position i, in units of
// 1/Scale, given the total that LogTotal returned.
func (l *Lattice) LogMarginal(i, s int, total int32) int32 {
	at := i*len(l.chain.Column) + s
	return min(0, l.fwd[at]+l.bwd[at]-total)
}
