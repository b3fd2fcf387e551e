package voice

import (
	"strings"

	"hearsay"
	"hearsay/internal/lexicon"
	"hearsay/internal/tree"
)

// anonymity returns what the report says of a source it does not name, nil if it
// says nothing: in its own words, in those that say more of it, and in those that tell how it spoke.
//
//	two officials with direct knowledge of the talks, who spoke on condition of
//	└number       └──────────proximity─────────────┘  anonymity because …  └why
func (t *tracer) anonymity(words extent, head int) *hearsay.Anonymity {
	noun := t.antecedent(head)
	about := t.Below(noun)
	about.First = min(about.First, words.First)
	about.End = max(about.End, words.End)
	a := hearsay.Anonymity{Why: t.why(noun, about), Proximity: t.proximity(about), Number: t.number(noun)}
	if a == (hearsay.Anonymity{}) {
		return nil
	}
	return &a
}

// why returns the reason that a source is not named, or else the words that say
// that it is not to be; "" if there are none.
func (t *tracer) why(noun int, about extent) string {
	wider := about
	if verb := t.Up(noun); verb >= 0 {
		wider.End = max(wider.End, t.asideEnd(verb))
	}
	for _, in := range []extent{about, wider} {
		if words, ok := t.find(forbidden, in); ok {
			return t.text(words)
		}
		formula, ok := t.find(formulas, in)
		if !ok {
			continue
		}
		if reason, ok := t.reasonAt(tree.Between(formula.End, t.sentenceOf(noun).End)); ok {
			return t.text(reason)
		}
		return t.text(formula)
	}
	return ""
}

// asideEnd returns where the last clause ends that says how a verb is done:
// "said the aide, speaking on condition of anonymity".
func (t *tracer) asideEnd(verb int) int {
	end := 0
	for j := t.Below(verb).First; j < t.Below(verb).End; j++ {
		if t.Up(j) == verb && (t.Relation(j) == advcl || t.Relation(j) == acl) {
			end = max(end, t.Below(j).End)
		}
	}
	return end
}

// reasonAt returns the clause at the beginning of an extent that gives a reason,
// without the words that tie it.
func (t *tracer) reasonAt(in extent) (extent, bool) {
	if in.Empty() {
		return tree.Extent{}, false
	}
	words, ok := t.findAt(reasons, in.First, in.End)
	for ok && words.First < words.End && reasonTies[t.Low(words.First)] {
		words.First++
	}
	return words, ok && !words.Empty()
}

var reasonTies = wordsIn("because since as in order due owing given citing")

// proximity returns how near a source is said to stand to the matter.
func (t *tracer) proximity(about extent) string {
	words, ok := t.find(nearness, about)
	if !ok {
		return ""
	}
	for i := words.First + shortestNearness; i < words.End; i++ {
		if finite[t.Tag(i)] {
			words.End = i // the tree had the source go on into what it said
		}
	}
	return t.text(words)
}

// shortestNearness is how many words of a nearness may hold its own verb.
const shortestNearness = 3

// number returns how many a noun says there are: "two", "several"; "" for one.
func (t *tracer) number(i int) string {
	for j := t.Below(i).First; j < i; j++ {
		if t.Up(j) == i && (numbers[t.Tag(j)] && t.isPlural(i) && !t.isYear(j) || several[t.Low(j)]) {
			return t.text(tree.Between(j, j+1))
		}
	}
	if (numbers[t.Tag(i)] || several[t.Low(i)]) && t.Low(i) != "one" {
		return t.text(tree.Between(i, i+1))
	}
	return ""
}

// isYear reports whether a number has four digits or more.
func (t *tracer) isYear(i int) bool {
	return t.Words[i].Kind == lexicon.Number && len(t.Words[i].Low) >= len("1999")
}

var several = wordsIn("several many some multiple few both various")

// text returns the words of an extent on one line, less what typesetting put in.
func (t *tracer) text(e extent) string {
	s := t.Span(e)
	if s == nil {
		return ""
	}
	return strings.Join(strings.Fields(hearsay.Untypeset(s.In(t.Doc.Text))), " ")
}
