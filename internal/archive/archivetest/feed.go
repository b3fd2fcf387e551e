package archivetest

import (
	"errors"
	"os"
	"strconv"
	"strings"
	"time"

	"hearsay/internal/archive"
)

var feedRules = []rule{
	{"feed", "a feed is kept by its address, with what is remembered of it", func(b *bench) {
		f, err := b.a.PutFeed(b.ctx, archive.Feed{URL: "https://drenn.example/feed", Title: "Radio Drenn", Kind: "rss", State: `{"etag":"a"}`, Due: Day(1)})
		b.no(err)
		f.State, f.Due = `{"etag":"b"}`, Day(2)
		again, err := b.a.PutFeed(b.ctx, f)
		b.no(err)
		got, err := b.a.Feed(b.ctx, f.URL)
		b.no(err)
		if again.ID != f.ID || got != again || got.State != f.State {
			b.broken("%+v and %+v, want %+v", again, got, f)
		}
		early, err := b.a.DueFeeds(b.ctx, Day(1))
		b.no(err)
		late, err := b.a.DueFeeds(b.ctx, Day(2))
		b.no(err)
		if len(early) != 0 || len(late) != 1 {
			b.broken("due are %v, then %v", early, late)
		}
		b.no(b.a.RemoveFeed(b.ctx, f.ID))
		if _, err := b.a.Feed(b.ctx, f.URL); !errors.Is(err, archive.ErrNotFound) {
			b.broken("once removed it is %v", err)
		}
	}},
	{"page", "pages come when they are due", func(b *bench) {
		b.no(b.a.PutPage(b.ctx, archive.FollowedPage{URL: "https://a.example/1", Due: Day(2)}))
		b.no(b.a.PutPage(b.ctx, archive.FollowedPage{URL: "https://a.example/2", Due: Day(1), State: "{}"}))
		b.no(b.a.PutPage(b.ctx, archive.FollowedPage{URL: "https://a.example/3"}))
		due, err := b.a.DuePages(b.ctx, Day(5), 10)
		b.no(err)
		if len(due) != 2 || due[0].URL != "https://a.example/2" || !due[0].Due.Equal(Day(1)) {
			b.broken("due are %+v", due)
		}
	}},
	{"log", "the fetch log gives the newest first", func(b *bench) {
		for i, url := range []string{"https://a.example/1", "https://a.example/2"} {
			b.no(b.a.LogFetch(b.ctx, archive.Fetch{At: Day(i), Feed: int64(i), URL: url, Status: 200, Bytes: 12, Took: time.Second, Outcome: "1 new"}))
		}
		all, err := b.a.Fetches(b.ctx, 0, 10)
		b.no(err)
		one, err := b.a.Fetches(b.ctx, 1, 10)
		b.no(err)
		if len(all) != 2 || all[0].URL != "https://a.example/2" || all[0].Took != time.Second || len(one) != 1 {
			b.broken("%+v and %+v", all, one)
		}
	}},
	{"one follower", "one follows at a time, and the others are told who", func(b *bench) {
		release, err := b.a.Follow(b.ctx)
		b.no(err)
		if _, err := b.a.Follow(b.ctx); !errors.Is(err, archive.ErrFollowed) || !strings.Contains(err.Error(), "process "+strconv.Itoa(os.Getpid())) {
			b.broken("a second is told %v", err)
		}
		release()
		again, err := b.a.Follow(b.ctx)
		b.no(err)
		again()
	}},
}
