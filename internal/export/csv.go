package export

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"hearsay"
	"hearsay/contract"
)

// CSV writes a table: a header row, then one row for each attribution.
//
// A cell never begins with a character that makes a spreadsheet take it for a
// formula: one that would, a quoted "=1+2" say, has an apostrophe put before it.
// (OWASP, "CSV Injection".) Whoever needs the words unchanged takes JSON.
type CSV struct {
	run contract.Run
	out *csv.Writer
}

// columns are the header row. Offsets are code points into the report's text; a
// content of several pieces has as many, joined by ";".
var columns = []string{
	"path", "id", "within", "source", "cue", "content", "manner", "act", "stance", "confidence",
	"source_start", "source_end", "cue_start", "cue_end", "content_start", "content_end",
	"chain", "identity", "silence", "condition", "regardless", "addressee",
}

// NewCSV returns an encoder that writes to w, and writes the header row.
func NewCSV(w io.Writer) (*CSV, error) {
	c := &CSV{out: csv.NewWriter(w)}
	return c, c.row(columns)
}

// Write writes the rows of one record.
func (c *CSV) Write(record hearsay.Record) error {
	line := c.run.Line(record)
	for _, a := range line.Attributions {
		if err := c.row(cells(line, a)); err != nil {
			return err
		}
	}
	return nil
}

func (c *CSV) row(cells []string) error {
	guarded := make([]string, len(cells))
	for i, cell := range cells {
		guarded[i] = harmless(cell)
	}
	// Flushed row by row, so that what was read is there if the run is cut off.
	if err := c.out.Write(guarded); err != nil {
		return err
	}
	c.out.Flush()
	return c.out.Error()
}

func cells(line contract.Line, a contract.Attribution) []string {
	row := []string{
		whereabouts(line.Report), strconv.Itoa(a.ID), number(a.Within),
		words(a.Source), words(a.Cue), joined(a.Content), string(a.Manner),
		text(a.Act), text(a.Stance), strconv.FormatFloat(a.Confidence, 'f', -1, 64),
	}
	row = append(row, extent(a.Source)...)
	row = append(row, extent(a.Cue)...)
	row = append(row, extents(a.Content)...)
	return append(row, chain(a.Chain), lastIdentity(a.Chain), text(a.Silence), words(a.Condition), words(a.Regardless), nameOf(line, a.Addressee))
}

// nameOf is the name of the actor with an ID.
func nameOf(line contract.Line, id *int) string {
	for _, a := range line.Actors {
		if id != nil && a.ID == *id {
			return a.Name
		}
	}
	return ""
}

// chain gives the words of the hops after the outlet.
func chain(hops []contract.Voice) string {
	var all []string
	for i, v := range hops {
		switch {
		case v.As != nil:
			all = append(all, *v.As)
		case i > 0:
			all = append(all, "nobody")
		}
	}
	return strings.Join(all, " > ")
}

// lastIdentity tells how the one who speaks is identified.
func lastIdentity(hops []contract.Voice) string {
	if len(hops) == 0 {
		return ""
	}
	return string(hops[len(hops)-1].Identity)
}

// whereabouts is the report's path, or its address.
func whereabouts(report contract.Report) string {
	if report.Path != nil {
		return *report.Path
	}
	return text(report.URL)
}

func text[S ~string](s *S) string {
	if s == nil {
		return ""
	}
	return string(*s)
}

func number(n *int) string {
	if n == nil {
		return ""
	}
	return strconv.Itoa(*n)
}

func words(s *contract.Span) string {
	if s == nil {
		return ""
	}
	return s.Text
}

// joined marks what was left out between two pieces as a writer would.
func joined(pieces []contract.Span) string {
	all := make([]string, len(pieces))
	for i, p := range pieces {
		all[i] = p.Text
	}
	return strings.Join(all, " […] ")
}

func extent(s *contract.Span) []string {
	if s == nil {
		return []string{"", ""}
	}
	return extents([]contract.Span{*s})
}

func extents(pieces []contract.Span) []string {
	starts, ends := make([]string, len(pieces)), make([]string, len(pieces))
	for i, p := range pieces {
		starts[i], ends[i] = strconv.Itoa(p.Start), strconv.Itoa(p.End)
	}
	return []string{strings.Join(starts, ";"), strings.Join(ends, ";")}
}

// harmless guards a cell against being taken for a formula. A lone mark, such as
// the "-" of standard input, is none.
func harmless(cell string) string {
	if len(cell) > 1 && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
		return "'" + cell
	}
	return cell
}
