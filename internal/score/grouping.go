package score

// Grouping is how well things were put into groups, by B³ (Bagga & Baldwin 1998):
// for each thing, how many of those in its group belong there, and how many of
// those that belong there are in it.
type Grouping struct {
	Precision, Recall float64
	Things            int
}

// F1 is the harmonic mean of precision and recall.
func (g Grouping) F1() float64 {
	if g.Precision+g.Recall == 0 {
		return 0
	}
	return 2 * g.Precision * g.Recall / (g.Precision + g.Recall)
}

// BCubed compares two groupings of the same things: element i of each names the
// group of thing i.
func BCubed[G, S comparable](gold []G, system []S) Grouping {
	type both struct {
		gold   G
		system S
	}
	inGold, inSystem, inBoth := map[G]int{}, map[S]int{}, map[both]int{}
	for i := range gold {
		inGold[gold[i]]++
		inSystem[system[i]]++
		inBoth[both{gold[i], system[i]}]++
	}
	g := Grouping{Things: len(gold)}
	for i := range gold {
		shared := inBoth[both{gold[i], system[i]}]
		g.Precision += ratio(shared, inSystem[system[i]])
		g.Recall += ratio(shared, inGold[gold[i]])
	}
	if g.Things > 0 {
		g.Precision /= float64(g.Things)
		g.Recall /= float64(g.Things)
	}
	return g
}
