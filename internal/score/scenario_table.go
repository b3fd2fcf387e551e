package score

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// Table writes the result as tables for a person: percentages, with the counts
// each rests on, and then the scenarios one by one.
func (r ScenarioResult) Table(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%-30s %7s %7s %7s   %-15s %6s %6s\n", "report by report", "P", "R", "F1", "95 % interval", "gold", "found")
	var unread []string
	for i, f := range r.Figures {
		switch {
		case !f.Read && ScenarioFigures[i].class != "":
		case !f.Read:
			unread = append(unread, f.Figure)
		case ScenarioFigures[i].Share:
			fmt.Fprintf(&b, "  %-28s %7s %7s %s %6d\n", f.Figure, "", "", f.shown(), f.Gold)
		default:
			fmt.Fprintf(&b, "  %-28s %7s %7s %s %6d %6d\n", f.Figure, f.percent(f.Precision), f.percent(f.Recall), f.shown(), f.Gold, f.System)
		}
	}
	for _, name := range unread {
		fmt.Fprintf(&b, "  %-28s n/a: not read yet\n", name)
	}
	r.byScenario(&b)
	_, err := io.WriteString(w, b.String())
	return err
}

// percent shows one of the figure's values; one that rests on nothing has none.
func (s ScenarioScore) percent(x float64) string {
	if s.Gold+s.System == 0 {
		return "–"
	}
	return percent(x)
}

func (s ScenarioScore) shown() string {
	interval := "–"
	if s.Gold+s.System > 0 {
		interval = s.Interval.percent()
	}
	return fmt.Sprintf("%7s   %-15s", s.percent(s.F1), interval)
}

// byScenario writes one column for each scenario, so that one sees how far apart
// they are: F1 of every figure that is read, and of what is not about a class of
// identity, kind or stance.
func (r ScenarioResult) byScenario(b *strings.Builder) {
	fmt.Fprintf(b, "\n%-30s", "F1 by scenario")
	for _, s := range r.Scenarios {
		fmt.Fprintf(b, " %*s", s.width(), s.Name)
	}
	fmt.Fprintf(b, "\n%-30s", "  reports")
	for _, s := range r.Scenarios {
		fmt.Fprintf(b, " %*d", s.width(), s.Reports)
	}
	b.WriteString("\n")
	for i, f := range r.Figures {
		if !f.Read || ScenarioFigures[i].class != "" {
			continue
		}
		fmt.Fprintf(b, "  %-28s", f.Figure)
		for _, s := range r.Scenarios {
			fmt.Fprintf(b, " %*s", s.width(), s.Figures[i].withCount())
		}
		b.WriteString("\n")
	}
}

// width is that of a scenario's column in characters.
func (s ScenarioSummary) width() int { return max(utf8.RuneCountInString(s.Name), 12) }

// withCount is the figure with the gold items it rests on: "71.2 (140)".
func (s ScenarioScore) withCount() string { return fmt.Sprintf("%s (%d)", s.percent(s.F1), s.Gold) }
