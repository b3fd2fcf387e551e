package linear

import "testing"

// TestPrefetch asks for places all over tables of each kind, and for none: that
// must neither fail nor change anything.
func TestPrefetch(t *testing.T) {
	table := &Table{Bits: 4, Width: 3, W: make([]Weight, 3<<4)}
	for i := range table.W {
		table.W[i] = Weight(i)
	}
	words, halves := make([]uint32, 1<<7), make([]uint16, 1<<7)
	var f Features
	f.For = table
	for _, ids := range [][]uint32{nil, {0}, {1, 1<<32 - 1, 1 << 31, 77}} {
		Prefetch32(words, ids)
		Prefetch16(halves, ids)
		for _, id := range ids {
			f.Add(id)
		}
		f.Close()
	}
	plain := Features{ids: f.ids, end: f.end}
	got, want := table.Sum(&f, nil), table.Sum(&plain, nil)
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("sum %d: %d, without fetching %d", i, got[i], want[i])
		}
	}
	for i, w := range table.W {
		if w != Weight(i) {
			t.Errorf("weight %d became %d", i, w)
		}
	}
}
