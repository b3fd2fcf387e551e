package reader

import (
	"cmp"
	"context"
	"slices"

	"hearsay"
	"hearsay/internal/resolve"
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

// Sureness is how probable the labellings make the words they gave to the roles of
// an attribution: that the cue is one; if so, that the source is its source; if so,
// that the content is its content. In thousandths.
type Sureness struct {
	Attribution          int // ID of the attribution
	Cue, Source, Content int
}

// Explanation says why a report was read as it was.
type Explanation struct {
	// Reasons are the features of each role of each attribution that a labelling
	// found, of each role those first that weighed most. What a rule added has none.
	Reasons []Reason

	// Sure says how probable the labellings make what they chose.
	Sure []Sureness

	// Hops says, for each attribution and each hop of its chain, by what the
	// hop is identified as it is: "offices: spokesman".
	Hops [][]string

	// Acts says, for each attribution, by which rule it does what it does: "cue:
	// threatens".
	Acts []string

	// Mentions are the places where somebody is mentioned, in text order.
	Mentions []Mention
}

// Mention is one place where somebody is mentioned, and how it was resolved.
type Mention struct {
	Words hearsay.Span
	Actor *int   // ID of the Actor meant; nil: a thing, or one kept unnamed
	Why   string // "the family name"
}

// Explain reads a report as ReadDocument does and says why.
func (r *Reader) Explain(ctx context.Context, report hearsay.Report) (*hearsay.Document, hearsay.Record, Explanation, error) {
	desk := r.desk()
	defer r.desks.Put(desk)
	doc, record, err := r.readAt(ctx, desk, report)
	if err != nil || len(record.Skipped) > 0 {
		return doc, record, Explanation{}, err
	}
	e := Explanation{Hops: desk.traced.Why, Mentions: mentionsIn(doc, desk.resolved)}
	for _, a := range desk.acts {
		e.Acts = append(e.Acts, a.Why)
	}
	ids := map[int]int{} // of what the labellings found
	for id, from := range desk.traced.From {
		ids[from] = id
	}
	reasons, sure := r.finder.Explain(doc, desk.words)
	for _, s := range sure {
		if id, kept := ids[s.Attribution]; kept {
			e.Sure = append(e.Sure, Sureness{id, s.Cue, s.Source, s.Content})
		}
	}
	for _, why := range reasons {
		if id, kept := ids[why.Attribution]; kept {
			e.Reasons = append(e.Reasons, Reason{id, string(why.Role), why.Words, why.Feature, why.Hundredths})
		}
	}
	slices.SortStableFunc(e.Reasons, func(a, b Reason) int { return cmp.Compare(a.Attribution, b.Attribution) })
	return doc, record, e, nil
}

func mentionsIn(doc *hearsay.Document, resolved resolve.Resolution) []Mention {
	var all []Mention
	for _, m := range resolved.Mentions {
		told := Mention{Words: doc.TokensSpan(m.First, m.End), Why: m.Why.Explain()}
		if m.Actor >= 0 {
			told.Actor = &m.Actor
		}
		all = append(all, told)
	}
	return all
}
