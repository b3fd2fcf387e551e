package view

import (
	"slices"
	"strconv"
	"time"

	"hearsay"
	"hearsay/internal/draw"
	"hearsay/internal/ledger"
)

// Account is what some records say of one thing that is counted.
type Account struct {
	Title       string
	State       hearsay.State
	Chart       draw.Chart
	Rows        []AccountRow
	Differences []DifferenceLine
	Conflicts   int
}

// AccountRow is one figure of one source.
type AccountRow struct {
	Number  int // from 1, as the chart has it
	Hue     int // of its source in the chart; -1: not drawn
	When    string
	Stated  bool // the report says of which day it is
	Words   string
	Sense   string // what the words allow
	Who     string
	Outlet  string
	Of      string // what is counted, where, and whether it is so
	Lesser  bool
	Reports []int // positions of the records that have it
	Printed time.Time
}

// DifferenceLine is two numbers with nothing in common.
type DifferenceLine struct {
	Kind   ledger.Kind
	Reason string
	A, B   AccountRow
}

// NumbersOf computes the accounts of some records of one story, those with the
// most rows first.
func NumbersOf(records []hearsay.Record) []Account {
	numbered := slices.Clone(records)
	for i := range numbered {
		numbered[i].Report.Path = strconv.Itoa(i) // by which a row names its reports
	}
	var all []Account
	for _, a := range ledger.Of(numbered, ledger.Options{Single: true}).Accounts {
		all = append(all, accountOf(a))
	}
	return all
}

func accountOf(a ledger.Account) Account {
	account := Account{Title: string(a.State), State: a.State, Chart: draw.ChartOf(a)}
	if a.Thing != "" {
		account.Title += " · " + Line(a.Thing)
	}
	hues := map[int]int{}
	for _, s := range account.Chart.Series {
		for _, m := range s.Marks {
			hues[m.Number] = s.Hue
		}
	}
	for i, r := range a.Rows {
		row := accountRow(i+1, r)
		if hue, drawn := hues[i+1]; drawn {
			row.Hue = hue
		}
		account.Rows = append(account.Rows, row)
	}
	for _, d := range a.Differences {
		if d.Kind == ledger.Conflict {
			account.Conflicts++
		}
		account.Differences = append(account.Differences, DifferenceLine{d.Kind, Line(d.Reason), account.Rows[d.A[0]], account.Rows[d.B[0]]})
	}
	return account
}

func accountRow(number int, r ledger.Row) AccountRow {
	row := AccountRow{Number: number, Hue: -1, When: r.When, Stated: r.Stated, Words: Line(r.Words), Who: Clip(r.Who(), longestHop),
		Outlet: Line(r.Outlet), Lesser: r.Lesser, Printed: r.Printed,
		Sense: interval(hearsay.Figure{Low: r.Low, High: r.High, Qualifier: r.Qualifier})}
	for _, part := range []string{r.Noun, r.Where, otherStance(r.Stance)} {
		if part != "" {
			if row.Of != "" {
				row.Of += ", "
			}
			row.Of += Line(part)
		}
	}
	for _, path := range r.Reports {
		if i, err := strconv.Atoi(path); err == nil {
			row.Reports = append(row.Reports, i)
		}
	}
	return row
}

// otherStance returns a stance that goes not without saying.
func otherStance(s hearsay.Stance) string {
	if s == hearsay.Actual {
		return ""
	}
	return string(s)
}
