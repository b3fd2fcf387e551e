package archive

import (
	"context"
	"fmt"
	"time"
)

// Feed is something that is followed. The archive keeps what the follower
// remembers of it in State, JSON which it does not look into.
type Feed struct {
	ID     int64
	URL    string // address, or path of a folder
	Title  string
	Kind   string // the follower's word: rss, page, sitemap, folder …
	Outlet string // of reports that state none
	Added  time.Time
	Due    time.Time // when it is to be looked at next; zero: at once
	State  string
}

// FollowedPage is a report's address that is looked at again.
type FollowedPage struct {
	URL    string
	Feed   int64     // by which it was found; 0: none
	Report ReportID  // 0: not had yet
	Due    time.Time // zero: never again
	State  string    // what the follower remembers of it, as JSON
}

// Fetch is one line of the fetch log.
type Fetch struct {
	ID      int64
	At      time.Time
	Feed    int64 // 0: none
	URL     string
	Status  int // of HTTP; 0: there was no answer
	Bytes   int64
	Took    time.Duration
	Outcome string // one line for a person: "3 new", "not modified", "the server is busy"
}

const feedColumns = `id, url, title, kind, outlet, added, due, state`

func scanFeed(row scanner) (f Feed, err error) {
	var added, due int64
	err = row.Scan(&f.ID, &f.URL, &f.Title, &f.Kind, &f.Outlet, &added, &due, &f.State)
	f.Added, f.Due = fromMicro(added), fromMicro(due)
	return f, err
}

// Feeds returns all feeds by number.
func (a *Archive) Feeds(ctx context.Context) ([]Feed, error) {
	return a.feeds(ctx, `WHERE removed = 0 ORDER BY id`)
}

// Feed returns the feed with an address, or [ErrNotFound].
func (a *Archive) Feed(ctx context.Context, url string) (Feed, error) {
	return one(a.feeds(ctx, `WHERE url = ? AND removed = 0`, url))(url)
}

// DueFeeds returns the feeds that are to be looked at by a time, the longest due first.
func (a *Archive) DueFeeds(ctx context.Context, by time.Time) ([]Feed, error) {
	return a.feeds(ctx, `WHERE due <= ? AND removed = 0 ORDER BY due, id`, micro(by))
}

func (a *Archive) feeds(ctx context.Context, where string, values ...any) (all []Feed, err error) {
	err = a.each(ctx, `SELECT `+feedColumns+` FROM feed `+where, values, func(row scanner) error {
		f, err := scanFeed(row)
		all = append(all, f)
		return err
	})
	return all, err
}

// PutFeed keeps a feed, known by its address, and returns it with its number.
func (a *Archive) PutFeed(ctx context.Context, f Feed) (Feed, error) {
	if f.Added.IsZero() {
		f.Added = a.now().UTC().Truncate(time.Microsecond)
	}
	err := a.write(ctx, Interactive, func(ctx context.Context, s *session) error {
		var added int64
		_, err := s.get(ctx, `INSERT INTO feed (url, title, kind, outlet, added, due, state) VALUES (?,?,?,?,?,?,?)
			ON CONFLICT (url) DO UPDATE SET title = excluded.title, kind = excluded.kind, outlet = excluded.outlet, due = excluded.due,
				state = excluded.state, removed = 0 RETURNING id, added`,
			args(f.URL, f.Title, f.Kind, f.Outlet, micro(f.Added), micro(f.Due), f.State), &f.ID, &added)
		f.Added = fromMicro(added)
		return err
	})
	return f, err
}

// RemoveFeed has a feed no longer followed. Its reports stay.
func (a *Archive) RemoveFeed(ctx context.Context, id int64) error {
	return a.write(ctx, Interactive, func(ctx context.Context, s *session) error {
		n, err := s.exec(ctx, `UPDATE feed SET removed = ? WHERE id = ? AND removed = 0`, micro(a.now()), id)
		if err == nil && n == 0 {
			return fmt.Errorf("feed %d %w", id, ErrNotFound)
		}
		return err
	})
}

// PutPage keeps a page, known by its address.
func (a *Archive) PutPage(ctx context.Context, p FollowedPage) error {
	return a.write(ctx, Bulk, func(ctx context.Context, s *session) error {
		_, err := s.exec(ctx, `INSERT INTO page (url, feed_id, report_id, due, state) VALUES (?,?,?,?,?)
			ON CONFLICT (url) DO UPDATE SET feed_id = excluded.feed_id, report_id = excluded.report_id, due = excluded.due, state = excluded.state`,
			p.URL, p.Feed, int64(p.Report), micro(p.Due), p.State)
		return err
	})
}

// Page returns the page with an address, or [ErrNotFound].
func (a *Archive) Page(ctx context.Context, url string) (FollowedPage, error) {
	return one(a.pages(ctx, `WHERE url = ?`, url))(url)
}

// DuePages returns at most limit pages that are to be looked at by a time, the
// longest due first.
func (a *Archive) DuePages(ctx context.Context, by time.Time, limit int) ([]FollowedPage, error) {
	return a.pages(ctx, `WHERE due > 0 AND due <= ? ORDER BY due, url LIMIT ?`, micro(by), limit)
}

func (a *Archive) pages(ctx context.Context, where string, values ...any) (all []FollowedPage, err error) {
	err = a.each(ctx, `SELECT url, feed_id, report_id, due, state FROM page `+where, values, func(row scanner) error {
		var p FollowedPage
		var due int64
		err := row.Scan(&p.URL, &p.Feed, &p.Report, &due, &p.State)
		p.Due = fromMicro(due)
		all = append(all, p)
		return err
	})
	return all, err
}

// LogFetch adds a line to the fetch log.
func (a *Archive) LogFetch(ctx context.Context, f Fetch) error {
	return a.write(ctx, Bulk, func(ctx context.Context, s *session) error {
		_, err := s.exec(ctx, `INSERT INTO fetch_log (at, feed_id, url, status, bytes, took, outcome) VALUES (?,?,?,?,?,?,?)`,
			micro(f.At), f.Feed, f.URL, f.Status, f.Bytes, f.Took.Microseconds(), f.Outcome)
		return err
	})
}

// Fetches returns the last lines of the fetch log, the newest first: of one feed,
// or with feed 0 of all.
func (a *Archive) Fetches(ctx context.Context, feed int64, limit int) (all []Fetch, err error) {
	err = a.each(ctx, `SELECT id, at, feed_id, url, status, bytes, took, outcome FROM fetch_log WHERE feed_id = ? OR ? = 0 ORDER BY id DESC LIMIT ?`,
		args(feed, feed, limit), func(row scanner) error {
			var f Fetch
			var at, took int64
			err := row.Scan(&f.ID, &at, &f.Feed, &f.URL, &f.Status, &f.Bytes, &took, &f.Outcome)
			f.At, f.Took = fromMicro(at), time.Duration(took)*time.Microsecond
			all = append(all, f)
			return err
		})
	return all, err
}

// ForgetFetches removes what the fetch log has from before a time.
func (a *Archive) ForgetFetches(ctx context.Context, before time.Time) error {
	return a.write(ctx, Bulk, func(ctx context.Context, s *session) error {
		_, err := s.exec(ctx, `DELETE FROM fetch_log WHERE at < ?`, micro(before))
		return err
	})
}
