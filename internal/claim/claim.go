// Package claim finds which statements of a story's reports say alike: its claims.
//
//	records ──► sayings ──► pairs that may be alike ──► scores ──► claims
//	            saying.go   candidate.go                score.go   cluster.go
//	            words.go                                pair.go
//
// A saying is what one attribution, or one sentence in an outlet's own voice, says:
// its words, who is spoken of, figures, moments, quotations, and whether it is
// negated. Two sayings are compared by what they share of each and by what they
// contradict each other in; each thing compared adds to, or takes from, the
// log-odds that they are one claim. Sayings are then put together as long as they
// are alike on the average (cluster.go), since to be alike is not transitive.
package claim

import (
	"hearsay"
)

// Find returns the claims of a trace whose Records and Actors are filled: each
// attribution and each statement in an outlet's own voice is in exactly one. Claims
// that more reports make come first, then by publication.
func Find(t *hearsay.Trace) []hearsay.Claim {
	return indexOf(t).Find(t)
}

// Find returns the claims of a trace whose records are those that the index was told
// of.
func (x *Index) Find(t *hearsay.Trace) []hearsay.Claim {
	s := x.gather(t)
	return s.claims(cluster(len(s.nodes), s.pairs(&fitted), &fitted))
}
