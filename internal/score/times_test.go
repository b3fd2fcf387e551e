package score

import (
	"strings"
	"testing"

	"hearsay"
	"hearsay/internal/gold"
)

// invented text with times at known places
const timesText = "They left on Monday, after two days, and return every Friday."

func timesMoment(words string, kind hearsay.MomentType, value string) hearsay.Moment {
	at := strings.Index(timesText, words)
	return hearsay.Moment{Span: hearsay.Span{Start: at, End: at + len(words)}, Type: kind, Value: value}
}

func timesReport(found ...hearsay.Moment) ScenarioReport {
	return NewTimesReport(gold.TimeML{Name: "ferry-1", Text: timesText, Moments: []hearsay.Moment{
		timesMoment("Monday", hearsay.Date, "2027-03-08"),
		timesMoment("two days", hearsay.Duration, "P2D"),
		timesMoment("every Friday", hearsay.Set, "XXXX-WXX-5"),
	}}, found)
}

func TestEvaluateTimes(t *testing.T) {
	r := EvaluateTimes([]ScenarioReport{timesReport(
		timesMoment("on Monday", hearsay.Date, "2027-03-08"), // edges
		timesMoment("two days", hearsay.Duration, ""),        // unresolved
		timesMoment("Friday", hearsay.Date, "2027-03-12"),    // edges, type and value
		timesMoment("They", hearsay.Time, "2027-03-12T10:00"),
	)})
	want := map[string]Count{
		"time":                {Hit: 3, System: 4, Gold: 3},
		"time/strict":         {Hit: 1, System: 4, Gold: 3},
		"time/type":           {Hit: 2, System: 4, Gold: 3},
		"time/value":          {Hit: 1, System: 4, Gold: 3},
		"time/resolved":       {Hit: 1, System: 2, Gold: 2},
		"time/value/DATE":     {Hit: 1, System: 1, Gold: 1},
		"time/value/TIME":     {System: 1},
		"time/value/DURATION": {System: 1, Gold: 1},
		"time/value/SET":      {System: 1, Gold: 1},
	}
	for _, f := range r.Figures {
		if f.Count != want[f.Figure] {
			t.Errorf("%s: %+v, want %+v", f.Figure, f.Count, want[f.Figure])
		}
	}
	if len(r.Figures) != len(want) {
		t.Errorf("%d figures, want %d", len(r.Figures), len(want))
	}
}

// One expression found where the gold has two is one hit, not two.
func TestTimesAreMatchedOneToOne(t *testing.T) {
	r := EvaluateTimes([]ScenarioReport{timesReport(timesMoment("Monday, after two days", hearsay.Date, "2027-03-08"))})
	if got, want := r.Figures[0].Count, (Count{Hit: 1, System: 1, Gold: 3}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestTimesMistakes(t *testing.T) {
	reports := []ScenarioReport{timesReport(), timesReport(
		timesMoment("on Monday", hearsay.Date, "2027-03-08"), timesMoment("two days", hearsay.Duration, "P3D"), timesMoment("They", hearsay.Date, ""),
	)}
	want := map[Kind]int{TimeMissed: 4, TimeEdges: 1, TimeValue: 1, TimeInvented: 1}
	for _, k := range ByKind(TimesMistakes(reports)) {
		if len(k.Mistakes) != want[k.Kind] {
			t.Errorf("%s: %d, want %d", k.Kind, len(k.Mistakes), want[k.Kind])
		}
		delete(want, k.Kind)
	}
	if len(want) > 0 {
		t.Errorf("not found: %v", want)
	}
}

func TestTimesMeasured(t *testing.T) {
	for _, m := range EvaluateTimes([]ScenarioReport{timesReport()}).Measured() {
		if m.Figure == resolvedFigure {
			t.Error("the share of the resolved rests on no fixed number of items")
		}
		if m.Value != 0 {
			t.Errorf("%s is %v with nothing found", m.Figure, m.Value)
		}
	}
}

func TestTimesTable(t *testing.T) {
	var b strings.Builder
	if err := EvaluateTimes([]ScenarioReport{timesReport(timesMoment("Monday", hearsay.Date, "2027-03-08"))}).Table(&b, "confirm"); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"confirm  ", "time/value  ", "  100.0    33.3    50.0", "time/value/TIME              –"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in\n%s", want, b.String())
		}
	}
}
