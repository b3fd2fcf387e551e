package web

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"hearsay/internal/archive"
	"hearsay/internal/dossier"
	"hearsay/internal/plain"
	"hearsay/tracer"
)

// arrival is when the reports of a test come in, one a minute.
var arrival = time.Date(2032, 5, 7, 6, 0, 0, 0, time.UTC)

// deskWith returns a desk over an archive that holds reports, one a text.
func deskWith(t *testing.T, texts ...string) *Desk {
	t.Helper()
	now := arrival
	kept, err := archive.Open(t.Context(), t.TempDir(), archive.Options{Create: true, Now: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { kept.Close() })
	for _, text := range texts {
		now = now.Add(time.Minute)
		addText(t, kept, text)
	}
	o := options()
	o.Now = func() time.Time { return now.Add(time.Hour) }
	o.Nearest = tracer.Nearest
	o.Archive, o.Shelf = kept, dossier.NewShelf(kept, tracer.New, o.Now)
	return mustDesk(t, o)
}

func addText(t *testing.T, kept *archive.Archive, text string) archive.Added {
	t.Helper()
	report, err := plain.Parse("", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	record, err := theReader().Read(context.Background(), report)
	if err != nil {
		t.Fatal(err)
	}
	added, err := kept.Add(context.Background(), archive.Incoming{Record: record})
	if err != nil {
		t.Fatal(err)
	}
	return added
}

// storyTexts returns the reports of the invented story in the documents.
func storyTexts(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("../../docs/story/*.txt")
	if err != nil || len(files) < 5 {
		t.Fatalf("found %q, %v", files, err)
	}
	var all []string
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, string(data))
	}
	return all
}

// affairTexts returns the reports of an invented affair that is measured with.
func affairTexts(t *testing.T, name string) []string {
	t.Helper()
	files, err := filepath.Glob("../../eval/scenarios/" + name + "/reports/*.txt")
	if err != nil || len(files) < 5 {
		t.Fatalf("found %q, %v", files, err)
	}
	var all []string
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, string(data))
	}
	return all
}
