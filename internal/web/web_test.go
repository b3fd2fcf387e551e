package web

import (
	"bytes"
	"context"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"hearsay"
	"hearsay/internal/plain"
	"hearsay/internal/view"
	"hearsay/reader"
)

// reading is slow to load, and the same for all tests.
var theReader = sync.OnceValue(func() *reader.Reader {
	r, err := reader.New()
	if err != nil {
		panic(err)
	}
	return r
})

func options() Options {
	return Options{
		Read:     theReader().Read,
		Patience: time.Minute,
		Explain:  explain,
		Parse:    func(text string) (hearsay.Report, error) { return plain.Parse("", []byte(text)) },
	}
}

// explain reads a report and says that the words themselves made it do so.
func explain(ctx context.Context, report hearsay.Report) (view.Explained, error) {
	_, record, why, err := theReader().Explain(ctx, report)
	e := view.Explained{Record: record, Hops: why.Hops}
	for range record.Attributions {
		e.Sure = append(e.Sure, view.SureOf{Cue: 900, Source: 800, Content: 700})
		e.Weighed = append(e.Weighed, []view.Weighed{{Role: "cue", Feature: "lemma", Hundredths: 90}})
	}
	return e, err
}

func newDesk(t *testing.T) *Desk {
	t.Helper()
	return mustDesk(t, options())
}

func mustDesk(t *testing.T, o Options) *Desk {
	t.Helper()
	d, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// sample returns the sample report of the documents.
func sample(t *testing.T) string {
	t.Helper()
	data, err := os.ReadFile("../../docs/sample.txt")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// get and post return what a desk answers to a browser on this machine.
func get(d *Desk, path string) *httptest.ResponseRecorder {
	return answer(d, httptest.NewRequest("GET", "http://localhost"+path, nil))
}

func post(d *Desk, path string, form url.Values) *httptest.ResponseRecorder {
	r := httptest.NewRequest("POST", "http://localhost"+path, strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	return answer(d, r)
}

func answer(d *Desk, r *http.Request) *httptest.ResponseRecorder {
	r.RemoteAddr = "127.0.0.1:40000"
	w := httptest.NewRecorder()
	d.Handler().ServeHTTP(w, r)
	return w
}

func TestPaste(t *testing.T) {
	d := newDesk(t)
	w := post(d, "/paste", url.Values{"text": {sample(t)}})
	body := w.Body.String()
	for _, want := range []string{"Mediators await Orrel answer", "a diplomat close to the talks", "unnamed", "17 April 2031", `class="text note"`} {
		if !strings.Contains(body, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	if strings.Contains(body, "When was it published?") {
		t.Error("it asks for a date that the report has")
	}
}

func TestPasteAsksForTheDate(t *testing.T) {
	d := newDesk(t)
	text := "The talks go on until Friday, Radio Drenn said."
	if body := post(d, "/paste", url.Values{"text": {text}}).Body.String(); !strings.Contains(body, "When was it published?") {
		t.Error("it does not ask for the date")
	}
	body := post(d, "/paste", url.Values{"text": {text}, "published": {"2031-04-02"}}).Body.String()
	if strings.Contains(body, "When was it published?") || !strings.Contains(body, "2031-04-04") {
		t.Error("the date is not used")
	}
	w := post(d, "/paste", url.Values{"text": {text}, "published": {"soon"}})
	if !strings.Contains(w.Body.String(), "is no date") || !strings.Contains(w.Body.String(), "Radio Drenn") {
		t.Error("a date that is none is not told, or costs the reading")
	}
}

func TestPasteOfNothing(t *testing.T) {
	w := post(newDesk(t), "/paste", url.Values{"text": {"  \n"}})
	if w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), "is empty") {
		t.Errorf("status %d", w.Code)
	}
}

func TestEveryPageIsWhole(t *testing.T) {
	d := newDesk(t)
	for _, path := range []string{"/paste", "/words", "/static/desk.css", "/static/desk.js", "/static/htmx.min.js", "/healthz"} {
		if w := get(d, path); w.Code != http.StatusOK {
			t.Errorf("%s: status %d", path, w.Code)
		}
	}
	w := get(d, "/nowhere")
	if w.Code != http.StatusNotFound || !bytes.Contains(w.Body.Bytes(), []byte("There is no such page")) {
		t.Errorf("/nowhere: status %d", w.Code)
	}
}
