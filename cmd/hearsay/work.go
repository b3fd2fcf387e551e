package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"hearsay/internal/archive"
	"hearsay/internal/dossier"
	"hearsay/internal/intake"
	"hearsay/internal/view"
	"hearsay/internal/work"
	"hearsay/reader"
)

// worker does what takes long, beside a desk.
type worker struct {
	archive      *archive.Archive
	reader       *reader.Reader
	shelf        *dossier.Shelf
	allowPrivate bool
}

// do does a piece of work, as 'hearsay import', 'hearsay add' and 'hearsay reread' do.
func (w worker) do(ctx context.Context, piece work.Work, tell func(work.Step)) error {
	if piece.Kind == work.Reread {
		return w.reread(ctx, tell)
	}
	return w.take(ctx, piece, tell)
}

// take takes in what a piece of work names: lists of feeds, lines of JSON, and the
// rest as add does.
func (w worker) take(ctx context.Context, piece work.Work, tell func(work.Step)) error {
	lists, named, err := cutLists(piece.Inputs)
	if err != nil {
		return err
	}
	for _, list := range lists {
		all, fresh, err := takeFeeds(ctx, w.archive, list)
		if err != nil {
			return err
		}
		tell(work.Step{Outcome: fmt.Sprintf("list of %d feeds, %d of them new", all, fresh)})
	}
	lines, rest := cutLines(named)
	if n := intake.Count(rest); n > 0 && len(lines) == 0 {
		tell(work.Step{All: n})
	}
	short := shortNames(piece)
	l := w.load(short, tell)
	warn := func(err error) { tell(work.Step{Warning: short(view.Line(err.Error()))}) }
	opt := intake.Options{Warn: warn, AllowPrivate: w.allowPrivate, Version: w.reader.Version().Version, Stdin: strings.NewReader("")}
	err = l.run(ctx, func(yield func(arrival) bool) {
		for _, arrivals := range []func(func(arrival) bool){importedLines(ctx, lines, opt), namedReports(ctx, rest, time.Time{}, opt)} {
			for next := range arrivals {
				next.report.Path = short(next.report.Path)
				if !yield(next) {
					return
				}
			}
		}
	})
	if errors.Is(err, errSomeFailed) { // each was told
		return nil
	}
	return err
}

// cutLines takes the files off that hold reports line by line.
func cutLines(files []string) (lines, rest []string) {
	for _, file := range files {
		if info, err := os.Stat(file); err == nil && !info.IsDir() && strings.Contains(strings.ToLower(filepath.Base(file)), ".jsonl") {
			lines = append(lines, file)
		} else {
			rest = append(rest, file)
		}
	}
	return lines, rest
}

// load returns what reads and keeps, and tells each step. One processor is left to
// those who look at pages.
func (w worker) load(short func(string) string, tell func(work.Step)) *load {
	return &load{
		archive: w.archive, reader: w.reader, out: io.Discard, sum: map[archive.Outcome]int{}, counter: new(counter),
		options:  addOptions{quiet: true, jobs: max(1, runtime.GOMAXPROCS(0)-1)},
		complain: func(string) {}, // it is told what failed
		told: func(text string, added archive.Added, err error) {
			if err != nil {
				tell(work.Step{Err: short(view.Line(err.Error()))})
				return
			}
			w.shelf.Changed(added.Story)
			tell(work.Step{Outcome: string(added.Outcome), Words: wordsIn(text)})
		},
	}
}

// shortNames takes the folder in which given files lie off what names one of them.
func shortNames(piece work.Work) func(string) string {
	if piece.Folder == "" {
		return func(name string) string { return name }
	}
	within := piece.Folder + string(filepath.Separator)
	return func(name string) string { return strings.ReplaceAll(name, within, "") }
}

func (w worker) reread(ctx context.Context, tell func(work.Step)) error {
	_, err := w.archive.Reread(ctx, w.reader.Version(), w.reader.Read, func(p archive.Rereading, err error) {
		step := work.Step{All: p.All, Outcome: "looked at"}
		if err != nil {
			step.Outcome, step.Err = "", view.Line(err.Error())
		}
		tell(step)
	})
	return err
}
