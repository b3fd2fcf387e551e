package main

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// documents are the pages that people read.
func documents(t *testing.T) []string {
	t.Helper()
	var all []string
	for _, pattern := range []string{"*.md", "docs/*.md", "docs/decisions/*.md"} {
		found, err := filepath.Glob(filepath.Join(root, pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range found {
			name, err := filepath.Rel(root, path)
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, filepath.ToSlash(name))
		}
	}
	if len(all) < 5 {
		t.Fatalf("found only %q", all)
	}
	return all
}

// TestReadmeNamesEveryVerb: a verb that the README does not name is not found.
func TestReadmeNamesEveryVerb(t *testing.T) {
	readme := readPage(t, "README.md")
	for _, verb := range newRoot().Commands() {
		if !strings.Contains(readme, "`hearsay "+verb.Name()) {
			t.Errorf("README.md does not name hearsay %s", verb.Name())
		}
	}
}

// TestDocumentedFlagsExist holds the flags in the documents to be flags of a
// command of this repository.
func TestDocumentedFlagsExist(t *testing.T) {
	known := knownFlags()
	for _, name := range documents(t) {
		for _, m := range regexp.MustCompile("[ `(]--([a-z][a-z-]+)").FindAllStringSubmatch(readPage(t, name), -1) {
			if !slices.Contains(known, m[1]) {
				t.Errorf("%s names --%s, which no command has", name, m[1])
			}
		}
	}
}

// knownFlags returns the flags of hearsay and those that hearsay-train, another
// program, has besides.
func knownFlags() []string {
	known := []string{"help", "data", "out", "folds", "only", "cache"}
	root := newRoot()
	for _, verb := range append([]*cobra.Command{root}, root.Commands()...) {
		verb.Flags().VisitAll(func(f *pflag.Flag) { known = append(known, f.Name) })
	}
	return known
}

// TestDocumentedTargetsExist holds "make something" to be in the Makefile.
func TestDocumentedTargetsExist(t *testing.T) {
	makefile := readPage(t, "Makefile")
	for _, name := range documents(t) {
		for _, m := range regexp.MustCompile("(?m)(?:^|`)make ([a-z-]+)").FindAllStringSubmatch(readPage(t, name), -1) {
			if !strings.Contains(makefile, "\n"+m[1]+":") {
				t.Errorf("%s tells to make %s, which the Makefile does not know", name, m[1])
			}
		}
	}
}

// TestLinksLead holds every link within the repository to lead somewhere.
func TestLinksLead(t *testing.T) {
	link := regexp.MustCompile(`\]\(([^)#:]+)(?:#[^)]*)?\)`)
	for _, name := range documents(t) {
		for _, m := range link.FindAllStringSubmatch(readPage(t, name), -1) {
			if _, err := os.Stat(filepath.Join(root, filepath.Dir(name), m[1])); err != nil {
				t.Errorf("%s links to %s, which is not there", name, m[1])
			}
		}
	}
}

// TestMapIsWhole holds the README's map to name every folder at the top, and
// nothing that is not there.
func TestMapIsWhole(t *testing.T) {
	_, after, found := strings.Cut(readPage(t, "README.md"), "<!-- map -->\n```text\n")
	if !found {
		t.Fatal("README.md has no map")
	}
	drawn, _, _ := strings.Cut(after, "```")
	for _, m := range regexp.MustCompile(`(?m)^(\S+)  `).FindAllStringSubmatch(drawn, -1) {
		if found, err := filepath.Glob(filepath.Join(root, m[1])); err != nil || len(found) == 0 {
			t.Errorf("the map shows %s, which is not there", m[1])
		}
	}
	entries, err := os.ReadDir(root)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.IsDir() && !strings.HasPrefix(e.Name(), ".") && e.Name() != "bin" && !strings.Contains(drawn, e.Name()+"/") {
			t.Errorf("the map does not show %s/", e.Name())
		}
	}
}
