package archivetest

import (
	"path/filepath"

	"hearsay"
	"hearsay/internal/archive"
)

// tracing is what may be made of the bridge and harbour reports: two claims.
func tracing(story archive.StoryID, changed int64, at archive.RevisionID) archive.Tracing {
	words := archive.Passage{Revision: at, Span: hearsay.Span{Start: 0, End: 14}}
	return archive.Tracing{Story: story, Changed: changed, Reader: "1", Reports: 2, Claims: []archive.Claim{
		{Key: "aa", Gist: words, Act: hearsay.Assertion, Stance: hearsay.Actual, Voice: "Mara Holt", Reports: 2, Outlets: 2, Voices: 1, First: Day(0), Last: Day(1),
			Origins: []archive.Origin{{Voice: "Mara Holt", Identity: hearsay.NamedPerson, Words: words, Reports: 2, First: Day(0)}}},
		{Key: "bb", Gist: words, Act: hearsay.Denial, Stance: hearsay.Actual, Reports: 1, Outlets: 1, Voices: 1, AtLeast: true, First: Day(1), Last: Day(1),
			Origins: []archive.Origin{{Identity: hearsay.Anonymous, Words: words, Reports: 1, First: Day(1)}}},
	}, Contradictions: []archive.Contradiction{{Claims: [2]string{"aa", "bb"}, Why: "one denies the other"}}}
}

// keys returns the keys of claims, those that are gone in brackets.
func keys(claims []archive.Claim) (all []string) {
	for _, c := range claims {
		if c.Gone {
			all = append(all, "("+c.Key+")")
		} else {
			all = append(all, c.Key)
		}
	}
	return all
}

func (b *bench) claims(l archive.ClaimList, want ...string) []archive.Claim {
	b.Helper()
	all, err := b.a.Claims(b.ctx, l)
	b.no(err)
	if got := keys(all); len(got) != len(want) {
		b.broken("claims are %q, want %q", got, want)
		return all
	}
	for i, k := range keys(all) {
		if k != want[i] {
			b.broken("claims are %q, want %q", keys(all), want)
		}
	}
	return all
}

// traced adds a report and puts a tracing of its story.
func (b *bench) traced() (archive.Added, archive.Tracing) {
	b.Helper()
	added := b.add(Bridge(0))
	t := tracing(added.Story, b.changed(added.Story), added.Revision)
	b.no(b.a.PutTracing(b.ctx, t))
	return added, t
}

func (b *bench) untraced(reader string, want int) {
	b.Helper()
	all, err := b.a.Untraced(b.ctx, reader, 10)
	b.no(err)
	if len(all) != want {
		b.broken("%d stories are to be compared anew by %s, want %d", len(all), reader, want)
	}
}

var tracingRules = []rule{
	{"claims", "claims are kept with their origins, and found by what they are", func(b *bench) {
		added, _ := b.traced()
		b.untraced("1", 0)
		b.untraced("2", 1)
		all := b.claims(archive.ClaimList{}, "aa", "bb")
		if c := all[0]; len(c.Origins) != 1 || c.Origins[0].Voice != "Mara Holt" || c.AtLeast || c.Story != added.Story || c.First != Day(0) || !all[1].AtLeast {
			b.broken("they come back as %+v", all)
		}
		words, err := b.a.Words(b.ctx, all[0].Gist)
		b.no(err)
		if words != "The old bridge" {
			b.broken("its words are %q", words)
		}
		b.claims(archive.ClaimList{OneOrigin: true}, "aa")
		b.claims(archive.ClaimList{Least: 2}, "aa")
		b.claims(archive.ClaimList{Story: added.Story, Skipped: 1}, "bb")
		b.claims(archive.ClaimList{Story: added.Story + 1})
		traced, err := b.a.Traced(b.ctx, added.Story)
		b.no(err)
		if got := traced[added.Story]; got.Claims != 2 || got.Origins != 2 || got.OneOrigin != 1 || got.Contradictions != 1 || got.Reader != "1" {
			b.broken("the story's row is %+v", got)
		}
		against, err := b.a.Contradictions(b.ctx, added.Story)
		b.no(err)
		if len(against) != 1 || against[0].Claims != [2]string{"aa", "bb"} {
			b.broken("contradictions are %+v", against)
		}
	}},
	{"changed claims", "what is as it was keeps its count; what is gone says so", func(b *bench) {
		added, t := b.traced()
		before := b.claims(archive.ClaimList{}, "aa", "bb")
		last := max(before[0].Changed, before[1].Changed)
		b.no(b.a.PutTracing(b.ctx, t))
		b.claims(archive.ClaimList{Since: &last})
		t.Claims[1].Key = "cc"
		t.Claims[0].Origins[0].Voice = "Ada Renn" // another origin, as many
		b.no(b.a.PutTracing(b.ctx, t))
		b.claims(archive.ClaimList{Since: &last}, "aa", "cc", "(bb)")
		b.claims(archive.ClaimList{Story: added.Story}, "aa", "cc")
		late := t
		late.Changed--
		late.Claims = nil
		b.no(b.a.PutTracing(b.ctx, late))
		b.claims(archive.ClaimList{}, "aa", "cc")
	}},
	{"stale claims", "a story that moved on is to be compared anew, and its claims stay until then", func(b *bench) {
		added, _ := b.traced()
		for i, change := range []func(){
			func() { b.add(Bridge(1)) },
			func() {
				_, err := b.correct(archive.Correction{Revision: added.Hash, Span: archive.Anchor(Bridge(0).Attributions[0]), Role: archive.RoleAttribution, Verdict: archive.Right})
				b.no(err)
			},
			func() { b.no(b.a.Undo(b.ctx, 1)) },
			func() {
				_, err := b.a.Reread(b.ctx, hearsay.ReaderVersion{Version: "2", Weights: "w"}, louder, nil)
				b.no(err)
			},
			func() { b.no(b.a.RenameStory(b.ctx, added.Story, "The bridge")) },
		} {
			before := b.changed(added.Story)
			change()
			if b.untraced("1", 1); b.changed(added.Story) <= before {
				b.broken("change %d is not seen", i)
			}
			b.claims(archive.ClaimList{}, "aa", "bb")
			b.no(b.a.PutTracing(b.ctx, tracing(added.Story, b.changed(added.Story), added.Revision)))
			b.untraced("1", 0)
		}
	}},
	{"claims of stories that go", "of a story that was put into another, and of a withdrawn report, no claim is left", func(b *bench) {
		bridge, _ := b.traced()
		harbour := b.add(Harbour())
		b.no(b.a.PutTracing(b.ctx, tracing(harbour.Story, b.changed(harbour.Story), harbour.Revision)))
		b.no(b.a.MergeStories(b.ctx, bridge.Story, harbour.Story))
		b.claims(archive.ClaimList{}, "aa", "bb")
		b.untraced("1", 1)
		_, err := b.a.Withdraw(b.ctx, bridge.Report, "")
		b.no(err)
		b.claims(archive.ClaimList{})
		since := int64(0)
		for _, c := range b.claims(archive.ClaimList{Since: &since}, "(aa)", "(bb)", "(aa)", "(bb)") {
			if c.Voice != "" || c.Gist != (archive.Passage{}) || len(c.Origins) > 0 {
				b.broken("of a claim that is gone is left %+v", c)
			}
		}
	}},
	{"claims after restoring", "claims are made anew after a restoration, and no count is given twice", func(b *bench) {
		added, t := b.traced()
		file := filepath.Join(b.TempDir(), "copy.sqlite")
		_, err := b.a.Backup(b.ctx, file)
		b.no(err)
		b.add(Bridge(1))
		past := b.changed(added.Story)
		_, err = b.a.Restore(b.ctx, file)
		b.no(err)
		b.add(Bridge(2))
		if now := b.changed(added.Story); now <= past {
			b.broken("the story counted %d, and after the restoration %d", past, now)
		}
		b.untraced("1", 1)
		t.Changed = b.changed(added.Story)
		b.no(b.a.PutTracing(b.ctx, t))
		b.claims(archive.ClaimList{}, "aa", "bb")
		b.no(b.a.ForgetTracings(b.ctx))
		b.claims(archive.ClaimList{})
	}},
}
