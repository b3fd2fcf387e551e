package fetch

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"
)

const pageHTML = "<p>The envoy said so.</p>"

// site is a small site for the tests, with one page for each thing that goes
// well or wrong.
func site(t *testing.T) *httptest.Server {
	mux := http.NewServeMux()
	packed := func(encoding string, data []byte) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			if accepted := r.Header.Get("Accept-Encoding"); !strings.Contains(accepted, encoding) && encoding != "deflate" {
				t.Errorf("%s is not asked for in %q", encoding, accepted)
			}
			w.Header().Set("Content-Encoding", encoding)
			w.Write(data)
		}
	}
	status := func(code int) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(code) }
	}
	to := func(address string) http.Handler { return http.RedirectHandler(address, http.StatusFound) }
	mux.HandleFunc("/page", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprint(w, pageHTML)
	})
	mux.HandleFunc("/agent", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, r.UserAgent()) })
	mux.HandleFunc("/gzip", packed("gzip", gzipped([]byte(pageHTML))))
	mux.HandleFunc("/br", packed("br", brotlied([]byte(pageHTML))))
	mux.HandleFunc("/zstd", packed("zstd", zstded(t, []byte(pageHTML))))
	mux.HandleFunc("/bomb", func(w http.ResponseWriter, r *http.Request) {
		packed("gzip", gzipped(make([]byte, MaxSize+1)))(w, r)
	})
	mux.HandleFunc("/brbomb", func(w http.ResponseWriter, r *http.Request) {
		packed("br", brotlied(make([]byte, MaxSize+1)))(w, r)
	})
	mux.HandleFunc("/cut", packed("gzip", gzipped([]byte(pageHTML))[:20]))
	mux.HandleFunc("/damaged", packed("gzip", []byte("no gzip at all, this page")))
	mux.HandleFunc("/compress", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Encoding", "compress")
		fmt.Fprint(w, "x")
	})
	mux.HandleFunc("/long", func(w http.ResponseWriter, r *http.Request) { w.Header().Set("Content-Length", "50000000") })
	mux.HandleFunc("/endless", endless)
	mux.HandleFunc("/half", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Length", "100")
		fmt.Fprint(w, "half")
	})
	mux.HandleFunc("/pdf", func(w http.ResponseWriter, r *http.Request) { w.Header().Set("Content-Type", "application/pdf") })
	mux.HandleFunc("/empty", func(http.ResponseWriter, *http.Request) {})
	mux.HandleFunc("/nothing", status(http.StatusNoContent))
	for _, code := range []int{401, 402, 403, 410, 418, 451, 501} {
		mux.HandleFunc(fmt.Sprintf("/%d", code), status(code))
	}
	mux.HandleFunc("/cookie", func(w http.ResponseWriter, r *http.Request) {
		if _, err := r.Cookie("seen"); err != nil {
			http.SetCookie(w, &http.Cookie{Name: "seen", Value: "1"})
			http.Redirect(w, r, "/cookie", http.StatusFound)
			return
		}
		fmt.Fprint(w, pageHTML)
	})
	mux.Handle("/moved", to("/page"))
	mux.Handle("/loop", to("/pool"))
	mux.Handle("/pool", to("/loop"))
	mux.HandleFunc("/on/", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, r.URL.Path+"x", http.StatusFound) })
	mux.Handle("/file", to("file:///etc/hosts"))
	mux.Handle("/nohost", to("http://nowhere.invalid/"))
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server
}

// endless sends a page without an end, as long as somebody reads it.
func endless(w http.ResponseWriter, r *http.Request) {
	piece := bytes.Repeat([]byte("and so on "), 10_000)
	for {
		if _, err := w.Write(piece); err != nil {
			return
		}
	}
}

func gzipped(data []byte) []byte {
	var out bytes.Buffer
	return closed(&out, gzip.NewWriter(&out), data)
}

func brotlied(data []byte) []byte {
	var out bytes.Buffer
	return closed(&out, brotli.NewWriter(&out), data)
}

func zstded(t *testing.T, data []byte) []byte {
	var out bytes.Buffer
	w, err := zstd.NewWriter(&out)
	if err != nil {
		t.Fatal(err)
	}
	return closed(&out, w, data)
}

func closed(out *bytes.Buffer, w io.WriteCloser, data []byte) []byte {
	w.Write(data)
	w.Close()
	return out.Bytes()
}

// local returns a fetcher that may reach the tests' own servers, and records how
// long it would have paused instead of doing so.
func local() (*Fetcher, *[]time.Duration) {
	f := New(Options{AllowPrivate: true, Version: "1.2"})
	var pauses []time.Duration
	f.pause = func(ctx context.Context, d time.Duration) error {
		pauses = append(pauses, d)
		return ctx.Err()
	}
	return f, &pauses
}

func address(t *testing.T, s string) *url.URL {
	t.Helper()
	u, err := url.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return u
}

func TestOpen(t *testing.T) {
	server := site(t)
	f, _ := local()
	for _, test := range []struct{ path, data, end string }{
		{"/page", pageHTML, "/page"},
		{"/gzip", pageHTML, "/gzip"},
		{"/br", pageHTML, "/br"},
		{"/zstd", pageHTML, "/zstd"},
		{"/moved", pageHTML, "/page"},
		{"/cookie", pageHTML, "/cookie"},
		{"/agent", "hearsay/1.2 (+reads single news reports that a person asks for)", "/agent"},
	} {
		page, err := f.Open(t.Context(), address(t, server.URL+test.path))
		if err != nil || string(page.Data) != test.data || page.URL.String() != server.URL+test.end {
			t.Errorf("%s: %q at %v, %v", test.path, page.Data, page.URL, err)
		}
	}
	page, err := f.Open(t.Context(), address(t, server.URL+"/page"))
	if err != nil || page.Type != "text/html; charset=utf-8" {
		t.Errorf("type %q, %v", page.Type, err)
	}
}

func TestOpenFails(t *testing.T) {
	server := site(t)
	tests := []struct{ path, want string }{
		{"/none", "there is no such page (404 Not Found): check the address"},
		{"/410", "there is no such page (410 Gone): check the address"},
		{"/401", "the server does not give it to programs or strangers (401 Unauthorized): open it in a browser, save it and read the file"},
		{"/402", "the server does not give it to programs or strangers (402 Payment Required): open it in a browser, save it and read the file"},
		{"/403", "the server does not give it to programs or strangers (403 Forbidden): open it in a browser, save it and read the file"},
		{"/451", "the page is withheld for legal reasons (451 Unavailable For Legal Reasons): look for another copy"},
		{"/418", `the server answered "418 I'm a teapot": check the address`},
		{"/501", "the server is out of order (501 Not Implemented): try again later"},
		{"/bomb", "unpacks from 9 kB to more than 10 MB: that is a decompression bomb and no report: delete it"},
		{"/cut", "ends in the middle of its gzip data, after 20 bytes (9 bytes unpacked); the rest is missing: get the whole file"},
		{"/damaged", "cannot be unpacked as gzip beyond its first 25 bytes (0 bytes unpacked); the data are damaged: get the file again"},
		{"/compress", `is packed with "compress", which is not unpacked here: unpack it first`},
		{"/long", "is 50 MB; a report is at most 10 MB: split it into one file per article"},
		{"/endless", "goes on after 10 MB; a report is at most 10 MB: split it into one file per article"},
		{"/half", "the connection ended before the page did: try again"},
		{"/pdf", "is application/pdf, which is not read: save its words as plain text and read that"},
		{"/empty", ErrEmpty.Error()},
		{"/nothing", ErrEmpty.Error()},
		{"/loop", ErrRedirectLoop.Error()},
		{"/on/", ErrRedirects.Error()},
		{"/file", `redirects to file:///etc/hosts: cannot be fetched (unsupported protocol scheme "file"): check the address and the network`},
	}
	for _, test := range tests {
		f, _ := local()
		_, err := f.Open(t.Context(), address(t, server.URL+test.path))
		if err == nil || err.Error() != test.want {
			t.Errorf("%s: %v\nwant %s", test.path, err, test.want)
		}
	}
	f, _ := local()
	if _, err := f.Open(t.Context(), address(t, server.URL+"/brbomb")); err == nil || !strings.HasSuffix(err.Error(), "that is a decompression bomb and no report: delete it") {
		t.Errorf("a bomb of brotli: %v", err)
	}
}

func TestNoHost(t *testing.T) {
	server := site(t)
	f, _ := local()
	for _, a := range []string{"http://nowhere.invalid/", server.URL + "/nohost"} {
		_, err := f.Open(t.Context(), address(t, a))
		if err == nil || !errors.Is(err, ErrNoHost) && !strings.Contains(err.Error(), "the name of its host cannot be looked up (") {
			t.Errorf("%s: %v", a, err)
		}
		if redirected := strings.HasPrefix(a, server.URL); err != nil && redirected != strings.HasPrefix(err.Error(), "redirects to http://nowhere.invalid/: ") {
			t.Errorf("%s: %v", a, err)
		}
	}
}

func TestRefusedConnection(t *testing.T) {
	server := httptest.NewServer(http.NotFoundHandler())
	server.Close()
	f, _ := local()
	want := "the server refuses connections: check the address, or try again later"
	if _, err := f.Open(t.Context(), address(t, server.URL)); err == nil || err.Error() != want {
		t.Errorf("%v", err)
	}
}

func TestTLS(t *testing.T) {
	secure := httptest.NewUnstartedServer(http.NotFoundHandler())
	secure.Config.ErrorLog = log.New(io.Discard, "", 0)
	secure.StartTLS()
	defer secure.Close()
	plain := site(t)
	f, _ := local()
	for _, a := range []string{secure.URL, strings.Replace(plain.URL, "http:", "https:", 1)} {
		if _, err := f.Open(t.Context(), address(t, a)); !errors.Is(err, ErrInsecure) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v, want ErrInsecure", a, err)
		}
	}
}

// Without AllowPrivate nothing of this machine or its network is reached, by
// whatever name or number it goes.
func TestPrivateAddresses(t *testing.T) {
	reached := false
	server := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { reached = true }))
	defer server.Close()
	f := New(Options{})
	for _, a := range []string{
		server.URL,
		strings.Replace(server.URL, "127.0.0.1", "localhost", 1),
		"http://127.0.0.1/",
		"http://2130706433/",
		"http://[::1]/",
		"http://[::ffff:127.0.0.1]/",
		"http://[64:ff9b::127.0.0.1]/",
		"http://10.0.0.1/",
		"http://172.16.0.1/",
		"http://192.168.1.1/",
		"http://169.254.169.254/latest/meta-data/",
		"http://[fe80::1]/",
		"http://0.0.0.0/",
	} {
		if _, err := f.Open(t.Context(), address(t, a)); !errors.Is(err, ErrPrivateAddress) && !errors.Is(err, ErrNoHost) {
			t.Errorf("Open %s: %v, want ErrPrivateAddress", a, err)
		}
		if _, err := f.Follow(t.Context(), address(t, a), Validators{}); !errors.Is(err, ErrPrivateAddress) && !errors.Is(err, ErrNoHost) && !errors.Is(err, ErrNoRobots) {
			t.Errorf("Follow %s: %v, want ErrPrivateAddress", a, err)
		}
	}
	if reached {
		t.Error("a request got through")
	}
}

// A hop of a redirect is refused as the first address would be. The first one is
// let through by a transport that answers for it.
func TestRedirectToPrivateAddress(t *testing.T) {
	f := New(Options{})
	guarded := f.transport
	f.transport = roundTripper(func(r *http.Request) (*http.Response, error) {
		if r.URL.Host != "open.example" {
			return guarded.RoundTrip(r)
		}
		return &http.Response{StatusCode: http.StatusFound, Header: http.Header{"Location": {"http://169.254.169.254/latest"}}, Body: http.NoBody, Request: r}, nil
	})
	_, err := f.Open(t.Context(), address(t, "http://open.example/"))
	if !errors.Is(err, ErrPrivateAddress) || !strings.HasPrefix(err.Error(), "redirects to http://169.254.169.254/latest: ") {
		t.Errorf("%v", err)
	}
}

type roundTripper func(*http.Request) (*http.Response, error)

func (f roundTripper) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

func TestTimeouts(t *testing.T) {
	release := make(chan struct{})
	mux := http.NewServeMux()
	mux.HandleFunc("/silent", func(http.ResponseWriter, *http.Request) { <-release })
	mux.HandleFunc("/slow", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, strings.Repeat("x", 5000))
		w.(http.Flusher).Flush()
		<-release
	})
	server := httptest.NewServer(mux)
	defer server.Close()
	defer close(release)
	for path, want := range map[string]string{
		"/silent": "no answer within 200ms: try again later",
		"/slow":   "sent no more than 5 kB in 200ms: try again later",
	} {
		f, _ := local()
		f.limits.total = 200 * time.Millisecond
		if _, err := f.Open(t.Context(), address(t, server.URL+path)); !errors.Is(err, ErrTimeout) || err.Error() != want {
			t.Errorf("%s: %v, want %s", path, err, want)
		}
	}
}

func TestEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	release := make(chan struct{})
	server := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {
		cancel()
		<-release
	}))
	defer server.Close()
	defer close(release)
	f, _ := local()
	if _, err := f.Open(ctx, address(t, server.URL)); err != context.Canceled {
		t.Errorf("%v", err)
	}
	if _, err := f.Follow(ctx, address(t, server.URL), Validators{}); err != context.Canceled {
		t.Errorf("%v", err)
	}
}

// A server that is busy or out of order is asked once more, when it says.
func TestRetry(t *testing.T) {
	tests := []struct {
		code   int
		after  string
		pauses []time.Duration
		want   string // of a server that stays so
	}{
		{503, "", []time.Duration{2 * time.Second}, "the server is out of order (503 Service Unavailable): try again later"},
		{500, "", []time.Duration{2 * time.Second}, "the server is out of order (500 Internal Server Error): try again later"},
		{429, "7", []time.Duration{7 * time.Second}, "the server asks for fewer requests (429 Too Many Requests): try again in 7s"},
		{429, "nonsense", []time.Duration{2 * time.Second}, "the server asks for fewer requests (429 Too Many Requests): try again later"},
		{429, "Wed, 02 Apr 2031 10:00:05 GMT", []time.Duration{5 * time.Second}, "the server asks for fewer requests (429 Too Many Requests): try again in 5s"},
		{503, "7200", nil, "the server is out of order (503 Service Unavailable): try again later"},
		{429, "7200", nil, "the server asks for fewer requests (429 Too Many Requests): try again in 2h0m0s"},
		{404, "1", nil, "there is no such page (404 Not Found): check the address"},
	}
	for _, test := range tests {
		for _, better := range []bool{true, false} {
			requests := 0
			server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				if requests++; requests > 1 && better {
					fmt.Fprint(w, pageHTML)
					return
				}
				w.Header().Set("Date", "Wed, 02 Apr 2031 10:00:00 GMT")
				if test.after != "" {
					w.Header().Set("Retry-After", test.after)
				}
				w.WriteHeader(test.code)
			}))
			f, pauses := local()
			page, err := f.Open(t.Context(), address(t, server.URL))
			server.Close()
			if fmt.Sprint(*pauses) != fmt.Sprint(test.pauses) || requests != len(test.pauses)+1 {
				t.Errorf("%d, %q: %d requests, pauses %v", test.code, test.after, requests, *pauses)
			}
			switch recovers := better && test.pauses != nil; {
			case recovers && (err != nil || string(page.Data) != pageHTML):
				t.Errorf("%d, %q, then well: %v", test.code, test.after, err)
			case !recovers && (err == nil || err.Error() != test.want):
				t.Errorf("%d, %q: %v, want %s", test.code, test.after, err, test.want)
			}
		}
	}
}

func TestPause(t *testing.T) {
	if err := pause(t.Context(), time.Nanosecond); err != nil {
		t.Error(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := pause(ctx, time.Hour); err != context.Canceled {
		t.Error(err)
	}
}
