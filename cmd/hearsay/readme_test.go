package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"
)

// documents are the pages that people read.
func documents(t *testing.T) []string {
	t.Helper()
	var all []string
	for _, pattern := range []string{"*.md", "docs/*.md", "docs/decisions/*.md", "eval/*.md"} {
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
	for _, name := range documents(t) {
		for _, m := range regexp.MustCompile("[ `(]--([a-z][a-z-]+)").FindAllStringSubmatch(readPage(t, name), -1) {
			if !isFlag(m[1]) {
				t.Errorf("%s names --%s, which no command has", name, m[1])
			}
		}
	}
}

// otherFlags are those of hearsay-train, another program, and the one that every
// command has without asking for it.
var otherFlags = []string{"data", "out", "cache", "keep", "folds", "only", "reviews", "help"}

func isFlag(name string) bool {
	root := newRoot()
	return slices.Contains(otherFlags, name) ||
		slices.ContainsFunc(append(root.Commands(), root), func(verb *cobra.Command) bool { return verb.Flags().Lookup(name) != nil })
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

// TestWhatIsNotBuiltIsEmpty holds the fields that the README lists as not built
// to be in the JSON, and empty: whoever builds one takes it off the list.
func TestWhatIsNotBuiltIsEmpty(t *testing.T) {
	out, err := exec.Command("hearsay", "read", "--json", filepath.Join(root, "docs", "sample.txt")).Output()
	if err != nil {
		t.Fatal(err)
	}
	var record any
	if err := json.Unmarshal(out, &record); err != nil {
		t.Fatal(err)
	}
	_, section, _ := strings.Cut(readPage(t, "README.md"), "## What is not built yet")
	section, _, _ = strings.Cut(section, "\n## ")
	fields := regexp.MustCompile("`([a-z_]+)`").FindAllStringSubmatch(section, -1)
	seen := 0
	for _, f := range fields {
		if f[1] == "null" {
			continue
		}
		values := valuesOf(record, f[1])
		if len(values) == 0 {
			t.Errorf("the JSON has no field %q", f[1])
		}
		for _, v := range values {
			if list, ok := v.([]any); v != nil && (!ok || len(list) > 0) {
				t.Errorf("%q is said to be not built, and is %v", f[1], v)
			}
		}
		seen++
	}
	if seen < 1 {
		t.Errorf("the README lists %d fields", seen)
	}
}

// valuesOf returns what stands under a key anywhere in a JSON value.
func valuesOf(value any, key string) (found []any) {
	switch v := value.(type) {
	case map[string]any:
		for k, inner := range v {
			if k == key {
				found = append(found, inner)
			}
			found = append(found, valuesOf(inner, key)...)
		}
	case []any:
		for _, inner := range v {
			found = append(found, valuesOf(inner, key)...)
		}
	}
	return found
}
