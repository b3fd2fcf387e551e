package follow

import (
	"context"
	"net/url"
	"strings"
	"time"

	"hearsay/internal/archive"
)

// look looks at one thing. trouble is how long the whole host had better be left
// alone, 0 if there is no reason to; an error is one of the store.
type look func(ctx context.Context) (trouble time.Duration, err error)

// dueAt is what is due at one host.
type dueAt struct {
	host  string
	looks []look
}

// due returns what is to be looked at now, by host, and when the next thing is
// due. What is due at a host that is left alone is put off until then.
func (f *Follower) due(ctx context.Context) (all []dueAt, next time.Time, err error) {
	feeds, err := f.Store.Feeds(ctx)
	if err != nil {
		return nil, next, err
	}
	now := f.now()
	g := grouping{at: map[string]int{}}
	followed := map[int64]archive.Feed{}
	for _, feed := range feeds {
		followed[feed.ID] = feed
		host := hostOf(feed.URL)
		until := f.pausedUntil(host)
		switch {
		case feed.Due.After(now):
			next = earlier(next, feed.Due)
		case !until.IsZero():
			feed.Due = until
			next = earlier(next, until)
			_, err = f.Store.PutFeed(ctx, feed)
		default:
			g.add(host, func(ctx context.Context) (time.Duration, error) { return f.lookAtFeed(ctx, feed) })
		}
		if err != nil {
			return nil, next, err
		}
	}
	pages, err := f.Store.DuePages(ctx, now, pagesAtATime)
	if err != nil {
		return nil, next, err
	}
	for _, page := range pages {
		host := hostOf(page.URL)
		feed, isFollowed := followed[page.Feed]
		until := f.pausedUntil(host)
		switch {
		case !isFollowed:
			page.Due = time.Time{}
			err = f.Store.PutPage(ctx, page)
		case !until.IsZero():
			page.Due = until
			next = earlier(next, until)
			err = f.Store.PutPage(ctx, page)
		default:
			g.add(host, func(ctx context.Context) (time.Duration, error) { return f.lookAtPage(ctx, page, feed) })
		}
		if err != nil {
			return nil, next, err
		}
	}
	if len(pages) == 0 {
		later, err := f.Store.DuePages(ctx, now.AddDate(1, 0, 0), 1)
		if err != nil {
			return nil, next, err
		}
		for _, p := range later {
			next = earlier(next, p.Due)
		}
	}
	return g.all, next, nil
}

// earlier returns the earlier of two times, neither of them where one is zero.
func earlier(a, b time.Time) time.Time {
	if a.IsZero() || !b.IsZero() && b.Before(a) {
		return b
	}
	return a
}

// grouping collects looks by host, in the order in which they come.
type grouping struct {
	all []dueAt
	at  map[string]int
}

func (g *grouping) add(host string, l look) {
	i, known := g.at[host]
	if !known {
		i = len(g.all)
		g.at[host] = i
		g.all = append(g.all, dueAt{host: host})
	}
	if len(g.all[i].looks) < looksInARow {
		g.all[i].looks = append(g.all[i].looks, l)
	}
}

// hostOf returns the host of an address, "" for a folder.
func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	return strings.ToLower(u.Host)
}
