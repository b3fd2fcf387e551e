package gold

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// pack writes a .tar.gz of name, content pairs and returns its path and bytes.
func pack(t *testing.T, pairs ...string) (string, []byte) {
	t.Helper()
	var packed bytes.Buffer
	zipped := gzip.NewWriter(&packed)
	to := tar.NewWriter(zipped)
	for i := 0; i < len(pairs); i += 2 {
		header := &tar.Header{Name: pairs[i], Mode: 0o644, Size: int64(len(pairs[i+1]))}
		if err := to.WriteHeader(header); err != nil {
			t.Fatal(err)
		}
		if _, err := to.Write([]byte(pairs[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := to.Close(); err != nil {
		t.Fatal(err)
	}
	if err := zipped.Close(); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "corpus.tar.gz")
	if err := os.WriteFile(path, packed.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	return path, packed.Bytes()
}

func TestOpenReadsAnArchiveInPlace(t *testing.T) {
	path, raw := pack(t, "corpus/dev/a.txt", "one", "corpus/dev/deep/b.txt", "two", "corpus/LICENCE", "free")
	a, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	if want := fmt.Sprintf("%x", sha256.Sum256(raw)); a.SHA256 != want {
		t.Errorf("SHA-256 %s, want %s", a.SHA256, want)
	}
	got, err := fs.ReadFile(a, "dev/deep/b.txt")
	if err != nil || string(got) != "two" {
		t.Errorf("dev/deep/b.txt holds %q, %v; want the top folder gone and \"two\"", got, err)
	}
	names, err := files(a, "dev", ".txt")
	if err != nil || len(names) != 1 {
		t.Errorf("texts in dev: %v, %v; want a.txt alone", names, err)
	}
}

func TestOpenKeepsSeveralTopFolders(t *testing.T) {
	path, _ := pack(t, "text/a.txt", "one", "attributions/a.ann", "")
	a, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := fs.Stat(a, "text/a.txt"); err != nil {
		t.Error(err)
	}
}

func TestOpenReadsAFolder(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a.txt"), []byte("one"), 0o644); err != nil {
		t.Fatal(err)
	}
	a, err := Open(dir)
	if err != nil || a.SHA256 != "" {
		t.Fatalf("folder: SHA-256 %q, %v", a.SHA256, err)
	}
	if _, err := fs.Stat(a, "a.txt"); err != nil {
		t.Error(err)
	}
}

func TestOpenRefuses(t *testing.T) {
	whole, raw := pack(t, "corpus/a.txt", "some words that take room")
	cut := filepath.Join(t.TempDir(), "cut.tar.gz")
	if err := os.WriteFile(cut, raw[:len(raw)/2], 0o644); err != nil {
		t.Fatal(err)
	}
	plain := filepath.Join(t.TempDir(), "plain.tar.gz")
	if err := os.WriteFile(plain, []byte("no archive"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{cut, plain, whole + ".missing"} {
		if _, err := Open(path); err == nil {
			t.Errorf("%s was opened", filepath.Base(path))
		}
	}
}
