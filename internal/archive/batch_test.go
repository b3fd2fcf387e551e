package archive

import (
	"context"
	"errors"
	"slices"
	"testing"

	"hearsay"
)

// In one transaction with a job that takes statements out of the index and then
// fails, what the others added is found all the same, and nothing of its own.
func TestFoundBesideAFailure(t *testing.T) {
	a, ctx := openInside(t), context.Background()
	adding := func(text string) func(context.Context, *session) error {
		r := hearsay.Record{Report: hearsay.Report{Text: text}, OwnVoice: []hearsay.OwnVoice{{Span: hearsay.Span{End: len(text)}}}}
		p, err := prepare(Incoming{Record: r, Seen: a.now()}, KeepFull)
		if err != nil {
			t.Fatal(err)
		}
		return func(ctx context.Context, s *session) error {
			_, err := a.add(ctx, s, p)
			return err
		}
	}
	begin, failure := make(chan struct{}), errors.New("no more")
	var waiting []*job
	for _, work := range []func(context.Context, *session) error{
		func(context.Context, *session) error { <-begin; return nil }, // until all are there
		adding("The ferry sails."),
		func(ctx context.Context, s *session) error {
			err := adding("The bridge closes.")(ctx, s)
			return errors.Join(err, s.dialect.dropStatements(ctx, s, []StatementID{7}), failure)
		},
		adding("The harbour opens."),
	} {
		waiting = append(waiting, a.writer.send(ctx, Bulk, &job{ctx: ctx, work: work, done: make(chan struct{})}))
	}
	close(begin)
	for i, j := range waiting {
		if err := a.writer.wait(j); (i == 2) != errors.Is(err, failure) {
			t.Errorf("job %d: %v", i, err)
		}
	}
	for word, want := range map[string]int{"ferry": 1, "bridge": 0, "harbour": 1} {
		q := hearsay.Query{Words: []hearsay.Phrase{{Words: word}}}
		found, err := a.Search(ctx, q, Page{})
		if err != nil || len(found.Hits) != want {
			t.Errorf("%s: %d hits, want %d (%v)", word, len(found.Hits), want, err)
		}
	}
	if h, err := a.Examine(ctx, nil); err != nil || !slices.Equal(h.Findings, nil) {
		t.Errorf("%+v, %v", h, err)
	}
}
