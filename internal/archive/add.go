package archive

import (
	"context"
	"fmt"
	"iter"
	"time"

	"hearsay"
)

// Incoming is a report that was read, on its way into the archive.
type Incoming struct {
	Record     hearsay.Record
	Source     []byte // the bytes the report came in as; nil: not at hand
	SourceType string // their media type
	Urgency    Urgency

	// Seen is when the report stood so at its address: it stands so now. Zero, of
	// a file: its dates alone say which of a report's revisions is the last.
	Seen time.Time

	live bool // Seen was given
}

// Added says what became of it.
type Added struct {
	Report   ReportID
	Revision RevisionID
	Hash     Hash
	Story    StoryID
	Outcome  Outcome
}

// Outcome is what becomes of a report that is added.
type Outcome string

// The outcomes.
const (
	NewReport   Outcome = "new"       // a report that was not there
	NewRevision Outcome = "revision"  // a new text of a report that was
	Known       Outcome = "known"     // a text that stands already
	Restored    Outcome = "restored"  // a text that stood before and does again
	WithdrawnIt Outcome = "withdrawn" // the report was withdrawn: nothing was kept
)

// Add keeps a report with its record. When it returns, both are on disk, or
// nothing is. A text of the same report that is kept already is not kept again.
func (a *Archive) Add(ctx context.Context, in Incoming) (Added, error) {
	w, err := a.send(ctx, in)
	if err != nil {
		return Added{}, err
	}
	return w()
}

// AddAll keeps reports as they come, many in one transaction, and yields what
// became of each, in their order, once it is on disk. A report that cannot be
// kept is one error; the others are.
func (a *Archive) AddAll(ctx context.Context, reports iter.Seq[Incoming]) iter.Seq2[Added, error] {
	return func(yield func(Added, error) bool) {
		ctx, stop := context.WithCancel(ctx)
		defer stop()
		queue := make(chan func() (Added, error), 2*batchJobs)
		go func() {
			defer close(queue)
			for in := range reports {
				in.Urgency = Bulk
				wait, err := a.send(ctx, in)
				if err != nil {
					wait = func() (Added, error) { return Added{}, err }
				}
				select {
				case queue <- wait:
				case <-ctx.Done():
					return
				}
			}
		}()
		for wait := range queue {
			if !yield(wait()) {
				return
			}
		}
	}
}

// send prepares a report and queues it; the function it returns waits.
func (a *Archive) send(ctx context.Context, in Incoming) (func() (Added, error), error) {
	if in.live = !in.Seen.IsZero(); !in.live {
		in.Seen = a.now()
	}
	retention, err := a.retentionOf(ctx, outletOf(in.Record.Report))
	if err != nil {
		return nil, err
	}
	p, err := prepare(in, retention)
	if err != nil {
		return nil, err
	}
	var added Added
	j := a.writer.send(ctx, in.Urgency, &job{ctx: ctx, done: make(chan struct{}), work: func(ctx context.Context, s *session) error {
		added, err = a.add(ctx, s, p)
		return err
	}})
	return func() (Added, error) {
		if err := a.writer.wait(j); err != nil {
			return Added{}, fmt.Errorf("%s: %w", a.where, a.dialect.explain(err))
		}
		return added, nil
	}, nil
}

// write does a piece of writing and names its errors.
func (a *Archive) write(ctx context.Context, u Urgency, work func(context.Context, *session) error) error {
	return a.fail(a.writer.do(ctx, u, work))
}

// add writes a prepared report within a transaction.
func (a *Archive) add(ctx context.Context, s *session, p *prepared) (Added, error) {
	outlet, retention, err := outletRow(ctx, s, p.outlet)
	if err != nil {
		return Added{}, err
	}
	if retention != p.retention { // somebody changed it meanwhile
		a.outlets.Delete(p.outlet)
		if p, err = prepare(p.in, retention); err != nil {
			return Added{}, err
		}
	}
	added := Added{Hash: p.hash}
	var current, withdrawn int64
	found, err := s.get(ctx, `SELECT id, current_id, withdrawn FROM report WHERE key = ?`, args(p.key), &added.Report, &current, &withdrawn)
	switch {
	case err != nil:
		return added, err
	case !found:
		added.Outcome = NewReport
		id, err := s.id(ctx, `INSERT INTO report (key, url, outlet_id, added) VALUES (?,?,?,?) RETURNING id`,
			p.key, p.in.Record.Report.URL, outlet, micro(p.in.Seen))
		if err != nil {
			return added, err
		}
		added.Report = ReportID(id)
	case withdrawn != 0:
		added.Outcome = WithdrawnIt
		return added, nil
	default:
		added.Outcome = NewRevision
		if known, err := a.seenBefore(ctx, s, p, &added, RevisionID(current)); known || err != nil {
			return added, err
		}
	}
	if err := a.addRevision(ctx, s, p, &added); err != nil {
		return added, err
	}
	if added.Story, err = a.grouper.place(ctx, s, added.Report, p); err != nil {
		return added, err
	}
	return added, touch(ctx, s, added.Story)
}

func outletRow(ctx context.Context, s *session, name string) (id int64, r Retention, err error) {
	found, err := s.get(ctx, `SELECT id, retention FROM outlet WHERE name = ?`, args(name), &id, &r)
	if found || err != nil {
		return id, r, err
	}
	id, err = s.id(ctx, `INSERT INTO outlet (name) VALUES (?) RETURNING id`, name)
	return id, KeepFull, err
}

// seenBefore deals with a text that the report has had before.
func (a *Archive) seenBefore(ctx context.Context, s *session, p *prepared, added *Added, current RevisionID) (bool, error) {
	found, err := s.get(ctx, `SELECT id FROM revision WHERE hash = ?`, args(string(p.hash)), &added.Revision)
	if err == nil && !found && p.retention == KeepFull {
		var hash Hash
		if added.Revision, hash, err = sameText(ctx, s, added.Report, p.in.Record.Report); added.Revision != 0 {
			added.Hash, found = hash, true
		}
	}
	if !found || err != nil {
		return false, err
	}
	if _, err := s.exec(ctx, `UPDATE revision SET seen = ? WHERE id = ?`, micro(p.in.Seen), int64(added.Revision)); err != nil {
		return true, err
	}
	_, err = s.get(ctx, `SELECT story_id FROM story_report WHERE report_id = ?`, args(int64(added.Report)), &added.Story)
	added.Outcome = Known
	if err != nil || added.Revision == current || !p.in.live {
		return true, err
	}
	added.Outcome = Restored
	if _, err := s.exec(ctx, `UPDATE report SET current_id = ? WHERE id = ?`, int64(added.Revision), int64(added.Report)); err != nil {
		return true, err
	}
	if err := touch(ctx, s, added.Story); err != nil {
		return true, err
	}
	return true, a.reindex(ctx, s, added.Report)
}

// addRevision writes a revision with its text, record and indexes.
func (a *Archive) addRevision(ctx context.Context, s *session, p *prepared, added *Added) error {
	for _, c := range p.contents {
		if _, err := s.exec(ctx, `INSERT INTO content (hash, body) VALUES (?,?) ON CONFLICT (hash) DO NOTHING`, string(c.hash), c.body); err != nil {
			return err
		}
	}
	r, seen := p.in.Record.Report, micro(p.in.Seen)
	number, isLast, err := numberRevision(ctx, s, p, added.Report)
	if err != nil {
		return err
	}
	id, err := s.id(ctx, `INSERT INTO revision (report_id, number, hash, text_hash, source_hash, source_type, retention, headline,
			published, updated, stood, added, seen, words, report)
		VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) RETURNING id`,
		int64(added.Report), number, string(p.hash), string(p.text), string(p.source), p.in.SourceType, string(p.retention),
		r.Headline, micro(r.Published), micro(r.Updated), micro(p.stood), seen, seen, p.words, p.head)
	if err != nil {
		return err
	}
	added.Revision = RevisionID(id)
	if isLast {
		if _, err := s.exec(ctx, `UPDATE report SET current_id = ? WHERE id = ?`, id, int64(added.Report)); err != nil {
			return err
		}
	}
	if p.record == nil {
		return nil
	}
	if err := addRecord(ctx, s, added.Revision, p.in.Record.Reader, seen, p.record); err != nil {
		return err
	}
	indexes := p.indexes
	switch {
	case !isLast:
		now, err := currentText(ctx, s, added.Report)
		if err != nil {
			return err
		}
		indexes.statements = notSaidIn(indexes.statements, p.in.Record.Report.Text, now)
	case added.Outcome == NewRevision:
		if err := supersede(ctx, s, added.Report, p.in.Record.Report.Text); err != nil {
			return err
		}
	}
	return index(ctx, s, added.Report, added.Revision, p.stood, indexes)
}

// numberRevision returns the number of a new revision and whether it is the last.
// One that came late takes its place by date, and those after it move on.
func numberRevision(ctx context.Context, s *session, p *prepared, report ReportID) (number int64, isLast bool, err error) {
	var all, before int64
	if _, err := s.get(ctx, `SELECT count(*), coalesce(sum(CASE WHEN stood <= ? THEN 1 ELSE 0 END), 0) FROM revision WHERE report_id = ?`,
		args(micro(p.stood), int64(report)), &all, &before); err != nil {
		return 0, false, err
	}
	if p.in.live || before == all {
		return all + 1, true, nil
	}
	if _, err := s.exec(ctx, `UPDATE revision SET number = -number - 1 WHERE report_id = ? AND number > ?`, int64(report), before); err != nil {
		return 0, false, err
	}
	_, err = s.exec(ctx, `UPDATE revision SET number = -number WHERE report_id = ? AND number < 0`, int64(report))
	return before + 1, false, err
}

// addRecord keeps a reading and has the revision show it.
func addRecord(ctx context.Context, s *session, revision RevisionID, reader hearsay.ReaderVersion, at int64, body []byte) error {
	id, err := s.id(ctx, `INSERT INTO record (revision_id, version, weights, added, body) VALUES (?,?,?,?,?) RETURNING id`,
		int64(revision), reader.Version, reader.Weights, at, body)
	if err != nil {
		return err
	}
	_, err = s.exec(ctx, `UPDATE revision SET record_id = ? WHERE id = ?`, id, int64(revision))
	return err
}

// Known reports what Add would answer for a report out of a file whose text is
// there already, so that it need not be read; false if Add has something to do.
func (a *Archive) Known(ctx context.Context, report hearsay.Report) (Added, bool, error) {
	key := keyOf(report)
	added := Added{Hash: hashOfRevision(key, report), Outcome: Known}
	var withdrawn int64
	found, err := a.get(ctx, `SELECT r.id, coalesce(v.id, 0), coalesce(sr.story_id, 0), r.withdrawn FROM report r
		LEFT JOIN revision v ON v.report_id = r.id AND v.hash = ? LEFT JOIN story_report sr ON sr.report_id = r.id WHERE r.key = ?`,
		args(string(added.Hash), key), &added.Report, &added.Revision, &added.Story, &withdrawn)
	if withdrawn != 0 {
		added.Outcome = WithdrawnIt
	}
	if err == nil && found && added.Revision == 0 {
		var hash Hash
		if added.Revision, hash, err = sameText(ctx, a, added.Report, report); added.Revision != 0 {
			added.Hash = hash
		}
	}
	return added, err == nil && found && (added.Revision != 0 || withdrawn != 0), err
}
