package export

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"hearsay/internal/recordtest"
)

func TestBratFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	record := recordtest.Must("“Yes,” said Korrel.\r\n", "Korrel | said | “Yes,” | direct | 990")
	record.Report.Path = "in/talks.txt"
	for range 2 { // a second run replaces the first
		b, err := NewBratFolder(dir)
		if err != nil {
			t.Fatal(err)
		}
		if err := b.Write(record); err != nil {
			t.Fatal(err)
		}
	}
	for name, want := range map[string]string{
		"annotation.conf":                string(annotationConf),
		"text/talks.txt":                 record.Report.Text,
		"attributions/talks_hearsay.txt": record.Report.Text,
		"attributions/talks_hearsay.ann": "T1\tSource 12 18\tKorrel\n",
	} {
		got, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Error(err)
		}
		if !strings.HasPrefix(string(got), want) {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

// TestBratFolderKeepsTexts: a text that is there already and says something
// else, such as the very one that was read, is never written over.
func TestBratFolderKeepsTexts(t *testing.T) {
	dir := t.TempDir()
	b, err := NewBratFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	there := filepath.Join(dir, "text", "example.txt")
	if err := os.WriteFile(there, []byte("Outlet: Radio Drenn\n\nText"), 0o644); err != nil {
		t.Fatal(err)
	}
	err = b.Write(recordtest.Must("Text", ""))
	if err == nil || !strings.Contains(err.Error(), "holds another text") {
		t.Errorf("error %v", err)
	}
	if got, _ := os.ReadFile(there); !strings.HasPrefix(string(got), "Outlet") {
		t.Errorf("the text is now %q", got)
	}
}
