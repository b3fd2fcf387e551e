package score

import (
	"slices"
	"strings"
	"testing"

	"hearsay"
	"hearsay/internal/gold"
)

// ferry is an affair of three outlets: Sill reports, Moor copies it, Fell has its
// own man and an official of its own.
var ferry = []struct{ id, copyOf, text string }{
	{"sill", "", "Ona Brill said the ferry sank at noon. Pike said nobody drowned."},
	{"moor", "sill", "Ona Brill said the ferry sank at noon. Pike said nobody drowned."},
	{"fell", "", "An official said the boat went down around midday. Ona Brill said the ferry sank at noon."},
}

// ferryClaims are the truth's claims and origins of the attributions, by report.
var ferryClaims = [][]string{{"sank", "nobody"}, {"sank", "nobody"}, {"sank", "sank"}}

func ferryTruth(t *testing.T) gold.Scenario {
	t.Helper()
	lines := [][]string{
		{"Ona Brill | said | the ferry sank at noon", "Pike | said nobody | nobody drowned"},
		{"Ona Brill | said | the ferry sank at noon", "Pike | said nobody | nobody drowned"},
		{"An official | said | the boat went down around midday", "Ona Brill | said the ferry | the ferry sank at noon"},
	}
	actors := [][]string{{"brill", "pike"}, {"brill", "pike"}, {"", "brill"}}
	s := gold.Scenario{Name: "ferry"}
	for i, f := range ferry {
		v := gold.Revision{ID: f.id, CopyOf: f.copyOf, Report: hearsay.Report{Text: f.text}}
		for j, a := range mark(t, f.text, lines[i]...) {
			v.Attributions = append(v.Attributions, gold.ChainedAttribution{
				Attribution: a, Claim: ferryClaims[i][j], Chain: []gold.Hop{outletHop, {Actor: actors[i][j]}},
			})
		}
		s.Revisions = append(s.Revisions, v)
	}
	s.Claims = []gold.Claim{
		{ID: "sank", Origins: []gold.Origin{
			{ID: "sank.1", Actor: "brill", Reports: []string{"sill", "moor", "fell"}},
			{ID: "sank.2", Reports: []string{"fell"}},
		}},
		{ID: "nobody", Origins: []gold.Origin{{ID: "nobody.1", Actor: "pike", Reports: []string{"sill", "moor"}}}},
	}
	s.Updates = []gold.Update{{Report: "moor", Changes: []gold.Change{{Kind: gold.Silent, Where: 2}, {Kind: gold.Added, Where: 3}}}}
	s.Contradictions = []gold.Opposition{{Pair: []string{"sank", "nobody"}}}
	return s
}

// ferryTrace finds all attributions and puts them into the claims and origins
// given, one number for each attribution; origin 10c+o is of claim c.
func ferryTrace(t *testing.T, truth gold.Scenario, claims, origins [][]int) hearsay.Trace {
	t.Helper()
	var trace hearsay.Trace
	places := map[int][]hearsay.Place{}
	from := map[int][]hearsay.Place{}
	for i, v := range truth.Revisions {
		r := hearsay.Record{Report: v.Report}
		for j, a := range v.Attributions {
			r.Attributions = append(r.Attributions, hearsay.Attribution{ID: j, Source: &a.Source[0], Cue: &a.Cue[0], Content: a.Content})
			p := hearsay.Place{Report: i, Part: hearsay.PartAttribution, Index: j}
			places[claims[i][j]] = append(places[claims[i][j]], p)
			from[origins[i][j]] = append(from[origins[i][j]], p)
		}
		trace.Records = append(trace.Records, r)
	}
	for id := range len(places) {
		c := hearsay.Claim{ID: id, Places: places[id]}
		for o := 10 * id; o < 10*id+10; o++ {
			if from[o] != nil {
				c.Origins = append(c.Origins, hearsay.Origin{ID: o, Places: from[o]})
			}
		}
		trace.Claims = append(trace.Claims, c)
	}
	return trace
}

var (
	rightClaims  = [][]int{{0, 1}, {0, 1}, {0, 0}}
	rightOrigins = [][]int{{0, 10}, {0, 10}, {1, 0}}
)

func figureOf(t *testing.T, r AffairResult, name string) AffairScore {
	t.Helper()
	i := slices.IndexFunc(r.Figures, func(f AffairScore) bool { return f.Figure == name })
	if i < 0 {
		t.Fatalf("no figure %q", name)
	}
	return r.Figures[i]
}

func TestAffairPerfect(t *testing.T) {
	truth := ferryTruth(t)
	trace := ferryTrace(t, truth, rightClaims, rightOrigins)
	trace.Copies = []hearsay.Copy{{Report: 1, Of: 0}}
	trace.Updates = []hearsay.Update{{Report: 1, Changes: []hearsay.Change{{Kind: hearsay.ChangeAdded, Where: 3}, {Kind: hearsay.ChangeSilent, Where: 2}}}}
	trace.Contradictions = []hearsay.Contradiction{{Claims: &[2]int{1, 0}}}
	r := EvaluateAffairs([]*Affair{NewAffair(truth, trace)})
	want := map[string]int{ // gold items
		// Both of Fell's with the sinking in Sill and in Moor; the one in the
		// same report is no pair, nor is any between Sill and Moor.
		linkFigure: 4, hardFigure: 2, originFigure: 6, sameOriginFigure: 4, otherOriginFigure: 2,
		originsFigure: 1, severalOriginsFigure: 1, copyFigure: 1,
		changeFigure: 2, changeKindFigure: 2, changeSilentFigure: 2, contradictionFigure: 1, contradictionRightFigure: 1,
	}
	for name, n := range want {
		if f := figureOf(t, r, name); f.Gold != n || f.Value != 1 {
			t.Errorf("%s: %.2f of %d, want 1 of %d", name, f.Value, f.Gold, n)
		}
	}
}

func TestAffairWrong(t *testing.T) {
	truth := ferryTruth(t)
	// The official is taken for another matter; Brill in Fell for a voice of its
	// own; and what Pike says for the sinking.
	trace := ferryTrace(t, truth, [][]int{{0, 0}, {0, 0}, {1, 0}}, [][]int{{0, 0}, {0, 0}, {10, 1}})
	trace.Copies = []hearsay.Copy{{Report: 0, Of: 1}}
	trace.Updates = []hearsay.Update{{Report: 1, Changes: []hearsay.Change{{Kind: hearsay.ChangeChanged, Where: 2}}}}
	trace.Contradictions = []hearsay.Contradiction{{Claims: &[2]int{0, 1}}}
	r := EvaluateAffairs([]*Affair{NewAffair(truth, trace)})
	for name, want := range map[string]Count{
		linkFigure:           {Hit: 2, System: 4, Gold: 4}, // of Fell's Brill with all four; two are Pike's
		sameOriginFigure:     {Hit: 2, System: 4, Gold: 4},
		otherOriginFigure:    {Hit: 2, System: 2, Gold: 2},
		severalOriginsFigure: {Hit: 1, System: 1, Gold: 1},
		copyFigure:           {Hit: 0, System: 1, Gold: 1},
		changeFigure:         {Hit: 1, System: 1, Gold: 2},
		changeKindFigure:     {Hit: 0, System: 1, Gold: 2},
		changeSilentFigure:   {Hit: 0, System: 1, Gold: 1},
		contradictionFigure:  {Hit: 1, System: 1, Gold: 1}, // Pike's stands in the first
	} {
		if f := figureOf(t, r, name); f.Count != want {
			t.Errorf("%s: %+v, want %+v", name, f.Count, want)
		}
	}
}

// A claim that the trace leaves without an origin is never said to have one.
func TestAffairWithoutOrigins(t *testing.T) {
	truth := ferryTruth(t)
	trace := ferryTrace(t, truth, rightClaims, rightOrigins)
	for i := range trace.Claims {
		trace.Claims[i].Origins = nil
	}
	r := EvaluateAffairs([]*Affair{NewAffair(truth, trace)})
	if f := figureOf(t, r, sameOriginFigure); f.Hit != 0 {
		t.Errorf("%d pairs have one origin, and none has any", f.Hit)
	}
	if f := figureOf(t, r, severalOriginsFigure); f.Hit != 1 {
		t.Errorf("unknown origins are counted as one")
	}
}

func TestAffairMistakes(t *testing.T) {
	truth := ferryTruth(t)
	trace := ferryTrace(t, truth, [][]int{{0, 0}, {0, 0}, {1, 0}}, [][]int{{0, 0}, {0, 0}, {10, 1}})
	var b strings.Builder
	if err := AffairMistakes(&b, []*Affair{NewAffair(truth, trace)}, 1); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"claims not linked: 2\n", "claims linked wrongly: 2\n", "one origin told as several: 2\n", "change missed: 2\n",
		"    ferry  sank\n      sill         Ona Brill | said | the ferry sank at noon\n      fell         An official | said | the boat went down around midday\n",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%q is not in\n%s", want, b.String())
		}
	}
}
