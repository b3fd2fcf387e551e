package archive

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"
	"regexp"
	"strconv"
	"strings"

	"github.com/pressly/goose/v3"
)

//go:embed migrations/*.sql
var migrations embed.FS

// migrate brings a database to the newest schema. A newer one is refused, and so
// is one that is not ours.
func migrate(ctx context.Context, db *sql.DB, d dialect, l *lock) error {
	if err := foreign(ctx, db, d); err != nil {
		return err
	}
	steps, err := steps(d)
	if err != nil {
		return err
	}
	if err := upTo(ctx, db, d, l, steps); err != nil {
		return err
	}
	return rekey(ctx, db, d, l)
}

// upTo makes those of the steps that were not made yet.
func upTo(ctx context.Context, db *sql.DB, d dialect, l *lock, steps []*goose.Migration) error {
	provider, err := goose.NewProvider(goose.Dialect(d.name()), db, nil, goose.WithGoMigrations(steps...), goose.WithDisableGlobalRegistry(true))
	if err != nil {
		return err
	}
	have, err := version(ctx, db)
	switch want := steps[len(steps)-1].Version; {
	case err != nil:
		return err
	case have > want:
		return fmt.Errorf("schema %d (this program knows %d): %w", have, want, ErrNewer)
	case have == want:
		return nil
	}
	return l.hold(ctx, func() error {
		_, err := provider.Up(ctx)
		return err
	})
}

// steps returns the embedded migrations as goose takes them, the SQL filled in
// for the database.
func steps(d dialect) ([]*goose.Migration, error) {
	files, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil {
		return nil, err
	}
	var all []*goose.Migration
	for _, file := range files {
		text, err := migrations.ReadFile(file)
		if err != nil {
			return nil, err
		}
		number, err := strconv.ParseInt(file[len("migrations/"):][:4], 10, 64)
		if err != nil {
			return nil, err
		}
		query := fill(string(text), d)
		all = append(all, goose.NewGoMigration(number, &goose.GoFunc{RunTx: func(ctx context.Context, tx *sql.Tx) error {
			_, err := tx.ExecContext(ctx, query)
			return err
		}}, nil))
	}
	return all, nil
}

var slot = regexp.MustCompile(`\{\{(\w+)\}\}`)

func fill(text string, d dialect) string {
	return slot.ReplaceAllStringFunc(text, func(s string) string { return d.schema(strings.Trim(s, "{}")) })
}

// version returns the number of the newest migration that was made, 0 for none.
func version(ctx context.Context, db *sql.DB) (int64, error) {
	var n sql.NullInt64
	err := db.QueryRowContext(ctx, `SELECT max(version_id) FROM goose_db_version`).Scan(&n)
	if err != nil && strings.Contains(err.Error(), "goose_db_version") { // there is no such table yet
		return 0, nil
	}
	return n.Int64, err
}

// foreign refuses a database that has tables but is no archive.
func foreign(ctx context.Context, db *sql.DB, d dialect) error {
	query := `SELECT count(*), count(CASE WHEN name = 'goose_db_version' THEN 1 END) FROM sqlite_master WHERE type = 'table'`
	if d.name() == "postgres" {
		query = `SELECT count(*), count(CASE WHEN table_name = 'goose_db_version' THEN 1 END)
			FROM information_schema.tables WHERE table_schema = current_schema()`
	}
	var tables, ours int
	if err := db.QueryRowContext(ctx, query).Scan(&tables, &ours); err != nil {
		return err
	}
	if tables > 0 && ours == 0 {
		return ErrNoArchive
	}
	return nil
}
