package hearsay

import (
	"cmp"
	"fmt"
	"slices"
)

// Trace is what the records of a story say together. Each stage of comparison
// fills fields of its own and rewrites no other's:
//
//	Records ─► Actors, Copies, Background, Updates ─► Claims ─► their Origins ─► Contradictions, Talks
type Trace struct {
	Records        []Record // in the order in which they were given
	Actors         []StoryActor
	Copies         []Copy
	Background     []Background
	Updates        []Update
	Claims         []Claim
	Contradictions []Contradiction
	Talks          []Talks
}

// StoryActor is one actor across the records of a story.
type StoryActor struct {
	ID      int // position in Trace.Actors
	Name    string
	Kind    ActorKind
	Private bool      // a private person gets no page and no index of what it said
	Aliases []Alias   // every way of naming it
	Seen    []ActorAt // where it is read, by report

	// Publishes are the reports whose outlet it is, by what stands above them.
	Publishes []int
}

// ActorAt is an actor of one record.
type ActorAt struct {
	Report, Actor int // position in Trace.Records, ID of an Actor there
}

// Alias is one way of naming an actor, and why it is taken to mean it.
type Alias struct {
	Words string
	Seen  []ActorAt
	Why   string // one sentence for a person
}

// ByPublication returns the positions of the records in the order in which they
// were published: a revision by its update; those without a date last; what
// remains equal as given.
func (t *Trace) ByPublication() []int {
	order := make([]int, len(t.Records))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return t.Records[a].Report.compareDates(t.Records[b].Report) })
	return order
}

// compareDates orders reports by when they stood as they are.
func (r Report) compareDates(other Report) int {
	a, b := r.Stood(), other.Stood()
	switch {
	case a.IsZero() || b.IsZero():
		return cmp.Compare(boolInt(a.IsZero()), boolInt(b.IsZero()))
	}
	return a.Compare(b)
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Check reports the first broken invariant: a position or span that points
// nowhere, or an ID that is not its position.
func (t *Trace) Check() error {
	for i, c := range t.Claims {
		if c.ID != i {
			return fmt.Errorf("claim %d has ID %d", i, c.ID)
		}
		if err := t.checkClaim(c); err != nil {
			return fmt.Errorf("claim %d: %w", i, err)
		}
	}
	for i, a := range t.Actors {
		if a.ID != i {
			return fmt.Errorf("actor %d has ID %d", i, a.ID)
		}
	}
	for i, k := range t.Talks {
		if err := t.checkTalks(k); err != nil {
			return fmt.Errorf("talks %d: %w", i, err)
		}
	}
	return nil
}

func (t *Trace) checkClaim(c Claim) error {
	if len(c.Places) == 0 {
		return fmt.Errorf("nobody makes it")
	}
	if err := c.Gist.check(t.Records); err != nil {
		return fmt.Errorf("gist: %w", err)
	}
	for _, p := range c.Places {
		if err := p.check(t.Records); err != nil {
			return err
		}
	}
	for _, o := range c.Origins {
		if err := t.checkOrigin(o); err != nil {
			return fmt.Errorf("origin %d: %w", o.ID, err)
		}
	}
	return nil
}

func (t *Trace) checkOrigin(o Origin) error {
	if len(o.Reports) == 0 {
		return fmt.Errorf("no report has it")
	}
	if len(o.Links) != len(o.Reports)-1 {
		return fmt.Errorf("%d links for %d reports", len(o.Links), len(o.Reports))
	}
	for _, l := range o.Links {
		for _, p := range l.Evidence {
			if err := p.check(t.Records); err != nil {
				return fmt.Errorf("evidence: %w", err)
			}
		}
	}
	return nil
}
