package reprint

import (
	"strings"
	"time"

	"hearsay"
	"hearsay/internal/address"
	"hearsay/internal/wording"
)

// sheet is what is kept of a report for comparing it.
type sheet struct {
	text    string
	outlet  string // in lower case
	address string // its key
	key     int    // see Index.key
	host    string // of its address
	stood   time.Time

	runs         []uint64 // the set of its shingles
	own          []uint64 // those of them that stand outside quotation marks
	fingerprints []uint64
	paragraphs   []paragraph

	names   []name // by which others credit its outlet
	credits []line // the blocks that may credit an outlet
	byline  []line
}

// line is words that may credit an outlet.
type line struct {
	text  string // in which they stand
	words []wording.Token
}

// paragraph is one paragraph of the story.
type paragraph struct {
	hearsay.Span
	runs []uint64 // the set of its shingles
}

func newSheet(record hearsay.Record) sheet {
	r := record.Report
	s := sheet{
		text: r.Text, outlet: strings.ToLower(strings.TrimSpace(r.Outlet)), address: address.Key(r.URL), host: address.Host(r.URL), stood: r.Stood(),
		names: namesOf(r.Outlet),
	}
	for _, name := range r.Byline {
		s.byline = append(s.byline, line{name, wording.Words(name, hearsay.Span{End: len(name)})})
	}
	var runs, own []uint64
	for _, b := range record.Blocks {
		switch b.Kind {
		case hearsay.BlockBody, hearsay.BlockQuote:
			all, unquoted := shinglesOf(r.Text, b.Span)
			runs, own = append(runs, all...), append(own, unquoted...)
			s.paragraphs = append(s.paragraphs, paragraph{b.Span, wording.Set(all)})
		case hearsay.BlockCredit, hearsay.BlockByline, hearsay.BlockContributor, hearsay.BlockCopyright:
			s.credits = append(s.credits, line{r.Text, wording.Words(r.Text, b.Span)})
		}
	}
	s.fingerprints = wording.Fingerprints(runs, window)
	s.runs, s.own = wording.Set(runs), wording.Set(own)
	return s
}

// shinglesOf returns the shingles of a paragraph, and those of them no word of
// which is quoted.
func shinglesOf(text string, in hearsay.Span) (all, unquoted []uint64) {
	var words []wording.Token
	var quoted []int // of the words before each, how many are quoted
	isQuoted, n := false, 0
	for _, t := range wording.Tokens(text, in) {
		if t.Mark {
			isQuoted = isQuoted != (t.Key == `"`)
			continue
		}
		quoted = append(quoted, n)
		words = append(words, t)
		if isQuoted {
			n++
		}
	}
	quoted = append(quoted, n)
	all = wording.Shingles(words, shingle)
	for i, h := range all {
		if quoted[i] == quoted[i+shingle] {
			unquoted = append(unquoted, h)
		}
	}
	return all, unquoted
}

// compare measures what two sheets share. It is false where that is too little
// for any copy, or where they are revisions of one report.
func (x *Index) compare(a, b int) (pair, bool) {
	s, t := &x.sheets[a], &x.sheets[b]
	if s.isRevisionOf(t) {
		return pair{}, false
	}
	runs := wording.Shared(s.runs, t.runs)
	p := pair{a: a, b: b, ofA: thousandths(runs, len(s.runs)), ofB: thousandths(runs, len(t.runs)), sharedRuns: runs}
	if runs < leastRuns || max(p.ofA, p.ofB) < copiedCredited {
		return p, false
	}
	own := wording.Shared(s.own, t.own)
	return p, max(thousandths(own, len(s.own)), thousandths(own, len(t.own))) >= ownWords
}

func thousandths(part, whole int) int {
	if whole == 0 {
		return 0
	}
	return part * 1000 / whole
}
