package revision

import (
	"slices"
	"strings"
	"unicode"

	"hearsay"
	"hearsay/internal/note"
	"hearsay/internal/wording"
)

// speaksOf reports whether the words of an admission speak of a change.
//
// Of a figure: if the note gives numbers, one of them is the one that stood there or
// stands there now; if it gives none, it has a word of the sentence, "toll" standing
// for the dead. Of anything else: it has a word that only one of the two versions has;
// of a quotation or a source, also if it says so and names who is in the sentence.
// What a note says was added is not what was altered.
func (c *comparison) speaksOf(f finding, n notice, a note.Admission) bool {
	if a.Act == note.Added && f.kind == hearsay.ChangeChanged && !f.anew && len(a.Places) == 0 {
		return false
	}
	said := wording.Words(n.Words, a.Span)
	corrects := n.Kind == note.Correction || n.Kind == note.Clarification
	if corrects && len(n.Admissions) == 1 {
		said = wording.Words(n.Words, hearsay.Span{End: len(n.Words)}) // its other sentences go on about the same
	}
	least := 1
	if corrects && f.kind == hearsay.ChangeAdded {
		least = 2
	}
	before, after := c.before.wordsAt(f.before), c.after.wordsAt(f.after)
	if f.subject == hearsay.SubjectFigure {
		if given := numerals(said); len(given) > 0 && corrects || shareAny(given, slices.Concat(before, after)) {
			return shareAny(given, slices.Concat(before, after))
		}
		if corrects {
			return matches(said, c.near(f)) > 0
		}
		return matches(said, c.sentences(f)) > 0
	}
	if isNamed := f.subject == hearsay.SubjectQuote && slices.Contains(a.Parts, note.Quotes) || f.subject == hearsay.SubjectSource && tellsOfSource(said); isNamed {
		return matches(said, c.sentences(f)) > 0
	}
	if f.anew {
		return matches(said, slices.Concat(before, after)) >= least
	}
	return matches(said, onlyOne(before, after)) >= least
}

// wordsAt returns the words of a span, numbers as their values; none of no span.
func (e *edition) wordsAt(at *hearsay.Span) []string {
	if at == nil {
		return nil
	}
	var words []string
	for _, w := range wording.Words(e.text, *at) {
		words = append(words, valueOr(w.Key))
	}
	return words
}

// sentences returns the words of the sentences in which something changed.
func (c *comparison) sentences(f finding) []string {
	var words []string
	if f.before != nil {
		words = append(words, c.before.around(*f.before, wholeSentence)...)
	}
	if f.after != nil {
		words = append(words, c.after.around(*f.after, wholeSentence)...)
	}
	return words
}

// near returns the words that stand by a figure.
func (c *comparison) near(f finding) []string {
	return slices.Concat(c.before.around(*f.before, byNumber), c.after.around(*f.after, byNumber))
}

// How many words around a place are taken for what it is about.
const (
	byNumber      = 3
	wholeSentence = 1000
)

// onlyOne returns the words that one of two lists has and the other has not.
func onlyOne(a, b []string) []string {
	var words []string
	for _, pair := range [][2][]string{{a, b}, {b, a}} {
		for _, w := range pair[0] {
			if !slices.Contains(pair[1], w) {
				words = append(words, w)
			}
		}
	}
	return words
}

// matches counts the telling words of a note that have a form among some words.
func matches(said []wording.Token, among []string) int {
	n := 0
	for _, w := range said {
		if tells(w.Key) && slices.ContainsFunc(among, alikeTo(valueOr(w.Key))) {
			n++
		}
	}
	return n
}

// numerals returns the numbers that a note gives, without those of dates, hours
// and paragraphs.
func numerals(said []wording.Token) []string {
	var all []string
	near := func(i int) bool { return i >= 0 && i < len(said) && beside[said[i].Key] }
	for i, w := range said {
		if isNumeral(w) && !strings.Contains(w.Key, ":") && !near(i-1) && !near(i+1) {
			all = append(all, valueOr(w.Key))
		}
	}
	return all
}

// beside are the words next to which a number is none of the text's.
var beside = set(`january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct
	nov dec paragraph paragraphs para paras graf grafs a p am pm gmt`)

func shareAny(a, b []string) bool {
	return slices.ContainsFunc(a, func(w string) bool { return slices.Contains(b, w) })
}

// tellsOfSource reports whether a note speaks of who said something.
func tellsOfSource(said []wording.Token) bool {
	return slices.ContainsFunc(said, func(w wording.Token) bool { return ofSources[w.Key] })
}

var ofSources = set("attribution attributed misattributed misattributes source sourcing speaker")

// around returns the words of the sentence in which a place stands, so many before
// and after it, numbers left out, and "toll" where it is of the dead.
func (e *edition) around(at hearsay.Span, most int) []string {
	p := e.at(at.Start)
	if p == nil {
		return nil
	}
	var words []string
	for _, s := range p.sentences {
		if !s.Overlaps(at) {
			continue
		}
		all := wording.Words(e.text, s.Span)
		first := slices.IndexFunc(all, func(t wording.Token) bool { return t.End > at.Start })
		for _, t := range all[max(0, first-most):min(len(all), max(first, 0)+most+1)] {
			if _, isNumber := valueOf(t.Key); isNumber {
				continue
			}
			words = append(words, t.Key)
			if deadly[t.Key] {
				words = append(words, "toll")
			}
		}
	}
	return words
}

var deadly = set("killed killing kill kills dead died dying deaths death bodies casualties wounded injured missing lives")

func isNumeral(t wording.Token) bool {
	_, ok := valueOf(t.Key)
	return ok && !vague[t.Key]
}

// valueOr returns a number's value, and any other word as it is.
func valueOr(word string) string {
	if v, ok := valueOf(word); ok {
		return v
	}
	return word
}

// tells reports whether a word of a note says what it is about.
func tells(word string) bool {
	return !function[word] && !ofNotes[word] && (len(word) > 2 || unicode.IsDigit(rune(word[0])))
}

var ofNotes = set(`updates update updated adds add added corrects correct corrected correction changes change changed removes removed recasts details
	background quote quotes comment comments figure figures number numbers paragraph paragraphs para paras graf grafs first second third fourth
	fifth sixth seventh eighth ninth tenth last final penultimate throughout lead headline new more version earlier previous article story report gave`)

// alikeTo returns whether a word is a form of another: both begin with the same
// five letters, or are the same.
func alikeTo(word string) func(string) bool {
	word = strings.TrimSuffix(word, "'s")
	return func(other string) bool {
		other = strings.TrimSuffix(other, "'s")
		const stem = 5
		return word == other || word == other+"s" || word+"s" == other ||
			len(word) >= stem && len(other) >= stem && word[:stem] == other[:stem]
	}
}
