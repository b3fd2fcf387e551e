package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"
)

// site starts a small site for the scripts and returns its address. What can go
// wrong on the way is tested in package fetch; here is a choice of it, to see
// what people are told.
func site(t *testing.T) string {
	mux := http.NewServeMux()
	mux.HandleFunc("/talks", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/plain; charset=iso-8859-1") // a setting nobody looked at
		fmt.Fprint(w, "“We will wait,” Mara Holt said.\n")
	})
	mux.HandleFunc("/agent", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, r.UserAgent(), "said so.") })
	mux.Handle("/moved", http.RedirectHandler("/talks", http.StatusMovedPermanently))
	mux.Handle("/loop", http.RedirectHandler("/loop", http.StatusFound))
	mux.HandleFunc("/forbidden", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusForbidden) })
	mux.HandleFunc("/menu", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, "<!DOCTYPE html><html><body><nav>Home</nav></body></html>")
	})
	mux.HandleFunc("/{$}", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, `<!DOCTYPE html><html><head><link rel="alternate" type="application/rss+xml" href="/feed.xml"></head><body><p>Radio Drenn</p></body></html>`)
	})
	mux.HandleFunc("/feed.xml", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, `<rss version="2.0"><channel><title>Radio Drenn</title><item><title>Talks</title><link>/story</link></item></channel></rss>`)
	})
	mux.HandleFunc("/story", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, `<!DOCTYPE html><html lang="en"><head><title>Talks go on</title></head><body><article><h1>Talks go on</h1>
			<p>The talks on the ferry strike in Drenn go on until Friday, the port authority said in a statement on Wednesday.</p>
			<p>“We will wait,” said Mara Holt, who leads the union. She said that her members would stay out until an offer was made.</p></article></body></html>`)
	})
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server.URL
}
