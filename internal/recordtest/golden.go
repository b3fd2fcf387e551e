package recordtest

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"hearsay"
)

var update = flag.Bool("update", false, "rewrite the golden files with what the code prints")

// Updating reports whether the tests were started with -update.
func Updating() bool { return *update }

// Golden tests against every testdata/*.txtar of the package. Such an archive
// holds the file "report", the file "attributions" (see [Parse]) and files
// "want.FACE", each of which must be what show returns for that face. With the
// flag -update they are made so.
func Golden(t *testing.T, show func(t *testing.T, face string, record hearsay.Record) string) {
	t.Helper()
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no golden files in testdata (%v)", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) { golden(t, file, show) })
	}
}

func golden(t *testing.T, file string, show func(*testing.T, string, hearsay.Record) string) {
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	record := recordOf(t, archive)
	for i, f := range archive.Files {
		face, ok := strings.CutPrefix(f.Name, "want.")
		if !ok {
			continue
		}
		got := show(t, face, record)
		if got != string(f.Data) && !*update {
			t.Errorf("%s: got\n%s\nwant\n%s", f.Name, got, f.Data)
		}
		archive.Files[i].Data = []byte(got)
	}
	if *update {
		if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func recordOf(t *testing.T, archive *txtar.Archive) hearsay.Record {
	files := map[string]string{}
	for _, f := range archive.Files {
		files[f.Name] = string(f.Data)
	}
	record, err := Parse(files["report"], files["attributions"])
	if err != nil {
		t.Fatal(err)
	}
	return record
}
