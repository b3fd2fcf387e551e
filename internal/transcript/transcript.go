package transcript

import (
	"cmp"
	"slices"

	"hearsay"
)

// Mark fills the entries and utterances of a segmented document. The report is
// the one the document was made of; its dates are what entries are dated by.
func Mark(doc *hearsay.Document, report hearsay.Report) {
	p := newPage(doc)
	doc.Entries = p.entries(report)
	doc.Utterances = apart(slices.Concat(p.turns(doc.Entries), p.credits(), p.posts()))
}

// apart sorts utterances by place and leaves out those without words and those
// that share words with one before: a name below a quotation within somebody's
// turn is part of the turn.
func apart(all []hearsay.Utterance) []hearsay.Utterance {
	all = slices.DeleteFunc(all, func(u hearsay.Utterance) bool { return len(u.Content) == 0 })
	slices.SortStableFunc(all, func(a, b hearsay.Utterance) int { return cmp.Compare(a.Content[0].Start, b.Content[0].Start) })
	end := 0
	return slices.DeleteFunc(all, func(u hearsay.Utterance) bool {
		if u.Content[0].Start < end {
			return true
		}
		end = u.Content[len(u.Content)-1].End
		return false
	})
}
