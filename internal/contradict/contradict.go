// Package contradict finds claims and figures that cannot both hold as they are
// said.
//
//	claims ──► statements ──► denials matched with what they deny ──┐
//	           statement.go   deny.go   oppose.go                   ├─► contradictions
//	figures ─► ledger ─────► conflicts, replaced numbers ───────────┘
//	                          figure.go
//
// It does not say which of the two is right. What differs in scope, date or
// category is no contradiction, nor is what one speaker says first so and then
// otherwise. Two statements that need knowledge of the world to exclude each other
// are not found.
package contradict

import (
	"cmp"
	"slices"

	"hearsay"
)

// Find fills in the contradictions of a trace. It reads the records and the claims
// with their places.
func Find(t *hearsay.Trace) {
	f := finder{trace: t, claimsAt: map[hearsay.Place][]int{}, seen: map[[2]int]bool{}, common: map[string]int{}, inReport: map[int][]int{}}
	for _, c := range t.Claims {
		for _, p := range c.Places {
			f.claimsAt[p] = append(f.claimsAt[p], c.ID)
		}
	}
	f.readStatements()
	f.findAnswers()
	f.findDenials()
	f.findOpposites()
	f.findFigures()
	slices.SortStableFunc(f.found, compare)
	t.Contradictions = f.found
}

type finder struct {
	trace      *hearsay.Trace
	claimsAt   map[hearsay.Place][]int
	statements []statement
	voices     []map[int]bool // of each claim the story actors that say it
	byStem     map[string][]int
	common     map[string]int // of each predicate looked up, how many claims have it
	inReport   map[int][]int  // the statements of each report
	actorAt    map[hearsay.ActorAt]int

	numbers map[[2]string]bool // of the account at hand: the pairs of numbers told

	seen  map[[2]int]bool
	found []hearsay.Contradiction
}

// compare puts claims before figures, each by position.
func compare(a, b hearsay.Contradiction) int {
	switch {
	case a.Claims != nil && b.Claims != nil:
		return slices.Compare(a.Claims[:], b.Claims[:])
	case a.Claims != nil:
		return -1
	case b.Claims != nil:
		return 1
	}
	return cmp.Or(comparePlaces(a.Figures[0], b.Figures[0]), comparePlaces(a.Figures[1], b.Figures[1]))
}

func comparePlaces(a, b hearsay.Place) int {
	return cmp.Or(cmp.Compare(a.Report, b.Report), cmp.Compare(a.Index, b.Index))
}

// addClaims adds a pair of claims, once.
func (f *finder) addClaims(a, b int, why string) {
	if a != b {
		f.addPair(hearsay.Contradiction{Claims: &[2]int{min(a, b), max(a, b)}, Why: why})
	}
}

// addPair adds a contradiction of claims that is not there yet.
func (f *finder) addPair(c hearsay.Contradiction) {
	if !f.seen[*c.Claims] {
		f.seen[*c.Claims] = true
		f.found = append(f.found, c)
	}
}
