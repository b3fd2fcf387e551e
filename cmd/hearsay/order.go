package main

import (
	"context"
	"iter"
)

// inOrder has up to jobs goroutines work on the items and yields the results in
// the order of the items. It never runs ahead of the consumer by more than twice
// as many items as jobs, so a long input needs no more memory than a short one,
// and a long item holds up the others only for so long.
//
//	items ──▶ one goroutine each, at most jobs at once
//	            │ each puts its result into a channel of its own
//	results ◀── the channels, queued in the order of the items
//
// When ctx ends, the items that work has begun on are still yielded; the next one
// is not waited for, since it may come from a pipe into which nobody writes.
func inOrder[Item, Result any](ctx context.Context, items iter.Seq[Item], jobs int, work func(Item) Result) iter.Seq[Result] {
	return func(yield func(Result) bool) {
		ctx, stop := context.WithCancel(ctx)
		defer stop()
		// One more result than the queue holds is in the consumer's hands.
		queue := make(chan chan Result, 2*jobs-1)
		go enqueue(ctx, items, queue, jobs, work)
		for {
			result, ok := next(ctx, queue)
			if !ok || !yield(<-result) {
				return
			}
		}
	}
}

// next returns what is next in the queue. Once ctx has ended it does not wait.
func next[Result any](ctx context.Context, queue <-chan chan Result) (result chan Result, ok bool) {
	select {
	case result, ok = <-queue:
		return result, ok
	case <-ctx.Done():
	}
	select {
	case result, ok = <-queue:
	default:
	}
	return result, ok
}

// enqueue starts work on each item as soon as the queue has room for its result
// and fewer than jobs others are being worked on.
func enqueue[Item, Result any](ctx context.Context, items iter.Seq[Item], queue chan<- chan Result, jobs int, work func(Item) Result) {
	defer close(queue)
	busy := make(chan struct{}, jobs)
	for item := range items {
		result := make(chan Result, 1)
		select {
		case queue <- result:
		case <-ctx.Done():
			return
		}
		busy <- struct{}{}
		go func() {
			result <- work(item)
			<-busy
		}()
	}
}
