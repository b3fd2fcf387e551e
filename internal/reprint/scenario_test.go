package reprint

import (
	"os"
	"slices"
	"testing"

	"hearsay"
	"hearsay/internal/gold"
	"hearsay/reader"
)

// readScenario reads the reports of an affair.
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

// In the invented affairs every copy is found, from its original, and none beside.
func TestScenarios(t *testing.T) {
	folder := os.DirFS("../../../shared/scenarios")
	if !gold.HasScenarios(folder) {
		t.Skip("no scenarios in ../shared/scenarios")
	}
	scenarios, err := gold.Scenarios(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range scenarios {
		t.Run(s.Name, func(t *testing.T) {
			var want, got [][2]string
			for _, r := range s.Revisions {
				if r.CopyOf != "" {
					want = append(want, [2]string{r.ID, r.CopyOf})
				}
			}
			records := readScenario(t, s)
			copies, background := Find(records)
			for _, c := range copies {
				got = append(got, [2]string{s.Revisions[c.Report].ID, s.Revisions[c.Of].ID})
				t.Logf("%s has %d thousandths of %s", s.Revisions[c.Report].ID, c.Share, s.Revisions[c.Of].ID)
			}
			if !slices.Equal(got, want) {
				t.Errorf("copies are %v, want %v", got, want)
			}
			for _, b := range background {
				p := b.Passages[0]
				t.Logf("background, %d times: %s", len(b.Passages), p.Span.In(records[p.Report].Report.Text))
			}
		})
	}
}
