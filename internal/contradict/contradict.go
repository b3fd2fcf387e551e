// Package contradict finds claims and figures that cannot both hold as they are
// said.
//
//	claims ──► statements ──► denials matched with what they deny ────────┐
//	           statement.go   deny.go   oppose.go                         │
//	                          the same words with another number          ├─► contradictions
//	                          restate.go                                  │
//	figures ─► ledger ─────► conflicts, replaced numbers ─────────────────┤
//	                          figure.go  note.go                          │
//	        ─► side by side: two counts of one thing in one breath ───────┘
//	           beside.go
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
	"hearsay/internal/ledger"
)

// Find fills in the contradictions of a trace. It reads the records and the claims
// with their places.
func Find(t *hearsay.Trace) {
	var x Index
	for i, r := range t.Records {
		x.Set(i, r)
	}
	x.Find(t)
}

// Index keeps of each record what its statements say by themselves and its rows of
// the ledger, which is read once. What they say to each other is found anew at each
// Find. The zero Index is empty and ready. It is not safe for use by several
// goroutines at once.
type Index struct {
	sheets []sheet
	stems  map[string]int32
}

// sheet is what is kept of one record.
type sheet struct {
	attributed, own []saying // by Attributions and OwnVoice
	rows            []ledger.Row
	beside          [][2]int // pairs of Figures that count one thing
}

// Set puts a record at a position: the next one, or that of one that it replaces.
func (x *Index) Set(position int, r hearsay.Record) {
	if x.stems == nil {
		x.stems = map[string]int32{}
	}
	s := x.readSayings(position, &r)
	s.rows, s.beside = ledger.Rows(position, r, ledger.Options{}), readBeside(&r)
	if position == len(x.sheets) {
		x.sheets = append(x.sheets, s)
	} else {
		x.sheets[position] = s
	}
}

// at returns what is kept of a place.
func (x *Index) at(p hearsay.Place) *saying {
	if p.Part == hearsay.PartOwnVoice {
		return &x.sheets[p.Report].own[p.Index]
	}
	return &x.sheets[p.Report].attributed[p.Index]
}

// stem numbers a stem.
func (x *Index) stem(s string) int32 {
	id, known := x.stems[s]
	if !known {
		id = int32(len(x.stems))
		x.stems[s] = id
	}
	return id
}

// Find fills in the contradictions of a trace whose records are those of the index.
func (x *Index) Find(t *hearsay.Trace) {
	f := finder{index: x, trace: t, claimsAt: map[hearsay.Place][]int{}, seen: map[[2]int]bool{}}
	f.readStatements()
	f.findAnswers()
	f.findDenials()
	f.findOpposites()
	f.placeClaims()
	f.findNoted()
	f.findFigures()
	f.findBeside()
	f.findRestated()
	slices.SortStableFunc(f.found, compare)
	t.Contradictions = f.found
}

type finder struct {
	index      *Index
	trace      *hearsay.Trace
	actors     [][]int // of each record's actors the story's
	statements []statement
	inReport   [][]int            // the statements of each report
	voices     [][]int            // of each claim the story actors that say it, outlets left out
	withStem   [][]int32          // of each stem the statements that have it, ascending
	claimsWith []int              // of each stem how many claims have it
	done       map[doneTo][]int32 // the statements of deeds, ascending

	claimsAt map[hearsay.Place][]int // for figures
	numbers  map[[2]string]bool      // of the account at hand: the pairs of numbers told

	noted map[hearsay.Place]bool // the numbers taken back in a note, and told

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
