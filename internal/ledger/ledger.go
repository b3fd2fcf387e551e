// Package ledger lines up the figures of several reports: one account for each
// thing that is counted, its rows in the order of time, each with its source, and
// who disagrees with whom.
//
//	records ──► rows ──► accounts ──► differences ──► table and chart
//	            row.go   ledger.go    differ.go       print.go draw.go
//
// It compares what the words say and does not judge who is right. What it takes for
// one account may still be two in truth: the place and the noun that the reports
// give stand in every row.
package ledger

import (
	"cmp"
	"slices"
	"strings"

	"hearsay"
)

// Ledger is the figures of some reports by what they count.
type Ledger struct {
	Accounts []Account // the largest first, then by name
}

// Account is what the reports say of one thing: so many killed, a price.
type Account struct {
	State       hearsay.State
	Thing       string // "people", a currency, a noun
	Rows        []Row  // by date, then as the reports come
	Differences []Difference
}

// Options say what a ledger holds.
type Options struct {
	State        hearsay.State // of figures with this state alone; "" : of all but durations, distances and those without one
	Conventional bool          // vague words count as the numbers that ACLED's convention gives them
	Single       bool          // also accounts of one row
}

// Of returns the ledger of some records, which must be of one story to make sense
// together. Reports are told apart by their order.
func Of(records []hearsay.Record, o Options) Ledger {
	var rows []Row
	for i, record := range records {
		rows = append(rows, Rows(i, record, o)...)
	}
	return OfRows(rows, o)
}

// OfRows returns the ledger of the rows of some reports, in the order of the reports.
func OfRows(rows []Row, o Options) Ledger {
	accounts := map[key]*adding{}
	var order []key
	for i := range rows {
		k := keyOf(rows[i])
		if accounts[k] == nil {
			accounts[k] = &adding{Account: Account{State: rows[i].State, Thing: k.thing}, at: map[number][]int{}}
			order = append(order, k)
		}
		accounts[k].add(&rows[i])
	}
	var l Ledger
	for _, k := range order {
		a := &accounts[k].Account
		if len(a.Rows) < 2 && !o.Single {
			continue
		}
		slices.SortStableFunc(a.Rows, byDate)
		a.Differences = differences(a.Rows)
		l.Accounts = append(l.Accounts, *a)
	}
	slices.SortStableFunc(l.Accounts, func(a, b Account) int {
		return cmp.Or(cmp.Compare(len(b.Rows), len(a.Rows)), cmp.Compare(a.State, b.State), cmp.Compare(a.Thing, b.Thing))
	})
	return l
}

// key is what the rows of one account share.
type key struct {
	state hearsay.State
	thing string
}

// keyOf returns a row's account. People are people whatever they are called; sums
// of money go by what they are for; of everything else the noun counts.
func keyOf(r Row) key {
	switch r.State {
	case "share", "level", "money", "volume":
		return key{r.State, joined(r.Unit, r.Noun)}
	case "to-be-released":
		return key{r.State, r.Noun} // captives against prisoners are no one count
	}
	return key{r.State, r.Unit}
}

func joined(unit, noun string) string {
	switch {
	case noun == "" || noun == unit:
		return unit
	case unit == "":
		return noun
	}
	return unit + ", " + noun
}

// adding is an account that rows are being added to.
type adding struct {
	Account
	at map[number][]int // the rows of one day and number, ascending
}

// number is what rows that may be one share, apart from who gives it and its noun.
type number struct {
	when        string
	low, high   float64
	isLow, isUp bool // it has such a bound
	qualifier   hearsay.Qualifier
	isTakenBack bool
}

func (r *Row) number() number {
	n := number{when: r.When, qualifier: r.Qualifier, isTakenBack: r.Stance == hearsay.Denied}
	if r.Low != nil {
		n.low, n.isLow = *r.Low, true
	}
	if r.High != nil {
		n.high, n.isUp = *r.High, true
	}
	return n
}

// add adds a row, unless the same source has the same figure of the same day in
// it already: then it stands in one more report.
func (a *adding) add(r *Row) {
	n := r.number()
	for _, i := range a.at[n] {
		row := &a.Rows[i]
		if row.sameAs(r) {
			row.Lesser = row.Lesser && r.Lesser
			if r.Printed.Before(row.Printed) {
				row.Printed = r.Printed
			}
			row.beside = row.merge(r.beside)
			row.Places = append(row.Places, r.Places...)
			if !slices.Contains(row.Reports, r.Reports[0]) {
				row.Reports = append(row.Reports, r.Reports[0])
			}
			return
		}
	}
	a.at[n] = append(a.at[n], len(a.Rows))
	a.Rows = append(a.Rows, *r)
}

func byDate(a, b Row) int {
	return cmp.Or(strings.Compare(a.When, b.When), a.Printed.Compare(b.Printed))
}
