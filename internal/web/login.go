package web

import (
	"net/http"
	"time"
)

// sessionLength is how long a login holds.
const sessionLength = 30 * 24 * time.Hour

// loginPage is the page that asks who it is.
type loginPage struct {
	Name  string
	Wrong string // why the last try failed
}

func (d *Desk) loginForm(w http.ResponseWriter, r *http.Request) error {
	if !d.guard.locked() {
		http.Redirect(w, r, "/", http.StatusSeeOther)
		return nil
	}
	return d.show(w, r, "login", "Log in", loginPage{})
}

func (d *Desk) login(w http.ResponseWriter, r *http.Request) error {
	if err := parseForm(w, r, maxForm); err != nil {
		return err
	}
	page := loginPage{Name: r.PostFormValue("name")}
	switch {
	case !d.guard.locked():
		return errNotFound
	case !d.guard.tries.allow(clientOf(r), d.opt.Now()):
		page.Wrong = "Too many tries. Wait a minute."
		return d.showAs(w, r, http.StatusTooManyRequests, "login", "Log in", page)
	case !d.guard.Access.Verify(page.Name, r.PostFormValue("password")):
		page.Wrong = "Name and password do not go together."
		return d.showAs(w, r, http.StatusForbidden, "login", "Log in", page)
	}
	until := d.opt.Now().Add(sessionLength)
	d.setSession(w, d.guard.Access.Sign(page.Name, until), until)
	http.Redirect(w, r, "/", http.StatusSeeOther)
	return nil
}

func (d *Desk) logout(w http.ResponseWriter, r *http.Request) error {
	d.setSession(w, "", time.Unix(1, 0))
	http.Redirect(w, r, "/login", http.StatusSeeOther)
	return nil
}

func (d *Desk) setSession(w http.ResponseWriter, value string, until time.Time) {
	http.SetCookie(w, &http.Cookie{Name: sessionCookie, Value: value, Path: "/", Expires: until,
		HttpOnly: true, Secure: d.guard.Secure, SameSite: http.SameSiteLaxMode})
}

// parseForm reads a form of at most limit bytes.
func parseForm(w http.ResponseWriter, r *http.Request, limit int64) error {
	r.Body = http.MaxBytesReader(w, r.Body, limit)
	return r.ParseForm()
}
