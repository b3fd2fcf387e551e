package act

import (
	"strings"

	"hearsay"
	"hearsay/internal/tree"
)

// trigger is a phrase that begins the words by which something depends on
// something, or on nothing.
type trigger struct {
	kind    dependence
	phrase  string // "|" parts alternatives for one word
	yes, no string
}

// dependence is how a statement depends on what a phrase says.
type dependence string

const (
	supposes   dependence = "if"         // what follows may hold or not
	exacts     dependence = "only if"    // nothing without it
	trades     dependence = "in return"  // this for that
	disregards dependence = "regardless" // on nothing
)

// triggers; of those that begin with one word the first that fits counts.
var triggers = []trigger{
	{disregards, "with or without", "He will sail with or without a licence.", "He will sail with a licence."},
	{disregards, "whether or not", "He will sail whether or not it rains.", "He asked whether it rains."},
	{disregards, "regardless of", "He will sail regardless of the weather.", "He has regard for the weather."},
	{disregards, "irrespective of", "He will sail irrespective of the weather.", "He will sail."},
	{disregards, "no matter what|who|how|which|when|where|whether", "He will sail no matter what they say.", "It is no matter of theirs."},
	{disregards, "whatever|whoever|whichever", "He will sail whatever the answer.", "He will sail when they answer."},
	{disregards, "even if", "He will sail even if it snows.", "He will sail if it snows."},
	{disregards, "come what may", "He will sail, come what may.", "He may come."},
	{disregards, "either way", "He will sail either way.", "He will sail that way."},
	{disregards, "in any case|event", "He will sail in any case.", "He will sail in this case."},
	{disregards, "without conditions|preconditions", "They will talk without preconditions.", "They will talk."},
	{disregards, "unconditionally", "They will talk unconditionally.", "They will talk."},
	{exacts, "only if|when|after|once", "He will sail only if it clears.", "He is only sailing."},
	{exacts, "only with|without|for|through|under", "He will sail only with a crew.", "He is only sailing with us."},
	{exacts, "only on condition", "He will sail only on condition that it clears.", "He is only sailing."},
	{exacts, "conditional on|upon", "The sale is conditional on a vote.", "The sale follows a vote."},
	{exacts, "contingent on|upon", "The sale is contingent on a vote.", "The sale follows a vote."},
	{exacts, "subject to", "The sale is subject to a vote.", "The subject is a vote."},
	{exacts, "depends|depend|dependent|depended|depending on|upon", "The sale depends on a vote.", "The sale follows a vote."},
	{exacts, "on the? condition that|of", "He agreed on condition that it clears.", "He agreed on Monday."},
	{supposes, "provided|providing that?", "He will sail provided it clears.", "He provided the boat."},
	{supposes, "as|so long as", "He will sail as long as it clears.", "He sailed as long a way."},
	{supposes, "unless", "He will sail unless it snows.", "He will sail."},
	{supposes, "but only if|when|after", "He will sail, but only if it clears.", "He will only sail."},
	{supposes, "if", "He will sail if it clears.", "He asked if it clears."},
	{supposes, "in case of?", "He will sail in case of rain.", "He will sail in rain."},
	{supposes, "assuming that?", "He will sail assuming that it clears.", "He will sail."},
	{trades, "in return|exchange for", "He will sail in return for a fee.", "He will return for a fee."},
	{trades, "in return|exchange", "He wants a fee in return.", "He wants a fee."},
	{trades, "as the price of|for", "He wants a fee as the price of his silence.", "He asked the price of fish."},
}

// found is a place where a trigger stands.
type found struct {
	kind  dependence
	words extent // of the trigger and what follows it
}

// findConditions finds the first words of the content that it depends on
// something, and the first that it depends on nothing.
func (s *statement) findConditions() {
	for _, piece := range s.content {
		for i := piece.First; i < piece.End; i++ {
			f, ok := s.dependenceAt(i, piece)
			if !ok {
				continue
			}
			s.dependences = append(s.dependences, f)
			switch {
			case f.kind == disregards && s.regardless == nil:
				s.regardless = s.Span(f.words)
			case f.kind != disregards && s.condition == nil:
				s.condition = s.Span(f.words)
			}
			i = f.words.End - 1
		}
	}
}

func (s *statement) dependenceAt(i int, piece extent) (found, bool) {
	for _, t := range triggersBy[s.Low(i)] {
		end, ok := s.matches(t.words, i, piece.End)
		if !ok || !s.governs(t, i, end, piece) {
			continue
		}
		return found{t.kind, tree.Between(i, s.dependenceEnd(i, end, piece))}, true
	}
	return found{}, false
}

// governs leaves out words that are no condition: "asked if", "as if", "provided
// food", "whatever he says" as a subject or object.
func (s *statement) governs(t *parsedTrigger, i, end int, piece extent) bool {
	before := s.Low(i - 1)
	switch s.Low(i) {
	case "if":
		return before != "as" && before != "even" && !wondering[s.Lemma(i-1)] && !(i > piece.First && telling[s.Lemma(i-1)]) && s.Low(end) != "not" && s.Low(end) != "any"
	case "provided", "providing":
		if next := s.Low(end - 1); next == "that" || end < len(s.Words) && s.Tag(end) == tagPRP && i > piece.First && s.Tag(i-1) != tagPRP {
			return true
		}
		return i > piece.First && !nominal[s.Tag(i-1)] && !helping[before] || i == piece.First && piece.First > s.content[0].First
	case "whatever", "whoever", "whichever":
		return s.isVerbless(end, piece) || i == piece.First || !prepositions[s.Tag(i-1)] && !(verbs[s.Tag(i-1)] && s.Tag(i-1) != tagVBN && direct[s.Relation(i)])
	case "in":
		return i > piece.First || t.kind != trades
	}
	return true
}

// isVerbless reports whether a noun with an article is all that follows: "whatever
// the answer".
func (s *statement) isVerbless(i int, piece extent) bool {
	if i >= piece.End || !articles[s.Low(i)] {
		return false
	}
	for i++; i < piece.End && nouns[s.Tag(i)]; i++ {
	}
	return i >= piece.End || s.IsMark(i)
}

var (
	articles = tree.FormsOf("the its their his her")
	helping  = tree.FormsOf("be is are was were been being have has had will would")
)

// dependenceEnd returns where the clause or phrase ends that begins with a trigger
// [first, end): with the constituent of what the trigger introduces, or else at the
// next mark.
func (s *statement) dependenceEnd(first, end int, piece extent) int {
	limit := min(piece.End, s.SentenceOf(first).End)
	best := end
	for i := first; i < end; i++ {
		for h := i; h >= 0 && s.Below(h).First >= first-2; h = s.Up(h) {
			if s.Below(h).First >= first || s.isSoftBefore(s.Below(h).First, first) {
				best = max(best, s.Below(h).End)
			}
		}
	}
	if best <= end {
		for best = end; best < limit && !s.IsMark(best); best++ {
		}
	}
	return min(best, limit)
}

// isSoftBefore reports whether the words [i, first) are but "but", "and", "only".
func (s *statement) isSoftBefore(i, first int) bool {
	for ; i < first; i++ {
		if w := s.Low(i); w != "but" && w != "and" && w != "only" && w != "," {
			return false
		}
	}
	return true
}

var (
	wondering = tree.FormsOf("ask wonder know see unclear decide check doubt determine sure learn")
	telling   = tree.FormsOf("tell say")
)

// parsedTrigger is a trigger with the alternatives for each word.
type parsedTrigger struct {
	kind  dependence
	words []word
}

// word is one word of a phrase.
type word struct {
	any      []string
	optional bool
}

var triggersBy = func() map[string][]*parsedTrigger {
	all := map[string][]*parsedTrigger{}
	for _, t := range triggers {
		p := &parsedTrigger{kind: t.kind, words: phraseOf(t.phrase)}
		for k, w := range p.words {
			for _, form := range w.any {
				all[form] = append(all[form], &parsedTrigger{p.kind, p.words[k:]})
			}
			if !w.optional {
				break
			}
		}
	}
	return all
}()

func phraseOf(phrase string) []word {
	var all []word
	for w := range strings.FieldsSeq(phrase) {
		w, optional := strings.CutSuffix(w, "?")
		all = append(all, word{strings.Split(w, "|"), optional})
	}
	return all
}

// matches reports whether a phrase stands at token i, and where it ends.
func (p *page) matches(phrase []word, i, end int) (int, bool) {
	for _, w := range phrase {
		switch {
		case i < end && oneOf(p.Low(i), w.any):
			i++
		case !w.optional:
			return 0, false
		}
	}
	return i, true
}

func oneOf(x string, all []string) bool {
	for _, y := range all {
		if x == y {
			return true
		}
	}
	return false
}

// hasDependence reports whether one of some kinds was found.
func (s *statement) hasDependence(kinds ...dependence) bool {
	for _, f := range s.dependences {
		for _, k := range kinds {
			if f.kind == k {
				return true
			}
		}
	}
	return false
}

// durationIn returns the first length of time in an extent, nil for none.
func (p *page) durationIn(e extent) *hearsay.Moment {
	if e.Empty() {
		return nil
	}
	span := p.Doc.TokensSpan(e.First, e.End)
	for i := p.momentFrom(span.Start); i < len(p.told.Moments) && p.told.Moments[i].Span.Start < span.End; i++ {
		if m := &p.told.Moments[i]; span.Contains(m.Span) && m.Type == hearsay.Duration {
			return m
		}
	}
	return nil
}

// momentIn returns the first time expression in an extent, nil for none.
func (p *page) momentIn(e extent) *hearsay.Moment {
	if e.Empty() {
		return nil
	}
	span := p.Doc.TokensSpan(e.First, e.End)
	for i := p.momentFrom(span.Start); i < len(p.told.Moments) && p.told.Moments[i].Span.Start < span.End; i++ {
		if m := &p.told.Moments[i]; span.Contains(m.Span) && m.Type != hearsay.Duration && m.Value != "PRESENT_REF" && m.Value != "PAST_REF" {
			return m
		}
	}
	return nil
}
