package voice

import (
	"hearsay"
	"hearsay/internal/tree"
)

// # Who gives a number
//
// Much of what is reported as somebody's is no sentence but a number:
//
//	The port [puts] [the number at 2,650].           verbs of counting, with a number behind them
//	The relief office [speaks of] [47 missing].
//	[2,300 families are in tents], [by the count of] the Relief Union.
//	[Forty people drowned], [by] most accounts.
//
// The labelling learned from political news, where few do so. Here the tree and a
// number are asked for, so that "he counts himself lucky" gives none.

// findGivers adds the attributions of those who give numbers.
func (t *tracer) findGivers() {
	for _, s := range t.Doc.Sentences {
		if !t.Doc.InStory(s) {
			continue
		}
		sentence := tree.Between(s.First, s.End)
		for i := s.First; i < s.End; i++ {
			switch {
			case t.Doc.Tokens[i].Quote.Depth > 0:
			case givers[t.Lemma(i)] != nil && verbs[t.Tag(i)]:
				t.addGiver(i, givers[t.Lemma(i)])
			case t.Low(i) == "by" && t.Tag(i) == preposition && !t.told[i]:
				t.addCount(i, sentence)
			}
		}
	}
}

// giverForm tells whether a verb with what is behind it gives a number, and how
// long its cue is.
type giverForm func(t *tracer, verb int) (cueEnd int, gives bool)

// givers are the verbs of giving numbers.
var givers = map[string]giverForm{
	"put":      givesThat("at"), // puts the number at 2,650
	"give":     givesThat("as"), // gives the toll as 18
	"estimate": givesMany,       // estimates 300 homes are gone
	"presume":  givesMany,       // presumes 12 of them dead
	"count":    givesMany,       // counts 41 captives
	"list":     givesMany,       // lists 38
	"number":   givesMany,       // numbers the dead at nine
	"speak":    givesOf,         // speaks of 47 missing
	"cut":      givesToll,       // cut the toll to 12
	"raise":    givesToll,       // raised its count to 19
	"lower":    givesToll,       // lowered its estimate
	"revise":   givesToll,       // revised the figure to 15
	"correct":  givesToll,       // corrected the toll
	"offer":    givesMany,       // offers 6 per cent over two years
	"demand":   givesMany,       // demands 400 prisoners
	"reject":   givesMany,       // rejected 31.50 crowns as too low
	"propose":  givesMany,
	"ask":      givesFor, // asks for 8 per cent
}

// counts are the nouns for a number that somebody has.
var counts = wordsIn("number toll count figure estimate tally total cost price value dead missing injured limit reckoning")

func givesThat(preposition string) giverForm {
	return func(t *tracer, verb int) (int, bool) {
		what := t.child(verb, obj)
		if what < 0 || !counts[t.Lemma(what)] && !t.hasChildIn(what, counts) {
			return 0, false
		}
		rest := t.behind(verb)
		for i := what; i < rest.End; i++ {
			if t.Low(i) == preposition {
				return verb + 1, t.hasNumber(tree.Between(i, rest.End))
			}
		}
		return 0, false
	}
}

func givesMany(t *tracer, verb int) (int, bool) {
	return verb + 1, t.hasNumber(t.behind(verb))
}

func givesOf(t *tracer, verb int) (int, bool) {
	rest := t.behind(verb)
	for i := rest.First; i < rest.End && i < rest.First+2; i++ {
		if t.Low(i) == "of" {
			return i + 1, t.hasNumber(tree.Between(i, rest.End))
		}
	}
	return 0, false
}

func givesFor(t *tracer, verb int) (int, bool) {
	rest := t.behind(verb)
	return verb + 2, !rest.Empty() && t.Low(rest.First) == "for" && t.hasNumber(rest)
}

func givesToll(t *tracer, verb int) (int, bool) {
	what := t.child(verb, obj)
	return verb + 1, what > verb && (t.Lemma(what) == "toll" || t.Lemma(what) == "count" || t.Lemma(what) == "estimate") && t.hasNumber(t.behind(verb))
}

// behind returns the words of a verb's clause behind it.
func (t *tracer) behind(verb int) extent {
	return tree.Between(verb+1, t.clauseEnd(verb+1, t.sentenceOf(verb).End))
}

func (t *tracer) hasChildIn(i int, set wordSet) bool {
	e := t.Below(i)
	for j := e.First; j < e.End; j++ {
		if t.Up(j) == i && set[t.Lemma(j)] {
			return true
		}
	}
	return false
}

func (t *tracer) hasNumber(e extent) bool {
	for i := e.First; i < e.End; i++ {
		if t.Tag(i) == cardinal && t.Lemma(i) != "one" {
			return true
		}
	}
	return false
}

// addGiver adds what a verb of giving numbers says, if it does and nobody found it.
func (t *tracer) addGiver(verb int, form giverForm) {
	subject := t.child(verb, nsubj)
	if subject < 0 || subject > verb || speakers1st2nd[t.Low(subject)] || !t.isGiver(subject) {
		return
	}
	cueEnd, gives := form(t, verb)
	cue := tree.Between(t.Below(subject).End, cueEnd)
	if !gives || t.isTaken(cue) || !t.isVerbGroup(tree.Between(cue.First, verb+1), verb) {
		return
	}
	content := t.Trim(tree.Between(cue.End, t.behind(verb).End))
	within := -1
	if t.told[verb] {
		if within = t.tellerOf(verb); within < 0 {
			return
		}
	}
	t.addGiven(t.phraseOf(subject), cue, content, within)
}

// tellerOf returns the telling of whose content a verb is a main one, or -1.
func (t *tracer) tellerOf(verb int) int {
	for _, k := range t.around(verb) {
		n := &t.tellings[k]
		for _, c := range n.Content {
			if e := t.ExtentOf(c); !n.gone && e.Has(verb) && t.isMain(verb, e) {
				return k
			}
		}
	}
	return -1
}

var speakers1st2nd = wordsIn("i we you there what")

// isGiver reports whether a noun is for one who may count: a pronoun or name, or
// somebody or something that says things.
func (t *tracer) isGiver(i int) bool { return relatives[t.Low(i)] || t.isVoice(i) }

func (t *tracer) isTaken(cue extent) bool {
	for _, k := range t.around(cue.First) {
		if n := &t.tellings[k]; !n.gone && n.cue.Overlaps(cue) {
			return true
		}
	}
	return false
}

// accountNouns are what numbers are given by.
var accountNouns = wordsIn("count account estimate reckoning tally calculation figure")

// addCount adds whose count it is by which something is so: "by the count of the
// union", "by the union's count", "by most accounts".
func (t *tracer) addCount(by int, sentence extent) {
	noun := t.Up(by)
	if noun < by || !accountNouns[t.Lemma(noun)] || t.Relation(by) != caseMark {
		return
	}
	phrase := tree.Between(by, t.Below(noun).End)
	source, cue := t.whoseCount(by, noun)
	if source.Empty() || t.isTaken(cue) {
		return
	}
	content := t.Trim(tree.Between(sentence.First, by))
	if content.Empty() {
		content = t.Trim(tree.Between(phrase.End, t.clauseEnd(phrase.End+1, sentence.End)))
	}
	t.addGiven(source, cue, content, -1)
}

// whoseCount returns the one whose count it is, and the words that say so.
func (t *tracer) whoseCount(by, noun int) (source, cue extent) {
	if of := t.child(noun, nmod); of > noun && t.preposition(of) == "of" && t.isGiver(of) {
		source = t.without(t.Below(of), caseMark)
		return source, tree.Between(by, source.First)
	}
	if owner := t.child(noun, nmodPoss); owner > by {
		return t.phraseOf(owner), tree.Between(noun, noun+1)
	}
	if first := by + 1; first < noun && manyOf[t.Low(first)] {
		return tree.Between(first, noun+1), tree.Between(by, by+1)
	}
	return tree.Extent{}, tree.Extent{}
}

var manyOf = wordsIn("most all some many several")

func (t *tracer) addGiven(source, cue, content extent, within int) {
	c, s := t.Span(content), t.Span(source)
	if c == nil || s == nil || cue.End-cue.First > longestCue+1 {
		return
	}
	a := hearsay.Attribution{Source: s, Cue: t.Span(cue), Content: []hearsay.Span{*c}, Manner: t.manner(content), Confidence: givenRight}
	t.add(a, within)
}

// givenRight is how often such an attribution is right, in thousandths: measured
// on the scenarios.
const givenRight = 800
