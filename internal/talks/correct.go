package talks

import (
	"slices"
	"strings"

	"hearsay"
)

// correct applies a correction to the cell that its words are of; false where there
// is none.
func (a *overlay) correct(n int, d hearsay.TalksDecision, at []hearsay.Passage) bool {
	mark := hearsay.Mark{Decision: n, Kind: d.Kind, Field: d.Field}
	switch d.Field {
	case hearsay.FieldStatus, hearsay.FieldQuantity, hearsay.FieldObliges:
		return a.correctTerm(d, at, mark)
	case hearsay.FieldAnswer:
		return a.correctAnswer(d, at, mark)
	case hearsay.FieldPosition:
		return a.correctPosition(d, at, mark)
	case hearsay.FieldDeadline:
		return a.correctDeadline(d, at, mark)
	}
	return false
}

// nearest keeps the cell with the most bytes in common with a decision's words.
type nearest[T any] struct {
	cell *T
	most int
}

func (b *nearest[T]) try(cell *T, at []hearsay.Passage, common func(hearsay.Passage) int) {
	n := 0
	for _, p := range at {
		n += max(0, common(p))
	}
	if n > b.most {
		b.cell, b.most = cell, n
	}
}

func (a *overlay) correctTerm(d hearsay.TalksDecision, at []hearsay.Passage, mark hearsay.Mark) bool {
	var best nearest[hearsay.TalksTerm]
	var of *hearsay.Talks
	for i := range a.talks {
		for j := range a.talks[i].Proposals {
			for x := range a.talks[i].Proposals[j].Terms {
				was, t := best.cell, &a.talks[i].Proposals[j].Terms[x]
				best.try(t, at, func(p hearsay.Passage) int {
					return overlap(append(t.Worded[:len(t.Worded):len(t.Worded)], t.Words), p)
				})
				if best.cell != was {
					of = &a.talks[i]
				}
			}
		}
	}
	t := best.cell
	if t == nil {
		return false
	}
	switch d.Field {
	case hearsay.FieldStatus:
		if !slices.Contains(hearsay.TermStatuses, hearsay.TermStatus(d.Value)) {
			return false
		}
		mark.Was, t.Status = string(t.Status), hearsay.TermStatus(d.Value)
	case hearsay.FieldQuantity:
		mark.Was, t.Quantity = t.Quantity, d.Value
	case hearsay.FieldObliges:
		mark.Was = a.namesOf(of, t.On)
		t.On = a.partiesAt(of, d.Parties)
		t.For = slices.DeleteFunc(slices.Clone(t.For), func(p int) bool { return len(t.On) < 2 && slices.Contains(t.On, p) })
	}
	t.Marks = append(t.Marks, mark)
	return true
}

// namesOf writes the names of parties.
func (a *overlay) namesOf(k *hearsay.Talks, parties []int) string {
	var all []string
	for _, p := range parties {
		all = append(all, k.Name(*a.trace, p))
	}
	return strings.Join(all, "; ")
}

// partiesAt returns the parties that some words name: one of the talks with these
// words, or whose actor they mention; or else a new one that stands aside.
func (a *overlay) partiesAt(k *hearsay.Talks, anchors []hearsay.Anchor) []int {
	var all []int
	for _, at := range a.passages(anchors) {
		if id := a.partyAt(k, at); !slices.Contains(all, id) {
			all = append(all, id)
		}
	}
	return all
}

func (a *overlay) partyAt(k *hearsay.Talks, at hearsay.Passage) int {
	said := at.Span.In(a.trace.Records[at.Report].Report.Text)
	actor := a.actorCalled(at.Report, said)
	for _, p := range k.Parties {
		if overlap([]hearsay.Passage{p.Words}, at) > 0 || actor >= 0 && p.Actor != nil && *p.Actor == actor || strings.EqualFold(bareName(k.Name(*a.trace, p.ID)), bareName(said)) {
			return p.ID
		}
	}
	p := hearsay.Party{ID: len(k.Parties), Words: at, Named: actor < 0, Part: hearsay.Bystander}
	if actor >= 0 {
		p.Actor = &actor
	}
	k.Parties = append(k.Parties, p)
	return p.ID
}

// actorCalled returns the actor of the story that a report calls so; -1 for none.
func (a *overlay) actorCalled(report int, said string) int {
	for _, actor := range a.trace.Actors {
		for _, at := range actor.Seen {
			if at.Report != report || at.Actor < 0 || at.Actor >= len(a.trace.Records[report].Actors) {
				continue
			}
			if slices.ContainsFunc(a.trace.Records[report].Actors[at.Actor].Aliases, func(alias string) bool { return strings.EqualFold(alias, said) }) {
				return actor.ID
			}
		}
	}
	return -1
}

// isWhose reports whether a decision is of a party's cell.
func (a *overlay) isWhose(k *hearsay.Talks, d hearsay.TalksDecision, by *int) bool {
	if d.Whose == nil {
		return true
	}
	before := len(k.Parties)
	whose := a.partiesAt(k, []hearsay.Anchor{*d.Whose})
	k.Parties = k.Parties[:before]
	return by != nil && slices.Contains(whose, *by)
}

func (a *overlay) correctAnswer(d hearsay.TalksDecision, at []hearsay.Passage, mark hearsay.Mark) bool {
	if !slices.Contains(hearsay.ResponseKinds, hearsay.ResponseKind(d.Value)) {
		return false
	}
	var best nearest[hearsay.Response]
	for i := range a.talks {
		for j := range a.talks[i].Proposals {
			for x := range a.talks[i].Proposals[j].Responses {
				if r := &a.talks[i].Proposals[j].Responses[x]; a.isWhose(&a.talks[i], d, r.By) {
					best.try(r, at, func(p hearsay.Passage) int { return overlapSaid(r.Said, p) })
				}
			}
		}
	}
	r := best.cell
	if r == nil {
		return false
	}
	mark.Was, r.Kind = string(r.Kind), hearsay.ResponseKind(d.Value)
	r.Marks = append(r.Marks, mark)
	return true
}

func (a *overlay) correctPosition(d hearsay.TalksDecision, at []hearsay.Passage, mark hearsay.Mark) bool {
	var best nearest[hearsay.Position]
	for i := range a.talks {
		for j := range a.talks[i].Positions {
			if x := &a.talks[i].Positions[j]; a.isWhose(&a.talks[i], d, x.By) {
				best.try(x, at, func(p hearsay.Passage) int { return overlapSaid(x.Said, p) })
			}
		}
	}
	x := best.cell
	regard := hearsay.Regard(d.Value)
	if x == nil || regard != hearsay.Regardless && regard != hearsay.OnCondition && regard != hearsay.RegardNotStated {
		return false
	}
	mark.Was, x.Regard = string(x.Regard), regard
	x.Marks = append(x.Marks, mark)
	return true
}

func (a *overlay) correctDeadline(d hearsay.TalksDecision, at []hearsay.Passage, mark hearsay.Mark) bool {
	var best nearest[hearsay.TalksDeadline]
	for i := range a.talks {
		for j := range a.talks[i].Deadlines {
			x := &a.talks[i].Deadlines[j]
			best.try(x, at, func(p hearsay.Passage) int { return overlapDeadline(*x, p) })
		}
	}
	if best.cell == nil {
		return false
	}
	mark.Was, best.cell.Value = best.cell.Value, d.Value
	best.cell.Marks = append(best.cell.Marks, mark)
	return true
}
