package parse

import (
	"encoding/binary"
	"fmt"
	"math/bits"
)

// # The tables
//
// The features of a move or of a relation are numbers, and far more of them occur
// in training than a table has places. So each place belongs to one feature, the
// most frequent of those that come there: a feature's low bits say where its
// place is, and its high bits stand there, if it is its own, beside its weights.
// What is not its own it leaves alone. That costs the rare features, which one
// sentence taught anyway, and spares the frequent ones their noise: a feature that
// training never met adds nothing.
//
//	moveTable     31 ─ 24   23 ─ 16   15 ─ 8    7 ─ 0
//	              owner     right     left      shift      a feature a place
//
//	labelTable    15 ─ 8    7 ─ 0
//	              owner     weight                         a feature and a relation a place
//
// Weights are signed bytes in steps of 1/grain nat.
const grain = 32

// owner returns the bits of a feature that stand at its place.
func owner(id uint32) uint8 { return uint8(id >> 24) }

// same returns all bits if two bytes are equal, else none: a branch would be
// guessed wrong too often.
func same(a, b uint32) uint32 { return uint32(int32((a^b)-1) >> 31) }

// maxBits bounds the places of a table: their number and the owner are to be
// told by different bits of a feature.
const maxBits = 24

// moveTable holds the weights of the moves.
type moveTable struct {
	places []uint32 // 1<<bits of them
}

// choose returns the move of highest score among the bits of open, the lowest
// of equals. open must not be 0.
func (t *moveTable) choose(ids []uint32, open uint64) uint8 {
	sums := t.score(ids)
	best := only(open)
	for m := best + 1; m <= right; m++ {
		if open>>m&1 == 1 && sums[m] > sums[best] {
			best = m
		}
	}
	return best
}

func (t *moveTable) score(ids []uint32) [3]int32 {
	if wide {
		return t.scoreWide(ids)
	}
	return t.scoreOneByOne(ids)
}

func (t *moveTable) scoreOneByOne(ids []uint32) [3]int32 {
	mask := uint32(len(t.places) - 1)
	var a, b, c int32
	for _, id := range ids {
		w := t.places[id&mask]
		w &= same(w>>24, id>>24)
		a += int32(int8(w))
		b += int32(int8(w >> 8))
		c += int32(int8(w >> 16))
	}
	return [3]int32{a, b, c}
}

// Append appends the table to data: the bits, then four bytes a place.
func (t *moveTable) Append(data []byte) []byte {
	data = append(data, byte(bits.Len(uint(len(t.places)))-1))
	for _, w := range t.places {
		data = binary.LittleEndian.AppendUint32(data, w)
	}
	return data
}

// parseMoveTable reads what Append wrote and returns what follows it.
func parseMoveTable(data []byte) (*moveTable, []byte, error) {
	n, data, err := tableHeader(data, 4)
	if err != nil {
		return nil, nil, err
	}
	t := &moveTable{make([]uint32, n)}
	for i := range t.places {
		t.places[i] = binary.LittleEndian.Uint32(data[4*i:])
	}
	return t, data[4*n:], nil
}

// tableHeader reads the number of a table's places, and holds the data to have
// them all.
func tableHeader(data []byte, size int) (places int, rest []byte, err error) {
	if len(data) == 0 {
		return 0, nil, fmt.Errorf("weights: no table where one is due")
	}
	if data[0] > maxBits {
		return 0, nil, fmt.Errorf("weights: a table of 2^%d places cannot be", data[0])
	}
	places, rest = 1<<data[0], data[1:]
	if len(rest) < size*places {
		return 0, nil, fmt.Errorf("weights: a table of %d places is cut short at %d bytes", places, len(rest))
	}
	return places, rest, nil
}

// labelTable holds the weights of the relations. The places of a feature for all
// 64 relations stand side by side, shuffled by its own low bits, so that two
// features which come to the same ones dispute different relations.
type labelTable struct {
	places []uint16 // 1<<bits of them
}

// choose returns the relation of highest score among the bits of open, the
// lowest of equals. open must not be 0.
func (t *labelTable) choose(ids []uint32, open uint64) uint8 {
	if wide && len(t.places) >= 64 && len(ids) <= 256 {
		return t.chooseWide(ids, open)
	}
	return t.chooseOneByOne(ids, open)
}

func (t *labelTable) chooseOneByOne(ids []uint32, open uint64) uint8 {
	best := only(open)
	top := t.score(ids, best)
	for rest := open & (open - 1); rest != 0; rest &= rest - 1 {
		if s := t.score(ids, only(rest)); s > top {
			best, top = only(rest), s
		}
	}
	return best
}

func (t *labelTable) score(ids []uint32, relation uint8) (sum int32) {
	mask := uint32(len(t.places) - 1)
	for _, id := range ids {
		w := uint32(t.places[(id^uint32(relation))&mask])
		sum += int32(int8(w & same(w>>8, id>>24)))
	}
	return sum
}

// Append appends the table to data: the bits, then two bytes a place.
func (t *labelTable) Append(data []byte) []byte {
	data = append(data, byte(bits.Len(uint(len(t.places)))-1))
	for _, w := range t.places {
		data = binary.LittleEndian.AppendUint16(data, w)
	}
	return data
}

// parseLabelTable reads what Append wrote and returns what follows it.
func parseLabelTable(data []byte) (*labelTable, []byte, error) {
	n, data, err := tableHeader(data, 2)
	if err != nil {
		return nil, nil, err
	}
	t := &labelTable{make([]uint16, n)}
	for i := range t.places {
		t.places[i] = binary.LittleEndian.Uint16(data[2*i:])
	}
	return t, data[2*n:], nil
}
