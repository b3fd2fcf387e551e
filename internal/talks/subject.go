package talks

import "hearsay"

// subjects puts the terms of all proposals together by what they are about: those
// that give numbers of one thing, or say the same.
func (t *table) subjects() []hearsay.Subject {
	var all []hearsay.Subject
	var of []content
	for p, proposal := range t.proposals {
		for n, term := range proposal.terms {
			at := hearsay.TermAt{Proposal: p, Term: n}
			found := false
			for i := range all {
				if of[i].sameThing(term.content) || of[i].alike(term.content) {
					all[i].Terms, found = append(all[i].Terms, at), true
					break
				}
			}
			if !found {
				all, of = append(all, hearsay.Subject{Words: term.words, Terms: []hearsay.TermAt{at}}), append(of, term.content)
			}
		}
	}
	return all
}
