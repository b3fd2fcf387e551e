package archivetest

import (
	"errors"
	"fmt"
	"slices"

	"hearsay"
	"hearsay/internal/archive"
)

// mayor is a report in which the mayor is called by some name, and an aide speaks.
func mayor(n int, name string) hearsay.Record {
	return Record(hearsay.Report{
		URL: fmt.Sprintf("https://orlpost.example/bridge/%d", n), Outlet: "The Orl Post", Headline: "The old bridge in Orl stays closed", Published: Day(n),
		Text: fmt.Sprintf("The old bridge in Orl stays closed, said %s. Two aides told reporters that repairs had not begun, %d times.", name, n),
	},
		Saying{Source: name, Cue: "said", Content: "The old bridge in Orl stays closed", Identity: hearsay.NamedPerson, Act: hearsay.Assertion},
		Saying{Source: "Two aides", Cue: "told", Content: "repairs had not begun", Identity: hearsay.Anonymous, Act: hearsay.Denial})
}

// aides is mayor, where the aides are an actor of the record.
func aides(n int, name string) hearsay.Record {
	r := mayor(n, name)
	r.Actors = append(r.Actors, hearsay.Actor{ID: len(r.Actors), Name: "Two aides", Kind: hearsay.GroupOfPeople, Aliases: []string{"Two aides"}})
	r.Attributions[1].Chain[1].Actor = &r.Actors[len(r.Actors)-1].ID
	return r
}

// told adds two reports of one story and returns where each mentions its mayor.
func (b *bench) told(first, second hearsay.Record) (story archive.StoryID, records []hearsay.Record, hashes []archive.Hash) {
	b.Helper()
	for _, r := range []hearsay.Record{first, second} {
		added := b.add(r)
		if story != 0 && story != added.Story {
			b.no(b.a.MergeStories(b.ctx, story, added.Story))
		} else {
			story = added.Story
		}
		records, hashes = append(records, r), append(hashes, added.Hash)
	}
	return story, records, hashes
}

func (b *bench) changed(story archive.StoryID) int64 {
	b.Helper()
	s, err := b.a.Story(b.ctx, story)
	b.no(err)
	return s.Changed
}

var actorRules = []rule{
	{"same actor", "what a person says of actors is kept, moves the story on, and can be undone", func(b *bench) {
		story, records, hashes := b.told(aides(0, "Mara Holt"), aides(1, "the mayor of Orl"))
		before := b.changed(story)
		v, err := b.a.JudgeActors(b.ctx, archive.ActorVerdict{Same: true, Editor: "ann", Note: "her office says so",
			A: archive.MentionOf(records[0], hashes[0], 0, "Mara Holt"), B: archive.MentionOf(records[1], hashes[1], 0, "the mayor of Orl")})
		b.no(err)
		if v.ID == 0 || v.A.Span.In(records[0].Report.Text) != "Mara Holt" || b.changed(story) <= before {
			b.broken("kept as %+v, the story's count is %d after %d", v, b.changed(story), before)
		}
		all, err := b.a.ActorVerdicts(b.ctx, story)
		b.no(err)
		pairs, loose := archive.ActorPairs(all, hashes, records)
		if want := []archive.ActorPair{{A: hearsay.ActorAt{Report: 0}, B: hearsay.ActorAt{Report: 1}, Same: true}}; !slices.Equal(pairs, want) || len(loose) > 0 {
			b.broken("it says %+v, loose %+v", pairs, loose)
		}
		b.no(b.a.UndoActorVerdict(b.ctx, v.ID, "ben"))
		all, err = b.a.ActorVerdicts(b.ctx, story)
		b.no(err)
		if pairs, _ := archive.ActorPairs(all, hashes, records); len(pairs) > 0 || len(all) != 1 || all[0].UndoneBy != "ben" || all[0].Undone.IsZero() {
			b.broken("once it is undone: %+v, %+v", pairs, all)
		}
		if err := b.a.UndoActorVerdict(b.ctx, v.ID, "ben"); !errors.Is(err, archive.ErrNotFound) {
			b.broken("undone twice: %v", err)
		}
	}},
	{"unnamed actor", "nobody says who an unnamed voice is", func(b *bench) {
		_, records, hashes := b.told(aides(0, "Mara Holt"), aides(1, "Mara Holt"))
		for _, other := range []int{0, 1} {
			_, err := b.a.JudgeActors(b.ctx, archive.ActorVerdict{Same: true,
				A: archive.MentionOf(records[0], hashes[0], 1, "Two aides"), B: archive.MentionOf(records[1], hashes[1], other, records[1].Actors[other].Name)})
			if !errors.Is(err, archive.ErrUnnamedActor) {
				b.broken("actor %d: %v", other, err)
			}
		}
	}},
	{"apart", "two are told apart by name, in reports that come later too", func(b *bench) {
		_, records, hashes := b.told(aides(0, "Mara Holt"), aides(1, "Ms Holt"))
		v, err := b.a.JudgeActors(b.ctx, archive.ActorVerdict{
			A: archive.MentionOf(records[1], hashes[1], 0, "Ms Holt"), B: archive.MentionOf(records[0], hashes[0], 0, "Mara Holt", "the mayor")})
		b.no(err)
		later := b.add(aides(2, "Ms Holt"))
		records, hashes = append(records, aides(2, "Ms Holt")), append(hashes, later.Hash)
		pairs, _ := archive.ActorPairs([]archive.ActorVerdict{v}, hashes, records)
		if want := []archive.ActorPair{{A: hearsay.ActorAt{Report: 1}, B: hearsay.ActorAt{Report: 0}}, {A: hearsay.ActorAt{Report: 2}, B: hearsay.ActorAt{Report: 0}}}; !slices.Equal(pairs, want) {
			b.broken("it says %+v", pairs)
		}
	}},
	{"renumbered", "a verdict finds its actors by their words when they are numbered anew", func(b *bench) {
		_, records, hashes := b.told(aides(0, "Mara Holt"), aides(1, "the mayor of Orl"))
		v, err := b.a.JudgeActors(b.ctx, archive.ActorVerdict{Same: true,
			A: archive.MentionOf(records[0], hashes[0], 0, "Mara Holt"), B: archive.MentionOf(records[1], hashes[1], 0, "the mayor of Orl")})
		b.no(err)
		one := 1
		other := aides(1, "the mayor of Orl")
		other.Actors = []hearsay.Actor{{ID: 0, Name: "Orl", Kind: hearsay.Government}, {ID: 1, Name: "the mayor", Kind: hearsay.Person}} // read by another reader
		other.Attributions[0].Chain[1].Actor, other.Attributions[1].Chain[1].Actor = &one, nil
		pairs, _ := archive.ActorPairs([]archive.ActorVerdict{v}, hashes, []hearsay.Record{records[0], other})
		if want := []archive.ActorPair{{A: hearsay.ActorAt{Report: 0}, B: hearsay.ActorAt{Report: 1, Actor: 1}, Same: true}}; !slices.Equal(pairs, want) {
			b.broken("it says %+v", pairs)
		}
		other.Attributions[0].Chain[1].Identity = hearsay.Anonymous // and by one that finds it unnamed
		if pairs, loose := archive.ActorPairs([]archive.ActorVerdict{v}, hashes, []hearsay.Record{records[0], other}); len(pairs) > 0 || len(loose) != 1 {
			b.broken("of an unnamed voice it says %+v, loose %+v", pairs, loose)
		}
	}},
	{"no such actor", "a verdict on what no report mentions, or of two stories, is refused", func(b *bench) {
		_, records, hashes := b.told(aides(0, "Mara Holt"), aides(1, "the mayor of Orl"))
		elsewhere := b.add(Harbour())
		here := archive.MentionOf(records[0], hashes[0], 0, "Mara Holt")
		for _, there := range []archive.Mention{
			{Revision: hashes[1], Span: hearsay.Span{Start: 0, End: 3}, Names: []string{"Piet Brek"}},
			{Revision: "none", Span: hearsay.Span{Start: 0, End: 3}, Names: []string{"Piet Brek"}},
			archive.MentionOf(Harbour(), elsewhere.Hash, 0, "The dockers' union"),
			here,
		} {
			if _, err := b.a.JudgeActors(b.ctx, archive.ActorVerdict{Same: true, A: here, B: there}); err == nil {
				b.broken("%+v is kept", there)
			}
		}
	}},
	{"withdrawn actor", "with a report go the verdicts that have words of it", func(b *bench) {
		story, records, hashes := b.told(aides(0, "Mara Holt"), aides(1, "the mayor of Orl"))
		_, err := b.a.JudgeActors(b.ctx, archive.ActorVerdict{Same: true,
			A: archive.MentionOf(records[0], hashes[0], 0, "Mara Holt"), B: archive.MentionOf(records[1], hashes[1], 0, "the mayor of Orl")})
		b.no(err)
		second, err := b.a.RevisionOf(b.ctx, hashes[1])
		b.no(err)
		_, err = b.a.Withdraw(b.ctx, second.Report, "")
		b.no(err)
		if all, err := b.a.ActorVerdicts(b.ctx, story); err != nil || len(all) > 0 {
			b.broken("left are %+v, %v", all, err)
		}
	}},
}
