// Package archivetest is the conformance suite of archives: what any database
// must hold to. Each case breaks one rule at most and says which.
//
//	archivetest.Run(t, func(t *testing.T) *archive.Archive { … an empty one … })
package archivetest

import (
	"context"
	"testing"

	"hearsay"
	"hearsay/internal/archive"
)

// rule is one case of the suite: what is promised, and how it is tried.
type rule struct {
	name, promise string
	try           func(*bench)
}

// Run tries every rule on an empty archive of its own.
func Run(t *testing.T, open func(*testing.T) *archive.Archive) {
	for _, rules := range [][]rule{addRules, searchRules, correctionRules, decisionRules, feedRules, storyRules, upkeepRules, actorRules, tracingRules} {
		for _, r := range rules {
			t.Run(r.name, func(t *testing.T) {
				a := open(t)
				t.Cleanup(func() {
					if err := a.Close(); err != nil {
						t.Errorf("closing: %v", err)
					}
				})
				r.try(&bench{T: t, promise: r.promise, a: a, ctx: context.Background()})
			})
		}
	}
}

// bench is an archive under test.
type bench struct {
	*testing.T
	promise string
	a       *archive.Archive
	ctx     context.Context
}

// broken says that the rule is.
func (b *bench) broken(format string, args ...any) {
	b.Helper()
	b.Errorf("broken: %s: "+format, append([]any{b.promise}, args...)...)
}

// no stops the case at an error.
func (b *bench) no(err error) {
	b.Helper()
	if err != nil {
		b.Fatalf("broken: %s: %v", b.promise, err)
	}
}

func (b *bench) add(r hearsay.Record) archive.Added {
	b.Helper()
	added, err := b.a.Add(b.ctx, archive.Incoming{Record: r, Source: []byte("source of " + r.Report.Text), SourceType: "text/plain"})
	b.no(err)
	return added
}

func (b *bench) search(text string) []archive.Hit {
	b.Helper()
	q, err := hearsay.ParseQuery(text)
	b.no(err)
	found, err := b.a.Search(b.ctx, q, archive.Page{})
	b.no(err)
	return found.Hits
}

// finds holds a search to find statements with these contents, in this order.
func (b *bench) finds(text string, want ...string) {
	b.Helper()
	hits := b.search(text)
	got := make([]string, len(hits))
	for i, h := range hits {
		got[i] = h.Words.Text()
	}
	if len(got) != len(want) {
		b.broken("%s finds %q, want %q", text, got, want)
		return
	}
	for i := range got {
		if got[i] != want[i] {
			b.broken("%s finds %q, want %q", text, got, want)
			return
		}
	}
}
