package score

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"hearsay"
	"hearsay/internal/gold"
)

const quarry = "Ona Brill said the quarry was shut. “It is not,” said Pike. Citing a guard, Radio Sill said 40 men had left, and reportedly more would on Friday."

// quarryTruth is the truth about it.
func quarryTruth(t *testing.T) gold.Revision {
	t.Helper()
	chains := [][]gold.Hop{
		{outletHop, {As: "Ona Brill", Identity: hearsay.NamedPerson}},
		{outletHop, {As: "Pike", Identity: hearsay.NamedPerson}},
		{outletHop, {As: "Radio Sill", Identity: hearsay.NamedOrganisation}},
		{outletHop, {As: "Radio Sill", Identity: hearsay.NamedOrganisation}, {As: "a guard", Identity: hearsay.Anonymous}},
		{outletHop, {Identity: hearsay.Unattributed}},
	}
	manners := []hearsay.Manner{hearsay.Indirect, hearsay.Direct, hearsay.Indirect, hearsay.Indirect, hearsay.Indirect}
	v := gold.Revision{ID: "sill-1", Report: hearsay.Report{Text: quarry}}
	for i, a := range mark(t, quarry, quarryLines...) {
		v.Attributions = append(v.Attributions, gold.ChainedAttribution{Attribution: a, Manner: manners[i], Chain: chains[i]})
	}
	forty := 40.0
	v.Figures = []gold.TrueFigure{{Span: pieces(t, quarry, "40")[0], Low: &forty, High: &forty, Qualifier: hearsay.Exactly, State: "other"}}
	v.Moments = []hearsay.Moment{{Span: pieces(t, quarry, "on Friday")[0], Type: hearsay.Date, Value: "2031-05-09"}}
	return v
}

var (
	outletHop   = gold.Hop{Identity: hearsay.OutletIdentity}
	quarryLines = []string{
		"Ona Brill | said | the quarry was shut",
		"Pike | said Pike | “It is not,”", // the second "said"
		"Radio Sill | Sill said | 40 men had left",
		"a guard | Citing | 40 men had left",
		" | reportedly | more would on Friday",
	}
)

// recordOf is a record of the quarry with the attributions given as for mark, in
// their places in the truth.
func recordOf(t *testing.T, lines ...string) hearsay.Record {
	t.Helper()
	var r hearsay.Record
	for i, a := range mark(t, quarry, lines...) {
		found := hearsay.Attribution{ID: i, Content: a.Content, Manner: hearsay.Indirect}
		if len(a.Source) > 0 {
			found.Source = &a.Source[0]
		}
		if len(a.Cue) > 0 {
			found.Cue = &a.Cue[0]
		}
		r.Attributions = append(r.Attributions, found)
	}
	return r
}

// perfect is a record that says what the truth says.
func perfect(t *testing.T) hearsay.Record {
	t.Helper()
	truth, r := quarryTruth(t), recordOf(t, quarryLines...)
	for i, a := range truth.Attributions {
		r.Attributions[i].Manner = a.Manner
		for _, h := range a.Chain {
			voice := hearsay.Voice{Identity: h.Identity}
			if h.As != "" {
				voice.As = &pieces(t, quarry, h.As)[0]
			}
			r.Attributions[i].Chain = append(r.Attributions[i].Chain, voice)
		}
	}
	outer := 2
	r.Attributions[3].Within = &outer
	for _, f := range truth.Figures {
		r.Figures = append(r.Figures, hearsay.Figure{Span: f.Span, Low: f.Low, High: f.High, Qualifier: f.Qualifier, State: "volume"})
	}
	r.Moments = truth.Moments
	return r
}

// figuresOf gives the counts of a record by figure.
func figuresOf(t *testing.T, r hearsay.Record) map[string]Count {
	t.Helper()
	out := map[string]Count{}
	for i, c := range NewScenarioReport("quarry", quarryTruth(t), r).tally() {
		out[ScenarioFigures[i].Name] = c
	}
	return out
}

func TestPerfectRecord(t *testing.T) {
	got := figuresOf(t, perfect(t))
	for name, n := range map[string]int{
		"found": 5, "found/direct": 1, "found/indirect": 4, "found/mixed": 0, "found/sourceless": 1, "found/nested": 1, "found/3+ hops": 1,
		"identity": 5, "identity/named-person": 2, "identity/named-organisation": 1, "identity/anonymous": 1, "identity/unattributed": 1,
		"identity/role": 0, "chain": 5, "chain/3+ hops": 1,
		"figure": 1, "figure qualifier": 1, "figure state": 0, // the truth's state is other
		"time": 1, "time/strict": 1, "time/value": 1,
	} {
		if got[name] != (Count{n, n, n}) {
			t.Errorf("%s: %+v, want %d of %d", name, got[name], n, n)
		}
	}
}

func TestTallyOfScenario(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*hearsay.Record)
		figure string
		want   Count
	}{
		"missed":                     {func(r *hearsay.Record) { r.Attributions = r.Attributions[1:] }, "found", Count{4, 4, 5}},
		"source lost":                {func(r *hearsay.Record) { r.Attributions[0].Source = nil }, "found", Count{4, 5, 5}},
		"source made up":             {func(r *hearsay.Record) { r.Attributions[4].Source = r.Attributions[0].Source }, "found/sourceless", Count{0, 1, 1}},
		"cue elsewhere":              {func(r *hearsay.Record) { r.Attributions[0].Cue = r.Attributions[4].Cue }, "found", Count{4, 5, 5}},
		"content elsewhere":          {func(r *hearsay.Record) { r.Attributions[0].Content = pieces(t, quarry, "40 men") }, "found", Count{4, 5, 5}},
		"no cue":                     {func(r *hearsay.Record) { r.Attributions[0].Cue = nil }, "found", Count{4, 5, 5}},
		"not found has no chain":     {func(r *hearsay.Record) { r.Attributions[3].Source = nil }, "chain/3+ hops", Count{}},
		"a hop too few":              {func(r *hearsay.Record) { r.Attributions[3].Chain = r.Attributions[3].Chain[1:] }, "chain/3+ hops", Count{0, 1, 1}},
		"last hop's identity":        {func(r *hearsay.Record) { r.Attributions[3].Chain[2].Identity = hearsay.Role }, "identity/role", Count{0, 1, 0}},
		"last hop's identity missed": {func(r *hearsay.Record) { r.Attributions[3].Chain[2].Identity = hearsay.Role }, "identity/anonymous", Count{0, 0, 1}},
		"identities among the found": {func(r *hearsay.Record) { r.Attributions[3].Chain[2].Identity = hearsay.Role }, "identity", Count{4, 5, 5}},
		"chain not read":             {func(r *hearsay.Record) { r.Attributions[0].Chain = nil }, "identity/named-person", Count{1, 1, 2}},
		"bounds":                     {func(r *hearsay.Record) { r.Figures[0].High = nil }, "figure", Count{0, 1, 1}},
		"bounds nearly right":        {func(r *hearsay.Record) { r.Figures[0].High = new(40.3) }, "figure", Count{0, 1, 1}},
		"bounds beyond decimals":     {func(r *hearsay.Record) { r.Figures[0].High = new(40 + 1e-12) }, "figure", Count{1, 1, 1}},
		"wrong figure's qualifier":   {func(r *hearsay.Record) { r.Figures[0].High = nil }, "figure qualifier", Count{}},
		"qualifier":                  {func(r *hearsay.Record) { r.Figures[0].Qualifier = hearsay.About }, "figure qualifier", Count{0, 1, 1}},
		"time's edge":                {func(r *hearsay.Record) { r.Moments = shift(r.Moments, 3) }, "time", Count{1, 1, 1}},
		"time's edge, strictly":      {func(r *hearsay.Record) { r.Moments = shift(r.Moments, 3) }, "time/strict", Count{0, 1, 1}},
		"time's edge, its value":     {func(r *hearsay.Record) { r.Moments = shift(r.Moments, 3) }, "time/value", Count{1, 1, 1}},
		"time elsewhere":             {func(r *hearsay.Record) { r.Moments = shift(r.Moments, -40) }, "time", Count{0, 1, 1}},
	} {
		t.Run(name, func(t *testing.T) {
			r := perfect(t)
			c.change(&r)
			if got := figuresOf(t, r)[c.figure]; got != c.want {
				t.Errorf("%s: %+v, want %+v", c.figure, got, c.want)
			}
		})
	}
}

// shift moves the beginning of the first moment.
func shift(moments []hearsay.Moment, by int) []hearsay.Moment {
	m := moments[0]
	m.Span.Start += by
	if by < 0 {
		m.Span.End += by
	}
	return []hearsay.Moment{m}
}

// A figure with the right bounds in a row of the truth is matched before one
// that merely stands in the same words.
func TestFigurePairsByBounds(t *testing.T) {
	one, two := 1.0, 2.0
	words := hearsay.Span{Start: 0, End: 4}
	r := ScenarioReport{Text: "some"}
	r.Gold.Figures = []gold.TrueFigure{{Span: words, Low: &one}, {Span: words, Low: &two}}
	r.System.Figures = []gold.TrueFigure{{Span: words, Low: &two}, {Span: hearsay.Span{Start: 0, End: 1}, Low: &one}}
	if got := r.figurePairs(); !slices.Equal(got, []Pair{{0, -1}, {1, 0}, {-1, 1}}) {
		t.Errorf("%v", got) // a quarter of the characters is under the least overlap
	}
}

// Two who say one thing with one cue are told apart by their names.
func TestTwoSourcesOfOneCue(t *testing.T) {
	text := "The Courier and the Gull report that it rains."
	lines := []string{"The Courier | report | that it rains", "the Gull | report | that it rains"}
	var r ScenarioReport
	r.Text = text
	for _, a := range mark(t, text, lines...) {
		r.Gold.Tellings = append(r.Gold.Tellings, Telling{Attribution: a})
		r.System.Tellings = slices.Insert(r.System.Tellings, 0, Telling{Attribution: a})
	}
	if got := r.tally()[0]; got != (Count{2, 2, 2}) {
		t.Errorf("%+v", got)
	}
}

func TestIsNested(t *testing.T) {
	all := quarryTruth(t).Attributions
	for i, want := range []bool{false, false, false, true, false} {
		if got := isNested(all, i); got != want {
			t.Errorf("attribution %d: %t", i, got)
		}
	}
	inner := mark(t, quarry, "men | had | left")[0]
	all = append(all, gold.ChainedAttribution{Attribution: inner})
	if !isNested(all, len(all)-1) {
		t.Error("a cue within another's content is not nested")
	}
}

func TestSameHop(t *testing.T) {
	for _, c := range []struct {
		gold, found string
		want        bool
	}{
		{"", "", true},
		{"", "he", false},
		{"he", "", false},
		{"he", "He", true},
		{"he", "she", false},
		{"he", "Omar Pike", false},
		{"a guard at the gate", "the guard", true},
		{"the guard", "the gate", false},
		{"two officials of the quarry board", "an official of the board", true}, // 1 of the shorter one's 2
		{"the mayor of Sill", "the mayor’s deputy of Tor", true},
		{"a spokeswoman, Ona Brill", "Pike, a union man and miner", false},
	} {
		if got := sameHop(c.gold, c.found); got != c.want {
			t.Errorf("%q and %q: %t", c.gold, c.found, got)
		}
		if sameHop(c.gold, c.found) != sameHop(c.found, c.gold) {
			t.Errorf("%q and %q: not the same both ways", c.gold, c.found)
		}
	}
}

func TestEvaluateScenarios(t *testing.T) {
	truth := quarryTruth(t)
	half := perfect(t)
	half.Attributions = half.Attributions[:2]
	result := EvaluateScenarios([]ScenarioReport{
		NewScenarioReport("one", truth, perfect(t)),
		NewScenarioReport("two", truth, perfect(t)), NewScenarioReport("two", truth, half),
	})
	if len(result.Scenarios) != 2 || result.Scenarios[0].Figures[0].F1 != 1 || result.Scenarios[1].Reports != 2 {
		t.Fatalf("by scenario: %+v", result.Scenarios)
	}
	if got := result.Scenarios[1].Figures[0].Count; got != (Count{7, 7, 10}) {
		t.Errorf("second scenario: %+v", got)
	}
	all := result.Figures[0]
	if all.Count != (Count{12, 12, 15}) || all.Interval.Low >= all.F1 || all.Interval.High != 1 || !all.Read {
		t.Errorf("all: %+v", all)
	}
	if got := len(result.Measured()); got != 0 {
		t.Errorf("%d figures would be floors, of fewer than %d items", got, MinFloor)
	}
}

// The mean over identities counts each class alike, however many it has.
func TestIdentityMean(t *testing.T) {
	r := perfect(t)
	r.Attributions[3].Chain[2].Identity = hearsay.NamedPerson // the only anonymous one
	result := EvaluateScenarios([]ScenarioReport{NewScenarioReport("one", quarryTruth(t), r)})
	got := result.Figures[scenarioIndex[identityFigure]]
	want := (0.8 + 1 + 0 + 1) / 4 // person 2 of 2 and 3, organisation, anonymous, unattributed
	if d := got.F1 - want; d > 1e-9 || d < -1e-9 || got.Gold != 5 {
		t.Errorf("%+v, want %.3f", got, want)
	}
}

// What no record has is not a figure of zero, and no mistake.
func TestUnread(t *testing.T) {
	r := recordOf(t, quarryLines[:2]...)
	reports := []ScenarioReport{NewScenarioReport("one", quarryTruth(t), r)}
	var table strings.Builder
	if err := EvaluateScenarios(reports).Table(&table); err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{"  chain/3+ hops                n/a: not read yet\n", "  time/value                   n/a: not read yet\n", "  figure                       n/a: not read yet\n"} {
		if !strings.Contains(table.String(), line) {
			t.Errorf("no line %q in\n%s", line, table.String())
		}
	}
	for _, m := range ScenarioMistakes(reports) {
		if m.Kind != Missed && m.Kind != MissedNested && m.Kind != MissedSourceless {
			t.Errorf("mistake %q", m.Kind)
		}
	}
}

func TestMeasuredRestsOnTheGold(t *testing.T) {
	truth := quarryTruth(t)
	few := perfect(t)
	few.Attributions[0].Source = nil // not found: its chain is not counted
	var reports []ScenarioReport
	for range MinFloor {
		reports = append(reports, NewScenarioReport("one", truth, few))
	}
	floors := map[string]int{}
	for _, m := range EvaluateScenarios(reports).Measured() {
		floors[m.Figure] = m.N
	}
	for figure, n := range map[string]int{"found": 250, "chain": 250, "chain/3+ hops": 50, "figure qualifier": 50, "time": 50} {
		if floors[figure] != n {
			t.Errorf("%s rests on %d items, want %d", figure, floors[figure], n)
		}
	}
	if _, ok := floors["figure state"]; ok {
		t.Error("a figure of nothing is a floor")
	}
}

func TestScenarioMistakes(t *testing.T) {
	r := perfect(t)
	r.Attributions[0].Source = nil
	r.Attributions[1].Chain = append(r.Attributions[1].Chain, r.Attributions[1].Chain[1])
	r.Attributions[3].Chain[2].As = r.Attributions[0].Cue
	r.Attributions[4].Content[0].Start += len("more would on ")
	r.Attributions = append(r.Attributions, hearsay.Attribution{ID: 5, Cue: &pieces(t, quarry, "shut")[0], Content: pieces(t, quarry, "was")})
	r.Figures[0].Qualifier = hearsay.About
	r.Moments = shift(r.Moments, 3)
	reports := []ScenarioReport{NewScenarioReport("one", quarryTruth(t), r)}
	mistakes := ScenarioMistakes(reports)
	var got []string
	for _, m := range mistakes {
		got = append(got, fmt.Sprintf("%s: %s", m.Kind, m.Key))
	}
	want := []string{
		"source missing: said", "chain too long: · > Pike / · > Pike > Pike", "chain with other words: · > Radio Sill > a guard / · > Radio Sill > said",
		"content less than half right: reportedly", "invented: shut", "figure qualifier: exactly → about", "time edges: on friday",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	var table strings.Builder
	if err := ScenarioMistakeTable(&table, reports, mistakes, 1); err != nil {
		t.Fatal(err)
	}
	for _, shown := range []string{
		"source missing: 1\n  said 1\n    one/sill-1  said\n      gold   Ona Brill | said | the quarry was shut | · > Ona Brill\n      found  – | said | the quarry was shut",
		"figure qualifier: 1\n  exactly → about 1\n    one/sill-1  exactly → about\n      gold   40 | 40 … 40 | exactly | other\n      found  40 | 40 … 40 | about | volume\n",
		"      gold   on Friday | 2031-05-09 | DATE\n      found  Friday | 2031-05-09 | DATE\n",
		"    one/sill-1  shut\n      found  – | shut | was\n",
	} {
		if !strings.Contains(table.String(), shown) {
			t.Errorf("no\n%s\nin\n%s", shown, table.String())
		}
	}
}

// Whatever is read: hits are of both sides, each side's total is what there is,
// and a reading of the truth itself is perfect.
func TestScenarioPairing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Repeat("wörd ", 12)
		gold, system := drawTellings(t, "gold", len(text)), drawTellings(t, "system", len(text))
		r := ScenarioReport{Text: text, Gold: ScenarioSide{Tellings: gold}, System: ScenarioSide{Tellings: system}}
		c := r.tally()[0]
		if c.Gold != len(gold) || c.System != len(system) || c.Hit > min(c.Gold, c.System) {
			t.Fatalf("%+v of %d and %d", c, len(gold), len(system))
		}
		r.System = r.Gold
		if c := r.tally()[0]; c.Hit != len(gold) {
			t.Fatalf("the truth against itself: %+v", c)
		}
	})
}

// drawTellings draws attributions that differ in their cues.
func drawTellings(t *rapid.T, side string, n int) []Telling {
	var out []Telling
	taken := map[int]bool{}
	for range rapid.IntRange(0, 4).Draw(t, side) {
		at := 6 * rapid.IntRange(0, n/6-1).Draw(t, "cue")
		if taken[at] {
			continue
		}
		taken[at] = true
		first := 6 * rapid.IntRange(0, n/6-1).Draw(t, "first")
		end := 6 * rapid.IntRange(first/6+1, n/6).Draw(t, "end")
		out = append(out, Telling{Attribution: gold.Attribution{
			Cue: []hearsay.Span{{Start: at, End: at + 6}}, Content: []hearsay.Span{{Start: first, End: end}},
		}})
	}
	return out
}
