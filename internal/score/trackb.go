package score

// Track B looks at whole attributions. Gold and system are paired one to one,
// the pair with the highest affinity first, and a pair is then judged by each
// measure. An attribution left over counts against precision or recall.

// Pairs matches an article's attributions: greedily by affinity, ties by gold
// order and then system order. First come the gold's in their order, matched or
// not, then what is left of the system's.
func Pairs(a Article) []Pair {
	return pairUp(len(a.Gold), len(a.System), func(g, s int) float64 { return affinity(a.Gold[g], a.System[s]) })
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
