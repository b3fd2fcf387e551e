package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// kept returns what an earlier run with the same cache folder fitted under a
// name, or fits it and keeps it there. With no folder it always fits. Whoever
// changes features or settings must empty the folder.
func kept[T interface{ Append([]byte) []byte }](folder, name string, parse func([]byte) (T, error), fit func() T) (T, error) {
	if folder == "" {
		return fit(), nil
	}
	path := filepath.Join(folder, name)
	data, err := os.ReadFile(path)
	if err == nil {
		return parse(data)
	}
	var none T
	if !errors.Is(err, fs.ErrNotExist) {
		return none, err
	}
	fitted := fit()
	return fitted, os.WriteFile(path, fitted.Append(nil), 0o644)
}
