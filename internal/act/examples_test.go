package act_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"hearsay"
	"hearsay/internal/act"
	"hearsay/reader"
)

// reasons returns by which rules what the attributions of a text do was told.
func reasons(t *testing.T, r *reader.Reader, text string) []string {
	t.Helper()
	_, _, why, err := r.Explain(context.Background(), hearsay.Report{Text: text})
	if err != nil {
		t.Fatal(err)
	}
	return why.Acts
}

// What a rule's example says must match does, by that rule, and the other does not.
func TestRuleExamples(t *testing.T) {
	r := newReader(t)
	for _, e := range act.RuleExamples() {
		if got := reasons(t, r, "Mayor Ada Brill said "+e.Yes+"."); !slices.Contains(got, e.Name) {
			t.Errorf("%s: %q is %q", e.Name, e.Yes, got)
		}
		if got := reasons(t, r, "Mayor Ada Brill said "+e.No+"."); slices.Contains(got, e.Name) {
			t.Errorf("%s: %q is %q", e.Name, e.No, got)
		}
	}
}

func TestClassExamples(t *testing.T) {
	r := newReader(t)
	for _, e := range act.ClassExamples() {
		is := func(why string) bool { return strings.HasPrefix(why, "cue: "+e.Name) }
		if got := reasons(t, r, e.Yes); !slices.ContainsFunc(got, is) {
			t.Errorf("%s: %q is %q", e.Name, e.Yes, got)
		}
		if got := reasons(t, r, e.No); slices.ContainsFunc(got, is) {
			t.Errorf("%s: %q is %q", e.Name, e.No, got)
		}
	}
}

func TestTriggerExamples(t *testing.T) {
	r := newReader(t)
	for _, e := range act.TriggerExamples() {
		for _, c := range []struct {
			text string
			want bool
		}{{e.Yes, true}, {e.No, false}} {
			text := "“" + strings.TrimSuffix(c.text, ".") + ",” Mayor Ada Brill said."
			record, err := r.Read(context.Background(), hearsay.Report{Text: text})
			if err != nil {
				t.Fatal(err)
			}
			found := false
			for _, a := range record.Attributions {
				part := a.Condition
				if strings.HasPrefix(e.Name, "regardless") {
					part = a.Regardless
				}
				found = found || part != nil
			}
			if found != c.want {
				t.Errorf("%s: %q: found %t", e.Name, c.text, found)
			}
		}
	}
}
