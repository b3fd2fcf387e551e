package review

import (
	"context"
	"encoding/json"
	"errors"
	"io"

	"hearsay"
	"hearsay/internal/archive"
)

// Texts says how much of a text is passed on.
type Texts string

// The texts. Neither gives more than what is kept of an outlet's reports: of one
// of which extracts are kept there are extracts alone.
const (
	Extracts Texts = "extracts" // the words that readings point at; all others are blank
	Whole    Texts = "whole"    // what training needs
)

// Export writes a line for each revision that has a judged reading, in the order in
// which they were first judged. Withdrawn reports are left out.
func Export(ctx context.Context, a *archive.Archive, w io.Writer, texts Texts) error {
	e := exporter{archive: a, out: json.NewEncoder(w), texts: map[string]Texts{}}
	e.out.SetEscapeHTML(false)
	outlets, err := a.Outlets(ctx)
	if err != nil {
		return err
	}
	for _, o := range outlets {
		if o.Retention == archive.KeepFull {
			e.texts[o.Name] = texts
		}
	}
	return e.each(ctx)
}

// exporter writes what was judged.
type exporter struct {
	archive *archive.Archive
	out     *json.Encoder
	texts   map[string]Texts // by outlet; others: Extracts
}

// page is how many corrections are looked at in one go.
const page = 500

func (e exporter) each(ctx context.Context) error {
	seen := map[archive.Hash]bool{}
	for past := int64(0); ; {
		some, err := e.archive.CorrectionsSince(ctx, past, page)
		if err != nil || len(some) == 0 {
			return err
		}
		for _, c := range some {
			if past = c.ID; seen[c.Revision] {
				continue
			}
			seen[c.Revision] = true
			if err := e.revision(ctx, c.Revision); err != nil && !errors.Is(err, archive.ErrNotFound) {
				return err
			}
		}
	}
}

// revision writes one. It returns [archive.ErrNotFound] where nothing is kept of it.
func (e exporter) revision(ctx context.Context, hash archive.Hash) error {
	v, err := e.archive.RevisionOf(ctx, hash)
	if err != nil {
		return err
	}
	report, err := e.archive.Report(ctx, v.Report)
	if err != nil || !report.Withdrawn.IsZero() {
		return err
	}
	record, err := e.archive.Record(ctx, v.ID)
	if err != nil {
		return err
	}
	corrections, err := e.archive.Corrections(ctx, hash)
	if err != nil {
		return err
	}
	j := Of(record, corrections)
	if len(j.Readings) == 0 {
		return nil
	}
	extract := v.Retention != archive.KeepFull || e.texts[report.Outlet] != Whole
	if extract {
		record.Report.Text = j.extract(record)
	}
	return e.out.Encode(lineOf(string(hash), extract, record, j))
}

// extract blanks what neither the machine's readings nor the corrected ones point at.
func (j Judged) extract(record hearsay.Record) string {
	for _, r := range j.Readings {
		if r.Holds != nil {
			record.Attributions = append(record.Attributions[:len(record.Attributions):len(record.Attributions)], *r.Holds)
		}
	}
	return archive.Extract(record).Report.Text
}
