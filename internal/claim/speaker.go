package claim

import (
	"cmp"
	"slices"
	"strings"

	"hearsay"
)

// # Who speaks
//
// "Corvane" in one report may be "its spokeswoman, Elin Marchetti" in another, and
// "the union" its negotiator. So a saying has a side: all actors that the words for
// its source mention, and those that anywhere in the story are mentioned in the
// words for one source with them.

// hear fills in who speaks.
func (s *story) hear(x *saying, report int, a *hearsay.Attribution) {
	x.speaker = -1
	for _, v := range a.Chain {
		if v.Actor != nil && v.Identity != hearsay.OutletIdentity {
			if id := s.actorOf[report][*v.Actor]; id >= 0 {
				x.through = insert(x.through, id)
			}
		}
	}
	if n := len(a.Chain); n > 1 {
		last := a.Chain[n-1]
		if last.Actor != nil {
			x.speaker = s.actorOf[report][*last.Actor]
		}
		if last.As != nil {
			x.voice = strings.ToLower(last.As.In(s.trace.Records[report].Report.Text))
		}
	}
	if x.speaker >= 0 {
		x.heard = insert(x.heard, x.speaker)
	}
	if a.Source != nil {
		s.takeSide(x, report, *a.Source)
	}
}

// takeSide adds the actors that the words for a source mention.
func (s *story) takeSide(x *saying, report int, source hearsay.Span) {
	r := &s.trace.Records[report]
	for i := firstTerm(r, source); i < len(r.Terms) && r.Terms[i].Span.End <= source.End; i++ {
		// An office is no official, whose stem it has: it tells nothing of who speaks.
		if t := &r.Terms[i]; (t.Class == hearsay.NounTerm || t.Class == hearsay.NameTerm) && t.Lemma != "office" {
			id := s.stem(t.Lemma)
			x.called = append(x.called, word{stem: id, classes: s.classes[id]})
		}
		if a := r.Terms[i].Actor; a != nil {
			if id := s.actorOf[report][*a]; id >= 0 {
				x.heard = insert(x.heard, id)
			}
		}
	}
}

// closeSides adds to each side those who belong to its speaker: whom he is said to
// speak for, and who is said to speak for him.
func (s *story) closeSides() {
	kin := make([][]int, len(s.actors))
	for _, x := range s.sayings {
		if x.speaker < 0 || len(x.heard) < 2 || x.place.Part != hearsay.PartAttribution {
			continue
		}
		for _, id := range x.heard {
			if id != x.speaker {
				kin[id], kin[x.speaker] = append(kin[id], x.speaker), append(kin[x.speaker], id)
			}
		}
	}
	for id := range kin {
		kin[id] = append(kin[id], id)
		slices.Sort(kin[id])
		kin[id] = slices.Compact(kin[id])
	}
	for _, x := range s.sayings {
		x.side = x.heard
		if x.speaker >= 0 && x.place.Part == hearsay.PartAttribution {
			x.side = kin[x.speaker] // and so whoever its source mentions
		}
	}
}

// takeTurns numbers the statements of one report in text order.
func (s *story) takeTurns(sayings []saying) {
	order := make([]int, len(sayings))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		x, y := sayings[a].whole, sayings[b].whole
		return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(y.End, x.End))
	})
	for turn, i := range order {
		sayings[i].turn = turn
		if sayings[i].bare && turn > 0 {
			s.point(&sayings[i], sayings, order[:turn])
		}
	}
}

// point has a statement that only points to one before it ("Dravna denied that")
// say what that said.
func (s *story) point(x *saying, sayings []saying, before []int) {
	for k := len(before) - 1; k >= 0; k-- {
		y := &sayings[before[k]]
		if y.bare || len(y.words) == 0 || y.place.Part == hearsay.PartAttribution && y.speaker == x.speaker {
			continue
		}
		for _, w := range y.words {
			if !has(x.words, w.stem) {
				x.words = append(x.words, w)
			}
		}
		x.numbers, x.moments = y.numbers, y.moments
		for _, a := range y.actors {
			x.actors = insert(x.actors, a)
		}
		x.root = y.root
		x.negated, x.denying = x.negated != y.negated, x.denying != y.denying
		return
	}
}

// readCue adds what the cue says beyond that something was said: "offered",
// "rejected"; then the source is one who acts.
func (s *story) readCue(x *saying, report int, a *hearsay.Attribution) {
	r := &s.trace.Records[report]
	acts := false
	var cue []said
	for i := firstTerm(r, *a.Cue); i < len(r.Terms) && r.Terms[i].Span.End <= a.Cue.End; i++ {
		t := &r.Terms[i]
		if t.Negated != denials[t.Lemma] {
			x.negated, x.denying, x.disputes = !x.negated, !x.denying, !x.disputes
		}
		switch {
		case sayingWords[t.Lemma]:
		case stanceWords[t.Lemma] && len(x.words) > 1:
			acts, cue = true, append(cue, said{means: s.meaning(report, t)})
		default:
			acts, cue = true, append(cue, said{means: s.meaning(report, t)})
			s.takeTerm(x, report, i)
		}
	}
	if acts {
		x.outlineCue(x.speaker, cue)
	}
	if acts && x.speaker >= 0 {
		x.actors = insert(x.actors, x.speaker)
	}
}
