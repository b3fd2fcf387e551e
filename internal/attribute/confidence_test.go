package attribute

import (
	"math"
	"testing"

	"hearsay/internal/linear"
)

// TestExpThousandths compares with math.Exp, on which no result may depend.
func TestExpThousandths(t *testing.T) {
	for d := range int32(12 * linear.Scale) {
		want := 1000 * math.Exp(-float64(d)/linear.Scale)
		if got := expThousandths(-d); math.Abs(float64(got)-want) > 1 {
			t.Errorf("exp(-%d/%d) is %d thousandths, want %.2f", d, linear.Scale, got, want)
		}
	}
}

func TestThousandths(t *testing.T) {
	for _, c := range []struct {
		what string
		sure confidence
		want int
	}{
		{"certain", confidence{}, 1000},
		{"rounding made it more than certain", confidence{cue: 3}, 1000},
		{"half", confidence{cue: -177}, 501}, // exp(-177/256)
		{"the roles multiply", confidence{-177, -177, -177}, 126},
		{"next to nothing", confidence{content: -100 * linear.Scale}, 0},
		{"as good as impossible", confidence{-1 << 29, -1 << 29, -1 << 29}, 0},
	} {
		if got := c.sure.thousandths(); got != c.want {
			t.Errorf("%s: %d, want %d", c.what, got, c.want)
		}
	}
}

// TestThousandthsFall holds less probable to be no surer, from 1000 to 0.
func TestThousandthsFall(t *testing.T) {
	last := 1000
	for d := range int32(16 * linear.Scale) {
		got := confidence{source: -d}.thousandths()
		if got > last || got < 0 {
			t.Fatalf("%d thousandths at -%d, %d before it", got, d, last)
		}
		last = got
	}
	if first := (confidence{}).thousandths(); first != 1000 || last != 0 {
		t.Errorf("from %d to %d", first, last)
	}
}
