package archivetest

import (
	"errors"
	"iter"
	"reflect"

	"hearsay"
	"hearsay/internal/archive"
)

var addRules = []rule{
	{"same", "a record comes back as it went in", func(b *bench) {
		want := Bridge(0)
		got, err := b.a.Record(b.ctx, b.add(want).Revision)
		b.no(err)
		if !reflect.DeepEqual(got, want) {
			b.broken("%+v came back as %+v", want, got)
		}
	}},
	{"known", "a text is kept once", func(b *bench) {
		first, again := b.add(Bridge(0)), b.add(Bridge(0))
		if again.Outcome != archive.Known || again.Revision != first.Revision {
			b.broken("the second time it is %+v, after %+v", again, first)
		}
	}},
	{"revision", "a new text at an address is a revision of the same report", func(b *bench) {
		first, second := b.add(Bridge(0)), b.add(Bridge(1))
		if second.Outcome != archive.NewRevision || second.Report != first.Report || second.Revision == first.Revision {
			b.broken("%+v after %+v", second, first)
		}
		all, err := b.a.Revisions(b.ctx, first.Report)
		b.no(err)
		if len(all) != 2 || all[0].Number != 1 || all[1].Number != 2 || !all[1].Stood.Equal(Day(1)) {
			b.broken("revisions are %+v", all)
		}
	}},
	{"restored", "a text that stands again is not kept a third time", func(b *bench) {
		first := b.add(Bridge(0))
		b.add(Bridge(1))
		if again := b.add(Bridge(0)); again.Outcome != archive.Known {
			b.broken("a file with it is %s", again.Outcome)
		}
		again, err := b.a.Add(b.ctx, archive.Incoming{Record: Bridge(0), Seen: Day(2)})
		b.no(err)
		if again.Outcome != archive.Restored || again.Revision != first.Revision {
			b.broken("%+v after %+v", again, first)
		}
		report, err := b.a.Report(b.ctx, first.Report)
		b.no(err)
		if report.Current != first.Revision {
			b.broken("revision %d stands, not %d", report.Current, first.Revision)
		}
		b.finds("closed", "The old bridge stays closed until Sunday", "The old bridge stays closed until Friday")
	}},
	{"late", "a revision that comes late takes its place by date", func(b *bench) {
		last := b.add(Bridge(2))
		first := b.add(Bridge(0))
		b.add(Bridge(1))
		all, err := b.a.Revisions(b.ctx, last.Report)
		b.no(err)
		if len(all) != 3 || all[0].ID != first.Revision || all[2].ID != last.Revision || all[2].Number != 3 {
			b.broken("they are %+v", all)
		}
		report, err := b.a.Report(b.ctx, last.Report)
		b.no(err)
		if report.Current != last.Revision {
			b.broken("revision %d stands", report.Current)
		}
		b.finds("bridge", "The old bridge stays closed for a month", "The old bridge stays closed until Sunday", closedNow)
		b.finds("repairs", repairs)
	}},
	{"source", "the bytes a report came in as are found by their hash", func(b *bench) {
		added := b.add(Bridge(0))
		revision, err := b.a.Revision(b.ctx, added.Revision)
		b.no(err)
		got, err := b.a.Content(b.ctx, revision.Source)
		b.no(err)
		if want := "source of " + Bridge(0).Report.Text; string(got) != want {
			b.broken("they are %q", got)
		}
	}},
	{"address", "an address is the same however it counts its visitors", func(b *bench) {
		first := b.add(Bridge(0))
		for _, url := range []string{"https://ORLPOST.example/bridge?utm_source=x#top", "http://orlpost.example:80/bridge", "https://www.orlpost.example/bridge/", "https://m.orlpost.example/bridge/amp"} {
			report, err := b.a.ReportAt(b.ctx, url)
			if err != nil || report.ID != first.Report {
				b.broken("%s is %+v, %v", url, report, err)
			}
		}
	}},
	{"many", "of many reports each is answered, in order, and one that is wrong hinders none", func(b *bench) {
		wrong := Bridge(0)
		wrong.Attributions = append(wrong.Attributions, hearsay.Attribution{ID: 7})
		var outcomes []archive.Outcome
		failed := 0
		for added, err := range b.a.AddAll(b.ctx, incoming(Bridge(0), wrong, Harbour(), Bridge(1))) {
			if err != nil {
				failed++
			}
			outcomes = append(outcomes, added.Outcome)
		}
		want := []archive.Outcome{archive.NewReport, "", archive.NewReport, archive.NewRevision}
		if failed != 1 || !reflect.DeepEqual(outcomes, want) {
			b.broken("they became %q, want %q", outcomes, want)
		}
	}},
	{"missing", "what is not there is said to be not found", func(b *bench) {
		_, err1 := b.a.Record(b.ctx, 7)
		_, err2 := b.a.ReportAt(b.ctx, "https://nowhere.example/")
		_, err3 := b.a.Content(b.ctx, "00")
		_, err4 := b.a.Story(b.ctx, 9)
		for i, err := range []error{err1, err2, err3, err4} {
			if !errors.Is(err, archive.ErrNotFound) {
				b.broken("case %d is %v", i, err)
			}
		}
	}},
	{"extract", "of an outlet of which extracts are kept, no other words are", func(b *bench) {
		b.no(b.a.Retain(b.ctx, "The Orl Post", archive.KeepExtract))
		added := b.add(Bridge(0))
		revision, err := b.a.Revision(b.ctx, added.Revision)
		b.no(err)
		record, err := b.a.Record(b.ctx, added.Revision)
		b.no(err)
		if revision.Source != "" || contains(record.Report.Text, "that") || !contains(record.Report.Text, "repairs had not begun") {
			b.broken("it keeps %q and source %q", record.Report.Text, revision.Source)
		}
		b.finds("repairs", "repairs had not begun")
	}},
	{"hash", "of an outlet of which hashes are kept, no words are", func(b *bench) {
		b.no(b.a.Retain(b.ctx, "The Orl Post", archive.KeepHash))
		added := b.add(Bridge(0))
		record, err := b.a.Record(b.ctx, added.Revision)
		b.no(err)
		if record.Report.Text != "" || len(record.Attributions) > 0 || record.Report.Headline == "" {
			b.broken("it keeps %+v", record)
		}
		b.finds("repairs")
		if again := b.add(Bridge(0)); again.Outcome != archive.Known {
			b.broken("the same text is %s", again.Outcome)
		}
	}},
}

func incoming(records ...hearsay.Record) iter.Seq[archive.Incoming] {
	return func(yield func(archive.Incoming) bool) {
		for _, r := range records {
			if !yield(archive.Incoming{Record: r}) {
				return
			}
		}
	}
}
