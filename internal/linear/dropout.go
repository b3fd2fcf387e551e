package linear

// # Dropout
//
// Most features of a text are rare, and a fit that sees them often enough comes
// to know its examples by heart: after three times round, the paths of the
// training articles are next to certain, those of other articles are not. So each
// time an example is learned from, a share of its features is left out, other
// ones each time, and what remains counts for more to make up for it. No feature
// then can rely on another's being there, and rare ones have to agree with common
// ones (Srivastava et al. 2014; for linear models Wang & Manning 2013).

// thin returns an example with a share of its features left out. It is valid
// until the next call.
func (t *Trainer) thin(e *Example) *Example {
	if t.thinned.Nodes == nil {
		t.thinned.Nodes, t.thinned.Edges = new(Features), new(Features)
	}
	t.thinned.Path, t.thinned.Weight = e.Path, e.Weight
	t.leaveOut(e.Nodes, t.thinned.Nodes)
	t.leaveOut(e.Edges, t.thinned.Edges)
	return &t.thinned
}

func (t *Trainer) leaveOut(from, to *Features) {
	to.Reset()
	kept := uint32((1 - t.Dropout) * (1 << 32))
	for i := range from.Len() {
		for _, id := range from.At(i) {
			if t.rng.Uint32() < kept {
				to.Add(id)
			}
		}
		to.Close()
	}
}

// makeUp is the factor on what remains.
func (t *Trainer) makeUp() float32 { return float32(1 / (1 - t.Dropout)) }
