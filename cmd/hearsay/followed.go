package main

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"hearsay"
	"hearsay/internal/archive"
	"hearsay/internal/fetch"
	"hearsay/internal/follow"
	"hearsay/internal/intake"
	"hearsay/reader"
)

// followed reads what was found by following.
type followed struct{ *reader.Reader }

// ReadPage reads the report on a page.
func (f followed) ReadPage(ctx context.Context, page fetch.Page, hint follow.Hint) (hearsay.Record, error) {
	report, err := intake.Page(page)
	if err != nil {
		return hearsay.Record{}, err
	}
	if report.Outlet == "" {
		report.Outlet = hint.Outlet
	}
	if report.Published.IsZero() {
		report.Published = hint.Published
	}
	return f.Read(ctx, report)
}

// ReadFile reads those reports in a file that are wanted. An error comes with those
// that could be read.
func (f followed) ReadFile(ctx context.Context, path string, wanted func(*hearsay.Report) bool) (records []hearsay.Record, failed error) {
	for report, err := range intake.Reports(ctx, []string{path}, intake.Options{}) {
		if err == nil && !wanted(&report) {
			continue
		}
		if err == nil {
			var record hearsay.Record
			if record, err = f.Read(ctx, report); err == nil {
				records = append(records, record)
			}
		}
		failed = errors.Join(failed, err)
	}
	return records, failed
}

// followerPause is how often is looked whether another program still follows.
const followerPause = 2 * time.Second

// waitToFollow waits until no other program follows, or ctx ends, and takes the right
// to follow. It tells once whom it waits for. What it returns gives the right up.
func waitToFollow(ctx context.Context, kept *archive.Archive, tell func(error)) (release func()) {
	for told := false; ; {
		release, err := kept.Follow(ctx)
		if err == nil {
			return release
		}
		if !told {
			tell(err)
			told = true
		}
		select {
		case <-ctx.Done():
			return func() {}
		case <-time.After(followerPause):
		}
	}
}

// followBeside follows what an archive lists until ctx ends, and logs what it finds;
// while another program does, it waits. What it returns ends it and waits for it.
func followBeside(ctx context.Context, kept *archive.Archive, f *follow.Follower, log *slog.Logger) (stop func()) {
	f.Tell = func(e follow.Event) {
		switch {
		case e.Err != nil:
			log.Warn("followed", "url", e.URL, "error", e.Err)
		case e.Added != nil:
			log.Info("followed", "url", e.URL, "outcome", e.Outcome, "report", e.Added.Report)
		}
	}
	ctx, cancel := context.WithCancel(ctx)
	over := make(chan struct{})
	go func() {
		defer close(over)
		defer waitToFollow(ctx, kept, func(who error) { log.Info("following waits", "for", who) })()
		for ctx.Err() == nil {
			if err := f.Run(ctx); err != nil {
				log.Error("following stopped, and begins again in a minute", "error", err)
			}
			select {
			case <-ctx.Done():
			case <-time.After(time.Minute):
			}
		}
	}()
	return func() {
		cancel()
		<-over
	}
}
