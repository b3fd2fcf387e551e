package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"hearsay/internal/weights"
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

// sectionsOf returns the named sections of the weights in a folder.
func sectionsOf(folder string, names []string) (map[string][]byte, error) {
	if len(names) == 0 {
		return nil, nil
	}
	data, err := os.ReadFile(filepath.Join(folder, "weights.bin"))
	if err != nil {
		return nil, err
	}
	file, err := weights.Parse(data)
	if err != nil {
		return nil, err
	}
	sections := make(map[string][]byte)
	for _, name := range names {
		if sections[name], err = file.Section(name); err != nil {
			return nil, err
		}
	}
	return sections, nil
}

// asIs reads a stage from its section where that is kept, or fits it.
func asIs[T any](sections map[string][]byte, name string, parse func([]byte) (T, error), fit func() (T, error)) (T, error) {
	if data, ok := sections[name]; ok {
		return parse(data)
	}
	return fit()
}
