package view

import (
	"cmp"
	"slices"

	"hearsay"
)

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
