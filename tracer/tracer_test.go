package tracer

import (
	"context"
	"slices"
	"testing"
	"time"

	"hearsay"
	"hearsay/reader"
)

var story = []hearsay.Report{
	{
		Path: "drenn.txt", Outlet: "Radio Drenn", Published: time.Date(2031, 4, 1, 18, 0, 0, 0, time.UTC),
		Text: "The League has agreed to free 30 captives by Friday, a senior official who asked not to be named told Radio Drenn.\n\nThe harbour stays shut, Governor Ana Lodz said.",
	},
	{
		Path: "orl.txt", Outlet: "The Orl Post", Published: time.Date(2031, 4, 2, 9, 0, 0, 0, time.UTC),
		Text: "Radio Drenn, citing an official it did not name, reported that the League would release 30 captives by Friday.\n\nBread costs more, bakers said.",
	},
	{
		Path: "vale.txt", Outlet: "Vale Courier", Published: time.Date(2031, 4, 2, 12, 0, 0, 0, time.UTC),
		Text: "The League denied that it had agreed to free captives.\n\nA new stadium opens in June, the city council said.",
	},
}

func records(t testing.TB) []hearsay.Record {
	t.Helper()
	r, err := reader.New()
	if err != nil {
		t.Fatal(err)
	}
	var all []hearsay.Record
	for _, report := range story {
		record, err := r.Read(context.Background(), report)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, record)
	}
	return all
}

func trace(t testing.TB, records []hearsay.Record) hearsay.Trace {
	t.Helper()
	trace, err := Trace(context.Background(), records)
	if err != nil {
		t.Fatal(err)
	}
	if err := trace.Check(); err != nil {
		t.Fatal(err)
	}
	return trace
}

// TestOneClaimOfTwoReports: what one report says and another passes on is one
// claim, and a denial is none of it.
func TestOneClaimOfTwoReports(t *testing.T) {
	got := trace(t, records(t))
	for _, c := range got.Claims {
		reports := map[int]bool{}
		for _, p := range c.Places {
			reports[p.Report] = true
		}
		if len(reports) > 1 && (!reports[0] || !reports[1] || reports[2]) {
			t.Errorf("claim %d is made by %v", c.ID, c.Places)
		}
	}
	if first := got.Claims[0]; len(first.Places) < 2 || first.Places[0].Report != 0 || first.Places[len(first.Places)-1].Report != 1 {
		t.Errorf("the first claim is made at %v, want it in both reports", first.Places)
	}
}

// TestEveryStatementIsOfOneClaim: no place is left out, none is in two.
func TestEveryStatementIsOfOneClaim(t *testing.T) {
	got := trace(t, records(t))
	count := map[hearsay.Place]int{}
	for _, c := range got.Claims {
		for _, p := range c.Places {
			count[p]++
		}
	}
	for i, r := range got.Records {
		for k := range r.Attributions {
			if p := (hearsay.Place{Report: i, Part: hearsay.PartAttribution, Index: k}); count[p] != 1 {
				t.Errorf("%v is in %d claims", p, count[p])
			}
		}
		for k := range r.OwnVoice {
			if p := (hearsay.Place{Report: i, Part: hearsay.PartOwnVoice, Index: k}); count[p] != 1 {
				t.Errorf("%v is in %d claims", p, count[p])
			}
		}
	}
}

// TestAddingOneByOne: a tracer that reports are added to ends where one ends that
// had them all.
func TestAddingOneByOne(t *testing.T) {
	all := records(t)
	slow := New()
	for _, r := range all {
		if err := slow.Add(r); err != nil {
			t.Fatal(err)
		}
		if _, err := slow.Trace(context.Background()); err != nil {
			t.Fatal(err)
		}
	}
	got, err := slow.Trace(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	want := trace(t, all)
	if len(got.Claims) != len(want.Claims) {
		t.Fatalf("%d claims one by one, %d at once", len(got.Claims), len(want.Claims))
	}
	for i := range want.Claims {
		if !slices.Equal(got.Claims[i].Places, want.Claims[i].Places) {
			t.Errorf("claim %d: %v one by one, %v at once", i, got.Claims[i].Places, want.Claims[i].Places)
		}
	}
}

func TestNothingToTrace(t *testing.T) {
	if got := trace(t, nil); len(got.Claims) != 0 {
		t.Errorf("%d claims of no report", len(got.Claims))
	}
}
