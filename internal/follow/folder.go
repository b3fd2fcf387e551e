package follow

import (
	"cmp"
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"hearsay"
	"hearsay/internal/archive"
)

// lookAtFolder has the archive keep what is in files that are new or changed. A file
// that is being written is read when its time and size have stood for a look.
func (f *Follower) lookAtFolder(ctx context.Context, of archive.Feed) error {
	start, state := f.now(), ParseState(of.State)
	state.Looked = start
	event := Event{At: start, Feed: of.ID, URL: of.URL}
	files, failed := filesIn(of.URL)
	if state.Files == nil {
		state.Files = map[string]string{}
	}
	fresh := 0
	for _, file := range files {
		if ctx.Err() != nil {
			break // what is not read yet is so the next time
		}
		if state.Files[file.path] == file.stamp {
			continue
		}
		in := archive.Incoming{Urgency: archive.Bulk}
		if state.Files[file.path] != "" {
			in.Seen = f.now() // it was changed in its place: so it stands now
		}
		n, err := f.takeFile(ctx, of, file.path, in)
		if err != nil {
			return err
		}
		fresh += n
		state.Files[file.path] = file.stamp
	}
	if failed != nil {
		state.Failures++
		event.Err, event.Outcome = failed, failed.Error()
	} else {
		state.Failures = 0
		event.Outcome = fmt.Sprintf("%d new in %d files", fresh, len(files))
		if fresh > 0 {
			state.Changed = start
		}
	}
	state.Outcome = event.Outcome
	of.Due, of.State = start.Add(idle), state.String()
	if err := f.putFeed(ctx, of); err != nil {
		return err
	}
	if fresh == 0 && failed == nil {
		return nil // a look each minute is no news
	}
	return f.tell(ctx, event, f.now().Sub(start), 0, 0)
}

// takeFile has the archive keep the reports of a file, and returns how many texts
// are new. A file that cannot be read is told. Of a file that is new here it is not
// known since when it stands: then the dates of its reports tell which of two texts is
// the later, and what the archive has already is not read.
func (f *Follower) takeFile(ctx context.Context, of archive.Feed, path string, in archive.Incoming) (fresh int, err error) {
	var failed error
	records, unread := f.Reader.ReadFile(ctx, path, func(r *hearsay.Report) bool {
		if r.Outlet == "" {
			r.Outlet = of.Outlet
		}
		if !in.Seen.IsZero() {
			return true
		}
		_, known, err := f.Store.Known(ctx, *r)
		failed = cmp.Or(failed, err)
		return !known && err == nil
	})
	if failed != nil {
		return 0, failed
	}
	if unread != nil {
		if err := f.tell(ctx, Event{At: f.now(), Feed: of.ID, URL: path, Outcome: unread.Error(), Err: unread}, 0, 0, 0); err != nil {
			return 0, err
		}
	}
	for _, record := range records {
		in.Record = record
		added, err := f.Store.Add(ctx, in)
		if err != nil {
			return fresh, err
		}
		if added.Outcome == archive.NewReport || added.Outcome == archive.NewRevision {
			fresh++
		}
	}
	return fresh, nil
}

// file is one file with what tells whether it changed.
type file struct{ path, stamp string }

// filesIn returns the files of a folder and of those in it, by name. Hidden ones
// are left out.
func filesIn(root string) (files []file, err error) {
	if info, err := os.Stat(root); err != nil || !info.IsDir() {
		return nil, fmt.Errorf("%s is no folder any more: make it again, or stop following it", root)
	}
	err = filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil && path == root:
			return err
		case err != nil:
			return nil // others can be read
		case strings.HasPrefix(entry.Name(), ".") && path != root && entry.IsDir():
			return fs.SkipDir
		case strings.HasPrefix(entry.Name(), ".") || !entry.Type().IsRegular():
			return nil
		}
		if info, err := entry.Info(); err == nil {
			files = append(files, file{path, fmt.Sprintf("%d %d", info.Size(), info.ModTime().UnixNano())})
		}
		return nil
	})
	return files, err
}
