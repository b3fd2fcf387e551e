package gold_test

import (
	"slices"
	"strings"
	"testing"

	"hearsay"
	"hearsay/internal/gold"
)

func TestParseActs(t *testing.T) {
	labels, err := gold.ParseActs("quay.tsv", "# article\tcue\tcontent\tkind\tstance\n\ndev/quay-4\t9\t16\tdemand|appeal\tactual\r\n")
	if err != nil {
		t.Fatal(err)
	}
	if len(labels) != 1 {
		t.Fatalf("%d labels, want 1", len(labels))
	}
	l := labels[0]
	if l.Part != "dev" || l.Article != "quay-4" || l.Cue != 9 || l.Content != 16 ||
		!slices.Equal(l.Acts, []hearsay.Act{hearsay.Demand, hearsay.Appeal}) || !slices.Equal(l.Stances, []hearsay.Stance{hearsay.Actual}) {
		t.Errorf("read %+v", l)
	}
}

func TestParseActsNamesTheLine(t *testing.T) {
	for text, want := range map[string]string{
		"\ndev/quay\t1\t2\tdemand":         "quay.tsv:2: 4 fields",
		"quay\t1\t2\tdemand\tactual":       "quay.tsv:1: \"quay\" is no PART/ARTICLE",
		"dev/quay\tone\t2\tdemand\tactual": "numbers of code points",
		"dev/quay\t1\t2\tbidding\tactual":  `there is no kind "bidding"`,
		"dev/quay\t1\t2\tdemand\tsure":     `there is no stance "sure"`,
	} {
		if _, err := gold.ParseActs("quay.tsv", text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: error %v, want %q", text, err, want)
		}
	}
}

// Places are counted in code points: "é" and the opening mark take one each.
func TestActLabelFindsItsAttribution(t *testing.T) {
	text := "Ané said “go”. Bo denied it."
	at := func(words string) []hearsay.Span {
		i := strings.Index(text, words)
		return []hearsay.Span{{Start: i, End: i + len(words)}}
	}
	a := gold.Article{Text: text, Annotators: []gold.Annotator{{Attributions: []gold.Attribution{
		{Cue: at("said"), Content: at("“go”")}, {Cue: at("denied"), Content: at("it")},
	}}}}
	for _, c := range []struct {
		cue, content, want int
		found              bool
	}{{4, 9, 0, true}, {18, 25, 1, true}, {18, 9, 0, false}, {-1, 9, 0, false}, {4, 900, 0, false}} {
		if i, ok := (gold.ActLabel{Cue: c.cue, Content: c.content}).Find(a); ok != c.found || i != c.want {
			t.Errorf("cue %d, content %d: attribution %d, %v; want %d, %v", c.cue, c.content, i, ok, c.want, c.found)
		}
	}
}
