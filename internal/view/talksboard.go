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

// BoardsOf computes the boards of a trace's talks.
func BoardsOf(t *hearsay.Trace, look Look) []TalksBoard {
	var all []TalksBoard
	for _, k := range talkersOf(t, look) {
		all = append(all, k.board())
	}
	return all
}

func talkersOf(t *hearsay.Trace, look Look) []*talker {
	if look.IsNew == nil {
		look.IsNew = func(int) bool { return false }
	}
	order := knownOf(t, look.IsNew)
	var all []*talker
	for _, x := range t.Talks {
		all = append(all, &talker{t, x, order, look})
	}
	return all
}

// Title is what talks are called where there may be several: with the key, by which a
// person names them.
func (b TalksBoard) Title() string {
	title := b.Name + " · " + b.Key
	if b.Opened {
		title += " · opened by a person"
	}
	if b.Closed {
		title += " · closed by a person"
	}
	return title
}

// ChannelWords tells how parties speak to each other.
func ChannelWords(c hearsay.Channel) string {
	if c == hearsay.ChannelUnstated {
		return "by what channel they speak is not stated"
	}
	return "they speak " + channels[c]
}

// talker tells one negotiation.
type talker struct {
	trace *hearsay.Trace
	talks hearsay.Talks
	known
	look Look
}

func (k *talker) board() TalksBoard {
	b := TalksBoard{Number: k.talks.ID + 1, Key: k.talks.Key, IsNamed: k.talks.Title != "", Opened: k.talks.Opened, Closed: k.talks.Closed,
		Channel: k.talks.Channel, Marks: k.look.marks(k.talks.Marks), Moves: k.moves()}
	for _, p := range k.talks.Parties {
		b.Parties = append(b.Parties, k.partyLine(p))
	}
	b.Name = k.name()
	b.Columns = k.columns()
	b.Opposed = k.opposed()
	for i, s := range k.talks.Subjects {
		b.Rows = append(b.Rows, k.row(&b, i, s))
	}
	if row, ok := k.positionRow(&b); ok {
		b.Rows = append(b.Rows, row)
	}
	for _, r := range k.talks.Rounds {
		b.Rounds = append(b.Rounds, k.round(r))
	}
	for _, p := range k.talks.Proposals {
		b.Proposals = append(b.Proposals, k.proposal(p))
	}
	for _, d := range k.talks.Deadlines {
		b.Deadlines = append(b.Deadlines, k.deadline(d))
	}
	for _, a := range k.talks.Awaited {
		b.Awaited = append(b.Awaited, AwaitedLine{k.party(a.From), a.By, k.sayings("", a.Said)})
	}
	for _, p := range k.talks.Positions {
		if line := k.position(p); p.Threat {
			b.Ahead = append(b.Ahead, line)
		} else {
			b.Positions = append(b.Positions, line)
		}
	}
	return b
}

// name is what talks are called: as a person does, or by those who negotiate.
func (k *talker) name() string {
	if k.talks.Title != "" {
		return Line(k.talks.Title)
	}
	told := ""
	for _, p := range k.talks.Parties {
		if p.Part == hearsay.Negotiates {
			if told != "" {
				told += " – "
			}
			told += k.party(&p.ID)
		}
	}
	return cmp.Or(told, "talks")
}

func (k *talker) partyLine(p hearsay.Party) PartyLine {
	line := PartyLine{Name: k.party(&p.ID), Actor: -1, Part: p.Part}
	if p.Actor != nil && !k.trace.Actors[*p.Actor].Private {
		line.Actor = *p.Actor
	}
	return line
}

// columns are those who negotiate or put something; last, where there is such a
// proposal, nobody.
func (k *talker) columns() []BoardColumn {
	puts := map[int]bool{}
	nobodys := false
	for _, p := range k.talks.Proposals {
		if p.By == nil {
			nobodys = true
		} else {
			puts[*p.By] = true
		}
	}
	var all []BoardColumn
	for _, p := range k.talks.Parties {
		if puts[p.ID] || p.Part == hearsay.Negotiates {
			at := p.Words
			all = append(all, BoardColumn{k.partyLine(p), p.ID, &at})
		}
	}
	if nobodys {
		all = append(all, BoardColumn{PartyLine{Name: "nobody says whose", Actor: -1}, -1, nil})
	}
	return all
}

func (k *talker) row(b *TalksBoard, i int, s hearsay.Subject) BoardRow {
	row := BoardRow{Number: i + 1, Subject: words(k.trace, s.Words), At: s.Words}
	for _, o := range b.Opposed {
		if k.isOf(s, o) {
			row.Opposed = append(row.Opposed, o)
		}
	}
	for n, c := range b.Columns {
		cell := k.cell(s, c.Party, b.Moves)
		cell.Row, cell.Column = i, n
		row.Moved = row.Moved || cell.Moved
		row.Cells = append(row.Cells, cell)
	}
	return row
}

// isOf reports whether two opposed sayings are of a subject: one of them stands
// where a term of it is told.
func (k *talker) isOf(s hearsay.Subject, o OpposedLine) bool {
	for _, at := range s.Terms {
		for _, said := range k.talks.Proposals[at.Proposal].Terms[at.Term].Said {
			if stands := func(l SayingLine) bool { return l.Passage == said.Words }; slices.ContainsFunc(o.A, stands) || slices.ContainsFunc(o.B, stands) {
				return true
			}
		}
	}
	return false
}

// party returns what a party is called, "" for none.
func (k *talker) party(id *int) string {
	if id == nil || *id < 0 || *id >= len(k.talks.Parties) {
		return ""
	}
	if a := k.talks.Parties[*id].Actor; a != nil && k.trace.Actors[*a].Private {
		return "a private person"
	}
	return Clip(k.talks.Name(*k.trace, *id), longestHop)
}

func (k *talker) parties(ids []int) []string {
	var all []string
	for _, id := range ids {
		all = append(all, k.party(&id))
	}
	return all
}

func (k *talker) maybe(p *hearsay.Passage) string {
	if p == nil {
		return ""
	}
	return words(k.trace, *p)
}

// opposed tells what contradicts each other. What several reports say alike on one
// side or the other is one contradiction.
func (k *talker) opposed() []OpposedLine {
	var all []OpposedLine
	for _, o := range k.talks.Opposed {
		line := OpposedLine{Line(o.Why), after(o.Proposal), []SayingLine{k.saying(o.A)}, []SayingLine{k.saying(o.B)}}
		i := slices.IndexFunc(all, func(have OpposedLine) bool {
			return have.Why == line.Why && have.Proposal == line.Proposal && (shareWords(have.A, line.A) || shareWords(have.B, line.B))
		})
		if i < 0 {
			i, all = len(all), append(all, OpposedLine{Why: line.Why, Proposal: line.Proposal})
		}
		all[i].A, all[i].B = append(all[i].A, line.A...), append(all[i].B, line.B...)
	}
	for i := range all {
		k.sortSayings(all[i].A)
		k.sortSayings(all[i].B)
		all[i].A, all[i].B = onceEach(all[i].A), onceEach(all[i].B)
	}
	return all
}

func shareWords(a, b []SayingLine) bool {
	return slices.ContainsFunc(a, func(x SayingLine) bool {
		return slices.ContainsFunc(b, func(y SayingLine) bool { return x.Words == y.Words })
	})
}

func (k *talker) proposal(p hearsay.Proposal) ProposalLine {
	line := ProposalLine{Number: p.ID + 1, By: k.party(p.By), Date: p.Date, Follows: after(p.Follows), Counters: after(p.Counters), Said: k.sayings("", p.Said)}
	for _, t := range p.Terms {
		line.Terms = append(line.Terms, TermLine{words(k.trace, t.Words), k.parties(t.On), k.parties(t.For), t.Mode, k.maybe(t.Condition), t.Status})
	}
	if p.Deadline != nil {
		line.Deadline = k.talks.Deadlines[*p.Deadline].Value
	}
	for _, r := range p.Responses {
		line.Responses = append(line.Responses, ResponseLine{k.party(r.By), r.Kind, r.Date, k.maybe(r.Condition), k.sayings("", r.Said), k.look.marks(r.Marks)})
	}
	return line
}

// after counts from 1; nil is 0.
func after(id *int) int {
	if id == nil {
		return 0
	}
	return *id + 1
}

func (k *talker) round(r hearsay.Round) RoundLine {
	line := RoundLine{Number: r.Number, Place: k.maybe(r.Place), When: r.When, Day: r.Day, State: r.State}
	for _, m := range r.Moves {
		line.Said = append(line.Said, k.sayings("round-"+string(m.To), []hearsay.Saying{m.Saying})...)
	}
	k.sortSayings(line.Said)
	for _, m := range k.roundMoves(r) {
		line.Moved = line.Moved || m.New
	}
	return line
}

func (k *talker) deadline(d hearsay.TalksDeadline) DeadlineLine {
	part := k.deadlinePart(d)
	line := DeadlineLine{Value: d.Value, SetBy: k.party(d.SetBy), For: k.party(d.For), At: part.At, Marks: part.Marks}
	for _, c := range d.Changes {
		line.Changes = append(line.Changes, DeadlineMoveLine{c.Change, c.Value, k.saying(c.Saying)})
	}
	return line
}

func (k *talker) position(p hearsay.Position) PositionLine {
	line := PositionLine{By: k.party(p.By), Words: words(k.trace, p.Words), Condition: k.maybe(p.Condition), Regard: p.Regard, Threat: p.Threat, Said: k.sayings("", p.Said),
		At: p.Words, Whose: k.whose(p.By), Marks: k.look.marks(p.Marks)}
	first := k.saying(k.first(p.Said))
	line.Stance, line.Moved = first.Stance, first.New
	return line
}
