package web

import (
	"encoding/xml"
	"net/http"
	"strings"

	"hearsay/internal/archive"
	"hearsay/internal/view"
)

// sourcesPage is what is followed.
type sourcesPage struct {
	Feeds []source
	Wrong string
	Typed string
}

// source is one feed and how it was the last time.
type source struct {
	archive.Feed
	Last   archive.Fetch // its At is zero where it was never looked at
	Failed bool
}

func (d *Desk) sources(w http.ResponseWriter, r *http.Request) error {
	return d.showSources(w, r, http.StatusOK, "", "")
}

func (d *Desk) showSources(w http.ResponseWriter, r *http.Request, status int, typed, wrong string) error {
	feeds, err := d.opt.Archive.Feeds(r.Context())
	if err != nil {
		return err
	}
	page := sourcesPage{Typed: typed, Wrong: wrong}
	for _, f := range feeds {
		s := source{Feed: f}
		log, err := d.opt.Archive.Fetches(r.Context(), f.ID, 1)
		if err != nil {
			return err
		}
		if len(log) > 0 {
			s.Last = log[0]
			s.Failed = s.Last.Status == 0 || s.Last.Status >= 400
		}
		page.Feeds = append(page.Feeds, s)
	}
	return d.showAs(w, r, status, "sources", "Sources", page)
}

// follow adds an address to what is followed.
func (d *Desk) follow(w http.ResponseWriter, r *http.Request) error {
	if err := parseForm(w, r, maxForm); err != nil {
		return err
	}
	typed := strings.TrimSpace(r.PostFormValue("address"))
	address, ok := addressIn(typed)
	if !ok {
		return d.showSources(w, r, http.StatusUnprocessableEntity, typed, "“"+view.Clip(typed, 80)+"” is no address. Write it with http or https.")
	}
	feeds := []archive.Feed{{URL: address}}
	if d.opt.Find != nil {
		var err error
		if feeds, err = d.opt.Find(r.Context(), address); err != nil {
			return d.showSources(w, r, http.StatusUnprocessableEntity, typed, remark(err))
		}
	}
	for _, f := range feeds {
		if outlet := view.Clip(r.PostFormValue("outlet"), 120); outlet != "" {
			f.Outlet = outlet
		}
		if _, err := d.opt.Archive.PutFeed(r.Context(), f); err != nil {
			return err
		}
	}
	http.Redirect(w, r, "/sources", http.StatusSeeOther)
	return nil
}

func (d *Desk) unfollow(w http.ResponseWriter, r *http.Request) error {
	id, err := number(r.PathValue("feed"))
	if err != nil {
		return err
	}
	if err := d.opt.Archive.RemoveFeed(r.Context(), id); err != nil {
		return missing(err)
	}
	http.Redirect(w, r, "/sources", http.StatusSeeOther)
	return nil
}

// outline is one line of an OPML file (version 2.0).
type outline struct {
	Text string `xml:"text,attr"`
	Type string `xml:"type,attr"`
	URL  string `xml:"xmlUrl,attr"`
}

type opml struct {
	XMLName  xml.Name  `xml:"opml"`
	Version  string    `xml:"version,attr"`
	Title    string    `xml:"head>title"`
	Outlines []outline `xml:"body>outline"`
}

// opml answers with what is followed, for other readers of feeds.
func (d *Desk) opml(w http.ResponseWriter, r *http.Request) error {
	feeds, err := d.opt.Archive.Feeds(r.Context())
	if err != nil {
		return err
	}
	out := opml{Version: "2.0", Title: "Followed by Hearsay"}
	for _, f := range feeds {
		title := f.Title
		if title == "" {
			title = f.URL
		}
		out.Outlines = append(out.Outlines, outline{title, "rss", f.URL})
	}
	w.Header().Set("Content-Type", "text/x-opml; charset=utf-8")
	w.Header().Set("Content-Disposition", `attachment; filename="hearsay.opml"`)
	if _, err := w.Write([]byte(xml.Header)); err != nil {
		return err
	}
	e := xml.NewEncoder(w)
	e.Indent("", "  ")
	return e.Encode(out)
}
