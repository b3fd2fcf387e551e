// Package gold reads annotated corpora: who said what as people marked it
// (PolNeAR, or any folder in its layout), the same articles as another
// program parsed them, and the Universal Dependencies treebanks.
//
// The corpora count Unicode code points; everything this package returns counts
// bytes into the decoded text, as the rest of Hearsay does. Nothing is guessed
// or repaired in silence: a file that contradicts itself is an error that names
// the file and the line.
package gold

import (
	"fmt"
	"io/fs"
	"strings"

	"golang.org/x/text/encoding/unicode"
)

// compartment returns the part of a corpus that split names; "" is the corpus
// itself, for one that is not divided into train and dev.
func compartment(fsys fs.FS, split string) (fs.FS, error) {
	if split == "" {
		return fsys, nil
	}
	if _, err := fs.Stat(fsys, split); err != nil {
		return nil, fmt.Errorf("no split %q in the corpus: %w", split, err)
	}
	return fs.Sub(fsys, split)
}

// files returns the names of the files in dir that end in suffix, sorted.
func files(fsys fs.FS, dir, suffix string) ([]string, error) {
	entries, err := fs.ReadDir(fsys, dir)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, e := range entries {
		if !e.IsDir() && strings.HasSuffix(e.Name(), suffix) {
			names = append(names, e.Name())
		}
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("no *%s files in %s", suffix, dir)
	}
	return names, nil
}

// readText returns a file decoded as reports are: a leading byte order mark
// dropped, invalid bytes replaced by U+FFFD, everything else kept.
func readText(fsys fs.FS, file string) (string, error) {
	raw, err := fs.ReadFile(fsys, file)
	if err != nil {
		return "", err
	}
	text, err := unicode.UTF8BOM.NewDecoder().Bytes(raw)
	return string(text), err
}

// lineError is a fault at one line (counted from 1) of an annotated file.
func lineError(file string, line int, format string, args ...any) error {
	return fmt.Errorf("%s:%d: %s", file, line, fmt.Sprintf(format, args...))
}
