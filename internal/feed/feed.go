// Package feed reads what tells where new reports are: RSS, Atom and JSON feeds,
// sitemaps, pages that point to a feed, and lists of feeds (OPML).
//
//	bytes ─► charset ─► gofeed ─┬────────────► Feed, with the addresses of reports
//	                            └─► leniently ┘
//	page  ─► Discover ─► addresses of feeds
//	OPML ◄─► outlines
//
// It fetches nothing, and takes whatever comes: what cannot be understood of a feed
// is left out, the rest is read.
package feed

import (
	"bytes"
	"errors"
	"net/url"
	"slices"
	"strings"
	"time"
)

// Feed is what a feed or sitemap lists.
type Feed struct {
	Kind  Kind
	Title string
	Site  string // address of the page it belongs to, "" if it does not say
	Items []Item // each address once, as listed
	Maps  []Item // of an index: the sitemaps it lists

	// Wait is how long the feed asks not to be fetched again; 0: it does not say.
	Wait time.Duration

	// Repaired says what was wrong with it, "" if nothing was.
	Repaired string
}

// Item is one report that a feed lists.
type Item struct {
	URL       string // absolute, http or https
	Title     string
	Published time.Time // zero: not stated
	Updated   time.Time // zero: not stated
}

// When returns when the item was published, or else updated.
func (i Item) When() time.Time {
	if i.Published.IsZero() {
		return i.Updated
	}
	return i.Published
}

// Kind is the form of a feed.
type Kind string

// The kinds.
const (
	RSS     Kind = "rss"
	Atom    Kind = "atom"
	JSON    Kind = "json"
	Sitemap Kind = "sitemap"
)

// ErrNone says that something is no feed.
var ErrNone = errors.New("is no feed: name an RSS, Atom or JSON feed, a news sitemap, or a page that links to one")

// ErrNoOPML says that something is no list of feeds.
var ErrNoOPML = errors.New("is no list of feeds (OPML)")

// maxItems is how many items of a feed are read: the first. A sitemap has up to
// 50,000, of which the newest are read.
const maxItems = 1000

// Parse reads a feed or sitemap that came from an address, against which its own
// are resolved. contentType is the header of that name, "" if there was none.
func Parse(data []byte, contentType string, from *url.URL) (Feed, error) {
	text, repaired := decode(data, contentType)
	form := formOf(text)
	var f Feed
	var err error
	switch form {
	case "":
		return Feed{}, ErrNone
	case Sitemap:
		f = parseSitemap(text)
	default:
		f, err = parseFeed(text, form)
	}
	if err != nil {
		return Feed{}, err
	}
	f.Repaired = strings.Trim(repaired+", "+f.Repaired, ", ")
	f.Site = resolve(from, f.Site)
	f.Items, f.Maps = tidy(f.Items, from), tidy(f.Maps, from)
	return f, nil
}

// Is reports whether data look like a feed or sitemap.
func Is(data []byte, contentType string) bool {
	text, _ := decode(data[:min(len(data), 4096)], contentType)
	return formOf(text) != ""
}

// formOf tells the form of a feed by its first element, "" if it is none.
func formOf(text string) Kind {
	if head := strings.TrimLeft(text, " \t\r\n"); strings.HasPrefix(head, "{") {
		if strings.Contains(head, "jsonfeed.org") || strings.Contains(head, `"items"`) {
			return JSON
		}
		return ""
	}
	switch firstElement(text) {
	case "rss", "rdf", "channel":
		return RSS
	case "feed":
		return Atom
	case "urlset", "sitemapindex":
		return Sitemap
	}
	return ""
}

// firstElement returns the local name of the first element, in lower case.
func firstElement(text string) string {
	for range 20 { // declarations and comments before it
		i := strings.IndexByte(text, '<')
		if i < 0 || i+1 >= len(text) {
			return ""
		}
		switch text = text[i+1:]; text[0] {
		case '?', '!':
			end := ">"
			if strings.HasPrefix(text, "!--") {
				end = "-->"
			}
			_, rest, ok := strings.Cut(text, end)
			if !ok {
				return ""
			}
			text = rest
		default:
			name := text[:strings.IndexAny(text+" ", " \t\r\n/>")]
			return strings.ToLower(name[strings.LastIndexByte(name, ':')+1:])
		}
	}
	return ""
}

// tidy resolves the addresses of items, and keeps each once and no more than
// maxItems.
func tidy(items []Item, from *url.URL) []Item {
	var kept []Item
	at := map[string]bool{}
	for _, i := range items {
		i.URL = resolve(from, i.URL)
		if i.URL == "" || at[i.URL] {
			continue
		}
		at[i.URL] = true
		i.Title = strings.Join(strings.Fields(i.Title), " ")
		kept = append(kept, i)
	}
	if len(kept) > maxItems {
		slices.SortStableFunc(kept, func(a, b Item) int { return b.When().Compare(a.When()) })
		kept = kept[:maxItems]
	}
	return kept
}

// resolve returns an address as an absolute one, "" if it leads nowhere on the web.
func resolve(from *url.URL, address string) string {
	address = strings.TrimSpace(address)
	if address == "" {
		return ""
	}
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	if from != nil {
		u = from.ResolveReference(u)
	}
	if u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return ""
	}
	u.User = nil
	return u.String()
}

// hasAny reports whether a text has one of some words.
func hasAny(text []byte, words ...string) bool {
	for _, w := range words {
		if bytes.Contains(text, []byte(w)) {
			return true
		}
	}
	return false
}
