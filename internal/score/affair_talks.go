package score

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"hearsay"
	"hearsay/internal/gold"
)

// Talks are compared by their words: a proposal by those of all its terms, and
// then its terms and answers within it. Two are the same if they share half of the
// shorter one's content words; each has one counterpart at most, the most alike
// first.
//
//	truth   proposal A: 6 percent over two years · 800 florins     refused by the union
//	              │                    │                 │               │
//	trace   proposal 2: 6 per cent over two years · a payment of 800 florins · refused by …
//
// Fields are judged over what was matched, actors by any of their names.

// The figures of talks, by name.
const (
	proposalFigure     = "proposal"
	proposalByFigure   = "proposal by"
	termFigure         = "term"
	statusFigure       = "term status"
	obligesFigure      = "term obliges"
	answerFigure       = "answer"
	deadlineFigure     = "deadline of proposal"
	positionFigure     = "position"
	positionFreeFigure = "position regardless"
)

// talkScore is one comparison of talks. What is counted of one proposal with its
// terms and answers, or of one position, is a unit: intervals draw units.
type talkScore struct {
	affair   *Affair
	talks    *hearsay.Talks
	names    map[string]map[string]bool // of a true actor, all that it is called
	units    []affairTally
	mistakes map[Kind][]string
}

// countTalks counts what the trace has of the affair's talks. Where the affair has
// none, all that it has is invented.
func (a *Affair) countTalks(t affairTally) {
	for _, unit := range a.compareTalks().units {
		for i, c := range unit {
			t[i] = t[i].plus(c)
		}
	}
}

func (a *Affair) compareTalks() *talkScore {
	s := talkScore{affair: a, talks: joinTalks(a.trace.Talks), names: map[string]map[string]bool{}, mistakes: map[Kind][]string{}}
	truth := a.truth.Talks
	if truth == nil {
		truth = &gold.Talks{}
	}
	for _, actor := range a.truth.Actors {
		all := map[string]bool{calledAs(actor.Name): true}
		for _, alias := range actor.Aliases {
			all[calledAs(alias)] = true
		}
		s.names[actor.ID] = all
	}
	s.proposals(truth.Proposals)
	s.positions(truth.Positions)
	return &s
}

// joinTalks puts the negotiations of a trace into one, since a truth has one: what a
// second one has that is not true counts as invented.
func joinTalks(all []hearsay.Talks) *hearsay.Talks {
	out := &hearsay.Talks{}
	for _, k := range all {
		parties, deadlines := len(out.Parties), len(out.Deadlines)
		out.Parties, out.Deadlines = append(out.Parties, k.Parties...), append(out.Deadlines, k.Deadlines...)
		for _, p := range k.Proposals {
			p.By, p.Deadline = moved(p.By, parties), moved(p.Deadline, deadlines)
			terms, responses := slices.Clone(p.Terms), slices.Clone(p.Responses)
			for i := range terms {
				terms[i].On = slices.Clone(terms[i].On)
				for j := range terms[i].On {
					terms[i].On[j] += parties
				}
			}
			for i := range responses {
				responses[i].By = moved(responses[i].By, parties)
			}
			p.Terms, p.Responses = terms, responses
			out.Proposals = append(out.Proposals, p)
		}
		for _, p := range k.Positions {
			p.By = moved(p.By, parties)
			out.Positions = append(out.Positions, p)
		}
	}
	return out
}

func moved(id *int, by int) *int {
	if id == nil {
		return nil
	}
	n := *id + by
	return &n
}

// unit begins a unit.
func (s *talkScore) unit() { s.units = append(s.units, make(affairTally, len(AffairFigures))) }

func (s *talkScore) add(figure string, c Count) { s.units[len(s.units)-1].add(figure, c) }

// mistake notes something that is wrong.
func (s *talkScore) mistake(kind Kind, format string, about ...any) {
	s.mistakes[kind] = append(s.mistakes[kind], fmt.Sprintf("    %s  "+format+"\n", append([]any{s.affair.Name}, about...)...))
}

func (s *talkScore) proposals(truth []gold.Proposal) {
	var golds, systems []map[string]bool
	for _, p := range truth {
		golds = append(golds, wordSet(termWords(p)))
	}
	for _, p := range s.talks.Proposals {
		systems = append(systems, wordSet(s.proposalWords(p)))
	}
	for _, m := range matchWords(golds, systems) {
		s.unit()
		s.add(proposalFigure, m.count())
		switch {
		case m.system < 0:
			s.mistake(ProposalMissed, "%s: %s", truth[m.gold].By, termWords(truth[m.gold]))
			s.proposal(truth[m.gold], hearsay.Proposal{})
		case m.gold < 0:
			s.mistake(ProposalInvented, "%s: %s", s.name(s.talks.Proposals[m.system].By), s.proposalWords(s.talks.Proposals[m.system]))
			s.proposal(gold.Proposal{}, s.talks.Proposals[m.system])
		default:
			s.pair(truth[m.gold], s.talks.Proposals[m.system])
			s.proposal(truth[m.gold], s.talks.Proposals[m.system])
		}
	}
}

func (s *talkScore) proposalWords(p hearsay.Proposal) string {
	words := ""
	for _, term := range p.Terms {
		words += s.words(term.Words) + " "
	}
	return words
}

// pair judges the fields of a proposal that both sides have.
func (s *talkScore) pair(g gold.Proposal, p hearsay.Proposal) {
	byRight := s.isParty(g.By, p.By)
	s.add(proposalByFigure, Count{System: 1, Gold: 1}.with(byRight))
	if !byRight {
		s.mistake(ProposalBy, "%s → %s: %s", g.By, s.name(p.By), s.proposalWords(p))
	}
	if g.Deadline != "" {
		value := "none"
		if p.Deadline != nil {
			value = s.talks.Deadlines[*p.Deadline].Value
		}
		s.add(deadlineFigure, Count{System: 1, Gold: 1}.with(value == g.Deadline))
		if value != g.Deadline {
			s.mistake(ProposalDeadline, "%s → %s: %s", g.Deadline, value, s.proposalWords(p))
		}
	}
}

// proposal counts terms and answers of a proposal of either side, or of both.
func (s *talkScore) proposal(g gold.Proposal, p hearsay.Proposal) {
	var golds, systems []map[string]bool
	for _, term := range g.Terms {
		golds = append(golds, wordSet(term.Text))
	}
	for _, term := range p.Terms {
		systems = append(systems, wordSet(s.words(term.Words)))
	}
	for _, m := range matchWords(golds, systems) {
		s.add(termFigure, m.count())
		switch {
		case m.system < 0:
			s.mistake(TermMissed, "%s", g.Terms[m.gold].Text)
		case m.gold < 0:
			s.mistake(TermInvented, "%s", s.words(p.Terms[m.system].Words))
		default:
			s.term(g.Terms[m.gold], p.Terms[m.system])
		}
	}
	s.answers(g.Responses, p)
}

// term judges the fields of a term that both sides have.
func (s *talkScore) term(g gold.Term, t hearsay.TalksTerm) {
	status := string(g.Status) == string(t.Status)
	s.add(statusFigure, Count{System: 1, Gold: 1}.with(status))
	if !status {
		s.mistake(TermStatusWrong, "%s → %s: %s", g.Status, t.Status, g.Text)
	}
	obliges := s.areParties(g.Obliges, t.On)
	s.add(obligesFigure, Count{System: 1, Gold: 1}.with(obliges))
	if !obliges {
		var names []string
		for _, p := range t.On {
			names = append(names, s.name(&p))
		}
		s.mistake(TermObliges, "%v → %v: %s", g.Obliges, names, g.Text)
	}
}

// answers counts answers by the same party and of the same kind.
func (s *talkScore) answers(golds []gold.Response, p hearsay.Proposal) {
	taken := map[int]bool{}
	for _, g := range golds {
		hit := -1
		for i, r := range p.Responses {
			if !taken[i] && string(r.Kind) == string(g.Kind) && s.isParty(g.By, r.By) {
				hit = i
			}
		}
		if hit >= 0 {
			taken[hit] = true
		} else {
			s.mistake(AnswerMissed, "%s by %s to %s", g.Kind, g.By, s.proposalWords(p))
		}
		s.add(answerFigure, Count{Gold: 1}.with(hit >= 0))
	}
	s.add(answerFigure, Count{System: len(p.Responses)})
	for i, r := range p.Responses {
		if !taken[i] {
			s.mistake(AnswerInvented, "%s by %s to %s", r.Kind, s.name(r.By), s.proposalWords(p))
		}
	}
}

func (s *talkScore) positions(truth []gold.Position) {
	var golds, systems []map[string]bool
	for _, p := range truth {
		golds = append(golds, wordSet(p.Text))
	}
	for _, p := range s.talks.Positions {
		systems = append(systems, wordSet(s.words(p.Words)))
	}
	for _, m := range matchWords(golds, systems) {
		s.unit()
		s.add(positionFigure, m.count())
		switch {
		case m.system < 0:
			s.mistake(PositionMissed, "%s: %s", truth[m.gold].By, truth[m.gold].Text)
		case m.gold < 0:
			s.mistake(PositionInvented, "%s: %s", s.name(s.talks.Positions[m.system].By), s.words(s.talks.Positions[m.system].Words))
		default:
			g, p := truth[m.gold], s.talks.Positions[m.system]
			right := g.RegardlessOfDeal == (p.Regard == hearsay.Regardless)
			s.add(positionFreeFigure, Count{System: 1, Gold: 1}.with(right))
			if !right {
				s.mistake(PositionRegard, "%v → %q: %s", g.RegardlessOfDeal, p.Regard, s.words(p.Words))
			}
		}
	}
}

// name is what a party is called, for a person who reads the mistakes.
func (s *talkScore) name(party *int) string {
	if party == nil {
		return "nobody"
	}
	return s.words(s.talks.Parties[*party].Words)
}

func (s *talkScore) words(p hearsay.Passage) string {
	return p.Span.In(s.affair.trace.Records[p.Report].Report.Text)
}

// isParty reports whether a party of the trace is the truth's actor.
func (s *talkScore) isParty(id string, party *int) bool {
	if party == nil {
		return id == ""
	}
	p := s.talks.Parties[*party]
	if s.names[id][calledAs(s.words(p.Words))] {
		return true
	}
	if p.Actor == nil {
		return false
	}
	actor := s.affair.trace.Actors[*p.Actor]
	if s.names[id][calledAs(actor.Name)] {
		return true
	}
	for _, alias := range actor.Aliases {
		if s.names[id][calledAs(alias.Words)] {
			return true
		}
	}
	return false
}

// areParties reports whether parties are the truth's actors, all and no others.
func (s *talkScore) areParties(ids []string, parties []int) bool {
	if len(ids) != len(parties) {
		return false
	}
	for _, id := range ids {
		if !slices.ContainsFunc(parties, func(p int) bool { return s.isParty(id, &p) }) {
			return false
		}
	}
	return true
}

// calledAs is a name without what may or may not stand around it.
func calledAs(name string) string {
	name = strings.ToLower(strings.Trim(strings.ReplaceAll(name, "’", "'"), " ,."))
	return strings.TrimPrefix(name, "the ")
}

func termWords(p gold.Proposal) string {
	words := ""
	for _, t := range p.Terms {
		words += t.Text + " "
	}
	return words
}

// wordMatch pairs positions of two lists; -1: no counterpart.
type wordMatch struct{ gold, system int }

func (m wordMatch) count() Count {
	switch {
	case m.gold < 0:
		return Count{System: 1}
	case m.system < 0:
		return Count{Gold: 1}
	}
	return Count{System: 1, Gold: 1}.with(true)
}

// matchWords pairs sets that share half of the smaller one's words, those that
// share the largest part of all their words first.
func matchWords(golds, systems []map[string]bool) []wordMatch {
	type candidate struct {
		wordMatch
		shared, all int
	}
	var all []candidate
	for g, x := range golds {
		for s, y := range systems {
			n := shared(x, y)
			if least := min(len(x), len(y)); n > 0 && 2*n >= least {
				all = append(all, candidate{wordMatch{g, s}, n, len(x) + len(y) - n})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b candidate) int { return cmp.Compare(b.shared*a.all, a.shared*b.all) })
	var out []wordMatch
	goldTaken, systemTaken := map[int]bool{}, map[int]bool{}
	for _, c := range all {
		if !goldTaken[c.gold] && !systemTaken[c.system] {
			goldTaken[c.gold], systemTaken[c.system] = true, true
			out = append(out, c.wordMatch)
		}
	}
	for g := range golds {
		if !goldTaken[g] {
			out = append(out, wordMatch{g, -1})
		}
	}
	for s := range systems {
		if !systemTaken[s] {
			out = append(out, wordMatch{-1, s})
		}
	}
	return out
}

func shared(x, y map[string]bool) int {
	n := 0
	for w := range x {
		if y[w] {
			n++
		}
	}
	return n
}
