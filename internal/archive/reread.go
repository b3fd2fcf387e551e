package archive

import (
	"context"
	"errors"
	"fmt"

	"hearsay"
)

// Rereading is how far a rereading is.
type Rereading struct {
	Done, All int // reports
	Read      int // revisions that have a new record
	Kept      int // revisions that had one of this reader already
	Left      int // revisions of which not enough is kept to read them again
	Failed    int
}

// Reread reads every revision that the reader of a version has not read yet, keeps
// the new record beside the old ones and shows it. Corrections stay, since they
// are anchored to text. It can be stopped and begun again. After each report it
// calls tell, unless that is nil, with what went wrong with it.
func (a *Archive) Reread(ctx context.Context, reader hearsay.ReaderVersion, read func(context.Context, hearsay.Report) (hearsay.Record, error),
	tell func(Rereading, error)) (Rereading, error) {
	var p Rereading
	if _, err := a.get(ctx, `SELECT count(*) FROM report WHERE withdrawn = 0`, nil, &p.All); err != nil {
		return p, err
	}
	for last := ReportID(0); ; {
		reports, err := a.Reports(ctx, last, 100)
		if err != nil || len(reports) == 0 {
			return p, err
		}
		for _, r := range reports {
			if last = r.ID; !r.Withdrawn.IsZero() {
				continue
			}
			err := a.rereadReport(ctx, r.ID, reader, read, &p)
			if ctx.Err() != nil {
				return p, ctx.Err()
			}
			if err != nil {
				if failed := a.dialect.explain(errors.Unwrap(err)); errors.Is(err, ErrFull) || errors.Is(failed, ErrCorrupt) {
					return p, err
				}
				p.Failed++
				err = fmt.Errorf("report %d: %w", r.ID, err)
			}
			p.Done++
			if tell != nil {
				tell(p, err)
			}
		}
	}
}

// rereading is a new record of a revision, or one of before to be shown again.
type rereading struct {
	revision RevisionID
	record   int64 // 0: body is new
	body     []byte
}

func (a *Archive) rereadReport(ctx context.Context, id ReportID, reader hearsay.ReaderVersion,
	read func(context.Context, hearsay.Report) (hearsay.Record, error), p *Rereading) error {
	revisions, err := a.Revisions(ctx, id)
	if err != nil {
		return err
	}
	var changed []rereading
	for _, v := range revisions {
		var record, shown int64
		if _, err := a.get(ctx, `SELECT coalesce(max(d.id), 0), coalesce(max(v.record_id), 0) FROM revision v
			LEFT JOIN record d ON d.revision_id = v.id AND d.version = ? AND d.weights = ? WHERE v.id = ?`,
			args(reader.Version, reader.Weights, int64(v.ID)), &record, &shown); err != nil {
			return err
		}
		switch {
		case v.Retention != KeepFull:
			p.Left++
			continue
		case record != 0 && record == shown:
			p.Kept++
			continue
		case record != 0:
			changed = append(changed, rereading{revision: v.ID, record: record})
			continue
		}
		report, err := a.Original(ctx, v.ID)
		if err != nil {
			return err
		}
		fresh, err := read(ctx, report)
		if err != nil {
			return err
		}
		body, err := packRecord(fresh)
		if err != nil {
			return err
		}
		changed = append(changed, rereading{revision: v.ID, body: body})
	}
	if len(changed) == 0 {
		return nil
	}
	p.Read += len(changed)
	return a.write(ctx, Bulk, func(ctx context.Context, s *session) error { return a.swap(ctx, s, id, reader, changed) })
}

// swap shows new records of a report's revisions.
func (a *Archive) swap(ctx context.Context, s *session, id ReportID, reader hearsay.ReaderVersion, changed []rereading) error {
	var withdrawn int64
	if _, err := s.get(ctx, `SELECT withdrawn FROM report WHERE id = ?`, args(int64(id)), &withdrawn); err != nil || withdrawn != 0 {
		return err
	}
	for _, c := range changed {
		if c.record == 0 {
			if err := addRecord(ctx, s, c.revision, reader, micro(a.now()), c.body); err != nil {
				return err
			}
			continue
		}
		if _, err := s.exec(ctx, `UPDATE revision SET record_id = ? WHERE id = ?`, c.record, int64(c.revision)); err != nil {
			return err
		}
	}
	if err := touchStoryOf(ctx, s, id); err != nil {
		return err
	}
	return a.reindex(ctx, s, id)
}

// Reindex makes the indexes of every report anew from its records. After each it
// calls tell, unless that is nil, with how many are done.
func (a *Archive) Reindex(ctx context.Context, tell func(done int)) error {
	done := 0
	for last := ReportID(0); ; {
		reports, err := a.Reports(ctx, last, 100)
		if err != nil || len(reports) == 0 {
			return err
		}
		for _, r := range reports {
			if err := a.write(ctx, Bulk, func(ctx context.Context, s *session) error { return a.reindex(ctx, s, r.ID) }); err != nil {
				return err
			}
			if last, done = r.ID, done+1; tell != nil {
				tell(done)
			}
		}
	}
}
