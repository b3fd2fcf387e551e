package archive_test

import (
	"context"
	"database/sql"
	"fmt"
	"net/url"
	"os"
	"sync/atomic"
	"testing"

	"hearsay/internal/archive"
	"hearsay/internal/archive/archivetest"
)

// postgresVariable names the address of a PostgreSQL server that the tests may
// make databases on. make test-all sets one up and sets it.
const postgresVariable = "HEARSAY_TEST_POSTGRES"

func TestPostgres(t *testing.T) {
	if os.Getenv(postgresVariable) == "" {
		t.Skip("needs PostgreSQL: run make test-all, or set " + postgresVariable)
	}
	archivetest.Run(t, openPostgres)
}

var databases atomic.Int64

// openPostgres opens an archive in a new database, which goes with the test.
func openPostgres(t *testing.T) *archive.Archive {
	t.Helper()
	server := os.Getenv(postgresVariable)
	admin, err := sql.Open("pgx", server)
	if err != nil {
		t.Fatal(err)
	}
	name := fmt.Sprintf("hearsay_test_%d_%d", os.Getpid(), databases.Add(1))
	if _, err := admin.Exec("CREATE DATABASE " + name); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if _, err := admin.Exec("DROP DATABASE " + name + " WITH (FORCE)"); err != nil {
			t.Error(err)
		}
		admin.Close()
	})
	address, err := url.Parse(server)
	if err != nil {
		t.Fatal(err)
	}
	address.Path = "/" + name
	a, err := archive.Open(context.Background(), address.String(), archive.Options{Create: true, Program: "test"})
	if err != nil {
		t.Fatal(err)
	}
	return a
}
