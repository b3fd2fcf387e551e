package web

import (
	"cmp"
	"net/http"
	"path"
	"slices"
	"time"

	"hearsay/internal/dossier"
)

// # Who waits for a comparison
//
// No page does: it shows the story as it was compared last. Only who has changed
// something a moment ago is to see it, and is known by a cookie that says no more than
// that.

// editedCookie is set for who has changed something, for so long that the pages that
// show it are asked for with it.
const (
	editedCookie = "hearsay_edited"
	editedFor    = 60 // seconds
)

// patience is how long a page waits for the first comparison of a story, or for what
// its reader has just changed, unless the options say otherwise.
const patience = 3 * time.Second

func (d *Desk) patience() time.Duration { return cmp.Or(d.opt.Patience, patience) }

// asking returns a request with what the shelf must know of who asks.
func (d *Desk) asking(w http.ResponseWriter, r *http.Request) *http.Request {
	wait := d.patience()
	if r.Method == http.MethodPost && !slices.Contains(changesNothing, path.Base(r.URL.Path)) {
		http.SetCookie(w, &http.Cookie{Name: editedCookie, Value: "1", Path: "/", MaxAge: editedFor, HttpOnly: true, Secure: d.guard.Secure, SameSite: http.SameSiteLaxMode})
	}
	if _, err := r.Cookie(editedCookie); err == nil {
		return r.WithContext(dossier.ForEditor(r.Context(), wait))
	}
	return r.WithContext(dossier.ForPage(r.Context(), wait))
}

// changesNothing are the forms that change no story, by the last word of their path.
var changesNothing = []string{"paste", "seen", "login", "logout"}
