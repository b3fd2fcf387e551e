package view

import (
	"cmp"
	"slices"

	"hearsay"
)

// cell is where a party stands on a subject. Of what it puts, the latest is shown;
// of what it said to others' proposals, the latest too.
func (k *talker) cell(s hearsay.Subject, party int, moves []TalksMove) BoardCell {
	c := BoardCell{Proposal: -1, Term: -1}
	for _, at := range s.Terms {
		p := k.talks.Proposals[at.Proposal]
		if isBy(p.By, party) {
			k.puts(&c, p, at.Term)
		} else if party >= 0 {
			k.answers(&c, p, at.Term, party)
		}
	}
	for _, m := range moves {
		c.Moved = c.Moved || !c.IsEmpty() && m.New && k.isMoveOf(m, s, party)
	}
	c.Known = knownBy(c.shown)
	k.sortSayings(c.Said)
	c.Said = onceEach(c.Said)
	return c
}

// positionRow is where those with a column stand whatever the terms; false if nobody is
// said to.
func (k *talker) positionRow(b *TalksBoard) (row BoardRow, ok bool) {
	row = BoardRow{Number: len(b.Rows) + 1}
	for n, column := range b.Columns {
		cell := BoardCell{Row: len(b.Rows), Column: n, Proposal: -1, Term: -1}
		for _, p := range k.talks.Positions {
			if p.By == nil || *p.By != column.Party {
				continue
			}
			if !ok {
				row.At, ok = p.Words, true
			}
			k.stands(&cell, p)
		}
		k.sortSayings(cell.Said)
		cell.Known = knownBy(cell.shown)
		row.Moved = row.Moved || cell.Moved
		row.Cells = append(row.Cells, cell)
	}
	return row, ok
}

// stands takes a position into its party's cell.
func (k *talker) stands(c *BoardCell, p hearsay.Position) {
	line := k.position(p)
	c.Said = append(c.Said, line.Said...)
	c.Moved = c.Moved || line.Moved
	date := line.Said[len(line.Said)-1].Date
	if c.Words != "" && date < c.Put {
		return
	}
	c.Words, c.Put, c.StatusDate, c.Condition, c.Position, c.Marks, c.shown = line.Words, date, date, line.Condition, &line, line.Marks, line.Said
}

// isBy reports whether a proposal is a party's, of nobody's for a negative one.
func isBy(by *int, party int) bool {
	if by == nil {
		return party < 0
	}
	return *by == party
}

// isMoveOf reports whether a move shows in a party's cell of a subject: of what it
// puts there, or of what it says to it.
func (k *talker) isMoveOf(m TalksMove, s hearsay.Subject, party int) bool {
	for _, at := range s.Terms {
		if m.Proposal != at.Proposal || m.Term >= 0 && m.Term != at.Term {
			continue
		}
		isOwn := isBy(k.talks.Proposals[m.Proposal].By, party)
		if isOwn && m.Kind != MoveAnswer || !isOwn && m.Kind != MovePut && m.Party == party && !(m.Kind == MoveAnswer && m.byTerms) {
			return true
		}
	}
	return false
}

// puts takes a term that the party puts into its cell.
func (k *talker) puts(c *BoardCell, p hearsay.Proposal, n int) {
	t := p.Terms[n]
	said := k.sayings("puts it", t.Said)
	for _, m := range t.Moves {
		said = append(said, k.sayings(string(m.To), []hearsay.Saying{m.Saying})...)
	}
	c.Said = append(c.Said, said...)
	if c.Words != "" && p.Date < c.Put {
		return
	}
	c.Words, c.Proposal, c.Term, c.Put, c.Status, c.Condition = words(k.trace, t.Words), p.ID, n, p.Date, t.Status, k.maybe(t.Condition)
	c.shown = said
	c.TermAt, c.Quantity, c.Marks = &t.Words, Line(t.Quantity), k.look.marks(t.Marks)
	c.StatusBy, c.StatusDate = "", p.Date
	for _, m := range t.Moves {
		if m.To == t.Status {
			c.StatusBy, c.StatusDate = k.party(m.By), m.Date
		}
	}
}

// isToldByTerms reports whether an answer is a plain yes or no that the moves of some
// terms tell: it is to those, and of the others nothing is said.
func isToldByTerms(p hearsay.Proposal, r hearsay.Response) bool {
	if r.Kind != hearsay.ResponseAccept && r.Kind != hearsay.ResponseRefuse {
		return false
	}
	for _, t := range p.Terms {
		for _, m := range t.Moves {
			if m.By != nil && *m.By == *r.By {
				return true
			}
		}
	}
	return false
}

// answers takes what the party did to a term of another into its cell. An answer to
// a proposal as a whole counts for each of its terms.
func (k *talker) answers(c *BoardCell, p hearsay.Proposal, n, party int) {
	take := func(answer, date, condition string, said []hearsay.Saying, whole *hearsay.Passage) {
		lines := k.sayings(answer, said)
		c.Said = append(c.Said, lines...)
		if c.Words == "" && (c.Answer == "" || date >= c.AnswerDate) {
			c.shown = lines
		}
		if c.Answer == "" || date >= c.AnswerDate {
			c.Answer, c.AnswerTo, c.AnswerDate, c.AnswerIf, c.AnswerAt = answer, p.ID+1, date, condition, whole
		}
	}
	for _, r := range p.Responses {
		if isBy(r.By, party) && r.By != nil && !isToldByTerms(p, r) {
			at := k.answerPart(r).At
			take("answer-"+string(r.Kind), r.Date, k.maybe(r.Condition), r.Said, &at)
		}
		if isBy(r.By, party) && r.By != nil {
			c.Marks = append(c.Marks, k.look.marks(r.Marks)...)
		}
	}
	for _, m := range p.Terms[n].Moves {
		if m.By != nil && *m.By == party {
			take(string(m.To), m.Date, "", []hearsay.Saying{m.Saying}, nil)
		}
	}
}

// knownBy tells through whom what some sayings show is known.
func knownBy(said []SayingLine) Known {
	var k Known
	reports := map[int]bool{}
	for _, s := range said {
		reports[s.Report] = true
		identity := cmp.Or(s.Identity, hearsay.Unattributed)
		if !slices.Contains(k.By, identity) {
			k.By = append(k.By, identity)
		}
	}
	k.Reports = len(reports)
	if len(said) > 0 {
		k.Outlet = said[0].Outlet
		if said[0].IsSomebody() {
			k.Told = said[0].Who
		}
	}
	return k
}
