package fetch

import (
	"context"
	"net/url"
	"strings"
	"sync"
	"time"
)

// How far apart two followed pages of one host are fetched.
const (
	minDelay = 1 * time.Second  // where its robots.txt says nothing
	maxDelay = 30 * time.Second // a Crawl-delay above it counts as this
)

// hosts are those that pages were followed to in this run.
type hosts struct {
	mutex sync.Mutex
	known map[string]*host // by scheme, name and port
}

// host is one server in the sense of robots.txt: a scheme, a name and a port.
type host struct {
	turn chan struct{} // holds one token: whoever has it may fetch pages
	next time.Time     // when the next page may be fetched; belongs to the turn

	learning sync.Mutex
	learned  time.Time // zero: never
	rules    rules
}

// of returns the host of an address.
func (h *hosts) of(u *url.URL) *host {
	h.mutex.Lock()
	defer h.mutex.Unlock()
	key := strings.ToLower(u.Scheme + "://" + u.Host)
	if h.known == nil {
		h.known = map[string]*host{}
	}
	if h.known[key] == nil {
		h.known[key] = &host{turn: make(chan struct{}, 1)}
	}
	return h.known[key]
}

// enter waits for the turn to fetch u from its host, where that is allowed. What
// it returns ends the turn.
func (f *Fetcher) enter(ctx context.Context, u *url.URL) (leave func(), err error) {
	if err := f.allowed(ctx, u); err != nil {
		return nil, err
	}
	h := f.hosts.of(u)
	select {
	case h.turn <- struct{}{}:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	if err := f.pause(ctx, time.Until(h.next)); err != nil {
		<-h.turn
		return nil, err
	}
	return func() {
		h.next = time.Now().Add(h.delay())
		<-h.turn
	}, nil
}

// How long what a robots.txt said is relied on (RFC 9309, section 2.4), and how
// long that it could not be had.
const (
	robotsValid   = 24 * time.Hour
	robotsMissing = 1 * time.Hour
)

// isStale reports whether the robots.txt is to be asked.
func (h *host) isStale(now time.Time) bool {
	if h.learned.IsZero() {
		return true
	}
	valid := robotsValid
	if h.rules.refusal != nil {
		valid = robotsMissing
	}
	return now.Sub(h.learned) >= valid
}

// delay is how long to wait from one page to the next.
func (h *host) delay() time.Duration {
	h.learning.Lock()
	defer h.learning.Unlock()
	return h.rules.delay()
}

// allowed asks the robots.txt of a host, once a day.
func (f *Fetcher) allowed(ctx context.Context, u *url.URL) error {
	h := f.hosts.of(u)
	h.learning.Lock()
	defer h.learning.Unlock()
	if h.isStale(f.now()) {
		rules := f.robots(ctx, u)
		if err := ctx.Err(); err != nil {
			return err // says nothing about the host
		}
		h.rules, h.learned = rules, f.now()
	}
	return h.rules.check(u)
}
