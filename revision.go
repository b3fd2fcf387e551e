package hearsay

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

	// Where counts the printed blocks from 1, notes and subheads included; of
	// what was removed in the earlier revision. 0: the headline or byline above
	// the text.
	Where int

	Before, After *Span // in the earlier revision's text, in the later's; nil: nothing there
	Admitted      *Span // the words of the note that admit it; nil: not mentioned
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
