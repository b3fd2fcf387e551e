package contradict

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"hearsay"
	"hearsay/internal/ledger"
)

// # Figures
//
// The ledger says which numbers of one account cannot both hold. Where both stand
// in claims, the claims contradict each other, else the figures do.
//
// A number that a report takes back is told with the one that replaces it:
//
//	"43 ships, not 53 as reported earlier"      whoever has 53 and whoever has 43

// placeClaims notes which claims each place has.
func (f *finder) placeClaims() {
	for i := range f.trace.Claims {
		for _, p := range f.trace.Claims[i].Places {
			f.claimsAt[p] = append(f.claimsAt[p], i)
		}
	}
}

// findFigures pairs the figures in conflict.
func (f *finder) findFigures() {
	var rows []ledger.Row
	for i := range f.index.sheets {
		rows = append(rows, f.index.sheets[i].rows...)
	}
	for _, a := range ledger.OfRows(rows, ledger.Options{}).Accounts {
		f.numbers = map[[2]string]bool{}
		for _, d := range a.Differences {
			if d.Kind == ledger.Conflict && !bargained[a.State] && !isOpenAccount(a) && !isTakenBack(a.Rows, d.A[0]) && !isTakenBack(a.Rows, d.B[0]) {
				f.pairRows(rowsAt(a.Rows, d.A), rowsAt(a.Rows, d.B), d.Reason)
			}
		}
		f.pairReplaced(a.Rows)
	}
}

// bargained are the states of numbers that each side names its own of: two of them
// are two positions.
var bargained = map[hearsay.State]bool{"price": true, "pay": true, "stake": true}

// isOpenAccount reports whether an account is of shares, sums or volumes of which
// nothing says what they are of.
func isOpenAccount(a ledger.Account) bool {
	return open[a.State] && !slices.ContainsFunc(a.Rows, func(r ledger.Row) bool { return r.Noun != "" && r.Noun != r.Unit && r.Noun != "percent" })
}

// open are the states of numbers that say little without what they are of.
var open = map[hearsay.State]bool{"money": true, "share": true, "level": true, "volume": true}

// isTakenBack reports whether the number of a row was given up by whoever gave it:
// it is held against what replaced it alone.
func isTakenBack(rows []ledger.Row, at int) bool {
	return slices.ContainsFunc(rows, func(r ledger.Row) bool { return r.Stance == hearsay.Denied && sameNumber(r, rows[at]) })
}

func rowsAt(rows []ledger.Row, at []int) []ledger.Row {
	var out []ledger.Row
	for _, i := range at {
		out = append(out, rows[i])
	}
	return out
}

// pairRows pairs the claims that have one of two numbers, or else the figures. Two
// numbers of an account are paired once, whoever gives them.
func (f *finder) pairRows(a, b []ledger.Row, reason string) {
	if f.inOneBreath(&a[0], &b[0]) {
		return
	}
	pair := [2]string{number(a[0]), number(b[0])}
	if pair[1] < pair[0] {
		pair[0], pair[1] = pair[1], pair[0]
	}
	if f.numbers[pair] {
		return
	}
	f.numbers[pair] = true
	x, y := f.placesOf(a), f.placesOf(b)
	why := fmt.Sprintf("“%s” (%s) and “%s” (%s): %s", a[0].Words, a[0].Who(), b[0].Words, b[0].Who(), reason)
	f.addFigures(f.claimOf(x), f.claimOf(y), x, y, why)
}

// inOneBreath reports whether two numbers stand in one sentence, and one of them is
// the outlet's own: it would not contradict itself there.
func (f *finder) inOneBreath(a, b *ledger.Row) bool {
	p, q := a.Places[0], b.Places[0]
	if p.Report != q.Report || a.Source != "" && b.Source != "" {
		return false
	}
	text := f.trace.Records[p.Report].Report.Text
	return sentenceStart(text, f.spanOf(p).Start) == sentenceStart(text, f.spanOf(q).Start)
}

// number writes the bounds of a row.
func number(r ledger.Row) string {
	out := ""
	for _, n := range []*float64{r.Low, r.High} {
		if n == nil {
			out += "… "
		} else {
			out += strconv.FormatFloat(*n, 'g', -1, 64) + " "
		}
	}
	return out
}

// addFigures adds two figures with the claims in which they stand; nobody: in none.
// Of two claims it adds one pair. Figures of one claim that cannot both hold are
// told without it.
func (f *finder) addFigures(c, d int, x, y []hearsay.Place, why string) {
	if c == d || c == nobody || d == nobody {
		f.found = append(f.found, hearsay.Contradiction{Figures: &[2]hearsay.Place{x[0], y[0]}, Why: why})
		return
	}
	if d < c {
		c, d, x, y = d, c, y, x
	}
	f.addPair(hearsay.Contradiction{Claims: &[2]int{c, d}, Figures: &[2]hearsay.Place{f.inClaim(x, c), f.inClaim(y, d)}, Why: why})
}

// inClaim returns the first of some figures that a claim has.
func (f *finder) inClaim(places []hearsay.Place, claim int) hearsay.Place {
	for _, p := range places {
		if slices.Contains(f.claimsOf(p), claim) {
			return p
		}
	}
	return places[0]
}

// claimOf returns the claim that has most of some places; of several the first.
func (f *finder) claimOf(places []hearsay.Place) int {
	have := map[int]int{}
	best := nobody
	for _, p := range places {
		for _, c := range f.claimsOf(p) {
			have[c]++
			if best == nobody || have[c] > have[best] || have[c] == have[best] && c < best {
				best = c
			}
		}
	}
	return best
}

func (f *finder) placesOf(rows []ledger.Row) []hearsay.Place {
	var out []hearsay.Place
	for _, r := range rows {
		out = append(out, r.Places...)
	}
	return out
}

// claimsOf returns the claims that a figure is the number of: those of the figure
// itself, or of the attribution in which it stands first.
func (f *finder) claimsOf(p hearsay.Place) []int {
	if ids := f.claimsAt[p]; len(ids) > 0 {
		return ids
	}
	r := &f.trace.Records[p.Report]
	at := r.Figures[p.Index].Attribution
	if at == nil || f.firstIn(r, *at, r.Figures[p.Index].State) != p.Index {
		return nil
	}
	return f.claimsAt[hearsay.Place{Report: p.Report, Part: hearsay.PartAttribution, Index: *at}]
}

// firstIn returns the first figure of an attribution that counts in a state.
func (f *finder) firstIn(r *hearsay.Record, attribution int, state hearsay.State) int {
	for i, g := range r.Figures {
		if g.Attribution != nil && *g.Attribution == attribution && g.State == state && g.Stance != hearsay.Denied {
			return i
		}
	}
	return nobody
}

// pairReplaced pairs each number that was taken back, wherever it was given for
// one, with the number that the same report has in its place.
func (f *finder) pairReplaced(rows []ledger.Row) {
	for _, r := range rows {
		if r.Stance != hearsay.Denied {
			continue
		}
		for _, at := range r.Places {
			f.pairTaken(rows, r, at)
		}
	}
}

// pairTaken pairs a number with what one report that takes it back has instead.
func (f *finder) pairTaken(rows []ledger.Row, taken ledger.Row, at hearsay.Place) {
	if f.noted[at] {
		return
	}
	by, ok := f.replacement(rows, taken, at)
	if !ok || by.Stance != hearsay.Actual && !f.isCorrection(at) {
		return // a counter-offer takes nothing back
	}
	given := []ledger.Row{}
	for _, o := range rows {
		if o.Stance != hearsay.Denied && sameNumber(o, taken) && !o.Printed.After(taken.Printed) && !slices.ContainsFunc(o.Reports, func(path string) bool { return slices.Contains(by.Reports, path) }) {
			given = append(given, o)
		}
	}
	if len(given) == 0 {
		given = append(given, taken)
	}
	instead := inReport([]ledger.Row{by}, by, at.Report)
	if !f.haveClaims(instead) {
		instead = inReport(rows, by, at.Report)
	}
	f.pairRows(given, instead, "the one was taken back for the other")
}

// isCorrection reports whether a number stands in a note, or after a word for a
// mistake.
func (f *finder) isCorrection(p hearsay.Place) bool {
	r, span := &f.trace.Records[p.Report], f.spanOf(p)
	for _, b := range r.Blocks {
		if b.Contains(span) && b.Kind == hearsay.BlockNote {
			return true
		}
	}
	const back = 150
	before := strings.ToLower(r.Report.Text[max(0, span.Start-back):span.Start])
	return slices.ContainsFunc(mistaken, func(w string) bool { return strings.Contains(before, w) })
}

// mistaken are words with which a report takes something back.
var mistaken = []string{"correct", "earlier version", "initially", "wrongly", "in error", "mistake", "incorrect", "misstated", "withdrew", "withdrawn"}

func (f *finder) haveClaims(rows []ledger.Row) bool {
	return slices.ContainsFunc(f.placesOf(rows), func(p hearsay.Place) bool { return len(f.claimsOf(p)) > 0 })
}

// inReport returns the rows with the number of one that one report has, and in them
// that report's places alone.
func inReport(rows []ledger.Row, by ledger.Row, report int) []ledger.Row {
	var out []ledger.Row
	for _, r := range rows {
		if r.Stance == hearsay.Denied || !sameNumber(r, by) {
			continue
		}
		r.Places = slices.DeleteFunc(slices.Clone(r.Places), func(p hearsay.Place) bool { return p.Report != report })
		if len(r.Places) > 0 {
			out = append(out, r)
		}
	}
	return out
}

// replacement returns the row that a report has nearest to one it takes back, of
// the same account, with another number.
func (f *finder) replacement(rows []ledger.Row, taken ledger.Row, at hearsay.Place) (ledger.Row, bool) {
	here := f.spanOf(at)
	best, nearest, first := ledger.Row{}, replacementReach, 0
	for _, o := range rows {
		if o.Stance == hearsay.Denied || sameNumber(o, taken) || o.Low == nil && o.High == nil {
			continue
		}
		for _, p := range o.Places {
			span := f.spanOf(p)
			gap := distance(span, here)
			if p.Report == at.Report && (gap < nearest || gap == nearest && gap < replacementReach && span.Start < first) {
				best, nearest, first = o, gap, span.Start
			}
		}
	}
	return best, nearest < replacementReach
}

// replacementReach is how many bytes may lie between a number and what replaces it.
const replacementReach = 400

func (f *finder) spanOf(p hearsay.Place) hearsay.Span {
	return f.trace.Records[p.Report].Figures[p.Index].Span
}

func distance(a, b hearsay.Span) int {
	if a.Start > b.Start {
		a, b = b, a
	}
	return max(0, b.Start-a.End)
}

func sameNumber(a, b ledger.Row) bool {
	return same(a.Low, b.Low) && same(a.High, b.High) || strings.EqualFold(a.Words, b.Words)
}

func same(a, b *float64) bool { return a == b || a != nil && b != nil && *a == *b }
