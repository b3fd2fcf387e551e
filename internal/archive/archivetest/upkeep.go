package archivetest

import (
	"context"
	"path/filepath"
	"strings"

	"hearsay"
	"hearsay/internal/archive"
)

// louder reads a report as another reader would: it finds one statement less.
func louder(ctx context.Context, r hearsay.Report) (hearsay.Record, error) {
	record := Record(r, Saying{Source: "Mara Holt", Cue: "said", Content: "The old bridge stays closed", Identity: hearsay.NamedPerson, Act: hearsay.Refusal})
	record.Reader = hearsay.ReaderVersion{Version: "2", Weights: "w"}
	return record, ctx.Err()
}

var upkeepRules = []rule{
	{"reread", "rereading shows a new record, keeps the old one, and loses no correction", func(b *bench) {
		first, second := b.add(Bridge(0)), b.add(Bridge(1))
		_, err := b.correct(archive.Correction{Revision: second.Hash, Span: archive.Anchor(Bridge(1).Attributions[0]), Role: archive.RoleStance,
			Verdict: archive.Instead, Value: string(hearsay.Planned)})
		b.no(err)
		for i, want := range []archive.Rereading{{Done: 1, All: 1, Read: 2}, {Done: 1, All: 1, Kept: 2}} {
			got, err := b.a.Reread(b.ctx, hearsay.ReaderVersion{Version: "2", Weights: "w"}, louder, nil)
			b.no(err)
			if got != want {
				b.broken("time %d: %+v, want %+v", i+1, got, want)
			}
		}
		readings, err := b.a.Readings(b.ctx, first.Revision)
		b.no(err)
		if len(readings) != 2 || readings[0].Shown || !readings[1].Shown || readings[1].Reader.Version != "2" {
			b.broken("readings are %+v", readings)
		}
		view, err := b.a.View(b.ctx, second.Revision)
		b.no(err)
		if a := view.Record.Attributions[0]; a.Act != hearsay.Refusal || a.Stance != hearsay.Planned || len(view.Loose) > 0 {
			b.broken("it is shown as %+v, loose %v", a, view.Loose)
		}
		b.finds("act:refusal", "The old bridge stays closed")
		b.finds("repairs")
	}},
	{"withdrawn", "of a withdrawn report nothing is left but a tombstone", func(b *bench) {
		first := b.add(Bridge(0))
		b.add(Bridge(1))
		other := b.add(Harbour())
		_, err := b.correct(archive.Correction{Revision: first.Hash, Span: archive.Anchor(Bridge(0).Attributions[0]), Role: archive.RoleAct, Verdict: archive.Right, Note: "heard it"})
		b.no(err)
		w, err := b.a.Withdraw(b.ctx, first.Report, "asked for by the outlet")
		b.no(err)
		if w.Revisions != 2 || w.Report.Reason != "asked for by the outlet" || w.Report.URL == "" || w.Report.Withdrawn.IsZero() {
			b.broken("the tombstone is %+v", w)
		}
		record, err := b.a.Record(b.ctx, first.Revision)
		b.no(err)
		corrections, err := b.a.Corrections(b.ctx, first.Hash)
		b.no(err)
		if record.Report.Text != "" || record.Report.Headline != "" || len(record.Attributions) > 0 || len(corrections) > 0 {
			b.broken("left are %+v and %+v", record, corrections)
		}
		b.finds("bridge")
		if again := b.add(Bridge(2)); again.Outcome != archive.WithdrawnIt {
			b.broken("it is taken in again as %s", again.Outcome)
		}
		stories, err := b.a.Stories(b.ctx, archive.StoryList{})
		b.no(err)
		if len(stories) != 1 || stories[0].ID != other.Story {
			b.broken("stories are %+v", stories)
		}
		if _, err := b.a.Withdraw(b.ctx, first.Report, ""); err == nil {
			b.broken("it is withdrawn twice")
		}
	}},
	{"healthy", "an examination of a sound archive finds nothing", func(b *bench) {
		b.add(Bridge(0))
		b.add(Bridge(1))
		first := b.add(Harbour())
		_, err := b.a.Withdraw(b.ctx, first.Report, "")
		b.no(err)
		b.add(matter("bridge", 0))
		h, err := b.a.Examine(b.ctx, nil)
		b.no(err)
		if len(h.Findings) > 0 || h.Reports != 2 || h.Revisions != 4 || h.Examined != 4 || h.Withdrawn != 1 || h.Bytes == 0 {
			b.broken("%+v", h)
		}
	}},
	{"backup", "a backup restores what was, and withdraws again what was withdrawn since", func(b *bench) {
		bridge := b.add(Bridge(0))
		b.add(Harbour())
		file := filepath.Join(b.TempDir(), "copy.sqlite")
		_, err := b.a.Backup(b.ctx, file)
		b.no(err)
		w, err := b.a.Withdraw(b.ctx, bridge.Report, "asked")
		b.no(err)
		if len(w.Backups) != 1 || !strings.HasSuffix(w.Backups[0].Path, "copy.sqlite") {
			b.broken("the withdrawal names backups %+v", w.Backups)
		}
		late := b.add(matter("harbour", 1))
		r, err := b.a.Restore(b.ctx, file)
		b.no(err)
		if r.Reports != 1 || r.Withdrawn != 1 {
			b.broken("restored: %+v", r)
		}
		b.finds("bridge")
		b.finds("pay", "higher pay")
		if _, err := b.a.Report(b.ctx, late.Report); err == nil {
			b.broken("a report of after the backup is there")
		}
		if again := b.add(matter("harbour", 1)); again.Outcome != archive.NewReport || again.Story == 0 {
			b.broken("after it %+v", again)
		}
		h, err := b.a.Examine(b.ctx, nil)
		b.no(err)
		if len(h.Findings) > 0 || len(h.Backups) != 1 {
			b.broken("after it %+v", h)
		}
	}},
	{"no backup", "what is no backup restores nothing", func(b *bench) {
		b.add(Bridge(0))
		if _, err := b.a.Restore(b.ctx, filepath.Join(b.TempDir(), "none")); err == nil {
			b.broken("a file that is not there is restored")
		}
		b.finds("bridge", closedNow)
	}},
}
