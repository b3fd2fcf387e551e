package archive

import (
	"context"
	"fmt"
	"time"

	"hearsay"
	"hearsay/internal/address"
)

// Report is one article at one address, over all its revisions.
type Report struct {
	ID        ReportID
	URL       string // "" : it came without one
	Outlet    string
	Added     time.Time
	Current   RevisionID // the revision that stands now; 0 once withdrawn
	Story     StoryID    // 0: none
	Withdrawn time.Time  // zero: it was not
	Reason    string     // why it was withdrawn
}

// Revision is a report's text as it stood at one moment.
type Revision struct {
	ID         RevisionID
	Report     ReportID
	Number     int    // from 1, in the order in which they stood
	Hash       Hash   // of address, headline, byline and text: what corrections are anchored to
	Text       Hash   // of the text as it is kept
	Source     Hash   // of the bytes it came in as; "" : not kept
	SourceType string // their media type, "" : not known
	Retention  Retention
	Headline   string
	Published  time.Time // zero: not stated
	Updated    time.Time // zero: not stated
	Stood      time.Time // since when it stood: updated, published or added
	Added      time.Time
	Seen       time.Time // when this text was seen last
	Words      int       // of the text as it came
	Read       bool      // a record is kept
	Reading    int64     // the number of that record; another once it was read anew
}

const reportColumns = `r.id, r.url, o.name, r.added, r.current_id, coalesce(sr.story_id, 0), r.withdrawn, r.reason`

const reportTables = ` FROM report r JOIN outlet o ON o.id = r.outlet_id LEFT JOIN story_report sr ON sr.report_id = r.id `

func scanReport(row scanner) (r Report, err error) {
	var added, withdrawn int64
	err = row.Scan(&r.ID, &r.URL, &r.Outlet, &added, &r.Current, &r.Story, &withdrawn, &r.Reason)
	r.Added, r.Withdrawn = fromMicro(added), fromMicro(withdrawn)
	return r, err
}

const revisionColumns = `v.id, v.report_id, v.number, v.hash, v.text_hash, v.source_hash, v.source_type, v.retention, v.headline,
	v.published, v.updated, v.stood, v.added, v.seen, v.words, v.record_id`

func scanRevision(row scanner) (v Revision, err error) {
	var published, updated, stood, added, seen, record int64
	err = row.Scan(&v.ID, &v.Report, &v.Number, &v.Hash, &v.Text, &v.Source, &v.SourceType, &v.Retention, &v.Headline,
		&published, &updated, &stood, &added, &seen, &v.Words, &record)
	v.Published, v.Updated, v.Stood = fromMicro(published), fromMicro(updated), fromMicro(stood)
	v.Added, v.Seen, v.Read, v.Reading = fromMicro(added), fromMicro(seen), record != 0, record
	return v, err
}

// Report returns a report, or [ErrNotFound].
func (a *Archive) Report(ctx context.Context, id ReportID) (Report, error) {
	return one(a.reports(ctx, `WHERE r.id = ?`, int64(id)))(fmt.Sprintf("report %d", id))
}

// ReportAt returns the report at an address, however it is written, or [ErrNotFound].
func (a *Archive) ReportAt(ctx context.Context, url string) (Report, error) {
	return one(a.reports(ctx, `WHERE r.key = ?`, address.Key(url)))(url)
}

// Reports returns reports by their numbers, from the first after a number on, at
// most limit.
func (a *Archive) Reports(ctx context.Context, after ReportID, limit int) ([]Report, error) {
	return a.reports(ctx, `WHERE r.id > ? ORDER BY r.id LIMIT ?`, int64(after), limit)
}

// ReportsOf returns the reports of a story in the order in which they were published.
func (a *Archive) ReportsOf(ctx context.Context, story StoryID) ([]Report, error) {
	return a.reports(ctx, `WHERE sr.story_id = ? AND r.withdrawn = 0 ORDER BY sr.stood, r.id`, int64(story))
}

func (a *Archive) reports(ctx context.Context, where string, values ...any) (all []Report, err error) {
	err = a.each(ctx, `SELECT `+reportColumns+reportTables+where, values, func(row scanner) error {
		r, err := scanReport(row)
		all = append(all, r)
		return err
	})
	return all, err
}

// Revisions returns all revisions of a report, the first one first.
func (a *Archive) Revisions(ctx context.Context, report ReportID) ([]Revision, error) {
	return a.revisions(ctx, `WHERE v.report_id = ? ORDER BY v.number`, int64(report))
}

// Revision returns a revision, or [ErrNotFound].
func (a *Archive) Revision(ctx context.Context, id RevisionID) (Revision, error) {
	return one(a.revisions(ctx, `WHERE v.id = ?`, int64(id)))(fmt.Sprintf("revision %d", id))
}

// RevisionOf returns the revision with a hash, or [ErrNotFound].
func (a *Archive) RevisionOf(ctx context.Context, hash Hash) (Revision, error) {
	return one(a.revisions(ctx, `WHERE v.hash = ?`, string(hash)))("revision " + string(hash))
}

func (a *Archive) revisions(ctx context.Context, where string, values ...any) (all []Revision, err error) {
	err = a.each(ctx, `SELECT `+revisionColumns+` FROM revision v `+where, values, func(row scanner) error {
		v, err := scanRevision(row)
		all = append(all, v)
		return err
	})
	return all, err
}

// one makes of a list with one element that element, and of an empty one [ErrNotFound].
func one[T any](all []T, err error) func(name string) (T, error) {
	return func(name string) (first T, _ error) {
		switch {
		case err != nil:
			return first, err
		case len(all) == 0:
			return first, fmt.Errorf("%s %w", name, ErrNotFound)
		}
		return all[0], nil
	}
}

// Content returns the text or source bytes that have a hash, or [ErrNotFound].
func (a *Archive) Content(ctx context.Context, hash Hash) ([]byte, error) {
	var body []byte
	found, err := a.get(ctx, `SELECT body FROM content WHERE hash = ?`, args(string(hash)), &body)
	if err != nil {
		return nil, err
	}
	if !found {
		return nil, fmt.Errorf("content %s %w", hash, ErrNotFound)
	}
	plain, err := unpack(body)
	return plain, a.fail(err)
}

// Original returns the report of a revision as it came, as far as it was kept:
// what [Retention] took away is blank.
func (a *Archive) Original(ctx context.Context, id RevisionID) (hearsay.Report, error) {
	report, _, err := a.load(ctx, id)
	return report, err
}

// Record returns what was read from a revision, by the reader that read it last,
// without corrections (see [Archive.View]). Where no record is kept it returns
// one that holds the report alone.
func (a *Archive) Record(ctx context.Context, id RevisionID) (hearsay.Record, error) {
	report, body, err := a.load(ctx, id)
	if err != nil || body == nil {
		return hearsay.Record{Report: report}, err
	}
	record, err := unpackRecord(body, report)
	return record, a.fail(err)
}

// load returns a revision's report and its packed record, nil for none.
func (a *Archive) load(ctx context.Context, id RevisionID) (hearsay.Report, []byte, error) {
	var head, text, body []byte
	found, err := a.get(ctx, `SELECT v.report, coalesce(t.body, NULL), coalesce(d.body, NULL) FROM revision v
		LEFT JOIN content t ON t.hash = v.text_hash LEFT JOIN record d ON d.id = v.record_id WHERE v.id = ?`,
		args(int64(id)), &head, &text, &body)
	if err != nil {
		return hearsay.Report{}, nil, err
	}
	if !found {
		return hearsay.Report{}, nil, fmt.Errorf("revision %d %w", id, ErrNotFound)
	}
	report, err := joinReport(head, text)
	return report, body, a.fail(err)
}

// joinReport puts a report together again. Without text it was withdrawn.
func joinReport(head, text []byte) (hearsay.Report, error) {
	if text == nil {
		return unpackReport(head, "")
	}
	plain, err := unpack(text)
	if err != nil {
		return hearsay.Report{}, err
	}
	return unpackReport(head, string(plain))
}

// Reading is one reading of a revision.
type Reading struct {
	Reader hearsay.ReaderVersion
	Added  time.Time
	Shown  bool // it is the one that Record returns
}

// Readings returns all readings of a revision that are kept, the oldest first.
func (a *Archive) Readings(ctx context.Context, id RevisionID) (all []Reading, err error) {
	err = a.each(ctx, `SELECT d.version, d.weights, d.added, CASE WHEN v.record_id = d.id THEN 1 ELSE 0 END
		FROM record d JOIN revision v ON v.id = d.revision_id WHERE v.id = ? ORDER BY d.id`, args(int64(id)), func(row scanner) error {
		var r Reading
		var added, shown int64
		err := row.Scan(&r.Reader.Version, &r.Reader.Weights, &added, &shown)
		r.Added, r.Shown = fromMicro(added), shown != 0
		all = append(all, r)
		return err
	})
	return all, err
}

// micro and fromMicro are how times are kept.
func micro(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMicro()
}

func fromMicro(n int64) time.Time {
	if n == 0 {
		return time.Time{}
	}
	return time.UnixMicro(n).UTC()
}
