package dossier

import (
	"context"
	"fmt"
	"strings"

	"hearsay"
	"hearsay/internal/archive"
)

// table is a story as it is kept up: the records of its revisions as they were shown
// last, each at a position that stays, and their comparison. When the story moves on,
// only what is new or shown otherwise is loaded and compared anew. A table is not safe
// for use by several goroutines at once.
//
//	archive ──parts──► which are new, read anew, corrected? ──records──► Comparison ──► Dossier
type table struct {
	archive    *archive.Archive
	begin      func() Comparison
	comparison Comparison
	records    []hearsay.Record
	lying      []lying // by position
	at         map[archive.RevisionID]int
}

// lying is a revision on a table.
type lying struct {
	archive.Part
	shown   string // by what it was read and corrected; see stampOf
	checked map[int]bool
}

func newTableOf(a *archive.Archive, begin func() Comparison) *table {
	return &table{archive: a, begin: begin, comparison: begin(), at: map[archive.RevisionID]int{}}
}

// dossier brings the table up to date and returns the story's dossier.
func (t *table) dossier(ctx context.Context, story archive.Story) (*Dossier, error) {
	parts, err := t.archive.Parts(ctx, story.ID)
	if err != nil {
		return nil, err
	}
	if err := t.clear(parts); err != nil {
		return nil, err
	}
	latest := map[archive.ReportID]int{}
	for _, p := range parts {
		if err := t.lay(ctx, p); err != nil {
			return nil, err
		}
		latest[p.Revision.Report]++
	}
	d := &Dossier{Story: story, claims: map[hearsay.Place]int{}}
	for _, l := range t.lying {
		v := l.Revision
		d.Kept = append(d.Kept, Kept{Report: v.Report, Revision: v.ID, Number: v.Number, Latest: latest[v.Report], Hash: v.Hash, Arrived: v.Added, Checked: l.checked})
	}
	return d, t.compare(ctx, d)
}

func (t *table) compare(ctx context.Context, d *Dossier) error {
	verdicts, err := d.verdicts(ctx, t.archive, t.records)
	if err != nil {
		return err
	}
	t.comparison.SetVerdicts(verdicts)
	if d.Trace, err = t.comparison.Trace(ctx); err != nil {
		return err
	}
	if err := d.decide(ctx, t.archive); err != nil {
		return err
	}
	for i := range d.Trace.Claims {
		for _, p := range d.Trace.Claims[i].Places {
			d.claims[p] = i
		}
	}
	return nil
}

// clear begins the comparison anew, with what is on the table and still in the story,
// if something is not: a report was withdrawn, or put into another story.
func (t *table) clear(parts []archive.Part) error {
	still := map[archive.RevisionID]bool{}
	for _, p := range parts {
		still[p.Revision.ID] = true
	}
	gone := false
	for _, l := range t.lying {
		gone = gone || !still[l.Revision.ID]
	}
	if !gone {
		return nil
	}
	old := *t
	*t = *newTableOf(t.archive, t.begin)
	for i, l := range old.lying {
		if still[l.Revision.ID] {
			if err := t.put(old.records[i], l); err != nil {
				return err
			}
		}
	}
	return nil
}

// lay puts a revision on the table as it is shown now, unless it lies there so.
func (t *table) lay(ctx context.Context, p archive.Part) error {
	shown := stampOf(p)
	i, known := t.at[p.Revision.ID]
	if known && t.lying[i].shown == shown {
		t.lying[i].Part = p
		return nil
	}
	record, err := t.archive.Record(ctx, p.Revision.ID)
	if err != nil {
		return err
	}
	view := archive.Overlay(record, p.Corrections)
	l := lying{p, shown, view.Checked}
	if !known {
		return t.put(view.Record, l)
	}
	if err := t.comparison.Replace(i, view.Record); err != nil {
		return err
	}
	t.records[i], t.lying[i] = view.Record, l
	return nil
}

// put puts a record behind those on the table.
func (t *table) put(record hearsay.Record, l lying) error {
	if err := t.comparison.Add(record); err != nil {
		return err
	}
	t.at[l.Revision.ID] = len(t.lying)
	t.records, t.lying = append(t.records, record), append(t.lying, l)
	return nil
}

// stampOf returns what changes when a revision is shown otherwise.
func stampOf(p archive.Part) string {
	var b strings.Builder
	fmt.Fprint(&b, p.Revision.Reading)
	for _, c := range p.Corrections {
		fmt.Fprintf(&b, " %d", c.ID)
		if !c.Undone.IsZero() {
			b.WriteByte('-')
		}
	}
	return b.String()
}
