package score

import (
	"maps"

	"hearsay"
	"hearsay/internal/gold"
)

// A true contradiction is of two claims or of two figures. The trace's is the
// same one if each of its claims has an attribution of one of them, or if its
// figures were found for the truth's.

// countContradictions counts them, and how many of the truth's look-alikes are
// taken for some.
func (a *Affair) countContradictions(t affairTally) {
	read := a.readOppositions()
	hit, again := map[int]bool{}, 0
	for _, o := range a.truth.Contradictions {
		found := false
		for i, r := range read {
			if r.is(o) {
				hit[i], found = true, true
			}
		}
		t.add(contradictionFigure, Count{Gold: 1}.with(found))
		if found {
			again++
		}
	}
	again -= len(hit) // one that is two of the truth's: its claims and its figures
	t.add(contradictionFigure, Count{System: len(read) + max(0, again)})
	t.add(contradictionRightFigure, Count{System: len(read), Gold: len(read), Hit: len(hit)})
	for _, o := range a.truth.NotContradictions {
		taken := false
		for _, r := range read {
			taken = taken || r.is(o)
		}
		t.add(lookAlikeFigure, Count{System: 1, Gold: 1}.with(!taken))
	}
}

// opposition is a contradiction of the trace in the truth's ids: all that each
// side of it may be.
type opposition [2]map[string]bool

func (o opposition) is(truth gold.Opposition) bool {
	if len(truth.Pair) != 2 {
		return false
	}
	x, y := truth.Pair[0], truth.Pair[1]
	return o[0][x] && o[1][y] || o[0][y] && o[1][x]
}

func (a *Affair) readOppositions() []opposition {
	claims := map[int]map[string]bool{}
	for _, t := range a.told {
		if t.foundClaim < 0 || t.claim == "" {
			continue
		}
		if claims[t.foundClaim] == nil {
			claims[t.foundClaim] = map[string]bool{}
		}
		claims[t.foundClaim][t.claim] = true
	}
	figures := a.figureIDs()
	var out []opposition
	for _, c := range a.trace.Contradictions {
		o := opposition{map[string]bool{}, map[string]bool{}}
		for side := range o {
			if c.Claims != nil {
				maps.Copy(o[side], claims[c.Claims[side]])
			}
			if c.Figures != nil {
				maps.Copy(o[side], figures[c.Figures[side]])
			}
		}
		out = append(out, o)
	}
	return out
}

// figureIDs returns the truth's ids of the figures read.
func (a *Affair) figureIDs() map[hearsay.Place]map[string]bool {
	out := map[hearsay.Place]map[string]bool{}
	for i, r := range a.reports {
		for _, p := range r.figurePairs() {
			if p.Gold < 0 || p.System < 0 || r.Gold.Figures[p.Gold].ID == "" {
				continue
			}
			at := hearsay.Place{Report: i, Part: hearsay.PartFigure, Index: p.System}
			out[at] = map[string]bool{r.Gold.Figures[p.Gold].ID: true}
		}
	}
	return out
}
