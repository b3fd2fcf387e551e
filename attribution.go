package hearsay

import "fmt"

// Attribution is one place in one report where someone is said to have said,
// thought, known, promised, denied … something.
//
//	Citing an aide, Radio Drenn said the League had agreed to free 30 captives.
//	               source──────┘ cue┘ content────────────────────────────────┘
type Attribution struct {
	ID      int    // position in Record.Attributions
	Source  *Span  // nil: nobody is named
	Cue     *Span  // nil: shown by place alone, such as a name in a line of its own below a quotation
	Content []Span // at least one, in text order, without overlap
	Manner  Manner
	Within  *int    // ID of the attribution that encloses this one; nil: outermost
	Chain   []Voice // from the outlet to the one who speaks; empty: not read yet

	Addressee  *int // ID of an Actor
	Act        Act  // "" : not read yet
	Stance     Stance
	Condition  *Span // the words that make it depend on something
	Regardless *Span // the words that say it depends on nothing

	// Silence says how the source would say nothing, "declined to comment"; ""
	// for a statement.
	Silence Silence

	// Confidence is the calibrated probability that the reading is right,
	// in thousandths, so that it is the same on every platform.
	Confidence int
}

// Manner says how the content is given.
type Manner string

// The manners.
const (
	Direct   Manner = "direct"   // all of it between quotation marks
	Indirect Manner = "indirect" // none of it
	Mixed    Manner = "mixed"    // part of it
)

// Manners lists every manner.
var Manners = []Manner{Direct, Indirect, Mixed}

// Voice is one hop of a chain: an actor at the place where a report gives it a
// voice.
type Voice struct {
	Actor     *int  // ID of an Actor; nil for someone the report never names
	As        *Span // the words used; nil for the outlet itself
	Identity  Identity
	Medium    Medium // "" : not stated
	Occasion  *Occasion
	Anonymity *Anonymity
}

// Identity says how a voice is identified.
type Identity string

// The identities.
const (
	NamedPerson       Identity = "named-person"
	NamedOrganisation Identity = "named-organisation"
	Role              Identity = "role"         // an office without a name
	Anonymous         Identity = "anonymous"    // kept unnamed
	GroupIdentity     Identity = "group"        // "residents"
	Unattributed      Identity = "unattributed" // "reportedly", a passive
	OutletIdentity    Identity = "outlet"
)

// Identities lists every identity.
var Identities = []Identity{NamedPerson, NamedOrganisation, Role, Anonymous, GroupIdentity, Unattributed, OutletIdentity}

// Medium says through what a voice speaks.
type Medium string

// The media.
const (
	Speech    Medium = "speech"
	Interview Medium = "interview"
	Statement Medium = "statement"
	Paper     Medium = "document"
	Broadcast Medium = "broadcast"
	Reported  Medium = "report"
	Post      Medium = "post"
	Call      Medium = "call"
	Court     Medium = "court"
)

// Media lists every medium.
var Media = []Medium{Speech, Interview, Statement, Paper, Broadcast, Reported, Post, Call, Court}

// Occasion is when, where and before whom a voice spoke, as far as the text
// says; "" means not stated.
type Occasion struct {
	Date     string // TIMEX3 value
	Place    string
	Audience string
}

// Anonymity is what a report says about a source it does not name.
type Anonymity struct {
	Why       string // the reason given
	Proximity string // how near the source is said to stand to the matter
	Number    string // how many sources there are said to be
}

// Check reports the first broken invariant of a, given a text of n bytes.
func (a Attribution) Check(n int) error {
	for _, part := range []struct {
		role string
		span *Span
	}{{"source", a.Source}, {"cue", a.Cue}, {"condition", a.Condition}, {"regardless", a.Regardless}} {
		if part.span == nil {
			continue
		}
		if err := part.span.Check(n); err != nil {
			return fmt.Errorf("%s: %w", part.role, err)
		}
	}
	if a.Confidence < 0 || a.Confidence > 1000 {
		return fmt.Errorf("confidence %d is not in thousandths", a.Confidence)
	}
	return a.checkContent(n)
}

func (a Attribution) checkContent(n int) error {
	if len(a.Content) == 0 {
		return fmt.Errorf("no content")
	}
	end := 0
	for i, c := range a.Content {
		if err := c.Check(n); err != nil {
			return fmt.Errorf("content %d: %w", i, err)
		}
		if c.Start < end {
			return fmt.Errorf("content %d begins at byte %d, inside the piece before it", i, c.Start)
		}
		end = c.End
	}
	return nil
}
