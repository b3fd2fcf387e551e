package intake

import (
	"context"
	"errors"
	"io/fs"
	"iter"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"hearsay"
	"hearsay/internal/unpack"
)

// ErrNoReports is the reason to refuse a folder in which nothing can be read.
var ErrNoReports = errors.New("the folder holds no reports: put .txt, .html or .htm files into it or name another")

// extensions are those of the files that are reports, or hold some, when they
// stand in a folder or an archive. A file named on its own may have any.
var extensions = []string{".txt", ".html", ".htm", ".xhtml", ".jsonl", ".ndjson", ".tar", ".zip"}

// IsReport reports whether a file that stands in a folder or an archive is read,
// given its slash path there: its extension is one of those above, or that and
// one of compression, or one of compression alone. What is hidden is not read.
func IsReport(name string) bool {
	for part := range strings.SplitSeq(name, "/") {
		if strings.HasPrefix(part, ".") || part == "__MACOSX" {
			return false
		}
	}
	bare, packed := unpack.WithoutExtension(name)
	extension := strings.ToLower(path.Ext(bare))
	return slices.Contains(extensions, extension) || packed && extension == ""
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// folder hands on the reports in a folder and its subfolders.
func (in *intake) folder(ctx context.Context, root string, yield sink) bool {
	found := false
	for file, err := range walk(root) {
		found = true
		if err != nil {
			err = named(file, err)
		}
		if err != nil && !yield(hearsay.Report{Path: file}, err) || err == nil && !in.open(ctx, file, yield) {
			return false
		}
	}
	if !found {
		return yield(hearsay.Report{Path: root}, named(root, ErrNoReports))
	}
	return true
}

// walk returns the report files under root, depth first and by name. It follows
// links to folders, as people keep them, but enters each real folder once: that
// is also what ends a loop of links. A folder that cannot be listed is returned
// with an error.
func walk(root string) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		w := walker{entered: map[string]bool{}, yield: yield}
		w.folder(root)
	}
}

type walker struct {
	entered map[string]bool // real paths
	yield   func(string, error) bool
}

// folder returns false when the walk is to end.
func (w *walker) folder(path string) bool {
	real, err := filepath.EvalSymlinks(path)
	if err != nil {
		return w.yield(path, explain(err))
	}
	if w.entered[real] {
		return true
	}
	w.entered[real] = true
	entries, err := os.ReadDir(path) // sorted by name
	if err != nil {
		return w.yield(path, explain(err))
	}
	for _, entry := range entries {
		if !w.entry(filepath.Join(path, entry.Name()), entry) {
			return false
		}
	}
	return true
}

func (w *walker) entry(path string, entry fs.DirEntry) bool {
	switch {
	case strings.HasPrefix(entry.Name(), "."):
		return true
	case entry.IsDir(), entry.Type() == fs.ModeSymlink && isFolder(path):
		return w.folder(path)
	case IsReport(entry.Name()):
		return w.yield(path, nil)
	}
	return true
}
