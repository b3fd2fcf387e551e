package talks

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"hearsay"
)

// layout turns the table into talks: seats become parties as they are needed.
type layout struct {
	t       *table
	id      map[seat]int
	parties []hearsay.Party
	claims  map[hearsay.Place][]int // see claimsAt
}

// seat returns the ID of the party that has a seat.
func (l *layout) seat(s seat) int {
	if id, ok := l.id[s]; ok {
		return id
	}
	c := l.t.who.seats[s]
	p := hearsay.Party{ID: len(l.parties), Words: c.words, Part: hearsay.Bystander}
	if c.actor >= 0 {
		actor := c.actor
		p.Actor = &actor
	}
	p.Named = c.own || c.actor >= 0 && l.t.publishes(c.actor) // a country is not called after its broadcaster
	switch {
	case l.t.isPrincipal(s):
		p.Part = hearsay.Negotiates
	case l.t.mediators[s]:
		p.Part = hearsay.Mediates
	}
	l.id[s] = p.ID
	l.parties = append(l.parties, p)
	return p.ID
}

// publishes reports whether an actor is an outlet, which is never a party.
func (t *table) publishes(actor int) bool {
	a := t.trace.Actors[actor]
	return a.Kind == hearsay.Outlet || len(a.Publishes) > 0
}

func (l *layout) party(s seat) *int {
	if s == nobody {
		return nil
	}
	id := l.seat(s)
	return &id
}

func (l *layout) seats(all []seat) []int {
	var ids []int
	for _, s := range all {
		ids = append(ids, l.seat(s))
	}
	return ids
}

func (l *layout) said(items []int) []hearsay.Saying {
	var out []hearsay.Saying
	for _, i := range items {
		s := l.t.saying(&l.t.items[i])
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

func (l *layout) proposal(i int, p *proposal) hearsay.Proposal {
	out := hearsay.Proposal{ID: i, By: l.party(p.by), Date: p.date, Said: l.said(p.said), Follows: place(p.follows), Counters: place(p.counters), Deadline: place(p.deadline)}
	for _, n := range p.terms {
		out.Terms = append(out.Terms, l.term(n))
	}
	for _, r := range p.responses {
		out.Responses = append(out.Responses, hearsay.Response{By: l.party(r.by), Kind: r.kind, Date: r.date, Condition: r.condition, Said: l.said(r.said), Claim: l.claim(r.said)})
	}
	return out
}

func place(i int) *int {
	if i < 0 {
		return nil
	}
	return &i
}

func (l *layout) term(n *term) hearsay.TalksTerm {
	out := hearsay.TalksTerm{Words: n.words, On: l.seats(n.on), For: l.seats(n.to), Mode: n.mode, Condition: n.condition, Status: n.status, Said: l.said(n.said), Worded: n.worded, Claim: l.claim(n.said)}
	for i, m := range n.moves {
		m.By = l.party(n.moveBy[i])
		out.Moves = append(out.Moves, m)
	}
	return out
}

func (l *layout) deadline(d *deadline) hearsay.TalksDeadline {
	return hearsay.TalksDeadline{Value: d.value, SetBy: l.party(d.setBy), For: l.party(d.bound), Changes: d.changes}
}

func (l *layout) position(p *position) hearsay.Position {
	return hearsay.Position{By: l.party(p.by), Words: p.words, Regard: p.regard, Condition: p.condition, Threat: p.threat, Said: l.said(p.said), Claim: l.claim(p.said)}
}

// claim returns the claim that most of some sayings' attributions make; nil for
// none.
func (l *layout) claim(items []int) *int {
	count := map[int]int{}
	best := -1
	for _, i := range items {
		it := &l.t.items[i]
		if it.Attribution == nil {
			continue
		}
		at := hearsay.Place{Report: it.report, Part: hearsay.PartAttribution, Index: *it.Attribution}
		for _, c := range l.claimsAt(at) {
			count[c]++
			if best < 0 || count[c] > count[best] {
				best = c
			}
		}
	}
	return place(best)
}

// claimsAt returns the claims that have a place.
func (l *layout) claimsAt(at hearsay.Place) []int {
	if l.claims == nil {
		l.claims = map[hearsay.Place][]int{}
		for _, c := range l.t.trace.Claims {
			for _, p := range c.Places {
				l.claims[p] = append(l.claims[p], c.ID)
			}
		}
	}
	return l.claims[at]
}

// says reports whether some report has one of some phrases.
func (t *table) says(phrases []string) bool {
	for _, r := range t.trace.Records {
		text := strings.ToLower(r.Report.Text)
		for _, w := range phrases {
			if strings.Contains(text, w) {
				return true
			}
		}
	}
	return false
}

// keyOf returns the key of talks whose anchor is given: a hash of the text it stands
// in and its place there.
func keyOf(trace *hearsay.Trace, anchor hearsay.Passage) string {
	r := trace.Records[anchor.Report].Report
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%s\x00%d-%d", r.Headline, r.Text, anchor.Span.Start, anchor.Span.End))
	return hex.EncodeToString(sum[:6])
}

// apart are words for talks in which the parties do not meet, together for those in
// which they do.
var (
	apart = []string{"indirect talks", "indirect negotiations", "indirectly mediated", "proximity talks", "shuttle diplomacy", "shuttling between", "shuttled between", "separate hotels", "separate rooms", "separate floors",
		"through mediators", "through intermediaries", "do not meet", "not met face to face", "not meet face to face", "from one floor to another"}
	together = []string{"direct talks", "direct negotiations", "face to face", "face-to-face", "at the table", "bargaining table", "negotiating table", "the two sides met", "both sides met", "sat down with", "sat down together",
		"negotiators met", "negotiators have met", "bargaining session", "the sides met", "meet again", "met again", "negotiating session"}
)
