package archive

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// session is the writer's connection within one transaction, with the
// statements that it has prepared.
type session struct {
	conn     *sql.Conn
	dialect  dialect
	prepared map[string]*sql.Stmt

	// Of the transaction: what its statements are found by, and how many of them
	// the full-text table has already.
	found   []foundRow
	settled int
}

// foundRow is what a statement is found by.
type foundRow struct {
	id    StatementID
	words string
}

func newSession(conn *sql.Conn, d dialect) *session {
	return &session{conn: conn, dialect: d, prepared: map[string]*sql.Stmt{}}
}

// forget closes what was prepared. SQLite tidies up behind its last connection
// only if that has nothing open.
func (s *session) forget() {
	for query, stmt := range s.prepared {
		stmt.Close()
		delete(s.prepared, query)
	}
}

func (s *session) stmt(ctx context.Context, query string) (*sql.Stmt, error) {
	if stmt := s.prepared[query]; stmt != nil {
		return stmt, nil
	}
	stmt, err := s.conn.PrepareContext(ctx, s.dialect.render(query))
	if err != nil {
		return nil, fmt.Errorf("%w in %s", err, query)
	}
	s.prepared[query] = stmt
	return stmt, nil
}

// exec runs a statement and returns how many rows it changed.
func (s *session) exec(ctx context.Context, query string, args ...any) (int64, error) {
	stmt, err := s.stmt(ctx, query)
	if err != nil {
		return 0, err
	}
	result, err := stmt.ExecContext(ctx, args...)
	if err != nil {
		return 0, err
	}
	return result.RowsAffected()
}

// id runs an INSERT … RETURNING id.
func (s *session) id(ctx context.Context, query string, args ...any) (id int64, err error) {
	_, err = s.get(ctx, query, args, &id)
	return id, err
}

// get scans the first row into dest and reports whether there was one.
func (s *session) get(ctx context.Context, query string, args []any, dest ...any) (bool, error) {
	stmt, err := s.stmt(ctx, query)
	if err != nil {
		return false, err
	}
	err = stmt.QueryRowContext(ctx, args...).Scan(dest...)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return err == nil, err
}

// each calls scan for each row.
func (s *session) each(ctx context.Context, query string, args []any, scan func(scanner) error) error {
	stmt, err := s.stmt(ctx, query)
	if err != nil {
		return err
	}
	rows, err := stmt.QueryContext(ctx, args...)
	return scanEach(rows, err, scan)
}

// plain runs a statement without preparing it.
func (s *session) plain(ctx context.Context, query string) error {
	_, err := s.conn.ExecContext(ctx, query)
	return err
}

// scanner is a row.
type scanner interface{ Scan(dest ...any) error }

func scanEach(rows *sql.Rows, err error, scan func(scanner) error) error {
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := scan(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

// get scans the first row that the pool gives into dest and reports whether
// there was one.
func (a *Archive) get(ctx context.Context, query string, args []any, dest ...any) (bool, error) {
	err := a.pool.QueryRowContext(ctx, a.dialect.render(query), args...).Scan(dest...)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return err == nil, a.fail(err)
}

// each calls scan for each row that the pool gives.
func (a *Archive) each(ctx context.Context, query string, args []any, scan func(scanner) error) error {
	rows, err := a.pool.QueryContext(ctx, a.dialect.render(query), args...)
	return a.fail(scanEach(rows, err, scan))
}

// fail gives an error of the database its name.
func (a *Archive) fail(err error) error {
	if err == nil {
		return nil
	}
	if better := a.dialect.explain(err); better != err {
		return fmt.Errorf("%s: %w", a.where, better)
	}
	return err
}

func args(values ...any) []any { return values }
