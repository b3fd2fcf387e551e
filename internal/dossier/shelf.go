package dossier

import (
	"context"
	"sync"
	"time"

	"hearsay/internal/archive"
)

// Shelf keeps the dossiers that were asked for last. It is safe for use by several
// goroutines.
type Shelf struct {
	archive *archive.Archive
	begin   func() Comparison
	now     func() time.Time
	work    chan struct{} // holds one token: one comparison in the background at a time
	reader  string        // the program, for the tables that are made of stories; "" : none are

	mu    sync.Mutex
	files map[archive.StoryID]*file
	round int64 // counts what was asked
}

// file is the place of one story on the shelf.
type file struct {
	making sync.Mutex // held while the dossier is made

	// Guarded by Shelf.mu.
	dossier *Dossier
	looked  time.Time // when it was last seen to be up to date
	used    int64
	stale   bool // a person has just changed something
	renewed bool // it is being made anew in the background
}

// The limits of a shelf.
const (
	shelfSize = 64
	freshFor  = 2 * time.Second // how long a dossier is handed out without a look at the archive
)

// NewShelf returns an empty shelf over an archive. begin begins the comparison of a
// story.
func NewShelf[C Comparison](a *archive.Archive, begin func() C, now func() time.Time) *Shelf {
	return &Shelf{archive: a, begin: func() Comparison { return begin() }, now: now, work: make(chan struct{}, 1), files: map[archive.StoryID]*file{}}
}

// Story returns a story's dossier, or archive.ErrNotFound.
func (s *Shelf) Story(ctx context.Context, id archive.StoryID) (*Dossier, error) {
	f, have, isFresh := s.take(id)
	switch {
	case isFresh:
		return have, nil
	case have != nil:
		s.renew(ctx, f, id)
		return have, nil
	}
	f.making.Lock()
	defer f.making.Unlock()
	if _, have, isFresh := s.take(id); isFresh {
		return have, nil // somebody else made it meanwhile
	}
	d, err := s.make(ctx, f, id)
	if err == nil {
		s.keep(ctx, d)
	}
	return d, err
}

// take finds a story's file, its dossier if it has one that may be handed out, and
// whether that needs no look at the archive.
func (s *Shelf) take(id archive.StoryID) (f *file, have *Dossier, isFresh bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	f = s.files[id]
	if f == nil {
		s.makeRoom()
		f = &file{}
		s.files[id] = f
	}
	s.round++
	f.used = s.round
	if f.stale || f.dossier == nil {
		return f, nil, false
	}
	return f, f.dossier, s.now().Sub(f.looked) < freshFor
}

// makeRoom takes the file off the shelf that was not asked for the longest.
func (s *Shelf) makeRoom() {
	if len(s.files) < shelfSize {
		return
	}
	oldest, used := archive.StoryID(0), s.round+1
	for id, f := range s.files {
		if f.used < used {
			oldest, used = id, f.used
		}
	}
	delete(s.files, oldest)
}

// make makes a dossier, unless the one that is there is up to date.
func (s *Shelf) make(ctx context.Context, f *file, id archive.StoryID) (*Dossier, error) {
	story, err := s.archive.Story(ctx, id)
	if err != nil {
		return nil, err
	}
	looked := s.now()
	s.mu.Lock()
	have, stale := f.dossier, f.stale
	f.stale = false // what is changed from here on makes it stale again
	s.mu.Unlock()
	if have == nil || stale || have.Story.Changed != story.Changed {
		reports, err := s.archive.ReportsOf(ctx, story.ID)
		if err != nil {
			return nil, err
		}
		if have, err = load(ctx, s.archive, s.begin, story, reports); err != nil {
			return nil, err
		}
	}
	s.mu.Lock()
	f.dossier, f.looked = have, looked
	s.mu.Unlock()
	return have, nil
}

// renew makes a dossier anew in the background, one at a time.
func (s *Shelf) renew(ctx context.Context, f *file, id archive.StoryID) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if f.renewed {
		return
	}
	f.renewed = true
	go func() {
		s.work <- struct{}{}
		defer func() { <-s.work }()
		f.making.Lock()
		defer f.making.Unlock()
		if d, err := s.make(context.WithoutCancel(ctx), f, id); err == nil { // whoever asks next sees the error
			s.keep(ctx, d)
		}
		s.mu.Lock()
		f.renewed = false
		s.mu.Unlock()
	}()
}

// Changed says that a person changed something in a story: the next who asks for
// it waits for it to be made anew.
func (s *Shelf) Changed(id archive.StoryID) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if f := s.files[id]; f != nil {
		f.stale = true
	}
}
