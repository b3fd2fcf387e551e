package claim

import "math/bits"

// rarity returns how much it tells that a thing is there which n of all have, in
// thousandths of a bit: the binary logarithm of all/n, interpolated between powers
// of two so that every platform has the same.
func rarity(n, all int) int {
	return max(log2(2*all)-log2(2*n-1), 100)
}

// log2 returns the binary logarithm of n in thousandths.
func log2(n int) int {
	if n < 1 {
		return 0
	}
	whole := bits.Len(uint(n)) - 1
	rest := (n - 1<<whole) * 1000 >> whole
	return whole*1000 + rest
}

// agree tells how two figures stand to each other: 1 the same number, 2 one may be
// the other rounded, -1 they are of one thing and cannot be the same, 0 they have
// nothing to do with each other.
func (a number) agree(b number) int {
	x, y := a.value(), b.value()
	switch {
	case x == y && a.sameThing(b):
		return 1
	case !a.sameThing(b):
		return 0
	case close(x, y):
		return 2
	}
	return -1
}

func (a number) value() float64 {
	if a.low != nil {
		return *a.low
	}
	return *a.high
}

// sameThing reports whether two figures may count one thing.
func (a number) sameThing(b number) bool {
	return a.unit == b.unit || a.unit == "" || b.unit == ""
}

// close reports whether one number is within three hundredths of the other, as
// "more than 18,000" is of 18,400.
func close(x, y float64) bool {
	const part = 33
	d := (x - y) * part
	return d <= max(x, -x) && -d <= max(x, -x)
}
