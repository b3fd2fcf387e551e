package attribute

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"
)

// made is a reading of tokens below 30, the surer the higher its number.
func made(sure int32, cue extent, content ...extent) reading {
	return reading{cue: cue, content: content, sure: confidence{cue: sure - 100}}
}

func TestNest(t *testing.T) {
	for _, c := range []struct {
		what     string
		readings []reading
		want     string // around each, -1 for none
	}{
		{"none", nil, "[]"},
		{"apart", []reading{made(1, extent{1, 2}, extent{2, 5}), made(2, extent{6, 7}, extent{7, 9})}, "[-1 -1]"},
		{"one within the other", []reading{made(1, extent{1, 2}, extent{2, 9}), made(2, extent{4, 5}, extent{5, 9})}, "[-1 0]"},
		{"a cue that sticks out", []reading{made(1, extent{1, 2}, extent{2, 5}), made(2, extent{4, 6}, extent{6, 9})}, "[-1 0]"},
		{"the second piece counts", []reading{made(1, extent{3, 4}, extent{0, 2}, extent{5, 9}), made(2, extent{6, 7}, extent{7, 9})}, "[-1 0]"},
		{"the smallest is next", []reading{
			made(1, extent{1, 2}, extent{2, 12}), made(1, extent{3, 4}, extent{4, 12}), made(1, extent{5, 6}, extent{6, 12}),
		}, "[-1 0 1]"},
		{"in each other, the surer outside", []reading{made(1, extent{1, 2}, extent{3, 9}), made(2, extent{4, 5}, extent{0, 3})}, "[1 -1]"},
		{"in each other, both as sure", []reading{made(1, extent{1, 2}, extent{3, 9}), made(1, extent{4, 5}, extent{0, 3})}, "[-1 0]"},
		{"a ring of three opens somewhere", []reading{
			made(1, extent{1, 2}, extent{6, 9}), made(1, extent{4, 5}, extent{1, 2}), made(1, extent{7, 8}, extent{4, 5}),
		}, "[-1 2 0]"},
	} {
		if got := fmt.Sprint(nest(c.readings)); got != c.want {
			t.Errorf("%s: %s, want %s", c.what, got, c.want)
		}
	}
}

func TestWithout(t *testing.T) {
	for _, c := range []struct {
		runs, others []extent
		want         string
	}{
		{nil, []extent{{1, 3}}, "[]"},
		{[]extent{{2, 5}}, nil, "[{2 5}]"},
		{[]extent{{2, 5}}, []extent{{0, 2}, {5, 7}}, "[{2 5}]"}, // side by side is not over each other
		{[]extent{{2, 5}}, []extent{{2, 5}}, "[]"},
		{[]extent{{2, 5}}, []extent{{0, 9}}, "[]"},
		{[]extent{{2, 5}}, []extent{{1, 3}}, "[{3 5}]"},
		{[]extent{{2, 5}}, []extent{{4, 9}}, "[{2 4}]"},
		{[]extent{{2, 9}}, []extent{{3, 4}, {6, 7}}, "[{2 3} {4 6} {7 9}]"},
		{[]extent{{2, 4}, {6, 9}}, []extent{{3, 7}}, "[{2 3} {7 9}]"},
	} {
		if got := fmt.Sprint(without(c.runs, c.others)); got != c.want {
			t.Errorf("%v without %v: %s, want %s", c.runs, c.others, got, c.want)
		}
	}
}

// TestSettle holds words that two readings claim to go to the surer, unless one
// stands within the other or would keep none.
func TestSettle(t *testing.T) {
	for _, c := range []struct {
		what     string
		readings []reading
		want     string
	}{
		{"the surer has them", []reading{made(1, extent{1, 2}, extent{2, 6}), made(2, extent{8, 9}, extent{4, 8})}, "[{2 4}] [{4 8}]"},
		{"in either order", []reading{made(2, extent{1, 2}, extent{2, 6}), made(1, extent{8, 9}, extent{4, 8})}, "[{2 6}] [{6 8}]"},
		{"the earlier of equals", []reading{made(1, extent{1, 2}, extent{2, 6}), made(1, extent{8, 9}, extent{4, 8})}, "[{2 6}] [{6 8}]"},
		{"none is left with nothing", []reading{made(1, extent{1, 2}, extent{3, 5}), made(2, extent{8, 9}, extent{2, 8})}, "[{3 5}] [{2 8}]"},
		{"nested ones share", []reading{made(2, extent{1, 2}, extent{2, 9}), made(1, extent{4, 5}, extent{5, 9})}, "[{2 9}] [{5 9}]"},
	} {
		settle(c.readings, nest(c.readings))
		if got := fmt.Sprint(c.readings[0].content, " ", c.readings[1].content); got != c.want {
			t.Errorf("%s: %s, want %s", c.what, got, c.want)
		}
	}
}

// TestSettledContents holds any readings to keep contents in order, none empty,
// and to nest without circles.
func TestSettledContents(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var readings []reading
		for range rapid.IntRange(0, 6).Draw(t, "readings") {
			cue := rapid.IntRange(0, 19).Draw(t, "cue")
			first := rapid.IntRange(0, 12).Draw(t, "first")
			more, _ := drawRuns(t, first+2)
			content := append([]extent{{first, first + 1}}, more...)
			readings = append(readings, made(rapid.Int32Range(0, 3).Draw(t, "sure"), extent{cue, cue + 1}, content...))
		}
		within := nest(readings)
		settle(readings, within)
		for i, r := range readings {
			end := -1
			for _, c := range r.content {
				if c.len() <= 0 || c.first < end {
					t.Fatalf("reading %d has content %v", i, r.content)
				}
				end = c.end
			}
			if end < 0 {
				t.Fatalf("reading %d has no content", i)
			}
			steps := 0
			for at := within[i]; at >= 0; at = within[at] {
				if steps++; steps > len(readings) {
					t.Fatalf("circles in %v", within)
				}
			}
		}
	})
}
