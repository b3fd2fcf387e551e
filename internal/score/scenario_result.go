package score

// ScenarioResult is what a system reached on scenarios.
type ScenarioResult struct {
	Figures   []ScenarioScore   `json:"figures"`   // in the order of ScenarioFigures
	Scenarios []ScenarioSummary `json:"scenarios"` // one by one, without intervals
	Reports   []ReportCounts    `json:"reports"`   // what the figures are the sums of
}

// ScenarioScore is one figure over all reports. Precision, recall and F1 of a
// share are all the share; of a mean over classes F1 is the mean, and the rest is
// of the items without regard to class.
type ScenarioScore struct {
	FigureScore
	Read bool `json:"read"` // false: records have nothing of this kind yet, and there is no figure
	Of   int  `json:"of"`   // gold items it could rest on
}

// ScenarioSummary is one scenario's figures.
type ScenarioSummary struct {
	Name    string          `json:"name"`
	Reports int             `json:"reports"`
	Figures []ScenarioScore `json:"figures"`
}

// ReportCounts is one report's counts.
type ReportCounts struct {
	Scenario string `json:"scenario"`
	Name     string `json:"name"`
	Tally    Tally  `json:"tally"`
}

// EvaluateScenarios scores the reports, of which there must be at least one.
// Those of one scenario stand together. Intervals are of a bootstrap over
// reports; revisions and copies of one another are more alike than strangers, so
// they are rather too narrow.
func EvaluateScenarios(reports []ScenarioReport) ScenarioResult {
	var r ScenarioResult
	read := map[Aspect]bool{}
	for _, report := range reports {
		report.markRead(read)
		r.Reports = append(r.Reports, ReportCounts{report.Scenario, report.Name, report.tally()})
	}
	r.Figures = scenarioScores(r.Reports, read)
	for first, end := 0, 0; first < len(r.Reports); first = end {
		name := r.Reports[first].Scenario
		for end = first + 1; end < len(r.Reports) && r.Reports[end].Scenario == name; end++ {
		}
		part := r.Reports[first:end]
		r.Scenarios = append(r.Scenarios, ScenarioSummary{name, len(part), scenarioScores(part, read)})
	}
	intervals := scenarioIntervals(r.Reports)
	for i := range r.Figures {
		r.Figures[i].Interval = intervals[i]
	}
	return r
}

func scenarioScores(reports []ReportCounts, read map[Aspect]bool) []ScenarioScore {
	sum := scenarioSum(reports)
	values := scenarioValues(sum)
	var out []ScenarioScore
	for i, f := range ScenarioFigures {
		s := ScenarioScore{Read: read[f.needs], Of: sum[i].Gold}
		s.FigureScore = FigureScore{Figure: f.Name, Count: sum[i], Precision: sum[i].Precision(), Recall: sum[i].Recall(), F1: values[i]}
		if f.Of != "" {
			s.Of = sum[scenarioIndex[f.Of]].Gold
		}
		out = append(out, s)
	}
	return out
}

func scenarioSum(reports []ReportCounts) Tally {
	sum := make(Tally, len(ScenarioFigures))
	for _, r := range reports {
		for i, c := range r.Tally {
			sum[i] = sum[i].plus(c)
		}
	}
	return sum
}

// scenarioValues returns each figure's value: F1, or the mean over classes.
func scenarioValues(sum Tally) []float64 {
	out := make([]float64, len(sum))
	for i, f := range ScenarioFigures {
		out[i] = sum[i].F1()
		if f.mean {
			out[i] = sum.meanOver(f.Name)
		}
	}
	return out
}

// meanOver is the macro-F1: the mean of the F1 of all classes of a figure that the
// gold has among what was found; 0 for none.
func (t Tally) meanOver(figure string) float64 {
	mean, n := 0.0, 0
	for i, f := range ScenarioFigures {
		if f.class == figure && t[i].Gold > 0 {
			mean += t[i].F1()
			n++
		}
	}
	return mean / float64(max(1, n))
}

func scenarioIntervals(reports []ReportCounts) []Interval {
	values := make([][]float64, len(ScenarioFigures))
	bootstrap(len(reports), func(drawn []int) {
		some := make([]ReportCounts, len(drawn))
		for i, d := range drawn {
			some[i] = reports[d]
		}
		for i, v := range scenarioValues(scenarioSum(some)) {
			values[i] = append(values[i], v)
		}
	})
	out := make([]Interval, len(values))
	for i := range values {
		out[i] = middle(values[i])
	}
	return out
}

// Measured returns the figures as a baseline keeps them: those that are read and
// rest on enough items. Their number is that of all gold items there could be,
// which a better reader does not move.
func (r ScenarioResult) Measured() []Measured {
	var out []Measured
	for _, f := range r.Figures {
		if f.Read && f.Gold >= MinFloor {
			out = append(out, Measured{f.Figure, f.F1, f.Of})
		}
	}
	return out
}
