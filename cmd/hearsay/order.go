package main

import (
	"context"
	"iter"
)

// inOrder has up to jobs goroutines work on the items and yields the results in
// the order of the items. It never runs ahead of the consumer by more than jobs
// items, so a long input needs no more memory than a short one.
//
//	items ──▶ one goroutine each, at most jobs at once
//	            │ each puts its result into a channel of its own
//	results ◀── the channels, queued in the order of the items
func inOrder[Item, Result any](ctx context.Context, items iter.Seq[Item], jobs int, work func(Item) Result) iter.Seq[Result] {
	return func(yield func(Result) bool) {
		ctx, stop := context.WithCancel(ctx)
		defer stop()
		// One more result than the queue holds is in the consumer's hands.
		queue := make(chan chan Result, jobs-1)
		go enqueue(ctx, items, queue, work)
		for result := range queue {
			if !yield(<-result) {
				return
			}
		}
	}
}

// enqueue starts work on each item as soon as the queue has room for its result.
func enqueue[Item, Result any](ctx context.Context, items iter.Seq[Item], queue chan<- chan Result, work func(Item) Result) {
	defer close(queue)
	for item := range items {
		result := make(chan Result, 1)
		select {
		case queue <- result:
		case <-ctx.Done():
			return
		}
		go func() { result <- work(item) }()
	}
}
