package follow

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

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
		n, err := f.takeFile(ctx, of, file.path)
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
// are new. A file that cannot be read is told.
func (f *Follower) takeFile(ctx context.Context, of archive.Feed, path string) (fresh int, err error) {
	records, unread := f.Reader.ReadFile(ctx, path)
	if unread != nil {
		if err := f.tell(ctx, Event{At: f.now(), Feed: of.ID, URL: path, Outcome: unread.Error(), Err: unread}, 0, 0, 0); err != nil {
			return 0, err
		}
	}
	for _, record := range records {
		if record.Report.Outlet == "" {
			record.Report.Outlet = of.Outlet
		}
		added, err := f.Store.Add(ctx, archive.Incoming{Record: record, Seen: f.now(), Urgency: archive.Bulk})
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
