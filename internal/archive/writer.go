package archive

import (
	"context"
	"database/sql"
	"errors"
	"time"
)

// Urgency says whether somebody waits for a piece of writing.
type Urgency int

// The urgencies.
const (
	Interactive Urgency = iota // a person waits
	Bulk                       // one of many
)

// writer does all the writing of a program in one goroutine:
//
//	urgent ─┐                       ┌ savepoint, job, release ┐
//	        ├─► take the lock, begin ┤ …                       ├ commit, acknowledge all
//	bulk  ──┘                       └ savepoint, job, release ┘
//
// Jobs share a transaction, since it is the commit that takes time: those that
// are there already, up to the first urgent one, for no longer than batchTime. A
// job that fails is undone alone. Nothing is acknowledged before the commit.
type writer struct {
	db           *sql.DB
	session      *session
	dialect      dialect
	lock         *lock
	urgent, bulk chan *job
	closing      chan struct{}
	done         chan struct{}

	// forget is called when a transaction or a job in it was undone, for what
	// jobs remember between transactions.
	forget func()
}

const (
	batchTime = 60 * time.Millisecond
	batchJobs = 128
)

// job is one piece of writing.
type job struct {
	ctx  context.Context
	work func(context.Context, *session) error
	// alone is set for what is run outside a transaction.
	alone bool
	err   error
	done  chan struct{}
	over  bool // finished; of the writer's goroutine, or of send's
}

var errClosed = errors.New("the archive is closed")

func newWriter(db *sql.DB, d dialect, l *lock, forget func()) *writer {
	w := &writer{
		db: db, dialect: d, lock: l, forget: forget,
		urgent: make(chan *job), bulk: make(chan *job, batchJobs), closing: make(chan struct{}), done: make(chan struct{}),
	}
	go w.run()
	return w
}

// do has a job done and waits until it is on disk.
func (w *writer) do(ctx context.Context, u Urgency, work func(context.Context, *session) error) error {
	return w.wait(w.send(ctx, u, &job{ctx: ctx, work: work, done: make(chan struct{})}))
}

// upkeep is do for what cannot be part of a transaction.
func (w *writer) upkeep(ctx context.Context, work func(context.Context, *session) error) error {
	return w.wait(w.send(ctx, Interactive, &job{ctx: ctx, work: work, alone: true, done: make(chan struct{})}))
}

// send queues a job; if it cannot, the job is done with an error.
func (w *writer) send(ctx context.Context, u Urgency, j *job) *job {
	queue := w.urgent
	if u == Bulk {
		queue = w.bulk
	}
	select {
	case queue <- j:
	case <-ctx.Done():
		j.finish(ctx.Err())
	case <-w.closing:
		j.finish(errClosed)
	}
	return j
}

// wait waits for a job even when its context has ended: it may be kept already,
// and whoever asks must not be told otherwise.
func (w *writer) wait(j *job) error {
	<-j.done
	return j.err
}

// finish tells whoever waits; the first time counts.
func (j *job) finish(err error) {
	if j.over {
		return
	}
	j.over, j.err = true, err
	close(j.done)
}

// stop does what is queued and takes nothing more.
func (w *writer) stop() {
	close(w.closing)
	<-w.done
}

func (w *writer) close() error {
	w.lock.close()
	return w.db.Close()
}

func (w *writer) run() {
	defer close(w.done)
	for {
		select {
		case j := <-w.urgent:
			w.batch(j)
			continue
		default:
		}
		select {
		case j := <-w.urgent:
			w.batch(j)
		case j := <-w.bulk:
			w.batch(j)
		case <-w.closing:
			w.drain()
			return
		}
	}
}

// drain does what was queued before the archive was closed.
func (w *writer) drain() {
	for {
		select {
		case j := <-w.bulk:
			w.batch(j)
		default:
			if w.session != nil {
				w.session.forget()
				w.session.conn.Close()
			}
			return
		}
	}
}

// batch does the job and those that wait behind it in one transaction.
func (w *writer) batch(first *job) {
	ctx := context.Background()
	var kept []*job
	err := w.lock.hold(first.ctx, func() error {
		if err := w.connect(ctx); err != nil {
			return err
		}
		if first.alone {
			return first.work(ctx, w.session)
		}
		return w.transact(ctx, first, &kept)
	})
	if err != nil {
		w.forget()
	}
	for _, j := range append(kept, first) { // the first too if it did not even begin, or is alone
		j.finish(err)
	}
	w.lock.yield()
}

// transact fills kept with the jobs that the transaction holds; those that fail
// are finished already.
func (w *writer) transact(ctx context.Context, first *job, kept *[]*job) error {
	if err := w.session.plain(ctx, w.dialect.begin()); err != nil {
		return err
	}
	w.session.found, w.session.settled = w.session.found[:0], 0
	deadline := time.Now().Add(batchTime)
	failed := 0
	for j := first; j != nil; j = w.more(deadline, len(*kept)+failed) {
		err := j.ctx.Err()
		if err == nil {
			err = w.attempt(ctx, j)
		}
		switch {
		case err == nil:
			*kept = append(*kept, j)
		case fatal(w.dialect, err):
			*kept = append(*kept, j)
			w.session.plain(ctx, "ROLLBACK")
			return err
		default:
			failed++
			w.forget()
			j.finish(err)
		}
		if time.Now().After(deadline) {
			break
		}
	}
	err := w.dialect.settle(ctx, w.session)
	if err == nil {
		err = w.session.plain(ctx, "COMMIT")
	}
	if err != nil {
		w.session.plain(ctx, "ROLLBACK")
	}
	return err
}

// attempt does one job so that it can be undone alone.
func (w *writer) attempt(ctx context.Context, j *job) error {
	if err := w.session.plain(ctx, "SAVEPOINT job"); err != nil {
		return err
	}
	found, settled := len(w.session.found), w.session.settled
	if err := j.work(ctx, w.session); err != nil {
		w.session.found, w.session.settled = w.session.found[:found], settled
		if undo := w.session.plain(ctx, "ROLLBACK TO SAVEPOINT job"); undo != nil {
			return errors.Join(err, undo)
		}
		return errors.Join(err, w.session.plain(ctx, "RELEASE SAVEPOINT job"))
	}
	return w.session.plain(ctx, "RELEASE SAVEPOINT job")
}

// fatal reports whether an error spoils the whole transaction.
func fatal(d dialect, err error) bool {
	return d.explain(err) != err || errors.Is(err, sql.ErrConnDone)
}

// more returns the next job of a batch, nil when it is to end.
func (w *writer) more(deadline time.Time, n int) *job {
	if n >= batchJobs || time.Now().After(deadline) {
		return nil
	}
	select {
	case j := <-w.bulk:
		return j
	default:
		return nil
	}
}

// connect makes sure that there is a connection that works.
func (w *writer) connect(ctx context.Context) error {
	if w.session != nil && w.session.conn.PingContext(ctx) == nil {
		return nil
	}
	conn, err := w.db.Conn(ctx)
	if err != nil {
		return err
	}
	w.session = newSession(conn, w.dialect)
	return nil
}
