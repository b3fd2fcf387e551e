package main

import (
	"cmp"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"hearsay/internal/weights"
)

// The figures that documents state are those in the manifest of the weights,
// which hearsay-train measured: the data they were measured on is not always at
// hand, the manifest is. They stand between two comments, and with the flag
// -update they are written anew.
var figuresBlock = regexp.MustCompile(`(?s)(<!-- figures:begin -->\n).*?(<!-- figures:end -->)`)

func TestFigures(t *testing.T) {
	m, err := weights.EmbeddedManifest()
	if err != nil {
		t.Fatal(err)
	}
	figures := manifestFigures{t, m}
	for name, tables := range map[string]string{
		"README.md":          figures.tagging(),
		"docs/evaluation.md": figures.all(),
	} {
		t.Run(name, func(t *testing.T) {
			was := readPage(t, name)
			if n := len(figuresBlock.FindAllString(was, -1)); n != 1 {
				t.Fatalf("%d blocks of figures, want one", n)
			}
			compare(t, name, was, figuresBlock.ReplaceAllString(was, "${1}"+tables+"${2}"))
		})
	}
}

// manifestFigures prints tables of what the manifest holds.
type manifestFigures struct {
	t        *testing.T
	manifest weights.Manifest
}

// get returns a figure; one that is not there fails the test.
func (m manifestFigures) get(data, figure string) weights.Score {
	m.t.Helper()
	for _, s := range m.manifest.Scores {
		if s.Figure == figure && s.Data == data {
			return s
		}
	}
	m.t.Fatalf("the manifest has no figure %q on %s", figure, data)
	return weights.Score{}
}

const polnearDev = "PolNeAR dev"

// tagging is a sentence on tags.
func (m manifestFigures) tagging() string {
	return fmt.Sprintf("Of the part-of-speech tags %s %% are right on the development part of UD EWT, %s %% on that of UD GUM.\n",
		percent(m.get("EWT dev", "tags")), percent(m.get("GUM dev", "tags")))
}

// all is everything the manifest holds: attributions by kind, then the rest.
func (m manifestFigures) all() string {
	var out strings.Builder
	fmt.Fprintf(&out, "Weights `%s`, F1 on %s:\n\n| attributions | how many | exact | iou | overlap |\n| --- | --- | --- | --- | --- |\n", m.manifest.ID, polnearDev)
	shown := map[string]bool{}
	for _, suffix := range []string{"", "/direct", "/mixed", "/indirect", "/pronoun", "/sourceless"} {
		exact := m.get(polnearDev, "exact"+suffix)
		fmt.Fprintf(&out, "| %s | %d", strings.TrimPrefix(cmp.Or(suffix, "all"), "/"), exact.Count)
		for _, measure := range []string{"exact", "iou", "overlap"} {
			shown[measure+suffix] = true
			fmt.Fprintf(&out, " | %s", percent(m.get(polnearDev, measure+suffix)))
		}
		out.WriteString(" |\n")
	}
	out.WriteString("\n| figure | data | how many | percent |\n| --- | --- | --- | --- |\n")
	for _, s := range m.manifest.Scores {
		if !shown[s.Figure] {
			fmt.Fprintf(&out, "| %s | %s | %d | %s |\n", s.Figure, s.Data, s.Count, percent(s))
		}
	}
	return out.String()
}

func percent(s weights.Score) string { return fmt.Sprintf("%.1f", 100*s.Value) }
