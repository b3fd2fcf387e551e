package score

import (
	"fmt"
	"io"
	"strings"
)

// The figures across reports, by name.
const (
	linkFigure               = "claim link"
	hardFigure               = "claim link/hard"
	originFigure             = "origin same or not"
	sameOriginFigure         = "origin same"
	otherOriginFigure        = "origin not the same"
	originsFigure            = "origins one or several"
	oneOriginFigure          = "origins one"
	severalOriginsFigure     = "origins several"
	copyFigure               = "copy"
	changeFigure             = "change"
	changeKindFigure         = "change with its kind"
	changeSilentFigure       = "change silent or not"
	contradictionFigure      = "contradiction"
	contradictionRightFigure = "contradiction right"
	lookAlikeFigure          = "look-alike left alone"
)

// AffairFigure is one figure across reports.
type AffairFigure struct {
	Name     string
	Share    bool     // of what there is to judge: precision and recall are one
	Balanced []string // the mean of these shares
}

// AffairFigures lists the figures in the order of the table and of a tally.
var AffairFigures = []AffairFigure{
	{Name: linkFigure},
	{Name: hardFigure},
	{Name: originFigure, Balanced: []string{sameOriginFigure, otherOriginFigure}},
	{Name: sameOriginFigure, Share: true},
	{Name: otherOriginFigure, Share: true},
	{Name: originsFigure, Balanced: []string{oneOriginFigure, severalOriginsFigure}},
	{Name: oneOriginFigure, Share: true},
	{Name: severalOriginsFigure, Share: true},
	{Name: copyFigure},
	{Name: changeFigure},
	{Name: changeKindFigure},
	{Name: changeSilentFigure, Share: true},
	{Name: contradictionFigure},
	{Name: contradictionRightFigure, Share: true},
	{Name: lookAlikeFigure, Share: true},
	{Name: proposalFigure},
	{Name: proposalByFigure, Share: true},
	{Name: termFigure},
	{Name: statusFigure, Share: true},
	{Name: obligesFigure, Share: true},
	{Name: answerFigure},
	{Name: deadlineFigure, Share: true},
	{Name: positionFigure},
	{Name: positionFreeFigure, Share: true},
}

var affairIndex = func() map[string]int {
	out := map[string]int{}
	for i, f := range AffairFigures {
		out[f.Name] = i
	}
	return out
}()

// affairTally has its counts in the order of AffairFigures; a balanced figure's
// stay empty.
type affairTally []Count

func (t affairTally) add(figure string, c Count) {
	i := affairIndex[figure]
	t[i] = t[i].plus(c)
}

// side counts one yes-or-no question under the share that its true answer
// belongs to.
func (t affairTally) side(yes, no string, truly, answered bool) {
	figure := no
	if truly {
		figure = yes
	}
	t.add(figure, Count{System: 1, Gold: 1}.with(truly == answered))
}

func (t affairTally) value(i int) float64 {
	f := AffairFigures[i]
	if len(f.Balanced) == 0 {
		return t[i].F1()
	}
	sum, n := 0.0, 0
	for _, name := range f.Balanced {
		if c := t[affairIndex[name]]; c.Gold > 0 {
			sum, n = sum+c.Recall(), n+1
		}
	}
	return sum / float64(max(1, n))
}

// items counts the gold items a figure rests on.
func (t affairTally) items(i int) Count {
	out := t[i]
	for _, name := range AffairFigures[i].Balanced {
		out = out.plus(t[affairIndex[name]])
	}
	return out
}

// AffairResult is what a system reached across the reports of some affairs.
type AffairResult struct {
	Figures []AffairScore   `json:"figures"`
	Affairs []AffairSummary `json:"affairs"` // one by one
}

// AffairScore is one figure. Of shares and balanced ones precision and recall are
// the value.
type AffairScore struct {
	Figure string `json:"figure"`
	Count
	Value float64 `json:"value"` // F1, share, or mean of shares

	// Interval is the 95 % interval of a figure of talks: of a bootstrap over the
	// proposals, each with its terms and answers, and the positions of all affairs.
	Interval *Interval `json:"interval,omitempty"`
}

// AffairSummary is one affair's figures.
type AffairSummary struct {
	Name    string        `json:"name"`
	Figures []AffairScore `json:"figures"`
}

// EvaluateAffairs scores the affairs.
func EvaluateAffairs(affairs []*Affair) AffairResult {
	sum := make(affairTally, len(AffairFigures))
	var r AffairResult
	for _, a := range affairs {
		t := a.tally()
		for i, c := range t {
			sum[i] = sum[i].plus(c)
		}
		r.Affairs = append(r.Affairs, AffairSummary{a.Name, t.scores()})
	}
	r.Figures = sum.scores()
	var units []affairTally
	for _, a := range affairs {
		units = append(units, a.compareTalks().units...)
	}
	addTalksIntervals(r.Figures, units)
	return r
}

// addTalksIntervals gives the figures of talks that rest on anything their intervals.
func addTalksIntervals(figures []AffairScore, units []affairTally) {
	if len(units) == 0 {
		return
	}
	values := make([][]float64, len(figures))
	bootstrap(len(units), func(drawn []int) {
		sum := make(affairTally, len(AffairFigures))
		for _, d := range drawn {
			for i, c := range units[d] {
				sum[i] = sum[i].plus(c)
			}
		}
		for i := affairIndex[proposalFigure]; i < len(figures); i++ {
			values[i] = append(values[i], sum.value(i))
		}
	})
	for i := affairIndex[proposalFigure]; i < len(figures); i++ {
		if figures[i].Gold+figures[i].System > 0 {
			interval := middle(values[i])
			figures[i].Interval = &interval
		}
	}
}

func (a *Affair) tally() affairTally {
	t := make(affairTally, len(AffairFigures))
	a.countLinks(t)
	a.countOrigins(t)
	a.countCopies(t)
	a.countChanges(t)
	a.countContradictions(t)
	a.countTalks(t)
	return t
}

func (t affairTally) scores() []AffairScore {
	var out []AffairScore
	for i, f := range AffairFigures {
		out = append(out, AffairScore{Figure: f.Name, Count: t.items(i), Value: t.value(i)})
	}
	return out
}

// Measured returns the figures that rest on enough items as a baseline keeps
// them. What a balanced figure's rarer side rests on is what counts.
func (r AffairResult) Measured() []Measured {
	var out []Measured
	for i, f := range r.Figures {
		if n := r.least(i); n >= MinFloor {
			out = append(out, Measured{f.Figure, f.Value, n})
		}
	}
	return out
}

func (r AffairResult) least(i int) int {
	n := r.Figures[i].Gold
	for _, name := range AffairFigures[i].Balanced {
		n = min(n, r.Figures[affairIndex[name]].Gold)
	}
	return n
}

// Table writes the result for a person: percentages, with the counts each rests
// on, intervals for those of talks, and beside them the affairs one by one.
func (r AffairResult) Table(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%-26s %6s %6s %6s %6s %6s  %-14s", "across reports", "P", "R", "F1", "gold", "found", "95 % interval")
	for _, a := range r.Affairs {
		fmt.Fprintf(&b, " %*s", max(len(a.Name), 12), a.Name)
	}
	b.WriteString("\n")
	for i, f := range r.Figures {
		fmt.Fprintf(&b, "  %-24s %6s %6s %6s %6d %6s  %-14s", f.Figure, f.part(i, f.Precision()), f.part(i, f.Recall()), f.percent(), f.Gold, f.system(i), f.interval())
		for _, a := range r.Affairs {
			s := a.Figures[i]
			fmt.Fprintf(&b, " %*s", max(len(a.Name), 12), fmt.Sprintf("%s (%d)", s.percent(), s.Gold))
		}
		b.WriteString("\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// oneNumber reports whether precision and recall say nothing beside the value.
func (f AffairFigure) oneNumber() bool { return f.Share || len(f.Balanced) > 0 }

func (s AffairScore) part(i int, x float64) string {
	if AffairFigures[i].oneNumber() {
		return ""
	}
	return percent(x)
}

func (s AffairScore) system(i int) string {
	if AffairFigures[i].oneNumber() {
		return ""
	}
	return fmt.Sprint(s.System)
}

func (s AffairScore) interval() string {
	if s.Interval == nil {
		return ""
	}
	return percent(s.Interval.Low) + " – " + percent(s.Interval.High)
}

func (s AffairScore) percent() string {
	if s.Gold+s.System == 0 {
		return "–"
	}
	return percent(s.Value)
}
