package article

import (
	"net/url"
	"slices"
	"strings"
	"testing"
)

// described returns the fields of the report on a page, as golden files show them.
func described(t *testing.T, page, address string) string {
	t.Helper()
	var pageURL *url.URL
	if address != "" {
		var err error
		if pageURL, err = url.Parse(address); err != nil {
			t.Fatal(err)
		}
	}
	root := tree(t, page)
	found := slices.DeleteFunc(blocksOf(root, nil), func(b block) bool { return b.text != sentence })
	return strings.TrimSpace(showFields(readMetadata(root, pageURL).describe(root, found, pageURL)))
}

// What each part of a page says is believed where the parts before it say nothing.
func TestPrecedence(t *testing.T) {
	const (
		linked = `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Linked headline of talks","author":"Lin Ked","publisher":{"name":"Linked News"},
			"datePublished":"2031-01-01T00:00:00Z","dateModified":"2031-01-02T00:00:00Z","inLanguage":"en-IE","url":"https://a.example/linked"}</script>`
		graph = `<meta property="og:title" content="Graph headline of talks"><meta property="og:site_name" content="Graph News">
			<meta property="article:author" content="https://a.example/people/g"><meta property="article:published_time" content="2031-02-01T00:00:00Z">
			<meta property="article:modified_time" content="2031-02-02T00:00:00Z"><meta property="og:locale" content="en_AU"><meta property="og:url" content="https://a.example/graph">`
		micro = `<div itemprop="headline">Micro headline of talks</div><div itemprop="author" itemscope><span itemprop="name">Mike Ro</span></div>
			<time itemprop="datePublished" datetime="2031-03-01T00:00:00Z">x</time><meta itemprop="dateModified" content="2031-03-02T00:00:00Z">
			<div itemprop="publisher"><meta itemprop="name" content="Micro News"></div>`
		named = `<meta name="dc.title" content="Named headline of talks"><meta name="author" content="Nam Edd"><meta name="DC.date.issued" content="2031-04-01">
			<meta name="last-modified" content="2031-04-02"><meta name="application-name" content="Named News"><meta http-equiv="Content-Language" content="en-NZ">`
		print = `<h1>Printed headline of talks</h1><p class="byline">By Prin Ted</p><time datetime="2031-05-01T00:00:00Z">May 1</time> Updated <time datetime="2031-05-02T00:00:00Z">May 2</time>`
		frame = `<title>Framed headline of talks | Framed News</title><link rel="canonical" href="https://a.example/2031/06/01/framed">`
		text  = `<p>` + sentence + `</p>`
	)
	tests := []struct{ name, page, want string }{
		{"all", frame + graph + linked + named + print + micro + text, `headline: Printed headline of talks
byline: Lin Ked
outlet: Graph News
published: 2031-01-01T00:00:00Z
updated: 2031-01-02T00:00:00Z
language: en-NZ
address: https://a.example/2031/06/01/framed`},
		{"without what is printed", frame + graph + linked + named + micro + text, `headline: Linked headline of talks
byline: Lin Ked
outlet: Graph News
published: 2031-01-01T00:00:00Z
updated: 2031-01-02T00:00:00Z
language: en-NZ
address: https://a.example/2031/06/01/framed`},
		{"without JSON-LD", frame + graph + named + micro + text, `headline: Graph headline of talks
byline: Mike Ro
outlet: Graph News
published: 2031-02-01T00:00:00Z
updated: 2031-02-02T00:00:00Z
language: en-NZ
address: https://a.example/2031/06/01/framed`},
		{"without Open Graph", named + micro + text, `headline: Micro headline of talks
byline: Mike Ro
outlet: Micro News
published: 2031-03-01T00:00:00Z
updated: 2031-03-02T00:00:00Z
language: en-NZ`},
		{"named alone", named + text, `headline: Named headline of talks
byline: Nam Edd
outlet: Named News
published: 2031-04-01T00:00:00Z
updated: 2031-04-02T00:00:00Z
language: en-NZ`},
		{"printed alone", print + text, `headline: Printed headline of talks
byline: Prin Ted
published: 2031-05-01T00:00:00Z
updated: 2031-05-02T00:00:00Z`},
		{"frame alone", `<html lang="en-gb">` + frame + text, `headline: Framed headline of talks
outlet: Framed News
published: 2031-06-01T00:00:00Z
language: en-GB
address: https://a.example/2031/06/01/framed`},
		{"Open Graph's address", graph + linked + text, `headline: Linked headline of talks
byline: Lin Ked
outlet: Graph News
published: 2031-01-01T00:00:00Z
updated: 2031-01-02T00:00:00Z
language: en-AU
address: https://a.example/graph`},
		{"nothing", text, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := described(t, test.page, ""); got != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
		})
	}
}

func TestDescribe(t *testing.T) {
	const text = `<p>` + sentence + `</p>`
	tests := []struct{ name, page, address, want string }{
		{"heading of the site", `<title>Talks resume</title><h1>The Alden Post</h1>` + text, "", "headline: Talks resume"},
		{"headline cut short elsewhere", `<meta property="og:title" content="Talks resume in Ostrava after …"><h1>Talks resume in Ostrava after a week</h1>` + text, "",
			"headline: Talks resume in Ostrava after a week"},
		{"dash in the headline", `<title>Talks - and a truce that nobody signed</title>` + text, "", "headline: Talks - and a truce that nobody signed"},
		{"outlet as author", `<meta property="og:site_name" content="Alden Post"><meta name="author" content="Alden Post"><p class="author">Runa Holt</p>` + text, "",
			"byline: Runa Holt\noutlet: Alden Post"},
		{"only the outlet as author", `<meta property="og:site_name" content="Alden Post"><meta name="author" content="Alden Post">` + text, "",
			"byline: Alden Post\noutlet: Alden Post"},
		{"changed before published", `<meta property="article:published_time" content="2031-01-02"><meta property="article:modified_time" content="2031-01-01">` + text, "",
			"published: 2031-01-02T00:00:00Z"},
		{"outlet by its host", text, "https://www.alden.example/x", "outlet: alden.example\naddress: https://www.alden.example/x"},
		{"day in the address", text, "https://alden.example/2031/05/06/x", "outlet: alden.example\npublished: 2031-05-06T00:00:00Z\naddress: https://alden.example/2031/05/06/x"},
		{"relative canonical", `<link rel="canonical" href="/x">` + text, "https://alden.example/x?from=feed", "outlet: alden.example\naddress: https://alden.example/x"},
		{"no language", `<html lang="x-klingon-1234567890">` + text, "", ""},
		{"comment's author", `<div itemscope itemtype="https://schema.org/Comment"><span itemprop="author">Al Onymous</span></div>` + text, "", ""},
		{"printed date", `<title>Talks resume</title><h1>Talks resume</h1><span class="post-date">Published on Tuesday, May 6, 2031</span>` + text, "",
			"headline: Talks resume\npublished: 2031-05-06T00:00:00Z"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := described(t, test.page, test.address); got != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
		})
	}
}

func TestAddress(t *testing.T) {
	tests := []struct{ name, canonical, page, want string }{
		{"file", "https://a.example/x", "", "https://a.example/x"},
		{"file, nothing stated", "", "", ""},
		{"file, relative", "/x", "", ""},
		{"same host", "https://a.example/x", "https://A.example/x?from=feed", "https://a.example/x"},
		{"form for telephones", "https://www.a.example/x", "https://m.a.example/x", "https://www.a.example/x"},
		{"cache of AMP pages", "https://a.example/x", "https://a-example.cdn.ampproject.org/c/s/a.example/x", "https://a.example/x"},
		{"another host", "https://b.example/", "https://a.example/x", "https://a.example/x"},
		{"same public suffix", "https://b.co.uk/", "https://a.co.uk/x", "https://a.co.uk/x"},
		{"not of the web", "javascript:void(0)", "https://a.example/x", "https://a.example/x"},
		{"nothing stated", "", "https://a.example/x", "https://a.example/x"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var page *url.URL
			if test.page != "" {
				page, _ = url.Parse(test.page)
			}
			if got := address(test.canonical, page); got != test.want {
				t.Errorf("address = %q, want %q", got, test.want)
			}
		})
	}
}
