package linear

import "math"

// logTable holds ln(1+exp(-d)) for score differences d, both in units of
// 1/Scale; beyond its end the sum is the larger of the two. It is computed once
// in float64 and rounded, which is the same on every platform because the
// values stand farther from halves than any rounding of math.Log1p (a test
// measures how far); from then on all is integers.
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
// log probability of path p. Each sum of two is rounded to a whole unit, so the
// total is off by at most half a unit for each position and state.
func (l *Lattice) LogTotal() int32 {
	if l.n == 0 {
		return 0
	}
	states := len(l.chain.Column)
	l.fwd, l.bwd = grow(l.fwd, l.n*states), grow(l.bwd, l.n*states)
	l.begin(l.fwd)
	for i := 1; i < l.n; i++ {
		l.forward(i, states)
	}
	l.end(l.bwd[(l.n-1)*states:])
	for i := l.n - 2; i >= 0; i-- {
		l.backward(i, states)
	}
	return l.total(l.fwd[(l.n-1)*states:])
}

// forward sums, for each state at position i, the paths that lead there.
func (l *Lattice) forward(i, states int) {
	prev := l.fwd[(i-1)*states : i*states]
	for to := range states {
		sum := int32(2 * impossible)
		for from, before := range prev {
			sum = logAdd(sum, before+l.step(i, from, to))
		}
		l.fwd[i*states+to] = max(sum, impossible)
	}
}

// backward sums, for each state at position i, the paths that lead on from there.
func (l *Lattice) backward(i, states int) {
	next := l.bwd[(i+1)*states : (i+2)*states]
	for from := range states {
		sum := int32(2 * impossible)
		for to, after := range next {
			sum = logAdd(sum, after+l.step(i+1, from, to))
		}
		l.bwd[i*states+from] = max(sum, impossible)
	}
}

// end sets the backward sums of the last position.
func (l *Lattice) end(sums []int32) {
	for s, may := range l.chain.Final {
		sums[s] = impossible
		if may {
			sums[s] = 0
		}
	}
}

// total sums the forward sums of the last position.
func (l *Lattice) total(last []int32) int32 {
	total := int32(2 * impossible)
	for s, may := range l.chain.Final {
		if may {
			total = logAdd(total, last[s])
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
