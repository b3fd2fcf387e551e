package archivetest

import (
	"errors"

	"hearsay"
	"hearsay/internal/archive"
)

func (b *bench) correct(c archive.Correction) (archive.Correction, error) {
	return b.a.Correct(b.ctx, c)
}

var correctionRules = []rule{
	{"overlay", "a correction is shown, and the record stays as it is", func(b *bench) {
		added := b.add(Bridge(0))
		record := Bridge(0)
		_, err := b.correct(archive.Correction{Revision: added.Hash, Span: archive.Anchor(record.Attributions[0]), Role: archive.RoleAct,
			Verdict: archive.Instead, Value: string(hearsay.Promise), Editor: "ann"})
		b.no(err)
		view, err := b.a.View(b.ctx, added.Revision)
		b.no(err)
		if view.Record.Attributions[0].Act != hearsay.Promise || !view.Checked[0] || view.Checked[1] {
			b.broken("it is shown as %+v, checked %v", view.Record.Attributions[0], view.Checked)
		}
		kept, err := b.a.Record(b.ctx, added.Revision)
		b.no(err)
		if kept.Attributions[0].Act != hearsay.Assertion {
			b.broken("the record itself has %s now", kept.Attributions[0].Act)
		}
	}},
	{"wrong", "what is wrong is not shown, until that is undone", func(b *bench) {
		added := b.add(Bridge(0))
		c, err := b.correct(archive.Correction{Revision: added.Hash, Span: archive.Anchor(Bridge(0).Attributions[0]), Role: archive.RoleAttribution, Verdict: archive.Wrong})
		b.no(err)
		view, err := b.a.View(b.ctx, added.Revision)
		b.no(err)
		if len(view.Record.Attributions) != 1 || view.Record.Check() != nil {
			b.broken("%d attributions are shown, %v", len(view.Record.Attributions), view.Record.Check())
		}
		b.no(b.a.Undo(b.ctx, c.ID))
		view, err = b.a.View(b.ctx, added.Revision)
		b.no(err)
		if len(view.Record.Attributions) != 2 {
			b.broken("once it is undone, %d are", len(view.Record.Attributions))
		}
	}},
	{"unnamed", "no correction names a voice that is unnamed", func(b *bench) {
		added := b.add(Bridge(0))
		_, err := b.correct(archive.Correction{Revision: added.Hash, Span: archive.Anchor(Bridge(0).Attributions[1]), Role: archive.RoleActor,
			Verdict: archive.Instead, Value: "Mara Holt"})
		if !errors.Is(err, archive.ErrUnnamed) {
			b.broken("it says %v", err)
		}
	}},
	{"nothing", "a correction of what is not read is refused", func(b *bench) {
		added := b.add(Bridge(0))
		for _, c := range []archive.Correction{
			{Span: hearsay.Span{Start: 0, End: 3}, Role: archive.RoleAct, Verdict: archive.Instead, Value: "threat"},
			{Span: archive.Anchor(Bridge(0).Attributions[0]), Role: archive.RoleAct, Verdict: archive.Instead, Value: "shout"},
			{Span: hearsay.Span{Start: 5000, End: 5001}, Role: archive.RoleAct, Verdict: archive.Right},
		} {
			c.Revision = added.Hash
			if _, err := b.correct(c); err == nil {
				b.broken("%+v is kept", c)
			}
		}
	}},
}
