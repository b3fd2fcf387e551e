package score

import "hearsay"

// TrueClaims returns the claim, by the truth, of each attribution that both sides
// have; "" for one without. Those who fit the weights of linking learn from it.
func (a *Affair) TrueClaims() map[hearsay.Place]string {
	claims := map[hearsay.Place]string{}
	for _, t := range a.told {
		claims[hearsay.Place{Report: t.report, Part: hearsay.PartAttribution, Index: t.system}] = t.claim
	}
	return claims
}

// Related reports whether two reports copy or revise one another, or are one.
func (a *Affair) Related(x, y int) bool { return a.family[x] == a.family[y] }

// Links counts the links, and the hard ones among them, that other claims than the
// trace's own make of the same records.
func (a *Affair) Links(claims []hearsay.Claim) (all, hard Count) {
	of := map[hearsay.Place]int{}
	for _, c := range claims {
		for _, p := range c.Places {
			of[p] = c.ID
		}
	}
	other := *a
	other.told = append([]told(nil), a.told...)
	for i, t := range other.told {
		other.told[i].foundClaim = idOr(of, hearsay.Place{Report: t.report, Part: hearsay.PartAttribution, Index: t.system})
	}
	tally := make(affairTally, len(AffairFigures))
	other.countLinks(tally)
	return tally[affairIndex[linkFigure]], tally[affairIndex[hardFigure]]
}
