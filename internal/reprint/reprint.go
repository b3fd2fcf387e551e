// Package reprint finds reports that republish others, whole or in large part,
// and the paragraphs that an outlet prints again and again.
//
//	Record ─► sheet ─┬► fingerprints ─► who may share text ─► how much ─► which is the original ─► Copy
//	                 └► paragraphs ─────────────────────────► printed before? ─────────────────► Background
//
// What is measured is containment: how many of a report's five-word shingles
// stand in the other one. Jaccard's measure, what two texts share of all that
// either has, would miss the short paper that prints four paragraphs of an
// agency's twenty. Candidates come from winnowed fingerprints, so that a report is
// held against those alone that have eight words in a row in common with it.
//
// Revisions of one report are no copies of each other (see package revision), and
// neither are two reports of one outlet that share its background.
package reprint

import (
	"cmp"
	"slices"

	"hearsay"
)

// The measures, in thousandths. They were set on invented affairs: reports that
// tell of one event in their own words share under 150, since what they have in
// common is quotations; reprints, cut and edited, share over 600.
const (
	shingle   = 5 // words
	window    = 4 // shingles
	leastRuns = 8 // shingles that a copy shares at least: twelve words in a row

	copied         = 450 // of the report, or of its original, that one has of the other
	copiedCredited = 300 // the same, where the report credits the other's outlet
	copiedWithin   = 800 // the same, of two reports of one outlet
	ownWords       = 200 // what stands outside quotation marks must be shared too
	alike          = 950 // of the most that any report shares with a copy: as likely its original
)

// Find returns which of the records republish others, and the outlets'
// background paragraphs. The order of the records does not matter, but for the
// positions that are returned.
func Find(records []hearsay.Record) ([]hearsay.Copy, []hearsay.Background) {
	var x Index
	for _, r := range records {
		x.Add(r)
	}
	return x.Copies(), x.Background()
}

// Index holds reports ready to be compared with the next one. The zero Index is
// empty and ready. It is not safe for use by several goroutines at once.
type Index struct {
	sheets  []sheet
	printed map[uint64][]int // fingerprint: the sheets that have it, in the order of Add
	pairs   []pair           // that share much, by the later added, then by the earlier
	shared  []int            // of each sheet, how much it shares with the one at hand

	addresses map[string]int // by their keys, numbered from 1
	sides     map[sides]int  // positions in firsts
	firsts    []int          // of a report that shares text with another, the first of its revisions that does

	paragraphs map[printing][]seen // where a paragraph was printed
	tried      map[seen]bool       // the paragraphs that the one at hand was held against
	recurring  [][]seen            // paragraphs that are the same, in the order of Add
	group      map[seen]int        // of those, the position in recurring
}

// pair is two reports that share text; a was added before b.
type pair struct {
	a, b       int
	ofA, ofB   int // how much of each stands in the other, in thousandths
	sharedRuns int

	aCredits, bCredits bool // the one credits the other's outlet
	aCredit, bCredit   *hearsay.Span
	firstA, firstB     int // positions in firsts: of a's report beside b's, and the other way round
}

// Add takes in one more record and returns its position, that of the positions
// in what [Index.Copies] returns. It costs time in proportion to the report and to
// how many reports share text with it.
func (x *Index) Add(record hearsay.Record) int {
	if x.printed == nil {
		x.printed = map[uint64][]int{}
		x.paragraphs, x.tried = map[printing][]seen{}, map[seen]bool{}
		x.group, x.sides, x.addresses = map[seen]int{}, map[sides]int{}, map[string]int{}
	}
	n := len(x.sheets)
	x.sheets, x.shared = append(x.sheets, newSheet(record)), append(x.shared, 0)
	s := &x.sheets[n]
	s.key = x.key(n)
	for _, other := range x.candidates(s) {
		if p, ok := x.compare(other, n); ok {
			x.credit(&p)
			x.pairs = append(x.pairs, p)
		}
	}
	for _, f := range s.fingerprints {
		x.printed[f] = append(x.printed[f], n)
	}
	x.addParagraphs(n)
	return n
}

// candidates returns the sheets that share enough fingerprints with s to be
// worth a comparison, in order.
func (x *Index) candidates(s *sheet) []int {
	var found []int
	for _, f := range s.fingerprints {
		for _, other := range x.printed[f] {
			if x.shared[other] == 0 {
				found = append(found, other)
			}
			x.shared[other]++
		}
	}
	// Of the fingerprints of a text those of a part are a fair sample; a third of
	// the least share lets chance play.
	enough := found[:0]
	for _, other := range found {
		least := min(len(s.fingerprints), len(x.sheets[other].fingerprints)) * copiedCredited / 3000
		if x.shared[other] >= max(least, 1) {
			enough = append(enough, other)
		}
		x.shared[other] = 0
	}
	slices.Sort(enough)
	return enough
}

// credit notes which of a pair credits the other, and which of their revisions had
// the text first.
func (x *Index) credit(p *pair) {
	s, t := &x.sheets[p.a], &x.sheets[p.b]
	p.aCredit, p.aCredits = s.crediting(t)
	p.bCredit, p.bCredits = t.crediting(s)
	p.firstA, p.firstB = x.first(p.a, p.b), x.first(p.b, p.a)
}

// first notes that one report shares text with another, and returns where its first
// revision that does is kept.
func (x *Index) first(report, with int) int {
	of := sides{x.sheets[report].key, x.sheets[with].key}
	at, known := x.sides[of]
	if !known {
		at = len(x.firsts)
		x.sides[of] = at
		x.firsts = append(x.firsts, report)
	} else if x.order(report, x.firsts[at]) < 0 {
		x.firsts[at] = report
	}
	return at
}

// sides are two reports that share text, each by its key.
type sides struct{ report, with int }

// key is the same for all revisions of a report whose address is known.
func (x *Index) key(n int) int {
	address := x.sheets[n].address
	if address == "" {
		return -n
	}
	key, known := x.addresses[address]
	if !known {
		key = len(x.addresses) + 1
		x.addresses[address] = key
	}
	return key
}

// Copies returns the reports that republish others, by position. Each has one
// original.
func (x *Index) Copies() []hearsay.Copy {
	originals := make([][]candidate, len(x.sheets))
	for i := range x.pairs {
		p := &x.pairs[i]
		report, c := p.a, candidate{p.b, p.ofA, p.sharedRuns, p.aCredit, p.aCredits}
		if !x.isCopyOf(p) {
			report, c = p.b, candidate{p.a, p.ofB, p.sharedRuns, p.bCredit, p.bCredits}
		}
		if x.isEnough(report, c.of, max(p.ofA, p.ofB), c.credited) {
			originals[report] = append(originals[report], c)
		}
	}
	var copies []hearsay.Copy
	for report, found := range originals {
		if len(found) > 0 {
			c := x.original(report, found)
			copies = append(copies, hearsay.Copy{Report: report, Of: c.of, Share: c.share, Credit: c.credit})
		}
	}
	return copies
}

// candidate is a report that may be the original of a copy.
type candidate struct {
	of, share, runs int
	credit          *hearsay.Span
	credited        bool
}

// isCopyOf reports whether of two reports that share text a is the later one. A
// credit decides; then which report had the text first, in whichever revision;
// without dates the shorter text is the later one, since who republishes cuts.
func (x *Index) isCopyOf(p *pair) bool {
	if p.aCredits != p.bCredits {
		return p.aCredits
	}
	return x.order(x.firsts[p.firstA], x.firsts[p.firstB]) > 0
}

// order compares reports by when they stood as they are; those without a date by
// length, the longer first, and by their words.
func (x *Index) order(a, b int) int {
	s, t := &x.sheets[a], &x.sheets[b]
	if !s.stood.IsZero() && !t.stood.IsZero() && !s.stood.Equal(t.stood) {
		return s.stood.Compare(t.stood)
	}
	return cmp.Or(cmp.Compare(len(t.runs), len(s.runs)), cmp.Compare(s.outlet, t.outlet), cmp.Compare(s.address, t.address),
		cmp.Compare(s.text, t.text), cmp.Compare(a, b))
}

// isEnough reports whether so much of a report or its original, in thousandths,
// makes it a copy.
func (x *Index) isEnough(report, of, share int, credited bool) bool {
	switch {
	case x.sheets[report].isOfOutlet(&x.sheets[of]):
		return share >= copiedWithin
	case credited:
		return share >= copiedCredited
	}
	return share >= copied
}

// original chooses the original of a report: one that it credits; of those the
// ones that have nearly the most of its words; of those the report that was first,
// in the revision that has most, and that stood when the copy came out.
func (x *Index) original(report int, found []candidate) candidate {
	if slices.ContainsFunc(found, func(c candidate) bool { return c.credited }) {
		found = slices.DeleteFunc(found, func(c candidate) bool { return !c.credited })
	}
	most := slices.MaxFunc(found, func(a, b candidate) int { return cmp.Compare(a.runs, b.runs) }).runs
	found = slices.DeleteFunc(found, func(c candidate) bool { return c.runs*1000 < most*alike })
	first := slices.MinFunc(found, func(a, b candidate) int { return x.order(a.of, b.of) })
	return slices.MinFunc(found, func(a, b candidate) int {
		return cmp.Or(
			compareBool(x.isOneReport(first.of, a.of), x.isOneReport(first.of, b.of)),
			compareBool(x.stoodBefore(a.of, report), x.stoodBefore(b.of, report)),
			-cmp.Compare(a.runs, b.runs),
			x.order(a.of, b.of))
	})
}

// compareBool puts true first.
func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

func (x *Index) isOneReport(a, b int) bool { return a == b || x.sheets[a].isRevisionOf(&x.sheets[b]) }

func (x *Index) stoodBefore(a, b int) bool {
	s, t := x.sheets[a].stood, x.sheets[b].stood
	return s.IsZero() || t.IsZero() || !s.After(t)
}

// isRevisionOf reports whether two sheets are of one report: at one address, or,
// where an address is not known, of one outlet.
func (s *sheet) isRevisionOf(t *sheet) bool {
	if s.address != "" && t.address != "" {
		return s.address == t.address
	}
	return s.isOfOutlet(t) || s.outlet == t.outlet && s.text == t.text
}

// isOfOutlet reports whether two sheets are of one outlet. Two of one name on
// different hosts are two.
func (s *sheet) isOfOutlet(t *sheet) bool {
	if s.outlet == "" || s.outlet != t.outlet {
		return false
	}
	return s.host == "" || t.host == "" || s.host == t.host
}
