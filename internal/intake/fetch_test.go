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

	"hearsay"
	"hearsay/internal/fetch"
)

// site is a small site for the tests. What goes wrong below the page itself is
// tested in package fetch.
func site(t *testing.T) *httptest.Server {
	mux := http.NewServeMux()
	answer := func(path, contentType, body string) {
		mux.HandleFunc(path, func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", contentType)
			fmt.Fprint(w, body)
		})
	}
	answer("/page", "text/html; charset=utf-8", pageHTML)
	answer("/text", "text/plain; charset=utf-8", "Outlet: A\n\n<b>Text</b>.")
	answer("/latin", "text/plain; charset=iso-8859-1", "Caf\xE9 \x93so\x94.")
	answer("/wrong", "text/plain; charset=iso-8859-1", "Café “so”.")
	answer("/wronger", "text/plain; charset=utf-8", "Caf\xE9 \x93so\x94.")
	answer("/own", "text/plain", "URL: https://own.example/x\n\nText.")
	answer("/image", "application/octet-stream", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
	answer("/undeclared", "", pageHTML)
	answer("/misnamed", "text/plain", pageHTML)
	answer("/menu", "text/html", "<html><body><nav>Home</nav></body></html>")
	answer("/feed", "application/rss+xml", `<?xml version="1.0"?><rss version="2.0"><channel/></rss>`)
	answer("/data", "application/json", "[1,\n2]")
	answer("/blank", "text/plain", "  \n")
	answer("/reports.jsonl", "", `{"text":"One."}`+"\n"+`{"text":"Two."}`+"\n")
	mux.HandleFunc("/reports.txt.gz", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/gzip")
		z := gzip.NewWriter(w)
		fmt.Fprint(z, "Text.")
		z.Close()
	})
	mux.Handle("/moved", http.RedirectHandler("/page", http.StatusMovedPermanently))
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server
}

// fetched returns the first report at an address.
func fetched(t *testing.T, opt Options, address string) (hearsay.Report, error) {
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
		{"/wrong", "Café “so”.", server.URL + "/wrong"},
		{"/wronger", "Café “so”.", server.URL + "/wronger"},
		{"/own", "Text.", "https://own.example/x"},
		{"/undeclared", pageText, server.URL + "/undeclared"},
		{"/misnamed", pageText, server.URL + "/misnamed"},
		{"/reports.txt.gz", "Text.", server.URL + "/reports.txt.gz"},
		{"/moved", pageText, server.URL + "/page"},
	}
	for _, test := range tests {
		t.Run(test.path, func(t *testing.T) {
			got, err := fetched(t, Options{AllowPrivate: true, Version: "1.2"}, server.URL+test.path)
			if err != nil {
				t.Fatal(err)
			}
			if got.Text != test.text || got.URL != test.url || got.Path != "" {
				t.Errorf("text %q of %q, path %q; want %q of %q", got.Text, got.URL, got.Path, test.text, test.url)
			}
		})
	}
}

// Several reports at one address say in their Path which they are.
func TestFetchLines(t *testing.T) {
	server := site(t)
	got := read(t, "", Options{AllowPrivate: true}, server.URL+"/reports.jsonl")
	checkRead(t, got, []string{server.URL + "/reports.jsonl:1: One.", server.URL + "/reports.jsonl:2: Two."})
}

func TestFetchFails(t *testing.T) {
	server := site(t)
	tests := []struct{ path, want string }{
		{"/gone", "there is no such page (404 Not Found): check the address"},
		{"/image", "looks like image/png and is not a text: save the report as plain text or HTML first"},
		{"/menu", "holds no article that could be found: save its text as plain text and read that"},
		{"/feed", ErrFeed.Error()},
		{"/data", ErrJSON.Error()},
		{"/blank", "is empty: give it the text of a report"},
	}
	for _, test := range tests {
		t.Run(test.path, func(t *testing.T) {
			address := server.URL + test.path
			got, err := fetched(t, Options{AllowPrivate: true}, address)
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

func TestFetchRefusesPrivateAddresses(t *testing.T) {
	if _, err := fetched(t, Options{}, "http://127.0.0.1/"); !errors.Is(err, fetch.ErrPrivateAddress) {
		t.Errorf("error %v, want ErrPrivateAddress", err)
	}
}

func TestOtherSchemesAreNotFiles(t *testing.T) {
	want := "ftp://a.example/x.txt: begins with ftp://: only http and https addresses are fetched; save it and read the file"
	if _, err := fetched(t, Options{}, "ftp://a.example/x.txt"); err == nil || err.Error() != want {
		t.Errorf("error %v", err)
	}
}

// The passwords of an address stay out of messages and records.
func TestFetchHidesPasswords(t *testing.T) {
	server := site(t)
	for _, path := range []string{"/gone", "/text", "/page"} {
		address := strings.Replace(server.URL, "http://", "http://ada:secret@", 1) + path
		report, err := fetched(t, Options{AllowPrivate: true}, address)
		if strings.Contains(fmt.Sprint(report, err), "secret") {
			t.Errorf("%s: report %v, error %v", path, report, err)
		}
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
	n := 0
	for _, err := range Reports(ctx, []string{server.URL, server.URL}, Options{AllowPrivate: true}) {
		if n++; !errors.Is(err, context.Canceled) || n > 1 {
			t.Errorf("error %v, want the context's once", err)
		}
	}
}
