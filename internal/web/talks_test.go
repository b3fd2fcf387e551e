package web

import (
	"html"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"hearsay"
)

// hrefs returns the addresses on a page that have some words in them.
func hrefs(body, words string) []string {
	var all []string
	for _, m := range regexp.MustCompile(`href="([^"#]*)`).FindAllStringSubmatch(body, -1) {
		if strings.Contains(m[1], words) {
			all = append(all, html.UnescapeString(m[1]))
		}
	}
	return all
}

// see returns what a desk answers to somebody who has just changed something.
func see(d *Desk, path string) string {
	r := httptest.NewRequest("GET", "http://localhost"+path, nil)
	r.AddCookie(&http.Cookie{Name: editedCookie, Value: "1"})
	return answer(d, r).Body.String()
}

// openCell returns the page of talks with its first cell open.
func openCell(t *testing.T, d *Desk) string {
	t.Helper()
	cells := hrefs(get(d, "/story/1/talks").Body.String(), "open=")
	if len(cells) == 0 {
		t.Fatal("there is no cell")
	}
	return get(d, cells[0]).Body.String()
}

// TestCorrectTalks: what a person decides of a cell is kept, signed, shown with what
// was decided, and taken back.
func TestCorrectTalks(t *testing.T) {
	d := deskWith(t, affairTexts(t, "river-accord")...)
	forms := hrefs(openCell(t, d), "correct?")
	if len(forms) < 3 {
		t.Fatalf("forms %q", forms)
	}
	var term string
	for _, f := range forms {
		if body := get(d, f).Body.String(); !strings.Contains(body, "What is wrong here?") || !strings.Contains(body, "What it rests on") {
			t.Errorf("%s is no form", f)
		}
		if strings.Contains(f, "of=term") {
			term = f
		}
	}
	filled := func(name, value string) url.Values {
		return url.Values{"status": {"proposed"}, "quantity": {""}, "editor": {"Mara"}, "note": {"heard it"}, name: {value}, "obliges": obliged(get(d, term).Body.String())}
	}
	for _, c := range []struct {
		form url.Values
		want string
	}{{filled("status", "proposed"), "nothing is different"}, {filled("status", "sung"), "is none of"}, {filled("editor", ""), "is kept with who made it"}} {
		if c.form.Get("editor") == "" {
			c.form.Set("status", "agreed")
		}
		if w := post(d, term, c.form); w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), c.want) {
			t.Errorf("%v: status %d", c.form, w.Code)
		}
	}
	if w := post(d, term, filled("status", "reported-agreed")); w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/story/1/talks" {
		t.Fatalf("status %d", w.Code)
	}
	body := see(d, "/story/1/talks")
	wins := func(body string) bool {
		return strings.Contains(body, `s-reported-agreed">reported agreed</b>`) && strings.Contains(body, "read as “<bdi>proposed</bdi>”")
	}
	for _, want := range []string{"What people decided", "status is reported-agreed", "Mara", "heard it", "take back"} {
		if !strings.Contains(body, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	if !wins(body) {
		t.Error("what is read wins over a person")
	}
	if done, err := d.opt.Archive.Reread(t.Context(), hearsay.ReaderVersion{Version: "next", Weights: "w"}, theReader().Read, nil); err != nil || done.Read == 0 {
		t.Fatalf("reread: %+v, %v", done, err)
	}
	d.shelf.Changed(1)
	if !wins(see(d, "/story/1/talks")) {
		t.Error("what a person decided does not outlive rereading")
	}
	if w := post(d, "/story/1/talks/undo", url.Values{"decision": {"1"}}); w.Code != http.StatusSeeOther {
		t.Errorf("undo: status %d", w.Code)
	}
	if body := see(d, "/story/1/talks"); !strings.Contains(body, "<del>") || strings.Contains(body, "take back") {
		t.Error("it is not taken back")
	} else if wins(body) {
		t.Error("what was taken back still wins")
	}
	if w := post(d, "/story/1/talks/undo", url.Values{"decision": {"7"}}); w.Code != http.StatusNotFound {
		t.Errorf("undo of nothing: status %d", w.Code)
	}
	for _, path := range []string{"of=term&at=1-0-3", "of=term&at=1", "of=term&at=99-0-3", "of=rain&at=1-0-900000"} {
		if w := get(d, "/story/1/talks/correct?"+path); w.Code != http.StatusNotFound && w.Code != http.StatusUnprocessableEntity {
			t.Errorf("%s: status %d", path, w.Code)
		}
	}
}

// obliged returns which boxes of a form are ticked.
func obliged(form string) []string {
	var all []string
	for _, m := range regexp.MustCompile(`name="obliges" value="([^"]*)" checked`).FindAllStringSubmatch(form, -1) {
		all = append(all, m[1])
	}
	return all
}

// TestDecideTalks names, closes and opens talks.
func TestDecideTalks(t *testing.T) {
	d := deskWith(t, affairTexts(t, "river-accord")...)
	page := see(d, "/story/1/talks")
	key := regexp.MustCompile(`name="key" value="([^"]+)"`).FindStringSubmatch(page)
	if key == nil {
		t.Fatal("talks have no key")
	}
	for _, c := range []struct {
		path   string
		form   url.Values
		status int
	}{
		{"decide", url.Values{"kind": {"name"}, "key": {key[1]}, "name": {"The river accord"}, "editor": {"Mara"}}, http.StatusSeeOther},
		{"decide", url.Values{"kind": {"close"}, "key": {key[1]}, "editor": {"Mara"}, "note": {"signed"}}, http.StatusSeeOther},
		{"decide", url.Values{"kind": {"name"}, "key": {key[1]}, "editor": {"Mara"}}, http.StatusUnprocessableEntity},
		{"decide", url.Values{"kind": {"merge"}, "key": {key[1]}, "editor": {"Mara"}}, http.StatusUnprocessableEntity},
		{"decide", url.Values{"kind": {"close"}, "key": {"none"}, "editor": {"Mara"}}, http.StatusUnprocessableEntity},
		{"decide", url.Values{"kind": {"rain"}, "key": {key[1]}, "editor": {"Mara"}}, http.StatusUnprocessableEntity},
		{"open", url.Values{"name": {"Side talks"}, "editor": {"Mara"}}, http.StatusUnprocessableEntity},
	} {
		if w := post(d, "/story/1/talks/"+c.path, c.form); w.Code != c.status {
			t.Errorf("%s %v: status %d", c.path, c.form, w.Code)
		}
	}
	body := see(d, "/story/1/talks")
	for _, want := range []string{"<bdi>The river accord</bdi> <span class=\"check\">closed</span>", "named The river accord", "closed: over, or none", "signed"} {
		if !strings.Contains(body, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	open := get(d, "/story/1/talks/open").Body.String()
	at := regexp.MustCompile(`name="at" value="([^"]+)"`).FindStringSubmatch(open)
	if at == nil || !strings.Contains(open, "Which statements are talks?") {
		t.Fatal("there is nothing to open")
	}
	if w := post(d, "/story/1/talks/open", url.Values{"name": {"Side talks"}, "at": {at[1]}, "editor": {"Mara"}}); w.Code != http.StatusSeeOther {
		t.Errorf("open: status %d", w.Code)
	}
	if body := see(d, "/story/1/talks"); !strings.Contains(body, "talks opened: Side talks") {
		t.Error("it is not said that talks were opened")
	}
}
