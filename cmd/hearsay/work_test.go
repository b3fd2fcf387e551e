package main

import (
	"archive/zip"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"hearsay/internal/archive"
	"hearsay/internal/dossier"
	"hearsay/internal/work"
	"hearsay/reader"
	"hearsay/tracer"
)

func newWorker(t *testing.T) worker {
	t.Helper()
	kept, err := archive.Open(t.Context(), t.TempDir(), archive.Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { kept.Close() })
	r, err := reader.New()
	if err != nil {
		t.Fatal(err)
	}
	return worker{archive: kept, reader: r, shelf: dossier.NewShelf(kept, tracer.New, time.Now)}
}

// given writes files, "name: text" each, into the folder of a piece of work.
func givenFiles(t *testing.T, files ...string) work.Work {
	t.Helper()
	w := work.Work{ID: 1, Kind: work.Import, Folder: t.TempDir()}
	for _, file := range files {
		name, text, _ := strings.Cut(file, ": ")
		path := filepath.Join(w.Folder, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		w.Inputs = append(w.Inputs, path)
	}
	return w
}

func zipped(t *testing.T, name, text string) string {
	t.Helper()
	var out strings.Builder
	z := zip.NewWriter(&out)
	f, err := z.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	f.Write([]byte(text))
	z.Close()
	return out.String()
}

// TestWorkTakesWhatIsGiven: texts, archives, lines and lists of feeds; what fails is
// told by the name that people know, and the rest is kept.
func TestWorkTakesWhatIsGiven(t *testing.T) {
	w := newWorker(t)
	piece := givenFiles(t,
		"monday.txt: Outlet: Radio Drenn\nURL: https://drenn.example/a\n\nThe bridge stays closed, said Mara Holt, the mayor.",
		"more.zip: "+zipped(t, "in/b.txt", "Outlet: The Orl Post\n\nIt will open on Friday, Holt said."),
		`lines.jsonl: {"outlet":"Sarn Broadcasting","text":"Nobody was hurt, Marr said."}`,
		`feeds.opml: <opml version="2.0"><body><outline type="rss" xmlUrl="https://drenn.example/feed"/></body></opml>`,
		"broken.pdf: %PDF-1.4 nothing")
	var steps []work.Step
	if err := w.do(t.Context(), piece, func(s work.Step) { steps = append(steps, s) }); err != nil {
		t.Fatal(err)
	}
	var told []string
	for _, s := range steps {
		told = append(told, s.Outcome+s.Err)
	}
	slices.Sort(told)
	if len(told) != 5 || !strings.HasPrefix(told[0], "broken.pdf: ") || told[1] != "list of 1 feeds, 1 of them new" || told[2] != "new" || told[4] != "new" {
		t.Errorf("told %q", told)
	}
	reports, err := w.archive.Reports(t.Context(), 0, 9)
	if err != nil || len(reports) != 3 {
		t.Errorf("%d reports are kept, %v", len(reports), err)
	}
	steps = nil
	if err := w.do(t.Context(), piece, func(s work.Step) { steps = append(steps, s) }); err != nil {
		t.Fatal(err)
	}
	if n := len(slices.DeleteFunc(steps, func(s work.Step) bool { return s.Outcome != string(archive.Known) })); n != 3 {
		t.Errorf("gone on with, %d are known", n)
	}
	all := 0
	if err := w.do(t.Context(), work.Work{Kind: work.Reread}, func(s work.Step) { all = s.All }); err != nil || all != 3 {
		t.Errorf("%d are read anew, %v", all, err)
	}
}

// TestWorkStops: what is stopped leaves the rest, and says that it was stopped.
func TestWorkStops(t *testing.T) {
	w := newWorker(t)
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if err := w.do(ctx, givenFiles(t, "a.txt: Rain fell, Holt said."), func(work.Step) {}); err == nil {
		t.Error("it does not say that it was stopped")
	}
}
