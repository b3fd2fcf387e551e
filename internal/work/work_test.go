package work

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// open returns a queue whose work is steps a second apart: of each input its name is
// the outcome, and one that begins with "bad" fails.
func open(t *testing.T, folder string) (*Queue, func()) {
	t.Helper()
	q, err := Open(folder, func(ctx context.Context, w Work, tell func(Step)) error {
		tell(Step{All: len(w.Inputs)})
		for _, in := range w.Inputs {
			select {
			case <-time.After(time.Second):
			case <-ctx.Done():
				return ctx.Err()
			}
			switch {
			case strings.HasPrefix(in, "bad"):
				tell(Step{Err: in + ": is bad"})
			case in == "odd":
				tell(Step{Warning: "odd: is odd"})
				tell(Step{Outcome: "new", Words: 10})
			case in == "full":
				return errors.New("the disk is full")
			default:
				tell(Step{Outcome: in, Words: 10})
			}
		}
		return nil
	}, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan struct{})
	go func() { q.Run(ctx); close(ended) }()
	return q, func() { stop(); <-ended }
}

func add(t *testing.T, q *Queue, inputs ...string) Work {
	t.Helper()
	id, folder, err := q.Prepare()
	if err != nil {
		t.Fatal(err)
	}
	w, err := q.Add(Work{ID: id, Kind: Import, Inputs: inputs, Folder: folder})
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func get(t *testing.T, q *Queue, id int) Work {
	t.Helper()
	w, err := q.Get(id)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func TestWorkIsDoneInOrder(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		q, stop := open(t, filepath.Join(t.TempDir(), "work"))
		defer stop()
		first := add(t, q, "new", "new", "bad", "odd", "known")
		second := add(t, q, "new")
		time.Sleep(2500 * time.Millisecond)
		w := get(t, q, first.ID)
		if w.State != Running || w.Done != 2 || w.All != 5 || w.Share() != 40 || w.Left(time.Now()) != 4*time.Second || w.Rate(time.Now()) != 48 {
			t.Errorf("on the way: %+v, %d %%, %v left, %d a minute", w, w.Share(), w.Left(time.Now()), w.Rate(time.Now()))
		}
		if got := get(t, q, second.ID); got.State != Waiting {
			t.Errorf("the second is %s", got.State)
		}
		time.Sleep(10 * time.Second)
		w = get(t, q, first.ID)
		want := Progress{All: 5, Done: 5, Failed: 1, Words: 40, Outcomes: []Outcome{{"new", 3}, {"known", 1}}, Errors: []string{"bad: is bad", "odd: is odd"}}
		if w.State != Done || !reflect.DeepEqual(w.Progress, want) || w.Share() != 100 {
			t.Errorf("at the end: %+v", w)
		}
		if _, err := os.Stat(first.Folder); !os.IsNotExist(err) {
			t.Error("what was given to it is still there")
		}
		if all := q.All(); len(all) != 2 || all[1].State != Done || get(t, q, second.ID).State != Done {
			t.Errorf("all: %+v", all)
		}
	})
}

func TestStopAndGoOn(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		q, stop := open(t, filepath.Join(t.TempDir(), "work"))
		defer stop()
		w := add(t, q, "new", "new", "new")
		time.Sleep(1500 * time.Millisecond)
		if err := q.Stop(w.ID); err != nil {
			t.Fatal(err)
		}
		time.Sleep(5 * time.Second)
		if got := get(t, q, w.ID); got.State != Stopped || got.Done != 1 || !got.CanGoOn() {
			t.Errorf("stopped: %+v", got)
		}
		if err := q.Forget(w.ID + 7); !errors.Is(err, ErrNotFound) {
			t.Errorf("got %v", err)
		}
		if err := q.GoOn(w.ID); err != nil {
			t.Fatal(err)
		}
		time.Sleep(5 * time.Second)
		if got := get(t, q, w.ID); got.State != Done || got.Done != 3 {
			t.Errorf("gone on: %+v", got)
		}
		failed := add(t, q, "full")
		time.Sleep(5 * time.Second)
		if got := get(t, q, failed.ID); got.State != Failed || got.Why != "the disk is full" {
			t.Errorf("failed: %+v", got)
		}
		if err := q.Forget(failed.ID); err != nil {
			t.Fatal(err)
		}
		if _, err := q.Get(failed.ID); !errors.Is(err, ErrNotFound) {
			t.Errorf("got %v", err)
		}
	})
}

// TestWorkOutlivesTheProgram: what was cut off waits for somebody to go on with it.
func TestWorkOutlivesTheProgram(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		folder := filepath.Join(t.TempDir(), "work")
		q, stop := open(t, folder)
		w := add(t, q, "new", "new", "new")
		if err := os.WriteFile(filepath.Join(w.Folder, "a.txt"), []byte("text"), 0o600); err != nil {
			t.Fatal(err)
		}
		waiting := add(t, q, "new")
		time.Sleep(1500 * time.Millisecond)
		stop()
		q, stop = open(t, folder)
		defer stop()
		time.Sleep(5 * time.Second)
		for _, id := range []int{w.ID, waiting.ID} {
			if got := get(t, q, id); got.State != CutOff {
				t.Errorf("after a restart: %+v", got)
			}
		}
		if _, err := os.Stat(filepath.Join(w.Folder, "a.txt")); err != nil {
			t.Error(err)
		}
		if err := q.GoOn(w.ID); err != nil {
			t.Fatal(err)
		}
		time.Sleep(5 * time.Second)
		if got := get(t, q, w.ID); got.State != Done || got.Done != 3 {
			t.Errorf("gone on: %+v", got)
		}
	})
}

func TestErrorsAreCountedOn(t *testing.T) {
	var p Progress
	for range keptErrors + 3 {
		p.step(Step{Err: "a: is bad"})
	}
	if len(p.Errors) != keptErrors || p.MoreErrors != 3 || p.Failed != keptErrors+3 {
		t.Errorf("%d kept, %d more, %d failed", len(p.Errors), p.MoreErrors, p.Failed)
	}
}

func TestABrokenFileIsNamed(t *testing.T) {
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "1.json"), []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(folder, nil, time.Now); err == nil || !strings.Contains(err.Error(), "1.json") {
		t.Errorf("got %v", err)
	}
}
