package archivetest

import (
	"errors"
	"fmt"

	"hearsay"
	"hearsay/internal/archive"
)

// matter is a report on one of two matters; the terms are given, as a reader
// would find them.
func matter(name string, i int) hearsay.Record {
	texts := map[string]string{
		"bridge":  "Mara Holt inspected the bridge at Orl and closed the bridge to lorries.",
		"harbour": "The dockers of Drenn blocked the harbour and Ilse Corran led the strike.",
	}
	names := map[string][]string{"bridge": {"Mara", "Holt", "Orl"}, "harbour": {"Drenn", "Ilse", "Corran"}}
	text := fmt.Sprintf("%s It was day %d.", texts[name], i)
	r := Record(hearsay.Report{URL: fmt.Sprintf("https://a.example/%s/%d", name, i), Headline: "The " + name, Outlet: "The Orl Post", Published: Day(i), Text: text})
	end := 0
	for _, w := range names[name] {
		at := find(text[end:], w)
		r.Terms = append(r.Terms, hearsay.Term{Span: hearsay.Span{Start: end + at.Start, End: end + at.End}, Lemma: w, Class: hearsay.NameTerm, Head: hearsay.NoHead, Role: hearsay.RootRole})
		end += at.End
	}
	if err := r.Check(); err != nil {
		panic(err) // a mistake in a test
	}
	return r
}

var storyRules = []rule{
	{"grouped", "reports on one matter are one story, on two are two", func(b *bench) {
		bridge, harbour := b.add(matter("bridge", 0)), b.add(matter("harbour", 0))
		again := b.add(matter("bridge", 1))
		if bridge.Story == 0 || harbour.Story == bridge.Story || again.Story != bridge.Story {
			b.broken("they are in %d, %d and %d", bridge.Story, harbour.Story, again.Story)
		}
		all, err := b.a.Stories(b.ctx, archive.StoryList{})
		b.no(err)
		if len(all) != 2 || all[0].ID != bridge.Story || all[0].Reports != 2 || all[0].Title != "The bridge" || !all[0].Last.Equal(Day(1)) {
			b.broken("the stories are %+v", all)
		}
		b.finds(fmt.Sprintf("story:%d", bridge.Story))
	}},
	{"merged", "what a person merges stays merged", func(b *bench) {
		bridge, harbour := b.add(matter("bridge", 0)), b.add(matter("harbour", 0))
		b.no(b.a.MergeStories(b.ctx, bridge.Story, harbour.Story))
		if later := b.add(matter("harbour", 1)); later.Story != bridge.Story {
			b.broken("a later report is in %d, not %d", later.Story, bridge.Story)
		}
		s, err := b.a.Story(b.ctx, harbour.Story)
		b.no(err)
		if s.ID != bridge.Story || s.Reports != 3 {
			b.broken("the merged story is %+v", s)
		}
	}},
	{"split", "what a person splits stays split", func(b *bench) {
		first, second := b.add(matter("bridge", 0)), b.add(matter("bridge", 1))
		id, err := b.a.SplitStory(b.ctx, "The second day", second.Report)
		b.no(err)
		b.add(Bridge(0))
		reports, err := b.a.ReportsOf(b.ctx, first.Story)
		b.no(err)
		split, err := b.a.ReportsOf(b.ctx, id)
		b.no(err)
		if len(split) != 1 || split[0].ID != second.Report || len(reports) < 1 || reports[0].ID != first.Report {
			b.broken("they are %+v and %+v", reports, split)
		}
	}},
	{"no story", "no report goes into a story that is not there", func(b *bench) {
		first := b.add(matter("bridge", 0))
		for _, err := range []error{
			b.a.MoveReport(b.ctx, first.Report, 99), b.a.MergeStories(b.ctx, first.Story, 99), b.a.RenameStory(b.ctx, 99, "x"),
			func() error { _, err := b.a.SplitStory(b.ctx, "x", 99); return err }(),
		} {
			if !errors.Is(err, archive.ErrNotFound) {
				b.broken("it says %v", err)
			}
		}
		all, err := b.a.Stories(b.ctx, archive.StoryList{})
		b.no(err)
		if len(all) != 1 {
			b.broken("there are %d stories now", len(all))
		}
	}},
}
