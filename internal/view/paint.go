package view

import (
	"slices"
	"sort"

	"hearsay"
)

// # Whose words are these?
//
// Attributions overlap: what one voice is said to have said holds the source, the
// cue and the content of another. Each byte of the text gets one style, painted
// over the others like paper over paper: first the blocks that are not of the
// story, then all contents, the outermost first, then all sources and cues, the
// outermost first again. That a word is of a figure is told beside its style.
//
//	            Radio Drenn said the League had agreed to free captives
//	content     ·················AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
//	content of the one within it ······················BBBBBBBBBBBBBBBB
//	sources and cues  SSSSSSSSSSS CCCC SSSSSSSSSS CCCCCCCCCC
type layer struct {
	hearsay.Span
	Style
	depth int
}

// paint returns the style of each byte of the record's text.
func paint(record hearsay.Record, heard []Voice) []Style {
	styles := make([]Style, len(record.Report.Text))
	for _, l := range layers(record, heard) {
		for i := l.Start; i < l.End; i++ {
			styles[i] = l.Style
		}
	}
	for _, f := range record.Figures {
		for i := f.Span.Start; i < f.Span.End; i++ {
			styles[i].Figure = true
		}
	}
	return styles
}

// layers returns what is to be painted, the lowest layer first.
func layers(record hearsay.Record, heard []Voice) []layer {
	var apart, contents, marks []layer
	for _, b := range record.Blocks {
		if !b.Kind.InStory() {
			apart = append(apart, layer{b.Span, Style{Voice: Own, Role: Aside}, 0})
		}
	}
	for _, a := range inReadingOrder(record.Attributions) {
		voice := heard[a.ID]
		for _, c := range a.Content {
			contents = append(contents, layer{c, Style{Voice: voice, Role: Content}, a.depth})
		}
		if a.Source != nil {
			marks = append(marks, layer{*a.Source, Style{Voice: voice, Role: Source}, a.depth})
		}
		if a.Cue != nil {
			marks = append(marks, layer{*a.Cue, Style{Voice: voice, Role: Cue}, a.depth})
		}
	}
	sortByDepth(contents)
	sortByDepth(marks)
	return slices.Concat(apart, contents, marks)
}

func sortByDepth(l []layer) {
	sort.SliceStable(l, func(i, j int) bool { return l[i].depth < l[j].depth })
}

// runs returns the text of a span as runs of one style each.
func runs(text string, span hearsay.Span, styles []Style) []Run {
	var all []Run
	for start := span.Start; start < span.End; {
		end := start + 1
		for end < span.End && styles[end] == styles[start] {
			end++
		}
		all = append(all, Run{Text: clean(text[start:end]), Style: styles[start]})
		start = end
	}
	return all
}
