package article

import (
	"fmt"
	"net/url"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"hearsay"
	"hearsay/internal/golden"
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
}

func specimens(t testing.TB) []specimen {
	t.Helper()
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) < 15 {
		t.Fatalf("%d specimens (%v)", len(files), err)
	}
	var all []specimen
	for _, file := range files {
		s := specimenOf(t, golden.Open(t, file))
		s.name = strings.TrimSuffix(filepath.Base(file), ".txtar")
		all = append(all, s)
	}
	return all
}

func specimenOf(t testing.TB, in golden.Input) specimen {
	t.Helper()
	s := specimen{page: in.Data("page.html"), gold: in.Text("gold.txt")}
	if address := strings.TrimSpace(in.Text("address")); address != "" {
		var err error
		if s.address, err = url.Parse(address); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

func TestGolden(t *testing.T) {
	golden.Faces(t, func(t *testing.T, face string, in golden.Input) string {
		s := specimenOf(t, in)
		report, err := Extract(s.page, "", s.address)
		if err != nil {
			t.Fatal(err)
		}
		checkLayout(t, report)
		if face == "meta" {
			return showFields(report)
		}
		return showBlocks(report)
	})
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
