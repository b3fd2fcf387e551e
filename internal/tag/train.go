package tag

import (
	"math/bits"
	"math/rand/v2"

	"hearsay"
	"hearsay/internal/lexicon"
	"hearsay/internal/linear"
)

// Sentence is one tagged sentence to learn from.
type Sentence struct {
	Forms  []string
	Tags   []hearsay.Tag
	Lemmas []string // lemma "" teaches nothing
	Weight float32  // share of a full step to take; 0 counts as 1
}

// Add appends a token with its Penn tag by name; a name that is not known
// becomes XX.
func (s *Sentence) Add(form, tagName, lemma string) {
	tag, ok := hearsay.ParseTag(tagName)
	if !ok {
		tag, _ = hearsay.ParseTag("XX")
	}
	s.Forms = append(s.Forms, form)
	s.Tags = append(s.Tags, tag)
	s.Lemmas = append(s.Lemmas, lemma)
}

func (s Sentence) weight() float32 {
	if s.Weight == 0 {
		return 1
	}
	return s.Weight
}

// Settings of Fit.
type Settings struct {
	Bits   int // log2 of the number of weights
	Epochs int
	Rate   float32 // first step size
	Decay  float32 // pull towards zero at each touch of a weight
	Seed   uint64
}

// Fit trains a tagger. The same sentences and settings give the same tagger.
func Fit(sentences []Sentence, s Settings) *Tagger {
	l := &learner{
		tagger: &Tagger{
			usual:  usualLimits.learn(sentences),
			open:   openLimits.learn(sentences),
			lemmas: learnLemmas(sentences),
		},
		model: linear.NewChoiceTrainer(s.Bits, s.Rate, s.Decay),
	}
	words := intern(sentences)
	order := make([]int, len(sentences))
	for i := range order {
		order[i] = i
	}
	rng := rand.New(rand.NewPCG(s.Seed, 1))
	for range s.Epochs {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			l.learn(words[i], sentences[i].Tags, sentences[i].weight())
		}
	}
	l.tagger.weights = l.model.Table()
	return l.tagger
}

func intern(sentences []Sentence) [][]*lexicon.Word {
	words := make([][]*lexicon.Word, len(sentences))
	lex := lexicon.New()
	for i, s := range sentences {
		for _, form := range s.Forms {
			words[i] = append(words[i], lex.Word(form))
		}
	}
	return words
}

// learner fits the weights of a log-linear model of each tag given the words
// and the two tags before. On EWT it is 0.6 points better than an averaged
// perceptron over the same features.
type learner struct {
	tagger *Tagger
	model  *linear.ChoiceTrainer
}

// learn takes one step for each word of a sentence. History is what was
// predicted, so that training sees its own mistakes.
func (l *learner) learn(words []*lexicon.Word, gold []hearsay.Tag, weight float32) {
	var ids [featureCount]uint32
	var p1, p2 hearsay.Tag
	caps := capitals(words)
	for i, w := range words {
		open := l.tagger.openTags(w)
		best := hearsay.Tag(bits.TrailingZeros64(open))
		if !isOne(open) {
			features(l.tagger, words, i, caps, p1, p2, &ids)
			right := uint64(1) << gold[i]
			best = hearsay.Tag(l.model.Learn(ids[:], open|right, right, weight))
		}
		p2, p1 = p1, best
	}
}
