package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"hearsay"
	"hearsay/internal/gold"
	"hearsay/internal/score"
	"hearsay/reader"
)

// reading gives articles their system side.
type reading func([]gold.Article) ([]score.Article, error)

func readBy(cmd *cobra.Command, c corpus, system string) (reading, error) {
	if system != "" {
		return systemReading(cmd.ErrOrStderr(), system), nil
	}
	r, err := reader.New()
	if err != nil {
		return nil, err
	}
	return func(articles []gold.Article) ([]score.Article, error) {
		return hearsayReading(cmd.Context(), cmd.ErrOrStderr(), r, articles)
	}, nil
}

// hearsayReading is what Hearsay itself finds, with its speed told to log.
func hearsayReading(ctx context.Context, log io.Writer, r *reader.Reader, articles []gold.Article) ([]score.Article, error) {
	p := newProgress(log, len(articles))
	found, err := score.Read(ctx, articles, func(ctx context.Context, a gold.Article) ([]score.Found, error) {
		record, err := r.Read(ctx, hearsay.Report{Path: a.Name + ".txt", Text: a.Text})
		if err != nil {
			return nil, fmt.Errorf("%s: %w", a.Name, err)
		}
		return score.Outermost(record.Attributions), nil
	}, p.step)
	if errors.Is(err, context.Canceled) {
		return nil, errNotScored
	}
	if err != nil {
		return nil, err
	}
	words := 0
	for _, a := range articles {
		words += len(strings.Fields(a.Text))
	}
	p.finish("articles", words)
	out := make([]score.Article, len(articles))
	for i, a := range articles {
		out[i] = score.NewArticle(a, found[i])
	}
	return out, nil
}

// notScored is an interruption that left nothing to print.
type notScored struct{}

var errNotScored error = notScored{}

func (notScored) Error() string { return "interrupted before all was read: nothing was scored" }

// Is makes the interruption count as one, whatever its wording.
func (notScored) Is(target error) bool { return target == errInterrupted }

// systemReading is what the .ann files in a folder say.
func systemReading(log io.Writer, folder string) reading {
	return func(articles []gold.Article) ([]score.Article, error) {
		theirs, err := gold.Annotations(os.DirFS(folder), ".", articles)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", folder, err)
		}
		out := make([]score.Article, len(articles))
		unread := 0
		for i, a := range articles {
			var found []score.Found
			if len(theirs[i].Annotators) > 0 {
				found = score.Annotated(theirs[i].Gold())
			} else {
				unread++
			}
			out[i] = score.NewArticle(a, found)
		}
		if unread > 0 {
			fmt.Fprintf(log, "%s has nothing about %d of %d articles; they count as read with nothing found\n", folder, unread, len(articles))
		}
		return out, nil
	}
}

// progress tells a terminal how far the reading is, and any log how fast it was.
type progress struct {
	log      io.Writer
	terminal bool
	done, n  int
	began    time.Time
}

func newProgress(log io.Writer, n int) *progress {
	return &progress{log: log, terminal: isTerminal(log), n: n, began: time.Now()}
}

func (p *progress) step() {
	p.done++
	if p.terminal {
		fmt.Fprintf(p.log, "\rreading %d of %d", p.done, p.n)
	}
}

// finish tells how many things of a kind, given in the plural, were read.
func (p *progress) finish(things string, words int) {
	if p.terminal {
		fmt.Fprint(p.log, "\r\x1b[K")
	}
	took := time.Since(p.began)
	fmt.Fprintf(p.log, "read %d %s, %d words, in %.2f s: %.0f words/s on %d cores\n",
		p.n, things, words, took.Seconds(), float64(words)/took.Seconds(), runtime.GOMAXPROCS(0))
}
