package segment

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"hearsay"
)

var update = flag.Bool("update", false, "rewrite what the golden files expect")

// TestGolden splits the text of each file in testdata, one phenomenon a file,
// and compares with what the file wants:
//
//	It|is|over|.                  a sentence's tokens
//	(1 1 1 )1                     their depth of quotation, if any has one
//
// where ( and ) are marks that open and close and . is no quotation. An empty
// line stands between paragraphs.
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
	if len(archive.Files) == 0 || archive.Files[0].Name != "text" {
		t.Fatalf("%s does not begin with a file named text", file)
	}
	got := render(Split(hearsay.Report{Text: string(archive.Files[0].Data)}))
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

func render(d *hearsay.Document) string {
	var b strings.Builder
	for i, p := range d.Paragraphs {
		if i > 0 {
			b.WriteString("\n")
		}
		for _, s := range d.Sentences[p.First:p.End] {
			var words []string
			for k := s.First; k < s.End; k++ {
				words = append(words, d.Words(k))
			}
			fmt.Fprintln(&b, strings.Join(words, "|"))
			if q := quotation(d, s.First, s.End); strings.Trim(q, ". ") != "" {
				fmt.Fprintln(&b, q)
			}
		}
	}
	return b.String()
}

// quotation writes the quotation of the tokens [first, end).
func quotation(d *hearsay.Document, first, end int) string {
	var marks []string
	for _, tok := range d.Tokens[first:end] {
		depth := "."
		if tok.Quote.Depth > 0 {
			depth = fmt.Sprint(tok.Quote.Depth)
		}
		switch {
		case tok.Quote.Opens:
			depth = "(" + depth
		case tok.Quote.Closes:
			depth = ")" + depth
		}
		marks = append(marks, depth)
	}
	return strings.Join(marks, " ")
}
