package gold

import (
	"cmp"
	"slices"

	"hearsay"
)

// truth is truth.json as it is written. Rows about a report name it by its id.
type truth struct {
	ID                string             `json:"id"`
	About             string             `json:"about"`
	Actors            []TrueActor        `json:"actors"`
	Reports           []truthReport      `json:"reports"`
	Attributions      []truthAttribution `json:"attributions"`
	Claims            []Claim            `json:"claims"`
	Figures           []truthFigure      `json:"figures"`
	Times             []truthTime        `json:"times"`
	Updates           []Update           `json:"updates"`
	Contradictions    []Opposition       `json:"contradictions"`
	NotContradictions []Opposition       `json:"not_contradictions"`
	Talks             *Talks             `json:"talks"`
}

type truthReport struct {
	ID        string `json:"id"`
	Outlet    string `json:"outlet"`
	URL       string `json:"url"`
	Published string `json:"published"`
	Updated   string `json:"updated"`
	Revises   string `json:"revises"`
	CopyOf    string `json:"copy_of"`
}

type truthAttribution struct {
	Report  string         `json:"report"`
	Source  string         `json:"source"`
	Cue     string         `json:"cue"`
	Content []string       `json:"content"`
	Manner  hearsay.Manner `json:"manner"`
	Chain   []Hop          `json:"chain"`
	Claim   string         `json:"claim"`
}

type truthFigure struct {
	ID        string            `json:"id"`
	Label     string            `json:"what"`
	Noun      string            `json:"noun"`
	State     hearsay.State     `json:"state"`
	Unit      string            `json:"unit"`
	Stance    hearsay.Stance    `json:"stance"`
	Where     string            `json:"where"`
	Report    string            `json:"report"`
	Sentence  string            `json:"sentence"`
	Words     string            `json:"words"`
	Low       *float64          `json:"low"`
	High      *float64          `json:"high"`
	Qualifier hearsay.Qualifier `json:"qualifier"`
	AsOf      string            `json:"as_of"`
	Chain     []Hop             `json:"chain"`
}

type truthTime struct {
	Report string             `json:"report"`
	Words  string             `json:"words"`
	Value  string             `json:"value"`
	Type   hearsay.MomentType `json:"type"`
}

// place finds a figure in text: it is the nth of several rows with the same words
// in the same sentence. What is missing is named in absent.
//
//	It would give 7 per cent in two steps, the same 7 per cent the memo named.
//	              first row                         second row
//
// A row alone takes the occurrence nearest its noun.
func (f truthFigure) place(text string, nth, rows int) (out TrueFigure, absent []string) {
	sentence := occurrences(text, f.Sentence)
	if len(sentence) == 0 {
		return out, []string{"sentence " + clipped(f.Sentence)}
	}
	out = f.unplaced()
	out.Sentence = sentence[0]
	words, nouns := inPart(text, out.Sentence, f.Words), inPart(text, out.Sentence, f.Noun)
	if len(words) == 0 {
		absent = append(absent, "figure "+clipped(f.Words))
	}
	if f.Noun != "" && len(nouns) == 0 {
		absent = append(absent, "noun "+clipped(f.Noun))
	}
	if len(absent) > 0 {
		return TrueFigure{}, absent
	}
	switch {
	case rows > 1:
		out.Span = words[min(nth, len(words)-1)]
	case len(nouns) > 0:
		out.Span, _ = nearest(words, nouns, len(text))
	default:
		out.Span = words[0]
	}
	if len(nouns) > 0 {
		noun, _ := nearest(nouns, []hearsay.Span{out.Span}, len(text))
		out.Noun = &noun
	}
	return out, nil
}

func (f truthFigure) unplaced() TrueFigure {
	return TrueFigure{
		ID: f.ID, Label: f.Label, Where: f.Where, State: f.State, Unit: f.Unit, Stance: f.Stance,
		Low: f.Low, High: f.High, Qualifier: f.Qualifier, AsOf: f.AsOf, Chain: f.Chain,
	}
}

// inPart returns where words stand in a part of text.
func inPart(text string, part hearsay.Span, words string) []hearsay.Span {
	found := occurrences(part.In(text), words)
	for i := range found {
		found[i].Start += part.Start
		found[i].End += part.Start
	}
	return found
}

// placeTimes finds the time expressions of one report. Longer ones are placed
// before shorter ones and take their words, so that "Monday" is not looked for
// in "Monday night"; rows with the same words take their places in order. One
// that finds none is the zero Span.
func placeTimes(text string, rows []truthTime) []hearsay.Span {
	order := make([]int, len(rows))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(x, y int) int { return cmp.Compare(len(rows[y].Words), len(rows[x].Words)) })
	out := make([]hearsay.Span, len(rows))
	var taken []hearsay.Span
	for _, i := range order {
		for _, s := range occurrences(text, rows[i].Words) {
			if !slices.ContainsFunc(taken, s.Overlaps) {
				out[i] = s
				taken = append(taken, s)
				break
			}
		}
	}
	return out
}
