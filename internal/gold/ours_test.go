package gold

import (
	"os"
	"testing"
)

// The affairs that ship with the project contradict neither themselves nor their
// reports.
func TestOurScenarios(t *testing.T) {
	scenarios, err := Scenarios(os.DirFS("../../eval/scenarios"))
	if err != nil {
		t.Fatal(err)
	}
	if len(scenarios) == 0 {
		t.Fatal("there are none")
	}
	for _, s := range scenarios {
		for _, f := range s.Faults {
			t.Error(f)
		}
		if len(s.Revisions) == 0 || len(s.Claims) == 0 {
			t.Errorf("%s: %d reports, %d claims", s.Name, len(s.Revisions), len(s.Claims))
		}
	}
}
