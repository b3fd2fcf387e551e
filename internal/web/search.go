package web

import (
	"net/http"
	"net/url"
	"strconv"

	"hearsay"
	"hearsay/internal/archive"
	"hearsay/internal/view"
)

type searchPage struct {
	Query  string
	Wrong  string // what is wrong with it
	Asked  bool
	Hits   []archive.Hit
	Older  string
	Fields []string
}

// searchShown is how many hits a page shows.
const searchShown = 25

func (d *Desk) search(w http.ResponseWriter, r *http.Request) error {
	page := searchPage{Query: r.FormValue("q"), Fields: hearsay.Fields}
	page.Asked = page.Query != ""
	if !page.Asked {
		return d.show(w, r, "search", "Search", page)
	}
	q, err := hearsay.ParseQuery(page.Query)
	if err != nil {
		page.Wrong = view.Clip(err.Error(), 300)
		return d.showAs(w, r, http.StatusUnprocessableEntity, "search", "Search", page)
	}
	past, _ := strconv.ParseInt(r.FormValue("past"), 10, 64)
	found, err := d.opt.Archive.Search(r.Context(), q, archive.Page{Limit: searchShown, Past: archive.StatementID(max(past, 0))})
	if err != nil {
		return err
	}
	page.Hits = found.Hits
	if found.More {
		page.Older = "/search?" + url.Values{"q": {page.Query}, "past": {strconv.FormatInt(int64(found.Hits[len(found.Hits)-1].ID), 10)}}.Encode()
	}
	return d.show(w, r, "search", page.Query, page)
}

// hitHref returns the path of a hit's place.
func hitHref(h archive.Hit) string {
	href := "/report/" + strconv.FormatInt(int64(h.Report), 10)
	if !h.Current {
		href += "/at/" + strconv.FormatInt(int64(h.Revision), 10)
	}
	if h.Place.Part == hearsay.PartAttribution {
		href += "#a" + strconv.Itoa(h.Place.Index+1)
	}
	return href
}

// reportAt leads to the page of a revision that is known by its own number.
func (d *Desk) reportAt(w http.ResponseWriter, r *http.Request) error {
	id, err := number(r.PathValue("revision"))
	if err != nil {
		return err
	}
	v, err := d.opt.Archive.Revision(r.Context(), archive.RevisionID(id))
	if err != nil {
		return missing(err)
	}
	http.Redirect(w, r, "/report/"+strconv.FormatInt(int64(v.Report), 10)+"?version="+strconv.Itoa(v.Number), http.StatusSeeOther)
	return nil
}
