package linear

// Chain is the structure of a labelling: which states there are, what weights a
// position in a state collects, and which state may follow which.
//
// A state's Column is the column of the node table whose weight it collects at
// each position, and -1 for the state that collects none and so is the measure
// for the others. Step[from][to] likewise names the column of the edge table,
// NoWeight for none, Never for a step that is not allowed.
//
//	tokens        The   aide    said   that  …
//	node scores    n₀    n₁      n₂     n₃        sums over features of the token
//	edge scores      e₁      e₂     e₃            sums over features of the boundary before it
type Chain struct {
	Column []int
	Step   [][]int
	Start  []bool // states a sequence may begin in; entering edge scores of position 0 count
	Final  []bool // states a sequence may end in

	// From is the state before position 0, for the edge score there.
	From int
}

// Marks for Chain.Step.
const (
	NoWeight = -1
	Never    = -2
)

// impossible is the score of what may not be. It lies below the score of any
// best path, because in each of the chains below some path collects next to
// nothing, and high enough that adding to it twice does not overflow. Upwards
// there is room for a sequence of a million positions at eight nats each.
const impossible = -1 << 28

// BIO is the chain for spans that stand beside each other: outside, begin, inside.
var BIO = &Chain{
	Column: []int{-1, 0, 1},
	Step: [][]int{
		{NoWeight, 0, Never},
		{1, 2, 3},
		{4, 5, 6},
	},
	Start: []bool{true, true, false},
	Final: []bool{true, true, true},
}

// Runs is the chain for any number of unbroken runs: outside, inside.
var Runs = &Chain{
	Column: []int{-1, 0},
	Step:   [][]int{{NoWeight, 0}, {1, 2}},
	Start:  []bool{true, true},
	Final:  []bool{true, true},
}

// OneRun is the chain for at most one unbroken run: before, inside, after. It
// shares its weights' meaning with Runs.
var OneRun = &Chain{
	Column: []int{-1, 0, -1},
	Step: [][]int{
		{NoWeight, 0, Never},
		{Never, 2, 1},
		{Never, Never, NoWeight},
	},
	Start: []bool{true, true, false},
	Final: []bool{true, true, true},
}

// SomeRuns is the chain for one or more unbroken runs: before any, inside,
// outside after. It shares its weights' meaning with Runs.
var SomeRuns = &Chain{
	Column: []int{-1, 0, -1},
	Step: [][]int{
		{NoWeight, 0, Never},
		{Never, 2, 1},
		{Never, 0, NoWeight},
	},
	Start: []bool{true, true, false},
	Final: []bool{false, true, true},
}

// NodeWidth returns the width of the table of token weights.
func (c *Chain) NodeWidth() int { return maxColumn([][]int{c.Column}) }

// EdgeWidth returns the width of the table of boundary weights.
func (c *Chain) EdgeWidth() int { return maxColumn(c.Step) }

func maxColumn(rows [][]int) int {
	width := 0
	for _, row := range rows {
		for _, column := range row {
			width = max(width, column+1)
		}
	}
	return width
}

// Lattice is the working memory of decoding one sequence after another.
type Lattice struct {
	node, edge []int32
	score      []int32
	back       []uint8
	fwd, bwd   []int32
	n          int
	chain      *Chain
	nodeWidth  int
	edgeWidth  int
}

// Fill sums the scores of a sequence. Both feature lists must have the same
// length; the edge features of position i describe the boundary before i.
func (l *Lattice) Fill(c *Chain, nodes, edges *Table, nf, ef *Features) {
	l.chain, l.n = c, nf.Len()
	l.nodeWidth, l.edgeWidth = nodes.Width, edges.Width
	l.node = nodes.Sum(nf, l.node)
	l.edge = edges.Sum(ef, l.edge)
}

// step returns the score of entering state to at position i from state from.
func (l *Lattice) step(i, from, to int) int32 {
	column := l.chain.Step[from][to]
	if column == Never {
		return impossible
	}
	s := int32(0)
	if column >= 0 {
		s = l.edge[i*l.edgeWidth+column]
	}
	if column := l.chain.Column[to]; column >= 0 {
		s += l.node[i*l.nodeWidth+column]
	}
	return s
}

// Best returns the best path, appended to path, and its score (Viterbi 1967).
// Of two equal paths the one through lower states wins.
func (l *Lattice) Best(path []uint8) ([]uint8, int32) {
	if l.n == 0 {
		return path, 0
	}
	states := len(l.chain.Column)
	l.score = grow(l.score, l.n*states)
	l.back = grow(l.back, l.n*states)
	l.begin(l.score)
	for i := 1; i < l.n; i++ {
		l.extend(i, states)
	}
	return l.trace(path, states)
}

// begin sets the scores of position 0, one for each state.
func (l *Lattice) begin(scores []int32) {
	for s, may := range l.chain.Start {
		scores[s] = impossible
		if may {
			scores[s] = l.step(0, l.chain.From, s)
		}
	}
}

// extend finds, for each state at position i, the best path that ends there.
func (l *Lattice) extend(i, states int) {
	prev := l.score[(i-1)*states : i*states]
	for to := range states {
		best, from := int32(2*impossible), 0
		for s, before := range prev {
			if v := max(before, impossible) + l.step(i, s, to); v > best {
				best, from = v, s
			}
		}
		l.score[i*states+to] = best
		l.back[i*states+to] = uint8(from)
	}
}

// trace follows the best path back from the last position.
func (l *Lattice) trace(path []uint8, states int) ([]uint8, int32) {
	last := l.score[(l.n-1)*states:]
	best := -1
	for s := range states {
		if l.chain.Final[s] && (best < 0 || last[s] > last[best]) {
			best = s
		}
	}
	top := last[best]
	first := len(path)
	path = append(path, make([]uint8, l.n)...)
	for i := l.n - 1; i >= 0; i-- {
		path[first+i] = uint8(best)
		best = int(l.back[i*states+best])
	}
	return path, top
}

// PathScore returns the score of a given path.
func (l *Lattice) PathScore(path []uint8) int32 {
	total, from := int32(0), l.chain.From
	for i, s := range path {
		total += l.step(i, from, int(s))
		from = int(s)
	}
	return total
}

func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n+n/2)[:n]
	}
	return s[:n]
}
