package archive

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	driver "modernc.org/sqlite"

	"hearsay/internal/address"
)

// Backup is a copy of the archive that was made.
type Backup struct {
	At   time.Time
	Path string
}

// Backup copies the archive as it stands into a file, while others read and write
// it. The file is an SQLite archive, whatever the database. It appears under its
// name once it is whole.
func (a *Archive) Backup(ctx context.Context, file string) (Backup, error) {
	if _, err := os.Stat(file); err == nil {
		return Backup{}, fmt.Errorf("%s: is there already: name a file that is not", file)
	}
	b := Backup{At: a.now().UTC().Truncate(time.Microsecond), Path: file}
	if absolute, err := filepath.Abs(file); err == nil {
		b.Path = absolute
	}
	// It is noted first, so that a withdrawal knows of every copy there may be.
	err := a.write(ctx, Interactive, func(ctx context.Context, s *session) error {
		_, err := s.exec(ctx, `INSERT INTO backup (at, path) VALUES (?,?)`, micro(b.At), b.Path)
		return err
	})
	if err != nil {
		return b, err
	}
	part := file + ".part"
	os.Remove(part)
	if a.folder == "" {
		err = a.backupCopy(ctx, part)
	} else {
		_, err = a.writer.db.ExecContext(ctx, `VACUUM INTO ?`, part)
	}
	if err == nil {
		err = syncFile(part)
	}
	if err != nil {
		os.Remove(part)
		return b, fmt.Errorf("%s: %w", file, a.dialect.explain(err))
	}
	return b, os.Rename(part, file)
}

// backupCopy makes an SQLite archive of one in another database.
func (a *Archive) backupCopy(ctx context.Context, file string) error {
	folder, err := os.MkdirTemp(filepath.Dir(file), ".backup-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	to, err := Open(ctx, folder, Options{Create: true, Program: a.opt.Program, Now: a.now})
	if err != nil {
		return err
	}
	err = copyArchive(ctx, a, to)
	if err == nil {
		_, err = to.writer.db.ExecContext(ctx, `VACUUM INTO ?`, file)
	}
	return errors.Join(err, to.Close())
}

func syncFile(name string) error {
	f, err := os.OpenFile(name, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// Backups returns the backups that were made since a time, the last one first.
func (a *Archive) Backups(ctx context.Context, since time.Time) (all []Backup, err error) {
	err = a.each(ctx, `SELECT at, path FROM backup WHERE at >= ? ORDER BY at DESC`, args(micro(since)), func(row scanner) error {
		var b Backup
		var at int64
		err := row.Scan(&at, &b.Path)
		b.At = fromMicro(at)
		all = append(all, b)
		return err
	})
	return all, err
}

// RestoredArchive says what a restoration did.
type RestoredArchive struct {
	Reports   int
	Withdrawn int // withdrawn since the backup was made, and so withdrawn again
}

// Restore replaces all that is in the archive by a backup, at once: whoever reads
// has the one or the other. What was withdrawn since the backup is withdrawn
// again. The backup is looked through first.
func (a *Archive) Restore(ctx context.Context, file string) (RestoredArchive, error) {
	var r RestoredArchive
	tombstones, err := a.Tombstones(ctx)
	if err != nil {
		return r, err
	}
	backups, err := a.Backups(ctx, time.Time{})
	if err != nil {
		return r, err
	}
	if err := checkBackup(ctx, file); err != nil {
		return r, fmt.Errorf("%s: %w", file, sqlite{}.explain(err))
	}
	if a.folder == "" {
		err = a.restoreCopy(ctx, file)
	} else {
		err = a.writer.upkeep(ctx, func(ctx context.Context, s *session) error { return restoreSQLite(ctx, s, file) })
	}
	if err != nil {
		return r, a.fail(err)
	}
	a.outlets.Clear()
	if err := migrate(ctx, a.writer.db, a.dialect, a.writer.lock); err != nil { // of an older archive
		return r, a.fail(err)
	}
	if err := a.afterRestore(ctx, backups); err != nil {
		return r, err
	}
	for _, t := range tombstones {
		again, err := a.reports(ctx, `WHERE r.key = ? AND r.withdrawn = 0`, address.Key(t.URL))
		if err != nil || len(again) == 0 || t.URL == "" {
			continue
		}
		if _, err := a.Withdraw(ctx, again[0].ID, t.Reason); err != nil {
			return r, err
		}
		r.Withdrawn++
	}
	_, err = a.get(ctx, `SELECT count(*) FROM report WHERE withdrawn = 0`, nil, &r.Reports)
	return r, err
}

// afterRestore has every program forget what it remembers, and notes backups that
// the restored archive does not know of.
func (a *Archive) afterRestore(ctx context.Context, backups []Backup) error {
	return a.write(ctx, Interactive, func(ctx context.Context, s *session) error {
		if _, err := s.exec(ctx, `INSERT INTO setting (name, value) VALUES ('regroupings', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
			fmt.Sprint(micro(a.now()))); err != nil {
			return err
		}
		if _, err := s.exec(ctx, `INSERT INTO setting (name, value) VALUES ('changes', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
			fmt.Sprint(micro(a.now()))); err != nil { // more than anybody can have seen
			return err
		}
		for _, b := range backups {
			if _, err := s.exec(ctx, `INSERT INTO backup (at, path) SELECT CAST(? AS BIGINT), CAST(? AS TEXT)
				WHERE NOT EXISTS (SELECT 1 FROM backup WHERE at = ? AND path = ?)`, micro(b.At), b.Path, micro(b.At), b.Path); err != nil {
				return err
			}
		}
		return nil
	})
}

// checkBackup refuses a file that is no backup, is damaged, or is newer.
func checkBackup(ctx context.Context, file string) error {
	if _, err := os.Stat(file); err != nil {
		return errors.New("there is no such file: check the name")
	}
	db, err := openSQLite(file, reading)
	if err != nil {
		return err
	}
	defer db.Close()
	if err := foreign(ctx, db, sqlite{}); err != nil {
		return err
	}
	have, err := version(ctx, db)
	if err != nil {
		return err
	}
	all, err := steps(sqlite{})
	if err != nil {
		return err
	}
	if have == 0 {
		return ErrNoArchive
	}
	if have > all[len(all)-1].Version {
		return ErrNewer
	}
	var result string
	if err := db.QueryRowContext(ctx, `PRAGMA quick_check(1)`).Scan(&result); err != nil {
		return err
	}
	if result != "ok" {
		return ErrCorrupt
	}
	return nil
}

// restoreSQLite copies a database over the open one, page by page, in one
// transaction of SQLite's backup interface.
func restoreSQLite(ctx context.Context, s *session, file string) error {
	s.forget()
	return s.conn.Raw(func(c any) error {
		source, ok := c.(interface {
			NewRestore(string) (*driver.Backup, error)
		})
		if !ok {
			return errors.New("this SQLite has no way to restore")
		}
		b, err := source.NewRestore("file:" + strings.ReplaceAll(file, "?", "%3f") + "?mode=ro")
		if err != nil {
			return err
		}
		for more := true; more && err == nil; {
			more, err = b.Step(-1)
		}
		return errors.Join(err, b.Finish())
	})
}

// restoreCopy fills a database that is not SQLite from a backup.
func (a *Archive) restoreCopy(ctx context.Context, file string) error {
	folder, err := os.MkdirTemp("", "hearsay-restore-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	if err := copyFile(file, filepath.Join(folder, File)); err != nil {
		return err
	}
	from, err := Open(ctx, folder, Options{Program: a.opt.Program, Now: a.now}) // brings an older one up to date
	if err != nil {
		return err
	}
	return errors.Join(copyArchive(ctx, from, a), from.Close())
}

func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.Create(to)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}

// tables are what a backup holds, in the order of their references; the rest is
// made anew. Those with a number that the database gives have one to give next.
var tables = []struct {
	name, columns string
	numbered      bool
}{
	{"outlet", "id, name, retention", true},
	{"report", "id, key, url, outlet_id, added, current_id, withdrawn, reason", true},
	{"revision", "id, report_id, number, hash, text_hash, source_hash, source_type, retention, headline, published, updated, stood, added, seen, words, report, record_id", true},
	{"content", "hash, body", false},
	{"record", "id, revision_id, version, weights, added, body", true},
	{"correction", "id, revision, first, past, role, verdict, value, editor, note, added, undone", true},
	{"actor_verdict", "id, same, revision_a, first_a, past_a, names_a, revision_b, first_b, past_b, names_b, editor, note, added, undone, undone_by", true},
	{"story", "id, title, named, merged, added, changed", true},
	{"talks_decision", "id, kind, name, field, value, editor, note, added, undone", true},
	{"talks_anchor", "decision_id, part, idx, revision, first, past", false},
	{"story_report", "report_id, story_id, seq, pinned, stood, terms", false},
	{"feed", "id, url, title, kind, outlet, added, due, removed, state", true},
	{"page", "url, feed_id, report_id, due, state", false},
	{"fetch_log", "id, at, feed_id, url, status, bytes, took, outcome", true},
	{"backup", "id, at, path", true},
	{"setting", "name, value", false},
}

// copyArchive replaces all that is in one archive by what is in another, within
// one transaction, and makes the indexes anew.
func copyArchive(ctx context.Context, from, to *Archive) error {
	read, err := from.pool.BeginTx(ctx, &sql.TxOptions{Isolation: isolation(from.dialect), ReadOnly: from.folder == ""})
	if err != nil {
		return err
	}
	defer read.Rollback()
	err = to.writer.do(ctx, Interactive, func(ctx context.Context, s *session) error {
		for _, name := range []string{"figure", "actor", "tracing", "claim", "origin", "contradiction"} {
			if _, err := s.exec(ctx, `DELETE FROM `+name); err != nil {
				return err
			}
		}
		if err := dropAllStatements(ctx, s); err != nil {
			return err
		}
		for i := len(tables) - 1; i >= 0; i-- {
			if _, err := s.exec(ctx, `DELETE FROM `+tables[i].name); err != nil {
				return err
			}
		}
		for _, t := range tables {
			if err := copyTable(ctx, read, s, t.name, t.columns); err != nil {
				return fmt.Errorf("table %s: %w", t.name, err)
			}
			if t.numbered {
				if err := s.dialect.numberOn(ctx, s, t.name); err != nil {
					return err
				}
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	return to.Reindex(ctx, nil)
}

// isolation is what a reader needs to see the archive as of one moment.
func isolation(d dialect) sql.IsolationLevel {
	if d.name() == "postgres" {
		return sql.LevelRepeatableRead
	}
	return sql.LevelDefault
}

func dropAllStatements(ctx context.Context, s *session) error {
	var all []StatementID
	if err := s.each(ctx, `SELECT id FROM statement`, nil, func(row scanner) error {
		var id StatementID
		err := row.Scan(&id)
		all = append(all, id)
		return err
	}); err != nil {
		return err
	}
	return s.dialect.dropStatements(ctx, s, all)
}

func copyTable(ctx context.Context, from *sql.Tx, s *session, name, columns string) error {
	rows, err := from.QueryContext(ctx, `SELECT `+columns+` FROM `+name)
	n := strings.Count(columns, ",") + 1
	insert := `INSERT INTO ` + name + ` (` + columns + `) VALUES (` + marks(n) + `)`
	return scanEach(rows, err, func(row scanner) error {
		values, places := make([]any, n), make([]any, n)
		for i := range values {
			places[i] = &values[i]
		}
		if err := row.Scan(places...); err != nil {
			return err
		}
		_, err := s.exec(ctx, insert, values...)
		return err
	})
}
