package view

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"hearsay"
)

// # The board of talks
//
// Terms stand down the side and parties across. A cell is the latest that a party
// puts on a thing, what became of it, and the latest that it said to what others
// put, each with its day, how firmly and through whom it is known:
//
//	               Velle                        Sarn                    nobody says whose
//	the crews      free the crews by Friday     the crews be freed …    in two groups
//	               proposed · 3 May, if …       proposed · 3 May        proposed · 5 May
//	               unnamed, 3 reports           by office, 3 reports    named, 1 report
//
// Nothing on it is worked out that some report does not say.

// TalksBoard is one negotiation as it stands.
type TalksBoard struct {
	Number    int    // from 1
	Key       string // tells them from the story's others
	Name      string // as a person calls them, or by who negotiates
	IsNamed   bool   // by a person
	Opened    bool   // by a person
	Closed    bool   // by a person: they are over, or were none
	Marks     []Decided
	Parties   []PartyLine
	Channel   hearsay.Channel
	Columns   []BoardColumn
	Rows      []BoardRow
	Rounds    []RoundLine
	Proposals []ProposalLine
	Deadlines []DeadlineLine
	Awaited   []AwaitedLine
	Positions []PositionLine
	Ahead     []PositionLine // what may happen: threats
	Opposed   []OpposedLine
	Moves     []TalksMove // as they came out
}

// Moved returns the moves that are new, the newest first.
func (b TalksBoard) Moved() []TalksMove {
	var all []TalksMove
	for _, m := range b.Moves {
		if m.New {
			all = append(all, m)
		}
	}
	slices.Reverse(all)
	return all
}

// PartyLine is somebody with a part in talks.
type PartyLine struct {
	Name  string
	Actor int // ID of a Trace.Actor with a page; -1: none
	Part  hearsay.PartyPart
}

// BoardColumn is whose position stands under it.
type BoardColumn struct {
	PartyLine
	Party int              // ID; -1: of proposals that nobody is said to put
	At    *hearsay.Passage // where the party first appears; nil for nobody
}

// BoardRow is one thing that is dealt in.
type BoardRow struct {
	Number  int             // from 1
	Subject string          // "" : the row is of positions, whatever the terms
	At      hearsay.Passage // of the subject
	Cells   []BoardCell     // one for each column
	Opposed []OpposedLine
	Moved   bool
}

// Name is what the row is called.
func (r BoardRow) Name() string { return cmp.Or(r.Subject, PositionSubject) }

// BoardCell is where one party stands on one thing.
type BoardCell struct {
	Row, Column int

	// What it puts. Words are "" where it puts nothing; then Proposal and Term are -1.
	Words          string
	Proposal, Term int
	Put            string // day
	Status         hearsay.TermStatus
	StatusBy       string // who brought it to that status, "" for proposed or where it is not said
	StatusDate     string
	Condition      string
	Quantity       string           // as a person has it; "" : as the words have it
	TermAt         *hearsay.Passage // where the words stand; nil: it puts nothing

	// Of a row of positions, how the latest stands to a deal.
	Position *PositionLine // nil: it is of a term

	// The latest that it said to what others put; "" : nothing.
	Answer     string // a status or a kind of response
	AnswerTo   int    // number of the proposal
	AnswerDate string
	AnswerIf   string           // the condition of it
	AnswerAt   *hearsay.Passage // of an answer to a proposal as a whole: what shows it first

	Known Known
	Moved bool
	Said  []SayingLine // the oldest first
	Marks []Decided

	shown []SayingLine // those that what is shown rests on
}

// IsEmpty reports whether nothing is said of the party on this thing.
func (c BoardCell) IsEmpty() bool { return c.Words == "" && c.Answer == "" }

// Known says through whom something is known.
type Known struct {
	By      []hearsay.Identity // of those who say so, the first to do so first
	Told    string             // the words for the first to say so; "" : the outlet itself, or nobody is given
	Outlet  string             // in which report that stands
	Reports int
}

// ProposalLine is one proposal.
type ProposalLine struct {
	Number    int // from 1
	By        string
	Date      string
	Follows   int // number of the proposal it is a new version of; 0: none
	Counters  int // number of the proposal it answers; 0: none
	Terms     []TermLine
	Deadline  string
	Responses []ResponseLine
	Said      []SayingLine
}

// TermLine is one thing a proposal would have somebody do.
type TermLine struct {
	Words     string
	On, For   []string
	Mode      hearsay.TermMode
	Condition string
	Status    hearsay.TermStatus
}

// ResponseLine is an answer to a proposal.
type ResponseLine struct {
	By        string
	Kind      hearsay.ResponseKind
	Date      string
	Condition string
	Said      []SayingLine
	Marks     []Decided
}

// DeadlineLine is an end set to the time for an answer.
type DeadlineLine struct {
	Value, SetBy, For string
	Changes           []DeadlineMoveLine
	At                hearsay.Passage // what shows it first
	Marks             []Decided
}

// DeadlineMoveLine is what befell a deadline.
type DeadlineMoveLine struct {
	Change hearsay.DeadlineChange
	Value  string
	SayingLine
}

// AwaitedLine is an answer that is expected.
type AwaitedLine struct {
	From, By string
	Said     []SayingLine
}

// PositionLine is what somebody wants, rules out or will do.
type PositionLine struct {
	By, Words, Condition string
	Regard               hearsay.Regard
	Threat               bool
	Stance               hearsay.Stance // of the first who says so; "" : not read
	Said                 []SayingLine
	Moved                bool
	At                   hearsay.Passage
	Whose                *hearsay.Passage // words for whose it is
	Marks                []Decided
}

// PositionSubject is what the row of positions is called.
const PositionSubject = "what it will do or rules out"

// RegardWords tells how a position stands to a deal, "" where its words do not say.
func (p PositionLine) RegardWords() string {
	var all []string
	switch p.Regard {
	case hearsay.Regardless:
		all = append(all, "with or without a deal")
	case hearsay.OnCondition:
		all = append(all, "on a condition")
	}
	if p.Threat {
		all = append(all, "a threat")
	}
	return strings.Join(all, " · ")
}

// OpposedLine is sayings on one side and on the other that cannot both hold.
type OpposedLine struct {
	Why      string
	Proposal int // number; 0: of none
	A, B     []SayingLine
}

// RoundLine is one meeting of the talks.
type RoundLine struct {
	Number int    // 0: not stated
	Place  string // "" : not stated
	When   string // TIMEX3 value; "" : not stated
	Day    int    // the latest day of it that is told of; 0: not stated
	State  hearsay.RoundState
	Said   []SayingLine // the oldest first, each with the state it tells
	Moved  bool
}

// Told tells a round in one line.
func (r RoundLine) Told() string {
	told := "a round"
	if r.Number > 0 {
		told = "round " + strconv.Itoa(r.Number)
	}
	if r.Place != "" {
		told += " in " + strings.TrimPrefix(r.Place, "in ")
	}
	if r.When != "" {
		told += ", " + When(r.When)
	}
	if r.Day > 0 {
		told += ", day " + strconv.Itoa(r.Day)
	}
	return told + ": " + GlossOf("round-"+string(r.State)).Label
}
