package claim

import (
	"fmt"
	"strings"
	"testing"
)

// TestClusterIsNotTransitive: b is like a and like c, and a is not like c.
func TestClusterIsNotTransitive(t *testing.T) {
	by := &Weights{Unlike: -3000}
	for _, c := range []struct {
		pairs []pair
		want  string
	}{
		{nil, "[[0] [1] [2]]"},
		{[]pair{{0, 1, 900}, {1, 2, 500}}, "[[0 1] [2]]"},
		{[]pair{{0, 1, 500}, {1, 2, 900}}, "[[0] [1 2]]"},
		{[]pair{{0, 1, 900}, {0, 2, -200}, {1, 2, 800}}, "[[0 1 2]]"},
		{[]pair{{0, 1, -100}}, "[[0] [1] [2]]"},
	} {
		if got := fmt.Sprint(cluster(3, c.pairs, by)); got != c.want {
			t.Errorf("%v: got %s, want %s", c.pairs, got, c.want)
		}
	}
}

func TestNumbers(t *testing.T) {
	n := func(x float64, unit, state string) number {
		v := number{low: &x, unit: unit, noun: -1}
		v.state = "killed"
		if state != "" {
			v.state = "price"
		}
		return v
	}
	for _, c := range []struct {
		a, b number
		want agreement
	}{
		{n(15, "people", ""), n(15, "people", ""), equal},
		{n(15, "people", ""), n(12, "people", ""), differs},
		{n(18400, "people", ""), n(18000, "people", ""), rounded},
		{n(15, "people", ""), n(12, "crowns", "p"), apart},
		{n(15, "people", ""), n(15, "crowns", "p"), apart},
		{n(6.5, "percent", "p"), n(6.5, "", "p"), equal},
	} {
		if got := c.a.against(c.b); got != c.want {
			t.Errorf("%v %s against %v %s: got %d, want %d", *c.a.low, c.a.unit, *c.b.low, c.b.unit, got, c.want)
		}
	}
}

// TestStems: words that are derived from each other have one stem.
func TestStems(t *testing.T) {
	for _, pair := range [][2]string{{"reject", "rejection"}, {"negotiate", "negotiation"}, {"employ", "employment"}, {"kill", "killing"}, {"accept", "acceptance"}} {
		if a, b := stem(pair[0]), stem(pair[1]); a != b {
			t.Errorf("%s is %s, %s is %s", pair[0], a, pair[1], b)
		}
	}
}

// TestSynonymsStandOnceInALine: a word that stands twice in a class is a slip.
func TestSynonymsStandOnceInALine(t *testing.T) {
	if classCount < 100 {
		t.Fatalf("%d classes", classCount)
	}
	for line := range strings.Lines(synonymTable) {
		seen := map[string]bool{}
		for _, w := range strings.Fields(strings.TrimSpace(line)) {
			if seen[w] && !strings.HasPrefix(line, "#") {
				t.Errorf("%s stands twice in %q", w, line)
			}
			seen[w] = true
		}
	}
}
