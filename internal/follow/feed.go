package follow

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"time"

	"hearsay/internal/archive"
	"hearsay/internal/feed"
	"hearsay/internal/fetch"
)

// The kinds of what is followed, beside those of feeds.
const (
	KindPage   = "page"
	KindFolder = "folder"
)

// What of a feed is followed that is not new: no report that is older, and of
// those without a date no more.
const (
	oldest      = 31 * day
	mostUndated = 100
)

// lookAtFeed looks at a feed, has new pages followed, and settles when to look next.
func (f *Follower) lookAtFeed(ctx context.Context, of archive.Feed) (trouble time.Duration, err error) {
	switch of.Kind {
	case KindFolder:
		return 0, f.lookAtFolder(ctx, of)
	case KindPage:
		return 0, f.startPage(ctx, of)
	}
	start, state := f.now(), ParseState(of.State)
	state.Looked = start
	listed, page, err := f.fetchFeed(ctx, of, state)
	if ctx.Err() != nil {
		return 0, nil // interrupted: it stays due
	}
	event := Event{At: start, Feed: of.ID, URL: of.URL}
	wait := time.Duration(0)
	switch {
	case errors.Is(err, fetch.ErrUnchanged):
		state.Failures, event.Outcome = 0, "unchanged"
	case err != nil:
		trouble, wait = f.failed(&state, err)
		event.Err, event.Outcome = err, err.Error()
	default:
		fresh, err := f.list(ctx, of, listed)
		if err != nil {
			return 0, err
		}
		state.Failures = 0
		state.keep(page.Validators)
		state.Site = listed.Site
		if of.Title == "" {
			of.Title = listed.Title
		}
		if of.Kind = string(listed.Kind); fresh > 0 || state.Changed.IsZero() {
			state.Changed = start
		}
		event.Outcome = outcomeOf(listed, fresh)
	}
	every, _ := interval(feedSteps, start.Sub(notAfter(state.Changed, start)))
	if state.Failures > 0 {
		every = backOff(every, state.Failures, wait)
	}
	every = max(every, listed.Wait)
	state.Outcome = event.Outcome
	of.Due, of.State = start.Add(f.jittered(every, of.URL, start)), state.String()
	if err := f.putFeed(ctx, of); err != nil {
		return 0, err
	}
	return trouble, f.tell(ctx, event, f.now().Sub(start), statusOf(err), len(page.Data))
}

// putFeed keeps a feed unless it was removed meanwhile.
func (f *Follower) putFeed(ctx context.Context, of archive.Feed) error {
	if _, err := f.Store.Feed(ctx, of.URL); err != nil {
		if errors.Is(err, archive.ErrNotFound) {
			return nil
		}
		return err
	}
	_, err := f.Store.PutFeed(ctx, of)
	return err
}

// failed counts a failure and tells how long the whole host had better be left
// alone, and how long the server asks to wait.
func (f *Follower) failed(state *State, err error) (trouble, asked time.Duration) {
	state.Failures++
	ofHost, asked := isOfHost(err)
	if ofHost {
		return max(hostPause, min(asked, day)), asked
	}
	return 0, asked
}

func outcomeOf(listed feed.Feed, fresh int) string {
	outcome := fmt.Sprintf("%d new of %d", fresh, len(listed.Items))
	if listed.Repaired != "" {
		outcome += "; the feed " + listed.Repaired
	}
	return outcome
}

// fetchFeed gets and reads a feed; of an index of sitemaps also the newest of them.
func (f *Follower) fetchFeed(ctx context.Context, of archive.Feed, state State) (feed.Feed, fetch.Page, error) {
	page, err := f.get(ctx, of.URL, state.validators())
	if err != nil {
		return feed.Feed{}, page, err
	}
	listed, err := feed.Parse(page.Data, page.Type, page.URL)
	if err != nil || len(listed.Maps) == 0 {
		return listed, page, err
	}
	for _, m := range newestMaps(listed.Maps) {
		part, err := f.get(ctx, m.URL, fetch.Validators{})
		if err != nil {
			continue // the index is looked at again
		}
		if of, err := feed.Parse(part.Data, part.Type, part.URL); err == nil {
			listed.Items = append(listed.Items, of.Items...)
		}
	}
	page.Validators = fetch.Validators{} // that the index is unchanged says nothing of them
	return listed, page, nil
}

// mapsAtOnce is how many sitemaps of an index are looked at.
const mapsAtOnce = 3

// newestMaps returns the sitemaps that are likeliest to list new reports: those of
// news first, then those that changed last.
func newestMaps(maps []feed.Item) []feed.Item {
	maps = slices.Clone(maps)
	slices.SortStableFunc(maps, func(a, b feed.Item) int {
		if x, y := strings.Contains(a.URL, "news"), strings.Contains(b.URL, "news"); x != y {
			if x {
				return -1
			}
			return 1
		}
		return b.When().Compare(a.When())
	})
	return maps[:min(len(maps), mapsAtOnce)]
}

func (f *Follower) get(ctx context.Context, address string, known fetch.Validators) (fetch.Page, error) {
	u, err := url.Parse(address)
	if err != nil {
		return fetch.Page{}, errors.New("is no address: remove it")
	}
	return f.Web.Follow(ctx, u, known)
}

// list has the pages that a feed lists followed, and returns how many are new. That
// an item has another date is nothing; that it has another title is a reason to look at
// its page at once.
func (f *Follower) list(ctx context.Context, of archive.Feed, listed feed.Feed) (fresh int, err error) {
	now, undated := f.now(), 0
	for _, item := range listed.Items {
		known, err := f.Store.Page(ctx, item.URL)
		switch {
		case err == nil:
			err = f.listAgain(ctx, known, item, now)
		case errors.Is(err, archive.ErrNotFound):
			when := item.When()
			if when.IsZero() {
				undated++
			}
			if !when.IsZero() && now.Sub(when) > oldest || undated > mostUndated {
				err = nil
				break
			}
			fresh++
			state := State{Title: item.Title, Dated: item.Published, Changed: notAfter(when, now)}
			err = f.Store.PutPage(ctx, archive.FollowedPage{URL: item.URL, Feed: of.ID, Due: now, State: state.String()})
		}
		if err != nil {
			return fresh, err
		}
	}
	return fresh, nil
}

// notAfter returns a time, or now if that is earlier or the time is not known.
func notAfter(when, now time.Time) time.Time {
	if when.IsZero() || when.After(now) {
		return now
	}
	return when
}

// listAgain deals with an item that was listed before.
func (f *Follower) listAgain(ctx context.Context, page archive.FollowedPage, item feed.Item, now time.Time) error {
	state := ParseState(page.State)
	if item.Title == "" || item.Title == state.Title {
		return nil
	}
	isNew := state.Title != ""
	state.Title = item.Title
	page.State = state.String()
	if isNew {
		page.Due = now
	}
	return f.Store.PutPage(ctx, page)
}

// startPage has a single page followed.
func (f *Follower) startPage(ctx context.Context, of archive.Feed) error {
	now := f.now()
	if _, err := f.Store.Page(ctx, of.URL); errors.Is(err, archive.ErrNotFound) {
		page := archive.FollowedPage{URL: of.URL, Feed: of.ID, Due: now, State: State{Changed: now}.String()}
		if err := f.Store.PutPage(ctx, page); err != nil {
			return err
		}
	} else if err != nil {
		return err
	}
	of.Due = now.AddDate(100, 0, 0) // what there is to look at is the page
	return f.putFeed(ctx, of)
}
