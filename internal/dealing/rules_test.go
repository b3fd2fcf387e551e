package dealing_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"hearsay"
	"hearsay/internal/dealing"
	"hearsay/reader"
)

// kinds returns the kinds of dealing that are read in a text.
func kinds(t *testing.T, text string) []hearsay.DealingKind {
	t.Helper()
	var out []hearsay.DealingKind
	for _, d := range read(t, text).Dealings {
		out = append(out, d.Kind)
	}
	return out
}

// read reads a report of Monday, 7 April 2031.
func read(t *testing.T, text string) hearsay.Record {
	t.Helper()
	r, err := reader.New()
	if err != nil {
		t.Fatal(err)
	}
	record, err := r.Read(context.Background(), hearsay.Report{Text: text, Published: time.Date(2031, 4, 7, 18, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err)
	}
	return record
}

// Each rule reads its own example, and not the look-alike beside it.
func TestRules(t *testing.T) {
	for _, r := range dealing.Rules() {
		if got := kinds(t, r.Yes); !slices.Contains(got, r.Kind) {
			t.Errorf("%q: got %v, want %s among them", r.Yes, got, r.Kind)
		}
		if got := kinds(t, r.No); slices.Contains(got, r.Kind) {
			t.Errorf("%q: got %v, want no %s", r.No, got, r.Kind)
		}
	}
}

// What is not read from a verb of dealing alone: each kind beside its look-alike.
func TestLookAlikes(t *testing.T) {
	for _, c := range []struct {
		kind    hearsay.DealingKind
		yes, no string
	}{
		{hearsay.DealingRefuse, "The union turned down a final offer of 5 percent.", "The mayor rejected claims of neglect."},
		{hearsay.DealingRefuse, "Brenn rejected the draft.", "Brenn refused to comment."},
		{hearsay.DealingAccept, "Nurses in Dalmar voted on Saturday to accept a rise of 6 percent, their union said.", "It is not known whether the cabinet has approved the offer."},
		{hearsay.DealingAccept, "Orl Ferries agreed to let the union read its books.", "Orl Ferries said it agreed."},
		{hearsay.DealingWithdraw, "The League dropped its demand for an inquiry.", "The League dropped leaflets."},
		{hearsay.DealingPending, "Brenn has not replied to the proposal.", "Brenn has not replied to a request for comment."},
		{hearsay.DealingPending, "Orl Ferries is studying the offer.", "Orl Ferries is studying the weather."},
		{hearsay.DealingText, "Under the draft, troops would leave the pass.", "The report said troops would leave the pass."},
		{hearsay.DealingText, "The second draft sets the flow at 50 cubic metres a second.", "The second half sets the pace."},
		{hearsay.DealingDeny, "Orl Ferries denied that any offer had been made.", "Orl Ferries denied that the boat had leaked."},
		{hearsay.DealingThreat, "The union would strike if the pier was closed, Jonas Pell said.", "It would rain if the wind turned, Jonas Pell said."},
		{hearsay.DealingPosition, "\"We will enter the town with or without a deal,\" Jonas Pell said.", "\"We entered the town,\" Jonas Pell said."},
		{hearsay.DealingPosition, "The firm was not for sale, Ona Brill said.", "The firm was late, Ona Brill said."},
	} {
		if got := kinds(t, c.yes); !slices.Contains(got, c.kind) {
			t.Errorf("%q: got %v, want %s among them", c.yes, got, c.kind)
		}
		if got := kinds(t, c.no); slices.Contains(got, c.kind) {
			t.Errorf("%q: got %v, want no %s", c.no, got, c.kind)
		}
	}
}

// A time that an answer is expected by is no deadline, and one that was set is.
func TestDeadlines(t *testing.T) {
	for _, c := range []struct {
		text   string
		kind   hearsay.DealingKind
		change hearsay.DeadlineChange
		value  string
	}{
		{"The League has until Thursday evening to reply.", hearsay.DealingDeadline, hearsay.DeadlineSet, "2031-04-10TEV"},
		{"Its answer is expected by Thursday evening.", hearsay.DealingAwait, "", "2031-04-10TEV"},
		{"The state extended a deadline to end the strike until 6 p.m. on Friday.", hearsay.DealingDeadline, hearsay.DeadlineExtended, "2031-04-11T18:00"},
		{"A deadline to end the strike passed at noon on Monday without a deal.", hearsay.DealingDeadline, hearsay.DeadlinePassed, "2031-04-07T12:00"},
		{"The improved offer expires on April 30, Orl Ferries said.", hearsay.DealingDeadline, hearsay.DeadlineSet, "2031-04-30"},
	} {
		record := read(t, c.text)
		found := false
		for _, d := range record.Dealings {
			found = found || d.Kind == c.kind && d.Change == c.change && d.When != nil && record.Moments[*d.When].Value == c.value
		}
		if !found {
			t.Errorf("%q: got %v, want a %s %s of %s", c.text, record.Dealings, c.change, c.kind, c.value)
		}
	}
}

// Terms are cut where they end: before the way they were told, a day that is past,
// and the next term.
func TestTerms(t *testing.T) {
	for text, want := range map[string][]string{
		"Orl Ferries offered 6 percent over two years and a payment of 800 florins.": {"6 percent over two years", "a payment of 800 florins"},
		"Orl Ferries offered a rise of 6.5 percent in a telephone call on Sunday.":   {"a rise of 6.5 percent"},
		"The union is seeking 8 percent and a limit of six patients per nurse.":      {"8 percent", "a limit of six patients per nurse"},
		"The League wants the levy doubled to 40 crowns a tonne.":                    {"the levy doubled to 40 crowns a tonne"},
		"Rebels have offered to free 22 engineers if the state lifts its blockade.":  {"free 22 engineers"},
	} {
		record := read(t, text)
		if len(record.Dealings) == 0 {
			t.Errorf("%q: nothing", text)
			continue
		}
		var got []string
		for _, w := range record.Dealings[0].Terms {
			got = append(got, w.Words.In(text))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
