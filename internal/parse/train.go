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

func (s *Sentence) weight() float32 {
	if s.Weight == 0 {
		return 1
	}
	return s.Weight
}

// Settings of Fit.
type Settings struct {
	MoveBits, LabelBits int // log2 of the places of the two tables
	Epochs              int // the last one's weights are averaged
	Runs                int // of training, in another order each, averaged; 0 counts as 1
	Rate, Decay         float32
	Explore             float64 // how often a wrong move that looks best is followed
	Seed                uint64

	// Report, if not nil, is told the share of right moves after each epoch of
	// each run.
	Report func(epoch int, right float64) `json:"-"`
}

// Fit trains a parser with a dynamic oracle (Goldberg & Nivre 2013): it learns
// the best move in states that its own mistakes lead to. First the features met
// on the right way through each sentence vote for their places in the tables.
// Then the weights are fitted in several runs, each with its own order of the
// sentences and so with its own mistakes, and the mean is taken.
func Fit(sentences []Sentence, s Settings) *Parser {
	moves, labels := newBallot(1<<s.MoveBits), newBallot(1<<s.LabelBits)
	voters := voters{moves: moves, labels: labels}
	for i := range sentences {
		voters.follow(&sentences[i])
	}
	moveSums, labelSums := make([]float32, 3<<s.MoveBits), make([]float32, 1<<s.LabelBits)
	allowed := learnAllowed(sentences)
	runs := max(1, s.Runs)
	for run := range runs {
		l := &learner{
			Settings: s,
			moves:    newWeights(moves, 3, &s),
			labels:   newWeights(labels, 1, &s),
			allowed:  allowed,
			rng:      rand.New(rand.NewPCG(s.Seed, uint64(run)+2)),
		}
		l.run(sentences)
		l.moves.addMean(moveSums)
		l.labels.addMean(labelSums)
	}
	return &Parser{moves.moveTable(moveSums, runs), labels.labelTable(labelSums, runs), allowed}
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
