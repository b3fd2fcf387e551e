package archive

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"hearsay"
)

// However a story is searched, the same is found: at once, among the newest of all,
// among the newest of its time, and through all of it.
func TestSearchOfStory(t *testing.T) {
	a, ctx := openInside(t), context.Background()
	var reports []ReportID
	for i := range 40 {
		text := fmt.Sprintf("Ferry %d sails. Its bridge opens.", i)
		added, err := a.Add(ctx, Incoming{Record: hearsay.Record{
			Report:   hearsay.Report{Text: text, Published: time.Date(2030, 1, 1+i, 9, 0, 0, 0, time.UTC)},
			OwnVoice: []hearsay.OwnVoice{{Span: hearsay.Span{End: 10}}, {Span: hearsay.Span{Start: len(text) - 17, End: len(text)}}},
		}})
		if err != nil {
			t.Fatal(err)
		}
		reports = append(reports, added.Report)
	}
	for name, own := range map[string][]ReportID{"running": reports[25:], "over": reports[5:20], "thin": {reports[2], reports[17], reports[31]}} {
		id, err := a.SplitStory(ctx, name, own...)
		if err != nil {
			t.Fatal(err)
		}
		for _, words := range []string{"", "bridge", "ferry", "zebra"} {
			q := hearsay.Query{Story: int64(id)}
			if words != "" {
				q.Words = []hearsay.Phrase{{Words: words}}
			}
			for _, to := range []StatementID{noLimit, firstStatement(time.Date(2030, 1, 19, 9, 0, 0, 0, time.UTC))} {
				for limit := 1; limit < 35; limit += 3 {
					var want []Hit
					for _, by := range []look{{few: 1000}, {few: 2, first: 1}, {few: 2, first: 5}, {few: 2, first: 21}, {few: 2, first: 1000}} {
						got, err := a.hitsOfStory(ctx, q, 0, to, limit, by)
						if err != nil {
							t.Fatal(err)
						}
						if by.few == 1000 {
							want = got
						}
						if !slices.EqualFunc(got, want, func(a, b Hit) bool { return a.ID == b.ID }) {
							t.Fatalf("%s %q, at most %d, %+v: %d hits, want %d", name, words, limit, by, len(got), len(want))
						}
					}
					if words == "" && to == noLimit && len(want) != min(limit, 2*len(own)) {
						t.Fatalf("%s: %d hits of %d", name, len(want), limit)
					}
				}
			}
		}
	}
}
