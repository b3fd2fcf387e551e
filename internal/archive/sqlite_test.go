package archive_test

import (
	"context"
	"testing"

	"hearsay/internal/archive"
	"hearsay/internal/archive/archivetest"
)

func TestSQLite(t *testing.T) { archivetest.Run(t, openFolder) }

func openFolder(t *testing.T) *archive.Archive {
	t.Helper()
	a, err := archive.Open(context.Background(), t.TempDir(), archive.Options{Create: true, Program: "test"})
	if err != nil {
		t.Fatal(err)
	}
	return a
}
