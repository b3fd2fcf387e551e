package archive

import (
	"cmp"
	"context"
	"fmt"
	"time"

	"hearsay"
)

// Withdrawal says what became of a report that was withdrawn.
type Withdrawal struct {
	Report    Report
	Revisions int
	Backups   []Backup // made since the report was added: they may hold it still
}

// Withdraw removes the text of a report everywhere in the archive: all revisions
// with their sources, headlines, records, statements, and corrections. A
// tombstone stays: address, outlet, dates, hashes, and why. A text that another
// report has as well stays with that one. The report is not taken in again.
func (a *Archive) Withdraw(ctx context.Context, id ReportID, reason string) (Withdrawal, error) {
	report, err := a.Report(ctx, id)
	if err != nil {
		return Withdrawal{}, err
	}
	if !report.Withdrawn.IsZero() {
		return Withdrawal{}, fmt.Errorf("report %d %w already: %s", id, ErrWithdrawn, report.Reason)
	}
	w := Withdrawal{}
	err = a.write(ctx, Interactive, func(ctx context.Context, s *session) (err error) {
		w.Revisions, err = withdraw(ctx, s, id, reason, a.now())
		return err
	})
	if err != nil {
		return w, err
	}
	if err := a.fail(a.writer.upkeep(ctx, a.dialect.scrub)); err != nil {
		return w, fmt.Errorf("it is withdrawn, but its words may be left in free space of the files: %w", err)
	}
	if w.Report, err = a.Report(ctx, id); err != nil {
		return w, err
	}
	w.Backups, err = a.Backups(ctx, report.Added)
	return w, err
}

func withdraw(ctx context.Context, s *session, id ReportID, reason string, now time.Time) (revisions int, err error) {
	if err := dropIndexes(ctx, s, id); err != nil {
		return 0, err
	}
	var rows []Revision
	var heads [][]byte
	err = s.each(ctx, `SELECT v.id, v.hash, v.text_hash, v.source_hash, v.report FROM revision v WHERE v.report_id = ?`, args(int64(id)), func(row scanner) error {
		var v Revision
		var head []byte
		err := row.Scan(&v.ID, &v.Hash, &v.Text, &v.Source, &head)
		rows, heads = append(rows, v), append(heads, head)
		return err
	})
	if err != nil {
		return 0, err
	}
	for i, v := range rows {
		if err := withdrawRevision(ctx, s, v, heads[i]); err != nil {
			return 0, err
		}
	}
	for _, q := range []struct {
		query string
		args  []any
	}{
		{`UPDATE story_report SET terms = ? WHERE report_id = ?`, args(pack([]byte("\n\n")), int64(id))},
		{`UPDATE page SET state = '', due = 0 WHERE report_id = ?`, args(int64(id))},
		{`UPDATE report SET current_id = 0, withdrawn = ?, reason = ? WHERE id = ?`, args(micro(now), cmp.Or(reason, "no reason given"), int64(id))},
		{`INSERT INTO setting (name, value) VALUES ('regroupings', '1') ON CONFLICT (name) DO UPDATE SET value = CAST(CAST(setting.value AS BIGINT) + 1 AS TEXT)`, nil},
	} {
		if _, err := s.exec(ctx, q.query, q.args...); err != nil {
			return 0, err
		}
	}
	if err := forgetTracingOf(ctx, s, id); err != nil {
		return 0, err
	}
	return len(rows), retitle(ctx, s, id)
}

// withdrawRevision leaves of a revision its number, hash and dates.
func withdrawRevision(ctx context.Context, s *session, v Revision, head []byte) error {
	old, err := unpackReport(head, "")
	if err != nil {
		return err
	}
	left, err := packReport(hearsay.Report{URL: old.URL, Outlet: old.Outlet, Published: old.Published, Updated: old.Updated})
	if err != nil {
		return err
	}
	if _, err := s.exec(ctx, `UPDATE revision SET record_id = 0, headline = '', text_hash = '', source_hash = '', report = ? WHERE id = ?`, left, int64(v.ID)); err != nil {
		return err
	}
	if _, err := s.exec(ctx, `DELETE FROM record WHERE revision_id = ?`, int64(v.ID)); err != nil {
		return err
	}
	if _, err := s.exec(ctx, `DELETE FROM correction WHERE revision = ?`, string(v.Hash)); err != nil {
		return err
	}
	if _, err := s.exec(ctx, `DELETE FROM actor_verdict WHERE revision_a = ? OR revision_b = ?`, string(v.Hash), string(v.Hash)); err != nil {
		return err
	}
	if err := dropDecisions(ctx, s, v.Hash); err != nil {
		return err
	}
	for _, h := range []Hash{v.Text, v.Source} {
		if _, err := s.exec(ctx, `DELETE FROM content WHERE hash = ? AND NOT EXISTS (SELECT 1 FROM revision WHERE text_hash = ?)
			AND NOT EXISTS (SELECT 1 FROM revision WHERE source_hash = ?)`, string(h), string(h), string(h)); err != nil {
			return err
		}
	}
	return nil
}

// retitle calls the story of a withdrawn report after another of its reports,
// unless a person named it.
func retitle(ctx context.Context, s *session, id ReportID) error {
	_, err := s.exec(ctx, `UPDATE story SET title = coalesce((SELECT v.headline FROM story_report sr JOIN report r ON r.id = sr.report_id
			JOIN revision v ON v.id = r.current_id WHERE sr.story_id = story.id AND v.headline <> '' ORDER BY sr.seq LIMIT 1), 'untitled')
		WHERE named = 0 AND id = (SELECT story_id FROM story_report WHERE report_id = ?)`, int64(id))
	return err
}

// Tombstones returns the reports that were withdrawn, the last one first.
func (a *Archive) Tombstones(ctx context.Context) ([]Report, error) {
	return a.reports(ctx, `WHERE r.withdrawn > 0 ORDER BY r.withdrawn DESC, r.id`)
}
