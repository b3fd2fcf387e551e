package moment_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"hearsay"
	"hearsay/internal/plain"
)

var update = flag.Bool("update", false, "rewrite what the golden files expect")

// TestGolden reads the report of each file in testdata and compares what is found
// with what the file wants, a line each: type, value or "-", words.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no golden files: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) { testGolden(t, file) })
	}
}

func testGolden(t *testing.T, file string) {
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if len(archive.Files) == 0 || archive.Files[0].Name != "report" {
		t.Fatalf("%s does not begin with a file named report", file)
	}
	report, err := plain.Parse("report.txt", archive.Files[0].Data)
	if err != nil {
		t.Fatal(err)
	}
	got := listed(report)
	if *update {
		archive.Files = append(archive.Files[:1], txtar.File{Name: "want", Data: []byte(got)})
		if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if len(archive.Files) != 2 || string(archive.Files[1].Data) != got {
		t.Errorf("%s: got\n%s\nrun go test -update and look at the difference", file, got)
	}
}

func listed(report hearsay.Report) string {
	var b strings.Builder
	for _, m := range find(report) {
		value := m.Value
		if value == "" {
			value = "-"
		}
		fmt.Fprintf(&b, "%-8s %-16s %s\n", m.Type, value, strings.ReplaceAll(m.Span.In(report.Text), "\n", "⏎"))
	}
	return b.String()
}
