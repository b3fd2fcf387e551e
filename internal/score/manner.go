package score

import (
	"unicode/utf8"

	"hearsay"
)

// The corpora do not say how a content is given, so the quotation marks do: of a
// direct content all words stand between marks, of an indirect one none.

// manner returns the manner of a content by the words in it that are quoted.
func (v view) manner(content Set) hearsay.Manner {
	words, inside := 0, 0
	for _, t := range content {
		if r, _ := utf8.DecodeRuneInString(v.tokens[t].In(v.text)); !isWord(r) {
			continue
		}
		words++
		if v.quoted[t] {
			inside++
		}
	}
	switch inside {
	case 0:
		return hearsay.Indirect
	case words:
		return hearsay.Direct
	}
	return hearsay.Mixed
}

// quoted reports for each token whether it stands between double quotation
// marks. A straight mark opens and closes by turns. A line that ends with a
// quotation open ends it: where the quotation goes on, the next paragraph opens
// with a mark again, as the custom is, and a lost mark does no harm beyond its
// own paragraph.
func quoted(text string, tokens Tokens) []bool {
	out := make([]bool, len(tokens))
	open, end := false, 0
	for i, t := range tokens {
		if gap := (hearsay.Span{Start: end, End: t.Start}); breaksLine(gap.In(text)) {
			open = false
		}
		end = t.End
		switch t.In(text) {
		case "“":
			open = true
		case "”":
			open = false
		case `"`:
			open = !open
		default:
			out[i] = open
		}
	}
	return out
}

func breaksLine(gap string) bool {
	for i := range len(gap) {
		if gap[i] == '\n' || gap[i] == '\r' {
			return true
		}
	}
	return false
}
