package parse

import (
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
	Report func(epoch int, right float64) `json:"-"`
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
		if epoch > 0 {
			l.moves.Collect()
			l.labels.Collect()
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
		move := l.move(g, epoch, weight)
		relation := hearsay.Relation(0)
		if head, dependent, ok := s.arc(move); ok {
			relation = l.relation(g, head, dependent, weight)
		}
		s.apply(move, relation)
	}
}

// move learns which moves are best, and returns the one to make.
func (l *learner) move(g *Sentence, epoch int, weight float32) uint8 {
	s := &l.state
	open := s.legal()
	if open&(open-1) == 0 {
		return only(open)
	}
	best := s.costless(g.Heads, open)
	s.moveFeatures()
	move := l.moves.Learn(s.ids[:s.n], open, best, weight)
	l.total++
	if best>>move&1 == 1 {
		l.right++
		return move
	}
	if epoch > 0 && l.rng.Float64() <= l.Explore {
		return move
	}
	return l.moves.Best(s.ids[:s.n], best)
}

// relation learns from an arc that is right, and names one that is not as the
// weights would.
func (l *learner) relation(g *Sentence, head, dependent int, weight float32) hearsay.Relation {
	s := &l.state
	if head == s.root() {
		return relationRoot
	}
	open := s.relations(l.allowed, head, dependent)
	s.labelFeatures(head, dependent)
	if g.Heads[dependent] != head {
		return hearsay.Relation(l.labels.Best(s.ids[:s.n], open))
	}
	gold := uint64(1) << g.Rels[dependent]
	return hearsay.Relation(l.labels.Learn(s.ids[:s.n], open|gold, gold, weight))
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
			allowed[key] |= 1 << g.Rels[d] & allRelations
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
