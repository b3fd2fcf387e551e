package hearsay

import "fmt"

// Place is one thing read in one of the records that are compared. It is
// comparable, so that it can be a map's key.
type Place struct {
	Report int // position in Trace.Records
	Part   Part
	Index  int // position in the part of that record
}

// Part says in which list of a record a Place lies.
type Part string

// The parts.
const (
	PartAttribution Part = "attribution" // Record.Attributions
	PartOwnVoice    Part = "own-voice"   // Record.OwnVoice
	PartFigure      Part = "figure"      // Record.Figures
)

// Parts lists every part.
var Parts = []Part{PartAttribution, PartOwnVoice, PartFigure}

// Passage is words of one of the records that are compared.
type Passage struct {
	Report int // position in Trace.Records
	Span   Span
}

// check reports whether a place lies in the records.
func (p Place) check(records []Record) error {
	if p.Report < 0 || p.Report >= len(records) {
		return fmt.Errorf("report %d of %d", p.Report, len(records))
	}
	r, n := records[p.Report], 0
	switch p.Part {
	case PartAttribution:
		n = len(r.Attributions)
	case PartOwnVoice:
		n = len(r.OwnVoice)
	case PartFigure:
		n = len(r.Figures)
	default:
		return fmt.Errorf("%q is no part of a record", p.Part)
	}
	if p.Index < 0 || p.Index >= n {
		return fmt.Errorf("%s %d of %d in report %d", p.Part, p.Index, n, p.Report)
	}
	return nil
}

func (p Passage) check(records []Record) error {
	if p.Report < 0 || p.Report >= len(records) {
		return fmt.Errorf("report %d of %d", p.Report, len(records))
	}
	return p.Span.Check(len(records[p.Report].Report.Text))
}
