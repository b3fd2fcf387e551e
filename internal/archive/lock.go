package archive

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"time"
)

// lock keeps programs that write into one folder from each other's way. The
// operating system gives it up when its holder dies. The file says who holds it,
// for those that wait:
//
//	writer.lock    held for the time of one batch
//	waiting.lock   shared by those that wait; who loads much looks at it between batches
//
// PostgreSQL needs none: its transactions wait for each other by themselves.
type lock struct {
	writer, waiting *os.File // nil: not needed
	program         string
	told            bool // the file says that it is us
	patience        time.Duration
}

const (
	lockPatience = 30 * time.Second
	lockPause    = 2 * time.Millisecond
)

// newLock returns the lock of a folder, which may not exist yet; "" needs none.
func newLock(folder, program string) *lock {
	l := &lock{program: program, patience: lockPatience}
	if folder == "" || !canLock {
		return l
	}
	l.writer, _ = os.OpenFile(filepath.Join(folder, "writer.lock"), os.O_RDWR|os.O_CREATE, 0o600)
	l.waiting, _ = os.OpenFile(filepath.Join(folder, "waiting.lock"), os.O_RDWR|os.O_CREATE, 0o600)
	return l
}

func (l *lock) close() {
	if l.writer != nil {
		l.writer.Close()
		l.waiting.Close()
	}
}

// hold does the work while no other program writes. It fails with [ErrBusy] and
// who it is when another does for too long.
func (l *lock) hold(ctx context.Context, work func() error) error {
	if l.writer == nil || l.waiting == nil {
		return work()
	}
	if !tryLock(l.writer) {
		if err := l.wait(ctx); err != nil {
			return err
		}
	}
	defer unlock(l.writer)
	l.tell()
	return work()
}

func (l *lock) wait(ctx context.Context) error {
	shareLock(l.waiting)
	defer unlock(l.waiting)
	l.told = false
	for until := time.Now().Add(l.patience); time.Now().Before(until); {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(lockPause + time.Duration(rand.IntN(int(lockPause)))):
		}
		if tryLock(l.writer) {
			return nil
		}
	}
	return fmt.Errorf("%w: %s", ErrBusy, l.holder())
}

// yield lets those that wait have their turn.
func (l *lock) yield() {
	if l.waiting == nil {
		return
	}
	if tryLock(l.waiting) {
		unlock(l.waiting)
		return
	}
	l.told = false
	time.Sleep(5 * lockPause)
}

// holder is what the lock file says of who holds the lock.
type holder struct {
	Program string    `json:"program"`
	Process int       `json:"process"`
	Since   time.Time `json:"since"`
}

func (h holder) String() string {
	if h.Process == 0 {
		return "it does not say which"
	}
	return fmt.Sprintf("%s, process %d, since %s", h.Program, h.Process, h.Since.Format(time.TimeOnly))
}

func (l *lock) tell() {
	if l.told {
		return
	}
	text, err := json.Marshal(holder{l.program, os.Getpid(), time.Now()})
	if err != nil {
		return
	}
	l.writer.Truncate(0)
	_, err = l.writer.WriteAt(append(text, '\n'), 0)
	l.told = err == nil
}

func (l *lock) holder() (h holder) {
	text := make([]byte, 512)
	n, err := l.writer.ReadAt(text, 0)
	if n == 0 && err != nil {
		return h
	}
	if err := json.Unmarshal(text[:n], &h); err != nil && !errors.Is(err, os.ErrClosed) {
		return holder{}
	}
	return h
}
