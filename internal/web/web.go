// Package web serves the desk: pages for a person who follows a story all day.
//
//	request ──guard──▶ route ──▶ page value (package view) ──▶ template ──▶ HTML
//	          │                       │
//	          host, rate, size,       reader, and the archive where there is one
//	          session, origin
//
// The pages are made here and need no JavaScript. Words of reports are a
// stranger's: they reach a page only through html/template, and the pages' policy
// lets no script run but this package's own.
package web

import (
	"context"
	"html/template"
	"log/slog"
	"net/http"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"hearsay"
	"hearsay/internal/archive"
	"hearsay/internal/dossier"
	"hearsay/internal/view"
	"hearsay/internal/work"
)

// Options say what a Desk serves.
type Options struct {
	// Read reads one report.
	Read func(context.Context, hearsay.Report) (hearsay.Record, error)
	// Explain reads one report and says why it was read so; nil: nobody is told.
	Explain func(context.Context, hearsay.Report) (view.Explained, error)
	// Parse makes a report of pasted text, with its header where it has one. An
	// error that comes with a text is a remark on it.
	Parse func(text string) (hearsay.Report, error)
	// Fetch gets the report at an address; nil: addresses are not fetched.
	Fetch func(ctx context.Context, address string) (hearsay.Report, error)

	Archive *archive.Archive // nil: nothing is kept, and there is the paste page alone
	Shelf   *dossier.Shelf   // of its stories
	// Nearest finds the claim of a trace that is nearest to what a record says; nil:
	// nobody asks who said it first.
	Nearest func(hearsay.Trace, hearsay.Record) (claim int, ok bool)
	// Find finds what can be followed at an address: feeds, or the page itself; nil:
	// the address is followed as it is.
	Find       func(ctx context.Context, address string) ([]archive.Feed, error)
	Work       *work.Queue          // long work that can be asked for; nil: none
	ImportFrom []string             // folders of this machine from which may be imported, without symbolic links in their paths
	API        http.Handler         // what answers under /api/; nil: nothing
	Metrics    *prometheus.Registry // where requests are counted and what /metrics shows; nil: there is none

	// Patience is how long a page waits for a story's first comparison, or for what its
	// reader has just changed; 0: a few seconds.
	Patience time.Duration

	Log   *slog.Logger
	Guard Guard
	Now   func() time.Time // nil: time.Now
}

// Desk is the pages. Its Handler is safe for use by several goroutines.
type Desk struct {
	opt   Options
	pages map[string]*template.Template
	guard *guard
	shelf *dossier.Shelf

	measured measured

	newsMemo memo[newsKey, fresh]
	whyMemo  memo[archive.RevisionID, view.Explained]
}

// New returns a Desk. It fails where a page it needs is missing or broken.
func New(opt Options) (*Desk, error) {
	if opt.Now == nil {
		opt.Now = time.Now
	}
	if opt.Log == nil {
		opt.Log = slog.New(slog.DiscardHandler)
	}
	pages, err := parsePages()
	if err != nil {
		return nil, err
	}
	d := &Desk{opt: opt, pages: pages, guard: newGuard(opt.Guard, opt.Now), shelf: opt.Shelf, measured: newMeasured(registerer(opt.Metrics), opt.Log)}
	if d.shelf != nil {
		d.shelf.Prepare(func(dos *dossier.Dossier) { d.storyOf(dos) })
	}
	return d, nil
}

// registerer returns a registry as what it is used for, nil for none.
func registerer(r *prometheus.Registry) prometheus.Registerer {
	if r == nil {
		return nil
	}
	return r
}

// Handler returns what answers requests.
func (d *Desk) Handler() http.Handler {
	mux := http.NewServeMux()
	for _, r := range d.routes() {
		mux.Handle(r.pattern, d.page(r.serve))
	}
	mux.Handle("GET /static/", assets())
	mux.HandleFunc("GET /healthz", healthy)
	if d.opt.API != nil {
		mux.Handle("/api/", d.opt.API)
	}
	if d.opt.Metrics != nil {
		mux.Handle("GET /metrics", promhttp.HandlerFor(d.opt.Metrics, promhttp.HandlerOpts{}))
	}
	return d.guard.wrap(d.measured.wrap(mux))
}

// route is one address of the desk and what answers there.
type route struct {
	pattern string
	serve   func(http.ResponseWriter, *http.Request) error
}

func (d *Desk) routes() []route {
	if d.opt.Archive == nil {
		return append(d.openRoutes(), route{"GET /{$}", toPaste})
	}
	all := append(d.openRoutes(), d.workRoutes()...)
	return append(all,
		route{"GET /{$}", d.front},
		route{"POST /seen", d.seen},
		route{"POST /keep", d.keep},
		route{"GET /report/{report}", d.report},
		route{"GET /report/{report}/text", d.text},
		route{"GET /report/{report}/versions", d.versions},
		route{"GET /report/{report}/at/{revision}", d.reportAt},
		route{"GET /report/{report}/{version}/correct/{attribution}", d.correctionForm},
		route{"POST /report/{report}/{version}/correct/{attribution}", d.correct},
		route{"GET /report/{report}/{version}/why/{attribution}", d.why},
		route{"GET /report/{report}/{version}/missed/{at}", d.missedForm},
		route{"POST /report/{report}/{version}/missed/{at}", d.addMissed},
		route{"POST /report/{report}/{version}/undo/{attribution}", d.undo},
		route{"GET /story", d.stories},
		route{"GET /story/{story}", d.story},
		route{"GET /story/{story}/claim/{claim}", d.claim},
		route{"GET /story/{story}/claim/{claim}/atom", d.claimAtom},
		route{"GET /story/{story}/atom", d.storyAtom},
		route{"GET /story/{story}/numbers", d.numbers},
		route{"GET /story/{story}/talks", d.talks},
		route{"GET /story/{story}/talks/fresh", d.talksFresh},
		route{"POST /story/{story}/talks/seen", d.talksSeen},
		route{"GET /story/{story}/talks/atom", d.talksAtom},
		route{"GET /story/{story}/talks/correct", d.correctTalksForm},
		route{"POST /story/{story}/talks/correct", d.correctTalks},
		route{"GET /story/{story}/talks/open", d.openTalksForm},
		route{"POST /story/{story}/talks/open", d.openTalks},
		route{"POST /story/{story}/talks/decide", d.decideTalks},
		route{"POST /story/{story}/talks/undo", d.undoTalks},
		route{"GET /story/{story}/actor/{actor}", d.actor},
		route{"POST /story/{story}/actor/{actor}/{verdict}", d.judgeActor},
		route{"GET /search", d.search},
		route{"GET /search/atom", d.searchAtom},
		route{"GET /outlets", d.outlets},
		route{"GET /outlet", d.outlet},
		route{"GET /review", d.review},
		route{"POST /review", d.judge},
		route{"GET /review.jsonl", d.reviewed},
		route{"GET /sources", d.sources},
		route{"POST /sources", d.follow},
		route{"POST /sources/{feed}/remove", d.unfollow},
		route{"GET /sources.opml", d.opml},
	)
}

func (d *Desk) workRoutes() []route {
	if d.opt.Work == nil {
		return nil
	}
	return []route{
		{"GET /import", d.importForm},
		{"POST /import", d.importThese},
		{"GET /import/{work}", d.work},
		{"POST /import/{work}/{how}", d.steer},
		{"POST /reread", d.rereadAll},
	}
}

// openRoutes are those that need no archive.
func (d *Desk) openRoutes() []route {
	return []route{
		{"GET /paste", d.pasteForm},
		{"POST /paste", d.paste},
		{"GET /words", d.words},
		{"GET /login", d.loginForm},
		{"POST /login", d.login},
		{"POST /logout", d.logout},
		{"/", d.nowhere},
	}
}

func healthy(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Write([]byte("ok\n"))
}

func toPaste(w http.ResponseWriter, r *http.Request) error {
	http.Redirect(w, r, "/paste", http.StatusSeeOther)
	return nil
}

func (d *Desk) nowhere(http.ResponseWriter, *http.Request) error { return errNotFound }
