package follow

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"hearsay/internal/archive"
)

func TestFeed(t *testing.T) {
	s, b := newSite(t), newBench(t)
	s.feed("/feed", item{"/a", "Ferries", b.time.Add(-time.Hour)}, item{"/old", "Old", b.time.AddDate(0, -2, 0)})
	s.article("/a", "Ferries stand still", one, two)
	b.follow(s.URL+"/feed", "rss")

	b.want(b.later(0), "/a new", "/feed 1 new of 2")
	if n := s.times("/old"); n > 0 {
		t.Error("a report of two months ago was fetched")
	}
	b.want(b.later(time.Minute))

	// Dates that tick cause nothing.
	s.feed("/feed", item{"/a", "Ferries", b.time})
	b.want(b.later(20*time.Minute), "/a the same text", "/feed 0 new of 1")

	// A new title is a reason to look at once.
	b.later(3 * time.Hour)
	b.later(17 * time.Minute)
	s.article("/a", "Ferries sail", one, three)
	s.feed("/feed", item{"/a", "Ferries sail again", b.time}, item{"/b", "Trains", b.time})
	s.article("/b", "Trains are full", three, one)
	b.want(b.later(35*time.Minute), "/a revision", "/b new", "/feed 1 new of 2")
	if n := b.revisions(s.URL + "/a"); n != 2 {
		t.Errorf("the archive has %d texts of /a, want 2", n)
	}
	feed, _ := b.archive.Feed(t.Context(), s.URL+"/feed")
	if feed.Title != "Radio Drenn" || feed.Kind != "rss" {
		t.Errorf("the feed is %+v", feed)
	}
}

func TestSchedule(t *testing.T) {
	s, b := newSite(t), newBench(t)
	s.article("/a", "Ferries stand still", one, two)
	b.follow(s.URL+"/a", KindPage)
	start := b.time
	type phase struct {
		until       time.Duration // since it changed
		least, most int           // looks in it
	}
	phases := []phase{
		{3 * time.Hour, 11, 12}, {27 * time.Hour, 22, 24}, {(27 + 7*24) * time.Hour, 51, 56}, {(27 + 37*24) * time.Hour, 9, 10}, {(27 + 80*24) * time.Hour, 0, 1},
	}
	looks := make([]int, len(phases))
	for next := b.time; !next.IsZero() && next.Before(start.AddDate(1, 0, 0)); {
		b.time = next
		before, err := s.times("/a"), error(nil)
		if next, err = b.Round(t.Context()); err != nil {
			t.Fatal(err)
		}
		i := slices.IndexFunc(phases[:len(phases)-1], func(p phase) bool { return b.time.Sub(start) < p.until })
		if i < 0 {
			i = len(phases) - 1
		}
		looks[i] += s.times("/a") - before
	}
	for i, phase := range phases {
		if looks[i] < phase.least || looks[i] > phase.most {
			t.Errorf("until %s after the change it was looked at %d times, want %d to %d", phase.until, looks[i], phase.least, phase.most)
		}
	}
	if n := b.revisions(s.URL + "/a"); n != 1 {
		t.Errorf("the archive has %d texts, want 1", n)
	}
}

// What is a new revision, and what is not.
func TestRevisions(t *testing.T) {
	for _, test := range []struct {
		name  string
		after string
		told  string
		texts int
	}{
		{"nothing", page("Ferries", one, two), "the same text", 1},
		{"text", page("Ferries", one, two, three), "revision", 2},
		{"a word", page("Ferries", one, strings.Replace(two, "offer", "promise", 1)), "revision", 2},
		{"headline", page("Ferries sail", one, two), "revision", 2},
		{"white space", page("Ferries", strings.ReplaceAll(one, " ", "\n  "), two), "the same text", 1},
		{"typesetting", page("Ferries", strings.ReplaceAll(one, "port", "port\u00ad"), two), "the same text", 1},
		{"a date that ticks", page("Ferries", "Updated 5 minutes ago", one, two), "the same text", 1},
		{"furniture", strings.Replace(page("Ferries", one, two), "Menu", "Menu and weather", 1), "the same text", 1},
		{"design", redesigned("Ferries", "Ferries lie in the harbour of Drenn, seen from the hill above it last summer.", one, two), "the same text, laid out or decoded otherwise", 1},
		{"design and text", redesigned("Ferries", one, strings.Replace(two, "offer", "promise", 1)), "revision", 2},
	} {
		t.Run(test.name, func(t *testing.T) {
			s, b := newSite(t), newBench(t)
			s.article("/a", "Ferries", one, two)
			b.follow(s.URL+"/a", KindPage)
			b.want(b.later(0), "/a new")
			s.write("/a", "text/html; charset=utf-8", test.after)
			b.want(b.later(20*time.Minute), "/a "+test.told)
			if n := b.revisions(s.URL + "/a"); n != test.texts {
				t.Errorf("the archive has %d texts, want %d", n, test.texts)
			}
		})
	}
}

// redesigned is a page of another template.
func redesigned(headline string, paragraphs ...string) string {
	old := page(headline, paragraphs...)
	for from, to := range map[string]string{"drenn news": "x1 y2", "top bar": "nav-7", `"story"`: `"c9 c10"`, `"head"`: `"t1 t2"`, `"foot"`: `"f8"`} {
		old = strings.Replace(old, from, to, 1)
	}
	return old
}

func TestCharset(t *testing.T) {
	s, b := newSite(t), newBench(t)
	text := strings.Replace(one, "Drenn", "Drénn’s café", 1)
	s.article("/a", "Ferries", text, two)
	b.follow(s.URL+"/a", KindPage)
	b.want(b.later(0), "/a new")
	garbled := strings.NewReplacer("é", "Ã©", "’", "â€™").Replace(text)
	s.article("/a", "Ferries", garbled, two)
	b.want(b.later(20*time.Minute), "/a the same text, laid out or decoded otherwise")
	s.article("/a", "Ferries", strings.Replace(garbled, "noon", "ten", 1), two)
	b.want(b.later(20*time.Minute), "/a revision")
}

// A page that shows two texts in turn has two.
func TestTextSeenBefore(t *testing.T) {
	s, b := newSite(t), newBench(t)
	s.article("/a", "Ferries", one, two)
	b.follow(s.URL+"/a", KindPage)
	b.want(b.later(0), "/a new")
	s.article("/a", "Ferries", one, three)
	b.want(b.later(20*time.Minute), "/a revision")
	for range 3 {
		s.article("/a", "Ferries", one+"  ", two)
		b.want(b.later(17*time.Minute), "/a a text that it had before")
		s.article("/a", "Ferries", one, three)
		b.want(b.later(17*time.Minute), "/a a text that it had before")
	}
	if n := b.revisions(s.URL + "/a"); n != 2 {
		t.Errorf("the archive has %d texts, want 2", n)
	}
	report, _ := b.archive.ReportAt(t.Context(), s.URL+"/a")
	revisions, _ := b.archive.Revisions(t.Context(), report.ID)
	if report.Current != revisions[1].ID {
		t.Error("the archive does not show the text that the page has")
	}
}

func TestValidators(t *testing.T) {
	s, b := newSite(t), newBench(t)
	var asked []string
	s.put("/a", func(w http.ResponseWriter, r *http.Request) {
		asked = append(asked, r.Header.Get("If-None-Match")+"|"+r.Header.Get("If-Modified-Since"))
		w.Header().Set("ETag", `"v1"`)
		w.Header().Set("Last-Modified", "Wed, 02 Apr 2031 07:00:00 GMT")
		w.Header().Set("Content-Type", "text/html")
		if r.Header.Get("If-None-Match") == `"v1"` {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		fmt.Fprint(w, page("Ferries", one, two))
	})
	b.follow(s.URL+"/a", KindPage)
	b.want(b.later(0), "/a new")
	b.archive.Close()
	b.open() // what is remembered survives
	b.want(b.later(20*time.Minute), "/a unchanged")
	if len(asked) != 2 || asked[1] != `"v1"|Wed, 02 Apr 2031 07:00:00 GMT` {
		t.Errorf("it was asked for with %q", asked)
	}
}

func TestRetryAfter(t *testing.T) {
	s, b := newSite(t), newBench(t)
	busy := true
	s.put("/feed", func(w http.ResponseWriter, r *http.Request) {
		if busy {
			w.Header().Set("Retry-After", "7200")
			w.WriteHeader(http.StatusServiceUnavailable)
			return
		}
		fmt.Fprint(w, `<rss><channel><title>Drenn</title></channel></rss>`)
	})
	b.follow(s.URL+"/feed", "rss")
	b.follow(s.URL+"/other", "rss")
	b.later(0)
	if n := s.times("/other"); n > 0 {
		t.Error("a host that asked to be left alone was asked for another page")
	}
	before := s.times("/feed")
	b.later(time.Hour)
	if n := s.times("/feed"); n != before {
		t.Error("it was asked again after an hour, and asked for two")
	}
	busy = false
	b.later(90 * time.Minute)
	b.later(15 * time.Minute)
	if n := s.times("/feed"); n != before+1 {
		t.Errorf("after two hours it was asked %d times more, want once", n-before)
	}
}

func TestBackOff(t *testing.T) {
	s, b := newSite(t), newBench(t)
	b.follow(s.URL+"/feed", "rss") // not there
	start := b.time
	for b.time.Sub(start) < 7*day {
		b.later(15 * time.Minute)
	}
	if n := s.times("/feed"); n < 8 || n > 20 {
		t.Errorf("a feed that is not there was asked for %d times in a week, want 8 to 20", n)
	}
}

func TestPageThatIsGone(t *testing.T) {
	s, b := newSite(t), newBench(t)
	s.article("/a", "Ferries", one, two)
	b.follow(s.URL+"/a", KindPage)
	b.later(0)
	s.remove("/a")
	for range 24 * 4 {
		b.later(time.Hour)
	}
	if n := s.times("/a"); n != 1+mostGone {
		t.Errorf("it was asked for %d times, want %d", n, 1+mostGone)
	}
	if n := b.revisions(s.URL + "/a"); n != 1 {
		t.Errorf("the archive has %d texts, want 1", n)
	}
}

func TestRobots(t *testing.T) {
	s, b := newSite(t), newBench(t)
	s.write("/robots.txt", "text/plain", "User-agent: *\nDisallow: /a\n")
	s.feed("/feed", item{"/a", "Ferries", b.time})
	s.article("/a", "Ferries", one, two)
	b.follow(s.URL+"/feed", "rss")
	told := b.later(0)
	if s.times("/a") > 0 || len(told) != 2 || !strings.Contains(told[0], "robots.txt") {
		t.Errorf("told %q", told)
	}
}

// A feed whose server never answers holds up no other.
func TestOneBadFeed(t *testing.T) {
	bad, good, b := newSite(t), newSite(t), newBench(t)
	reached, release := make(chan bool, 1), make(chan bool)
	bad.put("/feed", func(w http.ResponseWriter, r *http.Request) {
		select {
		case reached <- true:
		default: // it is asked again once it has failed
		}
		<-release
		http.Error(w, "out of order", http.StatusBadGateway)
	})
	good.feed("/feed", item{"/a", "Ferries", b.time})
	good.article("/a", "Ferries", one, two)
	b.follow(bad.URL+"/feed", "rss")
	b.follow(good.URL+"/feed", "rss")
	had := make(chan bool, 10)
	tell := b.Tell
	b.Tell = func(e Event) {
		tell(e)
		if e.Added != nil {
			had <- true
		}
	}
	over := make(chan error, 1)
	go func() {
		_, err := b.Round(t.Context())
		over <- err
	}()
	<-reached
	<-had // while the other has not been answered
	close(release)
	if err := <-over; err != nil {
		t.Fatal(err)
	}
	if n := b.revisions(good.URL + "/a"); n != 1 {
		t.Errorf("the archive has %d texts of the good one, want 1", n)
	}
}

func TestSitemap(t *testing.T) {
	s, b := newSite(t), newBench(t)
	s.write("/maps.xml", "text/xml", "<sitemapindex><sitemap><loc>"+s.URL+"/news.xml</loc></sitemap></sitemapindex>")
	s.write("/news.xml", "text/xml", "<urlset><url><loc>"+s.URL+"/a</loc><lastmod>2031-04-01</lastmod></url><url><loc>"+s.URL+"/b</loc><lastmod>2030-01-01</lastmod></url></urlset>")
	s.article("/a", "Ferries", one, two)
	b.follow(s.URL+"/maps.xml", "sitemap")
	b.want(b.later(0), "/a new", "/maps.xml 1 new of 2")
}

func TestFolder(t *testing.T) {
	b := newBench(t)
	dir := filepath.Join(t.TempDir(), "reports")
	write := func(name, text string, at time.Time) {
		t.Helper()
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, at, at); err != nil {
			t.Fatal(err)
		}
	}
	const head = "Outlet: Radio Drenn\nURL: https://drenn.example/a\n\n"
	write("a.txt", head+one, b.time)
	write("sub/b.txt", two, b.time)
	write(".hidden", three, b.time)
	b.follow(dir, KindFolder)
	b.want(b.later(0), "/reports 2 new in 2 files")
	b.want(b.later(2 * time.Minute))
	write("a.txt", head+one+"\n\n"+three, b.time)
	b.want(b.later(2*time.Minute), "/reports 1 new in 2 files")
	if n := b.revisions("https://drenn.example/a"); n != 2 {
		t.Errorf("the archive has %d texts of a.txt, want 2", n)
	}
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	if told := b.later(2 * time.Minute); len(told) != 1 || !strings.Contains(told[0], "is no folder any more") {
		t.Errorf("told %q", told)
	}
}

// TestFilesThatAreKnown: what the archive has is not read again from a folder that is
// new to the follower, and of two texts the dates tell which stands, not the names of the files.
func TestFilesThatAreKnown(t *testing.T) {
	b := newBench(t)
	dir := t.TempDir()
	put := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	const head = "Outlet: Radio Drenn\nURL: https://drenn.example/a\nPublished: 2031-04-01T08:00:00Z\n"
	put("a.txt", head+"Updated: 2031-04-01T12:00:00Z\n\n"+two)
	put("b.txt", head+"\n"+one)
	var read []string
	b.Reader = unread{files: func(name string) { read = append(read, name) }}
	b.follow(dir, KindFolder)
	b.want(b.later(0), "/"+filepath.Base(dir)+" 2 new in 2 files")
	report, err := b.archive.ReportAt(t.Context(), "https://drenn.example/a")
	if err != nil {
		t.Fatal(err)
	}
	if now, err := b.archive.Original(t.Context(), report.Current); err != nil || now.Text != two {
		t.Errorf("what stands is %q, %v", now.Text, err)
	}
	feed, err := b.archive.Feed(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	feed.State, feed.Due, read = "", time.Time{}, nil // followed anew
	if _, err := b.archive.PutFeed(t.Context(), feed); err != nil {
		t.Fatal(err)
	}
	b.later(2 * time.Minute)
	if len(read) > 0 {
		t.Errorf("%q are read again", read)
	}
	put("b.txt", head+"\n"+three) // changed in its place: so it stands now
	b.later(2 * time.Minute)
	report, err = b.archive.ReportAt(t.Context(), "https://drenn.example/a")
	if err != nil {
		t.Fatal(err)
	}
	if now, err := b.archive.Original(t.Context(), report.Current); err != nil || now.Text != three || len(read) != 1 {
		t.Errorf("what stands is %q, %v; read are %q", now.Text, err, read)
	}
}

func TestRemovedFeed(t *testing.T) {
	s, b := newSite(t), newBench(t)
	s.feed("/feed", item{"/a", "Ferries", b.time})
	s.article("/a", "Ferries", one, two)
	b.follow(s.URL+"/feed", "rss")
	b.later(0)
	feed, _ := b.archive.Feed(t.Context(), s.URL+"/feed")
	if err := b.archive.RemoveFeed(t.Context(), feed.ID); err != nil {
		t.Fatal(err)
	}
	b.want(b.later(20 * time.Minute))
	b.want(b.later(20 * time.Minute))
}

func TestFind(t *testing.T) {
	s, b := newSite(t), newBench(t)
	s.write("/", "text/html", `<html><head><link rel="alternate" type="application/rss+xml" href="/broken"><link rel="alternate" type="application/rss+xml" href="/feed"></head><body>`+one)
	s.write("/broken", "text/html", "<html><body>no feed")
	s.feed("/feed", item{"/a", "Ferries", b.time})
	s.article("/a", "Ferries stand still", one, two)
	s.write("/list", "text/xml", `<opml><body><outline text="Drenn" xmlUrl="https://drenn.example/feed"/><outline text="Kell" xmlUrl="https://kell.example/feed"/></body></opml>`)
	list := filepath.Join(t.TempDir(), "feeds.opml")
	if err := os.WriteFile(list, []byte(`<opml><body><outline text="Drenn" xmlUrl="https://drenn.example/feed"/></body></opml>`), 0o644); err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	told := func(feeds []archive.Feed, err error) string {
		if err != nil {
			return err.Error()
		}
		var all []string
		for _, f := range feeds {
			all = append(all, f.Kind+" "+strings.TrimPrefix(f.URL, s.URL)+" "+f.Title)
		}
		return strings.Join(all, ", ")
	}
	for address, want := range map[string]string{
		s.URL:           "rss /feed Radio Drenn",
		s.URL + "/feed": "rss /feed Radio Drenn",
		s.URL + "/a":    "page /a Ferries stand still",
		s.URL + "/list": "rss https://drenn.example/feed Drenn, rss https://kell.example/feed Kell",
		list:            "rss https://drenn.example/feed Drenn",
		folder:          "folder " + folder + " " + filepath.Base(folder),
		"drenn.example": "is neither an address nor a file or folder: write http:// or https:// before an address",
	} {
		if got := told(b.Find(t.Context(), address)); got != want {
			t.Errorf("%s: %q, want %q", address, got, want)
		}
	}
}

func TestRunEnds(t *testing.T) {
	s, b := newSite(t), newBench(t)
	s.feed("/feed")
	b.follow(s.URL+"/feed", "rss")
	ctx, stop := context.WithCancel(t.Context())
	b.Tell = func(Event) { stop() }
	if err := b.Follower.Run(ctx); err != nil {
		t.Error(err)
	}
}
