package score

import (
	"slices"
	"strings"
	"testing"

	"hearsay"
)

// actTally gives the counts by figure for the quarry, of which the truth says what
// each claim does but the last; the record says the same, and then is changed.
func actTally(t *testing.T, change func(*hearsay.Record)) map[string]Count {
	t.Helper()
	truth, record := quarryTruth(t), perfect(t)
	hangs, holds := true, true
	for i, does := range []struct {
		act    hearsay.Act
		stance hearsay.Stance
	}{{hearsay.Assertion, hearsay.Actual}, {hearsay.Denial, hearsay.Denied}, {hearsay.FigureAct, hearsay.Actual}, {hearsay.FigureAct, hearsay.Actual}, {"", ""}} {
		truth.Attributions[i].Act, truth.Attributions[i].Stance = does.act, does.stance
		record.Attributions[i].Act, record.Attributions[i].Stance = does.act, does.stance
	}
	truth.Attributions[0].Condition, truth.Attributions[1].Regardless = &hangs, &holds
	record.Attributions[0].Condition = &record.Attributions[0].Content[0]
	record.Attributions[1].Regardless = &record.Attributions[1].Content[0]
	record.Attributions[2].Condition = &record.Attributions[2].Content[0] // no term: not counted
	change(&record)
	out := map[string]Count{}
	report := NewScenarioReport("quarry", truth, record)
	for i, c := range report.tally() {
		out[ScenarioFigures[i].Name] = c
	}
	return out
}

// What an attribution does is counted where it was found and the truth says it.
func TestActsOfScenario(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*hearsay.Record)
		want   map[string]Count
	}{
		"all right": {func(*hearsay.Record) {}, map[string]Count{
			"kind": {4, 4, 4}, "kind/figure": {2, 2, 2}, "kind/offer": {}, "stance": {4, 4, 4}, "stance/denied": {1, 1, 1},
			"condition": {1, 1, 1}, "regardless": {1, 1, 1},
		}},
		"another kind": {func(r *hearsay.Record) { r.Attributions[1].Act = hearsay.Refusal }, map[string]Count{
			"kind": {3, 4, 4}, "kind/denial": {0, 0, 1}, "kind/refusal": {0, 1, 0}, "stance": {4, 4, 4},
		}},
		"another stance": {func(r *hearsay.Record) { r.Attributions[1].Stance = hearsay.Actual }, map[string]Count{
			"kind": {4, 4, 4}, "stance": {3, 4, 4}, "stance/actual": {3, 4, 3}, "stance/denied": {0, 0, 1},
		}},
		"not found": {func(r *hearsay.Record) { r.Attributions[1].Source = nil }, map[string]Count{"kind": {3, 3, 3}, "regardless": {}}},
		"no words":  {func(r *hearsay.Record) { r.Attributions[0].Condition = nil }, map[string]Count{"condition": {0, 0, 1}}},
	} {
		got := actTally(t, c.change)
		for figure, want := range c.want {
			if got[figure] != want {
				t.Errorf("%s: %s %+v, want %+v", name, figure, got[figure], want)
			}
		}
	}
}

// The mean counts each kind alike, however many statements are of it.
func TestMeanOverKinds(t *testing.T) {
	truth, record := quarryTruth(t), perfect(t)
	for i := range truth.Attributions {
		truth.Attributions[i].Act, record.Attributions[i].Act = hearsay.Assertion, hearsay.Assertion
	}
	truth.Attributions[1].Act = hearsay.Denial // read as an assertion
	result := EvaluateScenarios([]ScenarioReport{NewScenarioReport("one", truth, record)})
	mean := result.Figures[scenarioIndex[kindMeanFigure]].F1
	if want := (8.0/9 + 0) / 2; mean-want > 1e-9 || want-mean > 1e-9 {
		t.Errorf("mean %.3f, want %.3f", mean, want)
	}
	if kind := result.Figures[scenarioIndex[kindFigure]].F1; kind != 0.8 {
		t.Errorf("kind %.3f, want 0.8", kind)
	}
}

func TestActMistakes(t *testing.T) {
	truth, record := quarryTruth(t), perfect(t)
	truth.Attributions[0].Act, truth.Attributions[0].Stance = hearsay.Promise, hearsay.Planned
	record.Attributions[0].Act, record.Attributions[0].Stance = hearsay.Threat, hearsay.Possible
	reports := []ScenarioReport{NewScenarioReport("one", truth, record)}
	var got []string
	for _, m := range ScenarioMistakes(reports) {
		got = append(got, string(m.Kind)+": "+m.Key)
	}
	if want := []string{"kind: promise → threat", "stance: planned → possible"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	var table strings.Builder
	if err := ScenarioMistakeTable(&table, reports, ScenarioMistakes(reports), 1); err != nil {
		t.Fatal(err)
	}
	if want := "gold   Ona Brill | said | the quarry was shut | · > Ona Brill | promise, planned\n"; !strings.Contains(table.String(), want) {
		t.Errorf("no %q in\n%s", want, table.String())
	}
}
