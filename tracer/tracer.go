// Package tracer sets the records of a story side by side: who is who across its
// reports, which statements are the same claim, and where each comes from.
//
//	records, from package reader ──► tracer ──► hearsay.Trace
//
//	trace, err := tracer.Trace(ctx, records)
//	for _, c := range trace.Claims { … }
package tracer

import (
	"context"
	"fmt"
	"reflect"
	"slices"

	"hearsay"
	"hearsay/internal/cast"
	"hearsay/internal/claim"
	"hearsay/internal/contradict"
	"hearsay/internal/origin"
	"hearsay/internal/reprint"
	"hearsay/internal/revision"
	"hearsay/internal/talks"
)

// Trace compares the records of a story, in any order. It fails for a record that
// breaks an invariant ([hearsay.Record.Check]) or when ctx ends.
func Trace(ctx context.Context, records []hearsay.Record) (hearsay.Trace, error) {
	t := New()
	for _, r := range records {
		if err := t.Add(r); err != nil {
			return hearsay.Trace{}, err
		}
	}
	return t.Trace(ctx)
}

// Tracer collects the records of a story that goes on. It is not safe for use by
// several goroutines at once.
type Tracer struct {
	records  []hearsay.Record
	verdicts []Verdict
	reprints reprint.Index

	actors         cast.Index
	claims         claim.Index
	origins        origin.Index
	contradictions contradict.Index
}

// Verdict is what a person has decided of two actors, each by its record's position
// and its ID there: they are one, or two.
type Verdict = cast.Verdict

// New returns a Tracer without records.
func New() *Tracer { return &Tracer{} }

// Add adds a record. It fails for one that breaks an invariant.
func (t *Tracer) Add(record hearsay.Record) error {
	if err := record.Check(); err != nil {
		return err
	}
	t.records = append(t.records, record)
	t.reprints.Add(record)
	t.actors.Set(len(t.records)-1, record)
	t.claims.Set(len(t.records) - 1)
	t.origins.Set(len(t.records)-1, record)
	t.contradictions.Set(len(t.records)-1, record)
	return nil
}

// Replace puts a record in the place of one that was added before, by its position:
// a person has corrected it, or it was read anew. It fails for a position that
// nothing was added at, and for a record that breaks an invariant.
func (t *Tracer) Replace(position int, record hearsay.Record) error {
	if position < 0 || position >= len(t.records) {
		return fmt.Errorf("no record %d of %d to replace: add it first", position, len(t.records))
	}
	if err := record.Check(); err != nil {
		return err
	}
	before := t.records[position]
	t.records = slices.Clone(t.records) // a trace that was handed out keeps what it was made of
	t.records[position] = record
	t.actors.Set(position, record)
	t.claims.Set(position)
	t.origins.Set(position, record)
	t.contradictions.Set(position, record)
	if !sameText(before, record) {
		t.reprints = reprint.Index{}
		for _, r := range t.records {
			t.reprints.Add(r)
		}
	}
	return nil
}

// sameText reports whether two records are of one text with the same parts, however
// it was read.
func sameText(a, b hearsay.Record) bool {
	return reflect.DeepEqual(a.Report, b.Report) && slices.Equal(a.Blocks, b.Blocks)
}

// SetVerdicts says what persons have decided of the actors, in place of what was said
// before. Of two verdicts on the same two actors the one that tells them apart counts.
func (t *Tracer) SetVerdicts(verdicts []Verdict) { t.verdicts = slices.Clone(verdicts) }

// Trace compares all records added so far.
func (t *Tracer) Trace(ctx context.Context) (hearsay.Trace, error) {
	trace := hearsay.Trace{Records: t.records[:len(t.records):len(t.records)]}
	for _, stage := range t.stages() {
		if err := ctx.Err(); err != nil {
			return hearsay.Trace{}, err
		}
		stage(&trace)
	}
	return trace, nil
}

// Nearest returns the ID of the claim that is nearest to what a record says, which
// was read from a sentence that somebody asks about; false if none is near.
func Nearest(trace hearsay.Trace, query hearsay.Record) (id int, ok bool) {
	return claim.Nearest(&trace, query)
}

// stages are what fills a trace, in order. Each fills fields of its own and
// rewrites no other's.
func (t *Tracer) stages() []func(*hearsay.Trace) {
	return []func(*hearsay.Trace){
		func(x *hearsay.Trace) { x.Actors = t.actors.Find(x.Records, t.verdicts) },
		func(x *hearsay.Trace) { x.Copies, x.Background = t.reprints.Copies(), t.reprints.Background() },
		func(x *hearsay.Trace) { x.Updates = revision.Updates(x.Records) },
		func(x *hearsay.Trace) { x.Claims = t.claims.Find(x) },
		t.origins.Find,
		t.contradictions.Find,
		func(x *hearsay.Trace) { x.Talks = talks.Of(*x) },
	}
}
