package claim

// candidates returns the pairs of nodes that are worth comparing, in order.
func (s *story) candidates() []pair {
	var all []pair
	for i := range s.nodes {
		for j := i + 1; j < len(s.nodes); j++ {
			if a, b := s.closest(i, j); mayBeAlike(a, b) {
				all = append(all, pair{a: i, b: j})
			}
		}
	}
	return all
}

// closest returns a saying of each of two nodes: of one report if they have any in
// one, since there it shows how they stand to each other.
func (s *story) closest(i, j int) (a, b *saying) {
	x, y := s.nodes[i], s.nodes[j]
	for k, l := 0, 0; k < len(x) && l < len(y); {
		p, q := &s.sayings[x[k]], &s.sayings[y[l]]
		switch {
		case p.place.Report < q.place.Report:
			k++
		case p.place.Report > q.place.Report:
			l++
		default:
			return p, q
		}
	}
	return &s.sayings[x[0]], &s.sayings[y[0]]
}

func mayBeAlike(a, b *saying) bool {
	if a.place.Report == b.place.Report && (a.turn-b.turn <= 1 && b.turn-a.turn <= 1 || overlap(a.spans, b.spans, false) > 0) {
		return true
	}
	for i := range a.words {
		if has(b.words, a.words[i].stem) || hasAkin(b.words, &a.words[i]) {
			return true
		}
	}
	for _, x := range a.numbers {
		for _, y := range b.numbers {
			if x.key() == y.key() {
				return true
			}
		}
	}
	return false
}
