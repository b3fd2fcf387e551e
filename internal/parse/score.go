package parse

import "hearsay/internal/linear"

// # Many weights at a time
//
// The sums of tables.go, with instructions that work on eight or sixteen numbers at
// once where the processor has them; elsewhere tables.go alone does it. The
// places of a feature stand in an order that its own low bits shuffle (place =
// feature XOR relation), so eights of them change their places whole, and within
// each the order is one of eight:
//
//	places     p0 p1 p2 p3 p4 p5 p6 p7     of a feature whose low bits are 3
//	relations   3  2  1  0  7  6  5  4     byte by byte in orders[3]

var wide = linear.Wide()

// orders has those orders as VPSHUFB wants them: from where each byte comes.
var orders = func() (all [8][16]byte) {
	for low := range all {
		for i := range all[low] {
			all[low][i] = byte(i ^ low<<1)
		}
	}
	return all
}()

// scoreWide is score.
func (t *moveTable) scoreWide(ids []uint32) (sums [3]int32) {
	var eights [24]int32
	scoreMoves(t.places, ids, &eights)
	sums = t.scoreOneByOne(ids[len(ids)&^7:])
	for i, s := range eights {
		sums[i/8] += s
	}
	return sums
}

// chooseWide is choose, for at most 256 features: more could overflow a sum.
func (t *labelTable) chooseWide(ids []uint32, open uint64) uint8 {
	var sums [64]int16
	scoreLabels(t.places, ids, &orders, &sums)
	best := only(open)
	for rest := open & (open - 1); rest != 0; rest &= rest - 1 {
		if c := only(rest); sums[c&63] > sums[best&63] {
			best = c
		}
	}
	return best
}
