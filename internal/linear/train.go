package linear

import (
	"math"
	"math/rand/v2"
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
	Rate               float32 // first step size
	Decay              float32 // pull towards zero at each touch of a weight
	Seed               uint64

	// Report, if not nil, is told the mean log-likelihood after each epoch.
	Report func(epoch int, loglik float64)

	node, edge         floatTable
	nodeSum, edgeSum   []float32
	fwd, bwd           []float64
	nodeProb, edgeProb []float64
}

// floatTable is a Table under training.
type floatTable struct {
	bits, width int
	w, g2       []float32 // weights, sums of squared gradients
}

func newFloatTable(bits, width int) floatTable {
	n := width << bits
	return floatTable{bits, width, make([]float32, n), make([]float32, n)}
}

func (t *floatTable) row(id uint32) int { return int(id&(1<<t.bits-1)) * t.width }

// Fit trains on the examples and returns the rounded tables. The same examples
// and seed give the same tables.
func (t *Trainer) Fit(examples []Example) (nodes, edges *Table) {
	t.node = newFloatTable(t.NodeBits, t.Chain.NodeWidth())
	t.edge = newFloatTable(t.EdgeBits, t.Chain.EdgeWidth())
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	rng := rand.New(rand.NewPCG(t.Seed, uint64(len(examples))))
	for epoch := range t.Epochs {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		var loglik float64
		for _, i := range order {
			loglik += t.learn(&examples[i])
		}
		if t.Report != nil {
			t.Report(epoch, loglik/float64(len(examples)))
		}
	}
	return t.node.round(), t.edge.round()
}

func (t *floatTable) round() *Table { return &Table{t.bits, t.width, Quantise(t.w)} }

// sum fills sums[i*width+k] with the score of position i for column k.
func (t *floatTable) sum(f *Features, sums []float32) []float32 {
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
	}
	return sums
}

// update moves the weights of one position's features along the gradient.
func (t *floatTable) update(ids []uint32, gradient []float64, rate, decay float32) {
	for k, g64 := range gradient {
		g0 := float32(g64)
		if g0 > -1e-3 && g0 < 1e-3 {
			continue
		}
		for _, id := range ids {
			at := t.row(id) + k
			g := g0 - decay*t.w[at]
			t.g2[at] += g * g
			t.w[at] += rate * g / float32(math.Sqrt(float64(t.g2[at])+1e-2))
		}
	}
}

// learn takes one step on an example and returns its log-likelihood before it.
func (t *Trainer) learn(e *Example) float64 {
	n := e.Nodes.Len()
	if n == 0 {
		return 0
	}
	t.nodeSum = t.node.sum(e.Nodes, t.nodeSum)
	t.edgeSum = t.edge.sum(e.Edges, t.edgeSum)
	total := t.forwardBackward(n)
	t.expectations(n, total)
	loglik := t.goldScore(e) - total
	weight := e.Weight
	if weight == 0 {
		weight = 1
	}
	rate := t.Rate * weight
	from := t.Chain.From
	for i, s := range e.Path {
		node := t.nodeProb[i*t.node.width : (i+1)*t.node.width]
		edge := t.edgeProb[i*t.edge.width : (i+1)*t.edge.width]
		if column := t.Chain.Column[s]; column >= 0 {
			node[column]++
		}
		if column := t.Chain.Step[from][s]; column >= 0 {
			edge[column]++
		}
		t.node.update(e.Nodes.At(i), node, rate, t.Decay)
		t.edge.update(e.Edges.At(i), edge, rate, t.Decay)
		from = int(s)
	}
	return loglik
}

// step is Lattice.step over the weights in training.
func (t *Trainer) step(i, from, to int) float64 {
	column := t.Chain.Step[from][to]
	if column == Never {
		return math.Inf(-1)
	}
	s := float32(0)
	if column >= 0 {
		s = t.edgeSum[i*t.edge.width+column]
	}
	if column := t.Chain.Column[to]; column >= 0 {
		s += t.nodeSum[i*t.node.width+column]
	}
	return float64(s)
}

func (t *Trainer) goldScore(e *Example) float64 {
	total, from := 0.0, t.Chain.From
	for i, s := range e.Path {
		total += t.step(i, from, int(s))
		from = int(s)
	}
	return total
}

func (t *Trainer) forwardBackward(n int) float64 {
	states := len(t.Chain.Column)
	t.fwd, t.bwd = grow(t.fwd, n*states), grow(t.bwd, n*states)
	terms := make([]float64, states)
	for s := range states {
		t.fwd[s] = math.Inf(-1)
		if t.Chain.Start[s] {
			t.fwd[s] = t.step(0, t.Chain.From, s)
		}
		t.bwd[(n-1)*states+s] = math.Inf(-1)
		if t.Chain.Final[s] {
			t.bwd[(n-1)*states+s] = 0
		}
	}
	for i := 1; i < n; i++ {
		for to := range states {
			for from := range states {
				terms[from] = t.fwd[(i-1)*states+from] + t.step(i, from, to)
			}
			t.fwd[i*states+to] = logSum(terms)
		}
	}
	for i := n - 2; i >= 0; i-- {
		for from := range states {
			for to := range states {
				terms[to] = t.bwd[(i+1)*states+to] + t.step(i+1, from, to)
			}
			t.bwd[i*states+from] = logSum(terms)
		}
	}
	for s := range states {
		terms[s] = t.fwd[(n-1)*states+s] + t.bwd[(n-1)*states+s]
	}
	return logSum(terms)
}

// expectations sets nodeProb and edgeProb to minus the expected counts of each
// column at each position: the gradient, but for the gold path's own counts.
func (t *Trainer) expectations(n int, total float64) {
	states := len(t.Chain.Column)
	t.nodeProb = grow(t.nodeProb, n*t.node.width)
	t.edgeProb = grow(t.edgeProb, n*t.edge.width)
	clear(t.nodeProb)
	clear(t.edgeProb)
	for i := range n {
		for to := range states {
			if column := t.Chain.Column[to]; column >= 0 {
				t.nodeProb[i*t.node.width+column] -= math.Exp(t.fwd[i*states+to] + t.bwd[i*states+to] - total)
			}
			for from := range states {
				column := t.Chain.Step[from][to]
				if column < 0 {
					continue
				}
				before := t.before(i, from)
				t.edgeProb[i*t.edge.width+column] -= math.Exp(before + t.step(i, from, to) + t.bwd[i*states+to] - total)
			}
		}
	}
}

// before returns the forward score of standing in state from just before position i.
func (t *Trainer) before(i, from int) float64 {
	if i > 0 {
		return t.fwd[(i-1)*len(t.Chain.Column)+from]
	}
	if from == t.Chain.From {
		return 0
	}
	return math.Inf(-1)
}

func logSum(terms []float64) float64 {
	top := math.Inf(-1)
	for _, v := range terms {
		top = max(top, v)
	}
	if math.IsInf(top, -1) {
		return top
	}
	sum := 0.0
	for _, v := range terms {
		sum += math.Exp(v - top)
	}
	return top + math.Log(sum)
}
