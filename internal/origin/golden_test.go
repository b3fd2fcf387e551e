package origin

import (
	"fmt"
	"strings"
	"testing"

	"hearsay"
	"hearsay/internal/golden"
	"hearsay/internal/recordtest"
)

// Each archive in testdata is a story (see recordtest.Story), and in "want" what
// becomes of its claims.
func TestStories(t *testing.T) {
	golden.Each(t, func(t *testing.T, in golden.Input) string {
		trace, err := recordtest.Story(in.Files())
		if err != nil {
			t.Fatal(err)
		}
		Find(&trace)
		if err := trace.Check(); err != nil {
			t.Error(err)
		}
		return shown(&trace)
	})
}

// shown writes the origins of a trace's claims as sentences.
func shown(t *hearsay.Trace) string {
	var out strings.Builder
	for _, c := range t.Claims {
		fmt.Fprintf(&out, "%s\n  %s\n", said(t, c.Gist), Summary(c))
		for _, o := range c.Origins {
			fmt.Fprintf(&out, "  %s\n", Explain(t, o))
			for _, l := range o.Links {
				fmt.Fprintf(&out, "    %s: %s\n", l.Why, ExplainLink(t, l))
			}
		}
		for _, s := range c.Steps {
			fmt.Fprintf(&out, "  %s: %s\n", outletOf(t, s.Report), s.Kind)
		}
		for _, s := range c.Shifts {
			fmt.Fprintf(&out, "  %s: “%s” → “%s”\n", s.Kind, said(t, s.Before), said(t, s.After))
		}
	}
	return out.String()
}
