package talks

import (
	"slices"
	"strings"

	"hearsay"
)

// Of returns the talks of a story: none, one, or several that have different parties
// and subjects, those of which most is told first. The trace must have its records
// and actors; claims are named where it has them.
func Of(trace hearsay.Trace) []hearsay.Talks {
	all, _ := Apply(trace, nil, nil)
	return all
}

// deal runs over the dealings of one negotiation.
func deal(trace *hearsay.Trace, g group) *table {
	t := &table{trace: trace, who: newWho(trace), group: g}
	t.who.meet()
	t.gather()
	t.seat()
	t.refill()
	t.propose()
	t.limit()
	t.answer()
	t.negotiated = t.isNegotiation()
	return t
}

// conclude finds what the answers made of the terms, and what else there is.
func (t *table) conclude() hearsay.Talks {
	t.leaveOpen()
	t.settle()
	t.stand()
	t.meetUp()
	return t.talks()
}

// table is one run over the dealings of a story.
type table struct {
	trace       *hearsay.Trace
	who         *who
	group       group
	negotiated  bool   // there are talks
	items       []item // by publication, then as they stand
	meetings    []item // what tells of rounds, so ordered
	deeds       []item // what tells of things done, so ordered
	rounds      []*round
	proposals   []*proposal
	deadlines   []*deadline
	awaited     []hearsay.Awaited
	awaitedFrom []seat // of each, by whom
	positions   []*position

	topics    map[string]bool // stems of what the talks are about
	seatWords map[string]bool // stems of the names at the table

	principals []seat // those who negotiate, the one with the largest part first
	mediators  map[seat]bool
}

// item is a dealing of one report.
type item struct {
	hearsay.Dealing
	report, index int
	order         int // of the report, by publication
	text          string
	by, to        seat   // nobody where not said
	bySides       bool   // "both sides"
	pair          []seat // those whom "and" joins: "Velle and Sarn"; nil for one
	date          string
	stated        bool
}

// gather lists the dealings of all reports.
func (t *table) gather() {
	for order, report := range t.trace.ByPublication() {
		r := &t.trace.Records[report]
		for n, d := range r.Dealings {
			it := item{Dealing: d, report: report, index: n, order: order, text: r.Report.Text}
			if !t.group.has(it.key()) || t.isCorrected(report, d.Words) {
				continue
			}
			it.by, it.bySides = t.who.of(report, d.By)
			if d.Kind == hearsay.DealingAccept || d.Kind == hearsay.DealingRefuse { // what two put together is one proposal, of both
				it.pair = t.who.pair(report, d.By)
			}
			if it.pair != nil {
				it.by, it.bySides = nobody, true
			}
			it.to, _ = t.who.of(report, d.To)
			it.date, it.stated = dateOf(r, d)
			switch d.Kind {
			case hearsay.DealingRound:
				it.date, it.stated = dayReported(r), false
				t.meetings = append(t.meetings, it)
			case hearsay.DealingDone:
				t.deeds = append(t.deeds, it)
			default:
				t.items = append(t.items, it)
			}
		}
	}
}

// sides returns the principals whom the words of an item mean together.
func (t *table) sides(it *item) []seat {
	var all []seat
	for _, s := range it.pair {
		if s = t.who.body(s); t.isPrincipal(s) && !slices.Contains(all, s) {
			all = append(all, s)
		}
	}
	if it.pair == nil {
		return t.principals
	}
	return all
}

// isCorrected reports whether a later revision takes some words of a report back.
func (t *table) isCorrected(report int, words hearsay.Span) bool {
	for _, u := range t.trace.Updates {
		for _, c := range u.Changes {
			if u.Revises == report && c.Kind == hearsay.ChangeCorrected && c.Before != nil && c.Before.Overlaps(words) {
				return true
			}
		}
	}
	return false
}

// dateOf returns the day of a dealing, and whether its words have it.
func dateOf(r *hearsay.Record, d hearsay.Dealing) (string, bool) {
	if d.When != nil && d.Kind != hearsay.DealingDeadline && d.Kind != hearsay.DealingAwait {
		if v := r.Moments[*d.When].Value; len(v) >= 10 {
			return v[:10], true
		}
	}
	return dayReported(r), false
}

// dayReported returns the day of a report; "" where it is not stated.
func dayReported(r *hearsay.Record) string {
	if stood := r.Report.Stood(); !stood.IsZero() {
		return stood.Format("2006-01-02")
	}
	return ""
}

// saying returns the place of an item.
func (t *table) saying(it *item) hearsay.Saying {
	return hearsay.Saying{Words: hearsay.Passage{Report: it.report, Span: it.Words}, Dealing: it.index, Date: it.date, Stated: it.stated}
}

// words returns the words of a passage.
func (t *table) words(p hearsay.Passage) string {
	return p.Span.In(t.trace.Records[p.Report].Report.Text)
}

func (t *table) passage(it *item, s *hearsay.Span) *hearsay.Passage {
	if s == nil {
		return nil
	}
	return &hearsay.Passage{Report: it.report, Span: *s}
}

// isNegotiation reports whether a story has talks. Somebody must put something, and
// more must show that it is dealt about: a yes or no to it by those it is put to, or
// two of a time for one, a proposal by somebody else, a text by a mediator, an
// answer of another kind.
func (t *table) isNegotiation() bool {
	if len(t.proposals) == 0 || len(t.principals) < 2 {
		return false
	}
	signs, firm := 0, 0
	by := map[seat]bool{}
	for _, p := range t.proposals {
		for _, r := range p.responses {
			signs++
			if t.isPrincipal(r.by) && t.who.kind(r.by) != hearsay.Person && r.kind != hearsay.ResponseNoneYet {
				signs, firm = signs+1, firm+1
			}
		}
		if p.deadline >= 0 {
			signs++
		}
		if p.settled {
			signs, firm = signs+2, firm+1
		}
		if t.mediators[p.by] || t.isPrincipal(p.by) && !by[p.by] {
			signs++
		}
		by[p.by] = true
	}
	if firm == 0 && t.hasAnswered() {
		signs, firm = signs+2, firm+1
	}
	if len(by) > 1 && t.says(negotiating) {
		return signs >= 2
	}
	return signs >= 3 && firm > 0
}

// negotiating are words for talks, which tell an exchange of demands that nobody has
// answered from a quarrel.
var negotiating = []string{" talks", "negotiat", "mediat", "bargaining", "arbitrat", "truce", "cease-fire", "ceasefire", "takeover", "coalition"}

// hasAnswered reports whether a principal says yes or no to an offer or a text, be it
// one whose terms are not told.
func (t *table) hasAnswered() bool {
	for i := range t.items {
		it := &t.items[i]
		by := t.who.body(it.by)
		if (it.Kind == hearsay.DealingAccept || it.Kind == hearsay.DealingRefuse) && it.About != nil && t.isPrincipal(by) && t.who.kind(by) != hearsay.Person &&
			hasOneOf(strings.ToLower(it.About.In(it.text)), papers) {
			return true
		}
	}
	return false
}

// talks lays the table out.
func (t *table) talks() hearsay.Talks {
	k := hearsay.Talks{Channel: t.channel(), Awaited: t.awaited}
	l := &layout{t: t, id: map[seat]int{}}
	for _, s := range t.principals {
		l.seat(s)
	}
	for _, s := range t.who.all {
		if t.mediators[s] && t.isToldOf(s) {
			l.seat(s)
		}
	}
	for i, r := range t.rounds {
		k.Rounds = append(k.Rounds, l.round(i, r))
	}
	for i, p := range t.proposals {
		k.Proposals = append(k.Proposals, l.proposal(i, p))
	}
	for _, d := range t.deadlines {
		k.Deadlines = append(k.Deadlines, l.deadline(d))
	}
	for _, p := range t.positions {
		k.Positions = append(k.Positions, l.position(p))
	}
	for i := range k.Awaited {
		k.Awaited[i].From = l.party(t.awaitedFrom[i])
	}
	k.Opposed = t.opposed()
	k.Subjects = t.subjects()
	k.Parties = l.parties
	k.Anchor = t.anchor()
	k.Key = keyOf(t.trace, k.Anchor)
	k.Opened, k.Marks = t.group.forced, t.group.marks
	return k
}

// isToldOf reports whether somebody is named in a report that the talks are read from;
// where a story has one negotiation, everybody is.
func (t *table) isToldOf(s seat) bool {
	if t.group.keys == nil || t.who.seats[s].actor < 0 {
		return true
	}
	reports := t.reports()
	return slices.ContainsFunc(t.trace.Actors[t.who.seats[s].actor].Seen, func(at hearsay.ActorAt) bool { return reports[at.Report] })
}

// anchor returns the first words in which something is put; of talks that a person
// opened, the ones he opened them by where nothing is.
func (t *table) anchor() hearsay.Passage {
	if len(t.proposals) > 0 {
		return t.saying(&t.items[t.proposals[0].said[0]]).Words
	}
	return *t.group.at
}
