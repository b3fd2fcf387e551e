package ledger

import (
	"strings"
	"testing"
	"time"

	"hearsay"
)

// sayings makes a record of a text with figures of some state at some words, each
// given by its outlet.
func sayings(outlet, published, text string, state hearsay.State, numbers map[string]float64) hearsay.Record {
	r := hearsay.Record{Report: hearsay.Report{Path: outlet, Outlet: outlet, Text: text}}
	r.Report.Published, _ = time.Parse(time.RFC3339, published)
	for at := range text {
		for words, n := range numbers {
			if strings.HasPrefix(text[at:], words+" ") && (at == 0 || text[at-1] == ' ') {
				r.Figures = append(r.Figures, hearsay.Figure{
					Span: hearsay.Span{Start: at, End: at + len(words)}, State: state, Unit: "people", Stance: hearsay.Actual,
					Low: &n, High: &n, Qualifier: hearsay.Exactly, Chain: []hearsay.Voice{{Identity: hearsay.OutletIdentity}},
				})
			}
		}
	}
	return r
}

// What reports say beside their numbers tells parts, bodies and hours from numbers
// that cannot both hold.
func TestBeside(t *testing.T) {
	const noon, evening, next = "2031-04-01T12:00:00Z", "2031-04-01T20:00:00Z", "2031-04-02T08:00:00Z"
	for _, c := range []struct {
		name        string
		state       hearsay.State
		at1         string
		one         string
		at2         string
		two         string
		kind        Kind
		first, last float64
	}{
		{"the difference is named", "held", noon, "The families count 41 captives, including 3 left off the list.", noon, "There are 38 captives.", Scope, 41, 38},
		{"or what comes to it", "missing", noon, "In all 22 are missing in addition to 9 in a chamber.", noon, "There are 31 missing.", Scope, 22, 31},
		{"a part of a whole", "killed", noon, "In all 10 of the dead were brought up.", noon, "There are 12 dead.", Scope, 10, 12},
		{"nothing is named", "held", noon, "The families count 41 captives.", noon, "There are 38 captives.", Conflict, 41, 38},
		{"grown by the evening", "killed", noon, "There were 4 dead.", evening, "There are 7 dead.", Date, 4, 7},
		{"fallen by the evening", "killed", noon, "There were 7 dead.", evening, "There are 5 dead.", Conflict, 7, 5},
		{"other hours", "missing", noon, "At noon 47 were missing.", noon, "This evening 34 were missing.", Date, 47, 34},
		{"one hour", "missing", noon, "At 9 a.m. there were 47 missing.", evening, "There were 34 missing at 9 a.m. already.", Conflict, 47, 34},
		{"half a day apart", "missing", noon, "There were 47 missing.", evening, "There are 34 missing.", Date, 47, 34},
		{"the next day", "missing", noon, "There were 47 missing.", next, "There are 34 missing.", Date, 47, 34},
	} {
		numbers := map[string]float64{"41": 41, "3": 3, "38": 38, "22": 22, "9": 9, "31": 31, "10": 10, "12": 12, "4": 4, "7": 7, "5": 5, "47": 47, "34": 34}
		records := []hearsay.Record{sayings("One", c.at1, c.one, c.state, numbers), sayings("Two", c.at2, c.two, c.state, numbers)}
		kind := Kind("none")
		for _, a := range Of(records, Options{}).Accounts {
			for _, d := range a.Differences {
				x, y := a.Rows[d.A[0]].greatest(), a.Rows[d.B[0]].greatest()
				if x == c.first && y == c.last || x == c.last && y == c.first {
					kind = d.Kind
				}
			}
		}
		if kind != c.kind {
			t.Errorf("%s: %s, not %s", c.name, kind, c.kind)
		}
	}
}

func TestSlack(t *testing.T) {
	for _, c := range []struct{ about, other float64 }{{3900, 4200}, {40, 45}, {7000, 7600}, {310000, 316000}, {4150, 4200}} {
		row := Row{Low: &c.about, High: &c.about, Qualifier: hearsay.About}
		if agree(&row, &Row{Low: &c.other, High: &c.other, Qualifier: hearsay.Exactly}) {
			t.Errorf("about %v agrees with %v", c.about, c.other)
		}
	}
	for _, c := range []struct{ about, other float64 }{{3900, 3940}, {40, 43}, {7000, 7400}, {310000, 312400}, {2.5, 2.6}} {
		row := Row{Low: &c.about, High: &c.about, Qualifier: hearsay.About}
		if !agree(&row, &Row{Low: &c.other, High: &c.other, Qualifier: hearsay.Exactly}) {
			t.Errorf("about %v does not agree with %v", c.about, c.other)
		}
	}
}

// Where every row is, the ledger says by report and place.
func TestPlaces(t *testing.T) {
	r := sayings("One", "2031-04-01T12:00:00Z", "There are 38 captives.", "held", map[string]float64{"38": 38})
	accounts := Of([]hearsay.Record{r, r}, Options{}).Accounts
	if len(accounts) != 0 {
		t.Fatalf("%d accounts of one number of one source", len(accounts))
	}
	accounts = Of([]hearsay.Record{r, r}, Options{Single: true}).Accounts
	want := []hearsay.Place{{Report: 0, Part: hearsay.PartFigure}, {Report: 1, Part: hearsay.PartFigure}}
	if got := accounts[0].Rows[0].Places; len(got) != 2 || got[0] != want[0] || got[1] != want[1] {
		t.Errorf("got %v, want %v", got, want)
	}
}
