package export

import (
	"encoding/json"
	"io"

	"hearsay"
	"hearsay/contract"
	"hearsay/internal/ledger"
)

// Trace writes a trace and the ledger of its records: a line for each record and
// one for what they say together.
func Trace(w io.Writer, t hearsay.Trace, l ledger.Ledger) error {
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	lines, together := contract.OfTrace(t)
	for _, line := range lines {
		if err := out.Encode(line); err != nil {
			return err
		}
	}
	together.Ledger = accounts(l)
	return out.Encode(together)
}

func accounts(l ledger.Ledger) []contract.Account {
	all := []contract.Account{}
	for _, a := range l.Accounts {
		account := contract.Account{State: a.State, Thing: a.Thing, Rows: []contract.Row{}, Differences: []contract.Difference{}}
		for _, r := range a.Rows {
			account.Rows = append(account.Rows, row(r))
		}
		for _, d := range a.Differences {
			account.Differences = append(account.Differences, contract.Difference{Kind: string(d.Kind), A: d.A, B: d.B, Why: d.Reason})
		}
		all = append(all, account)
	}
	return all
}

func row(r ledger.Row) contract.Row {
	return contract.Row{
		Words: r.Words, Noun: stated(r.Noun), Unit: stated(r.Unit), Where: stated(r.Where), Low: r.Low, High: r.High,
		Qualifier: stated(r.Qualifier), Stance: stated(r.Stance), When: stated(r.When), Stated: r.Stated,
		Source: stated(r.Source), Outlet: stated(r.Outlet), Reports: append([]string{}, r.Reports...),
	}
}

func stated[S ~string](s S) *S {
	if s == "" {
		return nil
	}
	return &s
}
