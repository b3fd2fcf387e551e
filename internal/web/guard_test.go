package web

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"hearsay/internal/access"
)

// lockedDesk returns a desk on which mara has a password, and a program's token.
func lockedDesk(t *testing.T) (d *Desk, token string) {
	t.Helper()
	keys, err := access.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	if err := keys.SetPassword("mara", "a quiet week"); err != nil {
		t.Fatal(err)
	}
	if token, err = keys.AddToken("bot"); err != nil {
		t.Fatal(err)
	}
	o := options()
	o.Now = func() time.Time { return arrival } // time stands still, so that nobody regains tries
	o.Guard = Guard{Access: keys, Hosts: []string{"desk.example"}}
	return mustDesk(t, o), token
}

func request(method, target string, change func(*http.Request)) *http.Request {
	r := httptest.NewRequest(method, target, strings.NewReader(""))
	change(r)
	return r
}

func TestWhoMayComeIn(t *testing.T) {
	d, token := lockedDesk(t)
	for _, c := range []struct {
		name   string
		r      *http.Request
		status int
	}{
		{"a page, without a login", request("GET", "http://localhost/paste", func(*http.Request) {}), http.StatusSeeOther},
		{"the login itself", request("GET", "http://localhost/login", func(*http.Request) {}), http.StatusOK},
		{"health", request("GET", "http://localhost/healthz", func(*http.Request) {}), http.StatusOK},
		{"metrics", request("GET", "http://localhost/metrics", func(*http.Request) {}), http.StatusUnauthorized},
		{"the API, without a token", request("GET", "http://localhost/api/v1/reports", func(*http.Request) {}), http.StatusUnauthorized},
		{"a form, without a login", request("POST", "http://localhost/paste", func(*http.Request) {}), http.StatusUnauthorized},
		{"a token", request("GET", "http://localhost/paste", func(r *http.Request) { r.Header.Set("Authorization", "Bearer "+token) }), http.StatusOK},
		{"another token", request("GET", "http://localhost/paste", func(r *http.Request) { r.Header.Set("Authorization", "Bearer x"+token) }), http.StatusSeeOther},
		{"a forged session", request("GET", "http://localhost/paste", func(r *http.Request) {
			r.AddCookie(&http.Cookie{Name: sessionCookie, Value: "bWFyYQ|99999999999|AAAA"})
		}), http.StatusSeeOther},
		{"a name that leads here", request("GET", "http://evil.example/login", func(*http.Request) {}), http.StatusMisdirectedRequest},
		{"an address that leads here", request("GET", "http://192.0.2.7/login", func(*http.Request) {}), http.StatusMisdirectedRequest},
		{"its own name", request("GET", "http://desk.example:8470/login", func(*http.Request) {}), http.StatusOK},
		{"loopback by number", request("GET", "http://[::1]:8470/login", func(*http.Request) {}), http.StatusOK},
		{"a form elsewhere", request("POST", "http://localhost/login", func(r *http.Request) {
			r.Header.Set("Sec-Fetch-Site", "cross-site")
			r.Header.Set("Origin", "https://evil.example")
		}), http.StatusForbidden},
	} {
		if w := answer(d, c.r); w.Code != c.status {
			t.Errorf("%s: status %d, want %d", c.name, w.Code, c.status)
		}
	}
}

func TestLogin(t *testing.T) {
	d, _ := lockedDesk(t)
	if w := post(d, "/login", url.Values{"name": {"mara"}, "password": {"a loud week"}}); w.Code != http.StatusForbidden || len(w.Result().Cookies()) > 0 {
		t.Errorf("a wrong password: status %d", w.Code)
	}
	w := post(d, "/login", url.Values{"name": {"mara"}, "password": {"a quiet week"}})
	cookies := w.Result().Cookies()
	if w.Code != http.StatusSeeOther || len(cookies) != 1 || !cookies[0].HttpOnly || cookies[0].SameSite != http.SameSiteLaxMode {
		t.Fatalf("the right password: status %d, cookies %v", w.Code, cookies)
	}
	r := httptest.NewRequest("GET", "http://localhost/paste", nil)
	r.AddCookie(cookies[0])
	if w := answer(d, r); w.Code != http.StatusOK || !strings.Contains(w.Body.String(), "mara") {
		t.Errorf("with the session: status %d", w.Code)
	}
	for range logins {
		w = post(d, "/login", url.Values{"name": {"mara"}, "password": {"guess"}})
	}
	if w.Code != http.StatusTooManyRequests {
		t.Errorf("the guesses never end: status %d", w.Code)
	}
}

func TestRate(t *testing.T) {
	now := arrival
	o := options()
	o.Now = func() time.Time { return now }
	d := mustDesk(t, o)
	ask := func() int {
		r := httptest.NewRequest("GET", "http://localhost/healthz", nil)
		r.RemoteAddr = "198.51.100.9:1000"
		w := httptest.NewRecorder()
		d.Handler().ServeHTTP(w, r)
		return w.Code
	}
	for i := range burst {
		if status := ask(); status != http.StatusOK {
			t.Fatalf("request %d: status %d", i, status)
		}
	}
	if status := ask(); status != http.StatusTooManyRequests {
		t.Errorf("one more: status %d", status)
	}
	now = now.Add(time.Second)
	if status := ask(); status != http.StatusOK {
		t.Errorf("a second later: status %d", status)
	}
}

func TestBodyLimit(t *testing.T) {
	w := post(newDesk(t), "/paste", url.Values{"text": {strings.Repeat("word ", 2_100_000)}})
	if w.Code != http.StatusRequestEntityTooLarge || !strings.Contains(w.Body.String(), "at most 10 MB") {
		t.Errorf("status %d", w.Code)
	}
}

// TestPolicy: no page lets a script or style run that is not this package's own.
func TestPolicy(t *testing.T) {
	d := deskWith(t, storyTexts(t)...)
	for _, path := range []string{"/", "/paste", "/report/1", "/story/1/numbers", "/nowhere", "/static/desk.css"} {
		w := get(d, path)
		policy := w.Header().Get("Content-Security-Policy")
		if !strings.Contains(policy, "default-src 'none'") || strings.Contains(policy, "unsafe") {
			t.Errorf("%s: policy %q", path, policy)
		}
		for _, inline := range []string{" style=", "<script>", " onclick=", "<style", "javascript:"} {
			if strings.Contains(w.Body.String(), inline) && strings.HasSuffix(path, ".css") == false {
				t.Errorf("%s has %q in it", path, inline)
			}
		}
	}
}
