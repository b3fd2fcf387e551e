package linear

import (
	"encoding/binary"
	"fmt"
	"iter"
	"maps"
	"slices"
)

// Dictionary maps feature ids to values: an exact, sorted table for what must
// not be confused, where a Table only adds up.
type Dictionary struct {
	keys   []uint32 // ascending
	values []uint64
}

// NewDictionary returns the dictionary of a map.
func NewDictionary(m map[uint32]uint64) Dictionary {
	d := Dictionary{keys: slices.Sorted(maps.Keys(m))}
	for _, k := range d.keys {
		d.values = append(d.values, m[k])
	}
	return d
}

// Get returns the value of a key, 0 for a key that is not there.
func (d Dictionary) Get(key uint32) uint64 {
	if at, ok := slices.BinarySearch(d.keys, key); ok {
		return d.values[at]
	}
	return 0
}

// All yields the keys in ascending order with their values.
func (d Dictionary) All() iter.Seq2[uint32, uint64] {
	return func(yield func(uint32, uint64) bool) {
		for i, k := range d.keys {
			if !yield(k, d.values[i]) {
				return
			}
		}
	}
}

// Append appends the dictionary to data: the number of keys, the keys, the values.
func (d Dictionary) Append(data []byte) []byte {
	data = binary.LittleEndian.AppendUint32(data, uint32(len(d.keys)))
	for _, k := range d.keys {
		data = binary.LittleEndian.AppendUint32(data, k)
	}
	for _, v := range d.values {
		data = binary.LittleEndian.AppendUint64(data, v)
	}
	return data
}

// ParseDictionary reads what Append wrote and returns what follows it.
func ParseDictionary(data []byte) (Dictionary, []byte, error) {
	if len(data) < 4 {
		return Dictionary{}, nil, fmt.Errorf("weights: no dictionary header in %d bytes", len(data))
	}
	count := binary.LittleEndian.Uint32(data)
	data = data[4:]
	if uint64(len(data)) < 12*uint64(count) {
		return Dictionary{}, nil, fmt.Errorf("weights: a dictionary of %d entries is cut short at %d bytes", count, len(data))
	}
	n := int(count)
	d := Dictionary{make([]uint32, n), make([]uint64, n)}
	for i := range d.keys {
		d.keys[i] = binary.LittleEndian.Uint32(data[4*i:])
		if i > 0 && d.keys[i] <= d.keys[i-1] {
			return Dictionary{}, nil, fmt.Errorf("weights: key %d of a dictionary is not above the one before it", i)
		}
	}
	data = data[4*n:]
	for i := range d.values {
		d.values[i] = binary.LittleEndian.Uint64(data[8*i:])
	}
	return d, data[8*n:], nil
}
