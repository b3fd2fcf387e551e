package score

import (
	"cmp"
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

// talkScore is one comparison of talks.
type talkScore struct {
	affair *Affair
	talks  *hearsay.Talks
	names  map[string]map[string]bool // of a true actor, all that it is called
	tally  affairTally
}

// countTalks counts what the trace has of the affair's talks. Where the affair has
// none, all that it has is invented.
func (a *Affair) countTalks(t affairTally) {
	s := talkScore{affair: a, tally: t, names: map[string]map[string]bool{}}
	if len(a.trace.Talks) > 0 {
		s.talks = &a.trace.Talks[0]
	} else {
		s.talks = &hearsay.Talks{}
	}
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
}

func (s *talkScore) proposals(truth []gold.Proposal) {
	var golds, systems []map[string]bool
	for _, p := range truth {
		golds = append(golds, wordSet(termWords(p)))
	}
	for _, p := range s.talks.Proposals {
		words := ""
		for _, term := range p.Terms {
			words += s.words(term.Words) + " "
		}
		systems = append(systems, wordSet(words))
	}
	for _, m := range matchWords(golds, systems) {
		s.tally.add(proposalFigure, m.count())
		switch {
		case m.system < 0:
			s.proposal(truth[m.gold], hearsay.Proposal{})
		case m.gold < 0:
			s.proposal(gold.Proposal{}, s.talks.Proposals[m.system])
		default:
			s.pair(truth[m.gold], s.talks.Proposals[m.system])
			s.proposal(truth[m.gold], s.talks.Proposals[m.system])
		}
	}
}

// pair judges the fields of a proposal that both sides have.
func (s *talkScore) pair(g gold.Proposal, p hearsay.Proposal) {
	s.tally.add(proposalByFigure, Count{System: 1, Gold: 1}.with(s.isParty(g.By, p.By)))
	if g.Deadline != "" {
		right := p.Deadline != nil && s.talks.Deadlines[*p.Deadline].Value == g.Deadline
		s.tally.add(deadlineFigure, Count{System: 1, Gold: 1}.with(right))
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
		s.tally.add(termFigure, m.count())
		if m.gold < 0 || m.system < 0 {
			continue
		}
		x, y := g.Terms[m.gold], p.Terms[m.system]
		s.tally.add(statusFigure, Count{System: 1, Gold: 1}.with(string(x.Status) == string(y.Status)))
		s.tally.add(obligesFigure, Count{System: 1, Gold: 1}.with(s.areParties(x.Obliges, y.On)))
	}
	s.answers(g.Responses, p.Responses)
}

// answers counts answers by the same party and of the same kind.
func (s *talkScore) answers(golds []gold.Response, systems []hearsay.Response) {
	taken := map[int]bool{}
	for _, g := range golds {
		hit := -1
		for i, r := range systems {
			if !taken[i] && string(r.Kind) == string(g.Kind) && s.isParty(g.By, r.By) {
				hit = i
			}
		}
		if hit >= 0 {
			taken[hit] = true
		}
		s.tally.add(answerFigure, Count{Gold: 1}.with(hit >= 0))
	}
	s.tally.add(answerFigure, Count{System: len(systems)})
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
		s.tally.add(positionFigure, m.count())
		if m.gold >= 0 && m.system >= 0 {
			regardless := s.talks.Positions[m.system].Regard == hearsay.Regardless
			s.tally.add(positionFreeFigure, Count{System: 1, Gold: 1}.with(truth[m.gold].RegardlessOfDeal == regardless))
		}
	}
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
