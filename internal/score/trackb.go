package score

import (
	"cmp"
	"slices"
)

// Track B looks at whole attributions. Gold and system are paired one to one,
// the pair with the highest affinity first, and a pair is then judged by each
// measure. An attribution left over counts against precision or recall.

// Pair is an attribution of the gold with its counterpart: indices into
// Article.Gold and Article.System, one of them -1 if it has none.
type Pair struct{ Gold, System int }

// Pairs matches an article's attributions: greedily by affinity, ties by gold
// order and then system order. First come the gold's in their order, matched or
// not, then what is left of the system's.
func Pairs(a Article) []Pair {
	out := make([]Pair, len(a.Gold))
	for g := range out {
		out[g] = Pair{g, -1}
	}
	taken := make([]bool, len(a.System))
	for _, c := range candidates(a) {
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

func candidates(a Article) []candidate {
	var out []candidate
	for g, theirs := range a.Gold {
		for s, ours := range a.System {
			if x := affinity(theirs, ours); x > 0 {
				out = append(out, candidate{Pair{g, s}, x})
			}
		}
	}
	slices.SortStableFunc(out, func(x, y candidate) int { return cmp.Compare(y.affinity, x.affinity) })
	return out
}

// affinity is 5 × the shared cue tokens + the contents' IoU + the shared source
// tokens. The whole part is an integer, so equal inputs give equal sums on every
// platform.
func affinity(g, s Attribution) float64 {
	whole := 5*g.Cue.Shared(s.Cue) + g.Source.Shared(s.Source)
	shared, union := overlap(g.Content, s.Content)
	return float64(whole) + ratio(shared, union)
}

// overlap returns the sizes of intersection and union.
func overlap(x, y Set) (shared, union int) {
	shared = x.Shared(y)
	return shared, len(x) + len(y) - shared
}

// Alike reports whether two attributions are alike by measure m.
func Alike(m Measure, g, s Attribution) bool {
	if m == Exact {
		return g.Source.Equal(s.Source) && g.Cue.Equal(s.Cue) && g.Content.Equal(s.Content)
	}
	if !sourcesMeet(g, s) {
		return false
	}
	shared, union := overlap(g.Content, s.Content)
	if m == IoU {
		return shared > 0 && 2*shared >= union
	}
	return shared > 0 && g.Cue.Shared(s.Cue) > 0
}

func sourcesMeet(g, s Attribution) bool {
	if len(g.Source) == 0 || len(s.Source) == 0 {
		return len(g.Source) == len(s.Source)
	}
	return g.Source.Shared(s.Source) > 0
}

// trackB counts one article, by class and measure. A pair is of the gold's
// class, whatever the system made of it; an attribution the system invented is
// of its own. So the manners add up to the whole.
func trackB(a Article) Tally {
	out := make(Tally, len(Classes)*len(Measures))
	for _, p := range Pairs(a) {
		for c, class := range Classes {
			if !a.judge(p).in(class) {
				continue
			}
			for m, measure := range Measures {
				count := &out[c*len(Measures)+m]
				*count = count.plus(a.count(p, measure))
			}
		}
	}
	return out
}

// judge returns the attribution whose class the pair has.
func (a Article) judge(p Pair) Attribution {
	if p.Gold >= 0 {
		return a.Gold[p.Gold]
	}
	return a.System[p.System]
}

func (a Article) count(p Pair, m Measure) Count {
	switch {
	case p.Gold < 0:
		return Count{System: 1}
	case p.System < 0:
		return Count{Gold: 1}
	case Alike(m, a.Gold[p.Gold], a.System[p.System]):
		return Count{Hit: 1, System: 1, Gold: 1}
	}
	return Count{System: 1, Gold: 1}
}
