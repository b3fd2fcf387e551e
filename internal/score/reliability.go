package score

// A system that says 900 of 1,000 should be right nine times in ten. The
// reliability table sorts what it found into ten bins by confidence and gives
// beside each bin how often it was right; the top line gives precision and
// coverage of what it is at least nine tenths sure of.

// Aspects are the things a found attribution can be right in: one role, token
// for token, or the whole by a measure.
var Aspects = []string{string(Source), string(Cue), string(Content), string(Exact), string(IoU), string(Overlap)}

// Reliability is the table.
type Reliability struct {
	Aspects []string `json:"aspects"`
	Bins    []Bin    `json:"bins"` // ten, from the least sure
	Sure    Bin      `json:"sure"` // all with a confidence of 900 or more
	Found   int      `json:"found"`
}

// Bin is the found attributions within a range of confidence.
type Bin struct {
	From       int   `json:"from"`       // thousandths
	Count      int   `json:"count"`      // how many there are
	Confidence int   `json:"confidence"` // sum of theirs
	Right      []int `json:"right"`      // how many are right, by aspect
}

// Precision is the share of the bin that is right in an aspect.
func (b Bin) Precision(aspect int) float64 { return ratio(b.Right[aspect], b.Count) }

// MeanConfidence is the bin's mean confidence, from 0 to 1.
func (b Bin) MeanConfidence() float64 { return ratio(b.Confidence, 1000*b.Count) }

// Coverage is the share of all found attributions that are sure.
func (r Reliability) Coverage() float64 { return ratio(r.Sure.Count, r.Found) }

// ReliabilityOf makes the table of what the system found in all articles.
func ReliabilityOf(articles []Article) Reliability {
	r := Reliability{Aspects: Aspects, Sure: newBin(900)}
	for from := 0; from < 1000; from += 100 {
		r.Bins = append(r.Bins, newBin(from))
	}
	for _, a := range articles {
		for _, p := range Pairs(a) {
			if p.System >= 0 {
				r.add(a.System[p.System].Confidence, a.right(p))
			}
		}
	}
	return r
}

func newBin(from int) Bin { return Bin{From: from, Right: make([]int, len(Aspects))} }

func (r *Reliability) add(confidence int, right []bool) {
	r.Found++
	r.Bins[min(confidence/100, 9)].add(confidence, right)
	if confidence >= r.Sure.From {
		r.Sure.add(confidence, right)
	}
}

func (b *Bin) add(confidence int, right []bool) {
	b.Count++
	b.Confidence += confidence
	for i, ok := range right {
		if ok {
			b.Right[i]++
		}
	}
}

// right says in which aspects the system's side of a pair is right.
func (a Article) right(p Pair) []bool {
	right := make([]bool, len(Aspects))
	if p.Gold < 0 {
		return right
	}
	g, s := a.Gold[p.Gold], a.System[p.System]
	for i, r := range Roles {
		right[i] = g.role(r).Equal(s.role(r))
	}
	for i, m := range []Measure{Exact, IoU, Overlap} {
		right[len(Roles)+i] = Alike(m, g, s)
	}
	return right
}
