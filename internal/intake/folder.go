package intake

import (
	"context"
	"errors"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"hearsay"
)

// ErrNoReports is the reason to refuse a folder in which nothing can be read.
var ErrNoReports = errors.New("the folder holds no reports: put .txt, .html or .htm files into it or name another")

// extensions are those of the files that are reports when they stand in a
// folder. A file named on its own may have any.
var extensions = []string{".txt", ".html", ".htm"}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// folder reads the reports in a folder and its subfolders.
func (in *intake) folder(ctx context.Context, path string) iter.Seq2[hearsay.Report, error] {
	return func(yield func(hearsay.Report, error) bool) {
		found := false
		for file, err := range walk(path) {
			found = true
			report := hearsay.Report{Path: file}
			if err == nil {
				report, err = in.file(ctx, file)
			} else {
				report, err = named(file, report, err)
			}
			if !yield(report, err) {
				return
			}
		}
		if !found {
			yield(named(path, hearsay.Report{Path: path}, ErrNoReports))
		}
	}
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
	case slices.Contains(extensions, strings.ToLower(filepath.Ext(path))):
		return w.yield(path, nil)
	}
	return true
}
