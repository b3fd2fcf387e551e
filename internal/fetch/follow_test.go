package fetch

import (
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// guarded is a server with a robots.txt and pages behind it.
type guarded struct {
	*httptest.Server
	mutex sync.Mutex
	paths []string // that were asked for
}

func newGuarded(t *testing.T, robots http.HandlerFunc) *guarded {
	g := &guarded{}
	g.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		g.mutex.Lock()
		g.paths = append(g.paths, r.URL.RequestURI())
		g.mutex.Unlock()
		if r.URL.Path == "/robots.txt" {
			robots(w, r)
			return
		}
		if to := r.URL.Query().Get("to"); to != "" {
			http.Redirect(w, r, to, http.StatusFound)
			return
		}
		fmt.Fprint(w, r.UserAgent())
	}))
	t.Cleanup(g.Close)
	return g
}

func says(robots string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, robots) }
}

func TestFollowAsksRobots(t *testing.T) {
	g := newGuarded(t, says("User-agent: *\nDisallow: /private\n"))
	f, _ := local()
	for path, want := range map[string]error{"/public": nil, "/private/a": ErrRobots, "/public?to=/private/b": ErrRobots, "/public?to=/other": nil} {
		page, err := f.Follow(t.Context(), address(t, g.URL+path), Validators{})
		if !errors.Is(err, want) || want == nil && err != nil {
			t.Errorf("%s: %v, want %v", path, err, want)
		}
		if agent := string(page.Data); err == nil && agent != `hearsay/1.2 (+follows news reports for a person; keeps to robots.txt as "hearsay")` {
			t.Errorf("the agent is %q", agent)
		}
	}
	if asked := strings.Join(g.paths, " "); strings.Count(asked, "robots.txt") != 1 || strings.Contains(asked, " /private") {
		t.Errorf("asked for %s", asked)
	}
}

// What a person names is the person's own request.
func TestOpenAsksNobody(t *testing.T) {
	g := newGuarded(t, says("User-agent: *\nDisallow: /\n"))
	f, _ := local()
	if _, err := f.Open(t.Context(), address(t, g.URL+"/a")); err != nil || !slices.Equal(g.paths, []string{"/a"}) {
		t.Errorf("asked for %q, %v", g.paths, err)
	}
}

// A redirect to another host is followed only where that host allows it.
func TestFollowAsksTheNextHost(t *testing.T) {
	closed := newGuarded(t, says("User-agent: hearsay\nDisallow: /\n"))
	open := newGuarded(t, http.NotFound)
	f, _ := local()
	_, err := f.Follow(t.Context(), address(t, open.URL+"/a?to="+closed.URL+"/b"), Validators{})
	if !errors.Is(err, ErrRobots) || !slices.Equal(closed.paths, []string{"/robots.txt"}) {
		t.Errorf("%v; asked for %q", err, closed.paths)
	}
	if _, err := f.Follow(t.Context(), address(t, open.URL+"/a?to="+open.URL+"/b"), Validators{}); err != nil {
		t.Error(err)
	}
}

func TestRobotsThatCannotBeHad(t *testing.T) {
	for code, want := range map[int]error{404: nil, 401: nil, 403: nil, 500: ErrNoRobots, 503: ErrNoRobots} {
		g := newGuarded(t, func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(code) })
		f, pauses := local()
		if _, err := f.Follow(t.Context(), address(t, g.URL), Validators{}); !errors.Is(err, want) || want == nil && err != nil {
			t.Errorf("%d: %v, want %v", code, err, want)
		}
		if want != nil && len(*pauses) > 0 {
			t.Errorf("%d: paused for %v", code, *pauses)
		}
	}
	loop := newGuarded(t, func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/robots.txt", http.StatusFound) })
	f, _ := local()
	if _, err := f.Follow(t.Context(), address(t, loop.URL), Validators{}); !errors.Is(err, ErrNoRobots) {
		t.Errorf("a redirect loop: %v", err)
	}
	half := newGuarded(t, func(w http.ResponseWriter, r *http.Request) { w.Header().Set("Content-Length", "9") })
	if _, err := f.Follow(t.Context(), address(t, half.URL), Validators{}); !errors.Is(err, ErrNoRobots) {
		t.Errorf("half a file: %v", err)
	}
}

func TestFollowWaits(t *testing.T) {
	for robots, want := range map[string]time.Duration{
		"":                                     minDelay,
		"User-agent: *\nCrawl-delay: 7\n":      7 * time.Second,
		"User-agent: *\nCrawl-delay: 0.1\n":    minDelay,
		"User-agent: *\nCrawl-delay: 86400\n":  maxDelay,
		"User-agent: *\nCrawl-delay: a day\n":  minDelay,
		"User-agent: other\nCrawl-delay: 20\n": minDelay,
	} {
		g := newGuarded(t, says(robots))
		f, pauses := local()
		for range 2 {
			if _, err := f.Follow(t.Context(), address(t, g.URL), Validators{}); err != nil {
				t.Fatal(err)
			}
		}
		// The first is not waited for; of the second, the time since is taken off.
		if p := *pauses; len(p) != 2 || p[0] > 0 || p[1] > want || p[1] < want-time.Second {
			t.Errorf("%q: pauses %v, want %v", robots, p, want)
		}
	}
}

// However many want pages of one host, it sees one request at a time.
func TestFollowTakesTurns(t *testing.T) {
	var busy, most atomic.Int32
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if now := busy.Add(1); now > most.Load() {
			most.Store(now)
		}
		runtime.Gosched()
		busy.Add(-1)
		fmt.Fprint(w, "User-agent: *\n")
	}))
	defer server.Close()
	f := New(Options{AllowPrivate: true})
	f.pause = pauseNot
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			if _, err := f.Follow(t.Context(), address(t, server.URL), Validators{}); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if most.Load() != 1 {
		t.Errorf("%d requests at once", most.Load())
	}
}

// What has not changed is not sent again.
func TestFollowAsksForChanges(t *testing.T) {
	changed := "Wed, 02 Apr 2031 10:00:00 GMT"
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			w.WriteHeader(http.StatusNotFound)
			return
		}
		w.Header().Set("ETag", `"v1"`)
		w.Header().Set("Last-Modified", changed)
		if r.Header.Get("If-None-Match") == `"v1"` || r.Header.Get("If-Modified-Since") == changed {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		fmt.Fprint(w, pageHTML)
	}))
	defer server.Close()
	f, _ := local()
	page, err := f.Follow(t.Context(), address(t, server.URL), Validators{})
	if want := (Validators{`"v1"`, changed}); err != nil || page.Validators != want {
		t.Fatalf("%+v, %v", page.Validators, err)
	}
	for _, known := range []Validators{page.Validators, {ETag: `"v1"`}, {LastModified: changed}} {
		if _, err := f.Follow(t.Context(), address(t, server.URL), known); !errors.Is(err, ErrUnchanged) {
			t.Errorf("%+v: %v", known, err)
		}
	}
	if _, err := f.Follow(t.Context(), address(t, server.URL), Validators{ETag: `"v0"`}); err != nil {
		t.Errorf("another version: %v", err)
	}
}

// What a robots.txt said holds for a day; that it could not be had, for an hour.
func TestRobotsAreAskedAgain(t *testing.T) {
	broken := true
	g := newGuarded(t, func(w http.ResponseWriter, r *http.Request) {
		if broken {
			w.WriteHeader(http.StatusInternalServerError)
			return
		}
		fmt.Fprint(w, "User-agent: *\nDisallow: /private\n")
	})
	f, _ := local()
	now := time.Date(2031, 4, 2, 8, 0, 0, 0, time.UTC)
	f.now = func() time.Time { return now }
	for _, step := range []struct {
		later time.Duration
		want  error
		asked int
	}{
		{0, ErrNoRobots, 1}, {59 * time.Minute, ErrNoRobots, 1}, {2 * time.Minute, nil, 2}, {23 * time.Hour, nil, 2}, {2 * time.Hour, nil, 3},
	} {
		now = now.Add(step.later)
		_, err := f.Follow(t.Context(), address(t, g.URL+"/public"), Validators{})
		if !errors.Is(err, step.want) || step.want == nil && err != nil {
			t.Errorf("after %s: %v, want %v", step.later, err, step.want)
		}
		if asked := strings.Count(strings.Join(g.paths, " "), "robots.txt"); asked != step.asked {
			t.Errorf("after %s its robots.txt was asked %d times, want %d", step.later, asked, step.asked)
		}
		broken = false
	}
}
