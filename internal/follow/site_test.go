package follow

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"hearsay"
	"hearsay/internal/archive"
	"hearsay/internal/fetch"
	"hearsay/internal/intake"
	"hearsay/internal/plain"
)

// site is a server whose pages a test writes.
type site struct {
	*httptest.Server
	mutex sync.Mutex
	pages map[string]func(http.ResponseWriter, *http.Request)
	asked []string
}

func newSite(t *testing.T) *site {
	s := &site{pages: map[string]func(http.ResponseWriter, *http.Request){}}
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.mutex.Lock()
		s.asked = append(s.asked, r.URL.Path)
		page := s.pages[r.URL.Path]
		s.mutex.Unlock()
		if page == nil {
			http.NotFound(w, r)
			return
		}
		page(w, r)
	}))
	t.Cleanup(s.Close)
	return s
}

func (s *site) put(path string, page func(http.ResponseWriter, *http.Request)) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.pages[path] = page
}

func (s *site) write(path, contentType, text string) {
	s.put(path, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", contentType)
		fmt.Fprint(w, text)
	})
}

func (s *site) remove(path string) { s.put(path, nil) }

// times returns how often a path was asked for.
func (s *site) times(path string) int {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	n := 0
	for _, p := range s.asked {
		if p == path {
			n++
		}
	}
	return n
}

// item is an item of a feed.
type item struct {
	path, title string
	at          time.Time
}

func (s *site) feed(path string, items ...item) {
	var b strings.Builder
	b.WriteString(`<rss version="2.0"><channel><title>Radio Drenn</title>`)
	for _, i := range items {
		fmt.Fprintf(&b, "<item><title>%s</title><link>%s%s</link><pubDate>%s</pubDate></item>", i.title, s.URL, i.path, i.at.Format(time.RFC1123Z))
	}
	s.write(path, "application/rss+xml", b.String()+"</channel></rss>")
}

// article writes a page with a report of some paragraphs.
func (s *site) article(path, headline string, paragraphs ...string) {
	s.write(path, "text/html; charset=utf-8", page(headline, paragraphs...))
}

func page(headline string, paragraphs ...string) string {
	return `<!doctype html><html lang="en"><head><title>` + headline + `</title><meta property="og:type" content="article"></head>` +
		`<body class="drenn news"><div class="top bar">Menu</div><article class="story"><h1 class="head">` + headline + `</h1><p>` +
		strings.Join(paragraphs, "</p><p>") + `</p></article><div class="foot">About</div></body></html>`
}

const (
	one   = "Ferry crews in Drenn walked out on Wednesday over pay, and the port was shut by noon, the port authority said in a statement."
	two   = "The leader of the union, Ilse Vost, said that her members would stay out until the port made an offer that they could live with."
	three = "Some forty ships were waiting outside the harbour by the evening, and the trains to the coast were said to be full until Friday."
)

// bench is a follower of a site, with an archive and a clock of its own.
type bench struct {
	*testing.T
	*Follower
	archive *archive.Archive
	folder  string
	time    time.Time
	told    []string
}

func newBench(t *testing.T) *bench {
	b := &bench{T: t, folder: t.TempDir(), time: time.Date(2031, 4, 2, 8, 0, 0, 0, time.UTC)}
	b.open()
	t.Cleanup(func() { b.archive.Close() })
	return b
}

// open begins anew with what the archive has.
func (b *bench) open() {
	now := func() time.Time { return b.time }
	kept, err := archive.Open(context.Background(), b.folder, archive.Options{Create: true, Program: "test", Now: now})
	if err != nil {
		b.Fatal(err)
	}
	b.archive = kept
	web := fetch.New(fetch.Options{Version: "test", AllowPrivate: true, Pause: func(ctx context.Context, _ time.Duration) error { return ctx.Err() }})
	b.Follower = &Follower{
		Store: kept, Web: web, Reader: unread{}, Seed: 7,
		Clock: Clock{Now: now, After: func(time.Duration) <-chan time.Time { return nil }},
		Tell: func(e Event) {
			b.told = append(b.told, e.URL[strings.LastIndexByte(e.URL, '/'):]+" "+e.Outcome)
		},
	}
}

// follow has an address followed.
func (b *bench) follow(address, kind string) {
	b.Helper()
	if _, err := b.archive.PutFeed(b.Context(), archive.Feed{URL: address, Kind: kind, Outlet: "Radio Drenn"}); err != nil {
		b.Fatal(err)
	}
}

// later lets time pass, looks at what is due and returns what was told, sorted.
func (b *bench) later(d time.Duration) []string {
	b.Helper()
	b.time = b.time.Add(d)
	b.told = nil
	if _, err := b.Round(b.Context()); err != nil {
		b.Fatal(err)
	}
	slices.Sort(b.told)
	return b.told
}

// want fails unless a look told so.
func (b *bench) want(got []string, want ...string) {
	b.Helper()
	if !slices.Equal(got, want) {
		b.Errorf("told\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}

// revisions returns how many texts the archive has of an address.
func (b *bench) revisions(address string) int {
	b.Helper()
	report, err := b.archive.ReportAt(b.Context(), address)
	if err != nil {
		return 0
	}
	all, err := b.archive.Revisions(b.Context(), report.ID)
	if err != nil {
		b.Fatal(err)
	}
	return len(all)
}

// unread makes records without reading: following needs texts and blocks alone.
type unread struct {
	files func(name string) // told of each file that is read; nil: nobody is
}

func (unread) ReadPage(_ context.Context, p fetch.Page, hint Hint) (hearsay.Record, error) {
	report, err := intake.Page(p)
	if report.Outlet == "" {
		report.Outlet = hint.Outlet
	}
	if report.Published.IsZero() {
		report.Published = hint.Published
	}
	return record(report), err
}

func (u unread) ReadFile(_ context.Context, path string, wanted func(*hearsay.Report) bool) ([]hearsay.Record, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	report, err := plain.Parse(path, data)
	if _, ok := plain.Warnings(err); !ok {
		return nil, err
	}
	if !wanted(&report) {
		return nil, nil
	}
	if u.files != nil {
		u.files(filepath.Base(path))
	}
	return []hearsay.Record{record(report)}, nil
}

func record(report hearsay.Report) hearsay.Record {
	blocks := report.Blocks
	if blocks == nil && report.Text != "" {
		blocks = []hearsay.Block{{Span: hearsay.Span{End: len(report.Text)}, Kind: hearsay.BlockBody}}
	}
	return hearsay.Record{Report: report, Blocks: blocks, Reader: hearsay.ReaderVersion{Version: "test", Weights: "none"}}
}
