package linear

import (
	"math"
	"math/bits"
)

// A choice is one of up to 64 classes given a set of features, by a log-linear
// model. The weights of all classes of one feature stand in one block of 64, in
// an order the feature's own hash shuffles:
//
//	slot(feature, class) = feature XOR class
//
// So a feature costs two cache lines however many classes are weighed, and two
// features that share a block only get in each other's way where both have
// weights, which for most features is in one or two classes.

// Choose returns the class of highest score among the bits of open, the lowest
// of equals, in a table of width 1. open must not be 0.
func Choose(t *Table, ids []uint32, open uint64) uint8 {
	switch {
	case open&(open-1) == 0:
		return lowest(open)
	case wide && len(t.W) >= 64 && len(ids) <= mostWide:
		return chooseWide(t, ids, open)
	}
	return chooseOneByOne(t, ids, open)
}

func lowest(classes uint64) uint8 { return uint8(bits.TrailingZeros64(classes)) }

func chooseOneByOne(t *Table, ids []uint32, open uint64) uint8 {
	mask := uint32(len(t.W) - 1)
	best, top := uint8(0), int32(math.MinInt32)
	for rest := open; rest != 0; rest &= rest - 1 {
		class := uint32(bits.TrailingZeros64(rest))
		var s int32
		for _, id := range ids {
			s += int32(t.W[(id^class)&mask])
		}
		if s > top {
			best, top = uint8(class), s
		}
	}
	return best
}

// LogProbability returns the log probability of a class among open, in units of
// 1/Scale, in a table of width 1.
func LogProbability(t *Table, ids []uint32, open uint64, class uint8) int32 {
	mask := uint32(len(t.W) - 1)
	own, total := int32(0), int32(2*impossible)
	for rest := open; rest != 0; rest &= rest - 1 {
		c := uint32(bits.TrailingZeros64(rest))
		var s int32
		for _, id := range ids {
			s += int32(t.W[(id^c)&mask])
		}
		if total = logAdd(total, s*grain); c == uint32(class) {
			own = s * grain
		}
	}
	return min(0, own-total)
}

// ChoiceTrainer fits a table for Choose by stochastic gradient ascent on the
// log probability of the right classes, with per-weight step sizes (AdaGrad:
// Duchi, Hazan & Singer 2011).
type ChoiceTrainer struct {
	Rate  float32 // first step size
	Decay float32 // pull towards zero at each touch of a weight

	bits   int
	weight []float32
	square []float32 // sums of squared gradients
	prob   [64]float64

	sums      []float32 // of the weights at each Collect
	collected int
}

// NewChoiceTrainer returns a trainer of 1<<bits weights.
func NewChoiceTrainer(bits int, rate, decay float32) *ChoiceTrainer {
	return &ChoiceTrainer{Rate: rate, Decay: decay, bits: bits, weight: make([]float32, 1<<bits), square: make([]float32, 1<<bits)}
}

// Learn takes one step towards giving all probability to the classes of right,
// a non-empty part of open, and returns the class that was best before it.
// weight scales the step.
func (c *ChoiceTrainer) Learn(ids []uint32, open, right uint64, weight float32) uint8 {
	best := c.score(ids, open)
	total := c.total(right)
	for rest := open; rest != 0; rest &= rest - 1 {
		class := bits.TrailingZeros64(rest)
		gradient := -c.prob[class]
		if right>>class&1 == 1 {
			gradient += c.prob[class] / total
		}
		if gradient > -flat && gradient < flat {
			continue
		}
		c.update(ids, uint32(class), weight*float32(gradient))
	}
	return best
}

// total returns the probability of some classes together. Where it is next to
// nothing it makes them equally probable first, so that they can be learned.
func (c *ChoiceTrainer) total(classes uint64) float64 {
	sum := 0.0
	for rest := classes; rest != 0; rest &= rest - 1 {
		sum += c.prob[bits.TrailingZeros64(rest)]
	}
	if sum > 1e-12 {
		return sum
	}
	for rest := classes; rest != 0; rest &= rest - 1 {
		c.prob[bits.TrailingZeros64(rest)] = 1e-12
		sum += 1e-12
	}
	return sum
}

// Best returns the class of highest score among open with the weights so far.
func (c *ChoiceTrainer) Best(ids []uint32, open uint64) uint8 { return c.score(ids, open) }

// score sets prob over the classes of open and returns the most probable.
func (c *ChoiceTrainer) score(ids []uint32, open uint64) uint8 {
	mask := uint32(len(c.weight) - 1)
	best, top := 0, math.Inf(-1)
	for rest := open; rest != 0; rest &= rest - 1 {
		class := bits.TrailingZeros64(rest)
		var s float32
		for _, id := range ids {
			s += c.weight[(id^uint32(class))&mask]
		}
		if c.prob[class] = float64(s); c.prob[class] > top {
			best, top = class, c.prob[class]
		}
	}
	sum := 0.0
	for rest := open; rest != 0; rest &= rest - 1 {
		class := bits.TrailingZeros64(rest)
		c.prob[class] = math.Exp(c.prob[class] - top)
		sum += c.prob[class]
	}
	for rest := open; rest != 0; rest &= rest - 1 {
		c.prob[bits.TrailingZeros64(rest)] /= sum
	}
	return uint8(best)
}

func (c *ChoiceTrainer) update(ids []uint32, class uint32, gradient float32) {
	mask := uint32(len(c.weight) - 1)
	for _, id := range ids {
		at := (id ^ class) & mask
		g := gradient - c.Decay*c.weight[at]
		c.square[at] += g * g
		c.weight[at] += c.Rate * g / float32(math.Sqrt(float64(c.square[at])+damp))
	}
}

// Collect adds the weights as they are to the mean that Table returns.
func (c *ChoiceTrainer) Collect() {
	if c.sums == nil {
		c.sums = make([]float32, len(c.weight))
	}
	for i, w := range c.weight {
		c.sums[i] += w
	}
	c.collected++
}

// Table returns the mean of the weights collected, or the weights as they are
// if none were, rounded.
func (c *ChoiceTrainer) Table() *Table {
	if c.collected == 0 {
		return &Table{c.bits, 1, Quantise(c.weight)}
	}
	mean := make([]float32, len(c.sums))
	for i, s := range c.sums {
		mean[i] = s / float32(c.collected)
	}
	return &Table{c.bits, 1, Quantise(mean)}
}
