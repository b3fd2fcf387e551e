package follow

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"hearsay/internal/archive"
	"hearsay/internal/feed"
	"hearsay/internal/fetch"
)

// ErrNothing says that there is nothing to follow at an address.
var ErrNothing = errors.New("there is no feed there and no report: name the address of a feed, of a news sitemap, or of one report")

// Find returns what there is to follow at an address or path that a person names:
// a feed, a sitemap, each feed of a list (OPML), the feed of a site, a single page,
// or a folder. It keeps nothing.
//
//	address ─► feed or sitemap?  list?  ─► that
//	        └► the front page of a site ─► the feed it declares, or links to, or has where most have it, or a sitemap
//	        └► another page             ─► that page
func (f *Follower) Find(ctx context.Context, address string) ([]archive.Feed, error) {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return findLocal(address)
	}
	page, err := f.Web.Open(ctx, u)
	if err != nil {
		return nil, err
	}
	switch {
	case feed.IsOPML(page.Data):
		return listed(page.Data)
	case feed.Is(page.Data, page.Type):
		found, err := feed.Parse(page.Data, page.Type, page.URL)
		if err != nil {
			return nil, err
		}
		return []archive.Feed{{URL: address, Title: found.Title, Kind: string(found.Kind), Outlet: found.Title}}, nil
	case isFront(page.URL):
		return f.findOnSite(ctx, page)
	}
	record, err := f.Reader.ReadPage(ctx, page, Hint{})
	if err != nil {
		return f.findOnSite(ctx, page)
	}
	return []archive.Feed{{URL: address, Title: record.Report.Headline, Kind: KindPage, Outlet: record.Report.Outlet}}, nil
}

// findLocal returns a folder, or the feeds of a list.
func findLocal(path string) ([]archive.Feed, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, errors.New("is neither an address nor a file or folder: write http:// or https:// before an address")
	}
	if info.IsDir() {
		whole, err := filepath.Abs(path)
		if err != nil {
			return nil, err
		}
		return []archive.Feed{{URL: whole, Title: filepath.Base(whole), Kind: KindFolder}}, nil
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return listed(data)
}

// listed returns the feeds of a list.
func listed(data []byte) ([]archive.Feed, error) {
	all, err := feed.ReadOPML(data)
	if err != nil {
		return nil, fmt.Errorf("%w: name a folder, or a list of feeds", err)
	}
	if len(all) == 0 {
		return nil, errors.New("is a list without a feed in it")
	}
	var feeds []archive.Feed
	for _, o := range all {
		feeds = append(feeds, archive.Feed{URL: o.URL, Title: o.Title, Kind: string(feed.RSS), Outlet: o.Title, State: State{Site: o.Site}.String()})
	}
	return feeds, nil
}

// isFront reports whether an address is the front page of a site.
func isFront(u *url.URL) bool {
	path := strings.Trim(u.Path, "/")
	return (path == "" || path == "index.html" || path == "index.php") && u.RawQuery == ""
}

// findOnSite returns the first feed that a page points to, or that is where most
// sites have theirs, or that a robots.txt names, and that is one.
func (f *Follower) findOnSite(ctx context.Context, page fetch.Page) ([]archive.Feed, error) {
	var places []string
	for _, l := range feed.Discover(page.Data, page.Type, page.URL) {
		places = append(places, l.URL)
	}
	places = append(places, feed.Guesses(page.URL)...)
	robots := url.URL{Scheme: page.URL.Scheme, Host: page.URL.Host, Path: "/robots.txt"}
	if text, err := f.Web.Open(ctx, &robots); err == nil {
		places = append(places, feed.MapsIn(text.Data)...)
	}
	for _, place := range places[:min(len(places), 25)] {
		u, err := url.Parse(place)
		if err != nil {
			continue
		}
		got, err := f.Web.Follow(ctx, u, fetch.Validators{})
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if err != nil {
			continue
		}
		found, err := feed.Parse(got.Data, got.Type, got.URL)
		if err == nil && len(found.Items)+len(found.Maps) > 0 {
			return []archive.Feed{{URL: place, Title: found.Title, Kind: string(found.Kind), Outlet: found.Title}}, nil
		}
	}
	return nil, ErrNothing
}
