package archive

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"net/url"
	"slices"
	"strings"
	"syscall"

	driver "modernc.org/sqlite"
	code "modernc.org/sqlite/lib"
)

// sqlite is the dialect of SQLite. What statements are found by stands in a
// full-text table without content: the words themselves are in the text, where
// the statement's spans point.
type sqlite struct{}

// openSQLite opens a database file. Write-ahead logging lets readers go on while
// a batch is written; synchronous FULL has a batch on the disk before it is
// acknowledged; secure_delete overwrites what is removed.
func openSQLite(path string, use access) (*sql.DB, error) {
	pragmas := []string{"busy_timeout(10000)", "foreign_keys(1)", "cache_size(-16000)", "mmap_size(268435456)"}
	if use == writing {
		pragmas = append(pragmas, "journal_mode(WAL)", "synchronous(FULL)", "secure_delete(ON)",
			"wal_autocheckpoint(4000)", "cache_size(-64000)", "temp_store(MEMORY)")
	} else {
		pragmas = append(pragmas, "query_only(1)")
	}
	address := "file:" + (&url.URL{Path: path}).EscapedPath() + "?_pragma=" + strings.Join(pragmas, "&_pragma=")
	return sql.Open("sqlite", address)
}

func (sqlite) name() string               { return "sqlite3" }
func (sqlite) render(query string) string { return query }
func (sqlite) begin() string              { return "BEGIN IMMEDIATE" }

func (sqlite) schema(name string) string {
	return map[string]string{
		"id": "INTEGER PRIMARY KEY", "int": "INTEGER", "blob": "BLOB", "real": "REAL", "keyed": "WITHOUT ROWID", "words": "",
		"words_index": `CREATE VIRTUAL TABLE statement_words USING fts5(words, content='', contentless_delete=1,
			tokenize="unicode61 remove_diacritics 0 tokenchars '='")`,
	}[name] + map[string]string{"words_index": ";"}[name]
}

func (sqlite) addStatements(ctx context.Context, s *session, rows []statementRow) error {
	slices.SortFunc(rows, func(a, b statementRow) int { return cmp.Compare(a.id, b.id) })
	for _, r := range rows {
		if _, err := s.exec(ctx, `INSERT INTO statement (`+statementColumns+`) VALUES (?,?,?,?,?,?,?,?,?,?,?)`, r.values()...); err != nil {
			return err
		}
		s.found = append(s.found, foundRow{r.id, strings.Join(r.words, " ")})
	}
	return nil
}

// settle gives the full-text table all rows of a transaction at once and in order:
// it writes out what it has, and has it to merge later, whenever a row comes before
// the last one, and at each savepoint.
func (sqlite) settle(ctx context.Context, s *session) error {
	left := slices.Clone(s.found[s.settled:])
	s.settled = len(s.found)
	slices.SortFunc(left, func(a, b foundRow) int { return cmp.Compare(a.id, b.id) })
	for _, r := range left {
		if _, err := s.exec(ctx, `INSERT INTO statement_words (rowid, words) VALUES (?,?)`, int64(r.id), r.words); err != nil {
			return err
		}
	}
	return nil
}

func (d sqlite) dropStatements(ctx context.Context, s *session, ids []StatementID) error {
	if len(ids) == 0 {
		return nil
	}
	if err := d.settle(ctx, s); err != nil {
		return err
	}
	for _, id := range ids {
		if _, err := s.exec(ctx, `DELETE FROM statement_words WHERE rowid = ?`, int64(id)); err != nil {
			return err
		}
		if _, err := s.exec(ctx, `DELETE FROM statement WHERE id = ?`, int64(id)); err != nil {
			return err
		}
	}
	return nil
}

func (sqlite) matching(search textQuery, from, to StatementID) (string, []any) {
	return `SELECT rowid AS id FROM statement_words WHERE statement_words MATCH ? AND rowid >= ? AND rowid < ?`,
		args(search.fts5(), int64(from), int64(to))
}

func (sqlite) scrub(ctx context.Context, s *session) error {
	if err := s.plain(ctx, `INSERT INTO statement_words(statement_words) VALUES ('optimize')`); err != nil {
		return err
	}
	return s.plain(ctx, `PRAGMA wal_checkpoint(TRUNCATE)`)
}

func (sqlite) numberOn(context.Context, *session, string) error { return nil }

func (sqlite) size() string {
	return `SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()`
}

func (sqlite) explain(err error) error {
	var e *driver.Error
	if errors.Is(err, syscall.ENOSPC) {
		return ErrFull
	}
	if !errors.As(err, &e) {
		return err
	}
	switch e.Code() & 0xff {
	case code.SQLITE_FULL:
		return ErrFull
	case code.SQLITE_CORRUPT, code.SQLITE_NOTADB:
		return ErrCorrupt
	case code.SQLITE_BUSY, code.SQLITE_LOCKED:
		return ErrBusy
	}
	return err
}
