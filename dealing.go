package hearsay

import "fmt"

// Dealing is one place in a report where somebody is said to deal in terms: to
// offer, demand, accept, refuse or await something, or to say what it will do.
//
//	Kestrel Holdings offered [6 percent over two years] and [800 florins].
//	by────────────┘ cue────┘  term───────────────────┘       term──────┘
//
// It is what one report says. What the reports of a story say together is [Talks].
type Dealing struct {
	Kind  DealingKind
	Words Span // the clause that says so
	Cue   Span // the words in it that show the kind: "offered", "would", "until"

	By    *Doer     // who deals; nil: not said
	To    *Doer     // with whom; nil: not said
	About *Span     // the words for what is dealt with: "the plan", "a new pay offer"
	Terms []Wording // what would be done

	Condition  *Span // the words on which it is made to depend
	Regardless *Span // the words that say it depends on nothing
	When       *int  // position in Record.Moments of the day it was done, or of a deadline
	Change     DeadlineChange
	Meeting    *Meeting // of DealingRound: what it says of a round of talks; nil for others
	Denied     bool     // somebody says that it is not so

	// Attribution is the ID of the innermost attribution in whose words it
	// stands, or that it is itself the cue of; nil: the outlet's own voice.
	Attribution *int
}

// Doer is somebody at the place where a report has it do something.
type Doer struct {
	Words Span
	Actor *int // ID of an Actor of the record; nil: someone it does not list
}

// Wording is one term in the words of one report.
type Wording struct {
	Words     Span
	On        *Doer // whom it obliges, where the words say so
	Condition *Span // the words it depends on
	Mode      TermMode
}

// TermMode says what a term does with what it speaks of.
type TermMode string

// The modes of a term.
const (
	Obligation  TermMode = "obligation"
	Permission  TermMode = "permission"
	Prohibition TermMode = "prohibition"
)

// TermModes lists every mode.
var TermModes = []TermMode{Obligation, Permission, Prohibition}

// DealingKind says what is done.
type DealingKind string

// The kinds of dealing.
const (
	DealingOffer    DealingKind = "offer"    // would itself do or give
	DealingDemand   DealingKind = "demand"   // wants of another
	DealingText     DealingKind = "text"     // a text on the table has it
	DealingAccept   DealingKind = "accept"   // says yes, on a condition if there is one
	DealingRefuse   DealingKind = "refuse"   // says no
	DealingWithdraw DealingKind = "withdraw" // takes back what it wanted or offered
	DealingDeny     DealingKind = "deny"     // says that there was no such offer
	DealingPending  DealingKind = "pending"  // has not answered yet
	DealingAwait    DealingKind = "await"    // an answer is expected
	DealingDeadline DealingKind = "deadline" // there is an end to the time for one
	DealingPosition DealingKind = "position" // says where it stands, or what it will do
	DealingThreat   DealingKind = "threat"   // says what it will do unless
	DealingDone     DealingKind = "done"     // has done what a term may ask
	DealingRound    DealingKind = "round"    // meets, will meet, or no longer meets
)

// DealingKinds lists every kind.
var DealingKinds = []DealingKind{
	DealingOffer, DealingDemand, DealingText, DealingAccept, DealingRefuse, DealingWithdraw, DealingDeny,
	DealingPending, DealingAwait, DealingDeadline, DealingPosition, DealingThreat, DealingDone, DealingRound,
}

// DeadlineChange says what befalls a deadline; "" for a dealing that is none.
type DeadlineChange string

// The changes.
const (
	DeadlineSet      DeadlineChange = "set"
	DeadlineExtended DeadlineChange = "extended"
	DeadlinePassed   DeadlineChange = "passed"
)

// DeadlineChanges lists every change.
var DeadlineChanges = []DeadlineChange{DeadlineSet, DeadlineExtended, DeadlinePassed}

func (r Record) checkDealing(d Dealing) error {
	n := len(r.Report.Text)
	spans := []*Span{&d.Words, &d.Cue, d.About, d.Condition, d.Regardless}
	if d.Meeting != nil {
		spans = append(spans, d.Meeting.Place)
	}
	doers := []*Doer{d.By, d.To}
	for i := range d.Terms {
		spans = append(spans, &d.Terms[i].Words, d.Terms[i].Condition)
		doers = append(doers, d.Terms[i].On)
	}
	for _, who := range doers {
		if who == nil {
			continue
		}
		spans = append(spans, &who.Words)
		if who.Actor != nil && (*who.Actor < 0 || *who.Actor >= len(r.Actors)) {
			return fmt.Errorf("actor %d of %d", *who.Actor, len(r.Actors))
		}
	}
	for _, s := range spans {
		if err := checkMaybe(s, n); err != nil {
			return err
		}
	}
	switch {
	case d.When != nil && (*d.When < 0 || *d.When >= len(r.Moments)):
		return fmt.Errorf("moment %d of %d", *d.When, len(r.Moments))
	case d.Attribution != nil && (*d.Attribution < 0 || *d.Attribution >= len(r.Attributions)):
		return fmt.Errorf("attribution %d of %d", *d.Attribution, len(r.Attributions))
	}
	return nil
}
