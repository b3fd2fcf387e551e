package web

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
)

// hostile is a report that tries everything: markup in every field, addresses that
// run, and marks that turn the direction of text.
const hostile = `Outlet: <script>alert(1)</script>
URL: javascript:alert(2)
Headline: "><img src=x onerror=alert(3)> talks
Byline: </title><svg onload=alert(4)>
Published: 2032-05-03T08:10:00Z

<script>alert(5)</script> and '"><b onmouseover=alert(6)> were agreed, said Mara <i>Holt</i>, the mayor. At least 12<script>alert(7)</script> people were killed on Monday, the ministry "></svg><script>alert(8)</script> said.

` + "The mayor\u202e said \u2066nothing\u2069 \u202dwas lost.\u0007 {{.Main}} ${alert(9)}" + `
`

// TestHostileReport: what a stranger writes reaches no page as markup, whether it is
// pasted or kept.
func TestHostileReport(t *testing.T) {
	d := deskWith(t, hostile, strings.Replace(hostile, "At least 12", "At least 14", 1))
	bodies := map[string]string{"pasted": post(d, "/paste", url.Values{"text": {hostile}}).Body.String()}
	for _, path := range []string{"/", "/report/1", "/report/1/versions", "/report/1/1/correct/1", "/search?q=mayor", "/search?q=%3Cscript%3Ealert(1)%3C/script%3E",
		"/story/1", "/story/1/claim/1", "/story/1/numbers?all=1", "/story/1/actor/1", "/outlets", "/outlet?name=" + url.QueryEscape("<script>alert(1)</script>"), "/review",
		"/search/atom?q=mayor", "/story/1/atom"} {
		bodies[path] = get(d, path).Body.String()
	}
	// The box gives back what was put into it; nothing in it reaches beyond it.
	box := regexp.MustCompile(`(?s)<textarea.*</textarea>`)
	for where, body := range bodies {
		body = box.ReplaceAllString(body, "")
		for _, bad := range []string{"<script>", "<img", "onerror=alert(3)>", "<svg onload", "<b onmouseover", "<i>Holt", `href="javascript:`, "\u202e", "\u2066", "\u202d", "\u0007"} {
			if strings.Contains(body, bad) {
				t.Errorf("%s has %q in it", where, bad)
			}
		}
	}
	if !strings.Contains(bodies["/report/1"], "&lt;script&gt;alert(") {
		t.Error("the report's page does not show what it says")
	}
}

// TestTextIsNoPage: the text alone is never taken for a page.
func TestTextIsNoPage(t *testing.T) {
	w := get(deskWith(t, hostile), "/report/1/text")
	if kind := w.Header().Get("Content-Type"); !strings.HasPrefix(kind, "text/plain") || w.Header().Get("X-Content-Type-Options") != "nosniff" {
		t.Errorf("the text comes as %q", kind)
	}
}

// TestEndlessWord: a word of 10 MB is read and shown, shortened, without harm.
func TestEndlessWord(t *testing.T) {
	word := strings.Repeat("a", 9_900_000)
	w := post(newDesk(t), "/paste", url.Values{"text": {"The mayor said " + word + " was agreed."}})
	if w.Code != http.StatusOK {
		t.Fatalf("status %d", w.Code)
	}
	if n := w.Body.Len(); n > 12_000_000 {
		t.Errorf("the page has %d bytes", n)
	}
	if !strings.Contains(w.Body.String(), "which are not shown here") {
		t.Error("the page does not say that there is more")
	}
}
