package archive

import (
	"context"
	"path/filepath"
	"testing"

	"hearsay"
)

// oldFolder makes an archive as the first schema had it, with one story, and returns
// its folder.
func oldFolder(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	db, err := openSQLite(filepath.Join(folder, File), writing)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	all, err := steps(sqlite{})
	if err != nil {
		t.Fatal(err)
	}
	l := newLock(folder, "test")
	defer l.close()
	if err := upTo(t.Context(), db, sqlite{}, l, all[:1]); err != nil {
		t.Fatal(err)
	}
	for _, query := range []string{
		`INSERT INTO outlet (id, name) VALUES (1, 'The Orl Post')`, `INSERT INTO report (id, key, url, outlet_id, added) VALUES (1, 'k', '', 1, 1)`,
		`INSERT INTO report (id, key, url, outlet_id, added) VALUES (2, 'https://www.orlpost.example/a', 'https://www.orlpost.example/a', 1, 1)`,
		`INSERT INTO report (id, key, url, outlet_id, added) VALUES (3, 'https://orlpost.example/a', 'http://orlpost.example/a', 1, 1)`,
		`INSERT INTO report (id, key, url, outlet_id, added) VALUES (4, 'https://orlpost.example/b?id=1', 'https://orlpost.example/b?id=1&utm_source=x', 1, 1)`,
		`INSERT INTO story (id, title, added) VALUES (1, 'The bridge', 1)`, `INSERT INTO story_report (report_id, story_id, seq, stood, terms) VALUES (1, 1, 1, 1, '')`,
	} {
		if _, err := db.Exec(query); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

func holdsOldStory(t *testing.T, a *Archive) {
	t.Helper()
	all, err := a.Untraced(context.Background(), "1", 10)
	if err != nil || len(all) != 1 {
		t.Errorf("stories to be compared are %v, %v", all, err)
	}
	for address, id := range map[string]ReportID{"https://orlpost.example/a": 2, "https://orlpost.example/b/?id=1": 4} {
		if r, err := a.ReportAt(context.Background(), address); err != nil || r.ID != id {
			t.Errorf("%s is report %d, %v; want %d", address, r.ID, err, id)
		}
	}
	s, err := a.Story(context.Background(), 1)
	if err != nil || s.Title != "The bridge" || s.Changed == 0 {
		t.Errorf("the story is %+v, %v", s, err)
	}
}

// TestOlderArchive: an archive of an older schema is brought up to date when it is opened.
func TestOlderArchive(t *testing.T) {
	a, err := Open(t.Context(), oldFolder(t), Options{Program: "test"})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	holdsOldStory(t, a)
}

// TestOlderBackup: and so is a backup when it is restored.
func TestOlderBackup(t *testing.T) {
	a, err := Open(t.Context(), t.TempDir(), Options{Create: true, Program: "test"})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	if _, err := a.Restore(t.Context(), filepath.Join(oldFolder(t), File)); err != nil {
		t.Fatal(err)
	}
	holdsOldStory(t, a)
}

// TestOlderHash: a text that came in when keys were made otherwise is known again, by
// the hash that it had.
func TestOlderHash(t *testing.T) {
	a := openInside(t)
	report := hearsay.Report{URL: "https://www.orlpost.example/a", Headline: "Ferries", Byline: []string{"Ada Renn"}, Text: "The ferries stop."}
	first, err := a.Add(t.Context(), Incoming{Record: hearsay.Record{Report: report}})
	if err != nil {
		t.Fatal(err)
	}
	old := hashOfRevision("https://www.orlpost.example/a", report)
	if err := a.write(t.Context(), Interactive, func(ctx context.Context, s *session) error {
		_, err := s.exec(ctx, `UPDATE revision SET hash = ? WHERE id = ?`, string(old), int64(first.Revision))
		return err
	}); err != nil {
		t.Fatal(err)
	}
	again, err := a.Add(t.Context(), Incoming{Record: hearsay.Record{Report: report}})
	if err != nil || again.Outcome != Known || again.Revision != first.Revision || again.Hash != old {
		t.Errorf("added again: %+v, %v", again, err)
	}
	if known, ok, err := a.Known(t.Context(), report); err != nil || !ok || known.Hash != old {
		t.Errorf("known: %+v, %v, %v", known, ok, err)
	}
	report.Byline = nil
	if other, err := a.Add(t.Context(), Incoming{Record: hearsay.Record{Report: report}}); err != nil || other.Outcome != NewRevision {
		t.Errorf("with another byline: %+v, %v", other, err)
	}
}
