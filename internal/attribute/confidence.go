package attribute

import (
	"math/bits"

	"hearsay/internal/linear"
)

// thousandths returns how probable it is that a reading is right, in
// thousandths: the product of what the three labellings make of their choices.
func (c confidence) thousandths() int {
	return expThousandths(c.total())
}

func (c confidence) total() int32 { return c.cue + c.source + c.content }

// expTable holds 1000·exp(-d) for d in units of 1/linear.Scale.
var expTable = func() (t [8 * linear.Scale]int) {
	// Each entry is the one before times exp(-1/Scale), in 48-bit fixed point,
	// so that no platform's rounding can tell.
	const one, ratio = 1 << 48, 280377609773053 // ratio = one·exp(-1/256)
	v := uint64(one)
	for d := range t {
		t[d] = int((v*125 + 1<<44) >> 45)
		v = mulShift48(v, ratio)
	}
	return t
}()

func expThousandths(logp int32) int {
	if d := int(-logp); d < len(expTable) {
		return expTable[max(0, d)]
	}
	return 0
}

func mulShift48(a, b uint64) uint64 {
	hi, lo := bits.Mul64(a, b)
	return hi<<16 | lo>>48
}
