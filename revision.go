package hearsay

import "strings"

// Copy is a report that republishes another, whole or in large part.
type Copy struct {
	Report, Of int   // positions in Trace.Records
	Share      int   // how much of Report stands in Of, in thousandths
	Credit     *Span // the words of Report that credit the other's outlet; nil: it does not say
}

// Background is a paragraph that an outlet prints again and again.
type Background struct {
	Passages []Passage // by publication
}

// Update is what a later revision of a report changed.
type Update struct {
	Report, Revises int    // positions in Trace.Records
	Note            []Span // the words of Report that say what was changed
	Changes         []Change
}

// Change is one difference between two revisions.
type Change struct {
	Kind    ChangeKind
	Subject ChangeSubject

	// Where counts the printed blocks from 1, notes and subheads included: those
	// of the later revision, but for a block that was removed whole, those of the
	// earlier. 0: the headline or byline above the text.
	Where int

	Before, After *Span // in the earlier revision's text, in the later's; nil: nothing there
	Admitted      *Span // the words of the note that admit it; nil: not mentioned
}

// What tells a change in words, without a verdict: what stood before, and what
// stands now.
func (c Change) What(before, after Report) string {
	was, is := c.words(before, c.Before), c.words(after, c.After)
	switch {
	case c.Kind == ChangeMoved:
		return "“" + is + "” stands elsewhere now"
	case was == "":
		return "“" + is + "” is new"
	case is == "":
		return "“" + was + "” is gone"
	}
	return "“" + was + "” becomes “" + is + "”"
}

// words returns the words of a change in one revision; "" where there are none.
func (c Change) words(r Report, at *Span) string {
	switch {
	case c.Where == 0 && c.Subject == SubjectHeadline:
		return r.Headline
	case c.Where == 0 && c.Subject == SubjectByline:
		return strings.Join(r.Byline, ", ")
	case at == nil:
		return ""
	}
	return at.In(r.Text)
}

// ChangeKind says how something changed.
type ChangeKind string

// The kinds of change.
const (
	ChangeAdded     ChangeKind = "added"
	ChangeRemoved   ChangeKind = "removed"
	ChangeMoved     ChangeKind = "moved"
	ChangeChanged   ChangeKind = "changed"
	ChangeCorrected ChangeKind = "corrected" // a note says that what stood before was wrong
	ChangeSilent    ChangeKind = "silent"    // of a figure, a source or a quotation, and no note admits it
)

// ChangeKinds lists every kind of change.
var ChangeKinds = []ChangeKind{ChangeAdded, ChangeRemoved, ChangeMoved, ChangeChanged, ChangeCorrected, ChangeSilent}

// ChangeSubject says what a change is of.
type ChangeSubject string

// The subjects of change.
const (
	SubjectText     ChangeSubject = "text"
	SubjectHeadline ChangeSubject = "headline"
	SubjectByline   ChangeSubject = "byline"
	SubjectFigure   ChangeSubject = "figure"
	SubjectSource   ChangeSubject = "source"
	SubjectQuote    ChangeSubject = "quote"
	SubjectStance   ChangeSubject = "stance"
	SubjectNote     ChangeSubject = "note"
)

// ChangeSubjects lists every subject of change.
var ChangeSubjects = []ChangeSubject{
	SubjectText, SubjectHeadline, SubjectByline, SubjectFigure, SubjectSource, SubjectQuote, SubjectStance, SubjectNote,
}
