package score

import (
	"testing"

	"pgregory.net/rapid"

	"hearsay"
	"hearsay/internal/gold"
)

const talks = "Ana Berg said the port would open, but Omar Diaz denied it. He added: the strike goes on until Monday, maybe."

func TestTracks(t *testing.T) {
	berg := "Ana Berg | said | the port would open"
	diaz := "Omar Diaz | denied | it"
	he := "He | added | the strike goes on until Monday"
	for _, c := range []struct {
		name        string
		gold, found []string
		want        map[string]Count // hit, system, gold
	}{
		{"all right", []string{berg, diaz, he}, []string{he, diaz, berg}, map[string]Count{
			"source": {3, 3, 3}, "cue": {3, 3, 3}, "content": {3, 3, 3}, "exact": {3, 3, 3}, "overlap": {3, 3, 3}, "iou": {3, 3, 3},
			"exact/indirect": {3, 3, 3}, "exact/direct": {}, "exact/pronoun": {1, 1, 1}, "exact/sourceless": {},
		}},
		// Every span is found, but two sources have changed places: track A sees
		// nothing, track B does.
		{"the tracks differ: sources exchanged", []string{berg, diaz},
			[]string{"Omar Diaz | said | the port would open", "Ana Berg | denied | it"}, map[string]Count{
				"source": {2, 2, 2}, "cue": {2, 2, 2}, "content": {2, 2, 2},
				"exact": {0, 2, 2}, "overlap": {0, 2, 2}, "iou": {0, 2, 2},
			}},
		// No span is right to the token, yet the whole overlaps.
		{"the tracks differ: edges", []string{berg}, []string{"Berg | said the | port would open, but"}, map[string]Count{
			"source": {0, 1, 1}, "cue": {0, 1, 1}, "content": {0, 1, 1}, "exact": {0, 1, 1}, "overlap": {1, 1, 1}, "iou": {1, 1, 1},
		}},
		{"a broken content is two spans", []string{"He | added | the strike + until Monday"}, []string{he}, map[string]Count{
			"content": {0, 1, 2}, "exact": {0, 1, 1}, "iou": {1, 1, 1},
		}},
		{"pieces that touch are one span", []string{he}, []string{"He | added | the strike + goes on until Monday"}, map[string]Count{
			"content": {1, 1, 1}, "exact": {1, 1, 1},
		}},
		{"content under half", []string{he}, []string{"He | added | Monday, maybe"}, map[string]Count{
			"overlap": {1, 1, 1}, "iou": {0, 1, 1},
		}},
		{"nobody named on both sides", []string{"| said | the port"}, []string{"| said | the port"}, map[string]Count{
			"source": {}, "exact": {1, 1, 1}, "exact/sourceless": {1, 1, 1},
		}},
		{"a source invented", []string{"| said | the port"}, []string{"Ana Berg | said | the port"}, map[string]Count{
			"source": {0, 1, 0}, "overlap": {0, 1, 1}, "overlap/sourceless": {0, 1, 1},
		}},
		{"nothing found", []string{berg}, nil, map[string]Count{"cue": {0, 0, 1}, "exact": {0, 0, 1}, "exact/indirect": {0, 0, 1}}},
		{"all invented", nil, []string{he}, map[string]Count{"cue": {0, 1, 0}, "exact": {0, 1, 0}, "exact/pronoun": {0, 1, 0}}},
		{"one shared by two counts once", []string{berg},
			[]string{"Ana Berg | said | the port would", "Ana | said | the port would open"}, map[string]Count{
				"cue": {1, 1, 1}, "exact": {0, 2, 1}, "overlap": {1, 2, 1},
			}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := counts(TallyOf(article(t, talks, c.gold, c.found)))
			for figure, want := range c.want {
				if got[figure] != want {
					t.Errorf("%s: %+v, want %+v", figure, got[figure], want)
				}
			}
		})
	}
}

func TestTheFirstAnnotatorCounts(t *testing.T) {
	a := gold.Article{Text: talks, Annotators: []gold.Annotator{
		{Name: "amy", Attributions: mark(t, talks, "Ana Berg | said | the port")},
		{Name: "zed", Attributions: mark(t, talks, "Omar Diaz | denied | it", "He | added | the strike")},
	}}
	got := counts(TallyOf(NewArticle(a, Annotated(a.Annotators[1].Attributions))))
	if want := (Count{0, 2, 1}); got["exact"] != want {
		t.Errorf("exact %+v, want %+v", got["exact"], want)
	}
}

func TestPairsTakesTheClosestFirst(t *testing.T) {
	// The system's first shares content with the first gold, its second shares
	// the cue: a cue token outweighs any content.
	a := article(t, talks,
		[]string{"Ana Berg | said | the port would open"},
		[]string{"Ana Berg | but | the port would open", "| said | it"})
	if got := Pairs(a); got[0] != (Pair{0, 1}) || got[1] != (Pair{-1, 0}) {
		t.Errorf("pairs %v", got)
	}
	// Content and two source words tie with nothing: gold order decides.
	a = article(t, talks, []string{"| said | the port", "| said | the port"}, []string{"| said | the port"})
	if got := Pairs(a); got[0] != (Pair{0, 0}) || got[1] != (Pair{1, -1}) {
		t.Errorf("pairs %v", got)
	}
}

func TestOutermost(t *testing.T) {
	within := 0
	span := hearsay.Span{Start: 0, End: 3}
	found := Outermost([]hearsay.Attribution{
		{ID: 0, Source: &span, Cue: &span, Content: []hearsay.Span{span}, Confidence: 700},
		{ID: 1, Content: []hearsay.Span{span}, Within: &within},
		{ID: 2, Content: []hearsay.Span{span}},
	})
	if len(found) != 2 || found[0].Confidence != 700 || len(found[0].Cue) != 1 || found[1].Source != nil || found[1].Cue != nil {
		t.Errorf("found %+v", found)
	}
}

// A reading drawn at random keeps what must hold of any reading.
func TestTallyHoldsItsInvariants(t *testing.T) {
	set := rapid.Custom(func(t *rapid.T) Set {
		first := rapid.IntRange(0, 12).Draw(t, "first")
		var s Set
		for i := first; i < first+rapid.IntRange(0, 5).Draw(t, "length"); i++ {
			s = append(s, i)
		}
		return s
	})
	attribution := rapid.Custom(func(t *rapid.T) Attribution {
		return Attribution{Source: set.Draw(t, "source"), Cue: set.Draw(t, "cue"), Content: append(set.Draw(t, "content"), 20),
			Manner: rapid.SampledFrom(hearsay.Manners).Draw(t, "manner")}
	})
	rapid.Check(t, func(t *rapid.T) {
		a := Article{Gold: rapid.SliceOf(attribution).Draw(t, "gold"), System: rapid.SliceOf(attribution).Draw(t, "system")}
		got := counts(TallyOf(a))
		for figure, c := range got {
			if c.Hit > c.System || c.Hit > c.Gold {
				t.Fatalf("%s: %+v", figure, c)
			}
		}
		for _, m := range Measures {
			name := string(m)
			byManner := got[name+"/direct"].plus(got[name+"/indirect"]).plus(got[name+"/mixed"])
			if whole := got[name]; byManner != whole || whole.Gold != len(a.Gold) || whole.System != len(a.System) {
				t.Fatalf("%s: %+v, manners add up to %+v", name, whole, byManner)
			}
		}
		if self := counts(TallyOf(Article{Gold: a.Gold, System: a.Gold})); self["cue"].F1() != 1 && self["cue"].Gold > 0 {
			t.Fatalf("a reading against itself: %+v", self["cue"])
		}
	})
}
