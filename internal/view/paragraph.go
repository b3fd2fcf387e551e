package view

import (
	"sort"
	"strings"
	"unicode"

	"hearsay"
)

// paragraphs returns the record's text, paragraph by paragraph, each with its
// runs and notes.
func paragraphs(record hearsay.Record) []Paragraph {
	text, heard := record.Report.Text, voices(record)
	spans := paragraphSpans(text, record.Blocks)
	if len(spans) == 0 {
		return nil
	}
	styles := paint(record, heard)
	all := make([]Paragraph, len(spans))
	for i, s := range spans {
		all[i].Runs = runs(text, s, styles)
	}
	for _, b := range record.Blocks {
		if at := paragraphAt(spans, b.Start); spans[at] == b.Span && !b.Kind.InStory() {
			all[at].Apart = b.Kind
		}
	}
	for at, notes := range figureNotes(record, spans) {
		all[at].Figures = notes
	}
	for _, a := range inReadingOrder(record.Attributions) {
		at := paragraphAt(spans, anchor(a.Attribution))
		all[at].Notes = append(all[at].Notes, noteOf(a, text, heard[a.ID]))
	}
	return all
}

// paragraphSpans returns what is to be shown as a paragraph each: the blocks,
// those of one line together, and what stands outside them, divided at empty
// lines.
func paragraphSpans(text string, blocks []hearsay.Block) []hearsay.Span {
	var all []hearsay.Span
	end := 0
	for _, b := range blocks {
		if n := len(all); n > 0 && all[n-1].End == end && isGap(text[end:b.Start]) {
			all[n-1].End = b.End
		} else {
			all = appendParagraphs(all, text, hearsay.Span{Start: end, End: b.Start})
			all = append(all, b.Span)
		}
		end = b.End
	}
	return appendParagraphs(all, text, hearsay.Span{Start: end, End: len(text)})
}

// isGap reports whether between two blocks of one line there is nothing to show.
func isGap(between string) bool { return strings.Trim(between, " \t\u00a0") == "" }

// appendParagraphs divides a stretch of text at its empty lines. Lines of white
// space alone are left out.
func appendParagraphs(all []hearsay.Span, text string, within hearsay.Span) []hearsay.Span {
	open := false // the last paragraph may go on
	at := within.Start
	for l := range strings.Lines(within.In(text)) {
		trimmed := strings.TrimFunc(l, hearsay.IsSpace)
		start := at + strings.Index(l, trimmed)
		span := hearsay.Span{Start: start, End: start + len(trimmed)}
		switch {
		case trimmed == "":
			open = false
		case open:
			all[len(all)-1].End = span.End
		default:
			all, open = append(all, span), true
		}
		at += len(l)
	}
	return all
}

// paragraphAt returns the index of the paragraph that byte offset at lies in, or
// of the one before it.
func paragraphAt(spans []hearsay.Span, at int) int {
	after := sort.Search(len(spans), func(i int) bool { return spans[i].Start > at })
	return max(after-1, 0)
}

// anchor returns the byte offset that says in which paragraph an attribution
// stands: its cue's, or else its source's, or else its content's.
func anchor(a hearsay.Attribution) int {
	switch {
	case a.Cue != nil:
		return a.Cue.Start
	case a.Source != nil:
		return a.Source.Start
	}
	return a.Content[0].Start
}

// placed is an attribution, how many others enclose it, and how many hops of its
// chain the nearest of these has.
type placed struct {
	hearsay.Attribution
	depth, known int
}

// inReadingOrder returns the attributions by their ids, but each followed by
// those within it.
func inReadingOrder(all []hearsay.Attribution) []placed {
	inner := map[int][]int{}
	const outermost = -1
	for i, a := range all {
		outer := outermost
		if a.Within != nil {
			outer = *a.Within
		}
		inner[outer] = append(inner[outer], i)
	}
	ordered := make([]placed, 0, len(all))
	var visit func(outer, depth, known int)
	visit = func(outer, depth, known int) {
		for _, i := range inner[outer] {
			ordered = append(ordered, placed{all[i], depth, known})
			visit(i, depth+1, len(all[i].Chain))
		}
	}
	visit(outermost, 0, 0)
	return ordered
}

func noteOf(a placed, text string, voice Voice) Note {
	note := NoteOf(a.Attribution, text)
	note.Voice, note.Depth = voice, a.depth
	note.Path = path(a.Chain, a.known, text)
	return note
}

// NoteOf returns the note of an attribution in text by itself: it has no voice
// and nothing encloses it.
func NoteOf(a hearsay.Attribution, text string) Note {
	note := Note{Manner: a.Manner, Silence: a.Silence, Path: path(a.Chain, 1, text), Confidence: a.Confidence}
	if n := len(a.Chain); n > 0 {
		note.Identity = a.Chain[n-1].Identity
	}
	note.Act, note.Depends = act(a), depends(a, text)
	if a.Source != nil {
		note.Source = strings.TrimRight(Line(a.Source.In(text)), ",;") // after an apposition
	}
	if a.Cue != nil && strings.ContainsFunc(a.Cue.In(text), unicode.IsLetter) { // a colon or dash shows itself
		note.Cue = Line(a.Cue.In(text))
	}
	pieces := make([]string, len(a.Content))
	for i, c := range a.Content {
		pieces[i] = Line(c.In(text))
	}
	note.Content = shortened(strings.Join(pieces, " […] "))
	return note
}
