package score

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"hearsay"
)

const (
	keysShown = 8  // of each kind of mistake
	clipped   = 90 // code points of an unbroken phrase that are shown
)

// MistakeTable writes the kinds of mistake, the most frequent first, each with
// its commonest keys and n examples spread evenly over the corpus.
func MistakeTable(w io.Writer, articles []Article, mistakes []Mistake, n int) error {
	return mistakeTable(w, mistakes, n, func(m Mistake) string { return articles[m.Article].example(m) })
}

func mistakeTable(w io.Writer, mistakes []Mistake, n int, example func(Mistake) string) error {
	var b strings.Builder
	for _, kind := range ByKind(mistakes) {
		fmt.Fprintf(&b, "%s: %d\n  %s\n", kind.Kind, len(kind.Mistakes), keyList(kind.Keys))
		for _, m := range spread(kind.Mistakes, n) {
			b.WriteString(example(m))
		}
		b.WriteString("\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func keyList(keys []KeyCount) string {
	var parts []string
	for _, k := range keys[:min(keysShown, len(keys))] {
		parts = append(parts, fmt.Sprintf("%s %d", k.Key, k.Count))
	}
	if rest := len(keys) - len(parts); rest > 0 {
		parts = append(parts, fmt.Sprintf("and %d others", rest))
	}
	return strings.Join(parts, ", ")
}

// spread picks n of the mistakes at even distances.
func spread(mistakes []Mistake, n int) []Mistake {
	if len(mistakes) <= n {
		return mistakes
	}
	var out []Mistake
	for i := range n {
		out = append(out, mistakes[i*len(mistakes)/n])
	}
	return out
}

func (a Article) example(m Mistake) string {
	var b strings.Builder
	fmt.Fprintf(&b, "    %s  %s\n", a.Name, m.Key)
	if m.Pair.Gold >= 0 {
		fmt.Fprintf(&b, "      gold   %s\n", a.show(a.Gold[m.Pair.Gold]))
	}
	if m.Pair.System >= 0 {
		fmt.Fprintf(&b, "      found  %s\n", a.show(a.System[m.Pair.System]))
	}
	return b.String()
}

// show gives source, cue and content on one line; "…" stands for a gap.
func (a Article) show(x Attribution) string {
	return fmt.Sprintf("%s | %s | %s", a.phrase(x.Source), a.phrase(x.Cue), a.phrase(x.Content))
}

func (a Article) phrase(s Set) string {
	if len(s) == 0 {
		return "–"
	}
	var pieces []string
	for _, run := range s.Runs() {
		span := hearsay.Span{Start: a.Tokens[run.First].Start, End: a.Tokens[run.End-1].End}
		pieces = append(pieces, clip(strings.Join(strings.Fields(span.In(a.Text)), " ")))
	}
	return strings.Join(pieces, " … ")
}

// clip leaves out the middle of a long phrase: its edges are what went wrong.
func clip(s string) string {
	runes := []rune(s)
	if utf8.RuneCountInString(s) <= clipped {
		return s
	}
	half := clipped / 2
	return string(runes[:half]) + " […] " + string(runes[len(runes)-half:])
}
