package work

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
)

func (q *Queue) file(id int) string { return filepath.Join(q.folder, strconv.Itoa(id)+".json") }

// keep writes what is known of a piece of work, whole or not at all.
func (q *Queue) keep(w Work) error {
	data, err := json.MarshalIndent(w, "", " ")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(q.folder, 0o700); err != nil {
		return err
	}
	fresh := q.file(w.ID) + ".new"
	if err := os.WriteFile(fresh, data, 0o600); err != nil {
		return err
	}
	return os.Rename(fresh, q.file(w.ID))
}

func read(file string) (w Work, err error) {
	data, err := os.ReadFile(file)
	if err == nil {
		err = json.Unmarshal(data, &w)
	}
	return w, err
}
