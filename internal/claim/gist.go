package claim

import (
	"cmp"
	"slices"

	"hearsay"
)

// claims turns groups of nodes into claims.
func (s *story) claims(groups [][]int) []hearsay.Claim {
	claims := make([]hearsay.Claim, 0, len(groups))
	for _, g := range groups {
		var sayings []int
		for _, n := range g {
			sayings = append(sayings, s.nodes[n]...)
		}
		slices.Sort(sayings)
		claims = append(claims, s.claim(sayings))
	}
	slices.SortStableFunc(claims, func(a, b hearsay.Claim) int {
		return cmp.Or(cmp.Compare(reportsOf(b), reportsOf(a)), cmp.Compare(s.begin(a), s.begin(b)))
	})
	for i := range claims {
		claims[i].ID = i
	}
	return claims
}

// reportsOf counts the reports that make a claim.
func reportsOf(c hearsay.Claim) int {
	n, last := 0, -1
	for _, p := range c.Places {
		if p.Report != last {
			n, last = n+1, p.Report
		}
	}
	return n
}

// begin returns when a claim is first made, by the order of publication.
func (s *story) begin(c hearsay.Claim) int {
	first := len(s.order)
	for _, p := range c.Places {
		first = min(first, s.order[p.Report])
	}
	return first
}

func (s *story) claim(group []int) hearsay.Claim {
	var c hearsay.Claim
	for _, i := range group {
		c.Places = append(c.Places, s.sayings[i].place)
	}
	fullest := s.fullest(group)
	x := s.sayings[fullest]
	c.Gist = s.gist(x)
	c.Act = most(group, func(i int) hearsay.Act { return s.sayings[i].act }, x.act)
	c.Stance = most(group, func(i int) hearsay.Stance { return s.sayings[i].stance }, x.stance)
	c.By, c.To = s.by(group), s.to(group)
	return c
}

// gist returns the words of a saying from its first to its last piece if they
// stand together, else its longest piece.
func (s *story) gist(x *saying) hearsay.Passage {
	longest := x.spans[0]
	for _, span := range x.spans {
		if span.Len() > longest.Len() {
			longest = span
		}
	}
	return hearsay.Passage{Report: x.place.Report, Span: longest}
}

// fullest returns the saying whose words the others of its group have most of:
// each of its words counts as often as others have it. Of equals it is the first
// by publication.
func (s *story) fullest(group []int) int {
	count := map[int32]int{}
	for _, i := range group {
		for _, w := range s.sayings[i].words {
			count[w.stem]++
		}
	}
	best, rank := group[0], -1
	for _, i := range group {
		x := s.sayings[i]
		sum := 0
		for _, w := range x.words {
			sum += (count[w.stem] - 1) * w.weight
		}
		r := sum * 16 / (16 + len(x.words))
		if len(group) == 1 || r > rank || r == rank && s.order[x.place.Report] < s.order[s.sayings[best].place.Report] {
			best, rank = i, r
		}
	}
	return best
}

// most returns what most of a group have, "" not counted; of equals the one that
// the fullest has, or else the first.
func most[T ~string](group []int, of func(int) T, fullest T) T {
	count := map[T]int{}
	var order []T
	for _, i := range group {
		v := of(i)
		if v == "" {
			continue
		}
		if count[v] == 0 {
			order = append(order, v)
		}
		count[v]++
	}
	best := fullest
	for _, v := range order {
		if count[v] > count[best] {
			best = v
		}
	}
	return best
}

// by returns whose statement a claim is: the actor at the end of most chains. Who
// only passes on what another voice in the same claim says does not count; nil if
// the reports name nobody for most.
func (s *story) by(group []int) *int {
	relays := map[hearsay.Place]bool{}
	for _, i := range group {
		if p := s.sayings[i].place; p.Part == hearsay.PartAttribution {
			all := s.trace.Records[p.Report].Attributions
			if outer := all[p.Index].Within; outer != nil && overlap(all[*outer].Content, all[p.Index].Content, true) > sameContent {
				relays[hearsay.Place{Report: p.Report, Part: p.Part, Index: *outer}] = true
			}
		}
	}
	count, order := map[int]int{}, []int(nil)
	for _, i := range group {
		x := s.sayings[i]
		if x.place.Part != hearsay.PartAttribution || relays[x.place] {
			continue
		}
		if count[x.speaker] == 0 {
			order = append(order, x.speaker)
		}
		count[x.speaker]++
	}
	if best := winner(order, count); best != nil && *best >= 0 {
		id := s.idOf(*best)
		return &id
	}
	return nil
}

// idOf returns the ID of the actor with a number; -1 for none.
func (s *story) idOf(number int) int {
	if number < 0 {
		return -1
	}
	return s.actors[number]
}

// sameContent is the share of two contents, in thousandths, from which on they are
// one content with two voices.
const sameContent = 700

func winner(order []int, count map[int]int) *int {
	if len(order) == 0 {
		return nil
	}
	best := order[0]
	for _, a := range order {
		if count[a] > count[best] {
			best = a
		}
	}
	return &best
}

// to returns to whom most say that it is said.
func (s *story) to(group []int) *int {
	count, order := map[int]int{}, []int(nil)
	for _, i := range group {
		x := s.sayings[i]
		if x.place.Part != hearsay.PartAttribution {
			continue
		}
		to := s.trace.Records[x.place.Report].Attributions[x.place.Index].Addressee
		if to == nil {
			continue
		}
		a := s.idOf(s.actorOf[x.place.Report][*to])
		if count[a] == 0 {
			order = append(order, a)
		}
		count[a]++
	}
	return winner(order, count)
}
