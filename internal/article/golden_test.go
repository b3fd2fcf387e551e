package article

import (
	"bytes"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"hearsay"
	"hearsay/internal/recordtest"
)

// specimen is one page of testdata: an archive of the files
//
//	address    where it was found, absent for a file
//	page.html  the page
//	gold.txt   the article's text as a reader would mark it, never rewritten
//	want.txt   the blocks that Extract finds, each "kind: text"
//	want.meta  the other fields of the report
//
// All outlets, people and events are invented.
type specimen struct {
	name    string
	address *url.URL
	page    []byte
	gold    string
	archive *txtar.Archive
}

func specimens(t testing.TB) []specimen {
	t.Helper()
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) < 15 {
		t.Fatalf("%d specimens (%v)", len(files), err)
	}
	var all []specimen
	for _, file := range files {
		s := specimen{name: strings.TrimSuffix(filepath.Base(file), ".txtar")}
		if s.archive, err = txtar.ParseFile(file); err != nil {
			t.Fatal(err)
		}
		if address := strings.TrimSpace(string(s.file("address").Data)); address != "" {
			if s.address, err = url.Parse(address); err != nil {
				t.Fatal(err)
			}
		}
		s.page, s.gold = s.file("page.html").Data, string(s.file("gold.txt").Data)
		all = append(all, s)
	}
	return all
}

// file returns the file of that name in the specimen, an empty one if there is none.
func (s specimen) file(name string) *txtar.File {
	for i := range s.archive.Files {
		if s.archive.Files[i].Name == name {
			return &s.archive.Files[i]
		}
	}
	return &txtar.File{}
}

func TestGolden(t *testing.T) {
	for _, s := range specimens(t) {
		t.Run(s.name, func(t *testing.T) {
			report, err := Extract(s.page, "", s.address)
			if err != nil {
				t.Fatal(err)
			}
			checkLayout(t, report)
			s.compare(t, "want.txt", showBlocks(report))
			s.compare(t, "want.meta", showFields(report))
			if recordtest.Updating() {
				if err := os.WriteFile("testdata/"+s.name+".txtar", txtar.Format(s.archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

func (s specimen) compare(t *testing.T, name, got string) {
	t.Helper()
	if want := s.file(name); !bytes.Equal(want.Data, []byte(got)) && !recordtest.Updating() {
		t.Errorf("%s: got\n%s\nwant\n%s", name, got, want.Data)
	}
	s.file(name).Data = []byte(got)
}

// checkLayout checks a report's invariants, and that its blocks are separated by
// one empty line each and leave nothing out.
func checkLayout(t testing.TB, r hearsay.Report) {
	t.Helper()
	if err := r.Check(); err != nil {
		t.Fatal(err)
	}
	var words []string
	for _, b := range r.Blocks {
		words = append(words, b.In(r.Text))
	}
	if joined := strings.Join(words, "\n\n"); joined != r.Text {
		t.Errorf("the blocks make %q\nthe text is %q", joined, r.Text)
	}
}

func showBlocks(r hearsay.Report) string {
	var b strings.Builder
	for _, block := range r.Blocks {
		fmt.Fprintf(&b, "%s: %s\n", block.Kind, block.In(r.Text))
	}
	return b.String()
}

func showFields(r hearsay.Report) string {
	var b strings.Builder
	show := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%s: %s\n", name, value)
		}
	}
	show("headline", r.Headline)
	show("byline", strings.Join(r.Byline, "; "))
	show("outlet", r.Outlet)
	show("published", showTime(r.Published))
	show("updated", showTime(r.Updated))
	show("language", r.Language)
	show("address", r.URL)
	return b.String()
}

func showTime(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.RFC3339)
}
