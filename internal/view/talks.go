package view

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"hearsay"
)

// TalksPage is what there is to show of talks. All its strings are safe to print
// on a terminal.
//
//	                 Corvane            the union            Judith Amsel
//	pay rise         6 percent …        8 percent …          7 percent …
//	                 refused, 4 Oct     proposed, 6 Oct      proposed, 7 Oct
type TalksPage struct {
	Heading   string
	Notice    string   // why there is nothing to show; "" : there is
	Parties   []string // "party  Corvane Terminals"
	Channel   string
	Columns   []string
	Rows      []TalksRow
	Rounds    []TalksNote
	Proposals []TalksNote
	Answers   []TalksNote
	Deadlines []TalksNote
	Awaited   []TalksNote
	Positions []TalksNote
	Opposed   []TalksNote
}

// TalksRow is one thing that is dealt in, with where each party stands on it.
type TalksRow struct {
	Subject string
	Cells   []TalksCell // one for each column
}

// TalksCell is the latest that a party is said to put, or to say, on a thing.
type TalksCell struct {
	Words  string // "" : nothing
	Status string
	Date   string
	Known  string // how firmly and through whom
	Said   []TalksWords
}

// TalksNote is one line of a list, with what it rests on.
type TalksNote struct {
	Text  string
	Known string
	Said  []TalksWords
}

// TalksWords is one place that says so.
type TalksWords struct {
	Report, Date, Voice, Words string
}

// TalksOf computes the pages of a trace's talks, one for each negotiation; where
// there are none, one page that says so.
func TalksOf(t hearsay.Trace) []TalksPage {
	b := board{teller: teller{t, ids(t)}}
	if len(t.Talks) == 0 {
		return []TalksPage{{Heading: b.heading(), Notice: "no talks were found in these reports: nobody is said to put something to somebody who answers it"}}
	}
	var pages []TalksPage
	for i, k := range t.Talks {
		b := board{teller: b.teller, talks: k}
		page := TalksPage{Heading: b.heading()}
		if len(t.Talks) > 1 {
			page.Heading += fmt.Sprintf(" · talks %d of %d", i+1, len(t.Talks))
		}
		b.fill(&page)
		pages = append(pages, page)
	}
	return pages
}

// board puts the parts of talks into words.
type board struct {
	teller
	talks   hearsay.Talks
	columns []int // parties that have a column
}

func (b *board) fill(page *TalksPage) {
	for _, part := range []hearsay.PartyPart{hearsay.Negotiates, hearsay.Mediates, hearsay.Bystander} {
		var names []string
		for _, p := range b.talks.Parties {
			if p.Part == part {
				names = append(names, b.name(&p.ID))
			}
		}
		if len(names) > 0 {
			page.Parties = append(page.Parties, partLabels[part]+strings.Join(names, ", "))
		}
	}
	page.Channel = channels[b.talks.Channel]
	b.chooseColumns()
	for _, c := range b.columns {
		page.Columns = append(page.Columns, b.name(&c))
	}
	for _, s := range b.talks.Subjects {
		page.Rows = append(page.Rows, b.row(s))
	}
	for _, r := range b.talks.Rounds {
		page.Rounds = append(page.Rounds, b.round(r))
	}
	for _, p := range b.talks.Proposals {
		page.Proposals = append(page.Proposals, b.proposal(p))
		for _, r := range p.Responses {
			page.Answers = append(page.Answers, b.answer(p, r))
		}
	}
	for _, d := range b.talks.Deadlines {
		page.Deadlines = append(page.Deadlines, b.deadline(d))
	}
	for _, a := range b.talks.Awaited {
		page.Awaited = append(page.Awaited, b.note("an answer from "+b.from(a.From)+" is expected by "+a.By, a.Said))
	}
	for _, p := range b.talks.Positions {
		page.Positions = append(page.Positions, b.position(p))
	}
	for _, o := range b.talks.Opposed {
		page.Opposed = append(page.Opposed, b.note(o.Why, []hearsay.Saying{o.A, o.B}))
	}
}

var (
	partLabels = map[hearsay.PartyPart]string{hearsay.Negotiates: "negotiate: ", hearsay.Mediates: "mediate: ", hearsay.Bystander: "others: "}
	channels   = map[hearsay.Channel]string{
		hearsay.ChannelDirect: "directly", hearsay.ChannelIndirect: "indirectly, through others",
		hearsay.ChannelMediated: "through others; whether they also meet is not stated", hearsay.ChannelUnstated: "by what channel is not stated",
	}
)

// chooseColumns gives a column to everybody who puts a proposal.
func (b *board) chooseColumns() {
	for _, p := range b.talks.Parties {
		puts := slices.ContainsFunc(b.talks.Proposals, func(x hearsay.Proposal) bool { return x.By != nil && *x.By == p.ID })
		if puts || p.Part == hearsay.Negotiates {
			b.columns = append(b.columns, p.ID)
		}
	}
}

func (b *board) row(s hearsay.Subject) TalksRow {
	row := TalksRow{Subject: b.words(s.Words), Cells: make([]TalksCell, len(b.columns))}
	for i, c := range b.columns {
		row.Cells[i] = b.cell(s, c)
	}
	return row
}

// cell is the latest that a party puts on a subject; for one that puts nothing, the
// latest it did to what another puts.
func (b *board) cell(s hearsay.Subject, party int) TalksCell {
	var cell TalksCell
	for _, at := range s.Terms {
		p := b.talks.Proposals[at.Proposal]
		term := p.Terms[at.Term]
		if p.By != nil && *p.By == party && p.Date >= cell.Date {
			cell = TalksCell{Words: b.words(term.Words), Status: string(term.Status), Date: p.Date, Known: b.known(term.Said), Said: b.said(term.Said)}
		}
	}
	if cell.Words != "" {
		return cell
	}
	for _, at := range s.Terms {
		for _, m := range b.talks.Proposals[at.Proposal].Terms[at.Term].Moves {
			if m.By != nil && *m.By == party && m.Date >= cell.Date {
				said := []hearsay.Saying{m.Saying}
				cell = TalksCell{Words: "says " + answers[m.To], Status: string(m.To), Date: m.Date, Known: b.known(said), Said: b.said(said)}
			}
		}
	}
	return cell
}

var answers = map[hearsay.TermStatus]string{
	hearsay.StatusAgreed: "yes", hearsay.StatusReportedAgreed: "yes, as reported", hearsay.StatusRefused: "no",
	hearsay.StatusWithdrawn: "it no longer holds", hearsay.StatusDenied: "there was none", hearsay.StatusImplemented: "it is done",
}

func (b *board) name(party *int) string {
	if party == nil {
		return "nobody named"
	}
	return Line(b.talks.Name(b.trace, *party))
}

func (b *board) from(party *int) string {
	if party == nil {
		return "one not named"
	}
	return b.name(party)
}

func (b *board) proposal(p hearsay.Proposal) TalksNote {
	var terms []string
	for _, t := range p.Terms {
		told := "“" + b.words(t.Words) + "” (" + string(t.Status)
		if n := len(t.Moves); n > 0 && t.Moves[n-1].To != t.Status {
			told += "; " + b.name(t.Moves[n-1].By) + " says it is " + string(t.Moves[n-1].To)
		}
		if t.Condition != nil {
			told += "; " + b.words(*t.Condition)
		}
		terms = append(terms, told+")")
	}
	text := fmt.Sprintf("%d  %s · %s: %s", p.ID+1, cmp.Or(p.Date, "no date"), b.name(p.By), strings.Join(terms, "; "))
	if p.Follows != nil {
		text += fmt.Sprintf(" · after its proposal %d", *p.Follows+1)
	}
	if p.Deadline != nil {
		text += " · by " + b.talks.Deadlines[*p.Deadline].Value
	}
	return b.note(text, p.Said)
}

func (b *board) answer(p hearsay.Proposal, r hearsay.Response) TalksNote {
	return b.note(fmt.Sprintf("%s · %s to %d: %s", cmp.Or(r.Date, "no date"), b.name(r.By), p.ID+1, r.Kind), r.Said)
}

// round tells of a meeting, and of each state it was said to be in before the last.
func (b *board) round(r hearsay.Round) TalksNote {
	parts := []string{cmp.Or(r.When, "day not stated")}
	if r.Number > 0 {
		parts = append(parts, fmt.Sprintf("round %d", r.Number))
	}
	place := "place not stated"
	if r.Place != nil {
		place = b.words(*r.Place)
	}
	parts = append(parts, place)
	state := strings.ReplaceAll(string(r.State), "-", " ")
	if r.Day > 0 {
		state += fmt.Sprintf(", day %d", r.Day)
	}
	parts = append(parts, state)
	var said []hearsay.Saying
	for i, m := range r.Moves {
		said = append(said, m.Saying)
		if i > 0 && m.To != r.Moves[i-1].To {
			parts[len(parts)-1] += " (" + strings.ReplaceAll(string(r.Moves[i-1].To), "-", " ") + " as of " + cmp.Or(r.Moves[i-1].Date, "no date") + ")"
		}
	}
	note := b.note(strings.Join(parts, " · "), said)
	note.Known = b.known(said[len(said)-1:])
	return note
}

func (b *board) deadline(d hearsay.TalksDeadline) TalksNote {
	text := d.Value
	if d.SetBy != nil {
		text += " · set by " + b.name(d.SetBy)
	}
	if d.For != nil {
		text += " · for " + b.name(d.For)
	}
	var said []hearsay.Saying
	for _, c := range d.Changes {
		said = append(said, c.Saying)
		if c.Change != hearsay.DeadlineSet {
			text += " · " + string(c.Change) + " " + c.Date
		}
	}
	return b.note(text, said)
}

func (b *board) position(p hearsay.Position) TalksNote {
	text := b.name(p.By) + ": “" + b.words(p.Words) + "”"
	switch p.Regard {
	case hearsay.Regardless:
		text += " · with or without a deal"
	case hearsay.OnCondition:
		text += " · on a condition"
	}
	if p.Threat {
		text += " · a threat"
	}
	return b.note(text, p.Said)
}

func (b *board) note(text string, said []hearsay.Saying) TalksNote {
	return TalksNote{Text: text, Known: b.known(said), Said: b.said(said)}
}

// known tells through whom something is known: the first that said so, and in how
// many reports it stands.
func (b *board) known(said []hearsay.Saying) string {
	if len(said) == 0 {
		return ""
	}
	reports := map[int]bool{}
	for _, s := range said {
		reports[s.Words.Report] = true
	}
	told := b.saysSo(said[0])
	if n := len(reports); n > 1 {
		told += ", in " + count(n, "report")
	}
	return told
}

// saysSo tells who says something: the outlet itself, or the last of the chain.
func (b *board) saysSo(s hearsay.Saying) string {
	r := b.trace.Records[s.Words.Report].Report
	outlet := Line(cmp.Or(r.Outlet, b.names[s.Words.Report]))
	chain := s.Chain(b.trace)
	last := chain[len(chain)-1]
	if last.As == nil {
		return outlet + " itself"
	}
	words := hop(last, r.Text)
	if last.Identity == hearsay.Anonymous {
		words += " (anonymous)"
	}
	return words + " ◂ " + outlet
}

func (b *board) said(all []hearsay.Saying) []TalksWords {
	var out []TalksWords
	for _, s := range all {
		out = append(out, TalksWords{Report: b.names[s.Words.Report], Date: cmp.Or(s.Date, "no date"), Voice: b.saysSo(s), Words: b.words(s.Words)})
	}
	slices.SortStableFunc(out, func(x, y TalksWords) int { return cmp.Compare(x.Date, y.Date) })
	return out
}
