package dossier

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"hearsay"
	"hearsay/internal/archive"
	"hearsay/internal/cast"
)

// verdicts returns what persons said of the actors of a dossier's records.
func (d *Dossier) verdicts(ctx context.Context, a *archive.Archive, records []hearsay.Record) (all []cast.Verdict, err error) {
	if d.Verdicts, err = a.ActorVerdicts(ctx, d.Story.ID); err != nil {
		return nil, err
	}
	pairs, loose := archive.ActorPairs(d.Verdicts, d.hashes(), records)
	d.Loose = loose
	return Verdicts(pairs), nil
}

func (d *Dossier) hashes() (all []archive.Hash) {
	for _, k := range d.Kept {
		all = append(all, k.Hash)
	}
	return all
}

// Verdicts returns pairs of actors as a comparison takes them.
func Verdicts(pairs []archive.ActorPair) (all []cast.Verdict) {
	for _, p := range pairs {
		all = append(all, cast.Verdict{A: p.A, B: p.B, Same: p.Same})
	}
	return all
}

// ActorCalled returns the actor that a person means by its number in the story, from
// 1, or by a name of its as printed. It fails where nobody is called so, or several are.
func (d *Dossier) ActorCalled(who string) (hearsay.StoryActor, error) {
	if n, err := strconv.Atoi(who); err == nil {
		if n < 1 || n > len(d.Trace.Actors) {
			return hearsay.StoryActor{}, fmt.Errorf("story %d has no actor %d: it has %d", d.Story.ID, n, len(d.Trace.Actors))
		}
		return d.Trace.Actors[n-1], nil
	}
	var found []hearsay.StoryActor
	for _, a := range d.Trace.Actors {
		if a.Name == who || slices.ContainsFunc(a.Aliases, func(x hearsay.Alias) bool { return x.Words == who }) {
			found = append(found, a)
		}
	}
	switch len(found) {
	case 0:
		return hearsay.StoryActor{}, fmt.Errorf("nobody in story %d is called %q: name one as it is listed", d.Story.ID, who)
	case 1:
		return found[0], nil
	}
	return hearsay.StoryActor{}, fmt.Errorf("%d actors of story %d are called %q, %d and %d among them: give a number", len(found), d.Story.ID, who, found[0].ID+1, found[1].ID+1)
}

// Merge returns the verdict that two actors are one.
func (d *Dossier) Merge(a, b hearsay.StoryActor) (archive.ActorVerdict, error) {
	if a.ID == b.ID {
		return archive.ActorVerdict{}, fmt.Errorf("%q and %q are one actor already", a.Name, b.Name)
	}
	for _, x := range []hearsay.StoryActor{a, b} {
		if d.IsUnnamed(x) {
			return archive.ActorVerdict{}, fmt.Errorf("%q %w", x.Name, archive.ErrUnnamedActor)
		}
	}
	return archive.ActorVerdict{Same: true, A: d.mention(a, a.Name), B: d.mention(b, b.Name)}, nil
}

// IsUnnamed reports whether an actor is nothing but voices that the reports keep
// unnamed.
func (d *Dossier) IsUnnamed(a hearsay.StoryActor) bool {
	return len(a.Publishes) == 0 && len(a.Seen) > 0 && !slices.ContainsFunc(a.Seen, func(at hearsay.ActorAt) bool {
		return !archive.IsUnnamed(d.Trace.Records[at.Report], at.Actor)
	})
}

// Split returns the verdict that those whom the reports call by some names of an
// actor are somebody else.
func (d *Dossier) Split(a hearsay.StoryActor, names ...string) (archive.ActorVerdict, error) {
	var others []string
	for _, alias := range a.Aliases {
		if !slices.Contains(names, alias.Words) {
			others = append(others, alias.Words)
		}
	}
	for _, name := range names {
		if !slices.ContainsFunc(a.Aliases, func(x hearsay.Alias) bool { return x.Words == name }) {
			return archive.ActorVerdict{}, fmt.Errorf("%q is not called %q in story %d", a.Name, name, d.Story.ID)
		}
	}
	if len(names) == 0 || len(others) == 0 {
		return archive.ActorVerdict{}, fmt.Errorf("%q has no other name that would be left: name those that are somebody else's", a.Name)
	}
	there, ok := d.only(a, names, others)
	here, ok2 := d.only(a, others, names)
	if !ok || !ok2 {
		return archive.ActorVerdict{}, errors.New("the reports themselves read all these names as one actor's: correct the reading there")
	}
	return archive.ActorVerdict{A: there, B: here}, nil
}

// only returns a mention of an actor in a record that calls it by one of some names
// and by none of others.
func (d *Dossier) only(a hearsay.StoryActor, names, others []string) (archive.Mention, bool) {
	for _, name := range names {
		for _, at := range d.at(a, name) {
			if !slices.ContainsFunc(others, func(o string) bool { return slices.Contains(d.at(a, o), at) }) {
				rest := slices.DeleteFunc(slices.Clone(names), func(n string) bool { return n == name })
				return archive.MentionOf(d.Trace.Records[at.Report], d.Kept[at.Report].Hash, at.Actor, append([]string{name}, rest...)...), true
			}
		}
	}
	return archive.Mention{}, false
}

// at returns where an actor is called by a name; Actor -1 is the outlet above a report.
func (d *Dossier) at(a hearsay.StoryActor, name string) (all []hearsay.ActorAt) {
	for _, alias := range a.Aliases {
		if alias.Words == name {
			all = append(all, alias.Seen...)
		}
	}
	for _, r := range a.Publishes {
		if d.Trace.Records[r].Report.Outlet == name {
			all = append(all, hearsay.ActorAt{Report: r, Actor: -1})
		}
	}
	return all
}

// mention returns where an actor is mentioned by a name; by another, if it is read by
// that name nowhere as it stands.
func (d *Dossier) mention(a hearsay.StoryActor, name string) archive.Mention {
	names := []string{name}
	for _, alias := range a.Aliases {
		names = append(names, alias.Words)
	}
	for _, n := range names {
		for _, at := range d.at(a, n) {
			if at.Actor < 0 || !archive.IsUnnamed(d.Trace.Records[at.Report], at.Actor) {
				return archive.MentionOf(d.Trace.Records[at.Report], d.Kept[at.Report].Hash, at.Actor, n)
			}
		}
	}
	return archive.Mention{}
}
