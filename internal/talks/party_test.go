package talks

import "testing"

func TestIsSides(t *testing.T) {
	for words, want := range map[string]bool{
		"the two sides": true, "both": true, "The parties": true, "Delegations from Velle and Sarn": true,
		"negotiators of the union and the operator": true,
		"": false, "Sarn": false, "delegations": false, "Delegations from Velle": false, "a delegation from Velle and its lawyers": false,
		"the sides of the road": false, "Velle and Sarn": false,
	} {
		if got := isSides(words); got != want {
			t.Errorf("%q: %v, want %v", words, got, want)
		}
	}
}
