package web

import "sync"

// memo keeps what was computed last, by what it was computed from.
type memo[K comparable, V any] struct {
	mu   sync.Mutex
	kept map[K]V
}

// memoSize is how much is kept. When there is more, all is forgotten.
const memoSize = 128

// of returns what make makes of a key, at most once while it is kept. Several may
// make it at once: what they make is the same.
func (m *memo[K, V]) of(key K, make func() V) V {
	m.mu.Lock()
	v, ok := m.kept[key]
	m.mu.Unlock()
	if ok {
		return v
	}
	v = make()
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.kept == nil || len(m.kept) >= memoSize {
		m.kept = map[K]V{}
	}
	m.kept[key] = v
	return v
}
