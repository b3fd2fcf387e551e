package dealing_test

import (
	"fmt"
	"slices"
	"testing"

	"hearsay"
	"hearsay/internal/dealing"
)

// Each rule for rounds reads its own example, and not the look-alike beside it.
func TestRoundRules(t *testing.T) {
	rules, states := dealing.RoundRules()
	for i, r := range rules {
		if got := rounds(t, r.Yes); len(got) != 1 || got[0].Meeting.State != states[i] {
			t.Errorf("%q: got %v, want one round that is %s", r.Yes, got, states[i])
		}
		if got := rounds(t, r.No); len(got) > 0 {
			t.Errorf("%q: got %v, want none", r.No, got)
		}
	}
}

func rounds(t *testing.T, text string) []hearsay.Dealing {
	return slices.DeleteFunc(slices.Clone(read(t, text).Dealings), func(d hearsay.Dealing) bool { return d.Kind != hearsay.DealingRound })
}

// What is told of a round: number, state, day of it, place, when. The report is of
// Monday, 7 April 2031.
func TestRounds(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"A third round of talks opened in Harle on Tuesday, mediators said.", "3 under-way 0 Harle 2031-04-01"},
		{"Negotiators met in Harle for the second day on Monday.", "0 under-way 2 Harle 2031-04-07"},
		{"Talks will resume next week in Orl, the envoy said.", "0 planned 0 Orl 2031-W16"},
		{"The talks will resume on Thursday in the port of Harle.", "0 planned 0 the port of Harle 2031-04-10"},
		{"The two sides are due to meet again on Friday.", "0 planned 0  2031-04-11"},
		{"Talks between Velle and Sarn broke down on Sunday.", "0 broken-off 0  2031-04-06"},
		{"The fourth round of talks, due on Monday, was postponed until Thursday.", "4 postponed 0  2031-04-10"},
		{"The talks were under way in Harle.", "0 under-way 0 Harle "},
		{"The ministers held talks in Sarn's capital, Harn, on Sunday.", "0 held 0 Sarn's capital, Harn 2031-04-06"},
		{"Talks on a common quota broke off in March.", "0 broken-off 0  2031-03"},
		{"A previous round of talks in Sarn's capital, Harn, collapsed in February.", "0 broken-off 0 Sarn's capital, Harn 2031-02"},
		{"Officials are close to a deal after a third round of talks in Sund ended on Sunday.", "3 held 0 Sund 2031-04-06"},
		{"There were no talks and none were planned.", ""},
		{"Negotiators have met nine times since October.", ""},
		{"The union urged the firm to resume talks.", ""},
		{"The party will leave the talks unless the road is dropped.", ""},
		{"Negotiators have not met since March.", ""},
		{"Talks could resume in May.", ""},
		{"The firm met the demand in full.", ""},
	} {
		got := ""
		for _, d := range rounds(t, c.text) {
			place, when := "", ""
			if d.Meeting.Place != nil {
				place = d.Meeting.Place.In(c.text)
			}
			if d.When != nil {
				when = read(t, c.text).Moments[*d.When].Value
			}
			got += fmt.Sprint(d.Meeting.Number, " ", d.Meeting.State, " ", d.Meeting.Day, " ", place, " ", when)
		}
		if got != c.want {
			t.Errorf("%s\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}

// What is told as done, and its look-alikes.
func TestDeeds(t *testing.T) {
	for text, want := range map[string]int{
		"The Front freed 16 captives on Monday.":                                  1,
		"The pass was reopened on Sunday, residents said.":                        1,
		"The truce took effect at noon.":                                          1,
		"Marrow has implemented the plan.":                                        1,
		"The Front did not free the captives.":                                    0,
		"The Front would free 16 captives.":                                       0,
		"If the Front freed the captives, the war would end.":                     0,
		"Brenn accepted the flow on condition that the suit was withdrawn first.": 0,
		"The choir sang on Monday.":                                               0,
	} {
		got := 0
		for _, d := range read(t, text).Dealings {
			if d.Kind == hearsay.DealingDone {
				got++
			}
		}
		if got != want {
			t.Errorf("%q: %d things done, want %d", text, got, want)
		}
	}
}
