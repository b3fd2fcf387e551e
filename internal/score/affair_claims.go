package score

// hardShare is the share of the shorter content's words from which on two
// contents are so alike that linking them is easy.
const hardShare = 0.6

// countLinks counts pairs of attributions from reports of different families: a
// pair is linked if both make one claim.
//
//	truth   A1 = A2   A3        pairs A1A2 yes, A1A3 no, A2A3 no
//	trace   A1 = A2 = A3              A1A2 hit, A1A3 and A2A3 invented
func (a *Affair) countLinks(t affairTally) {
	for i, x := range a.told {
		for _, y := range a.told[:i] {
			if a.family[x.report] == a.family[y.report] {
				continue
			}
			c := Count{}
			if x.claim != "" && x.claim == y.claim {
				c.Gold = 1
			}
			if x.foundClaim >= 0 && x.foundClaim == y.foundClaim {
				c.System = 1
			}
			c = c.with(c.Gold+c.System == 2)
			t.add(linkFigure, c)
			if isHard(x, y) {
				t.add(hardFigure, c)
			}
		}
	}
}

func isHard(x, y told) bool {
	shared := 0
	for w := range x.words {
		if y.words[w] {
			shared++
		}
	}
	return float64(shared) < hardShare*float64(min(len(x.words), len(y.words)))
}

// countOrigins counts pairs of attributions of one true claim in different
// reports, by whether they go back to one origin; and the claims that several
// families of reports have, by whether they have one origin or several.
func (a *Affair) countOrigins(t affairTally) {
	for i, x := range a.told {
		for _, y := range a.told[:i] {
			if x.report == y.report || x.claim != y.claim || x.origin == "" || y.origin == "" {
				continue
			}
			same := x.foundOrigin >= 0 && x.foundOrigin == y.foundOrigin
			t.side(sameOriginFigure, otherOriginFigure, x.origin == y.origin, same)
		}
	}
	for _, c := range a.truth.Claims {
		if mine := a.toldOf(c.ID); a.families(mine) > 1 {
			t.side(oneOriginFigure, severalOriginsFigure, len(c.Origins) == 1, origins(mine) == 1)
		}
	}
}

func (a *Affair) toldOf(claim string) []told {
	var out []told
	for _, t := range a.told {
		if t.claim == claim {
			out = append(out, t)
		}
	}
	return out
}

func (a *Affair) families(of []told) int {
	seen := map[int]bool{}
	for _, t := range of {
		seen[a.family[t.report]] = true
	}
	return len(seen)
}

// origins counts the origins that the trace gives to some attributions; one
// without any is an origin of its own.
func origins(of []told) int {
	seen, alone := map[int]bool{}, 0
	for _, t := range of {
		if t.foundOrigin < 0 {
			alone++
			continue
		}
		seen[t.foundOrigin] = true
	}
	return len(seen) + alone
}
