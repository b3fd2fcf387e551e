// Package dossier puts the reports of a running story on one table: their records
// as they are shown, with people's corrections, and the trace of them.
//
//	archive ──revisions, records, corrections──► compare ──► Dossier ──► pages, API
//	                                                           │
//	                                                        Shelf keeps those asked for last
//
// Comparing a long story takes a while, and pages are asked for all the time. So a
// [Shelf] keeps dossiers, looks now and then whether a story has moved on, and
// while it compares anew it hands out the one it has.
package dossier

import (
	"context"
	"fmt"
	"time"

	"hearsay"
	"hearsay/internal/archive"
	"hearsay/internal/cast"
)

// Dossier is one story. It is never changed; a story that moves on gets another.
type Dossier struct {
	Story archive.Story
	Trace hearsay.Trace
	Kept  []Kept // of each of Trace.Records, where it is kept

	Verdicts []archive.ActorVerdict // what persons said of its actors, also what they took back
	Loose    []archive.ActorVerdict // those that hold and say nothing of these records

	claims map[hearsay.Place]int
}

// Kept says where a record is kept.
type Kept struct {
	Report   archive.ReportID
	Revision archive.RevisionID
	Number   int // of the revision, from 1
	Latest   int // number of the report's last revision
	Hash     archive.Hash
	Arrived  time.Time
	Checked  map[int]bool // attributions that a person has judged
}

// Address returns the path of a record's page.
func (k Kept) Address() string {
	if k.Number == k.Latest {
		return fmt.Sprintf("/report/%d", k.Report)
	}
	return fmt.Sprintf("/report/%d?version=%d", k.Report, k.Number)
}

// ClaimAt returns the claim that a statement makes.
func (d *Dossier) ClaimAt(p hearsay.Place) (id int, ok bool) {
	id, ok = d.claims[p]
	return id, ok
}

// Position returns the position in the trace of a revision.
func (d *Dossier) Position(r archive.RevisionID) (int, bool) {
	for i, k := range d.Kept {
		if k.Revision == r {
			return i, true
		}
	}
	return 0, false
}

// Comparison compares the records of one story as it goes on. A tracer.Tracer is one;
// records go by the position at which they were added.
type Comparison interface {
	Add(hearsay.Record) error
	Replace(position int, record hearsay.Record) error
	SetVerdicts([]cast.Verdict)
	Trace(context.Context) (hearsay.Trace, error)
}

// load makes a story's dossier.
func load(ctx context.Context, a *archive.Archive, begin func() Comparison, story archive.Story, reports []archive.Report) (*Dossier, error) {
	d := &Dossier{Story: story, claims: map[hearsay.Place]int{}}
	var records []hearsay.Record
	for _, r := range reports {
		if err := d.add(ctx, a, r, &records); err != nil {
			return nil, err
		}
	}
	comparison := begin()
	for _, r := range records {
		if err := comparison.Add(r); err != nil {
			return nil, err
		}
	}
	verdicts, err := d.verdicts(ctx, a, records)
	if err != nil {
		return nil, err
	}
	comparison.SetVerdicts(verdicts)
	if d.Trace, err = comparison.Trace(ctx); err != nil {
		return nil, err
	}
	for _, c := range d.Trace.Claims {
		for _, p := range c.Places {
			d.claims[p] = c.ID
		}
	}
	return d, nil
}

// add adds all revisions of a report.
func (d *Dossier) add(ctx context.Context, a *archive.Archive, r archive.Report, records *[]hearsay.Record) error {
	revisions, err := a.Revisions(ctx, r.ID)
	if err != nil {
		return err
	}
	for _, v := range revisions {
		shown, err := a.View(ctx, v.ID)
		if err != nil {
			return err
		}
		*records = append(*records, shown.Record)
		d.Kept = append(d.Kept, Kept{Report: r.ID, Revision: v.ID, Number: v.Number, Latest: len(revisions), Hash: v.Hash, Arrived: v.Added, Checked: shown.Checked})
	}
	return nil
}
