package revision

import (
	"hearsay"
	"hearsay/internal/wording"
)

// Row is one paragraph and what became of it, to be shown side by side.
type Row struct {
	// Before and After count the printed blocks of either revision from 1; 0 for
	// a paragraph that the revision does not have.
	Before, After int
	From, To      *hearsay.Span // the paragraph in either revision's text
	Moved         bool
	Pieces        []Piece // in order; words that are gone before those that stand in their place
}

// Piece is words that stayed, went or came.
type Piece struct {
	Fate Fate
	Span hearsay.Span // in the text of the earlier revision for Gone, else of the later
}

// Fate is what became of words.
type Fate uint8

// The fates.
const (
	Kept Fate = iota
	Gone
	New
)

// IsKept reports whether the paragraph reads as before, in its place.
func (r Row) IsKept() bool {
	return r.Before > 0 && r.After > 0 && !r.Moved && len(r.Pieces) == 1 && r.Pieces[0].Fate == Kept
}

// Rows returns all paragraphs of two revisions, matched as [Compare] matches
// them, in the order of the later one.
func Rows(before, after hearsay.Record) []Row {
	c := &comparison{before: newEdition(before), after: newEdition(after)}
	var rows []Row
	for _, m := range c.match() {
		switch {
		case m.a < 0:
			q := &c.after.paragraphs[m.b]
			rows = append(rows, Row{After: q.place.Printed, To: &q.Span, Pieces: []Piece{{New, q.Span}}})
		case m.b < 0:
			p := &c.before.paragraphs[m.a]
			rows = append(rows, Row{Before: p.place.Printed, From: &p.Span, Pieces: []Piece{{Gone, p.Span}}})
		default:
			p, q := &c.before.paragraphs[m.a], &c.after.paragraphs[m.b]
			rows = append(rows, Row{p.place.Printed, q.place.Printed, &p.Span, &q.Span, m.moved, pieces(p, q)})
		}
	}
	return rows
}

// pieces cuts two versions of a paragraph into what stayed, went and came. If it
// was written anew, all of it went and came: what words two such paragraphs happen to
// share tells nothing.
func pieces(p, q *paragraph) []Piece {
	if similarity(p.bag, q.bag) < rewritten {
		return []Piece{{Gone, p.Span}, {New, q.Span}}
	}
	var all []Piece
	at := 0
	add := func(fate Fate, s *stretch, first, end int) {
		if first < end {
			all = append(all, Piece{fate, spanOf(s, first, end)})
		}
	}
	for _, e := range readable(q.tokens, wording.Diff(p.tokens, q.tokens)) {
		add(Kept, &q.stretch, at, e.B0)
		add(Gone, &p.stretch, e.A0, e.A1)
		add(New, &q.stretch, e.B0, e.B1)
		at = e.B1
	}
	add(Kept, &q.stretch, at, len(q.tokens))
	return all
}

// readable joins edits between which nothing stands but a word or two that every
// sentence has: "[the] four [of] them" is easier to read as one.
func readable(tokens []wording.Token, edits []wording.Edit) []wording.Edit {
	var joined []wording.Edit
	for _, e := range edits {
		if n := len(joined); n > 0 && saysNothing(tokens[joined[n-1].B1:e.B0]) {
			joined[n-1].A1, joined[n-1].B1 = e.A1, e.B1
			continue
		}
		joined = append(joined, e)
	}
	return joined
}

func saysNothing(tokens []wording.Token) bool {
	for _, t := range tokens {
		if !t.Mark && !function[t.Key] {
			return false
		}
	}
	return len(tokens) <= 2
}
