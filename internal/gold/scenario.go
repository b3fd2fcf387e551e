package gold

import (
	"strings"
	"unicode"

	"hearsay"
)

// Scenario is one invented affair with the truth about it: what a careful
// reader would write down of every report, and across them.
//
//	NAME/truth.json        the truth, in exact words without offsets
//	NAME/reports/ID.txt    a report, or a later revision of it, as published
//
// In all of it "" stands for null: nobody, nothing, not stated.
type Scenario struct {
	Name, About string

	Actors            []TrueActor
	Revisions         []Revision // in the order of the truth
	Claims            []Claim
	Updates           []Update
	Contradictions    []Opposition
	NotContradictions []Opposition // look-alikes
	Talks             *Talks       // nil: the affair has no negotiation

	// Faults are the places where the truth contradicts itself or its reports.
	// What could not be placed in a report is left out, the rest is kept as it
	// is written.
	Faults []Fault
}

// Fault is one thing wrong with a truth.
type Fault struct {
	File   string // slash path in the folder of the scenarios
	Place  string // as "attributions[3] (kedge-1004)"; "" : the whole file
	Reason string
}

// Error returns file, place and reason on one line, whatever an id holds.
func (f Fault) Error() string {
	said := f.File + ": "
	if f.Place != "" {
		said += f.Place + ": "
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, said+f.Reason)
}

// TrueActor is one who speaks or acts in the affair.
type TrueActor struct {
	ID      string            `json:"id"`
	Name    string            `json:"name"`
	Kind    hearsay.ActorKind `json:"kind"`
	Aliases []string          `json:"aliases"` // every way the reports refer to it, pronouns left out
}

// Revision is one report as it stood at one moment, and all that stands in it.
type Revision struct {
	ID      string
	Outlet  string // of an actor
	Revises string // the revision before
	CopyOf  string // the revision it republishes, in whole or large part

	Report       hearsay.Report
	Attributions []ChainedAttribution // in the order of the truth, as are the next two
	Figures      []TrueFigure
	Moments      []hearsay.Moment
}

// ChainedAttribution is an attribution with the way the words came. It has one
// piece of source at most and one of cue.
type ChainedAttribution struct {
	Attribution
	Manner hearsay.Manner
	Chain  []Hop // from the outlet to the one who speaks
	Claim  string

	// Of its claim; "" and nil where the truth says nothing of it.
	Act        hearsay.Act
	Stance     hearsay.Stance
	Condition  *bool // whether the talks give it as a term that hangs on something; nil: no term
	Regardless *bool // whether the talks give it as a position held deal or no deal; nil: no position
}

// Hop is one voice of a chain.
type Hop struct {
	Actor    string           `json:"actor"` // "" for someone the reports never name
	As       string           `json:"as"`    // the words used; "" for the outlet itself
	Identity hearsay.Identity `json:"identity"`
	Medium   hearsay.Medium   `json:"medium"`
}

// TrueFigure is one quantity as one source gives it.
type TrueFigure struct {
	ID       string // "" for most
	Label    string // free words on what is counted
	Where    string
	Sentence hearsay.Span
	Span     hearsay.Span // the words of the quantity: "more than 640"
	Noun     *hearsay.Span

	State     hearsay.State
	Unit      string
	Stance    hearsay.Stance
	Low, High *float64 // nil: open
	Qualifier hearsay.Qualifier
	AsOf      string
	Chain     []Hop
}

// Claim is what attributions of different reports say alike.
type Claim struct {
	ID      string         `json:"id"`
	Gist    string         `json:"gist"`
	Kind    hearsay.Act    `json:"kind"`
	By      string         `json:"by"` // of an actor, as is To
	To      string         `json:"to"`
	Stance  hearsay.Stance `json:"stance"`
	Origins []Origin       `json:"origins"`
}

// Origin is one independent place that a claim comes from.
type Origin struct {
	ID          string           `json:"id"`
	Actor       string           `json:"actor"`
	Identity    hearsay.Identity `json:"identity"`
	Description string           `json:"description"`
	FirstReport string           `json:"first_report"`
	Reports     []string         `json:"reports"`
	Why         map[string]Link  `json:"why"` // of each report after the first
}

// Link says why a report is taken to have a claim from an origin.
type Link string

// The links.
const (
	Cites      Link = "cites"       // its chain names an earlier link
	Copies     Link = "copies"      // the same wording
	Credits    Link = "credits"     // an agency credit
	SameSpeech Link = "same-speech" // the same words of the same speaker on the same occasion
)

// Update is what a revision changed.
type Update struct {
	Report  string   `json:"report"`
	Note    string   `json:"note"` // the words of the update note
	Changes []Change `json:"changes"`
}

// Change is one difference to the revision before.
type Change struct {
	Kind  ChangeKind `json:"kind"`
	Where int        `json:"where"` // paragraph, counted from 1, every printed block; of a removal in the earlier revision
	What  string     `json:"what"`
}

// ChangeKind says how a paragraph changed.
type ChangeKind string

// The kinds of change.
const (
	Added     ChangeKind = "added"
	Removed   ChangeKind = "removed"
	Changed   ChangeKind = "changed"
	Corrected ChangeKind = "corrected"
	Silent    ChangeKind = "silent" // of a figure, a source or a quotation, and no note admits it
)

// Opposition is two claims or figures, by id, that cannot both hold, or only
// seem so.
type Opposition struct {
	Pair []string `json:"pair"`
	Why  string   `json:"why"`
}
