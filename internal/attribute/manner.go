package attribute

import "hearsay"

// mannerOf tells whether a content is quoted: direct if all its words stand
// between quotation marks, indirect if none does, mixed otherwise.
func mannerOf(doc *hearsay.Document, content []extent) hearsay.Manner {
	quoted, plain := false, false
	for _, c := range content {
		for _, t := range doc.Tokens[c.first:c.end] {
			switch {
			case t.Quote.Inside():
				quoted = true
			case t.Quote.Depth == 0 && !isMark(t.Tag):
				plain = true
			}
		}
	}
	switch {
	case quoted && plain:
		return hearsay.Mixed
	case quoted:
		return hearsay.Direct
	}
	return hearsay.Indirect
}

// isMark reports whether a tag is a punctuation mark's.
func isMark(t hearsay.Tag) bool {
	switch coarseOf[t] {
	case coarseComma, coarseStop, coarseColon, coarseQuote:
		return true
	}
	return false
}
