package linear

import "math"

// # The gradient
//
// The log-likelihood of an example is the score of its own path less the
// logarithm of the total of all paths. Its derivative by the score of a column
// at a position is therefore
//
//	1 if the example's path takes the column there, else 0
//	− the probability that any path takes it there
//
// and the forward and backward sums give that probability: for a step at
// position i it is
//
//	exp(forward(i−1, from) + step(i, from, to) + backward(i, to) − total)

// gradient sets nodeGrad and edgeGrad for an example and returns its
// log-likelihood.
func (t *Trainer) gradient(e *Example) float64 {
	n := e.Nodes.Len()
	t.nodeSum = t.node.sum(e.Nodes, t.makeUp(), t.nodeSum)
	t.edgeSum = t.edge.sum(e.Edges, t.makeUp(), t.edgeSum)
	total := t.forwardBackward(n)
	t.expect(n, total)
	t.count(e.Path)
	return t.goldScore(e.Path) - total
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

func (t *Trainer) goldScore(path []uint8) float64 {
	total, from := 0.0, t.Chain.From
	for i, s := range path {
		total += t.step(i, from, int(s))
		from = int(s)
	}
	return total
}

// forwardBackward sets fwd and bwd for a sequence of n positions and returns the
// logarithm of the total of all paths.
func (t *Trainer) forwardBackward(n int) float64 {
	states := len(t.Chain.Column)
	t.fwd, t.bwd = grow(t.fwd, n*states), grow(t.bwd, n*states)
	t.terms = grow(t.terms, states)
	t.setEnds(n)
	for i := 1; i < n; i++ {
		for to := range states {
			for from := range states {
				t.terms[from] = t.fwd[(i-1)*states+from] + t.step(i, from, to)
			}
			t.fwd[i*states+to] = logSum(t.terms)
		}
	}
	for i := n - 2; i >= 0; i-- {
		for from := range states {
			for to := range states {
				t.terms[to] = t.bwd[(i+1)*states+to] + t.step(i+1, from, to)
			}
			t.bwd[i*states+from] = logSum(t.terms)
		}
	}
	for s := range states {
		t.terms[s] = t.fwd[(n-1)*states+s] + t.bwd[(n-1)*states+s]
	}
	return logSum(t.terms)
}

// setEnds sets fwd at the first position and bwd at the last.
func (t *Trainer) setEnds(n int) {
	states := len(t.Chain.Column)
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
}

// expect sets the gradients to minus the expected count of each column at each
// position.
func (t *Trainer) expect(n int, total float64) {
	t.nodeGrad = grow(t.nodeGrad, n*t.node.width)
	t.edgeGrad = grow(t.edgeGrad, n*t.edge.width)
	clear(t.nodeGrad)
	clear(t.edgeGrad)
	for i := range n {
		for to, column := range t.Chain.Column {
			after := t.bwd[i*len(t.Chain.Column)+to] - total
			if column >= 0 {
				t.node.at(t.nodeGrad, i)[column] -= math.Exp(t.fwd[i*len(t.Chain.Column)+to] + after)
			}
			t.expectSteps(i, to, after)
		}
	}
}

// expectSteps takes the expected counts of the steps to one state at position i
// off the gradient; after is the backward score there, less the total.
func (t *Trainer) expectSteps(i, to int, after float64) {
	edge := t.edge.at(t.edgeGrad, i)
	for from, row := range t.Chain.Step {
		if column := row[to]; column >= 0 {
			edge[column] -= math.Exp(t.before(i, from) + t.step(i, from, to) + after)
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

// count adds the columns that a path takes to the gradients.
func (t *Trainer) count(path []uint8) {
	from := t.Chain.From
	for i, s := range path {
		if column := t.Chain.Column[s]; column >= 0 {
			t.node.at(t.nodeGrad, i)[column]++
		}
		if column := t.Chain.Step[from][s]; column >= 0 {
			t.edge.at(t.edgeGrad, i)[column]++
		}
		from = int(s)
	}
}

// logSum returns the logarithm of a sum of exponentials.
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
