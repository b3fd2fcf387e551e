package dossier

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"hearsay"
	"hearsay/internal/archive"
	"hearsay/internal/cast"
	"hearsay/internal/recordtest"
)

// shelved is a shelf over an archive with one story, and what it compared.
type shelved struct {
	*Shelf
	t        *testing.T
	now      time.Time
	compared chan string   // what was done, for each comparison
	hold     chan struct{} // nil: no comparison waits for anything
}

func newShelved(t *testing.T) *shelved {
	t.Helper()
	kept, err := archive.Open(t.Context(), t.TempDir(), archive.Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	s := &shelved{t: t, now: time.Date(2031, 4, 2, 9, 0, 0, 0, time.UTC), compared: make(chan string, 100)}
	s.Shelf = NewShelf(kept, func() *comparison { return &comparison{shelved: s} }, func() time.Time { return s.now })
	t.Cleanup(func() {
		s.settle()
		kept.Close()
	})
	s.arrives(1)
	return s
}

// settle waits until nothing is being made.
func (s *shelved) settle() {
	for {
		var under *making
		s.mu.Lock()
		for _, f := range s.files {
			if f.making != nil {
				under = f.making
				under.wait()
			}
		}
		s.mu.Unlock()
		if under == nil {
			return
		}
		<-under.done
	}
}

// comparison only keeps records and tells what is done to it.
type comparison struct {
	*shelved
	records  []hearsay.Record
	did      string
	verdicts int
}

func (c *comparison) Add(r hearsay.Record) error {
	c.records, c.did = append(c.records, r), c.did+"+"
	return nil
}

func (c *comparison) Replace(position int, r hearsay.Record) error {
	c.records = slices.Clone(c.records)
	c.records[position] = r
	c.did += fmt.Sprint(position)
	return nil
}

func (c *comparison) SetVerdicts(v []cast.Verdict) { c.verdicts = len(v) }

func (c *comparison) Trace(context.Context) (hearsay.Trace, error) {
	c.compared <- c.did
	c.did = ""
	if c.hold != nil {
		<-c.hold
	}
	return hearsay.Trace{Records: c.records[:len(c.records):len(c.records)]}, nil
}

// arrives adds a report of the story, and its story's number.
func (s *shelved) arrives(n int) archive.StoryID {
	s.t.Helper()
	record := recordtest.Must("Mara Holt said the bridge over the Orl stays closed until the engineers have looked at it.", "Mara Holt | said | the bridge over the Orl stays closed | indirect | 900")
	record.Report.URL, record.Report.Outlet = fmt.Sprintf("https://drenn.example/%d", n), "Radio Drenn"
	record.Report.Headline, record.Report.Published = "The bridge over the Orl stays closed", s.now
	added, err := s.archive.Add(context.Background(), archive.Incoming{Record: record})
	if err != nil {
		s.t.Fatal(err)
	}
	return added.Story
}

// arrivesIn adds a report to a story.
func (s *shelved) arrivesIn(story archive.StoryID, n int) {
	s.t.Helper()
	if other := s.arrives(n); other != story {
		if err := s.archive.MergeStories(s.t.Context(), story, other); err != nil {
			s.t.Fatal(err)
		}
	}
}

func (s *shelved) story(records int) *Dossier {
	s.t.Helper()
	d, err := s.Story(context.Background(), 1)
	if err != nil {
		s.t.Fatal(err)
	}
	if len(d.Trace.Records) != records || len(d.Kept) != records {
		s.t.Errorf("the dossier has %d records, want %d", len(d.Trace.Records), records)
	}
	return d
}

func (s *shelved) latest(records int) *Dossier {
	s.t.Helper()
	d, err := s.Latest(s.t.Context(), 1)
	if err != nil {
		s.t.Fatal(err)
	}
	if len(d.Trace.Records) != records || len(d.Kept) != records {
		s.t.Errorf("the latest dossier has %d records, want %d", len(d.Trace.Records), records)
	}
	return d
}

func TestDossierIsKept(t *testing.T) {
	s := newShelved(t)
	if first := s.story(1); first != s.story(1) || first != s.latest(1) {
		t.Error("it is made twice")
	}
	if n := len(s.compared); n != 1 {
		t.Errorf("compared %d times", n)
	}
}

// TestStoryMovesOn: who asks while a story is compared anew gets what was there, and
// only the report that is new is loaded and compared.
func TestStoryMovesOn(t *testing.T) {
	s := newShelved(t)
	s.story(1)
	<-s.compared
	s.arrivesIn(1, 2)
	s.story(1) // it was looked at a moment ago
	s.hold = make(chan struct{})
	s.now = s.now.Add(freshFor)
	s.story(1) // and this has it made anew in the background
	if did := <-s.compared; did != "+" {
		t.Fatalf("done: %q", did)
	}
	s.story(1) // which it still is
	close(s.hold)
	s.settle()
	s.story(2)
}

// TestLatestIsWaitedFor: who has changed something is shown it.
func TestLatestIsWaitedFor(t *testing.T) {
	s := newShelved(t)
	s.story(1)
	<-s.compared
	s.arrivesIn(1, 2)
	s.latest(2)
	<-s.compared
	hash := s.story(2).Kept[1].Hash
	if _, err := s.archive.Correct(t.Context(), archive.Correction{Revision: hash, Span: hearsay.Span{Start: 10, End: 14}, Role: archive.RoleAttribution, Verdict: archive.Wrong, Editor: "Ana"}); err != nil {
		t.Fatal(err)
	}
	if d := s.latest(2); len(d.Trace.Records[1].Attributions) != 0 || len(d.Trace.Records[0].Attributions) != 1 {
		t.Error("a correction is not shown")
	}
	if did := <-s.compared; did != "1" {
		t.Errorf("done for a correction: %q", did)
	}
}

// TestEditorWaits: who has changed something sees it, all others what was there.
func TestEditorWaits(t *testing.T) {
	s := newShelved(t)
	s.story(1)
	s.arrivesIn(1, 2)
	for _, c := range []struct {
		ctx  context.Context
		want int
	}{{ForPage(t.Context(), time.Minute), 1}, {ForEditor(t.Context(), time.Minute), 2}, {ForPage(t.Context(), time.Minute), 2}} {
		if d, err := s.Story(c.ctx, 1); err != nil || len(d.Kept) != c.want {
			t.Errorf("%d reports, %v, want %d", len(d.Kept), err, c.want)
		}
	}
	s.arrivesIn(1, 3)
	if d, err := s.Story(ForEditor(t.Context(), -time.Second), 1); err != nil || len(d.Kept) != 2 {
		t.Errorf("who would not wait gets %d reports, %v, want what was there", len(d.Kept), err)
	}
}

// TestReportLeaves: a report that is withdrawn is on the table no more.
func TestReportLeaves(t *testing.T) {
	s := newShelved(t)
	s.arrivesIn(1, 2)
	first := s.latest(2).Kept[0]
	if _, err := s.archive.Withdraw(t.Context(), first.Report, "a mistake"); err != nil {
		t.Fatal(err)
	}
	if d := s.latest(1); d.Kept[0].Report == first.Report {
		t.Error("a report that was withdrawn is still there")
	}
}

// TestNotYet: who would not wait for the first comparison is told so, and it is made
// all the same.
func TestNotYet(t *testing.T) {
	s := newShelved(t)
	s.hold = make(chan struct{})
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, err := s.Story(ctx, 1); !errors.Is(err, ErrNotYet) {
		t.Errorf("%v", err)
	}
	close(s.hold)
	s.settle()
	s.story(1)
	if n := len(s.compared); n != 1 {
		t.Errorf("compared %d times", n)
	}
}

// TestPrepared: a dossier is prepared before anybody gets it, once.
func TestPrepared(t *testing.T) {
	s := newShelved(t)
	var prepared []*Dossier
	s.Prepare(func(d *Dossier) { prepared = append(prepared, d) })
	if d := s.story(1); s.story(1) != d || !slices.Equal(prepared, []*Dossier{d}) {
		t.Errorf("prepared %v", prepared)
	}
}

func TestNoStory(t *testing.T) {
	s := newShelved(t)
	if _, err := s.Story(t.Context(), 99); !errors.Is(err, archive.ErrNotFound) {
		t.Errorf("a story that is not there: %v", err)
	}
}

func TestShelfIsBounded(t *testing.T) {
	s := newShelved(t)
	for id := range archive.StoryID(3 * shelfSize) {
		_, _ = s.Story(t.Context(), id+2)
	}
	s.settle()
	if n := len(s.files); n > shelfSize {
		t.Errorf("%d files", n)
	}
	s.story(1)
	s.mu.Lock()
	defer s.mu.Unlock()
	for id := range archive.StoryID(3) {
		s.round++
		s.files[100+id] = &file{dossier: &Dossier{Kept: make([]Kept, shelfRecords/2+1)}, used: s.round}
	}
	s.makeRoom()
	if len(s.files) != 2 {
		t.Errorf("%d files of %d reports each", len(s.files), shelfRecords/2+1)
	}
}

func TestAddress(t *testing.T) {
	for _, c := range []struct {
		kept Kept
		want string
	}{
		{Kept{Report: 3, Number: 2, Latest: 2}, "/report/3"},
		{Kept{Report: 3, Number: 1, Latest: 2}, "/report/3?version=1"},
	} {
		if got := c.kept.Address(); got != c.want {
			t.Errorf("got %s, want %s", got, c.want)
		}
	}
}
