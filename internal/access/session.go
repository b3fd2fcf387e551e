package access

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"strconv"
	"strings"
	"sync"
	"time"

	"golang.org/x/crypto/bcrypt"
)

// # Sessions
//
// A session is a cookie that says who and until when, signed with the file's
// secret and the person's hash:
//
//	base64(name) "|" unix seconds "|" base64(HMAC-SHA256)
//
// So nothing is kept of it here, it survives a restart, and a new password or none
// ends it.

// Verify reports whether a password is a person's.
func (f *File) Verify(name, password string) bool {
	hash, known := f.hashOf(name)
	if !known {
		hash = nobodysHash() // an unknown name takes as long as a known one
	}
	return bcrypt.CompareHashAndPassword([]byte(hash), []byte(password)) == nil && known
}

var nobodysHash = sync.OnceValue(func() string {
	hash, _ := bcrypt.GenerateFromPassword([]byte(random()), cost)
	return string(hash)
})

func (f *File) hashOf(name string) (string, bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, p := range f.fresh().People {
		if p.Name == name {
			return p.Hash, true
		}
	}
	return "", false
}

// Token returns the name of the program whose token this is.
func (f *File) Token(made string) (name string, ok bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	want := sum(made)
	for _, t := range f.fresh().Tokens {
		if hmac.Equal([]byte(t.Sum), []byte(want)) {
			return t.Name, true
		}
	}
	return "", false
}

// Sign returns a session of a person.
func (f *File) Sign(name string, until time.Time) string {
	body := base64.RawURLEncoding.EncodeToString([]byte(name)) + "|" + strconv.FormatInt(until.Unix(), 10)
	return body + "|" + f.mac(name, body)
}

// Session returns whose session it is, if it is one and has not ended.
func (f *File) Session(session string, now time.Time) (name string, ok bool) {
	at := strings.LastIndexByte(session, '|')
	if at < 0 {
		return "", false
	}
	body, mac := session[:at], session[at+1:]
	encoded, until, _ := strings.Cut(body, "|")
	decoded, err := base64.RawURLEncoding.DecodeString(encoded)
	seconds, err2 := strconv.ParseInt(until, 10, 64)
	if err != nil || err2 != nil || now.Unix() >= seconds {
		return "", false
	}
	if _, known := f.hashOf(string(decoded)); !known || !hmac.Equal([]byte(mac), []byte(f.mac(string(decoded), body))) {
		return "", false
	}
	return string(decoded), true
}

func (f *File) mac(name, body string) string {
	hash, _ := f.hashOf(name)
	f.mu.Lock()
	key := f.state.Secret + hash
	f.mu.Unlock()
	h := hmac.New(sha256.New, []byte(key))
	h.Write([]byte(body))
	return base64.RawURLEncoding.EncodeToString(h.Sum(nil))
}
