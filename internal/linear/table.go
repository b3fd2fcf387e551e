package linear

import (
	"fmt"
	"math"
)

// Scale is what a weight of 1.0 (one nat) is stored as.
const Scale = 256

// Weight is a weight in steps of 1/32 nat: a byte is enough, and the smaller a
// table is, the more of it stays near the processor. Each weight errs by up to
// 1/64 of a nat, and a sum of a hundred by a tenth of a nat as a rule.
type Weight int8

// Units returns the weight in units of 1/Scale.
func (w Weight) Units() int { return int(w) * grain }

// grain is one step of a Weight in units of 1/Scale.
const grain = 8

// Table is a hashed weight table: 1<<Bits rows of Width weights each. A
// feature's row is its id modulo the number of rows.
type Table struct {
	Bits, Width int
	W           []Weight // row after row
}

// Row returns the weights of a feature.
func (t *Table) Row(id uint32) []Weight {
	at := int(id&(1<<t.Bits-1)) * t.Width
	return t.W[at : at+t.Width]
}

// Sum adds the rows of the features of each position: sums[i*Width+k] is
// position i's score for column k, in units of 1/Scale. It reuses sums' memory.
func (t *Table) Sum(f *Features, sums []int32) []int32 {
	sums = grow(sums, f.Len()*t.Width)
	switch {
	case t.canWide():
		t.sumWide(f, sums)
	case t.Width == 1:
		t.sum1(f, sums)
	case t.Width == 2:
		t.sum2(f, sums)
	case t.Width == 3:
		t.sum3(f, sums)
	default:
		t.sumAny(f, sums)
	}
	return sums
}

func (t *Table) sum1(f *Features, sums []int32) {
	mask := uint32(1)<<t.Bits - 1
	w := t.W[:mask+1]
	for i := range sums {
		var s int32
		for _, id := range f.At(i) {
			s += int32(w[id&mask])
		}
		sums[i] = s * grain
	}
}

func (t *Table) sum2(f *Features, sums []int32) {
	mask := uint32(1)<<t.Bits - 1
	for i := 0; i < len(sums); i += 2 {
		var a, b int32
		for _, id := range f.At(i / 2) {
			row := t.W[2*(id&mask):][:2:2]
			a += int32(row[0])
			b += int32(row[1])
		}
		sums[i], sums[i+1] = a*grain, b*grain
	}
}

func (t *Table) sum3(f *Features, sums []int32) {
	mask := uint32(1)<<t.Bits - 1
	for i := 0; i+2 < len(sums); i += 3 {
		var a, b, c int32
		for _, id := range f.At(i / 3) {
			row := t.W[3*(id&mask):][:3:3]
			a += int32(row[0])
			b += int32(row[1])
			c += int32(row[2])
		}
		sums[i], sums[i+1], sums[i+2] = a*grain, b*grain, c*grain
	}
}

func (t *Table) sumAny(f *Features, sums []int32) {
	clear(sums)
	for i := 0; i < len(sums); i += t.Width {
		for _, id := range f.At(i / t.Width) {
			for k, w := range t.Row(id) {
				sums[i+k] += int32(w) * grain
			}
		}
	}
}

// Quantise rounds trained weights, in nats, halves to even; what does not fit
// becomes the largest that does.
func Quantise(nats []float32) []Weight {
	out := make([]Weight, len(nats))
	for i, w := range nats {
		out[i] = quantise(w)
	}
	return out
}

// Plus returns a weight with some nats added, rounded as Quantise does.
func (w Weight) Plus(nats float32) Weight { return quantise(float32(w)*grain/Scale + nats) }

func quantise(nats float32) Weight {
	v := math.RoundToEven(float64(nats) * Scale / grain)
	return Weight(max(-math.MaxInt8, min(math.MaxInt8, v)))
}

// Append appends the table to data: bits and width as bytes, then a byte for
// each weight.
func (t *Table) Append(data []byte) []byte {
	data = append(data, byte(t.Bits), byte(t.Width))
	for _, w := range t.W {
		data = append(data, byte(w))
	}
	return data
}

// maxBits bounds the rows of a table that is read: 1<<28 of them take a
// quarter of a gigabyte at the least.
const maxBits = 28

// ParseTable reads what Append wrote and returns what follows it.
func ParseTable(data []byte) (*Table, []byte, error) {
	if len(data) < 2 {
		return nil, nil, fmt.Errorf("weights: no table header in %d bytes", len(data))
	}
	t := &Table{Bits: int(data[0]), Width: int(data[1])}
	if t.Bits > maxBits || t.Width == 0 {
		return nil, nil, fmt.Errorf("weights: a table of 2^%d rows of %d weights cannot be", t.Bits, t.Width)
	}
	data = data[2:]
	n := int64(t.Width) << t.Bits
	if int64(len(data)) < n {
		return nil, nil, fmt.Errorf("weights: a table of %d weights is cut short at %d bytes", n, len(data))
	}
	t.W = make([]Weight, n, n+spare)
	for i, b := range data[:n] {
		t.W[i] = Weight(b)
	}
	return t, data[n:], nil
}
