package measure_test

import (
	"sync"
	"testing"

	"hearsay"
	"hearsay/internal/lexicon"
	"hearsay/internal/measure"
	"hearsay/reader"
)

// newReader loads the weights once for all tests.
var newReader = sync.OnceValues(reader.New)

// read returns the figures that the stage finds in a text, lengths of time among them,
// whatever a record keeps.
func read(t testing.TB, text string) []hearsay.Figure {
	t.Helper()
	r, err := newReader()
	if err != nil {
		t.Fatal(err)
	}
	doc, record, err := r.ReadDocument(t.Context(), hearsay.Report{Text: text})
	if err != nil {
		t.Fatal(err)
	}
	figures := measure.Find(doc, lexicon.New().Look(doc, nil))
	measure.Attach(doc, figures, record.Attributions, record.Moments)
	return figures
}

func TestBoundRules(t *testing.T) {
	for qualifier, rules := range measure.BoundExamples() {
		for _, r := range rules {
			if !some(read(t, r.Yes), func(f hearsay.Figure) bool { return f.Qualifier == qualifier }) {
				t.Errorf("%s: no figure with %q in %q", qualifier, r.Name, r.Yes)
			}
			if some(read(t, r.No), func(f hearsay.Figure) bool { return f.Qualifier == qualifier }) {
				t.Errorf("%s: %q must not bound %q", qualifier, r.Name, r.No)
			}
		}
	}
}

func TestRefusals(t *testing.T) {
	for _, r := range measure.RefusalExamples() {
		for _, f := range read(t, r.Yes) {
			t.Errorf("%s: %q is no figure in %q", r.Name, f.Span.In(r.Yes), r.Yes)
		}
		if len(read(t, r.No)) == 0 {
			t.Errorf("%s: no figure in %q", r.Name, r.No)
		}
	}
}

func TestStateRules(t *testing.T) {
	for _, r := range measure.StateExamples() {
		is := func(f hearsay.Figure) bool { return string(f.State) == r.Name }
		if !some(read(t, r.Yes), is) {
			t.Errorf("%s: nothing is so in %q", r.Name, r.Yes)
		}
		if some(read(t, r.No), is) {
			t.Errorf("%s: nothing must be so in %q", r.Name, r.No)
		}
	}
}

func TestStanceRules(t *testing.T) {
	for _, r := range measure.StanceExamples() {
		is := func(f hearsay.Figure) bool { return string(f.Stance) == r.Name }
		if !some(read(t, r.Yes), is) {
			t.Errorf("%s: nothing is so in %q", r.Name, r.Yes)
		}
		if some(read(t, r.No), is) {
			t.Errorf("%s: nothing must be so in %q", r.Name, r.No)
		}
	}
}

func some(figures []hearsay.Figure, is func(hearsay.Figure) bool) bool {
	for _, f := range figures {
		if is(f) {
			return true
		}
	}
	return false
}
