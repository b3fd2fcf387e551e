package score

import "hearsay"

// ScenarioFigure is one figure that is measured on scenarios.
type ScenarioFigure struct {
	Name string
	// Of names the figure whose gold items this one could rest on: that of
	// an identity rests on the attributions found, and more would be found by a
	// better reader. "" : the figure's own.
	Of    string
	Share bool // counts what is right among the found: precision and recall are one
	needs Aspect
	mean  bool   // not of all items, but the mean over classes
	class string // the mean that it is a class of
}

// Aspect is a part of a record that some figures need.
type Aspect string

// The aspects. A record always has attributions, if only none.
const (
	AttributionsRead Aspect = "attributions"
	ChainsRead       Aspect = "chains"
	ActsRead         Aspect = "acts"
	FiguresRead      Aspect = "figures"
	MomentsRead      Aspect = "times"
)

// The figures by name. Those of the kinds of attribution are in tellingClasses.
const (
	foundFigure     = "found"
	longFigure      = "found/3+ hops"
	identityFigure  = "identity"
	chainFigure     = "chain"
	longChainFigure = "chain/3+ hops"

	kindFigure       = "kind"
	kindMeanFigure   = "kind, mean over kinds"
	stanceFigure     = "stance"
	stanceMeanFigure = "stance, mean over stances"
	conditionFigure  = "condition"
	regardlessFigure = "regardless"

	figureFigure    = "figure"
	qualifierFigure = "figure qualifier"
	stateFigure     = "figure state"
	timeFigure      = "time"
	strictFigure    = "time/strict"
	valueFigure     = "time/value"
)

// classFigure is the figure of one class of those that a mean is over.
func classFigure[S ~string](of string, class S) string { return of + "/" + string(class) }

// ScenarioFigures lists the figures in the order of the tables and of a tally.
var ScenarioFigures = scenarioFigures()

func scenarioFigures() []ScenarioFigure {
	var out []ScenarioFigure
	for _, c := range tellingClasses {
		out = append(out, ScenarioFigure{Name: c.figure, needs: AttributionsRead})
	}
	out = append(out, ScenarioFigure{Name: identityFigure, Of: foundFigure, Share: true, needs: ChainsRead, mean: true})
	for _, class := range hearsay.Identities {
		out = append(out, ScenarioFigure{Name: classFigure(identityFigure, class), Of: foundFigure, needs: ChainsRead, class: identityFigure})
	}
	out = append(out,
		ScenarioFigure{Name: chainFigure, Of: foundFigure, Share: true, needs: ChainsRead},
		ScenarioFigure{Name: longChainFigure, Of: longFigure, Share: true, needs: ChainsRead},
	)
	out = append(out, actFigures()...)
	return append(out,
		ScenarioFigure{Name: figureFigure, needs: FiguresRead},
		ScenarioFigure{Name: qualifierFigure, Of: figureFigure, Share: true, needs: FiguresRead},
		ScenarioFigure{Name: stateFigure, Of: figureFigure, Share: true, needs: FiguresRead},
		ScenarioFigure{Name: timeFigure, needs: MomentsRead},
		ScenarioFigure{Name: strictFigure, needs: MomentsRead},
		ScenarioFigure{Name: valueFigure, needs: MomentsRead},
	)
}

// actFigures are what is measured of what statements do, over those found.
func actFigures() []ScenarioFigure {
	out := []ScenarioFigure{
		{Name: kindFigure, Of: foundFigure, Share: true, needs: ActsRead},
		{Name: kindMeanFigure, Of: foundFigure, Share: true, needs: ActsRead, mean: true},
	}
	for _, act := range hearsay.Acts {
		out = append(out, ScenarioFigure{Name: classFigure(kindFigure, act), Of: foundFigure, needs: ActsRead, class: kindMeanFigure})
	}
	out = append(out,
		ScenarioFigure{Name: stanceFigure, Of: foundFigure, Share: true, needs: ActsRead},
		ScenarioFigure{Name: stanceMeanFigure, Of: foundFigure, Share: true, needs: ActsRead, mean: true})
	for _, stance := range hearsay.Stances {
		out = append(out, ScenarioFigure{Name: classFigure(stanceFigure, stance), Of: foundFigure, needs: ActsRead, class: stanceMeanFigure})
	}
	return append(out,
		ScenarioFigure{Name: conditionFigure, Of: foundFigure, needs: ActsRead},
		ScenarioFigure{Name: regardlessFigure, Of: foundFigure, needs: ActsRead})
}

// tellingClasses are the kinds of attribution that finding is given for. A pair
// is of the gold's class, one that the system invented of its own.
var tellingClasses = []struct {
	figure string
	has    func(Telling) bool
}{
	{foundFigure, func(Telling) bool { return true }},
	{"found/direct", func(t Telling) bool { return t.Manner == hearsay.Direct }},
	{"found/indirect", func(t Telling) bool { return t.Manner == hearsay.Indirect }},
	{"found/mixed", func(t Telling) bool { return t.Manner == hearsay.Mixed }},
	{"found/sourceless", func(t Telling) bool { return len(t.Source) == 0 }},
	{"found/nested", func(t Telling) bool { return t.Nested }},
	{longFigure, func(t Telling) bool { return len(t.Chain) >= longChain }},
}

// scenarioIndex is where a figure stands in ScenarioFigures.
var scenarioIndex = func() map[string]int {
	out := map[string]int{}
	for i, f := range ScenarioFigures {
		out[f.Name] = i
	}
	return out
}()
