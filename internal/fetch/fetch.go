// Package fetch gets pages from addresses: safely, politely, and within limits.
//
//	address ──robots.txt?──▶ request ──redirects──▶ response ──unpack──▶ Page
//	              │             └── each hop: no private network, no loop
//	              └── only for addresses that no person named
//
// There are two ways in. [Fetcher.Open] is for an address that a person named:
// that is the person's own request, as it would be in a browser. [Fetcher.Follow]
// is for an address that something else led to, a feed or a page: it keeps to
// the site's robots.txt, waits between requests to one host, and asks only for
// what has changed.
package fetch

import (
	"context"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"time"

	"golang.org/x/net/publicsuffix"
)

// MaxSize is how many bytes a page may have, packed and unpacked. The text on a
// page is a small part of it.
const MaxSize = 10_000_000

// Options say how to fetch.
type Options struct {
	Version string // of the program, for the User-Agent header

	// AllowPrivate also fetches from loopback, private and reserved network
	// addresses and from any port, and goes through the proxy the environment
	// names. Never set it for addresses that strangers may choose.
	AllowPrivate bool

	// Pause waits, or fails when its context ends. Nil: by the clock.
	Pause func(context.Context, time.Duration) error
}

// Page is what an address held.
type Page struct {
	URL        *url.URL // where the redirects ended
	Type       string   // the Content-Type header, "" if there was none
	Data       []byte   // unpacked
	Validators Validators
}

// Validators are what a server says of a page so that it need not be sent again
// unchanged (RFC 9110, section 8.8). The zero value matches no page.
type Validators struct {
	ETag         string
	LastModified string // as the server wrote it
}

// Fetcher fetches pages for one run. It is safe for use by several goroutines.
type Fetcher struct {
	transport http.RoundTripper
	version   string
	limits    limits
	hosts     hosts
	pause     func(context.Context, time.Duration) error
	now       func() time.Time
}

// limits are those of one fetch.
type limits struct {
	total    time.Duration // from the first byte sent to the last one received, redirects included
	backoff  time.Duration // before the second attempt where the server names no time
	patience time.Duration // the longest wait that a server may ask for
}

var defaultLimits = limits{total: 30 * time.Second, backoff: 2 * time.Second, patience: 20 * time.Second}

// maxRedirects is how many redirects are followed; browsers follow 20, and no
// page needs half of that.
const maxRedirects = 10

// New returns a Fetcher.
func New(opt Options) *Fetcher {
	version := opt.Version
	if version == "" {
		version = "dev"
	}
	f := &Fetcher{transport: newTransport(opt.AllowPrivate), version: version, limits: defaultLimits, pause: pause, now: time.Now}
	if opt.Pause != nil {
		f.pause = opt.Pause
	}
	return f
}

// Open fetches the page at an address that a person named. An error does not
// name the address.
func (f *Fetcher) Open(ctx context.Context, u *url.URL) (Page, error) {
	page, err := f.attempt(ctx, request{url: u, agent: f.openAgent()})
	return page, explain(ctx, u, err)
}

// Follow fetches the page at an address that another page or a feed led to. It
// and every hop of its redirects must be allowed by the robots.txt of its host;
// the error wraps ErrRobots where one is not. Requests to one host come one at a
// time, and its Crawl-delay apart.
//
// known are the validators of the page as it was last seen, if it was: where it
// has not changed since, the error is ErrUnchanged.
func (f *Fetcher) Follow(ctx context.Context, u *url.URL, known Validators) (Page, error) {
	page, err := f.attempt(ctx, request{url: u, agent: f.followAgent(), known: known, follows: true})
	return page, explain(ctx, u, err)
}

// The User-Agent headers say truthfully what asks, and for whom.
func (f *Fetcher) openAgent() string {
	return "hearsay/" + f.version + " (+reads single news reports that a person asks for)"
}

func (f *Fetcher) followAgent() string {
	return "hearsay/" + f.version + " (+follows news reports for a person; keeps to robots.txt as \"" + robotsName + "\")"
}

// request is one page to be fetched.
type request struct {
	url     *url.URL
	agent   string
	known   Validators
	follows bool
}

// attempt fetches a page, and once more where the server says that it is busy or
// out of order and does not ask for a longer wait than is bearable.
func (f *Fetcher) attempt(ctx context.Context, r request) (Page, error) {
	page, err := f.once(ctx, r)
	wait, again := f.wait(err)
	if !again {
		return page, err
	}
	if err := f.pause(ctx, wait); err != nil {
		return Page{}, err
	}
	return f.once(ctx, r)
}

// once fetches a page or fails.
func (f *Fetcher) once(ctx context.Context, r request) (Page, error) {
	if r.follows {
		done, err := f.enter(ctx, r.url)
		if err != nil {
			return Page{}, err
		}
		defer done()
	}
	ctx, cancel := context.WithTimeoutCause(ctx, f.limits.total, timeoutError{after: f.limits.total})
	defer cancel()
	response, err := f.client(ctx, r).Do(r.http(ctx))
	if err != nil {
		return Page{}, err
	}
	defer response.Body.Close()
	if err := checkStatus(response); err != nil {
		return Page{}, err
	}
	return receive(ctx, response)
}

// client returns a client for one page. Cookies live as long as it does: some
// sites set one and redirect to the same address.
func (f *Fetcher) client(ctx context.Context, r request) *http.Client {
	jar, _ := cookiejar.New(&cookiejar.Options{PublicSuffixList: publicsuffix.List}) // never fails
	return &http.Client{Transport: f.transport, Jar: jar, CheckRedirect: func(next *http.Request, via []*http.Request) error {
		if err := checkRedirect(next, via); err != nil || !r.follows {
			return err
		}
		return f.allowed(ctx, next.URL)
	}}
}

// http returns the request as it goes out. Compression is asked for by name,
// because the transport by itself undoes gzip alone.
func (r request) http(ctx context.Context) *http.Request {
	out := (&http.Request{Method: http.MethodGet, URL: r.url, Host: r.url.Host, Header: http.Header{}}).WithContext(ctx)
	out.Header.Set("User-Agent", r.agent)
	out.Header.Set("Accept", "text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.1")
	out.Header.Set("Accept-Encoding", "gzip, br, zstd")
	out.Header.Set("Accept-Language", "en, *;q=0.5")
	if r.known.ETag != "" {
		out.Header.Set("If-None-Match", r.known.ETag)
	}
	if r.known.LastModified != "" {
		out.Header.Set("If-Modified-Since", r.known.LastModified)
	}
	return out
}

// checkRedirect ends a chain of redirects that is too long, and says whether it
// went round in a circle.
func checkRedirect(next *http.Request, via []*http.Request) error {
	if len(via) <= maxRedirects {
		return nil
	}
	for _, before := range via {
		if before.URL.String() == next.URL.String() {
			return ErrRedirectLoop
		}
	}
	return ErrRedirects
}

// pause waits, or fails when ctx ends.
func pause(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
