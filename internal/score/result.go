package score

// Result is what a system reached on a corpus.
type Result struct {
	Figures     []FigureScore `json:"figures"` // in the order of Figures
	Reliability Reliability   `json:"reliability"`
	Articles    []Counted     `json:"articles"` // what the figures are the sums of
}

// FigureScore is one figure over all articles.
type FigureScore struct {
	Figure string `json:"figure"`
	Count
	Precision float64  `json:"precision"`
	Recall    float64  `json:"recall"`
	F1        float64  `json:"f1"`
	Interval  Interval `json:"interval"` // of F1
}

// Counted is one article's counts.
type Counted struct {
	Name  string `json:"name"`
	Tally Tally  `json:"tally"`
}

// Evaluate scores the articles, of which there must be at least one.
func Evaluate(articles []Article) Result {
	var r Result
	for _, a := range articles {
		r.Articles = append(r.Articles, Counted{a.Name, TallyOf(a)})
	}
	intervals := Intervals(r.tallies())
	for i, c := range Sum(r.tallies()) {
		r.Figures = append(r.Figures, FigureScore{Figures[i], c, c.Precision(), c.Recall(), c.F1(), intervals[i]})
	}
	r.Reliability = ReliabilityOf(articles)
	return r
}

// Measured returns the figures as a baseline keeps them.
func (r Result) Measured() []Measured {
	var out []Measured
	for _, f := range r.Figures {
		out = append(out, Measured{f.Figure, f.F1, f.Gold})
	}
	return out
}

func (r Result) tallies() []Tally {
	out := make([]Tally, len(r.Articles))
	for i, a := range r.Articles {
		out[i] = a.Tally
	}
	return out
}

func (r Result) names() []string {
	out := make([]string, len(r.Articles))
	for i, a := range r.Articles {
		out[i] = a.Name
	}
	return out
}
