package web

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"hearsay/internal/archive"
	"hearsay/internal/dossier"
	"hearsay/internal/plain"
	"hearsay/tracer"
)

// TestLoad asks for 200 mixed pages a second while reports are read and added with
// one worker less than there are cores, and tells how long the pages took.
//
//	HEARSAY_LOAD=20s go test -run TestLoad -v ./internal/web
func TestLoad(t *testing.T) {
	length, err := time.ParseDuration(os.Getenv("HEARSAY_LOAD"))
	if err != nil {
		t.Skip("HEARSAY_LOAD names no length, such as 20s")
	}
	kept := deskWith(t, storyTexts(t)...).opt.Archive
	o := options()
	o.Patience = 0
	o.Archive, o.Shelf = kept, dossier.NewShelf(kept, tracer.New, time.Now)
	d := mustDesk(t, o)
	server := httptest.NewServer(d.Handler())
	t.Cleanup(server.Close)
	ctx, stop := context.WithCancel(t.Context())
	var added atomic.Int64
	var importing sync.WaitGroup
	for worker := range max(1, runtime.NumCPU()-1) {
		importing.Go(func() { importOn(ctx, t, d.opt.Archive, worker, &added) })
	}
	took, failed := askPages(t, server, length)
	stop()
	importing.Wait()
	slices.Sort(took)
	at := func(part float64) time.Duration { return took[int(part*float64(len(took)-1))] }
	t.Logf("%d pages in %v beside %d reports added: p50 %v, p90 %v, p99 %v, longest %v, %d failed",
		len(took), length, added.Load(), at(.5), at(.9), at(.99), took[len(took)-1], failed)
	if failed > 0 || at(.99) > 250*time.Millisecond {
		t.Errorf("p99 %v with %d failures, want at most 250ms and none", at(.99), failed)
	}
}

// importOn reads and adds reports, each another one, until ctx ends.
func importOn(ctx context.Context, t *testing.T, kept *archive.Archive, worker int, added *atomic.Int64) {
	texts := storyTexts(t)
	for i := 0; ctx.Err() == nil; i++ {
		text := strings.NewReplacer(".example/", fmt.Sprintf(".example/%d-%d-", worker, i), "Gannet", "Gull"+fmt.Sprint(i%50)).Replace(texts[i%len(texts)])
		report, err := plain.Parse("", []byte(text))
		if err != nil {
			t.Error(err)
			return
		}
		record, err := theReader().Read(ctx, report)
		if err == nil {
			_, err = kept.Add(ctx, archive.Incoming{Record: record, Urgency: archive.Bulk})
		}
		if err != nil && ctx.Err() == nil {
			t.Error(err)
			return
		}
		added.Add(1)
	}
}

// askPages asks for pages at an even pace, without waiting for answers, and returns how
// long each took from when it was due.
func askPages(t *testing.T, server *httptest.Server, length time.Duration) (took []time.Duration, failed int64) {
	mixed := []string{"/", "/story/1", "/report/1", "/report/3", "/search?q=fishermen", "/story/1/claim/1", "/report/1/versions", "/story/1/numbers", "/outlet?name=Radio+Harle", "/paste"}
	const perSecond = 200
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 400}, Timeout: 10 * time.Second}
	n := int(length.Seconds() * perSecond)
	took = make([]time.Duration, n)
	var wait sync.WaitGroup
	var failures atomic.Int64
	start := time.Now()
	for i := range n {
		due := start.Add(time.Duration(i) * time.Second / perSecond)
		time.Sleep(time.Until(due))
		wait.Go(func() {
			answer, err := client.Get(server.URL + mixed[i%len(mixed)])
			if err == nil {
				_, err = answer.Body.Read(make([]byte, 1))
				answer.Body.Close()
				if answer.StatusCode != http.StatusOK {
					failures.Add(1)
				}
			}
			if err != nil {
				failures.Add(1)
			}
			took[i] = time.Since(due)
		})
	}
	wait.Wait()
	return took, failures.Load()
}
