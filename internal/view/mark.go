package view

import (
	"cmp"
	"slices"
	"sort"
	"unicode/utf8"

	"hearsay"
)

// # Marks
//
// A text is cut wherever something begins or ends, and each piece takes the marks
// of all that covers it, painted in the order that paint.go tells. What a piece
// costs does not grow with its length, so that a text of one endless word is no
// burden.
//
//	Citing an aide, Radio Drenn said the League had agreed to free 30 captives
//	|     |       | |          |    |          |          |       |  |       |

// markLayer is a stretch of text and what it says of every mark in it.
type markLayer struct {
	hearsay.Span
	set func(*Mark)
}

// sheetParagraphs returns the paragraphs of a record with their margins, and how
// many bytes of the text were left out.
func sheetParagraphs(record hearsay.Record, heard []Voice) ([]SheetParagraph, int) {
	text := record.Report.Text
	spans, beyond := withinReach(text, paragraphSpans(text, record.Blocks))
	if len(spans) == 0 {
		return nil, beyond
	}
	all := make([]SheetParagraph, len(spans))
	pieces := piecesOf(record, heard, spans)
	for i, s := range spans {
		all[i].Start, all[i].Kind = s.Start, kindOf(record.Blocks, s)
		all[i].Marks = marksIn(text, pieces, s)
		all[i].Own = slices.ContainsFunc(all[i].Marks, func(m Mark) bool { return m.Own })
	}
	for _, a := range inReadingOrder(record.Attributions) {
		if at := anchor(a.Attribution); at < spans[len(spans)-1].End {
			p := &all[paragraphAt(spans, at)]
			p.Notes = append(p.Notes, sheetNoteOf(record, a, heard[a.ID]))
		}
	}
	return all, beyond
}

// withinReach cuts paragraphs off where a sheet ends.
func withinReach(text string, spans []hearsay.Span) ([]hearsay.Span, int) {
	for i, s := range spans {
		if s.End <= longestSheet {
			continue
		}
		end := longestSheet
		for end > s.Start && !utf8.RuneStart(text[end]) {
			end--
		}
		if s.Start < end {
			return append(spans[:i:i], hearsay.Span{Start: s.Start, End: end}), len(text) - end
		}
		return spans[:i], len(text) - s.Start
	}
	return spans, 0
}

// kindOf returns the kind of the block that a paragraph begins with.
func kindOf(blocks []hearsay.Block, s hearsay.Span) hearsay.BlockKind {
	i := sort.Search(len(blocks), func(i int) bool { return blocks[i].End > s.Start })
	kind := hearsay.BlockKind("")
	for ; i < len(blocks) && blocks[i].Start < s.End; i++ {
		if kind = blocks[i].Kind; kind.InStory() {
			return kind // after a dateline
		}
	}
	return kind
}

// piece is a stretch of text from its start to the next piece's.
type piece struct {
	start int
	mark  Mark
}

// piecesOf cuts the text and marks the pieces.
func piecesOf(record hearsay.Record, heard []Voice, spans []hearsay.Span) []piece {
	layers := markLayers(record, heard)
	cuts := []int{0}
	for _, s := range spans {
		cuts = append(cuts, s.Start, s.End)
	}
	for _, l := range layers {
		cuts = append(cuts, l.Start, l.End)
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	pieces := make([]piece, len(cuts))
	for i, c := range cuts {
		pieces[i].start = c
	}
	for _, l := range layers {
		for i := pieceAt(pieces, l.Start); i < len(pieces) && pieces[i].start < l.End; i++ {
			l.set(&pieces[i].mark)
		}
	}
	return pieces
}

func pieceAt(pieces []piece, at int) int {
	return sort.Search(len(pieces), func(i int) bool { return pieces[i].start >= at })
}

// markLayers returns what there is to mark, the lowest layer first.
func markLayers(record hearsay.Record, heard []Voice) []markLayer {
	var all []markLayer
	add := func(s hearsay.Span, set func(*Mark)) { all = append(all, markLayer{s, set}) }
	for _, o := range record.OwnVoice {
		add(o.Span, func(m *Mark) { m.Own = true })
	}
	ordered := inReadingOrder(record.Attributions)
	slices.SortStableFunc(ordered, func(a, b placed) int { return a.depth - b.depth })
	for _, a := range ordered {
		for _, c := range a.Content {
			add(c, attributed(heard[a.ID], Content, a.ID+1))
		}
	}
	for _, a := range ordered {
		if a.Source != nil {
			add(*a.Source, attributed(heard[a.ID], Source, a.ID+1))
		}
		if a.Cue != nil {
			add(*a.Cue, attributed(heard[a.ID], Cue, a.ID+1))
		}
	}
	for i, t := range record.Moments {
		add(t.Span, func(m *Mark) { m.Time, m.Hint = i+1, cmp.Or(t.Value, unresolved) })
	}
	for i, f := range record.Figures {
		add(f.Span, func(m *Mark) { m.Figure, m.Hint = i+1, figureNoteOf(f, record).Sense })
	}
	return all
}

// unresolved stands for the value of a time that has none.
const unresolved = "which day is not known: the report has no date"

func attributed(voice Voice, role Role, number int) func(*Mark) {
	return func(m *Mark) { m.Voice, m.Role, m.Attribution, m.Own = voice, role, number, false }
}

// marksIn returns the marks of a stretch of text; neighbours that are alike are one.
func marksIn(text string, pieces []piece, s hearsay.Span) []Mark {
	var all []Mark
	start := s.Start
	for i := pieceAt(pieces, s.Start); i < len(pieces) && pieces[i].start < s.End; i++ {
		end := s.End
		if i+1 < len(pieces) {
			end = min(end, pieces[i+1].start)
			if end < s.End && pieces[i+1].mark == pieces[i].mark {
				continue
			}
		}
		m := pieces[i].mark
		m.Text = clean(text[start:end])
		all, start = append(all, m), end
	}
	return all
}

// MarksOf returns the marks of the paragraph that an attribution of a record stands
// in, with this attribution's alone.
func MarksOf(record hearsay.Record, attribution int) []Mark {
	text := record.Report.Text
	spans, _ := withinReach(text, paragraphSpans(text, record.Blocks))
	a := record.Attributions[attribution]
	if len(spans) == 0 || anchor(a) >= spans[len(spans)-1].End {
		return nil
	}
	paragraph := spans[paragraphAt(spans, anchor(a))]
	record.OwnVoice, record.Figures, record.Moments = nil, nil, nil
	a.Within = nil
	record.Attributions = []hearsay.Attribution{a}
	record.Attributions[0].ID = 0
	return marksIn(text, piecesOf(record, []Voice{First}, spans), paragraph)
}
