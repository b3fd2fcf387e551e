package ledger

import (
	"cmp"
	"strings"
	"time"

	"hearsay"
)

// Row is one figure of one source.
type Row struct {
	State     hearsay.State
	Unit      string
	Noun      string // in lower case, "" : none named
	Where     string
	Words     string // verbatim
	Low, High *float64
	Qualifier hearsay.Qualifier
	Stance    hearsay.Stance
	When      string    // the day the figure is of, or else the day of the report
	Stated    bool      // the report says of which day it is
	Printed   time.Time // when the first of the reports came out
	Source    string    // who gives it: the last hop of its chain
	Outlet    string
	Reports   []string        // paths of the reports that have it
	Places    []hearsay.Place // where they have it

	// Lesser: the source gives more of the same in the same report, so that this
	// is a part of it ("including three children") or what it was before ("up from
	// 24"). It is shown and not compared.
	Lesser bool

	beside // what the reports say beside it
}

// Rows returns the figures of the record at a position as rows.
func Rows(position int, record hearsay.Record, o Options) []Row {
	var rows []Row
	for k, f := range record.Figures {
		if isAsked(f, o) {
			row := rowOf(record, f, o)
			row.Places = []hearsay.Place{{Report: position, Part: hearsay.PartFigure, Index: k}}
			rows = append(rows, row)
		}
	}
	markLesser(rows)
	return rows
}

// markLesser marks the rows of one report that are less than another row of the
// same account and source.
func markLesser(rows []Row) {
	type account struct {
		key
		who    string
		stance hearsay.Stance
	}
	most := map[account]float64{}
	of := func(r Row) account { return account{keyOf(r), strings.ToLower(r.Who()), r.Stance} }
	for _, r := range rows {
		most[of(r)] = max(most[of(r)], r.greatest())
	}
	for i, r := range rows {
		rows[i].Lesser = parted[r.State] && !r.isOpen() && r.greatest() < most[of(r)]
	}
}

// parted are the states in which a number may be a part of another: not prices.
var parted = func() map[hearsay.State]bool {
	all := map[hearsay.State]bool{}
	for _, s := range hearsay.States {
		all[s] = true
	}
	for _, s := range []hearsay.State{"price", "pay", "stake", "share", "level", "money"} {
		delete(all, s)
	}
	return all
}()

// greatest returns a row's upper bound, or else its lower one.
func (r *Row) greatest() float64 {
	switch {
	case r.High != nil:
		return *r.High
	case r.Low != nil:
		return *r.Low
	}
	return 0
}

// isAsked reports whether a figure belongs in the ledger.
func isAsked(f hearsay.Figure, o Options) bool {
	if o.State != "" {
		return f.State == o.State
	}
	switch f.State {
	case "other", "duration", "distance", "":
		return false
	}
	return f.Unit != "times"
}

func rowOf(record hearsay.Record, f hearsay.Figure, o Options) Row {
	text, report := record.Report.Text, record.Report
	r := Row{
		State: f.State, Unit: f.Unit, Where: f.Where, Words: f.Span.In(text), Low: f.Low, High: f.High,
		Qualifier: f.Qualifier, Stance: f.Stance, When: f.AsOf, Stated: f.AsOf != "", Printed: printed(report),
		Source: sourceOf(record, f), Outlet: cmp.Or(report.Outlet, "the report"),
		Reports: []string{cmp.Or(report.Path, report.URL)},
	}
	r.beside = besideOf(record, f)
	if f.Noun != nil {
		r.Noun = strings.ToLower(strings.Join(strings.Fields(f.Noun.In(text)), " "))
	}
	if r.When == "" && !r.Printed.IsZero() {
		r.When = r.Printed.Format(time.DateOnly)
	}
	if n, ok := f.Conventional(text); ok && o.Conventional {
		r.Low, r.High, r.Qualifier = &n, &n, hearsay.About
	}
	return r
}

func printed(r hearsay.Report) time.Time {
	if !r.Updated.IsZero() {
		return r.Updated
	}
	return r.Published
}

// sourceOf returns what the last hop of a figure's chain is called: by the actor's
// name where it is known, else by the report's words; "" for the outlet itself.
func sourceOf(record hearsay.Record, f hearsay.Figure) string {
	if len(f.Chain) == 0 {
		return ""
	}
	last := f.Chain[len(f.Chain)-1]
	switch {
	case last.Actor != nil && *last.Actor >= 0 && *last.Actor < len(record.Actors):
		return record.Actors[*last.Actor].Name
	case last.As != nil:
		return strings.Trim(strings.Join(strings.Fields(last.As.In(record.Report.Text)), " "), ",;")
	case last.Identity == hearsay.Unattributed:
		return "nobody named"
	}
	return ""
}

// Who returns the source, or the outlet where it speaks for itself.
func (r *Row) Who() string { return cmp.Or(r.Source, r.Outlet) }

// sameAs reports whether two rows are one: the same source's, of the same day and
// number.
func (r *Row) sameAs(o *Row) bool {
	return r.number() == o.number() && (r.Noun == o.Noun || r.Noun == "" || o.Noun == "") && strings.EqualFold(r.Who(), o.Who())
}

func same(a, b *float64) bool { return a == b || a != nil && b != nil && *a == *b }
