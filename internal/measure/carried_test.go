package measure_test

import (
	"context"
	"testing"

	"hearsay"
)

// A number that somebody gives without a noun is of what was counted last.
func TestCarriedStates(t *testing.T) {
	r, err := newReader()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		text string
		want hearsay.State // of the last figure
	}{
		{"Seven people have died, the office said. The hospital counts nine.", "killed"},
		{"Seven people have died, the office said. The clinic speaks of nine.", "killed"},
		{"Seven people have died. The firm paid 400,000 crowns. The union speaks of 250,000.", "money"},
		{"Seven people have died. The clinic has nine.", "other"},
	} {
		record, err := r.Read(context.Background(), hearsay.Report{Text: c.text})
		if err != nil {
			t.Fatal(err)
		}
		n := len(record.Figures)
		if n == 0 || record.Figures[n-1].State != c.want {
			t.Errorf("%q: %+v, want %s", c.text, record.Figures, c.want)
		}
	}
}
