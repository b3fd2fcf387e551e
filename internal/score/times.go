package score

import (
	"hearsay"
	"hearsay/internal/gold"
)

// Time expressions are scored as TempEval-3 did (UzZaman et al. 2013): an
// expression is found if it shares a character with one of the gold's, one to
// one, and strictly found if the edges are alike; its value is right only where
// it is written alike. Reports are compared as those of scenarios are, with
// nothing but times in them.

// The figures that times have beside those of scenarios.
const (
	typeFigure     = "time/type"
	resolvedFigure = "time/resolved" // the share of the values right among expressions that were given one
)

// TimesFigures names the figures in the order of a tally: all times, then the
// values of each type. A pair is of the gold's type, one that the system
// invented of its own.
var TimesFigures = timesFigures()

func timesFigures() []string {
	names := []string{timeFigure, strictFigure, typeFigure, valueFigure, resolvedFigure}
	for _, t := range hearsay.MomentTypes {
		names = append(names, typeValueFigure(t))
	}
	return names
}

func typeValueFigure(t hearsay.MomentType) string { return valueFigure + "/" + string(t) }

var timesIndex = func() map[string]int {
	out := map[string]int{}
	for i, name := range TimesFigures {
		out[name] = i
	}
	return out
}()

// NewTimesReport sets what was found in a report beside what people marked.
func NewTimesReport(marked gold.TimeML, found []hearsay.Moment) ScenarioReport {
	return ScenarioReport{
		Scenario: marked.Part(),
		Name:     marked.Name,
		Text:     marked.Text,
		Gold:     ScenarioSide{Moments: marked.Moments},
		System:   ScenarioSide{Moments: found},
	}
}

// TimesMistakes lists what is wrong in reports made by NewTimesReport, as
// ScenarioMistakes does.
func TimesMistakes(reports []ScenarioReport) []Mistake {
	var out []Mistake
	for i, r := range reports {
		for _, p := range r.momentPairs() {
			for _, m := range r.momentMistakes(p) {
				m.Article, m.Pair = i, p
				out = append(out, m)
			}
		}
	}
	return out
}

// TimesResult is what a system reached on a corpus of times.
type TimesResult struct {
	Figures []FigureScore `json:"figures"` // in the order of TimesFigures
	Reports []Counted     `json:"reports"` // what the figures are the sums of
}

// EvaluateTimes scores reports made by NewTimesReport, of which there must be at
// least one.
func EvaluateTimes(reports []ScenarioReport) TimesResult {
	var r TimesResult
	for _, report := range reports {
		r.Reports = append(r.Reports, Counted{report.Name, report.timesTally()})
	}
	intervals := r.intervals()
	for i, c := range timesSum(r.Reports) {
		r.Figures = append(r.Figures, FigureScore{TimesFigures[i], c, c.Precision(), c.Recall(), c.F1(), intervals[i]})
	}
	return r
}

func (r ScenarioReport) timesTally() Tally {
	t := make(Tally, len(TimesFigures))
	add := func(figure string, c Count, hit bool) {
		i := timesIndex[figure]
		t[i] = t[i].plus(c.with(hit))
	}
	for _, p := range r.momentPairs() {
		g, s, c := sides(p, r.Gold.Moments, r.System.Moments)
		both := c.Gold+c.System == 2
		right := both && g.Value == s.Value
		add(timeFigure, c, both)
		add(strictFigure, c, both && g.Span == s.Span)
		add(typeFigure, c, both && g.Type == s.Type)
		add(valueFigure, c, right)
		if both && s.Value != "" {
			add(resolvedFigure, c, right)
		}
		judged := g.Type
		if c.Gold == 0 {
			judged = s.Type
		}
		add(typeValueFigure(judged), c, right)
	}
	return t
}

func timesSum(reports []Counted) Tally {
	sum := make(Tally, len(TimesFigures))
	for _, r := range reports {
		for i, c := range r.Tally {
			sum[i] = sum[i].plus(c)
		}
	}
	return sum
}

// intervals are of a bootstrap over reports.
func (r TimesResult) intervals() []Interval {
	values := make([][]float64, len(TimesFigures))
	bootstrap(len(r.Reports), func(drawn []int) {
		some := make([]Counted, len(drawn))
		for i, d := range drawn {
			some[i] = r.Reports[d]
		}
		for i, c := range timesSum(some) {
			values[i] = append(values[i], c.F1())
		}
	})
	out := make([]Interval, len(values))
	for i := range values {
		out[i] = middle(values[i])
	}
	return out
}

// Measured returns the figures as a baseline keeps them. The share of the
// resolved is left out: it rests on what was found, and so on no fixed number.
func (r TimesResult) Measured() []Measured {
	var out []Measured
	for _, f := range r.Figures {
		if f.Figure != resolvedFigure {
			out = append(out, Measured{f.Figure, f.F1, f.Gold})
		}
	}
	return out
}
