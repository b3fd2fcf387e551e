// Package score compares readings with annotated corpora: precision, recall and
// F1 with their bootstrap intervals, calibration, and the mistakes one by one.
//
// The unit of comparison is the scoring token: a run of word characters, or any
// other single character that is not white space. It is coarser than what any
// tokeniser in the program does and depends on none of them, so that scores
// survive changes of segmentation and can be compared with others' scores. A
// span is the set of scoring tokens it touches.
//
// The way of a measurement:
//
//	gold.Article, []Found  →  Article  →  Tally  →  Result  →  Baseline
//	as read                   as tokens   counts    F1 ± CI    floors
package score

import (
	"context"
	"runtime"
	"sync"

	"hearsay"
	"hearsay/internal/gold"
)

// Found is one attribution as a system gives it.
type Found struct {
	gold.Attribution
	Confidence int // thousandths
}

// Outermost returns the attributions of a record that stand within no other:
// the corpora mark those only.
func Outermost(attributions []hearsay.Attribution) []Found {
	var out []Found
	for _, a := range attributions {
		if a.Within != nil {
			continue
		}
		out = append(out, Found{
			Attribution: gold.Attribution{Source: piece(a.Source), Cue: piece(a.Cue), Content: a.Content},
			Confidence:  a.Confidence,
		})
	}
	return out
}

func piece(s *hearsay.Span) []hearsay.Span {
	if s == nil {
		return nil
	}
	return []hearsay.Span{*s}
}

// Annotated returns an annotator's attributions as if a system, wholly sure of
// itself, had found them.
func Annotated(attributions []gold.Attribution) []Found {
	out := make([]Found, len(attributions))
	for i, a := range attributions {
		out[i] = Found{a, 1000}
	}
	return out
}

// Read reads every article on all cores and returns what was found in the order
// of the articles. After each one it calls done, one call at a time. The first
// error ends it.
func Read[A, F any](ctx context.Context, articles []A, read func(context.Context, A) (F, error), done func()) ([]F, error) {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	found := make([]F, len(articles))
	next := make(chan int)
	var workers sync.WaitGroup
	var one sync.Mutex
	for range min(runtime.GOMAXPROCS(0), len(articles)) {
		workers.Go(func() {
			for i := range next {
				var err error
				if found[i], err = read(ctx, articles[i]); err != nil {
					cancel(err)
				}
				one.Lock()
				done()
				one.Unlock()
			}
		})
	}
	feed(ctx, next, len(articles))
	workers.Wait()
	return found, context.Cause(ctx)
}

// feed sends 0 … n-1 until ctx is done, and closes to.
func feed(ctx context.Context, to chan<- int, n int) {
	defer close(to)
	for i := range n {
		select {
		case to <- i:
		case <-ctx.Done():
			return
		}
	}
}
