package contract

import (
	"hearsay"
)

// talksOf returns the JSON form of the first of a trace's talks, nil for none.
func (c *comparison) talksOf() *Talks {
	if len(c.trace.Talks) == 0 {
		return nil
	}
	out := c.oneTalks(c.trace.Talks[0])
	return &out
}

// otherTalks returns the JSON form of all talks but the first.
func (c *comparison) otherTalks() []Talks {
	return each(c.trace.Talks[min(1, len(c.trace.Talks)):], c.oneTalks)
}

func (c *comparison) oneTalks(k hearsay.Talks) Talks { return talking{c, k}.talks() }

// talking turns the parts of talks into those of their JSON form.
type talking struct {
	*comparison
	of hearsay.Talks
}

func (c talking) talks() Talks {
	return Talks{
		Key: c.of.Key, Anchor: c.passage(c.of.Anchor), Title: stated(c.of.Title), Opened: c.of.Opened, Closed: c.of.Closed, Marks: each(c.of.Marks, markOf),
		Rounds:  each(c.of.Rounds, c.round),
		Parties: c.part(hearsay.Negotiates), Mediators: c.part(hearsay.Mediates), Others: c.part(hearsay.Bystander),
		Channel: stated(c.of.Channel), Proposals: each(c.of.Proposals, c.proposal), Positions: each(c.of.Positions, c.position),
		Deadlines: each(c.of.Deadlines, c.deadline), Awaited: each(c.of.Awaited, c.awaits), Opposed: each(c.of.Opposed, c.oppose),
		Subjects: each(c.of.Subjects, c.subject), People: each(c.of.Parties, c.person),
	}
}

// part lists the actors with one part.
func (c talking) part(part hearsay.PartyPart) []int {
	out := []int{}
	for _, p := range c.of.Parties {
		if p.Part == part && p.Actor != nil {
			out = append(out, *p.Actor+1)
		}
	}
	return out
}

func (c talking) person(p hearsay.Party) TalksParty {
	return TalksParty{Actor: id(p.Actor, 0), Name: *c.name(&p.ID), Part: p.Part, Words: c.passage(p.Words)}
}

// actor returns the id of the actor that a party is.
func (c talking) actor(party *int) *int {
	if party == nil {
		return nil
	}
	return id(c.of.Parties[*party].Actor, 0)
}

// name returns what a party is called.
func (c talking) name(party *int) *string {
	if party == nil {
		return nil
	}
	name := c.of.Name(c.trace, *party)
	return &name
}

// actorsOf lists the actors that parties are.
func (c talking) actorsOf(parties []int) []int {
	out := []int{}
	for _, p := range parties {
		if a := c.actor(&p); a != nil {
			out = append(out, *a)
		}
	}
	return out
}

func (c talking) proposal(p hearsay.Proposal) Proposal {
	out := Proposal{
		ID: p.ID + 1, By: c.actor(p.By), ByName: c.name(p.By), Date: stated(p.Date), Terms: each(p.Terms, c.term),
		Responses: each(p.Responses, c.response), Follows: id(p.Follows, 0), Counters: id(p.Counters, 0), Said: each(p.Said, c.saying),
	}
	if p.Deadline != nil {
		out.Deadline = &c.of.Deadlines[*p.Deadline].Value
	}
	return out
}

func (c talking) term(t hearsay.TalksTerm) TalksTerm {
	return TalksTerm{
		Text: *c.text(&t.Words), At: c.passage(t.Words), Obliges: c.actorsOf(t.On), GivesTo: c.actorsOf(t.For), Mode: t.Mode, Status: t.Status,
		Condition: c.text(t.Condition), ConditionAt: c.maybePassage(t.Condition), Claim: id(t.Claim, 0), Moves: each(t.Moves, c.move), Said: each(t.Said, c.saying),
		Worded: each(t.Worded, c.passage), Quantity: stated(t.Quantity), Marks: each(t.Marks, markOf),
	}
}

func (c talking) text(p *hearsay.Passage) *string {
	if p == nil {
		return nil
	}
	text := p.Span.In(c.trace.Records[p.Report].Report.Text)
	return &text
}

func (c talking) maybePassage(p *hearsay.Passage) *Passage {
	if p == nil {
		return nil
	}
	out := c.passage(*p)
	return &out
}

func (c talking) move(m hearsay.Move) Move {
	return Move{To: m.To, By: c.actor(m.By), Said: c.saying(m.Saying)}
}

func (c talking) response(r hearsay.Response) Response {
	return Response{
		By: c.actor(r.By), ByName: c.name(r.By), Kind: r.Kind, Date: stated(r.Date), Condition: c.text(r.Condition), Claim: id(r.Claim, 0), Said: each(r.Said, c.saying),
		Marks: each(r.Marks, markOf),
	}
}

func (c talking) position(p hearsay.Position) Position {
	return Position{
		By: c.actor(p.By), ByName: c.name(p.By), Text: *c.text(&p.Words), At: c.passage(p.Words), RegardlessOfDeal: p.Regard == hearsay.Regardless,
		Regard: stated(p.Regard), Condition: c.text(p.Condition), Threat: p.Threat, Claim: id(p.Claim, 0), Said: each(p.Said, c.saying),
		Marks: each(p.Marks, markOf),
	}
}

func (c talking) deadline(d hearsay.TalksDeadline) Deadline {
	return Deadline{Value: d.Value, SetBy: c.actor(d.SetBy), For: c.actor(d.For), Marks: each(d.Marks, markOf), Changes: each(d.Changes, func(m hearsay.DeadlineMove) DeadlineMove {
		return DeadlineMove{Change: m.Change, Value: m.Value, Said: c.saying(m.Saying)}
	})}
}

func (c talking) round(r hearsay.Round) Round {
	return Round{
		Number: counted(r.Number), Place: c.text(r.Place), PlaceAt: c.maybePassage(r.Place), When: stated(r.When), Day: counted(r.Day), State: r.State,
		Moves: each(r.Moves, func(m hearsay.RoundMove) RoundMove {
			return RoundMove{To: m.To, When: stated(m.When), Said: c.saying(m.Saying)}
		}),
	}
}

// counted is a number that is stated; nil for 0.
func counted(n int) *int {
	if n == 0 {
		return nil
	}
	return &n
}

func markOf(m hearsay.Mark) Mark {
	out := Mark{Kind: m.Kind, Field: stated(m.Field), Decision: m.Decision}
	if m.Field != "" {
		was := m.Was
		out.Was = &was
	}
	return out
}

func (c talking) awaits(a hearsay.Awaited) Awaited {
	return Awaited{From: c.actor(a.From), By: a.By, Said: each(a.Said, c.saying)}
}

func (c talking) oppose(o hearsay.Opposed) Opposed {
	return Opposed{Proposal: id(o.Proposal, 0), A: c.saying(o.A), B: c.saying(o.B), Why: o.Why}
}

func (c talking) subject(s hearsay.Subject) Subject {
	return Subject{Text: *c.text(&s.Words), Terms: each(s.Terms, func(t hearsay.TermAt) TermAt { return TermAt{t.Proposal + 1, t.Term} })}
}

func (c talking) saying(s hearsay.Saying) Saying {
	at := c.passage(s.Words)
	of := s.Attribution(c.trace)
	read := c.records[s.Words.Report]
	return Saying{
		Report: at.Report, Span: at.Span, Date: stated(s.Date), Stated: s.Stated,
		Attribution: id(of, read.attributions), Chain: each(s.Chain(c.trace), read.voice),
	}
}
