package score

import (
	"cmp"
	"slices"
)

// Pair is an item of the gold with its counterpart: an index into the gold's
// and one into the system's, one of them -1 where it has none.
type Pair struct{ Gold, System int }

// pairUp matches items one to one: greedily by affinity, ties by gold order and
// then system order; those without affinity never. First come the gold's in
// their order, matched or not, then what is left of the system's.
func pairUp(golds, systems int, affinity func(g, s int) float64) []Pair {
	out := make([]Pair, golds)
	for g := range out {
		out[g] = Pair{g, -1}
	}
	taken := make([]bool, systems)
	for _, c := range candidates(golds, systems, affinity) {
		if out[c.Gold].System < 0 && !taken[c.System] {
			out[c.Gold].System = c.System
			taken[c.System] = true
		}
	}
	for s := range taken {
		if !taken[s] {
			out = append(out, Pair{-1, s})
		}
	}
	return out
}

type candidate struct {
	Pair
	affinity float64
}

func candidates(golds, systems int, affinity func(g, s int) float64) []candidate {
	var out []candidate
	for g := range golds {
		for s := range systems {
			if x := affinity(g, s); x > 0 {
				out = append(out, candidate{Pair{g, s}, x})
			}
		}
	}
	slices.SortStableFunc(out, func(x, y candidate) int { return cmp.Compare(y.affinity, x.affinity) })
	return out
}
