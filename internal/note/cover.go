package note

import (
	"slices"
	"strings"

	"hearsay"
)

// Place is where a paragraph stands in a report, by both countings, from 1.
type Place struct {
	Prose   int // among the paragraphs of prose; 0: it is none
	Printed int // among all blocks as printed
}

// Paragraph is one paragraph as printed: a block, or the blocks of one line.
type Paragraph struct {
	hearsay.Span
	Place
}

// Count numbers the paragraphs of a report, whose blocks must be those of its
// record, and returns them and how many there are by each counting. Prose is
// what stands in body and quotation blocks; a dateline is part of its paragraph.
func Count(text string, blocks []hearsay.Block) (paragraphs []Paragraph, total Place) {
	for i, b := range blocks {
		if i == 0 || strings.ContainsAny(text[blocks[i-1].End:b.Start], lineBreaks) {
			total.Printed++
			paragraphs = append(paragraphs, Paragraph{b.Span, Place{Printed: total.Printed}})
		}
		last := &paragraphs[len(paragraphs)-1]
		last.End = b.End
		if isProse := b.Kind == hearsay.BlockBody || b.Kind == hearsay.BlockQuote; isProse && last.Prose == 0 {
			total.Prose++
			last.Prose = total.Prose
		}
	}
	return paragraphs, total
}

// lineBreaks are those of UAX #14.
const lineBreaks = "\n\v\f\r\u0085\u2028\u2029"

// Candidates are the paragraphs that a note may mean: the numbers by each
// counting, sorted, each once.
type Candidates struct {
	Prose, Printed []int
}

// Resolve returns the paragraphs that an admission may mean in a report with so
// many by each counting. Both lists are empty where it names none that exist.
func (a Admission) Resolve(total Place) Candidates {
	return Candidates{Prose: numbersOf(a.Places, total.Prose), Printed: numbersOf(a.Places, total.Printed)}
}

// numbersOf returns the numbers from 1 to total that ranges name.
func numbersOf(ranges []Range, total int) []int {
	var numbers []int
	for _, r := range ranges {
		first, last := fromStart(r.First, total), fromStart(r.Last, total)
		for n := max(first, 1); n <= min(last, total); n++ {
			numbers = append(numbers, n)
		}
	}
	slices.Sort(numbers)
	return slices.Compact(numbers)
}

// fromStart turns a number that counts from the end into one from the start.
func fromStart(n, total int) int {
	if n < 0 {
		return total + 1 + n
	}
	return n
}

// Cover says what a note has to do with a place.
type Cover uint8

// The answers, the weakest first.
const (
	// Unmentioned: every admission of the note is placed, and none there.
	Unmentioned Cover = iota
	// Unplaced: the note admits something without saying where, which may
	// be there. Only its words can tell.
	Unplaced
	// Placed: by one counting or the other, an admission is placed there.
	Placed
)

// Covers tells whether the note admits a change at a place of a report with so
// many paragraphs. It takes the place by either counting, so that a change is
// Unmentioned only if no way to count makes it one that the note admits. For a
// removal give the place in the earlier version, and that version's total.
func (n Note) Covers(where, total Place) Cover {
	cover := Unmentioned
	for _, a := range n.Admissions {
		if len(a.Places) == 0 {
			cover = max(cover, Unplaced)
			continue
		}
		c := a.Resolve(total)
		if where.Prose > 0 && slices.Contains(c.Prose, where.Prose) || slices.Contains(c.Printed, where.Printed) {
			return Placed
		}
	}
	return cover
}
