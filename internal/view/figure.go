package view

import (
	"fmt"
	"strconv"
	"strings"

	"hearsay"
)

// FigureNote is one figure, as told under its paragraph.
type FigureNote struct {
	Words string // as the report has them
	Sense string // the interval, then what is known of it: state, noun, place, date, source
}

// figureNotes returns the notes of a record's figures, by paragraph.
func figureNotes(record hearsay.Record, spans []hearsay.Span) map[int][]FigureNote {
	notes := map[int][]FigureNote{}
	for _, f := range record.Figures {
		at := paragraphAt(spans, f.Span.Start)
		notes[at] = append(notes[at], figureNoteOf(f, record))
	}
	return notes
}

func figureNoteOf(f hearsay.Figure, record hearsay.Record) FigureNote {
	text := record.Report.Text
	sense := []string{interval(f)}
	if f.State != "" && f.State != "other" {
		sense = append(sense, string(f.State))
	}
	switch {
	case f.Noun != nil:
		sense = append(sense, Line(f.Noun.In(text)))
	case f.Unit != "":
		sense = append(sense, f.Unit)
	}
	if f.Stance != "" && f.Stance != hearsay.Actual {
		sense = append(sense, string(f.Stance))
	}
	for _, s := range []string{f.Where, When(f.AsOf), whoseFigure(f, text)} {
		if s != "" {
			sense = append(sense, Line(s))
		}
	}
	return FigureNote{Words: Line(f.Span.In(text)), Sense: strings.Join(sense, " · ")}
}

// whoseFigure returns the words for the last hop of a figure's chain, "" where the
// outlet speaks for itself.
func whoseFigure(f hearsay.Figure, text string) string {
	if n := len(f.Chain); n > 0 && f.Chain[n-1].As != nil {
		return strings.TrimRight(f.Chain[n-1].As.In(text), ",;")
	}
	return ""
}

// interval tells a figure's bounds in words.
func interval(f hearsay.Figure) string {
	switch {
	case f.Low == nil && f.High == nil:
		return "no number"
	case f.High == nil && f.Qualifier == hearsay.MoreThan:
		return "above " + quantity(*f.Low)
	case f.High == nil:
		return quantity(*f.Low) + " or more"
	case f.Low == nil:
		return quantity(*f.High) + " at most"
	case *f.Low != *f.High:
		return fmt.Sprintf("%s to %s", quantity(*f.Low), quantity(*f.High))
	case f.Qualifier == hearsay.About || f.Qualifier == hearsay.Nearly:
		return string(f.Qualifier) + " " + quantity(*f.Low)
	}
	return quantity(*f.Low)
}

// quantity writes a number with commas between thousands.
func quantity(n float64) string {
	digits := strconv.FormatFloat(n, 'f', -1, 64)
	whole, part, hasPart := strings.Cut(digits, ".")
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "-", whole[1:]
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if hasPart {
		whole += "." + part
	}
	return sign + whole
}
