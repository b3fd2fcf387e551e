package score

import (
	"hearsay"
	"hearsay/internal/gold"
)

// Scenarios are scored report by report: whatever a single report's record can
// be right or wrong about. What is said across reports (claims, origins, copies,
// updates, talks) is no part of a record and not measured here.
//
// The unit of comparison is the character, not the token: the truth of a
// scenario is given as words, and its contents are long.

// ScenarioReport is one revision of an invented report: what is true of it and
// what a system read.
type ScenarioReport struct {
	Scenario string
	Name     string // the report's id
	Text     string
	Gold     ScenarioSide
	System   ScenarioSide
}

// ScenarioSide is one reading of a report.
type ScenarioSide struct {
	Tellings []Telling
	Figures  []gold.TrueFigure // of the system's only the fields that are compared are filled
	Moments  []hearsay.Moment
}

// Telling is an attribution of either side.
type Telling struct {
	gold.Attribution
	Manner hearsay.Manner
	Chain  []gold.Hop // of the system's, without actors; empty: not read
	Nested bool       // it stands within another

	Act        hearsay.Act // "" : not read, or no truth
	Stance     hearsay.Stance
	Condition  *bool // whether it hangs on something; of the gold's, nil: no truth
	Regardless *bool // whether it holds whatever happens; as before
}

// NewScenarioReport sets a record beside the truth about its report.
func NewScenarioReport(scenario string, truth gold.Revision, record hearsay.Record) ScenarioReport {
	text := truth.Report.Text
	r := ScenarioReport{Scenario: scenario, Name: truth.ID, Text: text}
	r.Gold = ScenarioSide{Figures: truth.Figures, Moments: truth.Moments}
	for i, a := range truth.Attributions {
		t := Telling{Attribution: a.Attribution, Manner: a.Manner, Chain: a.Chain, Nested: isNested(truth.Attributions, i),
			Act: a.Act, Stance: a.Stance, Condition: a.Condition, Regardless: a.Regardless}
		r.Gold.Tellings = append(r.Gold.Tellings, t)
	}
	r.System.Moments = record.Moments
	for _, a := range record.Attributions {
		r.System.Tellings = append(r.System.Tellings, telling(text, a))
	}
	for _, f := range record.Figures {
		r.System.Figures = append(r.System.Figures, gold.TrueFigure{
			Span: f.Span, Low: f.Low, High: f.High, Qualifier: f.Qualifier, State: f.State,
		})
	}
	return r
}

func telling(text string, a hearsay.Attribution) Telling {
	condition, regardless := a.Condition != nil, a.Regardless != nil
	return Telling{
		Attribution: gold.Attribution{Source: piece(a.Source), Cue: piece(a.Cue), Content: a.Content},
		Manner:      a.Manner,
		Chain:       hops(text, a.Chain),
		Nested:      a.Within != nil,
		Act:         a.Act,
		Stance:      a.Stance,
		Condition:   &condition,
		Regardless:  &regardless,
	}
}

// hops writes a chain as the truth does.
func hops(text string, chain []hearsay.Voice) []gold.Hop {
	var out []gold.Hop
	for _, v := range chain {
		h := gold.Hop{Identity: v.Identity, Medium: v.Medium}
		if v.As != nil {
			h.As = v.As.In(text)
		}
		out = append(out, h)
	}
	return out
}

// isNested reports whether the truth's attribution i stands within another. The
// truth does not say so, the words do:
//
//	Radio Drenn said [the League had agreed [to free 30 captives]].
//	                             └──cue──┘   cue and content within another's content
//
//	Citing an aide, Radio Drenn said [the League had agreed …].
//	└cue─┘                           the same content, and the longer chain
func isNested(all []gold.ChainedAttribution, i int) bool {
	for j, outer := range all {
		if j == i {
			continue
		}
		inner := all[i]
		switch {
		case covers(outer.Content, inner.Cue):
			return true
		case !covers(outer.Content, inner.Content):
		case !covers(inner.Content, outer.Content) || len(inner.Chain) > len(outer.Chain):
			return true
		}
	}
	return false
}

// covers reports whether every piece of inner lies within a piece of outer.
func covers(outer, inner []hearsay.Span) bool {
	for _, in := range inner {
		inside := false
		for _, out := range outer {
			inside = inside || out.Contains(in)
		}
		if !inside {
			return false
		}
	}
	return true
}
