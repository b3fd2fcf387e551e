package linear

import (
	"math"
	"math/rand/v2"
)

const (
	// flat is the gradient below which a step is not worth taking: most
	// tokens are certain after an epoch, and cost nothing from then on.
	flat = 1e-3
	// damp keeps the first steps of a weight from being too large.
	damp = 1e-2
)

// Example is one labelled sequence: features of tokens and of the boundaries
// before them, and the state of each.
type Example struct {
	Nodes, Edges *Features
	Path         []uint8
	Weight       float32 // 0 counts as 1
}

// Trainer fits the two tables of a Chain as a conditional random field
// (Lafferty, McCallum & Pereira 2001) by stochastic gradient ascent with
// per-weight step sizes (AdaGrad: Duchi, Hazan & Singer 2011).
type Trainer struct {
	Chain              *Chain
	NodeBits, EdgeBits int
	Epochs             int
	Averaged           int     // the weights are the mean of those after each epoch from this one on, 0 the first
	Rate               float32 // first step size
	Decay              float32 // pull towards zero at each touch of a weight
	Seed               uint64
	Runs               int // how many runs, each in its own order, the weights are the mean of; 0 counts as 1

	// Dropout is the share of an example's features left out each time it is
	// learned from, never the same ones; see thin.
	Dropout float64

	// Report, if not nil, is told the mean log-likelihood after each epoch.
	Report func(epoch int, loglik float64)

	node, edge         floatTable
	nodeSum, edgeSum   []float32 // scores, by position and column
	fwd, bwd           []float64 // log sums, by position and state
	terms              []float64
	rng                *rand.Rand
	thinned            Example
	nodeGrad, edgeGrad []float64 // see gradient
}

// floatTable is a Table under training.
type floatTable struct {
	bits, width int
	w, g2       []float32 // weights, sums of squared gradients
	sums        []float32 // of the weights at the ends of epochs, see collect
	collected   int
}

func newFloatTable(bits, width int) floatTable {
	n := width << bits
	return floatTable{bits: bits, width: width, w: make([]float32, n), g2: make([]float32, n)}
}

// at returns position i's part of a list with an entry for each column.
func (t *floatTable) at(list []float64, i int) []float64 { return list[i*t.width : (i+1)*t.width] }

func (t *floatTable) row(id uint32) int { return int(id&(1<<t.bits-1)) * t.width }

// Fit trains on the examples and returns the rounded tables. The same examples
// and seed give the same tables on the same kind of processor; another may round
// exponentials otherwise.
func (t *Trainer) Fit(examples []Example) (nodes, edges *Table) {
	t.node = newFloatTable(t.NodeBits, t.Chain.NodeWidth())
	t.edge = newFloatTable(t.EdgeBits, t.Chain.EdgeWidth())
	for run := range max(1, t.Runs) {
		t.node.begin()
		t.edge.begin()
		t.run(examples, rand.New(rand.NewPCG(t.Seed+uint64(run), uint64(len(examples)))))
	}
	return t.node.mean(), t.edge.mean()
}

// run goes through the examples Epochs times, each time in another order.
func (t *Trainer) run(examples []Example, rng *rand.Rand) {
	t.rng = rng
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	for epoch := range t.Epochs {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		var loglik float64
		for _, i := range order {
			loglik += t.learn(&examples[i])
		}
		if t.Report != nil {
			t.Report(epoch, loglik/float64(len(examples)))
		}
		if epoch >= t.Averaged {
			t.node.collect()
			t.edge.collect()
		}
	}
}

// begin forgets the weights, but not those collected.
func (t *floatTable) begin() {
	clear(t.w)
	clear(t.g2)
}

// collect adds the weights to their sum.
func (t *floatTable) collect() {
	if t.sums == nil {
		t.sums = make([]float32, len(t.w))
	}
	for i, w := range t.w {
		t.sums[i] += w
	}
	t.collected++
}

// mean returns the mean of the weights collected, rounded; the weights as they
// are if none were.
func (t *floatTable) mean() *Table {
	if t.sums == nil {
		return &Table{t.bits, t.width, Quantise(t.w)}
	}
	for i := range t.sums {
		t.sums[i] /= float32(t.collected)
	}
	return &Table{t.bits, t.width, Quantise(t.sums)}
}

// sum fills sums[i*width+k] with the score of position i for column k, times a
// factor.
func (t *floatTable) sum(f *Features, factor float32, sums []float32) []float32 {
	sums = grow(sums, f.Len()*t.width)
	clear(sums)
	for i := range f.Len() {
		out := sums[i*t.width : (i+1)*t.width]
		for _, id := range f.At(i) {
			at := t.row(id)
			for k := range out {
				out[k] += t.w[at+k]
			}
		}
		for k := range out {
			out[k] *= factor
		}
	}
	return sums
}

// update moves the weights of one position's features along the gradient.
func (t *floatTable) update(ids []uint32, gradient []float64, rate, decay float32) {
	for k, g64 := range gradient {
		g0 := float32(g64)
		if g0 > -flat && g0 < flat {
			continue
		}
		for _, id := range ids {
			at := t.row(id) + k
			g := g0 - decay*t.w[at]
			t.g2[at] += g * g
			t.w[at] += rate * g / float32(math.Sqrt(float64(t.g2[at])+damp))
		}
	}
}

// learn takes one step on an example and returns its log-likelihood before it.
func (t *Trainer) learn(e *Example) float64 {
	if e.Nodes.Len() == 0 {
		return 0
	}
	if t.Dropout > 0 {
		e = t.thin(e)
	}
	loglik := t.gradient(e)
	rate := t.Rate
	if e.Weight != 0 {
		rate *= e.Weight
	}
	for i := range e.Path {
		t.node.update(e.Nodes.At(i), t.node.at(t.nodeGrad, i), rate, t.Decay)
		t.edge.update(e.Edges.At(i), t.edge.at(t.edgeGrad, i), rate, t.Decay)
	}
	return loglik
}
