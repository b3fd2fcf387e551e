// Package reader turns a report into its record: who said what, according to whom.
package reader

import (
	"context"

	"hearsay"
	"hearsay/internal/segment"
)

// Reader reads reports. It is safe for use by several goroutines at once.
type Reader struct{}

// New returns a Reader with the weights embedded in the program.
func New() (*Reader, error) { return &Reader{}, nil }

// Version identifies the program and the weights this Reader reads with.
func (r *Reader) Version() hearsay.ReaderVersion { return hearsay.ReaderVersion{Version: "dev"} }

// Read returns the record of one report.
func (r *Reader) Read(ctx context.Context, report hearsay.Report) (hearsay.Record, error) {
	_, record, err := r.ReadDocument(ctx, report)
	return record, err
}

// ReadDocument is Read that also returns the analysed text the record was read from.
func (r *Reader) ReadDocument(ctx context.Context, report hearsay.Report) (*hearsay.Document, hearsay.Record, error) {
	if err := report.Check(); err != nil {
		return nil, hearsay.Record{}, err
	}
	doc := segment.Split(report)
	return doc, hearsay.Record{Report: report, Blocks: doc.Blocks, Language: "en", Reader: r.Version()}, ctx.Err()
}
