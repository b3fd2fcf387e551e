package archive

import (
	"context"
	"fmt"
	"slices"

	"hearsay"
)

// Retention says what is kept of an outlet's reports.
type Retention string

// The retentions.
const (
	KeepFull    Retention = "full"    // text and source
	KeepExtract Retention = "extract" // the words that a reading points at; all others are blank
	KeepHash    Retention = "hash"    // address, headline, dates and hash; no text and no record
)

// Retentions lists every retention.
var Retentions = []Retention{KeepFull, KeepExtract, KeepHash}

// Retain says what is kept of the reports of an outlet that come from now on. Those
// that are kept already stay as they are: withdraw them if they must go.
func (a *Archive) Retain(ctx context.Context, outlet string, r Retention) error {
	if !slices.Contains(Retentions, r) {
		return fmt.Errorf("%q is no retention; there are full, extract and hash", r)
	}
	defer a.outlets.Delete(outlet)
	return a.write(ctx, Interactive, func(ctx context.Context, s *session) error {
		_, err := s.exec(ctx, `INSERT INTO outlet (name, retention) VALUES (?, ?)
			ON CONFLICT (name) DO UPDATE SET retention = excluded.retention`, outlet, string(r))
		return err
	})
}

// Outlet is who publishes, and what is kept of it.
type Outlet struct {
	Name      string
	Retention Retention
	Reports   int
}

// Outlets returns all outlets by name.
func (a *Archive) Outlets(ctx context.Context) (all []Outlet, err error) {
	err = a.each(ctx, `SELECT o.name, o.retention, count(r.id) FROM outlet o LEFT JOIN report r ON r.outlet_id = o.id AND r.withdrawn = 0
		GROUP BY o.name, o.retention ORDER BY o.name`, nil, func(row scanner) error {
		var o Outlet
		err := row.Scan(&o.Name, &o.Retention, &o.Reports)
		all = append(all, o)
		return err
	})
	return all, err
}

// retentionOf returns what is kept of an outlet as far as this program knows.
func (a *Archive) retentionOf(ctx context.Context, outlet string) (Retention, error) {
	if known, ok := a.outlets.Load(outlet); ok {
		return known.(Retention), nil
	}
	r := KeepFull
	if _, err := a.get(ctx, `SELECT retention FROM outlet WHERE name = ?`, args(outlet), &r); err != nil {
		return "", err
	}
	a.outlets.Store(outlet, r)
	return r, nil
}

// extract blanks every word of a record's text that nothing in it points at.
// Lengths stay, so that spans do.
func extract(r hearsay.Record) string {
	keep := make([]bool, len(r.Report.Text))
	for _, s := range allSpans(r) {
		for i := s.Start; i < s.End; i++ {
			keep[i] = true
		}
	}
	return blank(r.Report.Text, keep)
}

// blank replaces what is not kept by spaces, but for line breaks.
func blank(text string, keep []bool) string {
	b := []byte(text)
	for i := range b {
		if !keep[i] && b[i] != '\n' {
			b[i] = ' '
		}
	}
	return string(b)
}

// allSpans returns every span by which an attribution, figure or actor can be shown.
func allSpans(r hearsay.Record) (all []hearsay.Span) {
	maybe := func(s *hearsay.Span) {
		if s != nil {
			all = append(all, *s)
		}
	}
	chain := func(voices []hearsay.Voice) {
		for _, v := range voices {
			maybe(v.As)
		}
	}
	for _, a := range r.Attributions {
		all = append(all, a.Content...)
		maybe(a.Source)
		maybe(a.Cue)
		maybe(a.Condition)
		maybe(a.Regardless)
		chain(a.Chain)
	}
	for _, f := range r.Figures {
		all = append(all, f.Span)
		maybe(f.Noun)
		chain(f.Chain)
	}
	for _, a := range r.Actors {
		for _, d := range a.Descriptions {
			all = append(all, d.Words)
		}
	}
	for _, m := range r.Moments {
		all = append(all, m.Span)
	}
	return all
}

// Extract returns a record in whose text every word is blank that no attribution,
// figure or description points at, and without what the outlet says itself: what
// may be passed on where a whole text may not.
func Extract(r hearsay.Record) hearsay.Record {
	r.Report.Text = extract(r)
	r.OwnVoice, r.Related = nil, nil
	return r
}
