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

// shelved is a shelf over an archive with one story, and how often it compared.
type shelved struct {
	*Shelf
	t        *testing.T
	now      time.Time
	compared chan int // records, of each comparison
}

func newShelved(t *testing.T) *shelved {
	t.Helper()
	kept, err := archive.Open(t.Context(), t.TempDir(), archive.Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { kept.Close() })
	s := &shelved{t: t, now: time.Date(2031, 4, 2, 9, 0, 0, 0, time.UTC), compared: make(chan int, 100)}
	s.Shelf = NewShelf(kept, func() *comparison { return &comparison{compared: s.compared} }, func() time.Time { return s.now })
	s.arrives(1)
	return s
}

// comparison only keeps records and tells when it compares.
type comparison struct {
	records  []hearsay.Record
	compared chan<- int
}

func (c *comparison) Add(r hearsay.Record) error {
	c.records = append(c.records, r)
	return nil
}

func (c *comparison) Replace(position int, r hearsay.Record) error {
	c.records = slices.Clone(c.records)
	c.records[position] = r
	return nil
}

func (c *comparison) SetVerdicts([]cast.Verdict) {}

func (c *comparison) Trace(context.Context) (hearsay.Trace, error) {
	c.compared <- len(c.records)
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

func TestDossierIsKept(t *testing.T) {
	s := newShelved(t)
	if first := s.story(1); first != s.story(1) {
		t.Error("it is made twice")
	}
	if n := len(s.compared); n != 1 {
		t.Errorf("compared %d times", n)
	}
}

// TestStoryMovesOn: who asks while a story is compared anew gets what was there.
func TestStoryMovesOn(t *testing.T) {
	s := newShelved(t)
	s.story(1)
	<-s.compared
	if story := s.arrives(2); story != 1 {
		t.Skipf("the second report is put into story %d", story)
	}
	s.story(1) // it was looked at a moment ago
	s.now = s.now.Add(freshFor)
	s.story(1) // and this has it made anew in the background
	if n := <-s.compared; n != 2 {
		t.Fatalf("compared %d records", n)
	}
	for range 1000 { // until the background has put it on the shelf
		if d, err := s.Story(context.Background(), 1); err == nil && len(d.Kept) == 2 {
			break
		}
	}
	s.Changed(1)
	s.story(2)
}

func TestChangedIsWaitedFor(t *testing.T) {
	s := newShelved(t)
	before := s.story(1)
	s.Changed(1)
	if s.story(1) == before {
		t.Error("what a person changed is not shown")
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
	if n := len(s.files); n > shelfSize {
		t.Errorf("%d files", n)
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
