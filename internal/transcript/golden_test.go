package transcript

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"hearsay"
	"hearsay/internal/block"
	"hearsay/internal/plain"
	"hearsay/internal/segment"
)

var update = flag.Bool("update", false, "rewrite what the golden files expect")

// TestGolden marks the report of each file in testdata, one kind of page a file,
// and compares with what the file wants:
//
//	entry   14:32 | 2031-04-17T14:32:00Z | first words … last words
//	turn    SPEAKER | MARK | WHEN | content ¶ content
//
// where - is nothing and a line break is written ⏎.
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
	got := render(marked(t, report))
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

// marked returns the document of a report, segmented and marked.
func marked(t interface {
	Helper()
	Fatalf(string, ...any)
}, report hearsay.Report) *hearsay.Document {
	t.Helper()
	report.Blocks = block.Find(report.Text, report.Blocks)
	doc := segment.Split(report)
	Mark(doc, report)
	if err := doc.Check(); err != nil {
		t.Fatalf("%q: %v", report.Text, err)
	}
	return doc
}

func render(d *hearsay.Document) string {
	var b strings.Builder
	for _, e := range d.Entries {
		when := "-"
		if !e.Time.IsZero() {
			when = e.Time.Format(time.RFC3339)
		}
		fmt.Fprintf(&b, "entry\t%s | %s | %s\n", shown(d, &e.Stamp), when, shown(d, &hearsay.Span{Start: e.Stamp.End, End: e.End}))
	}
	for _, u := range d.Utterances {
		var pieces []string
		for _, c := range u.Content {
			pieces = append(pieces, shown(d, &c))
		}
		fmt.Fprintf(&b, "%s\t%s | %s | %s | %s\n", u.Kind, shown(d, &u.Speaker), shown(d, u.Mark), shown(d, u.When), strings.Join(pieces, " ¶ "))
	}
	return b.String()
}

// shown returns the words of a span, the middle of many left out.
func shown(d *hearsay.Document, s *hearsay.Span) string {
	if s == nil {
		return "-"
	}
	words := strings.TrimSpace(strings.ReplaceAll(s.In(d.Text), "\n", "⏎"))
	if r := []rune(words); len(r) > 90 {
		words = string(r[:40]) + " … " + string(r[len(r)-40:])
	}
	return words
}
