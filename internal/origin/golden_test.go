package origin

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"hearsay"
	"hearsay/internal/recordtest"
)

// Each archive in testdata is a story (see recordtest.Story), and in "want" what
// becomes of its claims.
func TestStories(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no stories in testdata (%v)", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) { story(t, file) })
	}
}

func story(t *testing.T, file string) {
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	trace, err := recordtest.Story(archive)
	if err != nil {
		t.Fatal(err)
	}
	Find(&trace)
	if err := trace.Check(); err != nil {
		t.Error(err)
	}
	got := shown(&trace)
	want := &archive.Files[len(archive.Files)-1]
	if want.Name != "want" {
		t.Fatal("the last file is not named want")
	}
	if recordtest.Updating() {
		want.Data = []byte(got)
		if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if got != string(want.Data) {
		t.Errorf("got\n%s\nwant\n%s", got, want.Data)
	}
}

// shown writes the origins of a trace's claims as sentences.
func shown(t *hearsay.Trace) string {
	var out strings.Builder
	for _, c := range t.Claims {
		fmt.Fprintf(&out, "%s\n  %s\n", said(t, c.Gist), Summary(c))
		for _, o := range c.Origins {
			fmt.Fprintf(&out, "  %s\n", Explain(t, o))
			for _, l := range o.Links {
				fmt.Fprintf(&out, "    %s: %s\n", l.Why, ExplainLink(t, l))
			}
		}
		for _, s := range c.Steps {
			fmt.Fprintf(&out, "  %s: %s\n", outletOf(t, s.Report), s.Kind)
		}
		for _, s := range c.Shifts {
			fmt.Fprintf(&out, "  %s: “%s” → “%s”\n", s.Kind, said(t, s.Before), said(t, s.After))
		}
	}
	return out.String()
}
