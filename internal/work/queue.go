package work

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"sync"
	"time"
)

// ErrNotFound says that there is no such piece of work.
var ErrNotFound = errors.New("there is no such work")

// Do does a piece of work until it is done or ctx ends, and tells each step. It may
// do again what was done before: it is gone on with by doing it once more.
type Do func(ctx context.Context, w Work, tell func(Step)) error

// Queue is pieces of work and whoever does them. It is safe for use by several
// goroutines.
type Queue struct {
	folder string
	do     Do
	now    func() time.Time

	mu   sync.Mutex
	all  []Work // by ID
	wake chan struct{}
	stop context.CancelFunc // of what is running
	kept time.Time          // when what is running was kept last
}

// Open returns the queue in a folder, which need not exist yet.
func Open(folder string, do Do, now func() time.Time) (*Queue, error) {
	q := &Queue{folder: folder, do: do, now: now, wake: make(chan struct{}, 1)}
	files, err := filepath.Glob(filepath.Join(folder, "*.json"))
	if err != nil {
		return nil, err
	}
	for _, file := range files {
		w, err := read(file)
		if err != nil {
			return nil, fmt.Errorf("%s: %w: remove it, and what it was about is forgotten", file, err)
		}
		if w.State == Running || w.State == Waiting {
			w.State, w.Ended = CutOff, now()
		}
		q.all = append(q.all, w)
	}
	slices.SortFunc(q.all, func(a, b Work) int { return cmp.Compare(a.ID, b.ID) })
	return q, nil
}

// Run does what is waiting, until ctx ends.
func (q *Queue) Run(ctx context.Context) {
	for ctx.Err() == nil {
		w, workCtx, ok := q.next(ctx)
		if !ok {
			select {
			case <-q.wake:
			case <-ctx.Done():
			}
			continue
		}
		err := q.do(workCtx, w, func(s Step) { q.step(w.ID, s) })
		q.end(ctx, w.ID, err)
	}
}

// next begins the first that is waiting.
func (q *Queue) next(ctx context.Context) (Work, context.Context, bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	i := slices.IndexFunc(q.all, func(w Work) bool { return w.State == Waiting })
	if i < 0 {
		return Work{}, nil, false
	}
	w := &q.all[i]
	w.State, w.Begun, w.Ended, w.Why, w.Progress = Running, q.now(), time.Time{}, "", Progress{}
	q.keep(*w)
	ctx, q.stop = context.WithCancel(ctx)
	return *w, ctx, true
}

// keepEvery is how often what is running is kept.
const keepEvery = 2 * time.Second

func (q *Queue) step(id int, s Step) {
	q.mu.Lock()
	defer q.mu.Unlock()
	w := q.find(id)
	if w == nil {
		return
	}
	w.step(s)
	if now := q.now(); now.Sub(q.kept) >= keepEvery {
		q.kept = now
		q.keep(*w)
	}
}

func (q *Queue) end(ctx context.Context, id int, err error) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.stop()
	w := q.find(id)
	if w == nil {
		return
	}
	if w.State != Running { // somebody stopped it, or has it gone on with already
		q.keep(*w)
		return
	}
	w.Ended = q.now()
	switch {
	case ctx.Err() != nil:
		w.State = CutOff
	case err != nil:
		w.State, w.Why = Failed, err.Error()
	default:
		w.State = Done
		q.empty(w)
	}
	q.keep(*w)
}

// empty removes the files that were given to a piece of work.
func (q *Queue) empty(w *Work) {
	if w.Folder != "" {
		_ = os.RemoveAll(w.Folder) // what stays takes room and does no harm
		w.Folder = ""
	}
}

// Prepare returns the number of a piece of work that is not there yet, and makes a
// folder for files that are given to it.
func (q *Queue) Prepare() (id int, folder string, err error) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for id = 1; ; id++ {
		folder = filepath.Join(q.folder, strconv.Itoa(id))
		if q.find(id) != nil {
			continue
		}
		if err := os.MkdirAll(q.folder, 0o700); err != nil {
			return 0, "", err
		}
		if err = os.Mkdir(folder, 0o700); !errors.Is(err, os.ErrExist) {
			return id, folder, err
		}
	}
}

// Add asks for a piece of work, with a number from Prepare.
func (q *Queue) Add(w Work) (Work, error) {
	q.mu.Lock()
	defer q.mu.Unlock()
	w.State, w.Asked = Waiting, q.now()
	if err := q.keep(w); err != nil {
		return w, err
	}
	q.all = append(q.all, w)
	slices.SortFunc(q.all, func(a, b Work) int { return cmp.Compare(a.ID, b.ID) })
	q.nudge()
	return w, nil
}

func (q *Queue) nudge() {
	select {
	case q.wake <- struct{}{}:
	default:
	}
}

// All returns every piece of work, what was asked for last first.
func (q *Queue) All() []Work {
	q.mu.Lock()
	defer q.mu.Unlock()
	all := slices.Clone(q.all)
	for i := range all {
		all[i].Progress = all[i].Progress.clone()
	}
	slices.SortStableFunc(all, func(a, b Work) int { return cmp.Or(b.Asked.Compare(a.Asked), b.ID-a.ID) })
	return all
}

func (p Progress) clone() Progress {
	p.Outcomes, p.Errors = slices.Clone(p.Outcomes), slices.Clone(p.Errors)
	return p
}

// Get returns a piece of work.
func (q *Queue) Get(id int) (Work, error) {
	q.mu.Lock()
	defer q.mu.Unlock()
	w := q.find(id)
	if w == nil {
		return Work{}, ErrNotFound
	}
	found := *w
	found.Progress = found.Progress.clone()
	return found, nil
}

// find returns a piece of work, nil for none. The lock is held.
func (q *Queue) find(id int) *Work {
	for i := range q.all {
		if q.all[i].ID == id {
			return &q.all[i]
		}
	}
	return nil
}

// Stop stops what is waiting or running. What it has done stays done.
func (q *Queue) Stop(id int) error {
	return q.change(id, func(w *Work) {
		if w.State == Running {
			q.stop()
		}
		if !w.IsOver() {
			w.State, w.Ended = Stopped, q.now()
		}
	})
}

// GoOn has what was stopped, cut off or failed done once more.
func (q *Queue) GoOn(id int) error {
	defer q.nudge()
	return q.change(id, func(w *Work) {
		if w.CanGoOn() {
			w.State = Waiting
		}
	})
}

// Forget removes what is over, with the files that were given to it.
func (q *Queue) Forget(id int) error {
	q.mu.Lock()
	defer q.mu.Unlock()
	w := q.find(id)
	if w == nil {
		return ErrNotFound
	}
	if !w.IsOver() {
		return errors.New("it is not over yet: stop it first")
	}
	q.empty(w)
	q.all = slices.DeleteFunc(q.all, func(w Work) bool { return w.ID == id })
	return os.Remove(q.file(id))
}

func (q *Queue) change(id int, how func(*Work)) error {
	q.mu.Lock()
	defer q.mu.Unlock()
	w := q.find(id)
	if w == nil {
		return ErrNotFound
	}
	how(w)
	return q.keep(*w)
}
