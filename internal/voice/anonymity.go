package voice

import (
	"strings"

	"hearsay"
	"hearsay/internal/lexicon"
)

// anonymity returns what the report says of a source it does not name, nil if it
// says nothing: in its own words, in those that say more of it, and in those that tell how it spoke.
//
//	two officials with direct knowledge of the talks, who spoke on condition of
//	└number       └──────────proximity─────────────┘  anonymity because …  └why
func (t *tracer) anonymity(words extent, head int) *hearsay.Anonymity {
	noun := t.antecedent(head)
	about := t.below[noun]
	about.first = min(about.first, words.first)
	about.end = max(about.end, words.end)
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
	if verb := t.up(noun); verb >= 0 {
		wider.end = max(wider.end, t.asideEnd(verb))
	}
	for _, in := range []extent{about, wider} {
		if words, ok := t.find(forbidden, in); ok {
			return t.text(words)
		}
		formula, ok := t.find(formulas, in)
		if !ok {
			continue
		}
		if reason, ok := t.reasonAt(extent{formula.end, t.sentenceOf(noun).end}); ok {
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
	for j := t.below[verb].first; j < t.below[verb].end; j++ {
		if t.up(j) == verb && (t.relation(j) == advcl || t.relation(j) == acl) {
			end = max(end, t.below[j].end)
		}
	}
	return end
}

// reasonAt returns the clause at the beginning of an extent that gives a reason,
// without the words that tie it.
func (t *tracer) reasonAt(in extent) (extent, bool) {
	if in.empty() {
		return extent{}, false
	}
	words, ok := t.findAt(reasons, in.first, in.end)
	for ok && words.first < words.end && reasonTies[t.low(words.first)] {
		words.first++
	}
	return words, ok && !words.empty()
}

var reasonTies = wordsIn("because since as in order due owing given citing")

// proximity returns how near a source is said to stand to the matter.
func (t *tracer) proximity(about extent) string {
	words, ok := t.find(nearness, about)
	if !ok {
		return ""
	}
	for i := words.first + shortestNearness; i < words.end; i++ {
		if finite[t.tag(i)] {
			words.end = i // the tree had the source go on into what it said
		}
	}
	return t.text(words)
}

// shortestNearness is how many words of a nearness may hold its own verb.
const shortestNearness = 3

// number returns how many a noun says there are: "two", "several"; "" for one.
func (t *tracer) number(i int) string {
	for j := t.below[i].first; j < i; j++ {
		if t.up(j) == i && (numbers[t.tag(j)] && t.isPlural(i) && !t.isYear(j) || several[t.low(j)]) {
			return t.text(extent{j, j + 1})
		}
	}
	if (numbers[t.tag(i)] || several[t.low(i)]) && t.low(i) != "one" {
		return t.text(extent{i, i + 1})
	}
	return ""
}

// isYear reports whether a number has four digits or more.
func (t *tracer) isYear(i int) bool {
	return t.words[i].Kind == lexicon.Number && len(t.words[i].Low) >= len("1999")
}

var several = wordsIn("several many some multiple few both various")

// text returns the words of an extent on one line, less what typesetting put in.
func (t *tracer) text(e extent) string {
	s := t.span(e)
	if s == nil {
		return ""
	}
	return strings.Join(strings.Fields(hearsay.Untypeset(s.In(t.doc.Text))), " ")
}
