package dossier

import (
	"context"
	"time"
)

// asker is who asks for a story: for a page, which must not wait long.
type asker struct {
	until  time.Time // when it stops waiting; zero: it does not
	latest bool      // it has just changed something, and is to see it
}

type askerKey struct{}

// ForPage returns a context in which [Shelf.Story] waits no longer than some time in
// all, and not at all for a story that is on the shelf.
func ForPage(ctx context.Context, patience time.Duration) context.Context {
	return context.WithValue(ctx, askerKey{}, asker{until: time.Now().Add(patience)})
}

// ForEditor returns a context like that of [ForPage] for somebody who has just changed
// something: within that time Story waits until that is in the dossier.
func ForEditor(ctx context.Context, patience time.Duration) context.Context {
	return context.WithValue(ctx, askerKey{}, asker{time.Now().Add(patience), true})
}

func askerOf(ctx context.Context) asker {
	a, _ := ctx.Value(askerKey{}).(asker)
	return a
}

// limit returns a context that ends when the asker stops waiting.
func (a asker) limit(ctx context.Context) (context.Context, context.CancelFunc) {
	if a.until.IsZero() {
		return context.WithCancel(ctx)
	}
	return context.WithDeadline(ctx, a.until)
}
