package reader

import (
	"context"
	"testing"

	"hearsay"
)

// TestExplainAgrees holds that explaining gives reasons for just what reading
// finds, each time, whatever desk it happens to be done at.
func TestExplainAgrees(t *testing.T) {
	const text = "“We will wait,” said Mara Holt, the mayor. Radio Drenn said the bridge had been closed."
	for range 20 {
		r, err := New()
		if err != nil {
			t.Fatal(err)
		}
		_, record, e, err := r.Explain(context.Background(), hearsay.Report{Text: text})
		if err != nil {
			t.Fatal(err)
		}
		explained := make(map[int]bool)
		for _, why := range e.Reasons {
			if why.Attribution >= len(record.Attributions) {
				t.Fatalf("a reason is for attribution %d of %d", why.Attribution, len(record.Attributions))
			}
			if why.Role == "cue" && why.Words != *record.Attributions[why.Attribution].Cue {
				t.Errorf("attribution %d: the cue is %v, explained is %v", why.Attribution, *record.Attributions[why.Attribution].Cue, why.Words)
			}
			explained[why.Attribution] = true
		}
		if len(explained) != len(record.Attributions) || len(explained) == 0 {
			t.Fatalf("%d of %d attributions are explained", len(explained), len(record.Attributions))
		}
		for i, a := range record.Attributions {
			if len(e.Hops) != len(record.Attributions) || len(e.Hops[i]) != len(a.Chain) || len(a.Chain) < 2 {
				t.Fatalf("attribution %d has %d hops, explained are %v", i, len(a.Chain), e.Hops)
			}
		}
	}
}
