package dossier

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"hearsay/internal/archive"
)

// Shelf keeps the stories that were asked for last, each on its table and with its
// dossier. It is safe for use by several goroutines.
//
// # Who waits
//
//	Story    hands out what there is at once, and has what is out of date made anew in
//	         the background; only for a story that is not on the shelf yet it waits, as
//	         long as the asker will
//	Latest   waits until everything that has happened so far is in it
//
// Pages ask for Story. Who has just changed something waits for it to be in (ForEditor):
// to be shown one's own correction missing looks like a fault, and with a table that is
// kept up it takes about a second. All others lose nothing by seeing it a moment later.
// Programs ask for Latest: they do not look at a screen, and read what they wrote.
//
// What is made in the background is made one at a time, with rests, so that a story
// that gets a report every few moments takes a third of one core at most.
type Shelf struct {
	archive *archive.Archive
	begin   func() Comparison
	now     func() time.Time
	work    chan struct{}  // holds one token: one comparison in the background at a time
	reader  string         // the program, for the tables that are made of stories; "" : none are
	prepare func(*Dossier) // what is done with a dossier before it is handed out

	mu    sync.Mutex
	files map[archive.StoryID]*file
	round int64 // counts what was asked
}

// file is the place of one story on the shelf, guarded by Shelf.mu.
type file struct {
	table   *table // of whoever makes the dossier
	dossier *Dossier
	looked  time.Time // when it was last seen to be up to date
	used    int64
	making  *making // under way; nil: none
}

// making is a dossier being made.
type making struct {
	done    chan struct{} // closed when it is made
	hurry   chan struct{} // closed when somebody waits for it
	hurried bool          // it is closed; guarded by Shelf.mu
	dossier *Dossier
	err     error
}

// wait says that somebody waits for it.
func (m *making) wait() {
	if !m.hurried {
		m.hurried = true
		close(m.hurry)
	}
}

// pace is how a dossier is made: at once, or in the background.
type pace int

const (
	atOnce pace = iota
	inBackground
)

// The limits of a shelf.
const (
	shelfSize    = 64
	shelfRecords = 10_000          // on the tables of all stories, the one asked for last left out
	freshFor     = 2 * time.Second // how long a dossier is handed out without a look at the archive
	restFor      = 5               // times as long as it has worked the background rests
	longestRest  = 10 * time.Second
)

// ErrNotYet says that a story is being compared for the first time, and that the asker
// would wait no longer.
var ErrNotYet = errors.New("is being compared for the first time: ask again in a moment")

// NewShelf returns an empty shelf over an archive. begin begins the comparison of a
// story.
func NewShelf[C Comparison](a *archive.Archive, begin func() C, now func() time.Time) *Shelf {
	return &Shelf{archive: a, begin: func() Comparison { return begin() }, now: now, work: make(chan struct{}, 1), files: map[archive.StoryID]*file{}}
}

// Prepare has something done with each dossier before it is handed out, so that no
// page waits for it. It is to be called before anything else.
func (s *Shelf) Prepare(with func(*Dossier)) { s.prepare = with }

// Story returns a story's dossier, as it was a moment ago or, if a newer one is being
// made, before; or archive.ErrNotFound, or [ErrNotYet] if ctx ends before there is any.
// See [ForPage] and [ForEditor].
func (s *Shelf) Story(ctx context.Context, id archive.StoryID) (*Dossier, error) {
	asker := askerOf(ctx)
	ctx, done := asker.limit(ctx)
	defer done()
	have, isFresh := s.take(id)
	switch {
	case have == nil:
		return s.await(ctx, id, s.start(id, atOnce))
	case asker.latest:
		if d, err := s.Latest(ctx, id); err == nil {
			return d, nil
		}
	case !isFresh:
		s.start(id, inBackground)
	}
	return have, nil
}

// Latest returns a story's dossier with everything that has happened so far.
func (s *Shelf) Latest(ctx context.Context, id archive.StoryID) (*Dossier, error) {
	return s.latest(ctx, id, atOnce)
}

func (s *Shelf) latest(ctx context.Context, id archive.StoryID, how pace) (*Dossier, error) {
	story, err := s.archive.Story(ctx, id)
	if err != nil {
		return nil, err
	}
	for {
		if have, _ := s.take(id); have != nil && have.Story.Changed >= story.Changed {
			return have, nil
		}
		// What is under way may have begun too early.
		if _, err := s.await(ctx, id, s.start(id, how)); err != nil {
			return nil, err
		}
	}
}

// Changed says that a person changed something in a story: it is looked at anew as
// soon as it is asked for.
func (s *Shelf) Changed(id archive.StoryID) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if f := s.files[id]; f != nil {
		f.looked = time.Time{}
	}
}

// take finds a story's dossier, if it has one, and whether that needs no look at the
// archive.
func (s *Shelf) take(id archive.StoryID) (have *Dossier, isFresh bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	f := s.file(id)
	return f.dossier, s.now().Sub(f.looked) < freshFor
}

// file returns the file of a story, a new one if need be.
func (s *Shelf) file(id archive.StoryID) *file {
	f := s.files[id]
	if f == nil {
		f = &file{}
		s.files[id] = f
	}
	s.round++
	f.used = s.round
	s.makeRoom()
	return f
}

// makeRoom takes off the shelf what was not asked for the longest, until the rest fits.
func (s *Shelf) makeRoom() {
	for {
		oldest, used, records := archive.StoryID(0), s.round, 0
		for id, f := range s.files {
			if f.dossier != nil && f.used < s.round {
				records += len(f.dossier.Kept)
			}
			if f.used < used && f.making == nil {
				oldest, used = id, f.used
			}
		}
		if used == s.round || len(s.files) <= shelfSize && records <= shelfRecords {
			return
		}
		delete(s.files, oldest)
	}
}

// await waits for what is being made.
func (s *Shelf) await(ctx context.Context, id archive.StoryID, m *making) (*Dossier, error) {
	select {
	case <-m.done:
		return m.dossier, m.err
	case <-ctx.Done():
		return nil, fmt.Errorf("story %d %w", id, ErrNotYet)
	}
}

// start has a story's dossier made, unless that is under way. Whoever asked may leave:
// it is made all the same.
func (s *Shelf) start(id archive.StoryID, how pace) *making {
	s.mu.Lock()
	defer s.mu.Unlock()
	f := s.file(id)
	m := f.making
	isNew := m == nil
	if isNew {
		m = &making{done: make(chan struct{}), hurry: make(chan struct{})}
		f.making = m
	}
	if how == atOnce {
		m.wait()
	}
	if !isNew {
		return m
	}
	go func() {
		defer s.turn(m.hurry)()
		m.dossier, m.err = s.make(context.Background(), f, id)
		s.mu.Lock()
		f.making = nil
		s.mu.Unlock()
		close(m.done)
	}()
	return m
}

// turn waits until nothing else is made in the background, or somebody is in a hurry.
// What it returns is to be called after the work: it lets the next one in after a rest.
func (s *Shelf) turn(hurry <-chan struct{}) (done func()) {
	select {
	case <-hurry:
		return func() {}
	default:
	}
	select {
	case <-hurry:
		return func() {}
	case s.work <- struct{}{}:
	}
	began := time.Now()
	return func() { time.AfterFunc(min(restFor*time.Since(began), longestRest), func() { <-s.work }) }
}

// make makes a dossier, unless the one that is there is up to date.
func (s *Shelf) make(ctx context.Context, f *file, id archive.StoryID) (*Dossier, error) {
	looked := s.now()
	story, err := s.archive.Story(ctx, id)
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	have := f.dossier
	s.mu.Unlock()
	isNew := have == nil || have.Story.Changed != story.Changed
	if isNew {
		if have, err = s.compare(ctx, f, story); err != nil {
			return nil, err
		}
	}
	s.mu.Lock()
	f.dossier, f.looked = have, looked
	s.mu.Unlock()
	if isNew {
		s.keep(ctx, have)
	}
	return have, nil
}

// compare brings a story's table up to date and prepares its dossier.
func (s *Shelf) compare(ctx context.Context, f *file, story archive.Story) (*Dossier, error) {
	if f.table == nil {
		f.table = newTableOf(s.archive, s.begin)
	}
	d, err := f.table.dossier(ctx, story)
	if err != nil {
		f.table = nil // nobody knows how far it came
		return nil, err
	}
	if s.prepare != nil {
		s.prepare(d)
	}
	return d, nil
}
