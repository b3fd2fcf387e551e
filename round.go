package hearsay

import "fmt"

// Round is one meeting of talks, or one row of meetings, as reports tell of it.
//
//	A third round of talks opened in Harle on Tuesday.
//	 number              state      place     when
type Round struct {
	ID     int         // position in Talks.Rounds
	Number int         // "a third round": 3; 0: not stated
	Place  *Passage    // the words for where it is; nil: not stated
	When   string      // TIMEX3 value of when it begins or began; "" : not stated
	Day    int         // "for the second day": the latest day told of; 0: not stated
	State  RoundState  // the latest, by the dates of what is said
	Moves  []RoundMove // all that is said of it, by publication; never empty
}

// RoundState says how far a round of talks has come, as far as anybody says.
type RoundState string

// The states of a round.
const (
	RoundPlanned   RoundState = "planned"
	RoundUnderWay  RoundState = "under-way"
	RoundHeld      RoundState = "held" // it is over
	RoundPostponed RoundState = "postponed"
	RoundBrokenOff RoundState = "broken-off" // somebody left, or it was suspended
	RoundCancelled RoundState = "cancelled"  // it will not be
)

// RoundStates lists every state.
var RoundStates = []RoundState{RoundPlanned, RoundUnderWay, RoundHeld, RoundPostponed, RoundBrokenOff, RoundCancelled}

// RoundMove is what one place says of a round.
type RoundMove struct {
	To   RoundState
	When string // TIMEX3 value that the words give; "" : none
	Saying
}

// Meeting is what a dealing of the kind [DealingRound] says of a round of talks.
type Meeting struct {
	State  RoundState
	Number int   // 0: not stated
	Day    int   // 0: not stated
	Place  *Span // where; nil: not stated
}

func (t *Trace) checkRound(r Round) error {
	if len(r.Moves) == 0 {
		return fmt.Errorf("nobody tells of it")
	}
	if r.Place != nil {
		if err := r.Place.check(t.Records); err != nil {
			return err
		}
	}
	for _, m := range r.Moves {
		if err := t.checkSaid([]Saying{m.Saying}); err != nil {
			return err
		}
	}
	return nil
}
