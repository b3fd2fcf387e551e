package linear

import (
	"math/bits"
	"testing"
)

// TestHashesStayAsTheyAre pins the ids that trained weights are stored under: a
// change here makes every weights file worthless.
func TestHashesStayAsTheyAre(t *testing.T) {
	for _, c := range []struct {
		name      string
		got, want uint32
	}{
		{"Mix of zeros", Mix(0, 0, 0), 0},
		{"Mix", Mix(1, 2, 3), 2957397691},
		{"Mix of large ids", Mix(38, 1<<31, 7), 380234464},
		{"Mix3", Mix3(1, 2, 3, 4), 374019399},
		{"Hash of nothing", Hash(""), 320339863},
		{"Hash of a letter", Hash("a"), 2753419011},
		{"Hash of a word", Hash("said"), 3438527951},
		{"Hash of a mark", Hash("’"), 693955583},
	} {
		if c.got != c.want {
			t.Errorf("%s = %d, want %d", c.name, c.got, c.want)
		}
	}
}

// TestHashesSpread feeds the hashes what features are made of: small numbers
// that count up, and words that are nearly alike.
func TestHashesSpread(t *testing.T) {
	t.Run("Mix of a template and two ids", func(t *testing.T) {
		checkSpread(t, func(i uint32) uint32 { return Mix(i>>12, i>>6&63, i&63) })
	})
	t.Run("Mix of a word's id", func(t *testing.T) {
		checkSpread(t, func(i uint32) uint32 { return Mix(3, Hash(wordOf(i)), 0) })
	})
	t.Run("Mix3", func(t *testing.T) {
		checkSpread(t, func(i uint32) uint32 { return Mix3(7, i>>12, i>>6&63, i&63) })
	})
	t.Run("Hash", func(t *testing.T) {
		checkSpread(t, func(i uint32) uint32 { return Hash(wordOf(i)) })
	})
}

// wordOf returns a string of four characters, another for each i below 1<<20.
func wordOf(i uint32) string {
	return string([]byte{'A' + byte(i>>15&31), 'A' + byte(i>>10&31), 'A' + byte(i>>5&31), 'A' + byte(i&31)})
}

// checkSpread takes 1<<18 ids and looks at them in the ways a table does: full
// ids that fall together, the rows of a table of 1<<12, and each bit.
func checkSpread(t *testing.T, id func(i uint32) uint32) {
	const n, rows = 1 << 18, 1 << 12
	seen := make(map[uint32]bool, n)
	var load [rows]int
	var ones [32]int
	for i := range uint32(n) {
		h := id(i)
		seen[h] = true
		load[h%rows]++
		for ; h != 0; h &= h - 1 {
			ones[bits.TrailingZeros32(h)]++
		}
	}
	// By chance 8 fall together (n²/2³³), and a row has 64 ± 8.
	if together := n - len(seen); together > 40 {
		t.Errorf("%d of %d ids fall together", together, n)
	}
	for row, k := range load {
		if k < 20 || k > 130 {
			t.Errorf("row %d has %d ids, want about %d", row, k, n/rows)
		}
	}
	for bit, k := range ones {
		if k < n*48/100 || k > n*52/100 {
			t.Errorf("bit %d is set in %d of %d ids", bit, k, n)
		}
	}
}
