package view

import (
	"cmp"
	"fmt"
	"strings"

	"hearsay"
)

// TalksPage is what there is to show of talks in a terminal. All its strings are
// safe to print there.
//
//	                 Corvane            the union            Judith Amsel
//	pay rise         6 percent …        8 percent …          7 percent …
//	                 refused, 4 Oct     proposed, 6 Oct      proposed, 7 Oct
type TalksPage struct {
	Heading string
	Notice  string // why there is nothing to show; "" : there is
	Tables  []TalksTable
}

// TalksTable is one negotiation.
type TalksTable struct {
	Name    string   // with the key, where there are several or a person named it
	Parties []string // "negotiate: Corvane Terminals, …"
	Channel string
	Columns []string
	Rows    []TalksRow
	Lists   []TalksList
}

// TalksList is notes under a title.
type TalksList struct {
	Title string
	Notes []TalksNote
}

// TalksRow is one thing that is dealt in, with where each party stands on it.
type TalksRow struct {
	Subject string
	Cells   []TalksCell // one for each column
}

// TalksCell is the latest that a party is said to put, or to say, on a thing.
type TalksCell struct {
	Words  string   // "" : nothing
	Status []string // how far it came, by whom, on which day
	If     string   // the condition
	Answer string   // what it said to another's proposal, beside what it puts; "" : nothing
	Known  string   // through whom
	Marks  string   // what a person decided of it, and what is new
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

// TalksOf computes the page of a trace's talks. With asked, what moved in the new
// reports stands first.
func TalksOf(t hearsay.Trace, look Look, asked Asked) TalksPage {
	s := teller{t, ids(t)}
	page := TalksPage{Heading: s.heading()}
	if len(t.Talks) == 0 {
		page.Notice = "no talks were found in these reports: nobody is said to put something to somebody who answers it"
		return page
	}
	for i, b := range BoardsOf(&t, look) {
		table := (&lister{s, t.Talks[i]}).table(b, asked)
		if len(t.Talks) > 1 {
			table.Name = fmt.Sprintf("talks %d of %d: ", b.Number, len(t.Talks)) + table.Name
		}
		page.Tables = append(page.Tables, table)
	}
	return page
}

// Asked says what is asked about time.
type Asked string

// AskedMoves asks for what moved; nothing else needs asking.
const AskedMoves Asked = "moves"

// lister puts a board into lines.
type lister struct {
	teller
	talks hearsay.Talks
}

func (l *lister) table(b TalksBoard, asked Asked) TalksTable {
	table := TalksTable{Name: b.Title(), Channel: ChannelWords(b.Channel)}
	for _, part := range []hearsay.PartyPart{hearsay.Negotiates, hearsay.Mediates, hearsay.Bystander} {
		var names []string
		for _, p := range b.Parties {
			if p.Part == part {
				names = append(names, p.Name)
			}
		}
		if len(names) > 0 {
			table.Parties = append(table.Parties, partLabels[part]+strings.Join(names, ", "))
		}
	}
	for _, c := range b.Columns {
		table.Columns = append(table.Columns, c.Name)
	}
	for _, r := range b.Rows {
		row := TalksRow{Subject: r.Name()}
		for _, c := range r.Cells {
			row.Cells = append(row.Cells, l.cell(c))
		}
		table.Rows = append(table.Rows, row)
	}
	if asked == AskedMoves {
		table.Lists = append(table.Lists, l.moves(b))
	}
	table.Lists = append(table.Lists, l.lists(b)...)
	return table
}

var (
	partLabels = map[hearsay.PartyPart]string{hearsay.Negotiates: "negotiate: ", hearsay.Mediates: "mediate: ", hearsay.Bystander: "others: "}
	channels   = map[hearsay.Channel]string{
		hearsay.ChannelDirect: "directly", hearsay.ChannelIndirect: "indirectly, through others",
		hearsay.ChannelMediated: "through others; whether they also meet is not stated",
	}
)

// moves lists what is new, the newest first; that there is nothing, too.
func (l *lister) moves(b TalksBoard) TalksList {
	list := TalksList{Title: "Moved since"}
	for _, m := range b.Moved() {
		list.Notes = append(list.Notes, l.note(cmp.Or(m.Said.Date, "no date")+" · "+m.Told, []SayingLine{m.Said}))
	}
	if len(list.Notes) == 0 {
		list.Notes = []TalksNote{{Text: "nothing"}}
	}
	return list
}

func (l *lister) lists(b TalksBoard) []TalksList {
	rounds, proposals, answers := TalksList{Title: "Rounds"}, TalksList{Title: "Proposals"}, TalksList{Title: "Answers"}
	deadlines, awaited, positions := TalksList{Title: "Deadlines"}, TalksList{Title: "Awaited"}, TalksList{Title: "Positions"}
	opposed := TalksList{Title: "Contradicting"}
	for _, r := range b.Rounds {
		rounds.Notes = append(rounds.Notes, l.note(round(r), r.Said))
	}
	for i, p := range b.Proposals {
		proposals.Notes = append(proposals.Notes, l.note(l.proposal(p), p.Said))
		for n, r := range p.Responses {
			kind := l.talks.Proposals[i].Responses[n].Kind
			answers.Notes = append(answers.Notes, l.note(fmt.Sprintf("%s · %s to %d: %s", cmp.Or(r.Date, "no date"), cmp.Or(r.By, "nobody named"), p.Number, kind)+byPerson(r.Marks), r.Said))
		}
	}
	for _, d := range b.Deadlines {
		deadlines.Notes = append(deadlines.Notes, l.deadline(d))
	}
	for _, a := range b.Awaited {
		awaited.Notes = append(awaited.Notes, l.note("an answer from "+cmp.Or(a.From, "one not named")+" is expected by "+a.By, a.Said))
	}
	for _, p := range append(b.Positions[:len(b.Positions):len(b.Positions)], b.Ahead...) {
		positions.Notes = append(positions.Notes, l.note(position(p), p.Said))
	}
	for _, o := range b.Opposed {
		opposed.Notes = append(opposed.Notes, l.note(o.Why, append(o.A[:len(o.A):len(o.A)], o.B...)))
	}
	return []TalksList{rounds, proposals, answers, deadlines, awaited, positions, opposed}
}

// round tells a meeting by its parts, those that no report tells among them.
func round(r RoundLine) string {
	parts := []string{cmp.Or(r.When, "day not stated")}
	if r.Number > 0 {
		parts = append(parts, fmt.Sprintf("round %d", r.Number))
	}
	parts = append(parts, cmp.Or(r.Place, "place not stated"))
	if r.Day > 0 {
		parts = append(parts, fmt.Sprintf("day %d", r.Day))
	}
	return strings.Join(append(parts, GlossOf("round-"+string(r.State)).Label), " · ")
}

func (l *lister) cell(c BoardCell) TalksCell {
	out := TalksCell{Words: c.Words, If: c.Condition, Known: l.known(c.shown), Said: l.said(c.Said), Marks: strings.TrimPrefix(byPerson(c.Marks), " · ")}
	if c.Moved {
		out.Marks = strings.TrimPrefix(out.Marks+" · moved", " · ")
	}
	switch {
	case c.Position != nil:
		out.Status = filled(c.Position.RegardWords(), c.StatusDate)
	case c.Words != "":
		out.Status = filled(string(c.Status), c.StatusDate, strings.TrimSpace(withBy(c.StatusBy)))
		if c.Quantity != "" {
			out.Words += " [" + c.Quantity + "]"
		}
		if c.Answer != "" {
			out.Answer = strings.Join(filled(fmt.Sprintf("to %d: %s", c.AnswerTo, GlossOf(c.Answer).Label), c.AnswerDate, c.AnswerIf), " · ")
		}
	case c.Answer != "":
		out.Words = "to " + fmt.Sprint(c.AnswerTo) + ": " + GlossOf(c.Answer).Label
		out.Status, out.If = filled(c.AnswerDate), c.AnswerIf
	}
	return out
}

// byPerson tells what a person decided.
func byPerson(marks []Decided) string {
	text := ""
	for _, m := range marks {
		text += " · " + strings.TrimSpace(string(m.Field)+" by a person")
		if m.Editor != "" {
			text += " (" + m.Editor + ", " + m.When.Format("2006-01-02") + ")"
		}
		if m.Was != "" {
			text += ", read as " + m.Was
		}
	}
	return text
}

func (l *lister) proposal(p ProposalLine) string {
	var terms []string
	for _, t := range p.Terms {
		told := "“" + t.Words + "” (" + string(t.Status)
		if t.Condition != "" {
			told += "; " + t.Condition
		}
		terms = append(terms, told+")")
	}
	text := fmt.Sprintf("%d  %s · %s: %s", p.Number, cmp.Or(p.Date, "no date"), cmp.Or(p.By, "nobody named"), strings.Join(terms, "; "))
	if p.Follows > 0 {
		text += fmt.Sprintf(" · after its proposal %d", p.Follows)
	}
	if p.Deadline != "" {
		text += " · by " + p.Deadline
	}
	return text
}

func (l *lister) deadline(d DeadlineLine) TalksNote {
	text := d.Value
	if d.SetBy != "" {
		text += " · set by " + d.SetBy
	}
	if d.For != "" {
		text += " · for " + d.For
	}
	var said []SayingLine
	for _, c := range d.Changes {
		said = append(said, c.SayingLine)
		if c.Change != hearsay.DeadlineSet {
			text += " · " + string(c.Change) + " " + c.Date
		}
	}
	return l.note(text+byPerson(d.Marks), said)
}

func position(p PositionLine) string {
	text := cmp.Or(p.By, "nobody named") + ": “" + p.Words + "”"
	if regard := p.RegardWords(); regard != "" {
		text += " · " + regard
	}
	return text + byPerson(p.Marks)
}

func (l *lister) note(text string, said []SayingLine) TalksNote {
	return TalksNote{Text: text, Known: l.known(said), Said: l.said(said)}
}

// known tells through whom something is known: the first that said so, and in how
// many reports it stands.
func (l *lister) known(said []SayingLine) string {
	if len(said) == 0 {
		return ""
	}
	told := l.saysSo(said[0])
	if n := knownBy(said).Reports; n > 1 {
		told += ", in " + count(n, "report")
	}
	return told
}

// saysSo tells who says something: the outlet itself, or the last of the chain.
func (l *lister) saysSo(s SayingLine) string {
	outlet := Line(cmp.Or(l.trace.Records[s.Report].Report.Outlet, l.names[s.Report]))
	switch {
	case s.Own:
		return outlet + " itself"
	case s.Identity == hearsay.Anonymous:
		return s.Who + " (anonymous) ◂ " + outlet
	}
	return s.Who + " ◂ " + outlet
}

func (l *lister) said(all []SayingLine) []TalksWords {
	var out []TalksWords
	for _, s := range all {
		out = append(out, TalksWords{Report: l.names[s.Report], Date: cmp.Or(s.Date, "no date"), Voice: l.saysSo(s), Words: s.Words})
	}
	return out
}
