package export

import (
	"encoding/csv"
	"io"
	"strconv"

	"hearsay"
	"hearsay/contract"
)

// FiguresCSV writes a table: a header row, then one row for each figure. Its cells
// are guarded as those of [CSV] are.
//
// "best", "low" and "high" are the names that UCDP's event data have. Low and high
// are the report's own bounds, empty where it leaves them open. Best is the number
// where it is given, exactly or about; the lower bound of a range and of "at least"
// and "more than", since that is what the source vouches for; empty for "up to" and
// for vague words, for which nobody gave a number ([hearsay.Figure.Best]).
type FiguresCSV struct {
	run          contract.Run
	table        *CSV
	conventional bool
}

// figureColumns are the header row. Offsets are code points into the report's text.
var figureColumns = []string{
	"path", "published", "words", "best", "low", "high", "qualifier", "noun", "state", "unit", "stance", "where", "as_of",
	"source", "identity", "attribution", "start", "end",
}

// NewFiguresCSV returns an encoder that writes to w, and writes the header row. If
// conventional is set, best is for vague words the number that coders of conflict
// events put ([hearsay.Figure.Conventional]).
func NewFiguresCSV(w io.Writer, conventional bool) (*FiguresCSV, error) {
	c := &FiguresCSV{table: &CSV{out: csv.NewWriter(w)}, conventional: conventional}
	return c, c.table.row(figureColumns)
}

// Write writes the rows of one record.
func (c *FiguresCSV) Write(record hearsay.Record) error {
	line := c.run.Line(record)
	for i, f := range line.Figures {
		if err := c.table.row(c.cells(line.Report, f, record.Figures[i], record.Report.Text)); err != nil {
			return err
		}
	}
	return nil
}

func (c *FiguresCSV) cells(report contract.Report, f contract.Figure, of hearsay.Figure, all string) []string {
	best := of.Best()
	if n, ok := of.Conventional(all); ok && c.conventional {
		best = &n
	}
	published := ""
	if report.Published != nil {
		published = report.Published.Format("2006-01-02T15:04:05Z07:00")
	}
	row := []string{
		whereabouts(report), published, f.Span.Text, decimal(best), decimal(f.Low), decimal(f.High), text(f.Qualifier), words(f.Noun),
		text(f.State), text(f.Unit), text(f.Stance), text(f.Where), text(f.AsOf),
	}
	row = append(row, chain(f.Chain), lastIdentity(f.Chain), number(f.Attribution))
	return append(row, extent(&f.Span)...)
}

func decimal(n *float64) string {
	if n == nil {
		return ""
	}
	return strconv.FormatFloat(*n, 'f', -1, 64)
}
