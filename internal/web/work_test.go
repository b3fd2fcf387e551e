package web

import (
	"bytes"
	"context"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/textproto"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"hearsay/internal/work"
)

// deskWithWork returns a desk whose imports tell what they were given and then wait
// to be let go.
func deskWithWork(t *testing.T, from ...string) (d *Desk, got chan work.Work, letGo chan struct{}) {
	t.Helper()
	got, letGo = make(chan work.Work, 9), make(chan struct{})
	do := func(ctx context.Context, w work.Work, tell func(work.Step)) error {
		tell(work.Step{All: 4})
		tell(work.Step{Outcome: "new", Words: 100})
		tell(work.Step{Err: "b.pdf: is a PDF: save its text"})
		got <- w
		select {
		case <-letGo:
		case <-ctx.Done():
		}
		return ctx.Err()
	}
	queue, err := work.Open(filepath.Join(t.TempDir(), "work"), do, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() { queue.Run(t.Context()); close(ended) }()
	t.Cleanup(func() { <-ended })
	d = deskWith(t)
	o := d.opt
	o.Now = time.Now
	o.Work, o.ImportFrom = queue, from
	return mustDesk(t, o), got, letGo
}

// give posts files, "name: text" each, and what is typed.
func give(t *testing.T, d *Desk, typed string, files ...string) *httptest.ResponseRecorder {
	t.Helper()
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	for _, file := range files {
		name, text, _ := strings.Cut(file, ": ")
		part, err := form.CreatePart(textproto.MIMEHeader{"Content-Disposition": {`form-data; name="files"; filename="` + name + `"`}})
		if err != nil {
			t.Fatal(err)
		}
		part.Write([]byte(text))
	}
	form.WriteField("typed", typed)
	form.Close()
	r := httptest.NewRequest("POST", "http://localhost/import", &body)
	r.Header.Set("Content-Type", form.FormDataContentType())
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	return answer(d, r)
}

// TestImport gives files, a folder and an address, looks on, stops and goes on.
func TestImport(t *testing.T) {
	d, got, letGo := deskWithWork(t)
	w := give(t, d, "https://drenn.example/a\n", "a.txt: one", "news/b.txt: two", "news/deep/c.txt: three")
	if w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/import/1" {
		t.Fatalf("status %d to %q: %s", w.Code, w.Header().Get("Location"), w.Body)
	}
	piece := <-got
	want := []string{filepath.Join(piece.Folder, "a.txt"), filepath.Join(piece.Folder, "news"), "https://drenn.example/a"}
	if !slices.Equal(piece.Inputs, want) {
		t.Errorf("inputs %q, want %q", piece.Inputs, want)
	}
	if data, err := os.ReadFile(filepath.Join(piece.Folder, "news/deep/c.txt")); err != nil || string(data) != "three" {
		t.Errorf("%q, %v", data, err)
	}
	body := get(d, "/import/1").Body.String()
	for _, want := range []string{"a.txt and 2 more", "<b>running</b>", "2 of 4, 50 %", "1 new", "1 failed", "b.pdf: is a PDF", `http-equiv="refresh"`, `hx-trigger="every 1s"`} {
		if !strings.Contains(body, want) {
			t.Errorf("while it runs the page does not say %q:\n%s", want, body)
		}
	}
	post(d, "/import/1/stop", nil)
	if body := get(d, "/import/1").Body.String(); !strings.Contains(body, "<b>stopped</b>") || strings.Contains(body, "refresh") {
		t.Errorf("stopped it says %s", body)
	}
	post(d, "/import/1/go-on", nil)
	<-got
	letGo <- struct{}{}
	for range 1000 {
		if one, _ := d.opt.Work.Get(1); one.State == work.Done {
			break
		}
		time.Sleep(time.Millisecond)
	}
	if body := get(d, "/import").Body.String(); !strings.Contains(body, "<b>done</b>") || strings.Contains(body, "go-on") {
		t.Errorf("done it says %s", body)
	}
	post(d, "/import/1/forget", nil)
	if w := get(d, "/import/1"); w.Code != http.StatusNotFound {
		t.Errorf("forgotten, it is status %d", w.Code)
	}
}

// TestImportRefuses: nothing of this machine is read that nobody offered, and no
// name leads out of where files are kept.
func TestImportRefuses(t *testing.T) {
	offered := t.TempDir()
	real, err := filepath.EvalSymlinks(offered)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("/etc", filepath.Join(real, "out")); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(real, "a.txt"), []byte("one"), 0o600); err != nil {
		t.Fatal(err)
	}
	d, got, _ := deskWithWork(t, real)
	for _, typed := range []string{"/etc/hostname", filepath.Join(real, "..", ".."), filepath.Join(real, "out", "hostname"), "-", "reports", "file:///etc/hostname"} {
		if w := give(t, d, typed); w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), "neither an address nor") {
			t.Errorf("%s: status %d", typed, w.Code)
		}
	}
	if w := give(t, d, ""); w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), "Nothing was chosen") {
		t.Errorf("nothing: status %d", w.Code)
	}
	if w := give(t, d, "", "a.txt: one", "a.txt: two"); w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), "Two files are called a.txt") {
		t.Errorf("two of a name: status %d", w.Code)
	}
	if all := d.opt.Work.All(); len(all) != 0 {
		t.Errorf("what was refused is done: %+v", all)
	}
	if w := give(t, d, filepath.Join(real, "a.txt"), "../../evil.txt: one"); w.Code != http.StatusSeeOther {
		t.Fatalf("an offered path: status %d: %s", w.Code, w.Body)
	}
	piece := <-got
	if want := []string{filepath.Join(piece.Folder, "evil.txt"), filepath.Join(real, "a.txt")}; !slices.Equal(piece.Inputs, want) {
		t.Errorf("inputs %q, want %q", piece.Inputs, want)
	}
}

func TestRereadIsAskedFor(t *testing.T) {
	d, got, _ := deskWithWork(t)
	if w := post(d, "/reread", nil); w.Code != http.StatusSeeOther {
		t.Fatalf("status %d", w.Code)
	}
	if piece := <-got; piece.Kind != work.Reread {
		t.Errorf("got %+v", piece)
	}
}
