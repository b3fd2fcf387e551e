package score

import (
	"slices"
	"testing"
)

// resultOf gives every figure of an article the same counts.
func resultOf(names []string, counts []Count) Result {
	var r Result
	for i, name := range names {
		tally := make(Tally, len(Figures))
		for f := range tally {
			tally[f] = counts[i]
		}
		r.Articles = append(r.Articles, Counted{name, tally})
	}
	for i, c := range Sum(r.tallies()) {
		r.Figures = append(r.Figures, FigureScore{Figure: Figures[i], Count: c, F1: c.F1()})
	}
	return r
}

var five = []string{"a", "b", "c", "d", "e"}

func TestIntervals(t *testing.T) {
	alike := resultOf(five, slices.Repeat([]Count{{3, 4, 4}}, 5))
	if got := Intervals(alike.tallies())[0]; got != (Interval{0.75, 0.75}) {
		t.Errorf("articles that are all alike vary by %+v", got)
	}
	mixed := resultOf(five, []Count{{0, 4, 4}, {1, 4, 4}, {2, 4, 4}, {3, 4, 4}, {4, 4, 4}})
	first, again := Intervals(mixed.tallies()), Intervals(mixed.tallies())
	if !slices.Equal(first, again) {
		t.Error("the interval changes from run to run")
	}
	// The mean of five draws from {0, ¼, ½, ¾, 1} has a standard error of .158.
	if got := first[0]; got.Low < 0.1 || got.Low > 0.3 || got.High < 0.7 || got.High > 0.9 {
		t.Errorf("interval %+v, want about 0.2 – 0.8", got)
	}
}

func TestMiddle(t *testing.T) {
	var scores []float64
	for i := range 1000 {
		scores = append(scores, float64((i*7)%1000))
	}
	if got := middle(scores); got != (Interval{25, 974}) {
		t.Errorf("middle of 0 … 999 is %+v", got)
	}
}

func TestCompareIsPaired(t *testing.T) {
	before := resultOf(five, []Count{{0, 9, 9}, {2, 9, 9}, {4, 9, 9}, {6, 9, 9}, {8, 9, 9}})
	after := resultOf(five, []Count{{1, 9, 9}, {3, 9, 9}, {5, 9, 9}, {7, 9, 9}, {9, 9, 9}})
	moved, err := Compare(before, after)
	if err != nil {
		t.Fatal(err)
	}
	// The articles differ widely, the gain is the same in each: a paired
	// comparison is sure of it.
	d := moved[0]
	if d.Worse != 0 || d.By.Low < 0.11 || d.By.High > 0.112 || d.Figure != "source" {
		t.Errorf("moved %+v, want 1 in 9 for certain", d)
	}
	if same, _ := Compare(before, before); same[0].Worse != 1 {
		t.Errorf("no change at all: %+v", same[0])
	}
}

func TestCompareRefusesOtherArticles(t *testing.T) {
	one := resultOf(five[:2], []Count{{1, 1, 1}, {1, 1, 1}})
	other := resultOf(five[1:3], []Count{{1, 1, 1}, {1, 1, 1}})
	if _, err := Compare(one, other); err == nil {
		t.Error("results over different articles were compared")
	}
}
