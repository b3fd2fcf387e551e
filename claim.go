package hearsay

// Claim is what statements of one report or several say alike.
type Claim struct {
	ID     int     // position in Trace.Claims
	Gist   Passage // the words of the statement that says it most fully
	Act    Act
	Stance Stance
	By, To *int    // IDs of Trace.Actors: whose statement it is, and to whom
	Places []Place // attributions and statements in an outlet's own voice, by report, then as they stand

	// Origins are where it independently comes from, the earliest first. With
	// AtLeast there may be fewer shown than there are: for some report nothing
	// shows where it has the claim from.
	Origins []Origin
	AtLeast bool

	Steps  []Step  // how it spread, in the order of publication
	Shifts []Shift // how its wording changed on the way
}

// Step is one report's part in the spread of a claim.
type Step struct {
	Report int
	Kind   StepKind
	Place  Place // where that report makes it
}

// StepKind says what a report adds to a claim.
type StepKind string

// The kinds of step.
const (
	StepFirst   StepKind = "first"   // no report before it has the claim
	StepAdds    StepKind = "adds"    // it has a voice of its own for it
	StepRepeats StepKind = "repeats" // it has it from a report or a voice that an earlier one had
)

// StepKinds lists every kind of step.
var StepKinds = []StepKind{StepFirst, StepAdds, StepRepeats}

// Shift is a change of wording between two reports of one claim, without a verdict.
type Shift struct {
	Kind          ShiftKind
	Before, After Passage
}

// ShiftKind says what changed.
type ShiftKind string

// The kinds of shift.
const (
	ShiftDropped  ShiftKind = "attribution-dropped" // a voice is named before, and none after
	ShiftHardened ShiftKind = "hardened"            // from possible to actual
	ShiftSoftened ShiftKind = "softened"            // from actual to possible
)

// ShiftKinds lists every kind of shift.
var ShiftKinds = []ShiftKind{ShiftDropped, ShiftHardened, ShiftSoftened}

// Origin is one place where a claim independently comes from.
type Origin struct {
	ID       int      // unique in a Trace
	Actor    *int     // ID of a Trace.Actor; nil: someone the reports never name
	Identity Identity // of the voice at its end
	Voice    *Passage // the words used for that voice; nil: the outlet itself
	Reports  []int    // those that have the claim from here, by publication; the first of them is the first report
	Places   []Place  // of the claim's those that come from here
	Links    []Link   // one for each report after the first
}

// Link says why a report is taken to have a claim from an origin.
type Link struct {
	Report, From int // From is an earlier report of the same origin
	Why          LinkKind
	Evidence     []Passage // the words that show it
}

// LinkKind is a reason to take two reports' statements for one.
type LinkKind string

// The kinds of link.
const (
	LinkCites      LinkKind = "cites"       // its chain names an earlier link
	LinkCopies     LinkKind = "copies"      // the same wording
	LinkCredits    LinkKind = "credits"     // an agency credit
	LinkSameSpeech LinkKind = "same-speech" // the same words of the same speaker on the same occasion
	LinkUnshown    LinkKind = "not-shown"   // it says the same, and nothing shows where it has it from
)

// LinkKinds lists every kind of link.
var LinkKinds = []LinkKind{LinkCites, LinkCopies, LinkCredits, LinkSameSpeech, LinkUnshown}

// Contradiction is two claims, or two figures, that cannot both hold as they are said.
type Contradiction struct {
	Claims  *[2]int   // IDs of claims; nil: it is of figures that stand in none
	Figures *[2]Place // the figures that cannot both hold, in the order of the claims; nil: it is not of numbers
	Why     string    // one sentence for a person
}
