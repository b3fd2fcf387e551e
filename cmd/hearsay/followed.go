package main

import (
	"context"
	"errors"

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
