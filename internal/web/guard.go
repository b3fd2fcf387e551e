package web

import (
	"context"
	"net"
	"net/http"
	"net/netip"
	"strings"
	"sync"
	"time"

	"golang.org/x/time/rate"

	"hearsay/internal/access"
)

// # What every request passes
//
//	Host header ─▶ rate ─▶ size ─▶ same origin ─▶ who is it ─▶ page
//
// A page elsewhere on the web can make a browser send requests to loopback. The
// Host header tells a name that was made to lead here, the origin a form that
// stands elsewhere.

// Guard says who may use the desk.
type Guard struct {
	Hosts  []string     // names that the desk is reached by, beside those of loopback
	Access *access.File // nil: whoever reaches it may use it
	Secure bool         // it is reached over https: cookies go that way alone
}

// The limits of every request.
const (
	maxForm  = 64 << 10          // bytes of a form
	maxPaste = 10_000_000 + 4096 // bytes of a form with a report: 10 MB of text, and its names
	perHost  = 60                // requests a second of one client
	burst    = 240
	loopback = 2000 // requests a second of this machine
	logins   = 12   // tries to log in a minute of one client
)

type guard struct {
	Guard
	now     func() time.Time
	clients clients
	tries   clients
	origin  *http.CrossOriginProtection
}

func newGuard(g Guard, now func() time.Time) *guard {
	return &guard{Guard: g, now: now, origin: http.NewCrossOriginProtection(),
		clients: newClients(perHost, burst), tries: newClients(float64(logins)/60, logins)}
}

func (g *guard) locked() bool { return g.Access != nil }

// wrap puts the guard before a handler.
func (g *guard) wrap(next http.Handler) http.Handler {
	checked := g.origin.Handler(g.identify(next))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		policy(w.Header())
		switch {
		case !g.isOwnHost(r.Host):
			refuse(w, http.StatusMisdirectedRequest, "this desk is not called "+r.Host+": start it with --host to have it answer to that name")
		case !g.clients.allow(clientOf(r), g.now()):
			w.Header().Set("Retry-After", "1")
			refuse(w, http.StatusTooManyRequests, "too many requests: wait a second")
		default:
			r.Body = http.MaxBytesReader(w, r.Body, limitOf(r))
			checked.ServeHTTP(w, r)
		}
	})
}

// limitOf returns how many bytes a request may have.
func limitOf(r *http.Request) int64 {
	if r.URL.Path == "/import" {
		return maxGiven
	}
	return maxPaste
}

// policy sets what a browser may do with the answer.
func policy(h http.Header) {
	h.Set("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "+
		"connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Cache-Control", "no-store")
}

func refuse(w http.ResponseWriter, status int, reason string) { http.Error(w, reason, status) }

// isOwnHost reports whether a Host header names this desk.
func (g *guard) isOwnHost(host string) bool {
	name := host
	if h, _, err := net.SplitHostPort(host); err == nil {
		name = h
	}
	name = strings.Trim(name, "[]")
	if addr, err := netip.ParseAddr(name); err == nil {
		return addr.IsLoopback() || g.names(addr.String())
	}
	return strings.EqualFold(name, "localhost") || g.names(name)
}

func (g *guard) names(name string) bool {
	for _, h := range g.Hosts {
		if strings.EqualFold(h, name) {
			return true
		}
	}
	return false
}

type userKey struct{}

// userOf returns who makes a request, "" where nobody had to say.
func userOf(r *http.Request) string { return User(r.Context()) }

// User returns who makes the request that a context is of, "" where nobody had to
// say.
func User(ctx context.Context) string {
	name, _ := ctx.Value(userKey{}).(string)
	return name
}

// sessionCookie carries the session.
const sessionCookie = "hearsay-session"

// identify lets through who has access, and sends people to the login.
func (g *guard) identify(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !g.locked() {
			next.ServeHTTP(w, r)
			return
		}
		name, ok := g.who(r)
		if !ok && !isOpen(r.URL.Path) {
			turnAway(w, r)
			return
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), userKey{}, name)))
	})
}

func (g *guard) who(r *http.Request) (string, bool) {
	if token, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer "); ok {
		return g.Access.Token(token)
	}
	cookie, err := r.Cookie(sessionCookie)
	if err != nil {
		return "", false
	}
	return g.Access.Session(cookie.Value, g.now())
}

// isOpen reports whether a path is for everybody.
func isOpen(path string) bool {
	return path == "/login" || path == "/healthz" || strings.HasPrefix(path, "/static/")
}

func turnAway(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet || strings.HasPrefix(r.URL.Path, "/api/") || r.URL.Path == "/metrics" {
		w.Header().Set("WWW-Authenticate", "Bearer")
		refuse(w, http.StatusUnauthorized, "log in, or send a token: hearsay passwd --token NAME makes one")
		return
	}
	http.Redirect(w, r, "/login", http.StatusSeeOther)
}

// clientOf returns the address that a request comes from.
func clientOf(r *http.Request) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	return host
}

// clients hold each client to a rate.
type clients struct {
	mu    *sync.Mutex
	known map[string]*rate.Limiter
	rate  rate.Limit
	burst int
}

func newClients(perSecond float64, burst int) clients {
	return clients{new(sync.Mutex), map[string]*rate.Limiter{}, rate.Limit(perSecond), burst}
}

// maxClients is how many clients are remembered. When there are more, all are
// forgotten: that is kind to a few and costs nothing.
const maxClients = 10_000

func (c clients) allow(client string, now time.Time) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	l := c.known[client]
	if l == nil {
		if len(c.known) >= maxClients {
			clear(c.known)
		}
		l = c.limiter(client)
		c.known[client] = l
	}
	return l.AllowN(now, 1)
}

// limiter returns that of a client. This machine's own may ask for more pages.
func (c clients) limiter(client string) *rate.Limiter {
	if addr, err := netip.ParseAddr(client); err == nil && addr.IsLoopback() && c.rate >= 1 {
		return rate.NewLimiter(loopback, loopback)
	}
	return rate.NewLimiter(c.rate, c.burst)
}
