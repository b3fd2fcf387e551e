package reprint

import (
	"slices"

	"hearsay"
	"hearsay/internal/wording"
)

// A paragraph is background if its outlet printed it in another report before,
// but for a word here and there.
const (
	leastParagraph = 8   // shingles: twelve words
	sameParagraph  = 700 // of the shingles of each that stand in the other, in thousandths
)

// seen is a paragraph of a sheet.
type seen struct{ sheet, paragraph int }

// printing is what paragraphs of one outlet that may be the same share: a fingerprint.
type printing struct {
	outlet      string
	fingerprint uint64
}

// addParagraphs files the paragraphs of a sheet and finds where its outlet had
// them before.
func (x *Index) addParagraphs(n int) {
	for i, p := range x.sheets[n].paragraphs {
		if len(p.runs) < leastParagraph {
			continue
		}
		prints := wording.Fingerprints(p.runs, 2*window)
		if before := x.before(n, p, prints); len(before) > 0 {
			x.join(seen{n, i}, before)
		}
		for _, f := range prints {
			k := printing{x.sheets[n].outlet, f}
			x.paragraphs[k] = append(x.paragraphs[k], seen{n, i})
		}
	}
}

// before returns where a paragraph of sheet n was printed by its outlet in other
// reports, each place once.
func (x *Index) before(n int, p paragraph, prints []uint64) []seen {
	var found []seen
	clear(x.tried)
	for _, f := range prints {
		for _, at := range x.paragraphs[printing{x.sheets[n].outlet, f}] {
			if at.sheet == n || x.tried[at] {
				continue
			}
			x.tried[at] = true
			other := &x.sheets[at.sheet]
			if other.isOfOutlet(&x.sheets[n]) && !x.isOneReport(at.sheet, n) && isSame(p, other.paragraphs[at.paragraph]) {
				found = append(found, at)
			}
		}
	}
	return found
}

func isSame(p, q paragraph) bool {
	shared := wording.Shared(p.runs, q.runs)
	return min(thousandths(shared, len(p.runs)), thousandths(shared, len(q.runs))) >= sameParagraph
}

// join puts a paragraph and those that are the same into one group.
func (x *Index) join(p seen, same []seen) {
	into := len(x.recurring)
	for _, s := range same {
		if g, ok := x.group[s]; ok {
			into = min(into, g)
		}
	}
	if into == len(x.recurring) {
		x.recurring = append(x.recurring, nil)
	}
	for _, s := range append(same, p) {
		g, ok := x.group[s]
		switch {
		case !ok:
			x.recurring[into] = append(x.recurring[into], s)
			x.group[s] = into
		case g != into:
			for _, moved := range x.recurring[g] {
				x.recurring[into] = append(x.recurring[into], moved)
				x.group[moved] = into
			}
			x.recurring[g] = nil
		}
	}
}

// Background returns the paragraphs that an outlet prints again and again, each
// with its places by publication.
func (x *Index) Background() []hearsay.Background {
	var all []hearsay.Background
	for _, group := range x.recurring {
		if len(group) == 0 {
			continue
		}
		at := slices.Clone(group)
		slices.SortFunc(at, func(a, b seen) int { return x.order(a.sheet, b.sheet) })
		var b hearsay.Background
		for _, s := range at {
			b.Passages = append(b.Passages, hearsay.Passage{Report: s.sheet, Span: x.sheets[s.sheet].paragraphs[s.paragraph].Span})
		}
		all = append(all, b)
	}
	slices.SortFunc(all, func(a, b hearsay.Background) int { return x.compareFirst(a.Passages[0], b.Passages[0]) })
	return all
}

// compareFirst orders passages by report, then as they stand in it.
func (x *Index) compareFirst(a, b hearsay.Passage) int {
	if a.Report != b.Report {
		return x.order(a.Report, b.Report)
	}
	return a.Span.Start - b.Span.Start
}
