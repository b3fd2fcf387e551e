package linear

// # Many weights at a time
//
// The sums of table.go and the choice of choice.go, with instructions that work on
// eight or sixteen numbers at once where the processor has them; elsewhere those
// files alone do it. The weights of a feature for 64 classes stand in an
// order that its own low bits shuffle (slot = feature XOR class), so sixteens of
// them change their places whole, and within each the order is one of sixteen.

// Wide reports whether the processor adds up many weights at a time.
func Wide() bool { return wide }

// spare is how many bytes behind a table may be read: the rows of sumWide are read
// four bytes at a time.
const spare = 4

// canWide reports whether sumWide can sum up rows of a table.
func (t *Table) canWide() bool {
	return wide && (t.Width == 2 || t.Width == 3) && cap(t.W)-len(t.W) >= spare
}

// sumWide is Sum for rows of two or three weights.
func (t *Table) sumWide(f *Features, sums []int32) {
	mask := uint32(1)<<t.Bits - 1
	var s [3]int32
	for i := 0; i < f.Len(); i++ {
		ids := f.At(i)
		sumRows(t.W, ids, mask, uint32(t.Width), &s)
		out := sums[i*t.Width:][:t.Width]
		for k := range out {
			out[k] = s[k]
		}
		for _, id := range ids[len(ids)&^3:] {
			for k, w := range t.Row(id) {
				out[k] += int32(w)
			}
		}
		for k := range out {
			out[k] *= grain
		}
	}
}

// orders has the orders of sixteen weights as VPSHUFB wants them: from where each
// comes.
var orders = func() (all [16][16]byte) {
	for low := range all {
		for i := range all[low] {
			all[low][i] = byte(i ^ low)
		}
	}
	return all
}()

// mostWide is how many features chooseWide takes: more could overflow a sum.
const mostWide = 256

// chooseWide is Choose for a table of 64 weights at least.
func chooseWide(t *Table, ids []uint32, open uint64) uint8 {
	var sums [64]int16
	sumClasses(t.W, ids, &orders, &sums)
	best := lowest(open)
	for rest := open & (open - 1); rest != 0; rest &= rest - 1 {
		if c := lowest(rest); sums[c&63] > sums[best&63] {
			best = c
		}
	}
	return best
}
