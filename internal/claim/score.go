package claim

// weights are what a feature of 1000 adds to the log-odds that two sayings are one
// claim, in thousandths of a nat. They are fitted by hearsay-train claims.
var weights = [featureCount]int{
	bias: -5000, contained: 1500, shared: 2000, kindred: 2500, weightShared: 1500, sameNames: 300, actorsShared: 300,
	speakerSame: 400, speakerOther: -200, speakerSpoken: 300, numberSame: 1800, numberClose: 700, numberOther: -1500,
	quoteRun: 3000, textRun: 1500, polarity: -700, rootSame: 500, rootAkin: 400, momentSame: 500, momentOther: -500,
	nested: 5000, brief: -500,
}

// logOdds returns the score of a pair.
func (v *values) logOdds() int {
	sum := 0
	for f, x := range v {
		sum += x * weights[f]
	}
	return sum / 1000
}

// pair is two sayings that were compared.
type pair struct {
	a, b  int // a < b
	score int
}

// unlike is the score of two sayings that have too little in common to be compared.
const unlike = -4000

// pairs returns the pairs that were compared, in order.
func (s *story) pairs() []pair {
	var all []pair
	for i := range s.sayings {
		for j := i + 1; j < len(s.sayings); j++ {
			a, b := &s.sayings[i], &s.sayings[j]
			if !mayBeAlike(a, b) {
				continue
			}
			v := s.compare(a, b)
			if p := v.logOdds(); p > unlike {
				all = append(all, pair{i, j, p})
			}
		}
	}
	return all
}

func mayBeAlike(a, b *saying) bool {
	if a.place.Report == b.place.Report && overlap(a.spans, b.spans) > 0 {
		return true
	}
	for _, w := range a.words {
		if has(b.words, w.stem) {
			return true
		}
	}
	for _, x := range a.numbers {
		for _, y := range b.numbers {
			if x.value() == y.value() {
				return true
			}
		}
	}
	return false
}
