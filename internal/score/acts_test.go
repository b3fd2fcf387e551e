package score

import (
	"strings"
	"testing"

	"hearsay"
	"hearsay/internal/gold"
)

const quay = "Ana urged the town to pay. Bo said it will rain. Cy left."

// at returns where words stand in the text.
func quayAt(words string) hearsay.Span {
	i := strings.Index(quay, words)
	return hearsay.Span{Start: i, End: i + len(words)}
}

func quayArticle(t *testing.T, found ...hearsay.Attribution) ActArticle {
	t.Helper()
	span := func(words string) []hearsay.Span { return []hearsay.Span{quayAt(words)} }
	a := gold.Article{Name: "quay", Text: quay, Annotators: []gold.Annotator{{Attributions: []gold.Attribution{
		{Source: span("Ana"), Cue: span("urged"), Content: span("the town to pay")},
		{Source: span("Bo"), Cue: span("said"), Content: span("it will rain")},
	}}}}
	labels, err := gold.ParseActs("quay", "dev/quay\t4\t10\tdemand|appeal\tactual\ndev/quay\t30\t35\tprediction\tpossible\n")
	if err != nil {
		t.Fatal(err)
	}
	out, err := NewActArticle(a, labels, found)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func quayFound(source, cue, content string, act hearsay.Act, stance hearsay.Stance) hearsay.Attribution {
	s, c := quayAt(source), quayAt(cue)
	return hearsay.Attribution{Source: &s, Cue: &c, Content: []hearsay.Span{quayAt(content)}, Act: act, Stance: stance}
}

func TestActs(t *testing.T) {
	r := EvaluateActs([]ActArticle{quayArticle(t,
		quayFound("Bo", "said", "it will rain", hearsay.Assertion, hearsay.Possible),
		quayFound("Ana", "urged", "the town to pay", hearsay.Appeal, hearsay.Actual),
	)})
	if r.Found != (Share{2, 2}) || r.Kind != (Share{1, 2}) || r.Stance != (Share{2, 2}) {
		t.Errorf("found %v, kind %v, stance %v", r.Found, r.Kind, r.Stance)
	}
	if c := r.Kinds[hearsay.Appeal]; c != (NameCount{1, 1, 1}) {
		t.Errorf("an appeal that may be called a demand counts %v", c)
	}
	if n := r.Confusion["prediction → assertion"]; n != 1 || len(r.Confusion) != 1 {
		t.Errorf("confusion %v", r.Confusion)
	}
	if mean := r.MeanKind(); mean != 0.5 {
		t.Errorf("mean over appeals and predictions %v, want 0.5", mean)
	}
	if i := r.Intervals[kindFigure]; i != (Interval{0.5, 0.5}) {
		t.Errorf("one article drawn again and again gives the interval %v", i)
	}
}

// What was not found is no mistake of kind, and a cue elsewhere is another attribution.
func TestActsOfWhatWasFound(t *testing.T) {
	r := EvaluateActs([]ActArticle{quayArticle(t, quayFound("Cy", "left", "said", hearsay.Denial, hearsay.Denied))})
	if r.Found != (Share{0, 2}) || r.Kind.All != 0 || r.Stance.All != 0 {
		t.Errorf("found %v, kind %v, stance %v", r.Found, r.Kind, r.Stance)
	}
}

func TestMistakesOfLabelledActs(t *testing.T) {
	m := ActMistakes([]ActArticle{quayArticle(t,
		quayFound("Ana", "urged", "the town to pay", hearsay.Demand, hearsay.Actual),
		quayFound("Bo", "said", "it will rain", hearsay.Prediction, hearsay.Actual),
	)})
	var b strings.Builder
	if err := ActMistakeTable(&b, m, 3); err != nil {
		t.Fatal(err)
	}
	if got, want := b.String(), "prediction possible → prediction actual: 1\n    quay  Bo | said | it will rain\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestActLabelOfNothing(t *testing.T) {
	a := gold.Article{Name: "quay", Text: quay, Annotators: []gold.Annotator{{}}}
	if _, err := NewActArticle(a, []gold.ActLabel{{Part: "dev", Article: "quay", Cue: 4, Content: 10}}, nil); err == nil {
		t.Error("a label about no attribution is no error")
	}
}
