// Package dossier puts the reports of a running story on one table: their records
// as they are shown, with people's corrections, and the trace of them.
//
//	archive ──revisions, records, corrections──► table ──► Dossier ──► pages, API
//	                                             compare      │
//	                                                       Shelf keeps those asked for last
//
// Comparing a long story takes a while, and pages are asked for all the time. So a
// [Shelf] keeps each story on a table, where a report more costs little, looks now and
// then whether the story has moved on, and while it compares anew it hands out the
// dossier it has.
package dossier

import (
	"context"
	"fmt"
	"sync"
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

	Decided Decided // of its talks; Trace has them laid over

	claims map[hearsay.Place]int
	made   sync.Map // of each key that Once was asked for, what was made
}

// Once returns what is made of a dossier for a key. It is made once, and kept as long as
// the dossier is.
func (d *Dossier) Once(key any, with func() any) any {
	made, _ := d.made.LoadOrStore(key, sync.OnceValue(with))
	return made.(func() any)()
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
