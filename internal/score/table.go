package score

import (
	"fmt"
	"io"
	"strings"
)

// Table writes the result as tables for a person: percentages, with the count
// each rests on.
func (r Result) Table(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%-24s %7s %7s %7s   %-15s %6s %6s\n", "track A, spans", "P", "R", "F1", "95 % interval", "gold", "found")
	for i, f := range r.Figures {
		if i == len(Roles) {
			b.WriteString("\ntrack B, attributions\n")
		}
		f.row(&b)
	}
	r.Reliability.table(&b)
	_, err := io.WriteString(w, b.String())
	return err
}

// row writes one figure; one that rests on nothing has no value to show.
func (f FigureScore) row(b *strings.Builder) {
	values := [4]string{"–", "–", "–", "–"}
	if f.Gold+f.System > 0 {
		values = [4]string{percent(f.Precision), percent(f.Recall), percent(f.F1), f.Interval.percent()}
	}
	fmt.Fprintf(b, "  %-22s %7s %7s %7s   %-15s %6d %6d\n", f.Figure, values[0], values[1], values[2], values[3], f.Gold, f.System)
}

func (r Reliability) table(b *strings.Builder) {
	fmt.Fprintf(b, "\n%-14s %6s %6s", "confidence", "found", "mean")
	for _, a := range r.Aspects {
		fmt.Fprintf(b, " %8s", a)
	}
	b.WriteString("   right in 100\n")
	for _, bin := range r.Bins {
		bin.row(b, fmt.Sprintf("%.1f – %.1f", float64(bin.From)/1000, float64(bin.From+100)/1000))
	}
	r.Sure.row(b, "at least 0.9")
	fmt.Fprintf(b, "coverage at 0.9: %s of %d found\n", percent(r.Coverage()), r.Found)
}

func (bin Bin) row(b *strings.Builder, name string) {
	fmt.Fprintf(b, "  %-12s %6d", name, bin.Count)
	if bin.Count > 0 {
		fmt.Fprintf(b, " %6s", percent(bin.MeanConfidence()))
		for i := range bin.Right {
			fmt.Fprintf(b, " %8s", percent(bin.Precision(i)))
		}
	}
	b.WriteString("\n")
}

// DifferenceTable writes how every figure moved, in points of a hundred.
func DifferenceTable(w io.Writer, moved []Difference) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%-24s %7s %7s %7s   %-17s %s\n", "change of F1", "before", "after", "by", "95 % interval", "not better in")
	for _, d := range moved {
		fmt.Fprintf(&b, "  %-22s %7s %7s %+7.1f   %-17s %s %%\n", d.Figure, percent(d.Before), percent(d.After), 100*(d.After-d.Before),
			fmt.Sprintf("%+.1f – %+.1f", 100*d.By.Low, 100*d.By.High), percent(d.Worse))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func percent(x float64) string { return fmt.Sprintf("%.1f", 100*x) }

func (i Interval) percent() string { return percent(i.Low) + " – " + percent(i.High) }
