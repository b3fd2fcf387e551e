package reader

import (
	"context"

	"hearsay"
	"hearsay/internal/attribute"
)

// Reason is what one kind of feature said for, or against, the words that a
// role of an attribution was given.
type Reason struct {
	Attribution int    // ID of the attribution
	Role        string // "cue", "source" or "content"
	Words       hearsay.Span
	Feature     string // what was looked at, such as "lemma, tag after"

	// Hundredths is the weight, in hundredths of a nat: each hundred makes
	// the choice e times as probable, or as improbable below 0.
	Hundredths int
}

// Explain reads a report as ReadDocument does and says why each attribution was
// found: the features that weighed most for each of its roles.
func (r *Reader) Explain(ctx context.Context, report hearsay.Report) (*hearsay.Document, hearsay.Record, []Reason, error) {
	desk := r.desk()
	defer r.desks.Put(desk)
	doc, record, err := r.readAt(ctx, desk, report)
	if err != nil || len(record.Skipped) > 0 {
		return doc, record, nil, err
	}
	var reasons []Reason
	for _, why := range r.finder.Explain(doc, desk.words) {
		reasons = append(reasons, reasonOf(why))
	}
	return doc, record, reasons, nil
}

func reasonOf(why attribute.Reason) Reason {
	return Reason{why.Attribution, string(why.Role), why.Words, why.Feature, why.Hundredths}
}
