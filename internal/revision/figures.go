package revision

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"hearsay"
	"hearsay/internal/wording"
)

// number is a number that stands on one side of an edit.
type number struct {
	edit  int // position in words.edits; -1: it stayed
	token int
	value string
	isOne bool // the word "one", which is more than a number
}

// figures finds the numbers that others stand for now, and those whose bound
// changed ("about 40", "more than 40").
//
//	The union said  4,200  workers were on strike
//	    More than   4,000  workers were on strike, according to the union
//
// Numbers that only changed their place or their spelling are none. Those of
// times are none either, unless they are read as figures.
func (w *words) figures() {
	gone, come := settled(w.numbers(false), w.numbers(true))
	gone, come = othersThan(come, gone), othersThan(gone, come)
	for _, n := range gone {
		k := slices.IndexFunc(come, func(m number) bool { return m.edit == n.edit })
		if k < 0 && len(come) > 0 {
			k = 0
		}
		if k < 0 {
			break
		}
		w.figure(n, come[k])
		come = slices.Delete(come, k, k+1)
	}
	w.bounds()
}

// settled drops "one" on either side unless a number stands against it: it is a
// number in "one of them" for "two of them", and none in "one day".
func settled(gone, come []number) (_, _ []number) {
	keep := func(these, those []number) []number {
		var kept []number
		for _, n := range these {
			against := func(m number) bool { return m.edit == n.edit && !m.isOne }
			if !n.isOne || slices.ContainsFunc(those, against) {
				kept = append(kept, n)
			}
		}
		return kept
	}
	return keep(gone, come), keep(come, gone)
}

// figure adds the change of one number.
func (w *words) figure(n, m number) {
	before, after := w.around(n, false), w.around(m, true)
	if !w.in.isQuoteChange(edit{before, after}) {
		w.in.add(hearsay.ChangeChanged, hearsay.SubjectFigure, &before, &after)
	}
	w.explain(n.edit, m.edit)
}

// around returns a number with what bounds it, as far as that is in its edit.
func (w *words) around(n number, later bool) hearsay.Span {
	side, least := w.s, w.edits[n.edit].A0
	if later {
		side, least = w.t, w.edits[n.edit].B0
	}
	first := n.token
	for first > least && bounding[side.tokens[first-1].Key] {
		first--
	}
	return spanOf(side, first, n.token+1)
}

// numbers returns the numbers in the edits of one side.
func (w *words) numbers(later bool) []number {
	var found []number
	for i, e := range w.edits {
		side, first, end, edition := w.s, e.A0, e.A1, w.in.before
		if later {
			side, first, end, edition = w.t, e.B0, e.B1, w.in.after
		}
		for k := first; k < end; k++ {
			if v, ok := edition.number(side.tokens[k]); ok {
				found = append(found, number{i, k, v, side.tokens[k].Key == "one"})
			}
		}
	}
	return found
}

// othersThan returns those of these numbers whose value is not among the others,
// each counted once.
func othersThan(those, these []number) []number {
	counts := map[string]int{}
	for _, n := range those {
		counts[n.value]++
	}
	var left []number
	for _, n := range these {
		if counts[n.value] > 0 {
			counts[n.value]--
			continue
		}
		left = append(left, n)
	}
	return left
}

// bounds finds edits that put nothing but bounds to a number that stayed.
func (w *words) bounds() {
	for i, e := range w.edits {
		if w.explained[i] || e.A1 >= len(w.s.tokens) || e.B1 >= len(w.t.tokens) {
			continue
		}
		_, isNumber := w.in.before.number(w.s.tokens[e.A1])
		isNumber = isNumber && w.s.tokens[e.A1].Key != "one"
		if !isNumber || !areBounds(w.s.tokens[e.A0:e.A1]) || !areBounds(w.t.tokens[e.B0:e.B1]) {
			continue
		}
		before, after := spanOf(w.s, e.A0, e.A1+1), spanOf(w.t, e.B0, e.B1+1)
		w.in.add(hearsay.ChangeChanged, hearsay.SubjectFigure, &before, &after)
		w.explain(i)
	}
}

func areBounds(tokens []wording.Token) bool {
	return !slices.ContainsFunc(tokens, func(t wording.Token) bool { return !bounding[t.Key] })
}

var bounding = set(`a an about around some nearly almost over more than at least up to as many much fewer less under exactly approximately
	roughly only estimated most above below just close`)

// otherFigures reports whether in a paragraph written anew some figure is
// another: one of the same state and unit, of nothing that both have.
func (in *inside) otherFigures() bool {
	before, after := in.before.figuresIn(in.p.Span), in.after.figuresIn(in.q.Span)
	for _, f := range before {
		if f.State == "" || f.State == "other" || f.Low == nil {
			continue
		}
		counts := func(g hearsay.Figure) bool { return g.State == f.State && g.Unit == f.Unit && g.Low != nil }
		same := func(g hearsay.Figure) bool { return counts(g) && *g.Low == *f.Low }
		if slices.ContainsFunc(after, counts) && !slices.ContainsFunc(after, same) {
			return true
		}
	}
	return false
}

func (e *edition) figuresIn(in hearsay.Span) []hearsay.Figure {
	var found []hearsay.Figure
	for _, f := range e.record.Figures {
		if in.Contains(f.Span) {
			found = append(found, f)
		}
	}
	return found
}

// number returns the value of a token that is a number, as letters: what reads
// alike is equal.
func (e *edition) number(t wording.Token) (string, bool) {
	value, ok := valueOf(t.Key)
	if !ok {
		return "", false
	}
	covers := func(s hearsay.Span) bool { return s.Overlaps(t.Span) }
	if slices.ContainsFunc(e.record.Figures, func(f hearsay.Figure) bool { return covers(f.Span) }) {
		return value, true
	}
	// A day or an hour is no figure; how long something lasts, which is kept as a moment, is one.
	isTime := slices.ContainsFunc(e.record.Moments, func(m hearsay.Moment) bool { return m.Type != hearsay.Duration && covers(m.Span) })
	return value, !isTime
}

// valueOf returns the value of a word that gives a number or is vague about one:
// "4,200" and "forty-two" are 4200 and 42, "six-day" is 6-day.
func valueOf(word string) (string, bool) {
	if first := rune(word[0]); unicode.IsDigit(first) {
		return strings.ReplaceAll(word, ",", ""), true
	}
	if vague[word] {
		return word, true
	}
	sum, rest := 0, ""
	for i, part := range strings.Split(word, "-") {
		n, ok := numberWords[part]
		switch {
		case ok && rest == "":
			sum += n
		case i == 0:
			return "", false
		default:
			rest += "-" + part
		}
	}
	return strconv.Itoa(sum) + rest, true
}

var vague = set("several dozens scores hundreds thousands tens many few numerous dozen")

var numberWords = func() map[string]int {
	values := map[string]int{}
	for i, w := range strings.Fields(`zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
		seventeen eighteen nineteen`) {
		values[w] = i
	}
	for i, w := range strings.Fields("twenty thirty forty fifty sixty seventy eighty ninety") {
		values[w] = 20 + 10*i
	}
	for w, n := range map[string]int{"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000} {
		values[w] = n
	}
	return values
}()

func set(list string) map[string]bool {
	words := map[string]bool{}
	for _, w := range strings.Fields(list) {
		words[w] = true
	}
	return words
}
