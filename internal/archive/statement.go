package archive

import (
	"context"
	"strings"
	"time"

	"hearsay"
)

// indexes is what is made of a record so that it can be found.
type indexes struct {
	statements []statementRow
	actors     []actorRow
	figures    []figureRow
}

type actorRow struct {
	idx        int
	name, kind string
}

type figureRow struct {
	idx    int
	figure hearsay.Figure
}

// statementRow is one row of the table statement.
type statementRow struct {
	id         StatementID
	report     ReportID
	revision   RevisionID
	part       hearsay.Part
	idx        int
	at         statementSpans
	voice      string
	identity   hearsay.Identity
	act        hearsay.Act
	stance     hearsay.Stance
	confidence int
	words      []string // what it is found by, see terms.go
}

const statementColumns = `id, report_id, revision_id, part, idx, spans, voice, identity, act, stance, confidence`

func (r statementRow) values() []any {
	return args(int64(r.id), int64(r.report), int64(r.revision), string(r.part), r.idx, r.at.String(), r.voice,
		string(r.identity), string(r.act), string(r.stance), r.confidence)
}

// indexesOf makes the rows of a record. Private persons have none, and are not
// found by name as speakers.
func indexesOf(r hearsay.Record) (x indexes) {
	f := newFinding(r)
	for i, a := range r.Attributions {
		if a.Silence == "" {
			x.statements = append(x.statements, f.attribution(i, a))
		}
	}
	for i, o := range r.OwnVoice {
		x.statements = append(x.statements, f.ownVoice(i, o))
	}
	for _, a := range r.Actors {
		if !a.Private {
			x.actors = append(x.actors, actorRow{a.ID, a.Name, string(a.Kind)})
		}
	}
	for i, fig := range r.Figures {
		x.figures = append(x.figures, figureRow{i, fig})
	}
	return x
}

// index writes the indexes of a revision.
func index(ctx context.Context, s *session, report ReportID, revision RevisionID, stood time.Time, x indexes) error {
	if len(x.statements) > 0 {
		first, err := nextStatements(ctx, s, stood, len(x.statements))
		if err != nil {
			return err
		}
		rows := make([]statementRow, len(x.statements))
		for i, r := range x.statements {
			r.id, r.report, r.revision = first+StatementID(len(rows)-1-i), report, revision // the first of a report is the newest
			rows[i] = r
		}
		if err := s.dialect.addStatements(ctx, s, rows); err != nil {
			return err
		}
	}
	for _, a := range x.actors {
		if _, err := s.exec(ctx, `INSERT INTO actor (revision_id, idx, name, kind) VALUES (?,?,?,?)`, int64(revision), a.idx, a.name, a.kind); err != nil {
			return err
		}
	}
	for _, f := range x.figures {
		if _, err := s.exec(ctx, `INSERT INTO figure (revision_id, idx, state, unit, stance, qualifier, low, high, as_of) VALUES (?,?,?,?,?,?,?,?,?)`,
			int64(revision), f.idx, string(f.figure.State), f.figure.Unit, string(f.figure.Stance), string(f.figure.Qualifier),
			f.figure.Low, f.figure.High, f.figure.AsOf); err != nil {
			return err
		}
	}
	return nil
}

// nextStatements takes n ids in a row that are free.
func nextStatements(ctx context.Context, s *session, stood time.Time, n int) (StatementID, error) {
	const counters = 1 << counterBits
	for {
		past, err := count(ctx, s, "statements", n)
		if err != nil {
			return 0, err
		}
		counter := (past - int64(n)) % counters
		if counter+int64(n) > counters { // they would run into the next minute
			continue
		}
		first := firstStatement(stood) + StatementID(counter)
		var taken int64
		found, err := s.get(ctx, `SELECT id FROM statement WHERE id >= ? AND id < ? LIMIT 1`, args(int64(first), int64(first)+int64(n)), &taken)
		if !found || err != nil {
			return first, err
		}
	}
}

// count adds n to a counter that outlives the program and returns it.
func count(ctx context.Context, s *session, name string, n int) (value int64, err error) {
	_, err = s.get(ctx, `INSERT INTO setting (name, value) VALUES (?, CAST(CAST(? AS BIGINT) AS TEXT)) ON CONFLICT (name) DO
		UPDATE SET value = CAST(CAST(setting.value AS BIGINT) + CAST(excluded.value AS BIGINT) AS TEXT) RETURNING CAST(value AS BIGINT)`,
		args(name, n), &value)
	return value, err
}

// supersede takes those statements of a report's earlier revisions out of the
// index that the new text says as well: they are found there. What it does not
// say any more stays.
func supersede(ctx context.Context, s *session, report ReportID, text string) error {
	var gone []StatementID
	texts := map[RevisionID]string{}
	err := eachStatement(ctx, s, report, func(id StatementID, revision RevisionID, at statementSpans) error {
		old, ok := texts[revision]
		if !ok {
			var err error
			if old, err = textOf(ctx, s, revision); err != nil {
				return err
			}
			texts[revision] = old
		}
		if at.saidIn(old, text) {
			gone = append(gone, id)
		}
		return nil
	})
	if err != nil {
		return err
	}
	return s.dialect.dropStatements(ctx, s, gone)
}

// eachStatement calls use for each statement of a report that is indexed.
func eachStatement(ctx context.Context, s *session, report ReportID, use func(StatementID, RevisionID, statementSpans) error) error {
	type row struct {
		id       StatementID
		revision RevisionID
		spans    string
	}
	var rows []row
	err := s.each(ctx, `SELECT id, revision_id, spans FROM statement WHERE report_id = ? ORDER BY id`, args(int64(report)), func(in scanner) error {
		var r row
		err := in.Scan(&r.id, &r.revision, &r.spans)
		rows = append(rows, r)
		return err
	})
	if err != nil {
		return err
	}
	for _, r := range rows {
		at, err := parseSpans(r.spans)
		if err != nil {
			return err
		}
		if err := use(r.id, r.revision, at); err != nil {
			return err
		}
	}
	return nil
}

func textOf(ctx context.Context, s *session, revision RevisionID) (string, error) {
	var body []byte
	found, err := s.get(ctx, `SELECT t.body FROM revision v JOIN content t ON t.hash = v.text_hash WHERE v.id = ?`, args(int64(revision)), &body)
	if !found || err != nil {
		return "", err
	}
	plain, err := unpack(body)
	return string(plain), err
}

// currentText returns the text of the revision of a report that stands now.
func currentText(ctx context.Context, s *session, report ReportID) (string, error) {
	var current RevisionID
	if _, err := s.get(ctx, `SELECT current_id FROM report WHERE id = ?`, args(int64(report)), &current); err != nil {
		return "", err
	}
	return textOf(ctx, s, current)
}

// saidIn reports whether every piece of a statement of the old text stands in the
// new one.
func (at statementSpans) saidIn(old, text string) bool {
	for _, c := range at.content {
		if c.End > len(old) || !strings.Contains(text, c.In(old)) {
			return false
		}
	}
	return true
}

// reindex makes the indexes of a report anew.
func (a *Archive) reindex(ctx context.Context, s *session, report ReportID) error {
	if err := dropIndexes(ctx, s, report); err != nil {
		return err
	}
	type row struct {
		id               RevisionID
		hash             Hash
		stood            int64
		head, text, body []byte
	}
	var rows []row
	var current RevisionID
	if _, err := s.get(ctx, `SELECT current_id FROM report WHERE id = ?`, args(int64(report)), &current); err != nil {
		return err
	}
	err := s.each(ctx, `SELECT v.id, v.hash, v.stood, v.report, t.body, d.body FROM revision v JOIN content t ON t.hash = v.text_hash
		JOIN record d ON d.id = v.record_id WHERE v.report_id = ? ORDER BY v.number`, args(int64(report)), func(in scanner) error {
		var r row
		err := in.Scan(&r.id, &r.hash, &r.stood, &r.head, &r.text, &r.body)
		rows = append(rows, r)
		return err
	})
	if err != nil {
		return err
	}
	now, err := currentText(ctx, s, report)
	if err != nil {
		return err
	}
	for _, r := range rows {
		original, err := joinReport(r.head, r.text)
		if err != nil {
			return err
		}
		record, err := unpackRecord(r.body, original)
		if err != nil {
			return err
		}
		seen, err := viewOf(ctx, s, r.hash, record)
		if err != nil {
			return err
		}
		x := indexesOf(seen)
		if r.id != current {
			x.statements = notSaidIn(x.statements, original.Text, now)
		}
		if err := index(ctx, s, report, r.id, fromMicro(r.stood), x); err != nil {
			return err
		}
	}
	return nil
}

// viewOf returns a record with what people corrected: what is found is what is shown.
func viewOf(ctx context.Context, s *session, revision Hash, record hearsay.Record) (hearsay.Record, error) {
	var all []Correction
	if err := s.each(ctx, correctionQuery+`WHERE revision = ? ORDER BY id`, args(string(revision)), corrections(&all)); err != nil || len(all) == 0 {
		return record, err
	}
	return Overlay(record, all).Record, nil
}

func notSaidIn(rows []statementRow, old, now string) (left []statementRow) {
	for _, r := range rows {
		if !r.at.saidIn(old, now) {
			left = append(left, r)
		}
	}
	return left
}

func dropIndexes(ctx context.Context, s *session, report ReportID) error {
	var all []StatementID
	err := eachStatement(ctx, s, report, func(id StatementID, _ RevisionID, _ statementSpans) error {
		all = append(all, id)
		return nil
	})
	if err != nil {
		return err
	}
	if err := s.dialect.dropStatements(ctx, s, all); err != nil {
		return err
	}
	for _, table := range []string{"actor", "figure"} {
		if _, err := s.exec(ctx, `DELETE FROM `+table+` WHERE revision_id IN (SELECT id FROM revision WHERE report_id = ?)`, int64(report)); err != nil {
			return err
		}
	}
	return nil
}
