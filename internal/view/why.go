package view

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"hearsay"
)

// # How sure, and why
//
// The reader decides by sums of many weights, each of a feature such as "path, cue".
// Nobody wants to see these. They come in a few families, and what a family weighed
// together is told in a sentence:
//
//	path, cue +59   first step, tag +43   quotations between −56
//	       └──────┬──────┘                        │
//	              ▼                               ▼
//	for: how it hangs on “said” in the sentence   against: the quotation marks

// Explained is a record with what the reader can tell of how it was read.
type Explained struct {
	Record  hearsay.Record
	Weighed [][]Weighed // by attribution; empty where no model found it
	Sure    []SureOf    // by attribution; zero where no model found it
	Hops    [][]string  // by attribution and hop: by what it is identified as it is
	Acts    []string    // by attribution: by what it does what it does
	Meant   []string    // by attribution: by what is known who its source is, "" : not known
}

// Weighed is what one feature weighed, above 0 for the words that a role was
// given: each hundred makes them e times as probable.
type Weighed struct {
	Role       string // cue, source, content
	Feature    string
	Hundredths int
}

// SureOf is how sure each choice was, in thousandths, given those before it.
type SureOf struct{ Cue, Source, Content int }

// Why is what a person is told of how one attribution was read.
type Why struct {
	Parts    []WhyPart // what a model decided; empty: a rule found it
	Identity string    // by what it is known how the voice is identified
	Meant    string    // by what it is known who is meant
	Rule     string    // by which the statement does what it does; "" : it does nothing more than state
}

// WhyPart is one decision.
type WhyPart struct {
	Question     string // that “said” tells of something said
	Sure         int    // thousandths
	For, Against []string
}

// WhyOf tells why an attribution, by its ID, was read as it was.
func WhyOf(e Explained, id int) Why {
	a := e.Record.Attributions[id]
	why := Why{Meant: Line(at(e.Meant, id)), Rule: ruleIn(at(e.Acts, id))}
	if hops := at(e.Hops, id); len(hops) > 0 {
		why.Identity = Line(hops[len(hops)-1])
	}
	if sure := at(e.Sure, id); sure != (SureOf{}) {
		why.Parts = partsOf(a, e.Record.Report.Text, at(e.Weighed, id), sure)
	}
	return why
}

// at returns an element of a list that may be shorter.
func at[T any](list []T, i int) (none T) {
	if i < len(list) {
		return list[i]
	}
	return none
}

// ruleIn takes "threatens" out of "cue: threatens": in which part it was found is of
// no use to who did not write the rule.
func ruleIn(why string) string {
	_, rule, _ := strings.Cut(why, ": ")
	return Line(rule)
}

func partsOf(a hearsay.Attribution, text string, weighed []Weighed, sure SureOf) (parts []WhyPart) {
	cue := "it"
	if a.Cue != nil {
		cue = "“" + Clip(a.Cue.In(text), 30) + "”"
		parts = append(parts, WhyPart{Question: cue + " tells that something is said", Sure: sure.Cue})
		parts[0].For, parts[0].Against = told(weighed, "cue", cue)
	}
	who := WhyPart{Question: "nobody is named as saying it", Sure: sure.Source}
	if a.Source != nil {
		who.Question = "“" + strings.TrimRight(Clip(a.Source.In(text), 40), ",;") + "” says it"
	}
	who.For, who.Against = told(weighed, "source", cue)
	what := WhyPart{Question: "these are the words, from the first to the last", Sure: sure.Content}
	what.For, what.Against = told(weighed, "content", cue)
	return append(parts, who, what)
}

// The measures of what is told.
const (
	leastTold = 30 // hundredths of a nat: what weighs less is not told
	mostTold  = 2  // for, and against
)

// told returns what spoke most for, and against, the words of a role.
func told(weighed []Weighed, role, cue string) (pro, contra []string) {
	sums := make([]int, len(families))
	for _, w := range weighed {
		if w.Role == role {
			sums[familyOf(w.Feature)] += w.Hundredths
		}
	}
	order := make([]int, len(families))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(max(sums[b], -sums[b]), max(sums[a], -sums[a])) })
	for _, i := range order {
		words := strings.ReplaceAll(families[i].as(role), "CUE", cue)
		switch {
		case sums[i] >= leastTold && len(pro) < mostTold:
			pro = append(pro, words)
		case sums[i] <= -leastTold && len(contra) < mostTold:
			contra = append(contra, words)
		}
	}
	return pro, contra
}

// family is features of which a person hears as one.
type family struct {
	signs []string // a feature is of the first family that has one of these in its name
	cue   string   // as it is told of the cue
	part  string   // as it is told of source and content; CUE stands for the cue
}

func (f family) as(role string) string {
	if role == "cue" {
		return f.cue
	}
	return f.part
}

// families in the order in which names are held against them. The last takes all.
var families = []family{
	{[]string{"quotation"}, "the quotation marks around", "the quotation marks around"},
	{[]string{"other cues"}, "other words of saying nearby", "other words of saying nearby"},
	{[]string{"path", "first step", "relation", "dependent"}, "what hangs on it in the sentence, and on what it hangs", "how it hangs on CUE in the sentence"},
	{[]string{"what begins", "what ends", "edge"}, "where it begins and ends", "where it begins and ends"},
	{[]string{"clause ahead", "phrases", "nearest", "nouns and verbs"}, "the phrases around", "the phrases between it and CUE"},
	{[]string{"distance", "place from"}, "how far into the sentence it stands", "how near to CUE it stands"},
	{[]string{"place"}, "where it stands", "on which side of CUE it stands, and what kind of words it has there"},
	{[]string{"before", "after", "around", "both", "boundary"}, "the words next to it", "the words next to it"},
	{[]string{""}, "the words themselves", "the words themselves"},
}

func familyOf(feature string) int {
	return slices.IndexFunc(families, func(f family) bool {
		return slices.ContainsFunc(f.signs, func(sign string) bool { return strings.Contains(feature, sign) })
	})
}

// Chance writes how sure it was. A model is never certain.
func (p WhyPart) Chance() string {
	switch {
	case p.Sure > 990:
		return "over 0.99"
	case p.Sure < 10:
		return "under 0.01"
	}
	return fmt.Sprintf("%.2f", float64(p.Sure)/1000)
}

// Told writes a part on one line.
func (p WhyPart) Told() string {
	s := p.Question + ": " + p.Chance()
	for _, side := range []struct {
		label string
		all   []string
	}{{"for", p.For}, {"against", p.Against}} {
		if len(side.all) > 0 {
			s += "; " + side.label + ": " + strings.Join(side.all, ", ")
		}
	}
	return s
}
