// Package follow looks at feeds, pages and folders again and again, and has the
// archive keep what is new in them.
//
//	Store ─► what is due ─► by host, each at its own pace ─┬► feed:   addresses not seen yet ─► pages, due at once
//	  ▲                                                    ├► page:   another text than before? ─► Add
//	  │                                                    └► folder: files that changed ─► Add
//	  └──────────── when to look next, and what to remember ◄──┘
//
// Everything that is remembered is in the store: a follower that was killed goes
// on where it was. The clock is given from outside.
package follow

import (
	"context"
	"errors"
	"sync"
	"time"

	"net/url"

	"hearsay"
	"hearsay/internal/archive"
	"hearsay/internal/fetch"
)

// Store keeps what is followed and what was found. [archive.Archive] is one.
type Store interface {
	Feeds(context.Context) ([]archive.Feed, error)
	Feed(ctx context.Context, url string) (archive.Feed, error)
	DueFeeds(ctx context.Context, by time.Time) ([]archive.Feed, error)
	PutFeed(context.Context, archive.Feed) (archive.Feed, error)

	Page(ctx context.Context, url string) (archive.FollowedPage, error)
	DuePages(ctx context.Context, by time.Time, limit int) ([]archive.FollowedPage, error)
	PutPage(context.Context, archive.FollowedPage) error

	LogFetch(context.Context, archive.Fetch) error

	Add(context.Context, archive.Incoming) (archive.Added, error)
	// Known reports whether a report out of a file is there already.
	Known(context.Context, hearsay.Report) (archive.Added, bool, error)
	ReportAt(ctx context.Context, url string) (archive.Report, error)
	Record(context.Context, archive.RevisionID) (hearsay.Record, error)
}

// Web gets pages. [fetch.Fetcher] does.
type Web interface {
	// Open is for an address that a person named.
	Open(ctx context.Context, u *url.URL) (fetch.Page, error)
	// Follow keeps to robots.txt and asks only for what has changed.
	Follow(ctx context.Context, u *url.URL, known fetch.Validators) (fetch.Page, error)
}

// Reader turns what came into records.
type Reader interface {
	ReadPage(ctx context.Context, page fetch.Page, hint Hint) (hearsay.Record, error)
	// ReadFile reads those reports in one file that are wanted, which may fill in
	// what is known of them otherwise.
	ReadFile(ctx context.Context, path string, wanted func(*hearsay.Report) bool) ([]hearsay.Record, error)
}

// Hint is what is known of a report from where it was found, for one that does not
// say it itself.
type Hint struct {
	Outlet    string
	Published time.Time
}

// Clock tells the time. The zero Clock is that of the machine.
type Clock struct {
	Now   func() time.Time
	After func(time.Duration) <-chan time.Time
}

// Follower follows what its store lists.
type Follower struct {
	Store  Store
	Web    Web
	Reader Reader
	Clock  Clock
	Seed   uint64      // of the jitter
	Tell   func(Event) // of each look, one at a time; nil: nobody

	mutex  sync.Mutex
	busy   map[string]bool      // hosts that are being looked at
	paused map[string]time.Time // hosts that are left alone, until when
}

// Event is one look at something that is followed.
type Event struct {
	At      time.Time
	Feed    int64 // 0: none
	URL     string
	Outcome string         // one line for a person
	Added   *archive.Added // what became of a report; nil: none was new
	Err     error          // nil: it could be looked at
}

// How much is looked at at once.
const (
	hostsAtOnce  = 16
	looksInARow  = 10   // at one host, before others have a turn
	pagesAtATime = 5000 // that are due
	idle         = time.Minute
)

// Run follows until ctx ends, which is no error.
func (f *Follower) Run(ctx context.Context) error {
	for {
		next, err := f.Round(ctx)
		if ctx.Err() != nil {
			return nil
		}
		if err != nil {
			return err
		}
		wait := idle // what others add to the store is seen that soon
		if !next.IsZero() {
			wait = min(max(next.Sub(f.now()), 0), idle)
		}
		select {
		case <-ctx.Done():
			return nil
		case <-f.after(wait):
		}
	}
}

// Round looks at everything that is due, and at what is found that is due at
// once, until nothing is. It returns when something will be; zero: nothing is
// followed. Hosts do not wait for each other. An error is one of the store: whatever else
// goes wrong is told and logged, and looked at again later.
func (f *Follower) Round(ctx context.Context) (next time.Time, err error) {
	done := make(chan error, hostsAtOnce)
	running := 0
	for {
		var started int
		var failed error
		if err == nil && ctx.Err() == nil {
			started, next, failed = f.start(ctx, hostsAtOnce-running, done)
			err = errors.Join(err, failed)
		}
		running += started
		if running == 0 {
			return next, err
		}
		select {
		case failed := <-done:
			running--
			err = errors.Join(err, failed)
		case <-f.after(wakeIn(f.now(), next)):
		}
	}
}

// wakeIn is how long to wait for something to be due while hosts are looked at.
func wakeIn(now, next time.Time) time.Duration {
	if next.After(now) {
		return min(next.Sub(now), idle)
	}
	return idle
}

// start has goroutines look at what is due at hosts where none does, at most so
// many, and returns how many began and when the next thing is due.
func (f *Follower) start(ctx context.Context, most int, done chan<- error) (started int, next time.Time, err error) {
	due, next, err := f.due(ctx)
	if err != nil {
		return 0, next, err
	}
	for _, d := range due {
		if started == most {
			break
		}
		if !f.enter(d.host) {
			continue
		}
		started++
		go func() {
			err := f.visit(ctx, d)
			f.leave(d.host)
			done <- err
		}()
	}
	return started, next, nil
}

func (f *Follower) enter(host string) bool {
	f.mutex.Lock()
	defer f.mutex.Unlock()
	if f.busy == nil {
		f.busy = map[string]bool{}
	}
	if f.busy[host] {
		return false
	}
	f.busy[host] = true
	return true
}

func (f *Follower) leave(host string) {
	f.mutex.Lock()
	defer f.mutex.Unlock()
	delete(f.busy, host)
}

// visit looks at what is due at one host, one thing after the other. If the host
// is out of order, it is left alone for a while.
func (f *Follower) visit(ctx context.Context, d dueAt) error {
	for _, look := range d.looks {
		if ctx.Err() != nil {
			return nil
		}
		trouble, err := look(ctx)
		if err != nil {
			return err
		}
		if trouble > 0 {
			f.pause(d.host, f.now().Add(trouble))
			return nil
		}
	}
	return nil
}

func (f *Follower) pause(host string, until time.Time) {
	f.mutex.Lock()
	defer f.mutex.Unlock()
	if f.paused == nil {
		f.paused = map[string]time.Time{}
	}
	f.paused[host] = until
}

// pausedUntil returns until when a host is left alone, zero if it is not.
func (f *Follower) pausedUntil(host string) time.Time {
	f.mutex.Lock()
	defer f.mutex.Unlock()
	until := f.paused[host]
	if !until.After(f.now()) {
		delete(f.paused, host)
		return time.Time{}
	}
	return until
}

func (f *Follower) now() time.Time {
	if f.Clock.Now == nil {
		return time.Now()
	}
	return f.Clock.Now()
}

func (f *Follower) after(d time.Duration) <-chan time.Time {
	if f.Clock.After == nil {
		return time.After(d)
	}
	return f.Clock.After(d)
}

// tell logs a look and tells of it.
func (f *Follower) tell(ctx context.Context, e Event, took time.Duration, status int, size int) error {
	if f.Tell != nil {
		f.mutex.Lock()
		f.Tell(e)
		f.mutex.Unlock()
	}
	return f.Store.LogFetch(ctx, archive.Fetch{
		At: e.At, Feed: e.Feed, URL: e.URL, Status: status, Bytes: int64(size), Took: took, Outcome: e.Outcome,
	})
}
