package parse

import (
	"math/bits"
	"math/rand/v2"

	"hearsay"
	"hearsay/internal/lexicon"
	"hearsay/internal/linear"
)

// Sentence is one parsed sentence to learn from.
type Sentence struct {
	Tokens []hearsay.Token // with the tags to parse from
	Words  []*lexicon.Word
	Heads  []int // index of the head in the sentence; len(Heads) for the root's
	Rels   []hearsay.Relation
	Weight float32 // share of a full step to take; 0 counts as 1
}

// Settings of Fit.
type Settings struct {
	MoveBits, LabelBits int
	Epochs              int
	Rate, Decay         float32
	Explore             float64 // how often a wrong move that looks best is followed
	Seed                uint64

	// Report, if not nil, is told the share of right moves after each epoch.
	Report func(epoch int, right float64)
}

// Fit trains a parser with a dynamic oracle (Goldberg & Nivre 2013): it learns
// the best move in states that its own mistakes lead to.
func Fit(sentences []Sentence, s Settings) *Parser {
	l := &learner{
		Settings: s,
		moves:    linear.NewChoiceTrainer(s.MoveBits, s.Rate, s.Decay),
		labels:   linear.NewChoiceTrainer(s.LabelBits, s.Rate, s.Decay),
		allowed:  learnAllowed(sentences),
		rng:      rand.New(rand.NewPCG(s.Seed, 2)),
	}
	order := make([]int, len(sentences))
	for i := range order {
		order[i] = i
	}
	for epoch := range s.Epochs {
		l.right, l.total = 0, 0
		l.rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			l.learn(&sentences[i], epoch)
		}
		if s.Report != nil {
			s.Report(epoch, float64(l.right)/float64(max(1, l.total)))
		}
	}
	return &Parser{l.moves.Table(), l.labels.Table(), l.allowed}
}

type learner struct {
	Settings
	moves, labels *linear.ChoiceTrainer
	allowed       linear.Dictionary
	rng           *rand.Rand
	state         state
	right, total  int
}

func (l *learner) learn(g *Sentence, epoch int) {
	weight := g.Weight
	if weight == 0 {
		weight = 1
	}
	s := &l.state
	s.begin(g.Tokens, g.Words)
	for !s.done() {
		open := s.legal()
		best := s.costless(g.Heads, open)
		move := uint8(bits.TrailingZeros64(best))
		if open&(open-1) != 0 {
			s.moveFeatures()
			move = l.moves.Learn(s.ids[:s.n], open, best, weight)
			l.total++
			if best>>move&1 == 1 {
				l.right++
			} else if epoch == 0 || l.rng.Float64() > l.Explore {
				move = l.moves.Best(s.ids[:s.n], best)
			}
		}
		relation := hearsay.Relation(0)
		if head, dependent, ok := s.arc(move); ok {
			relation = l.relation(g, head, dependent, weight)
		}
		s.apply(move, relation)
	}
}

// relation learns from an arc that is right, and names one that is not as the
// weights would.
func (l *learner) relation(g *Sentence, head, dependent int, weight float32) hearsay.Relation {
	s := &l.state
	if head == s.root() {
		return relationRoot
	}
	open := l.allowed.Get(s.pairKey(head, dependent))
	if open == 0 {
		open = allRelations
	}
	s.labelFeatures(head, dependent)
	if g.Heads[dependent] != head {
		return hearsay.Relation(l.labels.Best(s.ids[:s.n], open))
	}
	gold := uint64(1) << g.Rels[dependent]
	return hearsay.Relation(l.labels.Learn(s.ids[:s.n], open|gold, gold, weight))
}

// costless returns the open moves after which as many gold arcs can still be
// found as before, or those that lose fewest.
func (s *state) costless(heads []int, open uint64) (best uint64) {
	least := 1 << 30
	for m := uint8(shift); m <= right; m++ {
		if open>>m&1 == 0 {
			continue
		}
		switch c := s.cost(m, heads); {
		case c < least:
			least, best = c, 1<<m
		case c == least:
			best |= 1 << m
		}
	}
	return best
}

// cost returns how many gold arcs a move puts out of reach (Goldberg & Nivre
// 2013, section 4.2).
func (s *state) cost(move uint8, heads []int) (lost int) {
	if move == shift {
		// b0 can no longer depend on what lies below s0, nor have
		// dependents on the stack.
		b0 := int(s.next)
		for k := range s.stack {
			t := s.stack[len(s.stack)-1-k]
			if heads[t] == b0 || k > 0 && heads[b0] == int(t) {
				lost++
			}
		}
		return lost
	}
	// s0 leaves: it can no longer depend on anything but the head it gets,
	// nor have dependents in the buffer.
	s0 := s.stack[len(s.stack)-1]
	head, _, _ := s.arc(move)
	reachable := heads[s0] >= int(s.next) || len(s.stack) > 1 && heads[s0] == int(s.stack[len(s.stack)-2])
	if reachable && heads[s0] != head {
		lost++
	}
	for d := int(s.next); d < len(heads); d++ {
		if heads[d] == int(s0) {
			lost++
		}
	}
	return lost
}

// learnAllowed returns the relations that training gives each pair of tags.
func learnAllowed(sentences []Sentence) linear.Dictionary {
	count := make(map[uint32]int)
	allowed := make(map[uint32]uint64)
	var s state
	for _, g := range sentences {
		s.begin(g.Tokens, g.Words)
		for d, h := range g.Heads {
			if h == s.root() {
				continue
			}
			key := s.pairKey(h, d)
			count[key]++
			allowed[key] |= 1 << g.Rels[d]
		}
	}
	for key := range allowed {
		if count[key] < enoughPairs {
			delete(allowed, key)
		}
	}
	return linear.NewDictionary(allowed)
}

// enoughPairs is how often a pair of tags must stand in training before its
// relations there are taken for all it can have.
const enoughPairs = 50
