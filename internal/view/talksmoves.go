package view

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"hearsay"
)

// # What moved in talks
//
// A move is one thing that the reports tell for the first time: a term that is put,
// a status it comes to, an answer, a deadline, an answer that is awaited, a round, a
// position, or two sayings that contradict each other. It counts from the report
// that came out first with it; what others say again is no move.
//
//	terms ──┐
//	answers ├─► each with its first saying ─► by when that came out ─► TalksMove
//	…      ─┘

// MoveKind says what moved.
type MoveKind string

// The kinds of move.
const (
	MovePut      MoveKind = "put"
	MoveStatus   MoveKind = "status"
	MoveAnswer   MoveKind = "answer"
	MoveDeadline MoveKind = "deadline"
	MoveAwaited  MoveKind = "awaited"
	MovePosition MoveKind = "position"
	MoveRound    MoveKind = "round"
	MoveOpposed  MoveKind = "contradiction"
)

// TalksMove is one move of talks.
type TalksMove struct {
	Kind  MoveKind
	To    string // what it came to: a status, an answer, a change of a deadline
	By    string // "" : not said
	Party int    // ID of the party; -1: not said
	Words string // of the term, position or deadline it is of
	Told  string // the move in one line
	Said  SayingLine
	New   bool // the report that has it first is new

	Proposal, Term int // positions; -1: it is of none

	nth     int  // of the moves of its kind that rest on the same words
	byTerms bool // it is an answer that moves of terms tell
}

// When is when the report that has it first came out.
func (m TalksMove) When() time.Time { return m.Said.Stood }

// Key tells a move from all others: what moved, by the words that it rests on in the
// revision with a hash.
func (m TalksMove) Key(revision string) string {
	at := m.Said.Passage.Span
	return strings.Join([]string{string(m.Kind), m.To, revision, strconv.Itoa(at.Start), strconv.Itoa(at.End), strconv.Itoa(m.nth)}, ":")
}

// known orders the reports of a trace by publication and says which are new.
type known struct {
	rank  []int // by position in Trace.Records
	isNew func(report int) bool
}

func knownOf(t *hearsay.Trace, isNew func(int) bool) known {
	k := known{make([]int, len(t.Records)), isNew}
	for at, report := range t.ByPublication() {
		k.rank[report] = at
	}
	return k
}

// first returns the saying that came out first.
func (k known) first(said []hearsay.Saying) hearsay.Saying {
	return slices.MinFunc(said, func(a, b hearsay.Saying) int {
		return cmp.Or(k.rank[a.Words.Report]-k.rank[b.Words.Report], a.Words.Span.Start-b.Words.Span.Start)
	})
}

// moves lists all moves, in the order in which they came out.
func (k *talker) moves() []TalksMove {
	var all []TalksMove
	for _, p := range k.talks.Proposals {
		all = append(all, k.proposalMoves(p)...)
	}
	all = append(all, k.deadlineMoves()...)
	for _, r := range k.talks.Rounds {
		all = append(all, k.roundMoves(r)...)
	}
	for _, a := range k.talks.Awaited {
		all = append(all, k.moved(TalksMove{Kind: MoveAwaited, To: a.By, Words: When(a.By), Told: k.awaits(a)}, a.From, a.Said))
	}
	for _, p := range k.talks.Positions {
		m := TalksMove{Kind: MovePosition, To: string(p.Regard), Words: words(k.trace, p.Words)}
		m.Told = k.party(p.By) + ": “" + m.Words + "”" + k.regard(p)
		all = append(all, k.moved(m, p.By, p.Said))
	}
	for _, o := range k.opposed() {
		m := TalksMove{Kind: MoveOpposed, Words: o.Why, Told: "told both ways: " + o.Why, Party: -1, Proposal: -1, Term: -1}
		m.Said = o.A[0] // it contradicts once both are said
		if k.rank[o.B[0].Report] > k.rank[o.A[0].Report] {
			m.Said = o.B[0]
		}
		m.New = m.Said.New
		all = append(all, m)
	}
	slices.SortStableFunc(all, func(a, b TalksMove) int {
		return cmp.Or(k.rank[a.Said.Report]-k.rank[b.Said.Report], cmp.Compare(a.Said.Date, b.Said.Date), a.Said.Passage.Span.Start-b.Said.Passage.Span.Start)
	})
	count := map[string]int{}
	for i := range all {
		key := all[i].Key(strconv.Itoa(all[i].Said.Report))
		all[i].nth = count[key]
		count[key]++
	}
	return all
}

// moved completes a move with who makes it and its first saying.
func (k *talker) moved(m TalksMove, by *int, said []hearsay.Saying) TalksMove {
	if m.Kind != MovePut && m.Kind != MoveStatus && m.Kind != MoveAnswer {
		m.Proposal, m.Term = -1, -1
	}
	m.By, m.Party = k.party(by), -1
	if by != nil {
		m.Party = *by
	}
	m.Said = k.saying(k.first(said))
	m.New = m.Said.New
	return m
}

func (k *talker) proposalMoves(p hearsay.Proposal) []TalksMove {
	var all []TalksMove
	who := cmp.Or(k.party(p.By), "somebody not named")
	for n, t := range p.Terms {
		text := words(k.trace, t.Words)
		put := TalksMove{Kind: MovePut, To: string(hearsay.StatusProposed), Words: text, Proposal: p.ID, Term: n, Told: who + " puts “" + text + "”"}
		if len(t.Moves) == 0 && t.Status != hearsay.StatusProposed {
			put.To = string(t.Status)
			put.Told = GlossOf(string(t.Status)).Label + ": “" + text + "”"
		}
		all = append(all, k.moved(put, p.By, t.Said))
		all = append(all, k.statusMoves(p, n)...)
	}
	for _, r := range p.Responses {
		if r.Kind == hearsay.ResponseNoneYet { // that nothing came is no move
			continue
		}
		m := TalksMove{Kind: MoveAnswer, To: string(r.Kind), Proposal: p.ID, Term: -1, Words: k.maybe(r.Condition)}
		m.byTerms = r.By != nil && isToldByTerms(p, r)
		m.Told = cmp.Or(k.party(r.By), "somebody not named") + ", to the proposal of " + who + ": " + GlossOf("answer-"+string(r.Kind)).Label
		all = append(all, k.moved(m, r.By, r.Said))
	}
	return all
}

// statusMoves lists what a term came to, each status by each party once.
func (k *talker) statusMoves(p hearsay.Proposal, n int) []TalksMove {
	t := p.Terms[n]
	type step struct {
		to hearsay.TermStatus
		by int
	}
	said := map[step][]hearsay.Saying{}
	var order []step
	for _, m := range t.Moves {
		s := step{m.To, -1}
		if m.By != nil {
			s.by = *m.By
		}
		if said[s] == nil {
			order = append(order, s)
		}
		said[s] = append(said[s], m.Saying)
	}
	var all []TalksMove
	for _, s := range order {
		text := words(k.trace, t.Words)
		m := TalksMove{Kind: MoveStatus, To: string(s.to), Words: text, Proposal: p.ID, Term: n}
		by := &s.by
		if s.by < 0 {
			by = nil
		}
		m.Told = strings.TrimSpace(GlossOf(string(s.to)).Label+withBy(k.party(by))) + ": “" + text + "”"
		all = append(all, k.moved(m, by, said[s]))
	}
	return all
}

func withBy(name string) string {
	if name == "" {
		return ""
	}
	return " by " + name
}

func (k *talker) deadlineMoves() []TalksMove {
	var all []TalksMove
	for _, d := range k.talks.Deadlines {
		type step struct {
			change hearsay.DeadlineChange
			value  string
		}
		seen := map[step]bool{}
		for _, c := range d.Changes {
			if s := (step{c.Change, c.Value}); !seen[s] {
				seen[s] = true
				m := TalksMove{Kind: MoveDeadline, To: string(c.Change), Words: When(c.Value), Told: "deadline " + string(c.Change) + ": " + When(c.Value)}
				all = append(all, k.moved(m, d.SetBy, []hearsay.Saying{c.Saying}))
			}
		}
	}
	return all
}

// roundMoves lists what a round came to, each state once.
func (k *talker) roundMoves(r hearsay.Round) []TalksMove {
	var all []TalksMove
	for _, state := range hearsay.RoundStates {
		var said []hearsay.Saying
		for _, m := range r.Moves {
			if m.To == state {
				said = append(said, m.Saying)
			}
		}
		if len(said) == 0 {
			continue
		}
		line := RoundLine{Number: r.Number, Place: k.maybe(r.Place), When: r.When, State: state}
		all = append(all, k.moved(TalksMove{Kind: MoveRound, To: string(state), Words: line.Place, Told: line.Told()}, nil, said))
	}
	return all
}

func (k *talker) awaits(a hearsay.Awaited) string {
	told := "an answer is expected"
	if from := k.party(a.From); from != "" {
		told = "an answer of " + from + " is expected"
	}
	if a.By != "" {
		told += " by " + When(a.By)
	}
	return told
}

func (k *talker) regard(p hearsay.Position) string {
	switch {
	case p.Threat:
		return " · a threat"
	case p.Regard == hearsay.Regardless:
		return " · with or without a deal"
	case p.Regard == hearsay.OnCondition:
		return " · on a condition"
	}
	return ""
}
