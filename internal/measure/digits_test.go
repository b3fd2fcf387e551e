package measure_test

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"hearsay/internal/measure"
)

func TestReadDigits(t *testing.T) {
	for _, c := range []struct {
		digits   string
		value    float64
		clear    bool
		isNumber bool
	}{
		{"0", 0, true, true},
		{"1,200", 1200, true, true},
		{"1,200.50", 1200.5, true, true},
		{"12.4", 12.4, true, true},
		{"0.55", 0.55, true, true},
		{"0.125", 0.125, true, true},
		{"12,34,567", 1234567, true, true},
		{"1.200.000", 1200000, true, true},
		{"1.200,50", 1200.5, true, true},
		{"3,4", 3.4, false, true},
		{"12,50", 12.5, false, true},
		{"1.250", 1.25, false, true},
		{"1.000", 0, false, true},
		{"1,0000", 0, false, true},
		{"1,234,5", 0, false, true},
		{"0,500", 0, false, true},
		{"1.2.3", 0, false, false},
		{"192.168.0.1", 0, false, false},
		{"007", 0, false, false},
		{"20311104171", 0, false, false},
		{strings.Repeat("9", 400), 0, false, false},
		{strings.Repeat("9,", 400) + "9", 0, false, false},
	} {
		v, clear, isNumber := measure.ReadDigits(c.digits)
		if clear != c.clear || isNumber != c.isNumber || clear && v != c.value {
			t.Errorf("%s: %v, clear %t, a number %t", c.digits, v, clear, isNumber)
		}
	}
}

// What English writes is read back.
func TestDigitsRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := rapid.Int64Range(0, 999_999_999).Draw(t, "n")
		plain := strconv.FormatInt(want, 10)
		for _, written := range []string{plain, grouped(plain)} {
			v, clear, _ := measure.ReadDigits(written)
			if !clear || v != float64(want) {
				t.Fatalf("%s: %v, clear %t", written, v, clear)
			}
		}
		tenths := float64(want) + 0.5
		if v, clear, _ := measure.ReadDigits(grouped(plain) + ".5"); !clear || v != tenths {
			t.Fatalf("%s.5: %v", grouped(plain), v)
		}
	})
}

// grouped puts commas between thousands.
func grouped(digits string) string {
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}

func FuzzReadDigits(f *testing.F) {
	for _, s := range []string{"1,200", "1.000", "3,4", "1.2.3", "12,34,567", ",", "1.", strings.Repeat("1,", 50), "0.0.0,0"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if strings.Trim(s, "0123456789.,") != "" || s == "" || s[0] < '0' || s[len(s)-1] < '0' {
			return
		}
		v, clear, isNumber := measure.ReadDigits(s)
		if clear && !isNumber || math.IsNaN(v) || math.IsInf(v, 0) || v < 0 {
			t.Errorf("%q: %v, clear %t, a number %t", s, v, clear, isNumber)
		}
	})
}
