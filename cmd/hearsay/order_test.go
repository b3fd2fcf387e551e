package main

import (
	"context"
	"iter"
	"slices"
	"sync/atomic"
	"testing"
)

func numbers(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

// TestInOrder has every item wait for the one after it, as far as there are
// workers, so that work ends in another order than it began.
func TestInOrder(t *testing.T) {
	for _, jobs := range []int{1, 2, 7} {
		const n = 50
		ended := make([]chan struct{}, n)
		for i := range ended {
			ended[i] = make(chan struct{})
		}
		work := func(i int) int {
			if i%jobs != jobs-1 && i+1 < n {
				<-ended[i+1]
			}
			close(ended[i])
			return i
		}
		got := slices.Collect(inOrder(context.Background(), numbers(n), jobs, work))
		if want := slices.Collect(numbers(n)); !slices.Equal(got, want) {
			t.Errorf("with %d jobs: %v", jobs, got)
		}
	}
}

func TestInOrderKeepsToJobs(t *testing.T) {
	var busy, most atomic.Int32
	work := func(i int) int {
		now := busy.Add(1)
		defer busy.Add(-1)
		for old := most.Load(); now > old && !most.CompareAndSwap(old, now); old = most.Load() {
		}
		return i
	}
	for range inOrder(context.Background(), numbers(1000), 3, work) {
	}
	if most.Load() > 3 {
		t.Errorf("%d at once, want at most 3", most.Load())
	}
}

// TestInOrderStops: a consumer that has enough ends the work.
func TestInOrderStops(t *testing.T) {
	for i := range inOrder(context.Background(), numbers(1<<30), 2, func(i int) int { return i }) {
		if i == 5 {
			break
		}
	}
}

// TestInOrderDoesNotWaitForMore: once its context has ended, the results of what
// was begun come out, and an item that never comes is not waited for.
func TestInOrderDoesNotWaitForMore(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	never := make(chan struct{})
	defer close(never)
	items := func(yield func(int) bool) {
		for i := range 3 {
			if !yield(i) {
				return
			}
		}
		<-never
	}
	var got []int
	for i := range inOrder(ctx, items, 8, func(i int) int { return i }) {
		if got = append(got, i); i == 0 {
			cancel()
		}
	}
	if len(got) == 0 || !slices.Equal(got, []int{0, 1, 2}[:len(got)]) {
		t.Errorf("%v", got)
	}
}
