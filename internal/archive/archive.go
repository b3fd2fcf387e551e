// Package archive keeps reports, their revisions and what was read from them,
// and finds any statement.
//
//	Record ─Add─► report ─► revision ─► text, source (by hash)     never changed
//	                           └──────► record (by reader version)  never changed
//	                                       │ made anew at will
//	                                       ├─► statements, figures, actors ─► Search
//	                                       └─► stories ─► traces
//	person ─Correct─► corrections ─────────────► laid over a record when it is shown
//
// An archive is a folder with an SQLite database, or a PostgreSQL database. Both
// run the same statements; dialect.go holds what differs. Reading never waits for
// writing. All writing of a program goes through one goroutine (writer.go) in
// short transactions; several programs may write, one after the other.
//
// What Add has returned is on disk.
package archive

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"
)

// Identifiers are unique within one archive and count from 1.
type (
	ReportID   int64
	RevisionID int64
	StoryID    int64
	// StatementID orders statements by when they were published. It is below
	// 2⁵³, so that it survives JavaScript. Rereading gives new ones.
	StatementID int64
)

// Hash is a SHA-256 in hexadecimal.
type Hash string

// Archive keeps reports. It is safe for use by several goroutines.
type Archive struct {
	where   string // folder, or address without password
	folder  string // "" in PostgreSQL
	dialect dialect
	pool    *sql.DB // for reading
	writer  *writer
	opt     Options
	now     func() time.Time

	outlets sync.Map // name → outlet, as committed
	grouper *grouper // guarded by being used in the writer's goroutine alone
}

// Options say how an archive is opened.
type Options struct {
	Create  bool             // make it if there is none
	Program string           // who writes, for others that wait: "hearsay add"
	Now     func() time.Time // nil: time.Now
}

// The reasons to refuse an archive.
var (
	ErrNone      = errors.New("there is no archive: make one with 'hearsay add', or name another with --archive")
	ErrNewer     = errors.New("was written by a newer hearsay: use that one, or restore a backup of before")
	ErrNoArchive = errors.New("is a database, but no archive of hearsay: name another")
	ErrCorrupt   = errors.New("is damaged: run 'hearsay doctor', then restore a backup")
	ErrFull      = errors.New("the disk is full, and the last batch was not kept: free space and run it again")
	ErrBusy      = errors.New("is being written by another program for too long: wait for it or stop it")
	ErrNotFound  = errors.New("is not in the archive")
	ErrWithdrawn = errors.New("was withdrawn")
)

// Open opens the archive in a folder, or at an address that begins with
// postgres:// or postgresql://. It brings an older one up to date and refuses a
// newer one ([ErrNewer]).
func Open(ctx context.Context, where string, opt Options) (*Archive, error) {
	if opt.Now == nil {
		opt.Now = time.Now
	}
	a := &Archive{where: where, opt: opt, now: opt.Now, grouper: newGrouper()}
	var err error
	if isPostgres(where) {
		err = a.openPostgres(ctx)
	} else {
		err = a.openFolder(ctx)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", a.where, a.dialect.explain(err))
	}
	return a, nil
}

// Close waits for what is being written and closes the archive.
func (a *Archive) Close() error {
	a.writer.stop()
	err := a.pool.Close()
	return errors.Join(err, a.writer.close()) // the last to go tidies up
}

// Where returns the folder or address of the archive, without a password.
func (a *Archive) Where() string { return a.where }

// Folder returns the folder, "" for an archive in PostgreSQL.
func (a *Archive) Folder() string { return a.folder }

// File is the name of the database in an archive's folder.
const File = "archive.sqlite"

func (a *Archive) openFolder(ctx context.Context) error {
	a.folder, a.dialect = a.where, sqlite{}
	path := filepath.Join(a.where, File)
	if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) {
		if !a.opt.Create {
			return ErrNone
		}
		if err := os.MkdirAll(a.where, 0o700); err != nil {
			return err
		}
	}
	return a.connect(ctx, func(writing access) (*sql.DB, error) { return openSQLite(path, writing) })
}

func (a *Archive) openPostgres(ctx context.Context) error {
	address := a.where
	a.dialect, a.where = postgres{}, withoutPassword(address)
	return a.connect(ctx, func(access) (*sql.DB, error) { return sql.Open("pgx", address) })
}

// access is what a connection is for.
type access int

const (
	reading access = iota
	writing
)

func (a *Archive) connect(ctx context.Context, open func(access) (*sql.DB, error)) error {
	db, err := open(writing)
	if err != nil {
		return err
	}
	db.SetMaxOpenConns(2) // the writer's, and one for migrations and upkeep
	lock := newLock(a.folder, a.opt.Program)
	if err := migrate(ctx, db, a.dialect, lock); err != nil {
		db.Close()
		return err
	}
	if a.pool, err = open(reading); err != nil {
		db.Close()
		return err
	}
	a.pool.SetMaxOpenConns(readers)
	a.pool.SetMaxIdleConns(readers)
	a.writer = newWriter(db, a.dialect, lock, a.grouper.forget)
	return nil
}

// readers is how many queries are answered at once.
const readers = 8

func isPostgres(where string) bool {
	return strings.HasPrefix(where, "postgres://") || strings.HasPrefix(where, "postgresql://")
}
