package revision

import (
	"fmt"
	"os"
	"slices"
	"testing"

	"hearsay"
	"hearsay/internal/gold"
	"hearsay/reader"
)

func readScenario(t *testing.T, s gold.Scenario) []hearsay.Record {
	t.Helper()
	r, err := reader.New()
	if err != nil {
		t.Fatal(err)
	}
	var records []hearsay.Record
	for _, report := range s.Revisions {
		record, err := r.Read(t.Context(), report.Report)
		if err != nil {
			t.Fatal(err)
		}
		records = append(records, record)
	}
	return records
}

// place is a paragraph and what kind of change it had.
type place struct {
	where int
	kind  string
}

// tally counts what of the truth was found.
type tally struct{ truth, told, placed, kind, silent, silentTruth, silentTold int }

// count matches changes of one update, each once: first those of the right kind
// in the right paragraph, then those in the right paragraph.
func (y *tally) count(want, got []place) {
	y.truth += len(want)
	y.told += len(got)
	left := slices.Clone(got)
	var unmatched []place
	for _, w := range want {
		if w.kind == "silent" {
			y.silentTruth++
		}
		if i := slices.Index(left, w); i >= 0 {
			left = slices.Delete(left, i, i+1)
			y.kind++
			y.placed++
			if w.kind == "silent" {
				y.silent++
			}
			continue
		}
		unmatched = append(unmatched, w)
	}
	for _, w := range unmatched {
		if i := slices.IndexFunc(left, func(p place) bool { return p.where == w.where }); i >= 0 {
			left = slices.Delete(left, i, i+1)
			y.placed++
		}
	}
	for _, g := range got {
		if g.kind == "silent" {
			y.silentTold++
		}
	}
}

// In the invented affairs changes are found where they are, as what they are.
func TestScenarios(t *testing.T) {
	folder := os.DirFS("../../../shared/scenarios")
	if !gold.HasScenarios(folder) {
		t.Skip("no scenarios in ../shared/scenarios")
	}
	scenarios, err := gold.Scenarios(folder)
	if err != nil {
		t.Fatal(err)
	}
	var all tally
	for _, s := range scenarios {
		records := readScenario(t, s)
		updates := Updates(records)
		for _, truth := range s.Updates {
			var want, got []place
			for _, c := range truth.Changes {
				want = append(want, place{c.Where, string(c.Kind)})
				t.Logf("%s want %d %s: %s", truth.Report, c.Where, c.Kind, c.What)
			}
			i := slices.IndexFunc(updates, func(u hearsay.Update) bool { return s.Revisions[u.Report].ID == truth.Report })
			if i < 0 {
				t.Errorf("%s: no update", truth.Report)
				continue
			}
			for _, c := range updates[i].Changes {
				if c.Where > 0 {
					got = append(got, place{c.Where, string(c.Kind)})
				}
				t.Logf("%s  got %s", truth.Report, describe(records, updates[i], c))
			}
			all.count(want, got)
		}
	}
	t.Logf("%+v", all)
	if all.kind*100 < all.truth*80 {
		t.Errorf("of %d changes %d are found as what they are, want four of five", all.truth, all.kind)
	}
}

func describe(records []hearsay.Record, u hearsay.Update, c hearsay.Change) string {
	words := func(i int, s *hearsay.Span) string {
		if s == nil {
			return "-"
		}
		return fmt.Sprintf("%q", s.In(records[i].Report.Text))
	}
	return fmt.Sprintf("%d %s %s: %s > %s (%s)", c.Where, c.Kind, c.Subject, words(u.Revises, c.Before), words(u.Report, c.After), words(u.Report, c.Admitted))
}
