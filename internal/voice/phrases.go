package voice

import "hearsay/internal/tree"

import (
	_ "embed"
	"strings"
)

//go:embed phrases.txt
var phraseTable string

// wordSet is a set of dictionary forms.
type wordSet map[string]bool

// phrase is a pattern of words: what each may be.
type phrase []element

type element struct {
	words    []string // nil: any one word
	optional bool
	rest     bool // the rest of the clause
}

// section is one section of the phrase table.
type section struct {
	name     string
	lines    []string // words or phrases
	examples []string
}

// sections reads the phrase table: below each heading a paragraph of what it is
// about, then a paragraph of lines, then examples.
func sections(table string) []section {
	var all []section
	for _, part := range strings.Split(table, "\n== ")[1:] {
		name, body, _ := strings.Cut(part, "\n")
		s := section{name: name}
		_, body, _ = strings.Cut(body, "\n\n")
		for line := range strings.Lines(body) {
			line = strings.TrimSpace(line)
			if example, ok := strings.CutPrefix(line, "= "); ok {
				s.examples = append(s.examples, example)
			} else if line != "" {
				s.lines = append(s.lines, line)
			}
		}
		all = append(all, s)
	}
	return all
}

var phraseSections = sections(phraseTable)

func linesOf(name string) []string {
	for _, s := range phraseSections {
		if s.name == name {
			return s.lines
		}
	}
	panic("voice: the phrase table has no section " + name)
}

func wordsOf(name string) wordSet { return wordsIn(strings.Join(linesOf(name), " ")) }

func wordsIn(words string) wordSet {
	set := wordSet{}
	for word := range strings.FieldsSeq(words) {
		set[word] = true
	}
	return set
}

// phrases are patterns by the words that they may begin with.
type phrases map[string][]phrase

func phrasesOf(names ...string) phrases {
	all := phrases{}
	for _, name := range names {
		for _, line := range linesOf(name) {
			all.add(phraseOf(line))
		}
	}
	return all
}

func (all phrases) add(p phrase) {
	for _, word := range p[0].words {
		all[word] = append(all[word], p)
	}
	if p[0].optional {
		all.add(p[1:])
	}
}

func phraseOf(line string) phrase {
	var p phrase
	for word := range strings.FieldsSeq(line) {
		word, optional := strings.CutSuffix(word, "?")
		e := element{optional: optional, rest: word == "…"}
		if word != "*" && !e.rest {
			e.words = strings.Split(word, "|")
		}
		p = append(p, e)
	}
	return p
}

var (
	offices      = wordsOf("offices")
	positions    = wordsOf("positions")
	insiders     = wordsOf("insiders")
	bodies       = wordsOf("bodies")
	documents    = wordsOf("documents")
	passedOn     = wordsOf("hearsay")
	outlets      = wordsOf("outlets")
	broadcasters = wordsOf("broadcasters")
	outletNames  = wordsOf("outlet names")
	assemblies   = wordsOf("assemblies")
	keptUnnamed  = wordsOf("kept unnamed")

	formulas  = phrasesOf("formula")
	reasons   = phrasesOf("reason")
	forbidden = phrasesOf("forbidden")
	nearness  = phrasesOf("proximity")
)

// find returns the first place in an extent where one of some phrases stands;
// false if there is none.
func (t *tracer) find(all phrases, in extent) (extent, bool) {
	for i := in.First; i < in.End; i++ {
		if words, ok := t.findAt(all, i, in.End); ok {
			return words, true
		}
	}
	return tree.Extent{}, false
}

// findAt is find for phrases that begin with token i.
func (t *tracer) findAt(all phrases, i, end int) (extent, bool) {
	low, lemma := t.Low(i), t.Lemma(i)
	for _, p := range all[low] {
		if end, ok := t.matches(p, i, end); ok {
			return tree.Between(i, end), true
		}
	}
	if lemma == low {
		return tree.Extent{}, false
	}
	for _, p := range all[lemma] {
		if end, ok := t.matches(p, i, end); ok {
			return tree.Between(i, end), true
		}
	}
	return tree.Extent{}, false
}

// matches reports whether a phrase stands at token i, and where it ends.
func (t *tracer) matches(p phrase, i, end int) (int, bool) {
	for _, e := range p {
		switch {
		case e.rest:
			return t.clauseEnd(i, end), i < end
		case i < end && t.fits(e, i):
			i++
		case !e.optional:
			return 0, false
		}
	}
	return i, true
}

func (t *tracer) fits(e element, i int) bool {
	low := t.Low(i)
	if low == "n't" {
		low = "not"
	}
	return e.words == nil && !t.IsMark(i) || isOneOf(low, e.words) || isOneOf(t.Lemma(i), e.words)
}

// clauseEnd returns where the clause that token i is in ends: at the next mark
// outside a word, or at the end.
func (t *tracer) clauseEnd(i, end int) int {
	for ; i < end; i++ {
		if t.IsMark(i) && t.Low(i) != "-" {
			return i
		}
	}
	return end
}
