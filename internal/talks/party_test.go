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

// A yes to nothing is no yes, and an amount's currency is its unit wherever it stands.
func TestAgreesOnNothing(t *testing.T) {
	for words, want := range map[string]bool{
		"agreed on nothing but to meet again": true, "agreed to meet again": true, "agreed to the plan": false, "agreed to a meeting of the board": false, "agreed on a pause": false,
	} {
		it := item{text: words}
		it.Words.End, it.Cue.End = len(words), len("agreed")
		if got := agreesOnNothing(&it); got != want {
			t.Errorf("%q: %v", words, got)
		}
	}
	if !read("paying $240 million").sameThing(read("no less than $600 million")) || read("$240 million").sameThing(read("600 million crowns")) {
		t.Error("amounts of one currency are of one thing, and only those")
	}
}
