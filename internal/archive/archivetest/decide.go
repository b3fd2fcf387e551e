package archivetest

import (
	"errors"
	"path/filepath"
	"reflect"

	"hearsay"
	"hearsay/internal/archive"
)

// decision is one of each kind about words of two reports.
func decision(kind hearsay.TalksDecisionKind, at ...hearsay.Anchor) archive.Decision {
	d := archive.Decision{Editor: "ann", Note: "heard it", TalksDecision: hearsay.TalksDecision{Kind: kind, At: at}}
	switch kind {
	case hearsay.TalksName, hearsay.TalksOpen:
		d.Name = "The pay round"
	case hearsay.TalksCorrect:
		d.Field, d.Value, d.Whose = hearsay.FieldAnswer, string(hearsay.ResponseRefuse), &at[0]
		d.Parties = at
	}
	return d
}

func anchor(added archive.Added, start, end int) hearsay.Anchor {
	return hearsay.Anchor{Revision: string(added.Hash), Span: hearsay.Span{Start: start, End: end}}
}

var decisionRules = []rule{
	{"decided", "a decision about talks is kept as it was made, with who and when", func(b *bench) {
		first := b.add(Bridge(0))
		for _, kind := range hearsay.TalksDecisionKinds {
			made, err := b.a.Decide(b.ctx, decision(kind, anchor(first, 0, 3), anchor(first, 4, 9)))
			b.no(err)
			all := must(b.a.Decisions(b.ctx, first.Story))
			if got := all[len(all)-1]; !reflect.DeepEqual(got, made) || made.ID == 0 || made.Added.IsZero() {
				b.broken("made %+v, kept %+v", made, got)
			}
		}
	}},
	{"undone", "a decision that is undone is kept as such, and undone once", func(b *bench) {
		first := b.add(Bridge(0))
		made, err := b.a.Decide(b.ctx, decision(hearsay.TalksClose, anchor(first, 0, 3)))
		b.no(err)
		before := must(b.a.Story(b.ctx, first.Story)).Changed
		b.no(b.a.UndoDecision(b.ctx, made.ID))
		if all := must(b.a.Decisions(b.ctx, first.Story)); len(all) != 1 || all[0].Undone.IsZero() {
			b.broken("left are %+v", all)
		}
		if before == must(b.a.Story(b.ctx, first.Story)).Changed {
			b.broken("nothing tells that it was undone")
		}
		if err := b.a.UndoDecision(b.ctx, made.ID); !errors.Is(err, archive.ErrNotFound) {
			b.broken("the second time: %v", err)
		}
	}},
	{"with its report", "a decision goes with its report into another story", func(b *bench) {
		bridge, harbour := b.add(matter("bridge", 0)), b.add(matter("harbour", 0))
		_, err := b.a.Decide(b.ctx, decision(hearsay.TalksName, anchor(harbour, 0, 3)))
		b.no(err)
		if all := must(b.a.Decisions(b.ctx, bridge.Story)); len(all) != 0 {
			b.broken("another story has %+v", all)
		}
		b.no(b.a.MoveReport(b.ctx, harbour.Report, bridge.Story))
		if all := must(b.a.Decisions(b.ctx, bridge.Story)); len(all) != 1 || all[0].Name != "The pay round" {
			b.broken("after the move it has %+v", all)
		}
	}},
	{"refused", "a decision that is not whole, unsigned, or about nothing is refused", func(b *bench) {
		first := b.add(Bridge(0))
		at := anchor(first, 0, 3)
		unsigned := decision(hearsay.TalksClose, at)
		unsigned.Editor = ""
		bare := decision(hearsay.TalksName, at)
		bare.Name = ""
		odd := decision(hearsay.TalksCorrect, at)
		odd.Value = "shout"
		for _, d := range []archive.Decision{
			unsigned, bare, odd, decision("rain", at), decision(hearsay.TalksClose), decision(hearsay.TalksMerge, at),
			decision(hearsay.TalksClose, anchor(first, 0, 50_000)), decision(hearsay.TalksClose, hearsay.Anchor{Revision: "none", Span: at.Span}),
		} {
			if made, err := b.a.Decide(b.ctx, d); err == nil {
				b.broken("%+v is kept", made)
			}
		}
	}},
	{"withdrawn with it", "of a decision about a withdrawn report nothing is left; one that is also about another stays", func(b *bench) {
		first, other := b.add(Bridge(0)), b.add(Harbour())
		_, err := b.a.Decide(b.ctx, decision(hearsay.TalksName, anchor(first, 0, 3)))
		b.no(err)
		both, err := b.a.Decide(b.ctx, decision(hearsay.TalksMerge, anchor(first, 0, 3), anchor(other, 0, 3)))
		b.no(err)
		_, err = b.a.Withdraw(b.ctx, first.Report, "asked")
		b.no(err)
		if all := must(b.a.Decisions(b.ctx, first.Story)); len(all) != 0 {
			b.broken("left are %+v", all)
		}
		if all := must(b.a.Decisions(b.ctx, other.Story)); len(all) != 1 || all[0].ID != both.ID || len(all[0].At) != 1 {
			b.broken("of the other is left %+v", all)
		}
	}},
	{"in the backup", "a backup has the decisions", func(b *bench) {
		first := b.add(Bridge(0))
		made, err := b.a.Decide(b.ctx, decision(hearsay.TalksCorrect, anchor(first, 0, 3)))
		b.no(err)
		file := filepath.Join(b.TempDir(), "copy.sqlite")
		_, err = b.a.Backup(b.ctx, file)
		b.no(err)
		b.no(b.a.UndoDecision(b.ctx, made.ID))
		_, err = b.a.Restore(b.ctx, file)
		b.no(err)
		if all := must(b.a.Decisions(b.ctx, first.Story)); len(all) != 1 || !reflect.DeepEqual(all[0], made) {
			b.broken("restored: %+v, made %+v", all, made)
		}
		if again, err := b.a.Decide(b.ctx, decision(hearsay.TalksClose, anchor(first, 0, 3))); err != nil || again.ID == made.ID {
			b.broken("the next is %+v, %v", again, err)
		}
	}},
}
