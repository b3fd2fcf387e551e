package feed

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"
)

var site = must(url.Parse("https://drenn.example/news/feed.xml"))

func must(u *url.URL, err error) *url.URL {
	if err != nil {
		panic(err)
	}
	return u
}

// told writes a feed as "kind title site wait [repaired]: url title when; …".
func told(f Feed) string {
	head := fmt.Sprintf("%s %q %s %s [%s]:", f.Kind, f.Title, f.Site, f.Wait, f.Repaired)
	for _, list := range [][]Item{f.Items, f.Maps} {
		for _, i := range list {
			head += " " + i.URL + " " + i.Title
			if !i.When().IsZero() {
				head += " " + i.When().UTC().Format("2006-01-02T15:04")
			}
			head += ";"
		}
	}
	return head
}

const rssHead = `<?xml version="1.0"?><rss version="2.0"><channel><title>Radio Drenn</title><link>https://drenn.example/</link>`

func TestParse(t *testing.T) {
	for _, test := range []struct{ name, data, contentType, want string }{
		{"rss", rssHead + `<ttl>60</ttl><item><title>Talks go on</title><link>https://drenn.example/1?a=1&amp;b=2</link><pubDate>Wed, 02 Apr 2031 08:00:00 GMT</pubDate></item></channel></rss>`, "",
			`rss "Radio Drenn" https://drenn.example/ 1h0m0s []: https://drenn.example/1?a=1&b=2 Talks go on 2031-04-02T08:00;`},
		{"addresses by the side of the feed's", rssHead + `<item><title>A</title><link>/1</link></item><item><title>B</title><link>2</link></item></channel></rss>`, "",
			`rss "Radio Drenn" https://drenn.example/ 0s []: https://drenn.example/1 A; https://drenn.example/news/2 B;`},
		{"an id that is an address", rssHead + `<item><title>A</title><guid>https://drenn.example/1</guid></item><item><title>B</title><guid isPermaLink="false">77</guid></item></channel></rss>`, "",
			`rss "Radio Drenn" https://drenn.example/ 0s []: https://drenn.example/1 A;`},
		{"an address twice", rssHead + `<item><title>A</title><link>/1</link></item><item><title>A again</title><link>/1</link></item></channel></rss>`, "",
			`rss "Radio Drenn" https://drenn.example/ 0s []: https://drenn.example/1 A;`},
		{"no address of the web", rssHead + `<item><title>A</title><link>javascript:alert(1)</link></item><item><title>B</title><link>file:///etc/passwd</link></item></channel></rss>`, "",
			`rss "Radio Drenn" https://drenn.example/ 0s []:`},
		{"atom", `<feed xmlns="http://www.w3.org/2005/Atom"><title>Drenn</title><entry><title>A</title><link rel="alternate" href="/1"/><updated>2031-04-02T08:00:00Z</updated></entry></feed>`, "",
			`atom "Drenn"  0s []: https://drenn.example/1 A 2031-04-02T08:00;`},
		{"json", `{"version":"https://jsonfeed.org/version/1.1","title":"Drenn","home_page_url":"https://drenn.example","items":[{"id":"1","url":"https://drenn.example/1","title":"A","date_published":"2031-04-02T08:00:00Z"}]}`, "application/feed+json",
			`json "Drenn" https://drenn.example 0s []: https://drenn.example/1 A 2031-04-02T08:00;`},
		{"rss 1.0", `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>Drenn</title></channel><item><title>A</title><link>https://drenn.example/1</link></item></rdf:RDF>`, "",
			`rss "Drenn"  0s []: https://drenn.example/1 A;`},

		{"declares what it is not", strings.Replace(rssHead, `"1.0"?>`, `"1.0" encoding="iso-8859-1"?>`, 1) + `<item><title>Café</title><link>/1</link></item></channel></rss>`, "",
			`rss "Radio Drenn" https://drenn.example/ 0s [declares windows-1252, is UTF-8]: https://drenn.example/1 Café;`},
		{"windows-1252, declared", strings.Replace(rssHead, `"1.0"?>`, `"1.0" encoding="windows-1252"?>`, 1) + "<item><title>Caf\xe9 \x93so\x94</title><link>/1</link></item></channel></rss>", "",
			`rss "Radio Drenn" https://drenn.example/ 0s []: https://drenn.example/1 Café “so”;`},
		{"windows-1252, not declared", rssHead + "<item><title>Caf\xe9</title><link>/1</link></item></channel></rss>", "text/xml; charset=utf-8",
			`rss "Radio Drenn" https://drenn.example/ 0s [is not UTF-8, read as Windows-1252]: https://drenn.example/1 Café;`},
		{"control characters", rssHead + "<item><title>A\x0bB\x00</title><link>/1</link></item></channel></rss>", "",
			`rss "Radio Drenn" https://drenn.example/ 0s [has control characters]: https://drenn.example/1 AB;`},
		{"a byte order mark and blank lines", "\xEF\xBB\xBF\n\n" + rssHead + `<item><title>A</title><link>/1</link></item></channel></rss>`, "",
			`rss "Radio Drenn" https://drenn.example/ 0s []: https://drenn.example/1 A;`},
		{"a warning before it", "Warning: mysql_connect() failed\n" + rssHead + `<item><title>A</title><link>/1</link></item></channel></rss>`, "",
			`rss "Radio Drenn" https://drenn.example/ 0s [has something before the first element]: https://drenn.example/1 A;`},

		{"cut off", rssHead + `<item><title>A</title><link>https://drenn.example/1</link></item><item><title>B</title><link>https://drenn.example/2</link><pubDate>Wed, 02 Apr 2031 08:00:00 GMT</pub`, "",
			`rss "Radio Drenn" https://drenn.example/ 0s [is broken, read leniently]: https://drenn.example/1 A; https://drenn.example/2 B 2031-04-02T08:00;`},
		{"elements left open", rssHead + `<item><title>A & B <b>bold<link>https://drenn.example/1<item><title><![CDATA[C <D>]]></title><link>https://drenn.example/2</link></channel>`, "",
			`rss "Radio Drenn" https://drenn.example/ 0s [is broken, read leniently]: https://drenn.example/1 A & B bold; https://drenn.example/2 C <D>;`},

		{"a news sitemap", `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
			<url><loc>https://drenn.example/1</loc><image:image><image:loc>https://drenn.example/p.jpg</image:loc><image:title>P</image:title></image:image>
			<news:news><news:publication_date>2031-04-02T08:00:00+01:00</news:publication_date><news:title>A</news:title></news:news></url>
			<url><loc>https://drenn.example/2</loc><lastmod>2031-04-02</lastmod></url></urlset>`, "",
			`sitemap ""  0s []: https://drenn.example/1 A 2031-04-02T07:00; https://drenn.example/2  2031-04-02T00:00;`},
		{"an index of sitemaps", `<sitemapindex><sitemap><loc>https://drenn.example/s1.xml</loc><lastmod>2031-04-02</lastmod></sitemap></sitemapindex>`, "",
			`sitemap ""  0s []: https://drenn.example/s1.xml  2031-04-02T00:00;`},
		{"a sitemap cut off", `<urlset><url><loc>https://drenn.example/1</loc></url><url><loc>https://dre`, "", `sitemap ""  0s []: https://drenn.example/1 ;`},
	} {
		t.Run(test.name, func(t *testing.T) {
			f, err := Parse([]byte(test.data), test.contentType, site)
			if err != nil {
				t.Fatal(err)
			}
			if got := told(f); got != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
			if !Is([]byte(test.data), test.contentType) {
				t.Error("it does not look like a feed")
			}
		})
	}
}

func TestParseNone(t *testing.T) {
	for _, data := range []string{"", " ", "<", "<!-- <rss>", "The talks go on.", "<!doctype html><html><body><p>No feed</p>", `{"a":1}`, `{"items":1}`, "<opml/>"} {
		if f, err := Parse([]byte(data), "", site); err == nil {
			t.Errorf("%q: got %s", data, told(f))
		}
	}
}

// The newest of a long sitemap are read.
func TestLongSitemap(t *testing.T) {
	var b strings.Builder
	b.WriteString("<urlset>")
	for i := range 3000 {
		at := time.Date(2031, 4, 2, 0, i, 0, 0, time.UTC)
		fmt.Fprintf(&b, "<url><loc>https://drenn.example/%d</loc><lastmod>%s</lastmod></url>", i, at.Format(time.RFC3339))
	}
	f, err := Parse([]byte(b.String()+"</urlset>"), "", site)
	if err != nil || len(f.Items) != maxItems || f.Items[0].URL != "https://drenn.example/2999" {
		t.Errorf("got %d items, the first %s (%v)", len(f.Items), f.Items[0].URL, err)
	}
}

func TestDiscover(t *testing.T) {
	page := `<html><head><base href="/news/"><title>Drenn</title>
		<link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">
		<link rel="alternate" type="application/atom+xml; charset=utf-8" title="News" href="atom.xml">
		<link rel="stylesheet" href="/s.css"><link rel="alternate" hreflang="fr" href="/fr">
		</head><body><a href="/sport.rss">Sport</a> <a href="/about">About</a> <a href="/sport.rss">Again</a></body>`
	var got []string
	for _, l := range Discover([]byte(page), "text/html", site) {
		got = append(got, l.URL+" "+l.Title)
	}
	want := []string{"https://drenn.example/news/atom.xml News", "https://drenn.example/comments/feed Comments", "https://drenn.example/sport.rss "}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestMapsIn(t *testing.T) {
	got := MapsIn([]byte("User-agent: *\nDisallow: /a\nSitemap: https://drenn.example/news.xml\nsitemap:https://drenn.example/b.xml\nSitemap: no\n"))
	if want := []string{"https://drenn.example/news.xml", "https://drenn.example/b.xml"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestOPML(t *testing.T) {
	data := `<opml version="1.0"><body><outline text="World"><outline text="Drenn" xmlUrl="https://drenn.example/feed" htmlUrl="https://drenn.example/"/>
		<outline text="North"><outline title="Kell" text="x" XMLURL="https://kell.example/rss"/></outline></outline>
		<outline text="Sennet &amp; Co" type="rss" xmlUrl="https://sennet.example/a?b=1&amp;c=2"/><outline text="nothing"/></body></opml>`
	got, err := ReadOPML([]byte(data))
	want := []Outline{
		{"Drenn", "https://drenn.example/feed", "https://drenn.example/", "World"},
		{"Kell", "https://kell.example/rss", "", "World / North"},
		{"Sennet & Co", "https://sennet.example/a?b=1&c=2", "", ""},
	}
	if err != nil || !slices.Equal(got, want) {
		t.Fatalf("got %+v (%v), want %+v", got, err, want)
	}
	var b strings.Builder
	if err := WriteOPML(&b, "Followed", time.Date(2031, 4, 2, 0, 0, 0, 0, time.UTC), want); err != nil {
		t.Fatal(err)
	}
	again, err := ReadOPML([]byte(b.String()))
	if err != nil || !slices.Equal(again, want) {
		t.Errorf("written and read again: %+v (%v) from\n%s", again, err, b.String())
	}
	if _, err := ReadOPML([]byte("<rss/>")); err == nil {
		t.Error("a feed was taken for a list of feeds")
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(rssHead+`<item><title>A</title><link>/1</link></item></channel></rss>`), "text/xml")
	f.Add([]byte(`<feed><entry><link href="x"/></entry>`), "")
	f.Add([]byte(`{"version":"https://jsonfeed.org/version/1","items":[{}]}`), "")
	f.Fuzz(func(t *testing.T, data []byte, contentType string) {
		checkFeed(t, data, contentType)
	})
}

func FuzzSitemap(f *testing.F) {
	f.Add([]byte(`<urlset><url><loc>https://drenn.example/1</loc></url>`))
	f.Add([]byte(`<sitemapindex><sitemap><loc>//a</loc>`))
	f.Fuzz(func(t *testing.T, data []byte) { checkFeed(t, append([]byte("<urlset>"), data...), "") })
}

// checkFeed holds whatever is read to lead to the web.
func checkFeed(t *testing.T, data []byte, contentType string) {
	feed, err := Parse(data, contentType, site)
	if err != nil {
		return
	}
	for _, i := range append(feed.Items, feed.Maps...) {
		if u, err := url.Parse(i.URL); err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
			t.Fatalf("item %+v leads nowhere", i)
		}
	}
}

func FuzzOPML(f *testing.F) {
	f.Add([]byte(`<opml><body><outline text="A" xmlUrl="https://drenn.example/"/></body></opml>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		all, err := ReadOPML(append([]byte("<opml>"), data...))
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		if err := WriteOPML(&b, "", time.Time{}, all); err != nil {
			t.Fatal(err)
		}
		again, err := ReadOPML([]byte(b.String()))
		if err != nil || len(again) != len(all) {
			t.Fatalf("%d outlines were written and %d read again (%v)", len(all), len(again), err)
		}
	})
}

func FuzzDiscover(f *testing.F) {
	f.Add([]byte(`<link rel=alternate type=application/rss+xml href=/feed>`))
	f.Fuzz(func(t *testing.T, data []byte) { Discover(data, "", site) })
}
