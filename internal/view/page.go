// Package view shows a record in a terminal or a pipe: the text as published,
// and under each paragraph who says what in it.
//
// What is shown is computed once, as a [Page] of styled runs; the faces (see
// [Printer]) only put it into characters.
package view

import (
	"fmt"
	"strings"
	"time"

	"hearsay"
)

// CheckBelow is the confidence, in thousandths, below which a view asks the
// reader to check an attribution instead of asserting it: there it is, by the
// calibrated estimate, as likely wrong as right.
const CheckBelow = 500

// Page is what there is to show of one record. All its strings are safe to print
// on a terminal.
type Page struct {
	Heading    string // where the report is from: path or address, outlet, date
	Headline   string // "" : not stated apart from the text
	Notices    []string
	Paragraphs []Paragraph
	Found      int // attributions
	Doubtful   int // of these, below CheckBelow
	Figures    int
}

// Paragraph is one paragraph as published and the attributions that stand in it.
type Paragraph struct {
	Runs  []Run             // together the paragraph's text; line breaks are "\n"
	Apart hearsay.BlockKind // what it is for, if it is not of the story; else ""
	Notes []Note

	Figures []FigureNote
}

// Run is a stretch of text in one style.
type Run struct {
	Text string
	Style
}

// Style says whose words a run is and what it does.
type Style struct {
	Voice  Voice
	Role   Role
	Figure bool // it is a figure
}

// Role is what a run does in the attribution it belongs to.
type Role uint8

// The roles. A run that is neither source nor cue nor content belongs to none.
const (
	None Role = iota
	Content
	Source
	Cue
	Heading // not of the text: a line above it
	Aside   // a remark of the view's own, or text that is not of the story
	Lost    // what a later revision has no more
	Fresh   // what a later revision has new
)

// Note is one attribution, as told under its paragraph.
type Note struct {
	Voice      Voice
	Source     string // "" : nobody is named
	Cue        string // "" : none
	Content    string // its pieces joined by " […] "
	Manner     hearsay.Manner
	Identity   hearsay.Identity // of the one who speaks; "" : not read
	Silence    hearsay.Silence  // "" : a statement
	Act        string           // what it does and how it is meant: "threat, planned"; "" for what is just asserted to be so
	Depends    string           // the words on which it depends, or depends not; "" : none
	Path       string           // the way to the one who speaks, and the occasion; "" : straight to the outlet
	Confidence int              // thousandths
	Depth      int              // how many attributions enclose it
}

// Doubtful reports whether the note asks to be checked.
func (n Note) Doubtful() bool { return n.Confidence < CheckBelow }

// PageOf computes the page of a record, which must pass its Check.
func PageOf(record hearsay.Record) Page {
	page := Page{
		Heading:    heading(record.Report),
		Headline:   Line(record.Report.Headline),
		Notices:    notices(record),
		Paragraphs: paragraphs(record),
		Found:      len(record.Attributions),
		Figures:    len(record.Figures),
	}
	for _, a := range record.Attributions {
		if a.Confidence < CheckBelow {
			page.Doubtful++
		}
	}
	return page
}

func heading(r hearsay.Report) string {
	parts := []string{r.Path, r.Outlet, day(r.Published)}
	switch r.Path {
	case "":
		parts[0] = r.URL
	case "-":
		parts[0] = "standard input"
	}
	var stated []string
	for _, p := range parts {
		if p != "" {
			stated = append(stated, Line(p))
		}
	}
	return strings.Join(stated, " · ")
}

func day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}

// notices says what was not read and why.
func notices(record hearsay.Record) []string {
	var all []string
	for _, s := range record.Skipped {
		notice := s.Why.Explain()
		if s.Span != nil {
			notice = fmt.Sprintf("“%s”: %s", shortened(Line(s.Span.In(record.Report.Text))), notice)
		}
		all = append(all, notice)
	}
	return all
}
