package resolve

import "hearsay"

// Where a name with "and" or a plural's apostrophe in it begins and ends, its last
// word tells: it is the noun of a body, or of an office before a person's name.
//
//	must come out                                       and not
//	[the Dock and Quay Workers' Union]                  [Dock] and [Quay Workers] ' [Union]
//	Work and Arbitration Minister [Rufus Tennant]       [Work] and Arbitration Minister [Rufus Tennant]
//
//	must stay
//	[Amrith] and [Dorsena Bank]       no "the" before the first
//	[Dravna]'s [Board]                of one, not of many

// mended returns the names with such boundaries mended. It writes over the list.
func (r *reading) mended(names []hearsay.Name) []hearsay.Name {
	out := names[:0]
	for _, n := range names {
		if k := len(out); k > 0 && n.First < out[k-1].End {
			out[k-1].End = max(out[k-1].End, n.End) // reached by an apostrophe
			continue
		}
		n = r.afterApostrophe(n)
		n = r.withQuarter(n)
		if k := len(out); k > 0 {
			switch before := out[k-1]; {
			case r.isHalf(before, n):
				n.First, n.Kind = before.First, hearsay.OrganisationName
				out = out[:k-1]
			case r.isHalfTitle(before, n):
				out = out[:k-1]
			}
		}
		out = append(out, n)
	}
	return out
}

// afterApostrophe lengthens a name that ends with a plural's apostrophe before the
// noun of a body.
func (r *reading) afterApostrophe(n hearsay.Name) hearsay.Name {
	for at := n.End; at+1 < len(r.words) && r.words[at].Low == "'" && r.sentence[at+1] == r.sentence[n.First]; at = n.End {
		if !r.isCapitalised(at+1) || !r.isBodyNoun(at+1) {
			break
		}
		n.End, n.Kind = at+2, hearsay.OrganisationName
	}
	return n
}

// withQuarter lengthens a name of one word by what tells it from its neighbour of the
// same name: "Lower Sola", "East Karem".
func (r *reading) withQuarter(n hearsay.Name) hearsay.Name {
	if at := n.First - 1; n.End-n.First == 1 && n.Kind != hearsay.PersonName && at >= 0 && r.sentence[at] == r.sentence[n.First] && quarters[r.words[at].Low] && r.isCapitalised(at) && r.isCapitalised(n.First) {
		n.First = at
	}
	return n
}

var quarters = wordSet("upper lower north south east west inner outer greater")

// isHalf reports whether a name is the first half of one with "and" in it, of which
// n is the second.
func (r *reading) isHalf(before, n hearsay.Name) bool {
	return r.isJoinedByAnd(before, n.First) && before.End-before.First <= 2 &&
		r.isBodyNoun(n.End-1) && before.First > 0 && r.words[before.First-1].Low == "the"
}

// isHalfTitle reports whether what was taken for a name is the first half of the
// title before a person's name.
func (r *reading) isHalfTitle(before, n hearsay.Name) bool {
	if n.Kind != hearsay.PersonName {
		return false
	}
	office := n.First - 1
	if n.End-n.First > 2 && r.isOffice(n.First+1) {
		office = n.First + 1 // "Arbitration Minister Rufus Tennant" as a whole
	}
	if office < before.End || !r.isOffice(office) {
		return false
	}
	first := min(office, n.First)
	for first > before.End && r.isCapitalised(first-1) {
		first--
	}
	return r.isJoinedByAnd(before, first)
}

// isJoinedByAnd reports whether "and" alone stands between a name and token t.
func (r *reading) isJoinedByAnd(before hearsay.Name, t int) bool {
	if before.End != t-1 || r.sentence[before.First] != r.sentence[t] {
		return false
	}
	low := r.words[before.End].Low
	return low == "and" || low == "&"
}

func (r *reading) isBodyNoun(t int) bool {
	n, ok := nouns[r.words[t].Low]
	return ok && n.sort.isBody()
}

func (r *reading) isOffice(t int) bool {
	n, ok := nouns[r.words[t].Low]
	return ok && n.sort == person && n.standing == public
}
