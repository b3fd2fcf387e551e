package web

import (
	"net/http"

	"hearsay"
	"hearsay/internal/archive"
)

type outletsPage struct{ Outlets []archive.Outlet }

func (d *Desk) outlets(w http.ResponseWriter, r *http.Request) error {
	all, err := d.opt.Archive.Outlets(r.Context())
	if err != nil {
		return err
	}
	return d.show(w, r, "outlets", "Outlets", outletsPage{all})
}

// outletPage says how an outlet sources what it reports, by counts alone.
type outletPage struct {
	Outlet archive.Outlet
	Shares []share
	Total  int
	Newest []archive.Hit
}

// share is one way of sourcing.
type share struct {
	archive.Share
	PerCent int // of all, rounded
	Width   int // of its bar, in units of 1000
}

func (d *Desk) outlet(w http.ResponseWriter, r *http.Request) error {
	name := r.FormValue("name")
	all, err := d.opt.Archive.Outlets(r.Context())
	if err != nil {
		return err
	}
	page := outletPage{}
	for _, o := range all {
		if o.Name == name {
			page.Outlet = o
		}
	}
	if page.Outlet.Name == "" {
		return errNotFound
	}
	shares, err := d.opt.Archive.Shares(r.Context(), name)
	if err != nil {
		return err
	}
	page.Shares, page.Total = sharesOf(shares)
	found, err := d.opt.Archive.Search(r.Context(), hearsay.Query{Outlet: []hearsay.Phrase{{Words: name}}}, archive.Page{Limit: 10})
	if err == nil { // a name without a word finds nothing
		page.Newest = found.Hits
	}
	return d.show(w, r, "outlet", name, page)
}

func sharesOf(counts []archive.Share) (shares []share, total int) {
	for _, c := range counts {
		total += c.Statements
	}
	for _, c := range counts {
		s := share{Share: c}
		if total > 0 {
			s.PerCent, s.Width = (200*c.Statements+total)/(2*total), 1000*c.Statements/total
		}
		shares = append(shares, s)
	}
	return shares, total
}
