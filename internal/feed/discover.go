package feed

import (
	"cmp"
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// Link is a place where a feed is said to be, or may be.
type Link struct {
	URL   string
	Title string
}

// Discover returns the feeds that a page points to, the likeliest first: those
// that it declares (link rel=alternate), then those that it links to. Feeds of
// comments come last of each.
func Discover(data []byte, contentType string, from *url.URL) []Link {
	text, _ := decode(data, contentType)
	tokens := html.NewTokenizer(strings.NewReader(text))
	tokens.SetMaxBuf(maxToken)
	var found []discovered
	base := from
	for {
		switch tokens.Next() {
		case html.ErrorToken:
			return ranked(found)
		case html.StartTagToken, html.SelfClosingTagToken:
			t := tokens.Token()
			if t.Data == "base" {
				base = baseOf(t, from)
			}
			if d, ok := pointer(t, base); ok {
				found = append(found, d)
			}
		}
	}
}

func baseOf(t html.Token, from *url.URL) *url.URL {
	u, err := url.Parse(attribute(t, "href"))
	if err != nil || from == nil {
		return from
	}
	return from.ResolveReference(u)
}

// discovered is a link with how likely it is what is sought, the less the likelier.
type discovered struct {
	Link
	rank int
}

// pointer returns the feed that an element points to.
func pointer(t html.Token, base *url.URL) (discovered, bool) {
	d := discovered{Link: Link{URL: resolve(base, attribute(t, "href")), Title: attribute(t, "title")}}
	rel := " " + strings.ToLower(attribute(t, "rel")) + " "
	switch {
	case d.URL == "":
		return d, false
	case t.Data == "link" && (strings.Contains(rel, " alternate ") && isFeedType(attribute(t, "type")) || strings.Contains(rel, " feed ")):
	case t.Data == "a" && looksLikeFeed(d.URL):
		d.rank = 2
	default:
		return d, false
	}
	if strings.Contains(strings.ToLower(d.Title+d.URL), "comment") {
		d.rank++
	}
	return d, true
}

func isFeedType(kind string) bool {
	switch kind, _, _ := strings.Cut(strings.ToLower(kind), ";"); strings.TrimSpace(kind) {
	case "application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml", "text/xml", "application/xml":
		return true
	}
	return false
}

// looksLikeFeed reports whether an address is one that feeds often have.
func looksLikeFeed(address string) bool {
	u, err := url.Parse(address)
	if err != nil {
		return false
	}
	path := strings.TrimSuffix(strings.ToLower(u.Path), "/")
	for _, ending := range []string{".rss", "/rss", "/rss.xml", "/feed", "/feed.xml", "/feeds", "/atom", "/atom.xml", ".atom", "/feed.json", "/index.rdf"} {
		if strings.HasSuffix(path, ending) {
			return true
		}
	}
	return false
}

func ranked(found []discovered) []Link {
	slices.SortStableFunc(found, func(a, b discovered) int { return cmp.Compare(a.rank, b.rank) })
	var links []Link
	for _, d := range found {
		if !slices.ContainsFunc(links, func(l Link) bool { return l.URL == d.URL }) {
			links = append(links, d.Link)
		}
	}
	return links
}

// Guesses returns where the feed of a site may be that points to none.
func Guesses(site *url.URL) []string {
	var all []string
	for _, path := range []string{"/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/feed.json", "/news-sitemap.xml", "/sitemap-news.xml"} {
		all = append(all, (&url.URL{Scheme: site.Scheme, Host: site.Host, Path: path}).String())
	}
	return all
}
