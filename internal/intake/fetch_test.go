package intake

import (
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"hearsay"
)

// site is a small site for the tests.
func site(t *testing.T) *httptest.Server {
	mux := http.NewServeMux()
	answer := func(path, contentType, body string) {
		mux.HandleFunc(path, func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", contentType)
			fmt.Fprint(w, body)
		})
	}
	answer("/page", "text/html; charset=utf-8", page)
	answer("/text", "text/plain; charset=utf-8", "Outlet: A\n\n<b>Text</b>.")
	answer("/latin", "text/plain; charset=iso-8859-1", "Caf\xE9 \x93so\x94.")
	answer("/own", "text/plain", "URL: https://own.example/x\n\nText.")
	answer("/image", "image/png", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
	answer("/undeclared", "", page)
	mux.HandleFunc("/zipped", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		w.Header().Set("Content-Type", "text/html")
		z := gzip.NewWriter(w)
		fmt.Fprint(z, page)
		z.Close()
	})
	mux.HandleFunc("/bomb", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		z := gzip.NewWriter(w)
		chunk := []byte(strings.Repeat("x", megabyte))
		for range 2 * MaxSize / megabyte {
			z.Write(chunk)
		}
		z.Close()
	})
	mux.HandleFunc("/long", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Length", "50000000")
	})
	mux.HandleFunc("/short", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Length", "100")
		fmt.Fprint(w, "half")
	})
	mux.HandleFunc("/gone", http.NotFound)
	mux.Handle("/moved", http.RedirectHandler("/page", http.StatusMovedPermanently))
	mux.Handle("/loop", http.RedirectHandler("/loop", http.StatusFound))
	mux.Handle("/file", http.RedirectHandler("file:///etc/hosts", http.StatusFound))
	mux.HandleFunc("/agent", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, r.UserAgent()) })
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server
}

// fetch returns the one report at an address.
func fetch(t *testing.T, opt Options, address string) (hearsay.Report, error) {
	t.Helper()
	for report, err := range Reports(t.Context(), []string{address}, opt) {
		return report, err
	}
	t.Fatal("neither report nor error")
	return hearsay.Report{}, nil
}

func TestFetch(t *testing.T) {
	server := site(t)
	tests := []struct{ path, text, url string }{
		{"/page", pageText, server.URL + "/page"},
		{"/text", "<b>Text</b>.", server.URL + "/text"},
		{"/latin", "Café “so”.", server.URL + "/latin"},
		{"/own", "Text.", "https://own.example/x"},
		{"/undeclared", pageText, server.URL + "/undeclared"},
		{"/zipped", pageText, server.URL + "/zipped"},
		{"/moved", pageText, server.URL + "/page"},
		{"/agent", "hearsay/1.2 (+reads single news reports that a person asks for)\n", server.URL + "/agent"},
	}
	for _, test := range tests {
		t.Run(test.path, func(t *testing.T) {
			got, err := fetch(t, Options{AllowPrivate: true, Version: "1.2"}, server.URL+test.path)
			if err != nil {
				t.Fatal(err)
			}
			if got.Text != test.text || got.URL != test.url || got.Path != "" {
				t.Errorf("text %q of %q, path %q; want %q of %q", got.Text, got.URL, got.Path, test.text, test.url)
			}
		})
	}
}

func TestFetchFails(t *testing.T) {
	server := site(t)
	tests := []struct{ path, want string }{
		{"/gone", `the server answered "404 Not Found": check the address`},
		{"/image", "looks like image/png and is not a text: save the report as plain text or HTML first"},
		{"/bomb", "is over 10 MB; a report is at most 10 MB: split it into one file per article"},
		{"/long", "is 50 MB; a report is at most 10 MB: split it into one file per article"},
		{"/short", "the connection ended before the page did: try again"},
		{"/loop", ErrRedirects.Error()},
		{"/file", `cannot be fetched (unsupported protocol scheme "file"): check the address and the network`},
	}
	for _, test := range tests {
		t.Run(test.path, func(t *testing.T) {
			address := server.URL + test.path
			got, err := fetch(t, Options{AllowPrivate: true}, address)
			if err == nil {
				t.Fatalf("no error, text %q", got.Text)
			}
			if want := address + ": " + test.want; err.Error() != want {
				t.Errorf("error %q\nwant  %q", err, want)
			}
			if got.URL != address {
				t.Errorf("the failed report's address is %q, want %q", got.URL, address)
			}
		})
	}
}

// Without AllowPrivate nothing of this machine or its network is reached, by
// whatever name or number it goes.
func TestFetchRefusesPrivateAddresses(t *testing.T) {
	reached := false
	server := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { reached = true }))
	defer server.Close()
	for _, address := range []string{
		server.URL,
		strings.Replace(server.URL, "127.0.0.1", "localhost", 1),
		"http://127.0.0.1/",
		"http://[::1]/",
		"http://[::ffff:127.0.0.1]/",
		"http://10.0.0.1/",
		"http://169.254.169.254/latest/meta-data/",
		"http://0.0.0.0/",
	} {
		if _, err := fetch(t, Options{}, address); !errors.Is(err, ErrPrivateAddress) {
			t.Errorf("%s: error %v, want ErrPrivateAddress", address, err)
		}
	}
	if reached {
		t.Error("a request got through")
	}
}

// The passwords of an address stay out of messages.
func TestFetchHidesPasswords(t *testing.T) {
	server := site(t)
	address := strings.Replace(server.URL, "http://", "http://ada:secret@", 1) + "/gone"
	if _, err := fetch(t, Options{AllowPrivate: true}, address); err == nil || strings.Contains(err.Error(), "secret") {
		t.Errorf("error %v", err)
	}
}

func TestFetchEndsWithItsContext(t *testing.T) {
	started := make(chan struct{})
	release := make(chan struct{})
	server := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {
		close(started)
		<-release
	}))
	defer server.Close()
	defer close(release)
	ctx, cancel := context.WithCancel(t.Context())
	go func() {
		<-started
		cancel()
	}()
	for _, err := range Reports(ctx, []string{server.URL, server.URL}, Options{AllowPrivate: true}) {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("error %v, want the context's", err)
		}
	}
}

func TestFetchTimesOut(t *testing.T) {
	release := make(chan struct{})
	server := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { <-release }))
	defer server.Close()
	defer close(release)
	client := newClient(Options{AllowPrivate: true})
	client.http.Timeout = time.Millisecond
	u, _ := parseAddress(server.URL)
	if _, err := client.get(t.Context(), u); err == nil || err.Error() != "no answer within 30s: try again later" {
		t.Errorf("error %v", err)
	}
}
