package archivetest

import (
	"errors"
	"fmt"
	"strings"

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
	return withNames(hearsay.Report{URL: fmt.Sprintf("https://a.example/%s/%d", name, i), Headline: "The " + name, Outlet: "The Orl Post", Published: Day(i), Text: text}, names[name])
}

// half is a report that names some and says nothing else.
func half(apart bool, i int, names ...string) hearsay.Record {
	text := fmt.Sprintf("%s %d.", strings.Join(names, " "), i)
	return withNames(hearsay.Report{URL: fmt.Sprintf("https://a.example/%v/%d", apart, i), Text: text}, names)
}

func others(b *bench, than archive.StoryID) (all []archive.StoryID) {
	for _, s := range must(b.a.Stories(b.ctx, archive.StoryList{})) {
		if s.ID != than {
			all = append(all, s.ID)
		}
	}
	return all
}

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

// withNames is a record in which a reader has found names, in text order.
func withNames(report hearsay.Report, names []string) hearsay.Record {
	r, text := Record(report), report.Text
	end := 0
	for _, w := range names {
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
		said := Bridge(0)
		said.Report.URL = "https://a.example/said"
		b.no(b.a.MoveReport(b.ctx, b.add(said).Report, bridge.Story))
		b.finds(fmt.Sprintf("story:%d repairs", harbour.Story), repairs)
		b.finds(fmt.Sprintf("story:%d", harbour.Story), closedNow, repairs)
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
	{"bridged", "two stories that a report shows to be one are one, unless a person put them apart", func(b *bench) {
		for _, apart := range []bool{false, true} {
			first := b.add(half(apart, 0, "Mara", "Holt", "Orl", "Vale"))
			second := b.add(half(apart, 1, "Ilse", "Corran", "Drenn", "Lodz"))
			if first.Story == second.Story {
				b.broken("they are one to begin with")
			}
			if apart {
				_, err := b.a.SplitStory(b.ctx, "Drenn alone", second.Report)
				b.no(err)
			}
			for i := range 4 {
				b.add(half(apart, 2+i, "Mara", "Holt", "Orl", "Vale", "Ilse", "Corran", "Drenn", "Lodz"))
			}
			one, err := b.a.Report(b.ctx, first.Report)
			b.no(err)
			other, err := b.a.Report(b.ctx, second.Report)
			b.no(err)
			if (one.Story == other.Story) == apart {
				b.broken("put apart by a person: %v, and they are in %d and %d", apart, one.Story, other.Story)
			}
			b.no(b.a.MergeStories(b.ctx, one.Story, others(b, one.Story)...))
			for _, r := range must(b.a.ReportsOf(b.ctx, one.Story)) {
				_, err := b.a.Withdraw(b.ctx, r.ID, "to begin anew")
				b.no(err)
			}
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
