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
	{"missed", "what a person adds is shown, found and judged like what was read, and outlives rereading", func(b *bench) {
		added := b.add(Bridge(0))
		text := Bridge(0).Report.Text
		m := archive.Missed{Cue: find(text, "until"), Content: []hearsay.Span{*find(text, "Friday")}, Act: hearsay.Promise,
			Chain: []archive.MissedVoice{{Words: find(text, "Radio Drenn"), Actor: "Radio Drenn", Identity: hearsay.NamedOrganisation}}}
		c, err := b.correct(archive.Correction{Revision: added.Hash, Span: m.Anchor(), Role: archive.RoleAttribution, Verdict: archive.Missing, Value: m.Value(), Editor: "ann"})
		b.no(err)
		shows := func(want int) archive.View {
			b.Helper()
			view, err := b.a.View(b.ctx, added.Revision)
			b.no(err)
			if err := view.Record.Check(); err != nil || len(view.Record.Attributions) != want || len(view.Loose) > 0 {
				b.broken("%d attributions are shown, want %d; %v, loose %v", len(view.Record.Attributions), want, err, view.Loose)
			}
			return view
		}
		view := shows(3)
		if a := view.Record.Attributions[2]; !view.Added[2] || !view.Checked[2] || view.Added[0] || a.Act != hearsay.Promise || len(a.Chain) != 2 || a.Confidence != 1000 {
			b.broken("it is shown as %+v, %v", a, view.Added)
		}
		b.finds("act:promise", "Friday")
		_, err = b.correct(archive.Correction{Revision: added.Hash, Span: m.Anchor(), Role: archive.RoleAct, Verdict: archive.Instead, Value: string(hearsay.Denial)})
		b.no(err)
		b.finds("act:denial friday", "Friday")
		_, err = b.a.Reread(b.ctx, hearsay.ReaderVersion{Version: "2", Weights: "w"}, louder, nil)
		b.no(err)
		shows(2)
		b.finds("act:denial friday", "Friday")
		wrong, err := b.correct(archive.Correction{Revision: added.Hash, Span: m.Anchor(), Role: archive.RoleAttribution, Verdict: archive.Wrong})
		b.no(err)
		shows(1)
		b.finds("friday")
		b.no(b.a.Undo(b.ctx, wrong.ID))
		shows(2)
		h, err := b.a.Examine(b.ctx, nil)
		b.no(err)
		if len(h.Findings) > 0 {
			b.broken("an examination finds %v", h.Findings)
		}
		b.no(b.a.Undo(b.ctx, c.ID))
		b.finds("friday")
	}},
	{"missed and refused", "nothing is added that does not fit, is read already, or names the unnamed", func(b *bench) {
		added := b.add(Bridge(0))
		text := Bridge(0).Report.Text
		hop := archive.MissedVoice{Words: find(text, "Radio Drenn"), Actor: "Radio Drenn", Identity: hearsay.NamedOrganisation}
		fits := archive.Missed{Cue: find(text, "until"), Content: []hearsay.Span{*find(text, "Friday")}, Chain: []archive.MissedVoice{hop}}
		for what, m := range map[string]func(*archive.Missed){
			"no content":         func(m *archive.Missed) { m.Content = nil },
			"no voice":           func(m *archive.Missed) { m.Chain = nil },
			"beyond the text":    func(m *archive.Missed) { m.Content = []hearsay.Span{{Start: 5000, End: 5001}} },
			"read already":       func(m *archive.Missed) { m.Cue = find(text, "told") },
			"a stranger":         func(m *archive.Missed) { m.Chain[0].Actor = "Piet Brek" },
			"a name for an aide": func(m *archive.Missed) { m.Chain[0].Words, m.Chain[0].Actor = find(text, "An aide"), "Mara Holt" },
			"an unnamed name":    func(m *archive.Missed) { m.Chain[0].Identity = hearsay.Anonymous },
			"no name":            func(m *archive.Missed) { m.Chain[0].Actor = "" },
			"the outlet":         func(m *archive.Missed) { m.Chain[0].Identity = hearsay.OutletIdentity },
			"no such act":        func(m *archive.Missed) { m.Act = "shout" },
		} {
			bad := fits
			bad.Chain = []archive.MissedVoice{hop}
			m(&bad)
			if _, err := b.correct(archive.Correction{Revision: added.Hash, Span: bad.Anchor(), Role: archive.RoleAttribution, Verdict: archive.Missing, Value: bad.Value()}); err == nil {
				b.broken("%s is kept", what)
			}
		}
		for _, c := range []archive.Correction{
			{Span: fits.Anchor(), Role: archive.RoleAct, Verdict: archive.Missing, Value: fits.Value()},
			{Span: hearsay.Span{Start: 0, End: 3}, Role: archive.RoleAttribution, Verdict: archive.Missing, Value: fits.Value()},
			{Span: fits.Anchor(), Role: archive.RoleAttribution, Verdict: archive.Missing, Value: "12-30"},
		} {
			c.Revision = added.Hash
			if _, err := b.correct(c); err == nil {
				b.broken("%+v is kept", c)
			}
		}
	}},
}
