package score

import (
	"fmt"
	"math/rand/v2"
	"slices"
)

// How far would a figure move on other articles of the same kind? The bootstrap
// (Efron 1979) draws as many articles as there are, with replacement, a thousand
// times, and scores each draw: the middle 95 % of those scores is the interval.
// Articles, not attributions, are drawn, because the attributions of one article
// share its author, its people and its habits.

const (
	resamples = 1000
	seed      = 20160912 // any will do, so long as it stays: intervals must not change from run to run
)

// Interval is a 95 % interval.
type Interval struct {
	Low  float64 `json:"low"`
	High float64 `json:"high"`
}

// bootstrap calls use with the indices of the n articles each resample drew.
func bootstrap(n int, use func(drawn []int)) {
	random := rand.New(rand.NewPCG(seed, 0))
	drawn := make([]int, n)
	for range resamples {
		for i := range drawn {
			drawn[i] = random.IntN(n)
		}
		use(drawn)
	}
}

// drawnF1 returns every figure's F1 over the drawn articles.
func drawnF1(tallies []Tally, drawn []int) []float64 {
	sum := make(Tally, len(Figures))
	for _, d := range drawn {
		for i, c := range tallies[d] {
			sum[i] = sum[i].plus(c)
		}
	}
	out := make([]float64, len(sum))
	for i, c := range sum {
		out[i] = c.F1()
	}
	return out
}

// Intervals returns the 95 % interval of every figure's F1, in the order of
// Figures. There must be at least one article.
func Intervals(tallies []Tally) []Interval {
	scores := make([][]float64, len(Figures))
	bootstrap(len(tallies), func(drawn []int) {
		for i, f := range drawnF1(tallies, drawn) {
			scores[i] = append(scores[i], f)
		}
	})
	out := make([]Interval, len(scores))
	for i := range scores {
		out[i] = middle(scores[i])
	}
	return out
}

// middle sorts the scores of all resamples and returns the middle 95 %.
func middle(scores []float64) Interval {
	slices.Sort(scores)
	cut := len(scores) * 25 / 1000
	return Interval{scores[cut], scores[len(scores)-1-cut]}
}

// Difference is how one figure moved from one system to another on the same
// articles.
type Difference struct {
	Figure string   `json:"figure"`
	Before float64  `json:"before"`
	After  float64  `json:"after"`
	By     Interval `json:"by"` // of After − Before
	// Worse is the share of resamples in which After is not above Before: small
	// where a gain is not luck.
	Worse float64 `json:"worse"`
}

// Compare sets two systems side by side by a paired bootstrap: each resample
// draws the same articles for both, so that what is hard for both cancels out.
func Compare(before, after Result) ([]Difference, error) {
	if !slices.Equal(before.names(), after.names()) {
		return nil, fmt.Errorf("the two results are not over the same articles: %d and %d", len(before.Articles), len(after.Articles))
	}
	was, is := before.tallies(), after.tallies()
	moves := make([][]float64, len(Figures))
	bootstrap(len(was), func(drawn []int) {
		x, y := drawnF1(was, drawn), drawnF1(is, drawn)
		for i := range moves {
			moves[i] = append(moves[i], y[i]-x[i])
		}
	})
	return differences(before, after, moves), nil
}

func differences(before, after Result, moves [][]float64) []Difference {
	out := make([]Difference, len(Figures))
	for i, name := range Figures {
		worse := 0
		for _, m := range moves[i] {
			if m <= 0 {
				worse++
			}
		}
		out[i] = Difference{name, before.Figures[i].F1, after.Figures[i].F1, middle(moves[i]), ratio(worse, resamples)}
	}
	return out
}
