package dossier_test

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"hearsay"
	"hearsay/internal/archive"
	"hearsay/internal/dossier"
	"hearsay/reader"
	"hearsay/tracer"
)

// table is an archive with the reports of one story, and a shelf over it.
type table struct {
	*testing.T
	kept  *archive.Archive
	read  *reader.Reader
	shelf *dossier.Shelf
	story archive.StoryID
}

func newTable(t *testing.T) *table {
	t.Helper()
	kept, err := archive.Open(t.Context(), t.TempDir(), archive.Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { kept.Close() })
	read, err := reader.New()
	if err != nil {
		t.Fatal(err)
	}
	x := &table{T: t, kept: kept, read: read, shelf: dossier.NewShelf(kept, tracer.New, time.Now)}
	x.shelf.Keep("1")
	x.arrives("drenn", "Radio Drenn", 1, "The League has agreed to free 30 captives by Friday, Governor Ana Lodz told Radio Drenn.\n\nIlse Corran, a nurse, said she had waited for hours.")
	x.arrives("orl", "The Orl Post", 2, "The League would free 30 captives by Friday, Governor Ana Lodz told Radio Drenn.\n\nThe governor said the harbour stays shut.")
	return x
}

// arrives adds a report to the story.
func (x *table) arrives(name, outlet string, day int, text string) archive.Added {
	x.Helper()
	record, err := x.read.Read(x.Context(), hearsay.Report{URL: "https://a.example/" + name, Outlet: outlet, Headline: "League and captives",
		Published: time.Date(2031, 4, day, 9, 0, 0, 0, time.UTC), Text: text})
	if err != nil {
		x.Fatal(err)
	}
	added, err := x.kept.Add(x.Context(), archive.Incoming{Record: record})
	if err != nil {
		x.Fatal(err)
	}
	if x.story == 0 {
		x.story = added.Story
	} else if added.Story != x.story {
		if err := x.kept.MergeStories(x.Context(), x.story, added.Story); err != nil {
			x.Fatal(err)
		}
	}
	return added
}

func (x *table) rebuilt() []archive.Claim {
	x.Helper()
	if err := x.shelf.Rebuild(x.Context(), nil); err != nil {
		x.Fatal(err)
	}
	if left, err := x.kept.Untraced(x.Context(), "1", 9); err != nil || len(left) > 0 {
		x.Fatalf("stories %v are left, %v", left, err)
	}
	all, err := x.kept.Claims(x.Context(), archive.ClaimList{Story: x.story, Limit: 100})
	if err != nil {
		x.Fatal(err)
	}
	return all
}

// TestClaimsAreKept: the tables hold what the trace says, and name no private person.
func TestClaimsAreKept(t *testing.T) {
	x := newTable(t)
	all := x.rebuilt()
	d, err := x.shelf.Latest(t.Context(), x.story)
	if err != nil {
		t.Fatal(err)
	}
	if len(all) != len(d.Trace.Claims) || len(all) == 0 {
		t.Fatalf("%d claims are kept of %d", len(all), len(d.Trace.Claims))
	}
	first := all[0]
	words, err := x.kept.Words(t.Context(), first.Gist)
	if err != nil {
		t.Fatal(err)
	}
	if first.Reports != 2 || first.Outlets != 2 || len(first.Origins) == 0 || !first.First.Before(first.Last) || words == "" {
		t.Errorf("the first claim is %+v, %q", first, words)
	}
	for _, c := range all {
		for _, name := range append([]string{c.Voice}, voices(c)...) {
			if name == "Ilse Corran" {
				t.Errorf("a private person is in the table: %+v", c)
			}
		}
	}
}

func voices(c archive.Claim) (all []string) {
	for _, o := range c.Origins {
		all = append(all, o.Voice)
	}
	return all
}

// TestKeysStay: reports that arrive later change no key, whenever they were published,
// nor does making all anew.
func TestKeysStay(t *testing.T) {
	x := newTable(t)
	keys := keysOf(x.rebuilt())
	x.arrives("vale", "Vale Courier", 1, "The League will free 30 captives by Friday, Governor Ana Lodz said.")
	if grown := keysOf(x.rebuilt()); len(grown) < len(keys) || !slices.Equal(intersection(keys, grown), keys) {
		t.Errorf("keys were %q, and are %q", keys, grown)
	}
	before := keysOf(x.rebuilt())
	if err := x.kept.ForgetTracings(t.Context()); err != nil {
		t.Fatal(err)
	}
	if after := keysOf(x.rebuilt()); !slices.Equal(before, after) {
		t.Errorf("keys were %q, and made anew they are %q", before, after)
	}
}

func keysOf(claims []archive.Claim) (all []string) {
	for _, c := range claims {
		all = append(all, c.Key)
	}
	slices.Sort(all)
	return all
}

func intersection(a, b []string) (both []string) {
	for _, k := range a {
		if slices.Contains(b, k) {
			both = append(both, k)
		}
	}
	return both
}

// called returns the names under which the story has an actor, each with how many
// share it.
func (x *table) called(name string) (names []string) {
	x.Helper()
	x.shelf.Changed(x.story)
	d, err := x.shelf.Latest(x.Context(), x.story)
	if err != nil {
		x.Fatal(err)
	}
	a, err := d.ActorCalled(name)
	if err != nil {
		x.Fatal(err)
	}
	for _, alias := range a.Aliases {
		names = append(names, alias.Words)
	}
	return names
}

// TestSplitAndMerge: what a person says of actors is in the trace, until that is
// undone, also of reports that come later.
func TestSplitAndMerge(t *testing.T) {
	x := newTable(t)
	x.arrives("bay", "Bay Times", 3, "Anna Lodsz said the harbour stays shut. The governor of Vale, Tomas Brek, said nothing of it.")
	dossierOf := func() *dossier.Dossier {
		x.shelf.Changed(x.story)
		d, err := x.shelf.Latest(t.Context(), x.story)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	judge := func(v archive.ActorVerdict, err error) archive.ActorVerdict {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		if v, err = x.kept.JudgeActors(t.Context(), v); err != nil {
			t.Fatal(err)
		}
		return v
	}
	actor := func(d *dossier.Dossier, name string) hearsay.StoryActor {
		t.Helper()
		a, err := d.ActorCalled(name)
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	d := dossierOf()
	merged := judge(d.Merge(actor(d, "Governor Ana Lodz"), actor(d, "Anna Lodsz")))
	if names := x.called("Anna Lodsz"); !slices.Contains(names, "Governor Ana Lodz") {
		t.Errorf("merged, she is called %q", names)
	}
	x.arrives("sun", "Sun", 4, "Anna Lodsz said the harbour opens on Monday, and the League agreed.")
	d = dossierOf()
	if a := actor(d, "Anna Lodsz"); len(a.Seen) < 4 {
		t.Errorf("a later report's is not she: %+v", a)
	}
	if err := x.kept.UndoActorVerdict(t.Context(), merged.ID, "ann"); err != nil {
		t.Fatal(err)
	}
	if names := x.called("Anna Lodsz"); slices.Contains(names, "Governor Ana Lodz") {
		t.Errorf("undone, she is called %q", names)
	}
	x.arrives("hill", "Hill News", 5, "The Merrow Coast League said the harbour is old.")
	if names := x.called("The League"); !slices.Contains(names, "The Merrow Coast League") {
		t.Fatalf("by its short form it is called %q", names)
	}
	d = dossierOf()
	judge(d.Split(actor(d, "The League"), "The Merrow Coast League", "Merrow Coast League"))
	x.arrives("dale", "Dale News", 6, "The Merrow Coast League said the harbour is new.")
	if names := x.called("The Merrow Coast League"); slices.Contains(names, "The League") {
		t.Errorf("split off, it is called %q", names)
	}
	d = dossierOf()
	a := actor(d, "Governor Ana Lodz")
	for _, bad := range [][]string{nil, {"Nobody"}} {
		if _, err := d.Split(a, bad...); err == nil {
			t.Errorf("%q is split off", bad)
		}
	}
	if _, err := d.Merge(a, a); err == nil {
		t.Error("one is merged with itself")
	}
	if _, err := d.ActorCalled("Nobody"); err == nil {
		t.Error("nobody is found")
	}
}

// TestUnnamedStaysUnnamed: a voice that no report names is made one with nobody.
func TestUnnamedStaysUnnamed(t *testing.T) {
	x := newTable(t)
	x.arrives("bay", "Bay Times", 3, "Two aides told Bay Times that the League had agreed. Residents said they heard a bang.")
	d, err := x.shelf.Latest(t.Context(), x.story)
	if err != nil {
		t.Fatal(err)
	}
	aides, err := d.ActorCalled("Two aides")
	if err != nil {
		t.Fatal(err)
	}
	lodz, err := d.ActorCalled("Governor Ana Lodz")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.Merge(aides, lodz); !errors.Is(err, archive.ErrUnnamedActor) {
		t.Errorf("it says %v", err)
	}
}

// TestKeepUp: claims follow their story without anybody asking.
func TestKeepUp(t *testing.T) {
	x := newTable(t)
	ctx, stop := context.WithCancel(t.Context())
	over := make(chan struct{})
	go func() {
		x.shelf.KeepUp(ctx, time.Millisecond, nil)
		close(over)
	}()
	for left := 1; left > 0; {
		all, err := x.kept.Untraced(t.Context(), "1", 9)
		if err != nil {
			t.Fatal(err)
		}
		left = len(all)
	}
	stop()
	<-over
}
