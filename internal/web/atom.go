package web

import (
	"encoding/xml"
	"net/http"
	"net/url"
	"strconv"
	"time"

	"golang.org/x/tools/blog/atom"

	"hearsay"
	"hearsay/internal/archive"
	"hearsay/internal/view"
)

// Any search, story or claim is a feed as well, for readers of feeds (RFC 4287).

// feedLength is how many entries a feed has.
const feedLength = 50

func (d *Desk) searchAtom(w http.ResponseWriter, r *http.Request) error {
	query := r.FormValue("q")
	q, err := hearsay.ParseQuery(query)
	if err != nil {
		return badRequest(view.Clip(err.Error(), 300))
	}
	path := "/search?" + url.Values{"q": {query}}.Encode()
	return d.hitsAtom(w, r, "Hearsay: "+view.Line(query), path, q)
}

func (d *Desk) storyAtom(w http.ResponseWriter, r *http.Request) error {
	in, err := d.storyIn(r)
	if err != nil {
		return err
	}
	return d.hitsAtom(w, r, "Hearsay: "+view.Line(in.Story.Title), in.Path(), hearsay.Query{Story: int64(in.Story.ID)})
}

func (d *Desk) hitsAtom(w http.ResponseWriter, r *http.Request, title, path string, q hearsay.Query) error {
	found, err := d.opt.Archive.Search(r.Context(), q, archive.Page{Limit: feedLength})
	if err != nil {
		return err
	}
	feed := d.newFeed(r, title, path)
	for _, h := range found.Hits {
		who := view.Line(h.Words.Source)
		if h.Place.Part == hearsay.PartOwnVoice {
			who = view.Line(h.Outlet)
		}
		feed.add(entry{id: "urn:hearsay:statement:" + string(h.Hash) + ":" + string(h.Place.Part) + ":" + strconv.Itoa(h.Place.Index),
			path: hitHref(h), title: who + ": " + view.Clip(h.Words.Text(), 120), text: view.Line(h.Words.Text()), author: view.Line(h.Outlet), when: h.Stood})
	}
	return feed.write(w)
}

func (d *Desk) claimAtom(w http.ResponseWriter, r *http.Request) error {
	in, claim, id, err := d.claimIn(r)
	if err != nil {
		return err
	}
	feed := d.newFeed(r, "Hearsay: "+claim.Gist, in.Path()+"/claim/"+strconv.FormatInt(id, 10))
	for i := range claim.Places {
		s := claim.Places[len(claim.Places)-1-i] // the newest first
		k := in.dossier.Kept[s.Report]
		feed.add(entry{id: "urn:hearsay:statement:" + string(k.Hash) + ":" + strconv.Itoa(s.Number), path: k.Address(),
			title: s.Outlet + ": " + s.Who, text: s.Content, author: s.Outlet, when: s.Stood})
	}
	return feed.write(w)
}

// atomFeed is a feed on its way out.
type atomFeed struct {
	atom.Feed
	base   string // of addresses
	newest time.Time
}

// entry is what becomes one entry.
type entry struct {
	id, path, title, text, author string
	when                          time.Time
}

func (d *Desk) newFeed(r *http.Request, title, path string) *atomFeed {
	scheme := "http"
	if d.guard.Secure {
		scheme = "https"
	}
	f := &atomFeed{base: scheme + "://" + r.Host}
	f.Title, f.ID = title, f.base+path
	f.Link = []atom.Link{{Rel: "alternate", Href: f.base + path}, {Rel: "self", Href: f.base + r.URL.RequestURI()}}
	f.Author = &atom.Person{Name: "Hearsay"}
	return f
}

func (f *atomFeed) add(e entry) {
	when := e.when
	if when.IsZero() {
		when = time.Unix(0, 0).UTC()
	}
	if when.After(f.newest) {
		f.newest = when
	}
	f.Entry = append(f.Entry, &atom.Entry{Title: e.title, ID: e.id, Link: []atom.Link{{Rel: "alternate", Href: f.base + e.path}},
		Published: atom.Time(when), Updated: atom.Time(when), Author: &atom.Person{Name: e.author}, Content: &atom.Text{Type: "text", Body: e.text}})
}

func (f *atomFeed) write(w http.ResponseWriter) error {
	f.Updated = atom.Time(f.newest)
	w.Header().Set("Content-Type", "application/atom+xml; charset=utf-8")
	if _, err := w.Write([]byte(xml.Header)); err != nil {
		return err
	}
	return xml.NewEncoder(w).Encode(f.Feed)
}

// talksAtom is the feed of what moves in a story's talks.
func (d *Desk) talksAtom(w http.ResponseWriter, r *http.Request) error {
	in, err := d.storyIn(r)
	if err != nil {
		return err
	}
	feed := d.newFeed(r, "Hearsay: talks · "+view.Line(in.Story.Title), in.Path()+"/talks")
	for _, b := range view.BoardsOf(&in.dossier.Trace, view.Look{}) {
		for i := range b.Moves {
			m := b.Moves[len(b.Moves)-1-i] // the newest first
			k := in.dossier.Kept[m.Said.Report]
			feed.add(entry{id: "urn:hearsay:move:" + m.Key(string(k.Hash)), path: k.Address() + m.Said.Mark(), title: m.Told,
				text: m.Said.Outlet + " · " + m.Said.Who + ": " + m.Said.Words, author: m.Said.Outlet, when: m.When()})
		}
	}
	feed.Entry = feed.Entry[:min(len(feed.Entry), feedLength)]
	return feed.write(w)
}
