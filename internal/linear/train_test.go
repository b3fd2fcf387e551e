package linear

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// TestGradient compares the gradient of the log-likelihood with what moving
// each weight a little makes of it.
func TestGradient(t *testing.T) {
	forEachChain(t, func(t *rapid.T, c *Chain) {
		n := rapid.IntRange(1, 5).Draw(t, "length")
		e := &Example{Nodes: drawFeatures(t, n), Edges: drawFeatures(t, n)}
		e.Path = rapid.SampledFrom(allPaths(c, n)).Draw(t, "path")
		trainer := &Trainer{Chain: c, node: drawFloatTable(t, c.NodeWidth()), edge: drawFloatTable(t, c.EdgeWidth())}
		trainer.gradient(e)
		node := trainer.node.slopes(e.Nodes, trainer.nodeGrad)
		edge := trainer.edge.slopes(e.Edges, trainer.edgeGrad)
		for i, want := range trainer.measured(e, trainer.node.w) {
			checkSlope(t, "token", i, node[i], want)
		}
		for i, want := range trainer.measured(e, trainer.edge.w) {
			checkSlope(t, "boundary", i, edge[i], want)
		}
	})
}

func drawFloatTable(t *rapid.T, width int) floatTable {
	table := newFloatTable(2, width)
	for i := range table.w {
		table.w[i] = float32(rapid.IntRange(-20, 20).Draw(t, "weight")) / 10
	}
	return table
}

// slopes returns the derivative by each weight, given those by each position's
// scores.
func (t *floatTable) slopes(f *Features, gradient []float64) []float64 {
	slopes := make([]float64, len(t.w))
	for i := range f.Len() {
		for _, id := range f.At(i) {
			for k, g := range t.at(gradient, i) {
				slopes[t.row(id)+k] += g
			}
		}
	}
	return slopes
}

// measured returns the derivative of the log-likelihood by each of some weights
// as the difference over a small step to both sides.
func (t *Trainer) measured(e *Example, weights []float32) []float64 {
	const step = 1.0 / 64
	slopes := make([]float64, len(weights))
	for i, w := range weights {
		weights[i] = w + step
		above := t.gradient(e)
		weights[i] = w - step
		slopes[i] = (above - t.gradient(e)) / (2 * step)
		weights[i] = w
	}
	return slopes
}

func checkSlope(t *rapid.T, kind string, i int, got, want float64) {
	if math.Abs(got-want) > 0.01 {
		t.Fatalf("gradient by %s weight %d is %.4f, measured %.4f", kind, i, got, want)
	}
}

// TestTrainerAgreesWithLattice compares the floating-point sums of training with
// the integer sums of reading over the same weights, on sequences of a
// sentence's length.
func TestTrainerAgreesWithLattice(t *testing.T) {
	forEachChain(t, func(t *rapid.T, c *Chain) {
		n := rapid.IntRange(1, 80).Draw(t, "length")
		trainer := &Trainer{Chain: c, node: drawFloatTable(t, c.NodeWidth()), edge: drawFloatTable(t, c.EdgeWidth())}
		for _, weights := range [][]float32{trainer.node.w, trainer.edge.w} {
			for i, w := range Quantise(weights) {
				weights[i] = float32(w.Units()) / Scale
			}
		}
		e := &Example{Nodes: drawFeatures(t, n), Edges: drawFeatures(t, n)}
		l := new(Lattice)
		l.Fill(c, trainer.node.stored(), trainer.edge.stored(), e.Nodes, e.Edges)
		e.Path, _ = l.Best(nil)
		want := trainer.gradient(e) * Scale
		got := float64(l.PathScore(e.Path) - l.LogTotal())
		if math.Abs(got-want) > tolerance(n, c)/2 {
			t.Fatalf("log probability %.0f of the best path of %d, want %.2f", got, n, want)
		}
	})
}

func (t *floatTable) stored() *Table { return &Table{t.bits, t.width, Quantise(t.w)} }

// The invented language of the tests: words are numbers, an opener begins a
// span, fillers go on with it, and a word below them ends it.
const (
	plainWord = iota
	filler
	opener
)

// invented returns sentences of the invented language labelled for a chain.
func invented(c *Chain) []Example {
	var out []Example
	for _, words := range [][]int{
		{plainWord, opener, filler, plainWord}, {plainWord, plainWord, opener, plainWord, plainWord},
		{opener, filler, filler, filler, plainWord}, {filler, plainWord, opener}, {filler, filler, opener, filler},
		{opener, plainWord, filler}, {plainWord, filler, plainWord, opener, filler},
	} {
		out = append(out, example(words, c))
	}
	return out
}

func example(words []int, c *Chain) Example {
	e := Example{Nodes: new(Features), Edges: new(Features)}
	state, last := uint8(0), plainWord
	for _, w := range words {
		state = follow(c, state, w)
		e.Nodes.Add(Mix(1, uint32(w), 0))
		e.Nodes.Close()
		e.Edges.Add(Mix(2, uint32(w), uint32(last)))
		e.Edges.Close()
		e.Path = append(e.Path, state)
		last = w
	}
	return e
}

// follow returns the state after a word.
func follow(c *Chain, state uint8, word int) uint8 {
	inside := state == 1 || c == BIO && state == 2
	switch {
	case word == opener:
		return 1
	case word == filler && inside && c == BIO:
		return 2
	case word == filler && inside:
		return 1
	case state == 0 || c == BIO || c == Runs:
		return 0
	}
	return 2
}

func smallTrainer(c *Chain) *Trainer {
	return &Trainer{Chain: c, NodeBits: 8, EdgeBits: 8, Epochs: 20, Rate: 0.3, Decay: 1e-4, Seed: 1}
}

func TestTrainerLearns(t *testing.T) {
	for _, c := range chains {
		t.Run(c.name, func(t *testing.T) {
			trainer := smallTrainer(c.chain)
			var logliks []float64
			trainer.Report = func(epoch int, loglik float64) {
				if epoch != len(logliks) {
					t.Errorf("epoch %d is told after %d", epoch, len(logliks))
				}
				logliks = append(logliks, loglik)
			}
			nodes, edges := trainer.Fit(invented(c.chain))
			if n := len(logliks); n != trainer.Epochs || logliks[n-1] <= logliks[0] || logliks[n-1] > 0 {
				t.Errorf("mean log-likelihoods %.3f", logliks)
			}
			// The last sentence is new to it.
			for _, e := range append(invented(c.chain), example([]int{plainWord, filler, opener, filler, filler, plainWord, plainWord}, c.chain)) {
				l := new(Lattice)
				l.Fill(c.chain, nodes, edges, e.Nodes, e.Edges)
				if got, _ := l.Best(nil); !slices.Equal(got, e.Path) {
					t.Errorf("got %v, want %v", got, e.Path)
				}
			}
		})
	}
}

func TestTrainerIsDeterministic(t *testing.T) {
	fit := func(seed uint64) string {
		trainer := smallTrainer(BIO)
		trainer.Seed, trainer.Epochs = seed, 3
		nodes, edges := trainer.Fit(invented(BIO))
		return fmt.Sprintf("%x", edges.Append(nodes.Append(nil)))
	}
	once, again, other := fit(1), fit(1), fit(2)
	if once != again {
		t.Error("one seed gave two tables")
	}
	if once == other {
		t.Error("the seed changes nothing, so the order of the examples is always the same")
	}
}

// TestAveraged compares the mean over two epochs with the weights after each.
func TestAveraged(t *testing.T) {
	fit := func(epochs, averaged int) []Weight {
		trainer := smallTrainer(Runs)
		trainer.Epochs, trainer.Averaged = epochs, averaged
		nodes, _ := trainer.Fit(invented(Runs)[:1]) // of one example, so that the order is always the same
		return nodes.W
	}
	first, second, mean := fit(1, 0), fit(2, 1), fit(2, 0)
	for i := range mean {
		if off := 2*mean[i] - first[i] - second[i]; off < -2 || off > 2 {
			t.Errorf("weight %d is %d and then %d, and %d as a mean", i, first[i], second[i], mean[i])
		}
	}
	if slices.Equal(first, second) {
		t.Error("the second epoch changed nothing")
	}
	if none := fit(1, 5); !slices.Equal(none, first) {
		t.Error("with no epoch to average the weights are not the last")
	}
}

// TestExampleWeight holds an example of half weight to be half a step, and no
// weight to be a whole one.
func TestExampleWeight(t *testing.T) {
	first := func(weight float32) float32 {
		trainer := smallTrainer(Runs)
		trainer.Epochs, trainer.Decay = 1, 0
		e := example([]int{opener}, Runs)
		e.Weight = weight
		nodes, _ := trainer.Fit([]Example{e})
		return float32(nodes.Row(Mix(1, opener, 0))[0])
	}
	whole := first(0)
	if whole <= 0 || first(1) != whole || math.Abs(float64(first(0.5)-whole/2)) > 1 {
		t.Errorf("weights 0, 1 and ½ move by %g, %g and %g", whole, first(1), first(0.5))
	}
}

// TestDropout holds a share of the features to be left out, others each time, and
// what is learned from what remains to tell the examples apart all the same.
func TestDropout(t *testing.T) {
	trainer := smallTrainer(Runs)
	trainer.Dropout, trainer.rng = 0.25, rand.New(rand.NewPCG(1, 1))
	whole := new(Features)
	for id := range uint32(4000) {
		whole.Add(id)
	}
	whole.Close()
	first := slices.Clone(trainer.thin(&Example{Nodes: whole, Edges: whole}).Nodes.At(0))
	second := trainer.thin(&Example{Nodes: whole, Edges: whole}).Nodes.At(0)
	if n := len(first); n < 2900 || n > 3100 || !slices.IsSorted(first) {
		t.Errorf("%d of 4000 features remain, want about three of four, in order", n)
	}
	if slices.Equal(first, second) {
		t.Error("the same features are left out each time")
	}
	trainer = smallTrainer(Runs)
	trainer.Dropout = 0.25
	examples := invented(Runs)
	nodes, edges := trainer.Fit(examples)
	l := new(Lattice)
	for i, e := range examples {
		l.Fill(Runs, nodes, edges, e.Nodes, e.Edges)
		if path, _ := l.Best(nil); !slices.Equal(path, e.Path) {
			t.Errorf("example %d: %v, want %v", i, path, e.Path)
		}
	}
}

func TestTrainerWithoutExamples(t *testing.T) {
	nodes, edges := smallTrainer(BIO).Fit([]Example{{Nodes: new(Features), Edges: new(Features)}})
	for _, w := range append(nodes.W, edges.W...) {
		if w != 0 {
			t.Fatal("learned something from an empty sequence")
		}
	}
}

func TestClone(t *testing.T) {
	f := new(Features)
	f.Add(1)
	f.Close()
	c := f.Clone()
	f.Reset()
	f.Close()
	f.Add(2)
	f.Add(3)
	f.Close()
	if c.Len() != 1 || !slices.Equal(c.At(0), []uint32{1}) {
		t.Errorf("the copy is %v", c)
	}
	if f.Len() != 2 || len(f.At(0)) != 0 || !slices.Equal(f.At(1), []uint32{2, 3}) {
		t.Errorf("the original is %v", f)
	}
}
