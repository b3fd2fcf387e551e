package archive

import (
	"context"
	"database/sql"
	"slices"
	"strings"
	"time"

	"hearsay"
	"hearsay/internal/address"
)

// keyOf is what tells reports apart: the page that its address leads to, or for one
// without an address its text.
func keyOf(r hearsay.Report) string {
	if r.URL != "" {
		return address.Key(r.URL)
	}
	return "text:" + string(hashOf([]byte(r.Outlet+"\x00"+r.Headline+"\x00"+r.Text)))
}

// HashOf returns the hash that an archive gives a report as it stands: the same for
// the same address, headline, byline and text, whether it is kept or not.
func HashOf(r hearsay.Report) Hash { return hashOfRevision(keyOf(r), r) }

// hashOfRevision is what tells the revisions of a report apart, and what people's words are
// anchored to. It never changes once it is given.
func hashOfRevision(key string, r hearsay.Report) Hash {
	parts := append([]string{key, r.Headline}, r.Byline...)
	return hashOf([]byte(strings.Join(append(parts, r.Text), "\x00")))
}

// asking is what can be asked: the pool, or the writer's session.
type asking interface {
	each(ctx context.Context, query string, args []any, scan func(scanner) error) error
}

// sameText returns the revision of a report that has the text, headline and byline
// of another report, 0 for none. Its hash may be another: of an older archive, where keys of
// reports were made otherwise (see rekey).
func sameText(ctx context.Context, in asking, id ReportID, r hearsay.Report) (revision RevisionID, hash Hash, err error) {
	err = in.each(ctx, `SELECT id, hash, report FROM revision WHERE report_id = ? AND text_hash = ? AND headline = ? AND retention = ? ORDER BY id`,
		args(int64(id), string(hashOf([]byte(r.Text))), r.Headline, string(KeepFull)), func(row scanner) error {
			var v RevisionID
			var h Hash
			var head []byte
			if err := row.Scan(&v, &h, &head); err != nil {
				return err
			}
			old, err := unpackReport(head, "")
			if err == nil && revision == 0 && slices.Equal(old.Byline, r.Byline) {
				revision, hash = v, h
			}
			return err
		})
	return revision, hash, err
}

// keysAre is the setting that says by which rule the keys of reports are made.
const keysAre, keysNow = "keys", "2"

// rekey makes the keys of an older archive anew, which had a rule of their own. Hashes
// of revisions, made with the old keys, stay. Where two reports turn out to be of one
// page, the later keeps its old key, which nothing leads to any more: both stay as they are.
func rekey(ctx context.Context, db *sql.DB, d dialect, l *lock) error {
	var now string
	err := db.QueryRowContext(ctx, d.render(`SELECT coalesce(max(value), '') FROM setting WHERE name = ?`), keysAre).Scan(&now)
	if err != nil || now == keysNow {
		return err
	}
	return l.hold(ctx, func() error {
		tx, err := db.BeginTx(ctx, nil)
		if err != nil {
			return err
		}
		defer tx.Rollback()
		if err := rekeyAll(ctx, tx, d); err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, d.render(`INSERT INTO setting (name, value) VALUES (?, ?)`), keysAre, keysNow); err != nil {
			return err
		}
		return tx.Commit()
	})
}

func rekeyAll(ctx context.Context, tx *sql.Tx, d dialect) error {
	type row struct {
		id       int64
		key, url string
	}
	var all []row
	taken := map[string]bool{}
	rows, err := tx.QueryContext(ctx, `SELECT id, key, url FROM report ORDER BY id`)
	if err := scanEach(rows, err, func(in scanner) error {
		var r row
		err := in.Scan(&r.id, &r.key, &r.url)
		all, taken[r.key] = append(all, r), true
		return err
	}); err != nil {
		return err
	}
	for _, r := range all {
		key := r.key
		if r.url != "" {
			key = address.Key(r.url)
		}
		if taken[key] {
			continue
		}
		taken[key] = true
		if _, err := tx.ExecContext(ctx, d.render(`UPDATE report SET key = ? WHERE id = ?`), key, r.id); err != nil {
			return err
		}
	}
	return nil
}

// The id of a statement orders it by the minute its revision began to stand,
// then by when it was added:
//
//	| minutes since 1600, 28 bits | counter, 25 bits |
//
// So the newest are found without sorting, a range of time is a range of ids,
// and an id fits the numbers of JavaScript.
const counterBits = 25

var epoch = time.Date(1600, 1, 1, 0, 0, 0, 0, time.UTC).Unix() / 60

func firstStatement(at time.Time) StatementID {
	minutes := min(max(at.Unix()/60-epoch, 0), 1<<28-1)
	return StatementID(minutes << counterBits)
}

// noLimit is greater than every statement's id.
const noLimit = StatementID(1) << 53
