package claim

import (
	"math/bits"
	"strings"

	"hearsay"
)

// number is a figure of a saying.
type number struct {
	low, high *float64
	unit      string
	state     hearsay.State
	noun      int32 // stem of what is counted, -1
	weight    int   // how rare it is in the story, thousandths of a bit
	main      bool  // it is the first that the saying states
	known     bool  // it is spoken of as known: "the nine", "those 30"
}

// figureKey is what figures of the same number share: the number if it is seldom
// met by accident, else also its unit.
type figureKey struct {
	value float64
	unit  string
}

func (n number) key() figureKey {
	if isTelling(n.value()) {
		return figureKey{value: n.value()}
	}
	return figureKey{n.value(), n.unit}
}

// countFigures takes the figures that stand in a saying.
func (s *story) countFigures(x *saying, r *hearsay.Record) {
	for _, f := range figuresOf(x, r) {
		if f.Low == nil && f.High == nil {
			continue
		}
		n := number{low: f.Low, high: f.High, unit: f.Unit, state: f.State, noun: -1}
		if f.Noun != nil {
			if words := strings.Fields(f.Noun.In(r.Report.Text)); len(words) > 0 {
				n.noun = s.stem(strings.ToLower(words[len(words)-1]))
			}
		}
		n.known = isKnown(r.Report.Text[:f.Span.Start]) || isWhole(r, f.Span)
		if f.Noun == nil {
			s.measure(x, r, f.Span)
		}
		n.main = !n.known && !hasMain(x.numbers)
		x.numbers = append(x.numbers, n)
	}
}

// isKnown reports whether what stands before a figure speaks of it as known: "the
// nine miners" does not state that they are nine.
func isKnown(before string) bool {
	before = strings.TrimRight(before, " ")
	at := strings.LastIndexAny(before, " \n\t")
	return knownBefore[strings.ToLower(before[at+1:])]
}

// isWhole reports whether a figure is the whole of which a part is stated: "four of
// nine seats".
func isWhole(r *hearsay.Record, span hearsay.Span) bool {
	before, found := strings.CutSuffix(strings.TrimRight(r.Report.Text[:span.Start], " "), " of")
	i := firstTerm(r, span) - 1
	return found && i >= 0 && r.Terms[i].Class == hearsay.NumberTerm && r.Terms[i].Span.End == len(before)
}

// measure marks the words of a saying that only name the unit of a figure: "cubic
// metres".
func (s *story) measure(x *saying, r *hearsay.Record, span hearsay.Span) {
	for i := firstTerm(r, span); i < len(r.Terms) && r.Terms[i].Span.End <= span.End; i++ {
		stem := s.stem(r.Terms[i].Lemma)
		for k := range x.words {
			x.words[k].unit = x.words[k].unit || x.words[k].stem == stem
		}
	}
}

func hasMain(numbers []number) bool {
	for _, n := range numbers {
		if n.main {
			return true
		}
	}
	return false
}

// rarity returns how much it tells that a thing is there which n of all have, in
// thousandths of a bit: the binary logarithm of all/n, interpolated between powers
// of two so that every platform has the same.
func rarity(n, all int) int {
	return max(log2(2*all)-log2(max(2*n-1, 1)), 100)
}

// log2 returns the binary logarithm of n in thousandths.
func log2(n int) int {
	if n < 1 {
		return 0
	}
	whole := bits.Len(uint(n)) - 1
	rest := (n - 1<<whole) * 1000 >> whole
	return whole*1000 + rest
}

// agreement tells how two figures stand to each other.
type agreement int

const (
	apart   agreement = iota // they have nothing to do with each other
	equal                    // the same number of the same unit
	rounded                  // one may be the other, rounded
	differs                  // they count the same, and cannot be one number
)

func (a number) against(b number) agreement {
	x, y := a.value(), b.value()
	if a.unit != b.unit {
		if x == y && isTelling(x) {
			return equal
		}
		return apart
	}
	switch {
	case x == y:
		return equal
	case !a.sameThing(b):
		return apart
	case close(x, y):
		return rounded
	}
	return differs
}

// isTelling reports whether a number is seldom met by accident: it has three digits
// or a fraction.
func isTelling(x float64) bool {
	return x >= 100 && x != float64(int(x/100)*100) || x >= 1000 || x != float64(int(x))
}

func (a number) value() float64 {
	if a.low != nil {
		return *a.low
	}
	return *a.high
}

// sameThing reports whether two figures of one unit count one thing: its state is
// the same, or the noun.
func (a number) sameThing(b number) bool {
	return a.state == b.state && a.state != "other" && a.state != "" || a.noun >= 0 && a.noun == b.noun
}

// close reports whether one number is within three hundredths of the other, as
// "more than 18,000" is of 18,400.
func close(x, y float64) bool {
	const part = 33
	d := (x - y) * part
	return d <= max(x, -x) && -d <= max(x, -x)
}

// besideFigures returns which share of the shorter one's words, by weight, the other
// has or has one akin to, the units of figures left out.
func besideFigures(a, b *saying) int {
	if a.total > b.total {
		a, b = b, a
	}
	both, all := 0, 0
	for i := range a.words {
		w := &a.words[i]
		switch {
		case w.unit:
			continue
		case has(b.words, w.stem):
			both += w.weight
		case hasAkin(b.words, w):
			both += w.weight * 7 / 10
		}
		all += w.weight
	}
	return both * full / max(all, 1)
}
