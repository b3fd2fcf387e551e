package main

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"hearsay"
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

// ReadFile reads the reports in a file. An error comes with those that could be read.
func (f followed) ReadFile(ctx context.Context, path string) (records []hearsay.Record, failed error) {
	for report, err := range intake.Reports(ctx, []string{path}, intake.Options{}) {
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

// followBeside follows what an archive lists until ctx ends, and logs what it finds.
// What it returns ends it and waits for it.
func followBeside(ctx context.Context, f *follow.Follower, log *slog.Logger) (stop func()) {
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
