package web

import (
	"context"
	"errors"
	"net/http"

	"hearsay/internal/dossier"
)

// problem is an error that a person is told, with its status.
type problem struct {
	status int
	title  string
	reason string
}

func (p problem) Error() string { return p.reason }

var errNotFound = problem{http.StatusNotFound, "Nothing here",
	"There is no such page. It may have been withdrawn, or the address is mistyped."}

func badRequest(reason string) error {
	return problem{http.StatusUnprocessableEntity, "That cannot be read", reason}
}

// page turns what answers a request into a handler: what goes wrong becomes a page
// that says so, and what nobody outside need know goes to the log.
func (d *Desk) page(serve func(http.ResponseWriter, *http.Request) error) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		err := serve(w, d.asking(w, r))
		if err == nil || errors.Is(err, context.Canceled) {
			return
		}
		p := d.problemOf(r, err)
		if p.status == http.StatusServiceUnavailable {
			w.Header().Set("Refresh", "2")
		}
		if err := d.showAs(w, r, p.status, "problem", p.title, p); err != nil {
			d.opt.Log.Error("a page could not be made", "path", r.URL.Path, "error", err)
		}
	})
}

func (d *Desk) problemOf(r *http.Request, err error) problem {
	var p problem
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &p):
		return p
	case errors.Is(err, dossier.ErrNotYet):
		return problem{http.StatusServiceUnavailable, "Being compared", "The reports of this story are being compared for the first time. This page comes by itself in a moment."}
	case errors.As(err, &tooLarge):
		return problem{http.StatusRequestEntityTooLarge, "Too much at once", "A report has at most 10 MB. Split it into one text for each article."}
	}
	d.opt.Log.Error("a request failed", "path", r.URL.Path, "error", err)
	return problem{http.StatusInternalServerError, "Something went wrong here", "The desk could not answer. The log says why."}
}

// Title and Reason are for the page.
func (p problem) Title() string  { return p.title }
func (p problem) Reason() string { return p.reason }
