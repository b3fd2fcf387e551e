package parse

import (
	"math/rand/v2"

	"hearsay"
	"hearsay/internal/linear"
)

// learner fits the weights in one run.
type learner struct {
	Settings
	moves, labels *weights
	allowed       linear.Dictionary
	rng           *rand.Rand
	state         state
	p             [64]float64
	right, total  int
}

// run goes through all sentences once an epoch.
func (l *learner) run(sentences []Sentence) {
	order := make([]int, len(sentences))
	for i := range order {
		order[i] = i
	}
	for epoch := range l.Epochs {
		l.right, l.total = 0, 0
		if epoch == l.Epochs-1 {
			l.moves.rest()
			l.labels.rest()
		}
		l.rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			l.learn(&sentences[i], epoch)
			l.moves.ticks++
			l.labels.ticks++
		}
		if l.Report != nil {
			l.Report(epoch, float64(l.right)/float64(max(1, l.total)))
		}
	}
}

func (l *learner) learn(g *Sentence, epoch int) {
	s := &l.state
	s.begin(g.Tokens, g.Words)
	for !s.done() {
		move := l.move(g, epoch)
		relation := hearsay.Relation(0)
		if head, dependent, ok := s.arc(move); ok {
			relation = l.relation(g, head, dependent)
		}
		s.apply(move, relation)
	}
}

// move learns which moves are best, and returns the one to make.
func (l *learner) move(g *Sentence, epoch int) uint8 {
	s := &l.state
	open := s.legal()
	if open&(open-1) == 0 {
		return only(open)
	}
	best := s.costless(g.Heads, open)
	s.moveFeatures()
	move := l.learnMove(open, best, g.weight())
	l.total++
	if best>>move&1 == 1 {
		l.right++
		return move
	}
	if epoch > 0 && l.rng.Float64() <= l.Explore {
		return move
	}
	l.scoreMoves()
	return highest(&l.p, best)
}

// learnMove takes one step towards giving all probability to the best moves, and
// returns the one that was most probable before it.
func (l *learner) learnMove(open, best uint64, weight float32) uint8 {
	l.scoreMoves()
	chances(&l.p, open)
	move := highest(&l.p, open)
	gradients(&l.p, open, best)
	for m := shift; m <= right; m++ {
		if g := l.p[m]; open>>m&1 == 1 && (g < -flat || g > flat) {
			l.changeMove(uint32(m), weight*float32(g))
		}
	}
	return move
}

func (l *learner) changeMove(move uint32, gradient float32) {
	for _, id := range l.state.ids[:l.state.n] {
		if at, own := l.moves.find(id, 0); own {
			l.moves.change(3*at+move, gradient)
		}
	}
}

// scoreMoves sets p to the scores of the moves.
func (l *learner) scoreMoves() {
	var a, b, c float32
	for _, id := range l.state.ids[:l.state.n] {
		if at, own := l.moves.find(id, 0); own {
			v := l.moves.value[3*at:][:3]
			a += v[0]
			b += v[1]
			c += v[2]
		}
	}
	l.p[shift], l.p[left], l.p[right] = float64(a), float64(b), float64(c)
}

// relation learns from an arc that is right, and names it as the weights did
// before.
func (l *learner) relation(g *Sentence, head, dependent int) hearsay.Relation {
	s := &l.state
	if head == s.root() {
		return relationRoot
	}
	open := s.relations(l.allowed, head, dependent)
	if g.Heads[dependent] == head {
		open |= 1 << g.Rels[dependent]
	}
	s.labelFeatures(head, dependent)
	l.scoreLabels(open)
	named := hearsay.Relation(highest(&l.p, open))
	if g.Heads[dependent] == head {
		l.learnLabel(open, g.Rels[dependent], g.weight())
	}
	return named
}

// learnLabel takes one step from the scores in p.
func (l *learner) learnLabel(open uint64, gold hearsay.Relation, weight float32) {
	chances(&l.p, open)
	gradients(&l.p, open, 1<<gold)
	for rest := open; rest != 0; rest &= rest - 1 {
		r := only(rest)
		if g := l.p[r]; g < -flat || g > flat {
			l.changeLabel(uint32(r), weight*float32(g))
		}
	}
}

func (l *learner) changeLabel(relation uint32, gradient float32) {
	for _, id := range l.state.ids[:l.state.n] {
		if at, own := l.labels.find(id, relation); own {
			l.labels.change(at, gradient)
		}
	}
}

// scoreLabels sets p to the scores of the relations of open.
func (l *learner) scoreLabels(open uint64) {
	for rest := open; rest != 0; rest &= rest - 1 {
		r, sum := only(rest), float32(0)
		for _, id := range l.state.ids[:l.state.n] {
			if at, own := l.labels.find(id, uint32(r)); own {
				sum += l.labels.value[at]
			}
		}
		l.p[r] = float64(sum)
	}
}
