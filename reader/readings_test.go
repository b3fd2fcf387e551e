package reader_test

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"hearsay"
	"hearsay/reader"
)

var update = flag.Bool("update", false, "rewrite what the readings in testdata want")

// TestReadings reads the reports in testdata, one way of quoting a file, and
// compares with what the file wants, a line for each attribution and two spaces
// more for each that it stands within:
//
//	source | cue | content […] content | manner
//
// where - is nothing. They are readings, not truth: with other weights some will
// change, and -update rewrites them. Read the diff.
func TestReadings(t *testing.T) {
	r, err := reader.New()
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no readings in testdata (%v)", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil || len(archive.Files) != 2 {
				t.Fatalf("%s must hold a report and what is wanted (%v)", file, err)
			}
			got := readings(t, r, string(archive.Files[0].Data))
			if got == string(archive.Files[1].Data) {
				return
			}
			if !*update {
				t.Fatalf("got\n%s\nwant\n%s", got, archive.Files[1].Data)
			}
			archive.Files[1].Data = []byte(got)
			if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
				t.Fatal(err)
			}
		})
	}
}

func readings(t *testing.T, r *reader.Reader, text string) string {
	record, err := r.Read(context.Background(), hearsay.Report{Text: text})
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, a := range record.Attributions {
		for w := a.Within; w != nil; w = record.Attributions[*w].Within {
			out.WriteString("  ")
		}
		var content []string
		for _, c := range a.Content {
			content = append(content, words(&c, text))
		}
		fmt.Fprintf(&out, "%s | %s | %s | %s\n", words(a.Source, text), words(a.Cue, text), strings.Join(content, " […] "), a.Manner)
	}
	return out.String()
}

func words(s *hearsay.Span, text string) string {
	if s == nil {
		return "-"
	}
	return strings.Join(strings.Fields(s.In(text)), " ")
}
