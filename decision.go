package hearsay

// Anchor is some words of one revision, wherever its record stands in a trace. What
// a person decides is tied to anchors and never to running numbers, so that it
// outlives new reports and rereading.
type Anchor struct {
	Revision string // the hash of the revision
	Span     Span   // bytes of its text
}

// TalksDecision is what a person decides about the talks of a story. Decisions are
// applied in their order, so that a later one wins:
//
//	records ──► negotiations as read ──► opened, merged ──► named, closed ──► cells corrected
//
// An anchor means the talks, or the term, answer, position or deadline, that has a
// saying whose words it overlaps; of several, the one with the most words in common.
type TalksDecision struct {
	Kind TalksDecisionKind

	// At are the statements that it is about. Of an open: those the negotiation is
	// read from. Of a merge: one or more of each of the talks that are one. Of a name
	// or close: one of the talks. Of a correction: the words of the cell, as Words of
	// a term, position, or of one of the sayings of an answer or a deadline.
	At []Anchor

	Name string // of a name, or an open: what the talks are called

	// Of a correction: which field, whose, and what stands there instead.
	Field TalksField
	Whose *Anchor // words that name the party whose answer or position it is; nil: whoever's stands there
	// Value is, by field: a [TermStatus], the words of a quantity, "" for whom a
	// term obliges, a [ResponseKind], a [Regard], a TIMEX3 value.
	Value   string
	Parties []Anchor // of FieldObliges: words that name each of those it obliges
}

// TalksDecisionKind says what a person does with talks.
type TalksDecisionKind string

// The kinds of decision.
const (
	TalksOpen    TalksDecisionKind = "open"    // there is a negotiation here, though too little shows it
	TalksName    TalksDecisionKind = "name"    // it is called so
	TalksMerge   TalksDecisionKind = "merge"   // these are one negotiation
	TalksClose   TalksDecisionKind = "close"   // it is over, or is none; it is kept and marked
	TalksCorrect TalksDecisionKind = "correct" // one cell is read wrongly
)

// TalksDecisionKinds lists every kind.
var TalksDecisionKinds = []TalksDecisionKind{TalksOpen, TalksName, TalksMerge, TalksClose, TalksCorrect}

// TalksField is a part of talks that a person can correct.
type TalksField string

// The fields.
const (
	FieldStatus   TalksField = "status"   // of a term: a TermStatus
	FieldQuantity TalksField = "quantity" // of a term: how much, in the person's words
	FieldObliges  TalksField = "obliges"  // of a term: Parties
	FieldAnswer   TalksField = "answer"   // of an answer: a ResponseKind
	FieldPosition TalksField = "position" // of a position: a Regard
	FieldDeadline TalksField = "deadline" // a TIMEX3 value
)

// TalksFields lists every field.
var TalksFields = []TalksField{FieldStatus, FieldQuantity, FieldObliges, FieldAnswer, FieldPosition, FieldDeadline}

// Mark shows that a person has decided something, and what was read before.
type Mark struct {
	Decision int // position in the decisions that were applied
	Kind     TalksDecisionKind
	Field    TalksField // "" for what is no correction
	Was      string     // the value as read; parties by name, with "; " between them
}
