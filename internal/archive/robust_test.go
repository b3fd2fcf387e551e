package archive_test

import (
	"bufio"
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"iter"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"hearsay"
	"hearsay/internal/archive"
	"hearsay/internal/archive/archivetest"
)

// loadVariable has this test binary load reports into the archive it names, and
// print the hash of each that is acknowledged.
const loadVariable = "HEARSAY_TEST_LOAD"

func TestMain(m *testing.M) {
	if folder := os.Getenv(loadVariable); folder != "" {
		if err := loadNumbered(folder, os.Stdout); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

const loaded = 1000

func loadNumbered(folder string, acknowledge io.Writer) error {
	a, err := archive.Open(context.Background(), folder, archive.Options{Create: true, Program: "loader"})
	if err != nil {
		return err
	}
	for added, err := range a.AddAll(context.Background(), numbered(0, loaded)) {
		if err != nil {
			return err
		}
		fmt.Fprintln(acknowledge, added.Hash)
		if added.Report%50 == 0 {
			if err := putClaims(a, added); err != nil {
				return err
			}
		}
	}
	return a.Close()
}

// putClaims keeps some claims of a report's story, as a comparison does while reports
// arrive.
func putClaims(a *archive.Archive, added archive.Added) error {
	story, err := a.Story(context.Background(), added.Story)
	if err != nil {
		return err
	}
	t := archive.Tracing{Story: story.ID, Changed: story.Changed, Reader: "1", Reports: story.Reports}
	for i := range 300 { // more than are written at once
		words := archive.Passage{Revision: added.Revision, Span: hearsay.Span{Start: 0, End: 3}}
		t.Claims = append(t.Claims, archive.Claim{Key: fmt.Sprint(i), Gist: words, Reports: int(added.Report), Origins: []archive.Origin{{Words: words, Reports: 1}}})
	}
	return a.PutTracing(context.Background(), t)
}

// numbered yields records made by hand, so that loading is all there is to do.
func numbered(from, to int) iter.Seq[archive.Incoming] {
	return func(yield func(archive.Incoming) bool) {
		for i := from; i < to; i++ {
			text := fmt.Sprintf("The ferry number %d stays in port, said Mara Holt. %s", i, strings.Repeat("Rain fell on the quay. ", 40))
			r := archivetest.Record(hearsay.Report{
				URL: fmt.Sprintf("https://a.example/%d", i), Outlet: "The Orl Post", Headline: fmt.Sprintf("Ferry %d", i), Published: archivetest.Day(i % 300), Text: text,
			}, archivetest.Saying{Source: "Mara Holt", Cue: "said", Content: fmt.Sprintf("The ferry number %d stays in port", i), Identity: hearsay.NamedPerson})
			if !yield(archive.Incoming{Record: r, Source: []byte("<p>" + text)}) {
				return
			}
		}
	}
}

// A load that is killed twenty times, at any moment, loses nothing that it
// acknowledged and leaves nothing half there.
func TestKilled(t *testing.T) {
	folder := t.TempDir()
	r := rand.New(rand.NewPCG(1, uint64(os.Getpid())))
	acknowledged := map[string]bool{}
	for range 20 {
		killAfter(t, folder, 1+r.IntN(loaded/20), time.Duration(r.IntN(3000))*time.Microsecond, acknowledged)
		holdsAll(t, folder, acknowledged)
	}
	if err := loadNumbered(folder, io.Discard); err != nil {
		t.Fatal(err)
	}
	if h := holdsAll(t, folder, acknowledged); h.Reports != loaded || h.Statements != loaded {
		t.Errorf("%d reports and %d statements in the end", h.Reports, h.Statements)
	}
}

// killAfter kills a loader some time after it has acknowledged so many reports
// that were not there.
func killAfter(t *testing.T, folder string, fresh int, later time.Duration, acknowledged map[string]bool) {
	t.Helper()
	loader := exec.Command(os.Args[0])
	loader.Env = append(os.Environ(), loadVariable+"="+folder)
	var complaints bytes.Buffer
	loader.Stderr = &complaints
	out, err := loader.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := loader.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if hash := lines.Text(); !acknowledged[hash] && len(hash) == 64 {
			acknowledged[hash] = true
			if fresh--; fresh == 0 {
				time.AfterFunc(later, func() { loader.Process.Kill() })
			}
		}
	}
	loader.Wait()
	if complaints.Len() > 0 {
		t.Fatalf("the loader says: %s", complaints.String())
	}
}

func holdsAll(t *testing.T, folder string, acknowledged map[string]bool) archive.Health {
	t.Helper()
	ctx := context.Background()
	a, err := archive.Open(ctx, folder, archive.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	for hash := range acknowledged {
		if _, err := a.RevisionOf(ctx, archive.Hash(hash)); err != nil {
			t.Fatalf("acknowledged and lost: %v", err)
		}
	}
	h, err := a.Examine(ctx, nil)
	if err != nil || len(h.Findings) > 0 {
		t.Fatalf("%+v, %v", h.Findings, err)
	}
	return h
}

// Two programs write at once, and a third reads.
func TestTwoWriters(t *testing.T) {
	folder := t.TempDir()
	ctx := context.Background()
	var wg sync.WaitGroup
	for part := range 2 {
		a, err := archive.Open(ctx, folder, archive.Options{Create: true, Program: fmt.Sprint("loader ", part)})
		if err != nil {
			t.Fatal(err)
		}
		wg.Go(func() {
			defer a.Close()
			for _, err := range a.AddAll(ctx, numbered(part*150, part*150+300)) {
				if err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	if h := holdsAll(t, folder, nil); h.Reports != 450 {
		t.Errorf("%d reports", h.Reports)
	}
}

// Somebody who waits goes before a load.
func TestInteractiveFirst(t *testing.T) {
	a := openFolder(t)
	defer a.Close()
	ctx, stop := context.WithCancel(context.Background())
	begun, over := make(chan bool), make(chan bool)
	go func() {
		defer close(over)
		n := 0
		for range a.AddAll(ctx, numbered(0, 100000)) {
			if n++; n == 20 {
				close(begun)
			}
		}
	}()
	<-begun
	started := time.Now()
	if _, err := a.Add(ctx, archive.Incoming{Record: archivetest.Bridge(0)}); err != nil {
		t.Fatal(err)
	}
	if took := time.Since(started); took > 5*time.Second {
		t.Errorf("it took %v", took)
	}
	stop()
	<-over
}

func TestRefused(t *testing.T) {
	ctx := context.Background()
	for _, c := range []struct {
		name string
		sql  string
		want error
	}{
		{"a newer schema", `UPDATE goose_db_version SET version_id = 9999 WHERE version_id > 0`, archive.ErrNewer},
		{"no archive", `DROP TABLE goose_db_version`, archive.ErrNoArchive},
	} {
		folder := t.TempDir()
		a, err := archive.Open(ctx, folder, archive.Options{Create: true})
		if err != nil {
			t.Fatal(err)
		}
		a.Close()
		db, err := sql.Open("sqlite", filepath.Join(folder, archive.File))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := db.Exec(c.sql); err != nil {
			t.Fatal(err)
		}
		db.Close()
		if _, err := archive.Open(ctx, folder, archive.Options{}); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
	}
}

// A damaged file is refused, or an examination finds out; but for damage where
// nothing is written, of which there is little.
func TestDamaged(t *testing.T) {
	ctx := context.Background()
	folder := t.TempDir()
	if err := loadQuietly(folder, 500); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(folder, archive.File)
	sound, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(3, 4))
	unseen := 0
	for range 12 {
		bad := bytes.Clone(sound)
		at := 4096 + r.IntN(len(bad)-8192)
		for i := range 2000 {
			bad[at+i] ^= byte(1 + r.IntN(255))
		}
		if err := os.WriteFile(name, bad, 0o600); err != nil {
			t.Fatal(err)
		}
		a, err := archive.Open(ctx, folder, archive.Options{})
		if err != nil {
			if !errors.Is(err, archive.ErrCorrupt) && !errors.Is(err, archive.ErrNoArchive) {
				t.Errorf("byte %d: %v", at, err)
			}
			continue
		}
		h, err := a.Examine(ctx, nil)
		if err == nil && len(h.Findings) == 0 {
			unseen++
		}
		a.Close()
	}
	if unseen > 3 {
		t.Errorf("nothing is found in %d of 12", unseen)
	}
}

func loadQuietly(folder string, n int) error {
	a, err := archive.Open(context.Background(), folder, archive.Options{Create: true})
	if err != nil {
		return err
	}
	for _, err := range a.AddAll(context.Background(), numbered(0, n)) {
		if err != nil {
			return err
		}
	}
	return a.Close()
}

// No word of a withdrawn report is left in any file.
func TestWithdrawnWordsAreGone(t *testing.T) {
	ctx := context.Background()
	folder := t.TempDir()
	a, err := archive.Open(ctx, folder, archive.Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	for _, err := range a.AddAll(ctx, numbered(0, 50)) {
		if err != nil {
			t.Fatal(err)
		}
	}
	secret := archivetest.Record(hearsay.Report{URL: "https://a.example/secret", Headline: "Quillonburg falls silent", Published: archivetest.Day(1),
		Text: "The zephyrine lamps are out, said Xanthippa Vorn."},
		archivetest.Saying{Source: "Xanthippa Vorn", Cue: "said", Content: "The zephyrine lamps are out", Identity: hearsay.NamedPerson})
	added, err := a.Add(ctx, archive.Incoming{Record: secret, Source: []byte(secret.Report.Text)})
	if err != nil {
		t.Fatal(err)
	}
	if left := leftIn(t, folder, "quillonburg", "zephyrin", "xanthippa"); len(left) == 0 {
		t.Fatal("the words cannot be found even before: this test shows nothing")
	}
	if _, err := a.Withdraw(ctx, added.Report, "asked"); err != nil {
		t.Fatal(err)
	}
	if left := leftIn(t, folder, "quillonburg", "zephyrin", "xanthippa"); len(left) > 0 {
		t.Errorf("left are %v", left)
	}
}

func leftIn(t *testing.T, folder string, words ...string) (left []string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range words {
			if bytes.Contains(bytes.ToLower(data), []byte(w)) {
				left = append(left, filepath.Base(f)+": "+w)
			}
		}
	}
	return left
}
