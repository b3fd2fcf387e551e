package linear

import (
	"bytes"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// TestFastSums holds the sums for one, two and three columns to be those of the loop
// that does for any number.
func TestFastSums(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		width := rapid.IntRange(1, 4).Draw(t, "width")
		table := drawTable(t, rapid.IntRange(0, 5).Draw(t, "bits"), width, math.MaxInt8)
		f := drawFeatures(t, rapid.IntRange(0, 12).Draw(t, "length"))
		want := make([]int32, f.Len()*width)
		table.sumAny(f, want)
		stale := slices.Repeat([]int32{-7}, rapid.IntRange(0, 60).Draw(t, "stale"))
		if got := table.Sum(f, stale); !slices.Equal(got, want) {
			t.Fatalf("width %d: got %v, want %v", width, got, want)
		}
	})
}

func TestSum(t *testing.T) {
	table := &Table{Bits: 1, Width: 3, W: []Weight{1, 2, 3, 10, 20, 30}}
	f := new(Features)
	f.Add(0)
	f.Add(3) // row 1 of 2
	f.Close()
	f.Close()
	f.Add(1)
	f.Close()
	if got, want := table.Sum(f, nil), []int32{11 * grain, 22 * grain, 33 * grain, 0, 0, 0, 10 * grain, 20 * grain, 30 * grain}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestQuantise(t *testing.T) {
	for _, c := range []struct {
		nats float32
		want Weight
	}{
		{0, 0}, {1, Scale / grain}, {-1, -Scale / grain}, {0.015, 0}, {0.016, 1}, {-0.016, -1},
		{0.5 * grain / Scale, 0}, {1.5 * grain / Scale, 2}, {2.5 * grain / Scale, 2}, // halves to even
		{1000, 127}, {-1000, -127},
	} {
		if got := Quantise([]float32{c.nats})[0]; got != c.want {
			t.Errorf("%g is stored as %d, want %d", c.nats, got, c.want)
		}
	}
}

func TestPlus(t *testing.T) {
	for _, c := range []struct {
		w    Weight
		nats float32
		want Weight
	}{{0, 0.5, 16}, {10, -0.25, 2}, {120, 9, 127}, {-120, -9, -127}, {3, 0, 3}} {
		if got := c.w.Plus(c.nats); got != c.want {
			t.Errorf("%d and %g nats are %d, want %d", c.w, c.nats, got, c.want)
		}
	}
}

// TestStoredAsQuantised holds that what Quantise leaves is what comes back from
// a file, near to what it was.
func TestStoredAsQuantised(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		weight := rapid.Float32Range(-3.9, 3.9).Draw(t, "weight")
		table := &Table{Bits: 0, Width: 1, W: Quantise([]float32{weight})}
		got, _, err := ParseTable(table.Append(nil))
		if err != nil || got.W[0] != table.W[0] || math.Abs(float64(got.W[0].Units())-float64(weight)*Scale) > grain/2 {
			t.Fatalf("%g became %d, and %d in a file (%v)", weight, table.W, got.W, err)
		}
	})
}

func TestTableRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		table := drawTable(t, rapid.IntRange(0, 4).Draw(t, "bits"), rapid.IntRange(1, 5).Draw(t, "width"), math.MaxInt8)
		data := table.Append([]byte("before"))[len("before"):]
		got, rest, err := ParseTable(append(data, "after"...))
		if err != nil || string(rest) != "after" {
			t.Fatalf("rest %q, %v", rest, err)
		}
		if got.Bits != table.Bits || got.Width != table.Width || !slices.Equal(got.W, table.W) {
			t.Fatalf("got %+v, want %+v", got, table)
		}
		cut := rapid.IntRange(0, len(data)-1).Draw(t, "cut")
		if _, _, err := ParseTable(data[:cut]); err == nil {
			t.Fatalf("%d of %d bytes are a table", cut, len(data))
		}
	})
}

// TestTableHeaders holds what a header promises not to be believed before the
// bytes are there: the largest would ask for 64 GB.
func TestTableHeaders(t *testing.T) {
	for _, header := range []string{"\x1c\xff", "\x1d\x01", "\xff\x01", "\x00\x00", "\x05\x00"} {
		if _, _, err := ParseTable([]byte(header + "0123456789")); err == nil {
			t.Errorf("header %q is taken", header)
		}
	}
}

func TestDictionaryRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := rapid.MapOf(rapid.Uint32(), rapid.Uint64()).Draw(t, "map")
		data := NewDictionary(m).Append(nil)
		got, rest, err := ParseDictionary(append(data, "after"...))
		if err != nil || string(rest) != "after" {
			t.Fatalf("rest %q, %v", rest, err)
		}
		checkDictionary(t, got, m)
		cut := rapid.IntRange(0, len(data)-1).Draw(t, "cut")
		if _, _, err := ParseDictionary(data[:cut]); err == nil {
			t.Fatalf("%d of %d bytes are a dictionary", cut, len(data))
		}
	})
}

func checkDictionary(t *rapid.T, d Dictionary, m map[uint32]uint64) {
	n, last := 0, int64(-1)
	for k, v := range d.All() {
		if want, ok := m[k]; !ok || v != want || d.Get(k) != want || int64(k) <= last {
			t.Fatalf("key %d after %d has %d, Get gives %d, want %d", k, last, v, d.Get(k), want)
		}
		n, last = n+1, int64(k)
	}
	if n != len(m) {
		t.Fatalf("%d entries, want %d", n, len(m))
	}
	if missing := uint32(last + 1); d.Get(missing) != 0 && m[missing] == 0 {
		t.Fatalf("key %d, which is not there, has %d", missing, d.Get(missing))
	}
}

func TestDictionaryRefuses(t *testing.T) {
	entry := func(keys ...byte) []byte {
		data := []byte{byte(len(keys)), 0, 0, 0}
		for _, k := range keys {
			data = append(data, k, 0, 0, 0)
		}
		return append(data, make([]byte, 8*len(keys))...)
	}
	if _, _, err := ParseDictionary(entry(1, 2, 9)); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{
		"keys out of order": entry(1, 9, 2),
		"a key twice":       entry(1, 2, 2),
		"4 billion entries": append([]byte{255, 255, 255, 255}, make([]byte, 240)...),
	} {
		if _, _, err := ParseDictionary(data); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func FuzzParseTable(f *testing.F) {
	f.Add((&Table{Bits: 1, Width: 2, W: []Weight{1, -2, 3, -4}}).Append(nil))
	f.Add([]byte("\x1c\xff"))
	f.Fuzz(func(t *testing.T, data []byte) {
		table, rest, err := ParseTable(data)
		if err != nil {
			return
		}
		if again := append(table.Append(nil), rest...); !bytes.Equal(again, data) {
			t.Fatalf("%x became %x", data, again)
		}
		for _, id := range []uint32{0, 1, math.MaxUint32} {
			if row := table.Row(id); len(row) != table.Width {
				t.Fatalf("row of %d: %v", id, row)
			}
		}
	})
}

func FuzzParseDictionary(f *testing.F) {
	f.Add(NewDictionary(map[uint32]uint64{3: 4, 5: 6}).Append(nil))
	f.Add([]byte{255, 255, 255, 255})
	f.Fuzz(func(t *testing.T, data []byte) {
		d, rest, err := ParseDictionary(data)
		if err != nil {
			return
		}
		if again := append(d.Append(nil), rest...); !bytes.Equal(again, data) {
			t.Fatalf("%x became %x", data, again)
		}
		for k, v := range d.All() {
			if got := d.Get(k); got != v {
				t.Fatalf("key %d has %d, Get gives %d", k, v, got)
			}
		}
	})
}
