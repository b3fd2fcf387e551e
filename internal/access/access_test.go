package access

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

var now = time.Date(2031, 4, 2, 9, 0, 0, 0, time.UTC)

func open(t *testing.T, folder string) *File {
	t.Helper()
	f, err := Open(folder)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestPasswords(t *testing.T) {
	folder := t.TempDir()
	f := open(t, folder)
	if !f.IsEmpty() {
		t.Error("a file that is not there gives access")
	}
	if err := f.SetPassword("mara", "a quiet week"); err != nil {
		t.Fatal(err)
	}
	again := open(t, folder)
	for _, c := range []struct {
		name, password string
		want           bool
	}{
		{"mara", "a quiet week", true}, {"mara", "a quiet weeK", false}, {"mara", "", false}, {"holt", "a quiet week", false}, {"", "", false},
	} {
		if got := again.Verify(c.name, c.password); got != c.want {
			t.Errorf("Verify(%q, %q) is %v", c.name, c.password, got)
		}
	}
	data, err := os.ReadFile(filepath.Join(folder, Name))
	if err != nil || strings.Contains(string(data), "quiet") {
		t.Errorf("the file holds the password, or %v", err)
	}
	if info, _ := os.Stat(filepath.Join(folder, Name)); info.Mode().Perm() != 0o600 {
		t.Errorf("others may read the file: %v", info.Mode())
	}
}

func TestRefusals(t *testing.T) {
	f := open(t, t.TempDir())
	for _, c := range []struct {
		name, password string
		want           error
	}{
		{"mara", "short", ErrShort}, {"mara", strings.Repeat("long", 20), ErrLong}, {"", "a quiet week", ErrName}, {"a|b", "a quiet week", ErrName},
	} {
		if err := f.SetPassword(c.name, c.password); err != c.want {
			t.Errorf("SetPassword(%q, %q): %v", c.name, c.password, err)
		}
	}
}

func TestSessions(t *testing.T) {
	folder := t.TempDir()
	f := open(t, folder)
	if err := f.SetPassword("mara", "a quiet week"); err != nil {
		t.Fatal(err)
	}
	session := f.Sign("mara", now.Add(time.Hour))
	if name, ok := open(t, folder).Session(session, now); !ok || name != "mara" {
		t.Errorf("after a restart the session is %q, %v", name, ok)
	}
	for _, c := range []struct {
		what, session string
		at            time.Time
	}{
		{"ended", session, now.Add(time.Hour)},
		{"longer", strings.Replace(session, "|", "|9", 1), now},
		{"another's", "aG9sdA" + session[strings.IndexByte(session, '|'):], now},
		{"cut", session[:len(session)-1], now},
		{"empty", "", now},
		{"bars", "||", now},
	} {
		if name, ok := f.Session(c.session, c.at); ok {
			t.Errorf("a session that is %s is %q's", c.what, name)
		}
	}
	if err := f.SetPassword("mara", "another quiet week"); err != nil {
		t.Fatal(err)
	}
	if _, ok := f.Session(session, now); ok {
		t.Error("a new password does not end the session")
	}
}

func TestTokens(t *testing.T) {
	folder := t.TempDir()
	f, serving := open(t, folder), open(t, folder)
	made, err := f.AddToken("ledger-bot")
	if err != nil {
		t.Fatal(err)
	}
	if name, ok := serving.Token(made); !ok || name != "ledger-bot" {
		t.Errorf("a desk that runs does not learn of the token: %q, %v", name, ok)
	}
	if _, ok := serving.Token(made + "x"); ok {
		t.Error("another token is good as well")
	}
	if found, err := f.Remove("ledger-bot"); !found || err != nil {
		t.Errorf("removed %v, %v", found, err)
	}
	if _, ok := f.Token(made); ok {
		t.Error("a removed token is still good")
	}
}

func TestBrokenFile(t *testing.T) {
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, Name), []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(folder); err == nil || !strings.Contains(err.Error(), "is not an access file") {
		t.Errorf("a broken file: %v", err)
	}
}
