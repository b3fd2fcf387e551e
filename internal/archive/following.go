package archive

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// # Who follows
//
// Several programs may work on one archive, but one of them follows, so that nothing
// is fetched twice. It holds a lock that the operating system, or PostgreSQL, gives
// up when its holder dies; beside it stands who that is, for the others.

// ErrFollowed says that another program follows what the archive lists.
var ErrFollowed = errors.New("is followed by another program")

// Follow takes the right to follow. It fails with [ErrFollowed], and who it is, while
// another has it. What it returns gives the right up.
func (a *Archive) Follow(ctx context.Context) (release func(), err error) {
	if a.folder == "" {
		return a.followInPostgres(ctx)
	}
	f, err := os.OpenFile(filepath.Join(a.folder, "follow.lock"), os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, err
	}
	l := &lock{writer: f, program: a.opt.Program}
	if !tryLock(f) {
		defer f.Close()
		return nil, fmt.Errorf("%s %w: %s", a.where, ErrFollowed, l.holder())
	}
	l.tell()
	return func() {
		unlock(f)
		f.Close()
	}, nil
}

// followLock is the number of PostgreSQL's lock; any will do that nobody else uses.
const followLock = 0x68656172736179 // "hearsay"

// follower is the name of the setting that says who follows, in PostgreSQL.
const follower = "follower"

func (a *Archive) followInPostgres(ctx context.Context) (release func(), err error) {
	conn, err := a.pool.Conn(ctx) // the lock is the connection's
	if err != nil {
		return nil, a.fail(err)
	}
	var mine bool
	if err := conn.QueryRowContext(ctx, `SELECT pg_try_advisory_lock($1)`, int64(followLock)).Scan(&mine); err != nil {
		conn.Close()
		return nil, a.fail(err)
	}
	if !mine {
		conn.Close()
		return nil, fmt.Errorf("%s %w: %s", a.where, ErrFollowed, a.followerIs(ctx))
	}
	release = func() { releasePostgres(conn) }
	if err := a.tellFollower(ctx); err != nil {
		release()
		return nil, err
	}
	return release, nil
}

func releasePostgres(conn *sql.Conn) {
	conn.ExecContext(context.Background(), `SELECT pg_advisory_unlock($1)`, int64(followLock))
	conn.Close()
}

func (a *Archive) tellFollower(ctx context.Context) error {
	text, err := json.Marshal(holder{a.opt.Program, os.Getpid(), a.now()})
	if err != nil {
		return err
	}
	return a.write(ctx, Interactive, func(ctx context.Context, s *session) error {
		_, err := s.exec(ctx, `INSERT INTO setting (name, value) VALUES (?,?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`, follower, string(text))
		return err
	})
}

func (a *Archive) followerIs(ctx context.Context) (h holder) {
	var text string
	if found, err := a.get(ctx, `SELECT value FROM setting WHERE name = ?`, args(follower), &text); !found || err != nil {
		return h
	}
	if json.Unmarshal([]byte(text), &h) != nil {
		return holder{}
	}
	return h
}
