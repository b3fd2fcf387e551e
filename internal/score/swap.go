package score

import (
	"fmt"
	"strings"

	"hearsay"
	"hearsay/internal/gold"
)

// A reading must not hang on who speaks. To see whether it does, the names in a
// corpus are exchanged for one another, everywhere alike, and the corpus is read
// again: a system that has learnt what is said of certain people, instead of how
// it is said, loses by it.

// SwapNames returns the articles with their names exchanged, spans moved
// along, and how many mentions were exchanged. The mentions are those that
// parsed holds, by article name; an article that is not in it stays as it is.
// The same articles give the same exchange every time.
func SwapNames(articles []gold.Article, parsed map[string][]gold.SilverSentence) ([]gold.Article, int, error) {
	mentions := make([][]mention, len(articles))
	names := newNameBook()
	for i, a := range articles {
		mentions[i] = findMentions(a.Text, parsed[a.Name])
		for _, m := range mentions[i] {
			names.enter(m)
		}
	}
	names.shuffle()
	out := make([]gold.Article, len(articles))
	swapped := 0
	for i, a := range articles {
		var edits []edit
		for _, m := range mentions[i] {
			edits = append(edits, names.edits(m)...)
		}
		swapped += len(mentions[i])
		article, err := rewrite(a, edits)
		if err != nil {
			return nil, 0, fmt.Errorf("%s: %w", a.Name, err)
		}
		out[i] = article
	}
	return out, swapped, nil
}

// edit replaces the words of one span.
type edit struct {
	span hearsay.Span
	with string
}

// rewrite applies the edits, which must be in text order, to text and spans.
func rewrite(a gold.Article, edits []edit) (gold.Article, error) {
	var text strings.Builder
	end := 0
	for _, e := range edits {
		if e.span.Start < end {
			return a, fmt.Errorf("two names overlap at byte %d", e.span.Start)
		}
		text.WriteString(a.Text[end:e.span.Start])
		text.WriteString(e.with)
		end = e.span.End
	}
	text.WriteString(a.Text[end:])
	out := gold.Article{Name: a.Name, Text: text.String()}
	for _, n := range a.Annotators {
		moved := gold.Annotator{Name: n.Name}
		for _, x := range n.Attributions {
			moved.Attributions = append(moved.Attributions, gold.Attribution{
				Source: move(x.Source, edits), Cue: move(x.Cue, edits), Content: move(x.Content, edits),
			})
		}
		out.Annotators = append(out.Annotators, moved)
	}
	return out, nil
}

func move(pieces []hearsay.Span, edits []edit) []hearsay.Span {
	var out []hearsay.Span
	for _, p := range pieces {
		out = append(out, hearsay.Span{Start: moveStart(p.Start, edits), End: moveEnd(p.End, edits)})
	}
	return out
}

// moveStart moves a boundary that begins a span. One inside a replaced word
// moves to the word's beginning, so that the span keeps the whole word.
func moveStart(at int, edits []edit) int {
	shift := 0
	for _, e := range edits {
		if at < e.span.End {
			return min(at, e.span.Start) + shift
		}
		shift += len(e.with) - e.span.Len()
	}
	return at + shift
}

// moveEnd moves a boundary that ends a span; one inside a replaced word moves to
// the word's end.
func moveEnd(at int, edits []edit) int {
	shift := 0
	for _, e := range edits {
		if at <= e.span.Start {
			break
		}
		shift += len(e.with) - e.span.Len()
		at = max(at, e.span.End)
	}
	return at + shift
}
