package score

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"hearsay"
	"hearsay/internal/gold"
)

// ScenarioMistakeTable writes the kinds of mistake as MistakeTable does.
func ScenarioMistakeTable(w io.Writer, reports []ScenarioReport, mistakes []Mistake, n int) error {
	return mistakeTable(w, mistakes, n, func(m Mistake) string { return reports[m.Article].example(m) })
}

func (r ScenarioReport) example(m Mistake) string {
	theirs, ours := r.shown(m)
	var b strings.Builder
	fmt.Fprintf(&b, "    %s/%s  %s\n", r.Scenario, r.Name, m.Key)
	if m.Pair.Gold >= 0 {
		fmt.Fprintf(&b, "      gold   %s\n", theirs)
	}
	if m.Pair.System >= 0 {
		fmt.Fprintf(&b, "      found  %s\n", ours)
	}
	return b.String()
}

// shown gives both sides of a mistake on a line each; one that there is not is
// nothing worth showing.
func (r ScenarioReport) shown(m Mistake) (theirs, ours string) {
	switch m.Kind {
	case FigureMissed, FigureInvented, FigureBounds, FigureQualifier, FigureState:
		g, s, _ := sides(m.Pair, r.Gold.Figures, r.System.Figures)
		return r.showFigure(g), r.showFigure(s)
	case TimeMissed, TimeInvented, TimeEdges, TimeValue:
		g, s, _ := sides(m.Pair, r.Gold.Moments, r.System.Moments)
		return r.showMoment(g), r.showMoment(s)
	}
	g, s, _ := sides(m.Pair, r.Gold.Tellings, r.System.Tellings)
	return r.showTelling(g), r.showTelling(s)
}

func (r ScenarioReport) showTelling(t Telling) string {
	shown := fmt.Sprintf("%s | %s | %s", r.phrase(t.Source), r.phrase(t.Cue), r.phrase(t.Content))
	if len(t.Chain) > 0 {
		shown += " | " + chainWords(t.Chain)
	}
	if t.Act != "" {
		shown += " | " + string(t.Act) + ", " + string(t.Stance)
	}
	return shown
}

// phrase gives the words of spans; "…" stands for a gap.
func (r ScenarioReport) phrase(spans []hearsay.Span) string {
	if len(spans) == 0 {
		return "–"
	}
	var pieces []string
	for _, s := range spans {
		pieces = append(pieces, clip(strings.Join(strings.Fields(s.In(r.Text)), " ")))
	}
	return strings.Join(pieces, " … ")
}

// chainWords gives the words of a chain's hops; "·" stands for none.
func chainWords(chain []gold.Hop) string {
	var words []string
	for _, h := range chain {
		if h.As == "" {
			h.As = "·"
		}
		words = append(words, h.As)
	}
	return strings.Join(words, " > ")
}

func (r ScenarioReport) showFigure(f gold.TrueFigure) string {
	return fmt.Sprintf("%s | %s … %s | %s | %s", f.Span.In(r.Text), bound(f.Low), bound(f.High), f.Qualifier, f.State)
}

func bound(x *float64) string {
	if x == nil {
		return "open"
	}
	return strconv.FormatFloat(*x, 'f', -1, 64)
}

func (r ScenarioReport) showMoment(m hearsay.Moment) string {
	return fmt.Sprintf("%s | %s | %s", m.Span.In(r.Text), m.Value, m.Type)
}
