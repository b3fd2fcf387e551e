// Package hook tells addresses when something happens: a statement that a query
// finds, a claim that gains a second origin, loses its attribution or is
// contradicted, a move of talks.
//
//	archive ──what arrived──► events ──► queue, on disk ──► POST, signed ──► delivered
//	          events.go                  hook.go             deliver.go  └──► again later, or given up
//
// A delivery that was begun is not lost when the program stops: the queue is a file,
// and what was not answered with 2xx is sent again. So a receiver may have one twice
// and tells it by its webhook-id.
package hook

import (
	"context"
	"crypto/rand"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"hearsay"
	"hearsay/internal/archive"
	"hearsay/internal/dossier"
)

// Name is the name of the file in the archive's folder.
const Name = "webhooks.json"

// Kind says what happened.
type Kind string

// The kinds of event.
const (
	Statement    Kind = "statement"
	SecondOrigin Kind = "claim.second-origin"
	Lost         Kind = "claim.lost-attribution"
	Contradicted Kind = "claim.contradicted"
	Moved        Kind = "talks.moved"
)

// Kinds lists every kind of event.
var Kinds = []Kind{Statement, SecondOrigin, Lost, Contradicted, Moved}

// ErrNotFound says that there is no such webhook.
var ErrNotFound = errors.New("there is no such webhook")

// Hook is one address that is told.
type Hook struct {
	ID     int64  `json:"id"`
	URL    string `json:"url"`
	Events []Kind `json:"events"`
	Query  string `json:"query"` // for statements; "" : all
	Secret string `json:"secret"`
	Failed int    `json:"failed"` // deliveries that were given up
}

// delivery is one event on its way to one hook.
type delivery struct {
	ID    string          `json:"id"`
	Hook  int64           `json:"hook"`
	Body  json.RawMessage `json:"body"`
	Tries int             `json:"tries"`
	Due   time.Time       `json:"due"`
}

// state is what the file holds.
type state struct {
	Seen  archive.RevisionID `json:"seen"` // all up to this was told of
	Last  int64              `json:"last"` // number of the last hook
	Hooks []Hook             `json:"hooks"`
	Queue []delivery         `json:"queue"`
}

// Options say what hooks work with.
type Options struct {
	Folder  string // where the file lies
	Archive *archive.Archive
	Shelf   *dossier.Shelf
	Client  *http.Client // that sends; it must refuse addresses that strangers may not reach
	Render  func(archive.Hit) any
	Now     func() time.Time
	Log     *slog.Logger
}

// Hooks are the webhooks of one desk. They are safe for use by several goroutines.
type Hooks struct {
	Options
	path string

	mu    sync.Mutex
	state state
	wake  chan struct{}
}

// Open reads the file of webhooks. One that is not there is empty.
func Open(o Options) (*Hooks, error) {
	h := &Hooks{Options: o, path: filepath.Join(o.Folder, Name), wake: make(chan struct{}, 1)}
	data, err := os.ReadFile(h.path)
	if errors.Is(err, fs.ErrNotExist) {
		return h, nil
	}
	if err != nil {
		return nil, err
	}
	if err := json.Unmarshal(data, &h.state); err != nil {
		return nil, fmt.Errorf("%s: is no file of webhooks: %w; remove it and add them anew", h.path, err)
	}
	return h, nil
}

// List returns the hooks by number.
func (h *Hooks) List() []Hook {
	h.mu.Lock()
	defer h.mu.Unlock()
	return slices.Clone(h.state.Hooks)
}

// Add adds a hook, which is told of what arrives from now on.
func (h *Hooks) Add(ctx context.Context, added Hook) (Hook, error) {
	if err := added.check(); err != nil {
		return added, err
	}
	if added.Secret == "" {
		added.Secret = newSecret()
	}
	newest, err := h.newest(ctx)
	if err != nil {
		return added, err
	}
	err = h.change(func(s *state) {
		if len(s.Hooks) == 0 {
			s.Seen = newest
		}
		s.Last++
		added.ID, added.Failed = s.Last, 0
		s.Hooks = append(s.Hooks, added)
	})
	return added, err
}

func (a Hook) check() error {
	if len(a.Events) == 0 {
		return fmt.Errorf("a webhook is told of something: give events, of %v", Kinds)
	}
	for _, e := range a.Events {
		if !slices.Contains(Kinds, e) {
			return fmt.Errorf("%q is no event; there are %v", e, Kinds)
		}
	}
	if _, err := secretBytes(a.Secret); a.Secret != "" && err != nil {
		return errors.New("a secret is whsec_ and 24 to 64 bytes in base64: leave it out to have one made")
	}
	_, err := hearsay.ParseQuery(a.Query)
	return err
}

// secretPrefix begins a secret, as Standard Webhooks has it.
const secretPrefix = "whsec_"

func newSecret() string {
	var b [32]byte
	rand.Read(b[:])
	return secretPrefix + base64.StdEncoding.EncodeToString(b[:])
}

func secretBytes(secret string) ([]byte, error) {
	encoded, ok := strings.CutPrefix(secret, secretPrefix)
	if !ok {
		return nil, errors.New("no " + secretPrefix)
	}
	b, err := base64.StdEncoding.DecodeString(encoded)
	if err == nil && (len(b) < 24 || len(b) > 64) {
		err = errors.New("not 24 to 64 bytes")
	}
	return b, err
}

// newest returns the number of the revision that arrived last.
func (h *Hooks) newest(ctx context.Context) (last archive.RevisionID, err error) {
	h.mu.Lock()
	last = h.state.Seen
	h.mu.Unlock()
	for {
		more, err := h.Archive.RevisionsSince(ctx, last, batch)
		if err != nil || len(more) == 0 {
			return last, err
		}
		last = more[len(more)-1].ID
	}
}

// Remove takes a hook away, with what is on its way to it.
func (h *Hooks) Remove(id int64) error {
	found := false
	err := h.change(func(s *state) {
		before := len(s.Hooks)
		s.Hooks = slices.DeleteFunc(s.Hooks, func(k Hook) bool { return k.ID == id })
		s.Queue = slices.DeleteFunc(s.Queue, func(d delivery) bool { return d.Hook == id })
		found = len(s.Hooks) < before
	})
	if err == nil && !found {
		return ErrNotFound
	}
	return err
}

// change writes the file anew: whole, or not at all.
func (h *Hooks) change(edit func(*state)) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	s := h.state
	s.Hooks, s.Queue = slices.Clone(s.Hooks), slices.Clone(s.Queue)
	edit(&s)
	data, err := json.Marshal(s)
	if err != nil {
		return err
	}
	if err := os.WriteFile(h.path+".new", data, 0o600); err != nil {
		return err
	}
	if err := os.Rename(h.path+".new", h.path); err != nil {
		return err
	}
	h.state = s
	return nil
}

// Poke has the hooks look at once for what arrived.
func (h *Hooks) Poke() {
	select {
	case h.wake <- struct{}{}:
	default:
	}
}

// Run looks every so often for what arrived and delivers it, until ctx ends.
func (h *Hooks) Run(ctx context.Context, every time.Duration) {
	ticker := time.NewTicker(every)
	defer ticker.Stop()
	for {
		if err := h.Round(ctx); err != nil && ctx.Err() == nil {
			h.Log.Warn("webhooks", "error", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		case <-h.wake:
		}
	}
}

// Round looks once for what arrived and sends what is due.
func (h *Hooks) Round(ctx context.Context) error {
	if len(h.List()) == 0 {
		return nil
	}
	if err := h.collect(ctx); err != nil {
		return err
	}
	return h.deliver(ctx)
}
