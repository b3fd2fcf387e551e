package revision

import (
	"slices"
	"strings"

	"hearsay"
	"hearsay/internal/wording"
)

// quoteChange is a quotation that is gone, or reads otherwise.
type quoteChange struct {
	kind          hearsay.ChangeKind
	before, after *hearsay.Span
	anew          bool // another quotation stands in its place
}

// alteredQuote is the least that two versions of one quotation share, in thousandths.
const alteredQuote = 400

// quoteChanges compares the quotations of two versions of a paragraph:
//
//	altered   its words are others, or fewer
//	replaced  another stands in its place
//	cut       nothing does, and it stands nowhere else
//
// A quotation that is new besides is no change of one; it is what was added.
func (in *inside) quoteChanges() []quoteChange {
	a, b := in.p.quotes, in.q.quotes
	pairs := newPairing(len(a), len(b))
	gap := wording.Edit{A1: len(a), B1: len(b)}
	pairs.alike(gap, func(i, j int) (int, int) {
		if s := similarity(a[i].bag, b[j].bag); s >= alteredQuote || isPart(a[i], b[j]) {
			return max(s, leastPaired), 1
		}
		return 0, 0
	})
	var changes []quoteChange
	var fresh []int
	for _, j := range free(pairs.toA) {
		if !in.before.has(b[j]) {
			fresh = append(fresh, j)
		}
	}
	for i := range a {
		switch j := pairs.toB[i]; {
		case j >= 0 && reading(a[i]) != reading(b[j]):
			changes = append(changes, quoteChange{hearsay.ChangeChanged, &a[i].Span, &b[j].Span, false})
		case j < 0 && in.isCut(a[i]) && len(fresh) > 0:
			changes = append(changes, quoteChange{hearsay.ChangeChanged, &a[i].Span, &b[fresh[0]].Span, true})
			fresh = fresh[1:]
		case j < 0 && in.isCut(a[i]):
			changes = append(changes, quoteChange{hearsay.ChangeRemoved, &a[i].Span, nil, false})
		}
	}
	return changes
}

// isPart reports whether one quotation has all the words of another.
func isPart(s, t stretch) bool {
	return strings.Contains(reading(s), reading(t)) || strings.Contains(reading(t), reading(s))
}

// reading is the words of a stretch without its marks: where a comma stands at
// the end of a quotation is a matter of typesetting.
func reading(s stretch) string {
	return folded(slices.DeleteFunc(slices.Clone(s.tokens), func(t wording.Token) bool { return t.Mark }))
}

// isCut reports whether quoted words stand nowhere in the later edition.
func (c *comparison) isCut(quote stretch) bool { return !c.after.has(quote) }

// has reports whether the words of a stretch stand in an edition. No words stand
// nowhere.
func (e *edition) has(s stretch) bool {
	words := reading(s)
	return strings.TrimSpace(words) != "" && strings.Contains(e.words, words)
}

// hasBehind reports whether they stand there right behind some others.
func (e *edition) hasBehind(before []wording.Token, s stretch) bool {
	return len(before) == 0 || strings.Contains(e.words, strings.TrimSuffix(reading(stretch{tokens: before}), " ")+reading(s))
}

// upTo returns the last words of prose before a paragraph.
func (e *edition) upTo(p *paragraph) []wording.Token {
	var last *paragraph
	for i := range e.paragraphs {
		if q := &e.paragraphs[i]; q.class == prose && q.Start < p.Start {
			last = q
		}
	}
	if last == nil {
		return nil
	}
	words := slices.DeleteFunc(slices.Clone(last.tokens), func(t wording.Token) bool { return t.Mark })
	return words[max(0, len(words)-5):]
}

// isQuoteChange reports whether an edit is told by a change of a quotation that
// it touches.
func (in *inside) isQuoteChange(e edit) bool {
	touches := func(s *hearsay.Span, e hearsay.Span) bool { return s != nil && e.Len() > 0 && s.Overlaps(e) }
	return slices.ContainsFunc(in.quotes, func(q quoteChange) bool {
		return touches(q.before, e.before) || touches(q.after, e.after)
	})
}
