package score

import (
	"strings"

	"hearsay"
	"hearsay/internal/gold"
)

// The kinds of mistake that only scenarios show, beside some of those of a
// corpus. An attribution that was not found is one mistake: missed, or read with
// a part in the wrong place, the first of cue, source and content.
const (
	Missed           Kind = "missed"
	MissedNested     Kind = "missed within another"
	MissedSourceless Kind = "missed without a source"
	Invented         Kind = "invented"
	InventedNested   Kind = "invented within another"
	CueElse          Kind = "cue in the wrong place"
	ContentHalf      Kind = "content less than half right" // of one that was found

	HopsMissing Kind = "chain too short"
	HopsMade    Kind = "chain too long"
	HopWords    Kind = "chain with other words"
	IdentityFor Kind = "chain ends in another identity"

	KindFor   Kind = "kind"
	StanceFor Kind = "stance"

	FigureMissed    Kind = "figure missed"
	FigureInvented  Kind = "figure invented"
	FigureBounds    Kind = "figure bounds"
	FigureQualifier Kind = "figure qualifier"
	FigureState     Kind = "figure state"

	TimeMissed   Kind = "time missed"
	TimeInvented Kind = "time invented"
	TimeEdges    Kind = "time edges"
	TimeValue    Kind = "time value"
)

// ScenarioMistakes lists what is wrong in all reports, by report and in the
// order of the truth; Mistake.Article is an index into the reports. What no
// record has yet (chains, figures, times) is not held against it.
func ScenarioMistakes(reports []ScenarioReport) []Mistake {
	read := map[Aspect]bool{}
	for _, r := range reports {
		r.markRead(read)
	}
	var out []Mistake
	for i, r := range reports {
		for _, m := range r.mistakes(read) {
			m.Article = i
			out = append(out, m)
		}
	}
	return out
}

func (r ScenarioReport) mistakes(read map[Aspect]bool) []Mistake {
	var out []Mistake
	add := func(p Pair, mistakes []Mistake) {
		for _, m := range mistakes {
			m.Pair = p
			out = append(out, m)
		}
	}
	for _, p := range r.tellingPairs() {
		add(p, r.tellingMistakes(p, read))
	}
	if read[FiguresRead] {
		for _, p := range r.figurePairs() {
			add(p, r.figureMistakes(p))
		}
	}
	if read[MomentsRead] {
		for _, p := range r.momentPairs() {
			add(p, r.momentMistakes(p))
		}
	}
	return out
}

func (r ScenarioReport) tellingMistakes(p Pair, read map[Aspect]bool) []Mistake {
	g, s, _ := sides(p, r.Gold.Tellings, r.System.Tellings)
	switch {
	case p.System < 0:
		return []Mistake{{Kind: missedKind(g), Key: r.low(g.Cue)}}
	case p.Gold < 0:
		return []Mistake{{Kind: inventedKind(s), Key: r.low(s.Cue)}}
	case !meet(g.Cue, s.Cue):
		return []Mistake{{Kind: CueElse, Key: r.low(g.Cue) + " → " + r.low(s.Cue)}}
	case !sourceMeets(g, s):
		return []Mistake{{Kind: sourceKind(g, s), Key: r.low(g.Cue)}}
	case !meet(g.Content, s.Content):
		return []Mistake{{Kind: ContentElse, Key: r.low(g.Cue)}}
	}
	var out []Mistake
	if spanIoU(r.Text, g.Content, s.Content) < 0.5 {
		out = append(out, Mistake{Kind: ContentHalf, Key: r.low(g.Cue)})
	}
	if read[ChainsRead] {
		out = append(out, chainMistakes(g.Chain, s.Chain)...)
	}
	if read[ActsRead] {
		out = append(out, actMistakes(g, s)...)
	}
	return out
}

// actMistakes are a list of confusions: "promise → threat".
func actMistakes(g, s Telling) []Mistake {
	var out []Mistake
	if g.Act != "" && g.Act != s.Act {
		out = append(out, Mistake{Kind: KindFor, Key: string(g.Act) + " → " + string(s.Act)})
	}
	if g.Stance != "" && g.Stance != s.Stance {
		out = append(out, Mistake{Kind: StanceFor, Key: string(g.Stance) + " → " + string(s.Stance)})
	}
	return out
}

func missedKind(g Telling) Kind {
	switch {
	case len(g.Source) == 0:
		return MissedSourceless
	case g.Nested:
		return MissedNested
	}
	return Missed
}

func inventedKind(s Telling) Kind {
	if s.Nested {
		return InventedNested
	}
	return Invented
}

func sourceKind(g, s Telling) Kind {
	switch {
	case len(s.Source) == 0:
		return SourceMissing
	case len(g.Source) == 0:
		return SourceInvented
	}
	return SourceElse
}

func chainMistakes(g, s []gold.Hop) []Mistake {
	var out []Mistake
	switch key := chainWords(g) + " / " + chainWords(s); {
	case sameChain(g, s):
	case len(s) < len(g):
		out = append(out, Mistake{Kind: HopsMissing, Key: key})
	case len(s) > len(g):
		out = append(out, Mistake{Kind: HopsMade, Key: key})
	default:
		out = append(out, Mistake{Kind: HopWords, Key: key})
	}
	if theirs, ours := lastIdentity(g), lastIdentity(s); theirs != ours {
		out = append(out, Mistake{Kind: IdentityFor, Key: string(theirs) + " → " + string(ours)})
	}
	return out
}

// figureMistakes returns the first thing wrong with a pair of figures.
func (r ScenarioReport) figureMistakes(p Pair) []Mistake {
	g, s, _ := sides(p, r.Gold.Figures, r.System.Figures)
	switch {
	case p.System < 0:
		return []Mistake{{Kind: FigureMissed, Key: string(g.State)}}
	case p.Gold < 0:
		return []Mistake{{Kind: FigureInvented, Key: r.lowSpan(s.Span)}}
	case !sameBounds(g, s):
		return []Mistake{{Kind: FigureBounds, Key: r.lowSpan(g.Span)}}
	case g.Qualifier != s.Qualifier:
		return []Mistake{{Kind: FigureQualifier, Key: string(g.Qualifier) + " → " + string(s.Qualifier)}}
	case g.State != otherState && g.State != s.State:
		return []Mistake{{Kind: FigureState, Key: string(g.State) + " → " + string(s.State)}}
	}
	return nil
}

func (r ScenarioReport) momentMistakes(p Pair) []Mistake {
	g, s, _ := sides(p, r.Gold.Moments, r.System.Moments)
	switch {
	case p.System < 0:
		return []Mistake{{Kind: TimeMissed, Key: r.lowSpan(g.Span)}}
	case p.Gold < 0:
		return []Mistake{{Kind: TimeInvented, Key: r.lowSpan(s.Span)}}
	}
	var out []Mistake
	if g.Span != s.Span {
		out = append(out, Mistake{Kind: TimeEdges, Key: r.lowSpan(g.Span)})
	}
	if g.Value != s.Value {
		out = append(out, Mistake{Kind: TimeValue, Key: r.lowSpan(g.Span)})
	}
	return out
}

func (r ScenarioReport) lowSpan(s hearsay.Span) string { return r.low([]hearsay.Span{s}) }

// low returns the words of spans in small letters: the key of a mistake.
func (r ScenarioReport) low(spans []hearsay.Span) string {
	var words []string
	for _, s := range spans {
		words = append(words, strings.Fields(strings.ToLower(s.In(r.Text)))...)
	}
	return strings.Join(words, " ")
}
