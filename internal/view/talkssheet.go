package view

import (
	"hearsay"
)

// TalksSheet is where one negotiation stands, as the reports of a story tell of it.
type TalksSheet struct {
	Parties   []PartyLine
	Channel   hearsay.Channel
	Proposals []ProposalLine
	Deadlines []DeadlineLine
	Awaited   []AwaitedLine
	Positions []PositionLine
	Opposed   []OpposedLine
}

// PartyLine is somebody with a part in talks.
type PartyLine struct {
	Name  string
	Actor int // ID of a Trace.Actor with a page; -1: none
	Part  hearsay.PartyPart
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
	Condition string
	Status    hearsay.TermStatus
	Moves     []MoveLine
	Said      []SayingLine
}

// MoveLine is a change of a term's state.
type MoveLine struct {
	To hearsay.TermStatus
	By string
	SayingLine
}

// ResponseLine is an answer to a proposal.
type ResponseLine struct {
	By        string
	Kind      hearsay.ResponseKind
	Date      string
	Condition string
	Said      []SayingLine
}

// DeadlineLine is an end set to the time for an answer.
type DeadlineLine struct {
	Value, SetBy, For string
	Changes           []DeadlineMoveLine
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
	Said                 []SayingLine
}

// OpposedLine is two sayings that cannot both hold.
type OpposedLine struct {
	Why  string
	A, B SayingLine
}

// SayingLine is the words that something rests on.
type SayingLine struct {
	Words  string
	Report int // position in Trace.Records
	Outlet string
	Date   string
}

// TalkSheetsOf computes the sheets of a trace's talks.
func TalkSheetsOf(t *hearsay.Trace) []TalksSheet {
	var all []TalksSheet
	for _, x := range t.Talks {
		all = append(all, (&talker{t, x}).sheet())
	}
	return all
}

// talker tells one negotiation.
type talker struct {
	trace *hearsay.Trace
	talks hearsay.Talks
}

func (k *talker) sheet() TalksSheet {
	s := TalksSheet{Channel: k.talks.Channel}
	for _, p := range k.talks.Parties {
		line := PartyLine{Name: k.party(&p.ID), Actor: -1, Part: p.Part}
		if p.Actor != nil && !k.trace.Actors[*p.Actor].Private {
			line.Actor = *p.Actor
		}
		s.Parties = append(s.Parties, line)
	}
	for _, p := range k.talks.Proposals {
		s.Proposals = append(s.Proposals, k.proposal(p))
	}
	for _, d := range k.talks.Deadlines {
		line := DeadlineLine{Value: d.Value, SetBy: k.party(d.SetBy), For: k.party(d.For)}
		for _, c := range d.Changes {
			line.Changes = append(line.Changes, DeadlineMoveLine{c.Change, c.Value, k.saying(c.Saying)})
		}
		s.Deadlines = append(s.Deadlines, line)
	}
	for _, a := range k.talks.Awaited {
		s.Awaited = append(s.Awaited, AwaitedLine{k.party(a.From), a.By, k.sayings(a.Said)})
	}
	for _, p := range k.talks.Positions {
		s.Positions = append(s.Positions, PositionLine{k.party(p.By), words(k.trace, p.Words), k.maybe(p.Condition), p.Regard, p.Threat, k.sayings(p.Said)})
	}
	for _, o := range k.talks.Opposed {
		s.Opposed = append(s.Opposed, OpposedLine{Line(o.Why), k.saying(o.A), k.saying(o.B)})
	}
	return s
}

func (k *talker) proposal(p hearsay.Proposal) ProposalLine {
	line := ProposalLine{Number: p.ID + 1, By: k.party(p.By), Date: p.Date, Follows: after(p.Follows), Counters: after(p.Counters), Said: k.sayings(p.Said)}
	for _, t := range p.Terms {
		line.Terms = append(line.Terms, k.term(t))
	}
	if p.Deadline != nil {
		line.Deadline = k.talks.Deadlines[*p.Deadline].Value
	}
	for _, r := range p.Responses {
		line.Responses = append(line.Responses, ResponseLine{k.party(r.By), r.Kind, r.Date, k.maybe(r.Condition), k.sayings(r.Said)})
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

func (k *talker) term(t hearsay.TalksTerm) TermLine {
	line := TermLine{Words: words(k.trace, t.Words), On: k.parties(t.On), For: k.parties(t.For), Condition: k.maybe(t.Condition), Status: t.Status, Said: k.sayings(t.Said)}
	for _, m := range t.Moves {
		line.Moves = append(line.Moves, MoveLine{m.To, k.party(m.By), k.saying(m.Saying)})
	}
	return line
}

// party returns what a party is called, "" for none.
func (k *talker) party(id *int) string {
	if id == nil || *id < 0 || *id >= len(k.talks.Parties) {
		return ""
	}
	p := k.talks.Parties[*id]
	if name := actorName(k.trace, p.Actor); name != "" {
		return name
	}
	return Clip(words(k.trace, p.Words), longestHop)
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

func (k *talker) saying(s hearsay.Saying) SayingLine {
	return SayingLine{words(k.trace, s.Words), s.Words.Report, outletOf(k.trace.Records[s.Words.Report]), s.Date}
}

func (k *talker) sayings(all []hearsay.Saying) []SayingLine {
	var lines []SayingLine
	for _, s := range all {
		lines = append(lines, k.saying(s))
	}
	return lines
}
