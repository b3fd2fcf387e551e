// Package access knows who may use a desk that is not on loopback: people with
// passwords, and programs with tokens.
//
//	hearsay passwd ──▶ access.json ──▶ Verify, Token ──▶ Sign ──▶ cookie ──▶ Session
//
// The file holds no password and no token, only what they can be checked against:
// bcrypt hashes of passwords, which people choose, and SHA-256 sums of tokens,
// which are 256 random bits and want no slow hash.
package access

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"golang.org/x/crypto/bcrypt"
)

// Name is the name of the file in the archive's folder.
const Name = "access.json"

// The reasons to refuse a password or a name.
var (
	ErrShort = errors.New("a password has at least 10 characters: choose a longer one")
	ErrLong  = errors.New("a password has at most 72 bytes: choose a shorter one")
	ErrName  = errors.New("a name has 1 to 60 characters and none of | / or a line break: choose another")
)

// shortest is how many bytes a password has at least, longest what bcrypt looks at.
const (
	shortest = 10
	longest  = 72
	cost     = 12 // of bcrypt: about a quarter of a second
)

// File is the access file of one desk. It is safe for use by several goroutines.
type File struct {
	path string

	mu    sync.Mutex
	state state
	stamp time.Time // of the file when it was read
}

type state struct {
	Secret string   `json:"secret"` // signs sessions, base64
	People []person `json:"people"`
	Tokens []token  `json:"tokens"`
}

type person struct {
	Name string `json:"name"`
	Hash string `json:"hash"`
}

type token struct {
	Name string `json:"name"`
	Sum  string `json:"sha256"`
}

// Open reads the access file in a folder. A file that is not there is empty:
// nobody may log in.
func Open(folder string) (*File, error) {
	f := &File{path: filepath.Join(folder, Name)}
	return f, f.read()
}

func (f *File) read() error {
	data, err := os.ReadFile(f.path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	var s state
	if err := json.Unmarshal(data, &s); err != nil {
		return fmt.Errorf("%s: is not an access file: %w; remove it and set the passwords anew", f.path, err)
	}
	f.state, f.stamp = s, stampOf(f.path)
	return nil
}

func stampOf(path string) time.Time {
	info, err := os.Stat(path)
	if err != nil {
		return time.Time{}
	}
	return info.ModTime()
}

// fresh reads the file again if it was changed. The caller holds the lock. A file
// that has become unreadable changes nothing.
func (f *File) fresh() state {
	if stampOf(f.path) != f.stamp {
		_ = f.read()
	}
	return f.state
}

// IsEmpty reports whether nobody and nothing has access.
func (f *File) IsEmpty() bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	s := f.fresh()
	return len(s.People) == 0 && len(s.Tokens) == 0
}

// SetPassword gives a person a password, in place of the one before.
func (f *File) SetPassword(name, password string) error {
	switch {
	case checkName(name) != nil:
		return checkName(name)
	case len(password) < shortest:
		return ErrShort
	case len(password) > longest:
		return ErrLong
	}
	hash, err := bcrypt.GenerateFromPassword([]byte(password), cost)
	if err != nil {
		return err
	}
	return f.change(func(s *state) {
		s.People = slices.DeleteFunc(s.People, func(p person) bool { return p.Name == name })
		s.People = append(s.People, person{name, string(hash)})
	})
}

// AddToken makes a token for a program and returns it; it cannot be had again.
func (f *File) AddToken(name string) (string, error) {
	if err := checkName(name); err != nil {
		return "", err
	}
	made := "hearsay_" + random()
	err := f.change(func(s *state) {
		s.Tokens = slices.DeleteFunc(s.Tokens, func(t token) bool { return t.Name == name })
		s.Tokens = append(s.Tokens, token{name, sum(made)})
	})
	return made, err
}

// Remove takes the access of a person or a program away. It reports whether there
// was one of that name.
func (f *File) Remove(name string) (bool, error) {
	found := false
	err := f.change(func(s *state) {
		before := len(s.People) + len(s.Tokens)
		s.People = slices.DeleteFunc(s.People, func(p person) bool { return p.Name == name })
		s.Tokens = slices.DeleteFunc(s.Tokens, func(t token) bool { return t.Name == name })
		found = len(s.People)+len(s.Tokens) < before
	})
	return found, err
}

func checkName(name string) error {
	if n := len([]rune(name)); n < 1 || n > 60 || strings.ContainsAny(name, "|/\r\n") {
		return ErrName
	}
	return nil
}

// change writes the file anew: whole, or not at all.
func (f *File) change(edit func(*state)) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	s := f.fresh()
	s.People, s.Tokens = slices.Clone(s.People), slices.Clone(s.Tokens)
	if s.Secret == "" {
		s.Secret = random()
	}
	edit(&s)
	data, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(f.path), 0o700); err != nil {
		return err
	}
	fresh := f.path + ".new"
	if err := os.WriteFile(fresh, append(data, '\n'), 0o600); err != nil {
		return err
	}
	if err := os.Rename(fresh, f.path); err != nil {
		return err
	}
	f.state, f.stamp = s, stampOf(f.path)
	return nil
}

func random() string {
	var b [32]byte
	rand.Read(b[:])
	return base64.RawURLEncoding.EncodeToString(b[:])
}

func sum(token string) string {
	s := sha256.Sum256([]byte(token))
	return hex.EncodeToString(s[:])
}
