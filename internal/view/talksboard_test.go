package view

import (
	"slices"
	"testing"
	"time"

	"hearsay"
)

// table is talks made by hand: Velle offers, Sarn refuses and then is said to agree.
//
//	report 0, 3 May   Velle would free the crews.        Velle's offer
//	report 1, 4 May   Sarn refused it.                   Sarn's no
//	report 2, 5 May   An aide said Sarn had agreed.      reported agreed
func table() *hearsay.Trace {
	t := &hearsay.Trace{}
	add := func(day int, outlet, text string) hearsay.Saying {
		n := len(t.Records)
		all := hearsay.Span{End: len(text)}
		t.Records = append(t.Records, hearsay.Record{
			Report:   hearsay.Report{Outlet: outlet, Text: text, Published: time.Date(2032, 5, day, 9, 0, 0, 0, time.UTC)},
			Dealings: []hearsay.Dealing{{Words: all}},
		})
		return hearsay.Saying{Words: hearsay.Passage{Report: n, Span: all}, Date: "2032-05-0" + string(rune('0'+day))}
	}
	offer := add(3, "Radio Harle", "Velle would free the crews")
	again := add(3, "The Quay Post", "Velle is to free the crews")
	refusal := add(4, "Sarn Broadcasting", "Sarn refused it")
	aide := add(5, "Northsea Wire", "An aide said Sarn had agreed")
	velle, sarn := 0, 1
	part := func(id int, words string, p hearsay.PartyPart, in hearsay.Saying) hearsay.Party {
		return hearsay.Party{ID: id, Words: hearsay.Passage{Report: in.Words.Report, Span: hearsay.Span{End: len(words)}}, Named: true, Part: p}
	}
	term := hearsay.TalksTerm{Words: offer.Words, Status: hearsay.StatusReportedAgreed, Said: []hearsay.Saying{offer, again},
		Moves: []hearsay.Move{{To: hearsay.StatusRefused, By: &sarn, Saying: refusal}, {To: hearsay.StatusReportedAgreed, By: &sarn, Saying: aide}}}
	t.Talks = []hearsay.Talks{{
		Parties:   []hearsay.Party{part(0, "Velle", hearsay.Negotiates, offer), part(1, "Sarn", hearsay.Negotiates, refusal)},
		Proposals: []hearsay.Proposal{{By: &velle, Date: "2032-05-03", Terms: []hearsay.TalksTerm{term}, Said: []hearsay.Saying{offer}}},
		Subjects:  []hearsay.Subject{{Words: offer.Words, Terms: []hearsay.TermAt{{}}}},
	}}
	return t
}

func TestBoardShowsTheLatest(t *testing.T) {
	b := BoardsOf(table(), Look{})[0]
	if len(b.Columns) != 2 || b.Columns[1].Name != "Sarn" || b.Name != "Velle – Sarn" {
		t.Fatalf("columns %+v, name %q", b.Columns, b.Name)
	}
	velle, sarn := b.Rows[0].Cells[0], b.Rows[0].Cells[1]
	if velle.Status != hearsay.StatusReportedAgreed || velle.StatusBy != "Sarn" || velle.StatusDate != "2032-05-05" || velle.Put != "2032-05-03" {
		t.Errorf("Velle's cell is %+v", velle)
	}
	if sarn.Words != "" || sarn.Answer != string(hearsay.StatusReportedAgreed) || sarn.AnswerTo != 1 || len(sarn.Said) != 2 {
		t.Errorf("Sarn's cell is %+v", sarn)
	}
	if len(velle.Said) != 4 || velle.Known.Reports != 4 || velle.Said[0].What != "puts it" || velle.Said[3].What != "reported-agreed" {
		t.Errorf("it rests on %+v", velle.Said)
	}
}

// TestMoves: what others say again is no move, and what is new by one report is
// marked in the cells that it moves.
func TestMoves(t *testing.T) {
	isNew := func(report int) bool { return report == 1 || report == 3 }
	b := BoardsOf(table(), Look{IsNew: isNew})[0]
	var told []string
	for _, m := range b.Moved() {
		told = append(told, m.Told)
	}
	if want := []string{"reported agreed by Sarn: “Velle would free the crews”"}; !slices.Equal(told, want) {
		t.Errorf("moved: %q, want %q", told, want)
	}
	if c := b.Rows[0].Cells; !c[0].Moved || !c[1].Moved || !b.Rows[0].Moved {
		t.Errorf("marked: %v, %v", c[0].Moved, c[1].Moved)
	}
	if put := BoardsOf(table(), Look{IsNew: func(report int) bool { return report == 0 }})[0].Rows[0].Cells; !put[0].Moved || put[1].Moved {
		t.Errorf("an offer marks %v, %v", put[0].Moved, put[1].Moved)
	}
	if len(b.Moves) != 3 || b.Moves[0].Kind != MovePut || b.Moves[0].Key("h") == b.Moves[1].Key("h") {
		t.Errorf("all moves: %+v", b.Moves)
	}
}

// TestToldBothWays: what several reports say alike on one side is one contradiction,
// and a move from when both sides are told.
func TestToldBothWays(t *testing.T) {
	trace := table()
	k := &trace.Talks[0]
	said := func(report int) hearsay.Saying {
		return hearsay.Saying{Words: hearsay.Passage{Report: report, Span: hearsay.Span{End: len(trace.Records[report].Report.Text)}}, Date: "2032-05-04"}
	}
	k.Opposed = []hearsay.Opposed{{A: said(0), B: said(2), Why: "one says it, one denies it"}, {A: said(1), B: said(2), Why: "one says it, one denies it"}}
	b := BoardsOf(trace, Look{IsNew: func(report int) bool { return report == 2 }})[0]
	if len(b.Opposed) != 1 || len(b.Opposed[0].A) != 2 || len(b.Opposed[0].B) != 1 || len(b.Rows[0].Opposed) != 1 {
		t.Fatalf("told both ways: %+v", b.Opposed)
	}
	n := 0
	for _, m := range b.Moved() {
		if m.Kind == MoveOpposed {
			n++
		}
	}
	if n != 1 {
		t.Errorf("%d moves of contradiction", n)
	}
}

// TestPositionRow: where somebody with a column stands whatever the terms has a row.
func TestPositionRow(t *testing.T) {
	trace := table()
	k := &trace.Talks[0]
	sarn := 1
	stand := k.Proposals[0].Terms[0].Moves[0].Saying
	k.Positions = []hearsay.Position{{By: &sarn, Words: stand.Words, Regard: hearsay.Regardless, Said: []hearsay.Saying{stand}}}
	b := BoardsOf(trace, Look{})[0]
	row := b.Rows[len(b.Rows)-1]
	if row.Name() != PositionSubject || !row.Cells[0].IsEmpty() || row.Cells[1].Position == nil || row.Cells[1].Position.RegardWords() != "with or without a deal" {
		t.Errorf("the row is %+v", row)
	}
}

// TestWholeAnswer: a plain no to a proposal shows at each of its terms, unless moves
// of some terms tell to which it is. An empty cell is never marked.
func TestWholeAnswer(t *testing.T) {
	trace := table()
	k := &trace.Talks[0]
	sarn := 1
	p := &k.Proposals[0]
	no := p.Terms[0].Moves[0].Saying
	p.Responses = []hearsay.Response{{By: &sarn, Kind: hearsay.ResponseRefuse, Date: no.Date, Said: []hearsay.Saying{no}}}
	other := p.Terms[0]
	other.Moves, other.Status = nil, hearsay.StatusProposed
	p.Terms = append(p.Terms, other)
	k.Subjects = append(k.Subjects, hearsay.Subject{Words: other.Words, Terms: []hearsay.TermAt{{Term: 1}}})
	look := Look{IsNew: func(report int) bool { return report == no.Words.Report }}
	if c := BoardsOf(trace, look)[0].Rows[1].Cells[1]; !c.IsEmpty() || c.Moved {
		t.Errorf("a no to another term shows as %q, marked %v", c.Answer, c.Moved)
	}
	p.Terms[0].Moves = nil
	if c := BoardsOf(trace, look)[0].Rows[1].Cells[1]; c.Answer != "answer-refuse" || !c.Moved {
		t.Errorf("a no to the whole shows as %q, marked %v", c.Answer, c.Moved)
	}
}
