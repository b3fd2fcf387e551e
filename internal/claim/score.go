package claim

import (
	"slices"

	"hearsay"
)

// Weights are what a feature of 1000 adds to the log-odds that two sayings are one
// claim, in thousandths of a nat.
type Weights struct {
	Features [featureCount]int
	Unlike   int // the log-odds of two sayings that have too little in common to be compared
	Closest  int // how much the closest pair of two groups counts against the average of all, in thousandths
}

// fitted are the weights that hearsay-train claims prints.
var fitted = Weights{
	Features: [featureCount]int{
		bias:         -4258,
		contained:    535,
		shared:       831,
		kindred:      794,
		weightShared: 1135,
		telling:      1061,
		tiesShared:   7,
		actorsShared: 570,
		sideSame:     522,
		sideOther:    -823,
		spokenOf:     281,
		voiceSame:    27,
		voiceAkin:    1363,
		cites:        1795,
		numberSame:   2868,
		numberClose:  -339,
		numberOther:  0,
		mainSame:     3049,
		mainOther:    -4999,
		numberBare:   -1499,
		numberAlone:  -427,
		quoteRun:     901,
		textRun:      422,
		textWhole:    1473,
		wholeSame:    999,
		wholeOther:   689,
		polarity:     -789,
		denial:       -504,
		rootSame:     699,
		rootAkin:     779,
		momentSame:   422,
		momentOther:  -729,
		actSame:      779,
		actOther:     -637,
		answers:      -3000,
		stanceSame:   738,
		stanceOther:  -596,
		silentSame:   0,
		silentOther:  -4000,
		quotesOther:  -601,
		stranger:     0,
		wording:      0,
		inner:        39,
		partly:       21,
		elaborates:   0,
		sameReport:   -159,
	},
	Unlike:  -3000,
	Closest: 400,
}

// logOdds returns the score of a pair.
func (v *values) logOdds(by *Weights) int {
	sum := 0
	for f, x := range v {
		sum += x * by.Features[f]
	}
	return sum / 1000
}

// pair is two nodes that were compared.
type pair struct {
	a, b  int // a < b
	score int
}

// pairs returns the pairs that may be one claim, in order.
func (s *story) pairs(by *Weights) []pair {
	all := s.candidates()
	inParallel(len(all), func() func(int) {
		return func(i int) {
			v := s.compare(s.closest(all[i].a, all[i].b))
			all[i].score = v.logOdds(by)
		}
	})
	return slices.DeleteFunc(all, func(p pair) bool { return p.score <= by.Unlike })
}

// Example is a pair of statements with its features, for those who fit weights.
type Example struct {
	A, B     []hearsay.Place // in the same words by the same voice each
	Features []int
}

// Comparison is the pairs of a trace that would be compared, with their features:
// those who fit weights try many on them.
type Comparison struct {
	story *story
	pairs []pair
	all   []values
}

// Compare compares the statements of a trace.
func Compare(t *hearsay.Trace) *Comparison {
	c := &Comparison{story: indexOf(t).gather(t)}
	for _, p := range c.story.candidates() {
		c.pairs = append(c.pairs, p)
		c.all = append(c.all, c.story.compare(c.story.closest(p.a, p.b)))
	}
	return c
}

// Examples returns the pairs.
func (c *Comparison) Examples() []Example {
	var out []Example
	for i, p := range c.pairs {
		x := Example{Features: c.all[i][:]}
		for _, k := range c.story.nodes[p.a] {
			x.A = append(x.A, c.story.sayings[k].place)
		}
		for _, k := range c.story.nodes[p.b] {
			x.B = append(x.B, c.story.sayings[k].place)
		}
		out = append(out, x)
	}
	return out
}

// Claims returns the claims by some weights.
func (c *Comparison) Claims(by *Weights) []hearsay.Claim {
	var pairs []pair
	for i, p := range c.pairs {
		if p.score = c.all[i].logOdds(by); p.score > by.Unlike {
			pairs = append(pairs, p)
		}
	}
	return c.story.claims(cluster(len(c.story.nodes), pairs, by))
}

// FeatureNames are the names of an example's features, in order.
func FeatureNames() []string { return featureNames[:] }

// Signs says of each feature whether it speaks for one claim (1), against it (-1),
// or may do either (0).
func Signs() []int {
	signs := make([]int, featureCount)
	for f := range signs {
		signs[f] = 1
	}
	for _, f := range []feature{sideOther, numberOther, mainOther, numberAlone, polarity, denial, momentOther, actOther, stanceOther, stranger, silentOther, quotesOther, numberBare, answers} {
		signs[f] = -1
	}
	for _, f := range []feature{bias, partly, sameReport, numberClose} {
		signs[f] = 0
	}
	return signs
}

// Fixed are the weights that are set and not fitted, by feature: what a careful
// reader would never take for one claim, and the affairs have too little of.
func Fixed() map[int]int {
	return map[int]int{int(mainOther): -5000, int(silentOther): -4000, int(numberBare): -1500, int(answers): -3000, int(wholeSame): 1000}
}
