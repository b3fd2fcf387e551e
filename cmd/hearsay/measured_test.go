package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"os/exec"
	"regexp"
	"strings"
	"testing"

	"hearsay/internal/golden"
	"hearsay/internal/score"
	"hearsay/internal/weights"
)

// What documents state beyond the manifest's figures is measured by "hearsay
// score" where the corpus is at hand, and only when the flag -update asks for it.
// Each block names the weights it was measured with; without the corpus that is
// all that can be checked: figures of other weights are out of date.
//
//	<!-- measured: confidence -->
//	…
//	<!-- measured: end -->
var measuredBlock = regexp.MustCompile(`(?s)<!-- measured: ([a-z]+) -->\n(.*?)<!-- measured: end -->`)

func TestMeasured(t *testing.T) {
	m, err := weights.EmbeddedManifest()
	if err != nil {
		t.Fatal(err)
	}
	var now map[string]string
	if golden.Updating() {
		now = measuredTables(runScoreJSON(t), m.ID)
	}
	for _, name := range []string{"README.md", "docs/evaluation.md"} {
		page := readPage(t, name)
		blocks := measuredBlock.FindAllStringSubmatch(page, -1)
		if len(blocks) == 0 || len(blocks) != strings.Count(page, "<!-- measured: end -->") {
			t.Fatalf("%s: %d well formed blocks of measured figures", name, len(blocks))
		}
		for _, b := range blocks {
			if now != nil {
				page = strings.Replace(page, b[0], fmt.Sprintf("<!-- measured: %s -->\n%s<!-- measured: end -->", b[1], now[b[1]]), 1)
			} else if !strings.Contains(b[2], m.ID) {
				t.Errorf("%s: the figures of %q were not measured with weights %s: where the corpus is, run go test ./cmd/hearsay -update", name, b[1], m.ID)
			}
		}
		compare(t, name, readPage(t, name), page)
	}
}

// runScoreJSON measures everything, or skips the test where the corpus is not at hand.
func runScoreJSON(t *testing.T) scoreJSON {
	t.Helper()
	if _, err := openCorpus("", ""); err != nil {
		t.Skipf("SKIPPED: %v", err)
	}
	cmd := exec.Command("hearsay", "score", "--swap-names", "--errors", "1", "--json")
	cmd.Dir = root
	var complaints bytes.Buffer
	cmd.Stderr = &complaints
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v: %s", err, &complaints)
	}
	var all scoreJSON
	if err := json.Unmarshal(out, &all); err != nil {
		t.Fatal(err)
	}
	return all
}

// measuredTables returns the text of each block by its name.
func measuredTables(s scoreJSON, id string) map[string]string {
	return map[string]string{
		"beside":     besideTable(s.Figures, id),
		"scores":     fmt.Sprintf("With weights `%s`, %d articles:\n\n", id, len(s.Articles)) + scoreTable(s.Figures),
		"drop":       dropSentence(s.Swapped, id),
		"names":      fmt.Sprintf("With weights `%s` and %d mentions exchanged:\n\n", id, s.Swapped.Mentions) + dropTable(s.Swapped.Drop),
		"confidence": fmt.Sprintf("With weights `%s`, in percent:\n\n", id) + confidenceTable(s.Reliability),
		"mistakes":   fmt.Sprintf("With weights `%s`:\n\n", id) + mistakeTable(s.Mistakes),
	}
}

// mainFigures is how many of the figures, which come first, are about everything.
const mainFigures = 6

func scoreTable(figures []score.FigureScore) string {
	var out strings.Builder
	out.WriteString("| figure | precision | recall | F1 | 95 % interval |\n| --- | --- | --- | --- | --- |\n")
	for _, f := range figures[:mainFigures] {
		fmt.Fprintf(&out, "| %s | %.1f | %.1f | %.1f | %.1f – %.1f |\n", f.Figure,
			100*f.Precision, 100*f.Recall, 100*f.F1, 100*f.Interval.Low, 100*f.Interval.High)
	}
	return out.String()
}

// others are figures that others reached on the corpus, in percent: two
// annotators with each other, the best system with a pretrained language model,
// the best without. docs/evaluation.md says where they are from.
var others = []struct{ figure, gloss, annotators, pretrained, small string }{
	{"source", "source, word for word", "78.0", "83.2", "73.3"},
	{"cue", "cue, word for word", "70.6", "75.3", "66.2"},
	{"content", "content, word for word", "68.5", "72.9", "63.6"},
	{"exact", "whole attribution, word for word", "58.5", "–", "–"},
	{"iou", "whole attribution, content at least half right", "75.4", "–", "–"},
	{"overlap", "whole attribution, each part touched", "78.7", "–", "–"},
}

// besideTable is Hearsay's figures beside those of others, and how far apart the
// kinds of attribution are.
func besideTable(figures []score.FigureScore, id string) string {
	f1 := map[string]string{}
	for _, f := range figures {
		f1[f.Figure] = fmt.Sprintf("%.1f", 100*f.F1)
	}
	var out strings.Builder
	out.WriteString("| F1 in percent | Hearsay | two annotators | best with a pretrained model | best without |\n| --- | --- | --- | --- | --- |\n")
	for _, o := range others {
		fmt.Fprintf(&out, "| %s | **%s** | %s | %s | %s |\n", o.gloss, f1[o.figure], o.annotators, o.pretrained, o.small)
	}
	fmt.Fprintf(&out, "\nIn the last of these measures direct quotations reach %s, indirect speech %s, and sayings without anyone who says them %s (`hearsay score`, weights `%s`).\n",
		f1["overlap/direct"], f1["overlap/indirect"], f1["overlap/sourceless"], id)
	return out.String()
}

func dropSentence(s *swappedJSON, id string) string {
	least, most := math.Inf(1), math.Inf(-1)
	for _, d := range s.Drop[:mainFigures] {
		by := 100 * (d.After - d.Before)
		least, most = min(least, by), max(most, by)
	}
	return fmt.Sprintf("With all %d mentions of names in these articles exchanged for others, the six figures of the first table move by %+.1f to %+.1f points (weights `%s`).\n",
		s.Mentions, least, most, id)
}

func dropTable(drop []score.Difference) string {
	var out strings.Builder
	out.WriteString("| figure | before | after | by | 95 % interval |\n| --- | --- | --- | --- | --- |\n")
	for _, d := range drop[:mainFigures] {
		fmt.Fprintf(&out, "| %s | %.1f | %.1f | %+.1f | %+.1f to %+.1f |\n", d.Figure,
			100*d.Before, 100*d.After, 100*(d.After-d.Before), 100*d.By.Low, 100*d.By.High)
	}
	return out.String()
}

// confidenceTable joins the ten bins of confidence to four.
func confidenceTable(r score.Reliability) string {
	var out strings.Builder
	fmt.Fprintf(&out, "| confidence | found | mean | %s |\n| --- | --- | --- |%s\n", strings.Join(r.Aspects, " | "), strings.Repeat(" --- |", len(r.Aspects)))
	for _, group := range [][2]int{{0, 3}, {3, 6}, {6, 9}, {9, 10}} {
		var count, confidence int
		right := make([]int, len(r.Aspects))
		for _, bin := range r.Bins[group[0]:group[1]] {
			count, confidence = count+bin.Count, confidence+bin.Confidence
			for i, n := range bin.Right {
				right[i] += n
			}
		}
		of := 100 / float64(max(1, count))
		fmt.Fprintf(&out, "| 0.%d – %.1f | %d | %.1f", group[0], float64(group[1])/10, count, of*float64(confidence)/1000)
		for _, n := range right {
			fmt.Fprintf(&out, " | %.1f", of*float64(n))
		}
		out.WriteString(" |\n")
	}
	return out.String()
}

func mistakeTable(mistakes []mistakeJSON) string {
	var out strings.Builder
	out.WriteString("| kind | how often |\n| --- | --- |\n")
	for _, m := range mistakes {
		fmt.Fprintf(&out, "| %s | %d |\n", m.Kind, m.Count)
	}
	return out.String()
}
