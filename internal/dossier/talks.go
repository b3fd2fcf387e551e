package dossier

import (
	"context"
	"slices"

	"hearsay"
	"hearsay/internal/archive"
	"hearsay/internal/talks"
)

// Decided is what people decided of the talks of a story.
type Decided struct {
	All     []archive.Decision // the oldest first, those undone included
	Holding []archive.Decision // those that hold; a hearsay.Mark counts these
	Lost    []int64            // numbers of those that hold and of which nothing is read any longer
}

// Decide lays decisions over the talks of a trace. revisions has the hash of each of
// its records, "" for one that is not in the archive.
func Decide(t *hearsay.Trace, revisions []string, all []archive.Decision) Decided {
	d := Decided{All: all}
	var decisions []hearsay.TalksDecision
	for _, one := range all {
		if one.Undone.IsZero() {
			d.Holding = append(d.Holding, one)
			decisions = append(decisions, one.TalksDecision)
		}
	}
	if len(decisions) == 0 {
		return d
	}
	var lost []int
	t.Talks, lost = talks.Apply(*t, revisions, decisions)
	for _, i := range lost {
		d.Lost = append(d.Lost, d.Holding[i].ID)
	}
	return d
}

// IsLost reports whether nothing is read any longer that a decision is about.
func (d Decided) IsLost(id int64) bool { return slices.Contains(d.Lost, id) }

// decide lays what people decided of the talks over the dossier's trace.
func (d *Dossier) decide(ctx context.Context, a *archive.Archive) error {
	all, err := a.Decisions(ctx, d.Story.ID)
	if err != nil {
		return err
	}
	var revisions []string
	for _, k := range d.Kept {
		revisions = append(revisions, string(k.Hash))
	}
	d.Decided = Decide(&d.Trace, revisions, all)
	return nil
}

// Anchor ties words of the trace to their revision.
func (d *Dossier) Anchor(p hearsay.Passage) hearsay.Anchor {
	return hearsay.Anchor{Revision: string(d.Kept[p.Report].Hash), Span: p.Span}
}

// TalksAnchor returns what the talks with a key are anchored to.
func (d *Dossier) TalksAnchor(key string) (hearsay.Anchor, bool) {
	for _, k := range d.Trace.Talks {
		if k.Key == key {
			return d.Anchor(k.Anchor), true
		}
	}
	return hearsay.Anchor{}, false
}

// Has reports whether a revision of the dossier has an anchor's words.
func (d *Dossier) Has(at hearsay.Anchor) bool {
	return slices.ContainsFunc(d.Kept, func(k Kept) bool { return string(k.Hash) == at.Revision })
}
