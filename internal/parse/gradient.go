package parse

import (
	"math"
	"math/bits"
)

// weights are a table in training: one weight for each place and column. They
// follow gradients in steps that shrink for each by what it has been through
// (AdaGrad: Duchi, Hazan & Singer 2011).
type weights struct {
	*ballot
	columns     uint32
	rate, decay float32

	value  []float32
	square []float32 // sums of squared gradients

	// The mean over time is taken without a sum at every tick:
	//
	//	mean = value − Σ change · when it was made / ticks
	lag   []float32
	ticks float32
}

func newWeights(b *ballot, columns uint32, s *Settings) *weights {
	n := uint32(len(b.owner)) * columns
	return &weights{
		ballot: b, columns: columns, rate: s.Rate, decay: s.Decay,
		value: make([]float32, n), square: make([]float32, n), lag: make([]float32, n),
	}
}

// find returns the place of a feature, and whether it is its own. twist is the
// relation in a table of relations, 0 in one of moves.
func (w *weights) find(id, twist uint32) (at uint32, own bool) {
	at = (id ^ twist) & uint32(len(w.owner)-1)
	return at, w.owner[at] == owner(id)
}

// change takes a step along a gradient.
func (w *weights) change(at uint32, gradient float32) {
	g := gradient - w.decay*w.value[at]
	w.square[at] += g * g
	step := w.rate * g / float32(math.Sqrt(float64(w.square[at])+damp))
	w.value[at] += step
	w.lag[at] += w.ticks * step
}

// damp keeps the first step of a weight from being a whole one.
const damp = 1e-2

// rest begins the mean anew.
func (w *weights) rest() {
	clear(w.lag)
	w.ticks = 0
}

// addMean adds each weight's mean since rest to sums.
func (w *weights) addMean(sums []float32) {
	for at, v := range w.value {
		sums[at] += v - w.lag[at]/max(1, w.ticks)
	}
}

// stored returns a weight as a table has it.
func stored(weight float32) uint8 {
	v := math.RoundToEven(float64(weight) * grain)
	return uint8(int8(max(-math.MaxInt8, min(math.MaxInt8, v))))
}

// chances sets p to the probabilities of the classes of open by their scores in p.
func chances(p *[64]float64, open uint64) {
	top, sum := math.Inf(-1), 0.0
	for rest := open; rest != 0; rest &= rest - 1 {
		top = max(top, p[bits.TrailingZeros64(rest)])
	}
	for rest := open; rest != 0; rest &= rest - 1 {
		c := bits.TrailingZeros64(rest)
		// No class may get so improbable that it cannot be learned.
		p[c] = math.Exp(max(-27, p[c]-top))
		sum += p[c]
	}
	for rest := open; rest != 0; rest &= rest - 1 {
		p[bits.TrailingZeros64(rest)] /= sum
	}
}

// gradients turns the probabilities of the classes of open into the gradient of
// the log probability of right, a part of them.
func gradients(p *[64]float64, open, right uint64) {
	sum := 0.0
	for rest := right; rest != 0; rest &= rest - 1 {
		sum += p[bits.TrailingZeros64(rest)]
	}
	for rest := open; rest != 0; rest &= rest - 1 {
		c := bits.TrailingZeros64(rest)
		share := -p[c]
		if right>>c&1 == 1 {
			share += p[c] / sum
		}
		p[c] = share
	}
}

// flat is a gradient not worth a step.
const flat = 1e-3

// highest returns the class of open with the highest value in p, the lowest of equals.
func highest(p *[64]float64, open uint64) uint8 {
	best := only(open)
	for rest := open; rest != 0; rest &= rest - 1 {
		if c := only(rest); p[c] > p[best] {
			best = c
		}
	}
	return best
}
