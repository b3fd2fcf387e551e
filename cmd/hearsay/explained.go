package main

import (
	"context"

	"hearsay"
	"hearsay/internal/view"
	"hearsay/reader"
)

// explained returns what reads a report and says why, for the desk.
func explained(r *reader.Reader) func(context.Context, hearsay.Report) (view.Explained, error) {
	return func(ctx context.Context, report hearsay.Report) (view.Explained, error) {
		_, record, why, err := r.Explain(ctx, report)
		if err != nil {
			return view.Explained{}, err
		}
		n := len(record.Attributions)
		e := view.Explained{Record: record, Hops: why.Hops, Acts: why.Acts, Weighed: make([][]view.Weighed, n), Sure: make([]view.SureOf, n), Meant: make([]string, n)}
		for _, w := range why.Reasons {
			e.Weighed[w.Attribution] = append(e.Weighed[w.Attribution], view.Weighed{Role: w.Role, Feature: w.Feature, Hundredths: w.Hundredths})
		}
		for _, s := range why.Sure {
			e.Sure[s.Attribution] = view.SureOf{Cue: s.Cue, Source: s.Source, Content: s.Content}
		}
		for i, a := range record.Attributions {
			e.Meant[i] = meantBy(a, why.Mentions)
		}
		return e, nil
	}
}

// meantBy tells by what it is known who an attribution's source is.
func meantBy(a hearsay.Attribution, mentions []reader.Mention) string {
	for _, m := range mentions {
		if a.Source != nil && m.Actor != nil && a.Source.Contains(m.Words) {
			return m.Why
		}
	}
	return ""
}
