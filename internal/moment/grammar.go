package moment

import (
	"math/bits"
	"slices"
	"strings"
	"sync"

	"hearsay"
)

// rule says how an expression looks and what it means.
type rule struct {
	place   int // in the list of rules
	pattern string
	read    func(*match) reading

	// yes are sentences in which every expression is marked with its type and
	// value, "?" for one that has none:
	//
	//	They met on [Monday](DATE 2027-03-08).
	//
	// They are read as of 8.15 p.m. on Tuesday, 9 March 2027. In no sentences
	// nothing is found, or what is marked and nothing else.
	yes, no []string
}

// reading is what a rule makes of a match: nothing, one expression of the whole
// match, or pieces of it.
type reading []piece

// piece is one time expression: steps [first, end) of the match.
type piece struct {
	first, end int
	kind       hearsay.MomentType
	value      string
	at         point // where in the calendar, as far as known
}

// grammar is all rules, ready to be matched.
type grammar struct {
	vocabulary *vocabulary
	literals   []string       // by the number of a meaning's word, less one
	numbers    map[string]int // the other way round
	root       node
	pieces     map[string]*node   // by "<name>"
	phrases    map[string][][]int // numbers of words, the longest phrase first

	// The root's branches, by what they ask for: most words take none of them.
	byWord  [][]*edge
	byClass [64][]*edge
}

// theGrammar is built on first use.
var theGrammar = sync.OnceValue(newGrammar)

// The words that code asks for by number stand first.
const (
	hyphenWord = 1 + iota
	andWord
	aWord
)

func newGrammar() *grammar {
	g := &grammar{literals: literals(), pieces: map[string]*node{}}
	g.numbers = make(map[string]int, len(g.literals))
	for i, word := range g.literals {
		g.numbers[word] = i + 1
	}
	g.vocabulary = newVocabulary(g.literals)
	for i := range rules {
		rules[i].place = i
		for _, sequence := range expand(rules[i].pattern) {
			end := g.lay(&g.root, sequence)
			end.ends = append(end.ends, &rules[i])
		}
	}
	g.indexRoot()
	g.phrases = map[string][][]int{}
	for name, all := range phrases {
		for _, phrase := range all {
			g.phrases[name] = append(g.phrases[name], g.ids(phrase))
		}
		slices.SortFunc(g.phrases[name], func(x, y []int) int { return len(y) - len(x) })
	}
	return g
}

func (g *grammar) indexRoot() {
	g.byWord = make([][]*edge, 1+len(g.literals))
	for i := range g.root.edges {
		e := &g.root.edges[i]
		words, classes := beginnings(&e.element)
		for _, id := range slices.Compact(slices.Sorted(slices.Values(words))) {
			g.byWord[id] = append(g.byWord[id], e)
		}
		for c := classes; c != 0; c &= c - 1 {
			bit := bits.TrailingZeros64(uint64(c))
			g.byClass[bit] = append(g.byClass[bit], e)
		}
	}
}

// beginnings returns what an element can begin with.
func beginnings(e *element) (words []int, classes class) {
	if e.piece == nil {
		return e.ids, e.classes
	}
	for i := range e.piece.edges {
		w, c := beginnings(&e.piece.edges[i].element)
		words, classes = append(words, w...), classes|c
	}
	return words, classes
}

func (g *grammar) id(word string) int { return g.numbers[word] }

func (g *grammar) ids(phrase string) []int {
	var out []int
	for word := range strings.FieldsSeq(phrase) {
		out = append(out, g.id(word))
	}
	return out
}

// literals lists the words that stand as themselves in rules and phrases: those
// that code knows by number, then the others, sorted.
func literals() []string {
	known := []string{"-", "and", "a"}
	seen := map[string]bool{}
	for _, pattern := range patterns() {
		for word := range strings.FieldsSeq(separators.Replace(pattern)) {
			if _, isClass := classNames[word]; !isClass {
				seen[word] = true
			}
		}
	}
	for _, all := range phrases {
		for _, phrase := range all {
			for word := range strings.FieldsSeq(phrase) {
				seen[word] = true
			}
		}
	}
	var rest []string
	for word := range seen {
		if !slices.Contains(known, word) {
			rest = append(rest, word)
		}
	}
	slices.Sort(rest)
	return append(known, rest...)
}

// separators are what stands between the words of a pattern; the names of pieces
// remain, and are words of no text.
var separators = strings.NewReplacer("(", " ", ")", " ", "?", " ", "|", " ", "<", " <", ">", "> ")

// patterns lists those of the rules and of the pieces.
func patterns() []string {
	var out []string
	for i := range rules {
		out = append(out, rules[i].pattern)
	}
	for _, pattern := range pieces {
		out = append(out, pattern)
	}
	return out
}
