package archive

import (
	"context"
	"fmt"
	"time"
)

// Health is what an examination finds.
type Health struct {
	Where                       string
	Schema                      int64
	Bytes                       int64 // of the database
	Reports, Revisions, Records int
	Statements, Stories, Feeds  int
	Corrections, Withdrawn      int
	Verdicts                    int           // on actors
	Claims, Stale               int           // claims in the index; stories that changed since theirs were made
	Readers                     []ReaderCount // which readers the shown records are of
	Backups                     []Backup
	Holder                      string // who wrote last, by the lock file; "" in PostgreSQL
	Findings                    []Finding
	Examined                    int // revisions looked through
}

// ReaderCount is how many of the records that are shown are of one reader.
type ReaderCount struct {
	Version, Weights string
	Records          int
}

// Finding is one thing that is wrong, and what to do.
type Finding struct {
	What string
	Do   string
}

// Examine looks through the archive: the database's own structure, that each
// text and source is what its hash says, that each record can be read and fits its
// text, and that the indexes agree with the records. It changes nothing. After each
// revision it calls tell, unless that is nil.
func (a *Archive) Examine(ctx context.Context, tell func(done, all int)) (Health, error) {
	h := Health{Where: a.where}
	for _, c := range []struct {
		into  *int
		query string
	}{
		{&h.Reports, `SELECT count(*) FROM report WHERE withdrawn = 0`}, {&h.Revisions, `SELECT count(*) FROM revision`},
		{&h.Records, `SELECT count(*) FROM record`}, {&h.Statements, `SELECT count(*) FROM statement`},
		{&h.Stories, `SELECT count(DISTINCT story_id) FROM story_report`}, {&h.Feeds, `SELECT count(*) FROM feed WHERE removed = 0`},
		{&h.Corrections, `SELECT count(*) FROM correction WHERE undone = 0`}, {&h.Withdrawn, `SELECT count(*) FROM report WHERE withdrawn > 0`},
		{&h.Verdicts, `SELECT count(*) FROM actor_verdict WHERE undone = 0`}, {&h.Claims, `SELECT count(*) FROM claim WHERE gone = 0`},
		{&h.Stale, `SELECT count(*) FROM story st LEFT JOIN tracing t ON t.story_id = st.id WHERE st.merged = 0 AND (t.changed IS NULL OR t.changed <> st.changed)
			AND EXISTS (SELECT 1 FROM story_report sr JOIN report r ON r.id = sr.report_id WHERE sr.story_id = st.id AND r.withdrawn = 0)`},
	} {
		if _, err := a.get(ctx, c.query, nil, c.into); err != nil {
			return h, err
		}
	}
	if _, err := a.get(ctx, `SELECT max(version_id) FROM goose_db_version`, nil, &h.Schema); err != nil {
		return h, err
	}
	if _, err := a.get(ctx, a.dialect.size(), nil, &h.Bytes); err != nil {
		return h, err
	}
	if a.folder != "" {
		h.Holder = a.writer.lock.holder().String()
	}
	var err error
	if h.Backups, err = a.Backups(ctx, time.Time{}); err != nil {
		return h, err
	}
	if err := a.each(ctx, `SELECT d.version, d.weights, count(*) FROM revision v JOIN record d ON d.id = v.record_id
		GROUP BY d.version, d.weights ORDER BY count(*) DESC`, nil, func(row scanner) error {
		var c ReaderCount
		err := row.Scan(&c.Version, &c.Weights, &c.Records)
		h.Readers = append(h.Readers, c)
		return err
	}); err != nil {
		return h, err
	}
	if err := a.examineStructure(ctx, &h); err != nil {
		return h, err
	}
	return h, a.examineRevisions(ctx, &h, tell)
}

func (h *Health) found(do, format string, args ...any) {
	h.Findings = append(h.Findings, Finding{fmt.Sprintf(format, args...), do})
}

const (
	doRestore = "restore a backup"
	doReindex = "run 'hearsay doctor --repair'"
	doReread  = "run 'hearsay reread'"
)

// examineStructure asks the database, and counts what must not be.
func (a *Archive) examineStructure(ctx context.Context, h *Health) error {
	if a.folder != "" {
		err := a.each(ctx, `PRAGMA integrity_check(20)`, nil, func(row scanner) error {
			var result string
			err := row.Scan(&result)
			if err == nil && result != "ok" {
				h.found(doRestore, "the database: %s", result)
			}
			return err
		})
		if err != nil {
			h.found(doRestore, "the database: %v", err)
		}
	}
	for _, c := range []struct{ query, what, do string }{
		{`SELECT count(*) FROM report r LEFT JOIN revision v ON v.id = r.current_id WHERE r.withdrawn = 0 AND v.id IS NULL`, "reports without a revision", doRestore},
		{`SELECT count(*) FROM revision v LEFT JOIN content t ON t.hash = v.text_hash WHERE v.text_hash <> '' AND t.hash IS NULL`, "revisions without their text", doRestore},
		{`SELECT count(*) FROM revision v LEFT JOIN content t ON t.hash = v.source_hash WHERE v.source_hash <> '' AND t.hash IS NULL`, "revisions without their source", doRestore},
		{`SELECT count(*) FROM revision v LEFT JOIN record d ON d.id = v.record_id WHERE v.record_id <> 0 AND d.id IS NULL`, "revisions without their record", doReread},
		{`SELECT count(*) FROM statement s JOIN revision v ON v.id = s.revision_id WHERE v.record_id = 0`, "statements of no record", doReindex},
		{`SELECT count(*) FROM report r LEFT JOIN story_report sr ON sr.report_id = r.id WHERE sr.report_id IS NULL AND r.withdrawn = 0`, "reports in no story", doRestore},
		{`SELECT count(*) FROM tracing t JOIN story st ON st.id = t.story_id AND st.changed = t.changed WHERE t.claims <> (SELECT count(*) FROM claim c WHERE c.story_id = t.story_id AND c.gone = 0)`, "stories with other claims than were made of them", doReindex},
		{`SELECT count(*) FROM claim c LEFT JOIN revision v ON v.id = c.revision_id WHERE c.gone = 0 AND v.id IS NULL`, "claims of no revision", doReindex},
		{`SELECT count(*) FROM claim c WHERE c.gone = 0 AND c.origins <> (SELECT count(*) FROM origin o WHERE o.story_id = c.story_id AND o.claim = c.key)`, "claims with other origins than were made of them", doReindex},
	} {
		var n int
		if _, err := a.get(ctx, c.query, nil, &n); err != nil {
			return err
		}
		if n > 0 {
			h.found(c.do, "%d %s", n, c.what)
		}
	}
	return nil
}

func (a *Archive) examineRevisions(ctx context.Context, h *Health, tell func(done, all int)) error {
	for last := RevisionID(0); ; {
		all, err := a.revisions(ctx, `WHERE v.id > ? ORDER BY v.id LIMIT 200`, int64(last))
		if err != nil || len(all) == 0 {
			return err
		}
		for _, v := range all {
			if err := ctx.Err(); err != nil {
				return err
			}
			a.examineRevision(ctx, h, v)
			if last, h.Examined = v.ID, h.Examined+1; tell != nil {
				tell(h.Examined, h.Revisions)
			}
		}
	}
}

func (a *Archive) examineRevision(ctx context.Context, h *Health, v Revision) {
	for _, hash := range []Hash{v.Text, v.Source} {
		if hash == "" {
			continue
		}
		body, err := a.Content(ctx, hash)
		if err != nil {
			h.found(doRestore, "revision %d: %v", v.ID, err)
		} else if hashOf(body) != hash {
			h.found(doRestore, "revision %d: content %s is not what its hash says", v.ID, hash)
		}
	}
	if !v.Read {
		return
	}
	record, err := a.Record(ctx, v.ID)
	if err == nil {
		err = record.Check()
	}
	if err != nil {
		h.found(doReread, "revision %d: its record: %v", v.ID, err)
		return
	}
	seen, err := a.View(ctx, v.ID)
	if err != nil {
		h.found(doRestore, "revision %d: its corrections: %v", v.ID, err)
		return
	}
	a.examineStatements(ctx, h, v, len(indexesOf(seen.Record).statements))
}

// examineStatements holds a revision to have no more statements in the index than
// its record gives, and if it stands now just as many.
func (a *Archive) examineStatements(ctx context.Context, h *Health, v Revision, want int) {
	var have int
	var current RevisionID
	if _, err := a.get(ctx, `SELECT count(s.id), max(r.current_id) FROM report r LEFT JOIN statement s ON s.report_id = r.id AND s.revision_id = ?
		WHERE r.id = ?`, args(int64(v.ID), int64(v.Report)), &have, &current); err != nil {
		h.found(doReindex, "revision %d: %v", v.ID, err)
		return
	}
	if have > want || current == v.ID && have != want {
		h.found(doReindex, "revision %d: %d statements in the index, %d in its record", v.ID, have, want)
	}
}
