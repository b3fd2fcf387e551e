package dealing_test

import (
	"context"
	"slices"
	"testing"

	"hearsay"
	"hearsay/internal/dealing"
	"hearsay/reader"
)

// kinds returns the kinds of dealing that are read in a text.
func kinds(t *testing.T, text string) []hearsay.DealingKind {
	t.Helper()
	r, err := reader.New()
	if err != nil {
		t.Fatal(err)
	}
	record, err := r.Read(context.Background(), hearsay.Report{Text: text})
	if err != nil {
		t.Fatal(err)
	}
	var out []hearsay.DealingKind
	for _, d := range record.Dealings {
		out = append(out, d.Kind)
	}
	return out
}

// Each rule reads its own example, and not the look-alike beside it.
func TestRules(t *testing.T) {
	for _, r := range dealing.Rules() {
		if got := kinds(t, r.Yes); !slices.Contains(got, r.Kind) {
			t.Errorf("%q: got %v, want %s among them", r.Yes, got, r.Kind)
		}
		if got := kinds(t, r.No); slices.Contains(got, r.Kind) {
			t.Errorf("%q: got %v, want no %s", r.No, got, r.Kind)
		}
	}
}
