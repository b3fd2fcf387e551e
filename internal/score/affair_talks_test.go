package score

import (
	"strings"
	"testing"

	"hearsay"
	"hearsay/internal/gold"
)

// wageText tells of a wage round; every datum of the test stands in it.
const wageText = "Orl Ferries offered 6 percent over two years. The Deckhands' Union turned it down. It wants 9 percent. We strike with or without an offer."

// wageTruth is the truth of it.
func wageTruth() gold.Scenario {
	return gold.Scenario{
		Name:      "wage",
		Actors:    []gold.TrueActor{{ID: "ferries", Name: "Orl Ferries"}, {ID: "union", Name: "Deckhands' Union", Aliases: []string{"The Deckhands' Union"}}},
		Revisions: []gold.Revision{{ID: "a", Report: hearsay.Report{Text: wageText}}},
		Talks: &gold.Talks{
			Proposals: []gold.Proposal{
				{
					ID: "six", By: "ferries", Deadline: "2031-04-11",
					Terms:     []gold.Term{{Text: "a pay rise of 6 percent over two years", Obliges: []string{"ferries"}, Status: gold.Refused}},
					Responses: []gold.Response{{By: "union", Kind: gold.Refuse}, {By: "union", Kind: gold.Counter}},
				},
				{ID: "nine", By: "union", Terms: []gold.Term{{Text: "9 percent", Obliges: []string{"ferries"}, Status: gold.Proposed}}},
			},
			Positions: []gold.Position{{By: "union", Text: "the union will strike with or without an offer", RegardlessOfDeal: true}},
		},
	}
}

// wageTrace is a trace that has all of the truth; change may spoil it.
func wageTrace(change func(*hearsay.Talks)) hearsay.Trace {
	at := func(words string) hearsay.Passage {
		i := strings.Index(wageText, words)
		return hearsay.Passage{Span: hearsay.Span{Start: i, End: i + len(words)}}
	}
	ferries, union, limit := 0, 1, 0
	k := hearsay.Talks{
		Parties: []hearsay.Party{{ID: 0, Words: at("Orl Ferries")}, {ID: 1, Words: at("The Deckhands' Union")}},
		Proposals: []hearsay.Proposal{
			{
				By: &ferries, Deadline: &limit,
				Terms:     []hearsay.TalksTerm{{Words: at("6 percent over two years"), On: []int{0}, Status: hearsay.StatusRefused}},
				Responses: []hearsay.Response{{By: &union, Kind: hearsay.ResponseRefuse}, {By: &union, Kind: hearsay.ResponseCounter}},
			},
			{ID: 1, By: &union, Terms: []hearsay.TalksTerm{{Words: at("9 percent"), On: []int{0}, Status: hearsay.StatusProposed}}},
		},
		Deadlines: []hearsay.TalksDeadline{{Value: "2031-04-11"}},
		Positions: []hearsay.Position{{By: &union, Words: at("We strike with or without an offer"), Regard: hearsay.Regardless}},
	}
	change(&k)
	return hearsay.Trace{Records: []hearsay.Record{{Report: hearsay.Report{Text: wageText}}}, Talks: []hearsay.Talks{k}}
}

func talkCounts(truth gold.Scenario, trace hearsay.Trace) map[string]Count {
	tally := NewAffair(truth, trace).tally()
	out := map[string]Count{}
	for i, f := range AffairFigures {
		out[f.Name] = tally[i]
	}
	return out
}

// What is all there counts in full, and each thing spoiled costs its own figure.
func TestTalksCounts(t *testing.T) {
	for _, c := range []struct {
		name   string
		spoil  func(*hearsay.Talks)
		figure string
		want   Count
	}{
		{"all", func(*hearsay.Talks) {}, proposalFigure, Count{Gold: 2, System: 2, Hit: 2}},
		{"all", func(*hearsay.Talks) {}, termFigure, Count{Gold: 2, System: 2, Hit: 2}},
		{"all", func(*hearsay.Talks) {}, answerFigure, Count{Gold: 2, System: 2, Hit: 2}},
		{"all", func(*hearsay.Talks) {}, positionFigure, Count{Gold: 1, System: 1, Hit: 1}},
		{"a proposal left out", func(k *hearsay.Talks) { k.Proposals = k.Proposals[:1] }, proposalFigure, Count{Gold: 2, System: 1, Hit: 1}},
		{"a proposal by another", func(k *hearsay.Talks) { k.Proposals[1].By = nil }, proposalByFigure, Count{Gold: 2, System: 2, Hit: 1}},
		{"another status", func(k *hearsay.Talks) { k.Proposals[0].Terms[0].Status = hearsay.StatusAgreed }, statusFigure, Count{Gold: 2, System: 2, Hit: 1}},
		{"both obliged", func(k *hearsay.Talks) { k.Proposals[0].Terms[0].On = []int{0, 1} }, obligesFigure, Count{Gold: 2, System: 2, Hit: 1}},
		{"another answer", func(k *hearsay.Talks) { k.Proposals[0].Responses[1].Kind = hearsay.ResponseAccept }, answerFigure, Count{Gold: 2, System: 2, Hit: 1}},
		{"another time", func(k *hearsay.Talks) { k.Deadlines[0].Value = "2031-04-12" }, deadlineFigure, Count{Gold: 1, System: 1}},
		{"not regardless", func(k *hearsay.Talks) { k.Positions[0].Regard = hearsay.OnCondition }, positionFreeFigure, Count{Gold: 1, System: 1}},
		{"an invented term", func(k *hearsay.Talks) {
			k.Proposals[1].Terms = append(k.Proposals[1].Terms, hearsay.TalksTerm{Words: k.Positions[0].Words})
		}, termFigure, Count{Gold: 2, System: 3, Hit: 2}},
	} {
		if got := talkCounts(wageTruth(), wageTrace(c.spoil))[c.figure]; got != c.want {
			t.Errorf("%s: %s is %+v, want %+v", c.name, c.figure, got, c.want)
		}
	}
}

// In a story without talks all that is found is invented.
func TestTalksWhereThereAreNone(t *testing.T) {
	truth := wageTruth()
	truth.Talks = nil
	counts := talkCounts(truth, wageTrace(func(*hearsay.Talks) {}))
	if got := counts[proposalFigure]; got != (Count{System: 2}) {
		t.Errorf("proposals: %+v", got)
	}
	if got := counts[answerFigure]; got != (Count{System: 2}) {
		t.Errorf("answers: %+v", got)
	}
	none := wageTrace(func(*hearsay.Talks) {})
	none.Talks = nil
	for figure, c := range talkCounts(truth, none) {
		if c != (Count{}) && c.Gold+c.System > 0 && strings.HasPrefix(figure, "proposal") {
			t.Errorf("%s: %+v of nothing", figure, c)
		}
	}
}

// Each thing spoiled is among the mistakes, the intervals hold the figures, and two
// negotiations count as what they have together.
func TestTalksMistakesAndIntervals(t *testing.T) {
	spoiled := wageTrace(func(k *hearsay.Talks) {
		k.Proposals[0].Terms[0].Status = hearsay.StatusAgreed
		k.Proposals[0].Responses[1].Kind = hearsay.ResponseAccept
		k.Positions[0].Regard = hearsay.OnCondition
	})
	affair := NewAffair(wageTruth(), spoiled)
	var b strings.Builder
	if err := AffairMistakes(&b, []*Affair{affair}, 3); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"status of a term: 1\n    wage  refused → agreed: a pay rise of 6 percent over two years\n",
		"answer missed: 1\n    wage  counter by union", "answer invented: 1\n    wage  accept by The Deckhands' Union", "position regardless or not: 1\n",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%q is not in\n%s", want, b.String())
		}
	}
	for _, f := range EvaluateAffairs([]*Affair{affair, affair}).Figures {
		if f.Interval != nil && (f.Interval.Low > f.Value || f.Interval.High < f.Value) {
			t.Errorf("%s: %v is not in %v", f.Figure, f.Value, *f.Interval)
		}
		if f.Figure == answerFigure && f.Interval == nil {
			t.Error("answers have no interval")
		}
	}
	whole := wageTrace(func(*hearsay.Talks) {})
	first, second := whole.Talks[0], whole.Talks[0]
	first.Proposals, first.Positions = first.Proposals[:1], nil
	second.Proposals = second.Proposals[1:]
	whole.Talks = []hearsay.Talks{first, second}
	if got := talkCounts(wageTruth(), whole)[termFigure]; got != (Count{Gold: 2, System: 2, Hit: 2}) {
		t.Errorf("terms of two negotiations: %+v", got)
	}
}
