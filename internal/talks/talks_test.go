package talks_test

import (
	"reflect"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"pgregory.net/rapid"

	"hearsay"
	"hearsay/internal/talks"
)

func archive(t testing.TB, name string) []hearsay.Record {
	t.Helper()
	a, err := txtar.ParseFile("testdata/" + name + ".txtar")
	if err != nil {
		t.Fatal(err)
	}
	return recordsOf(t, a)
}

// The order in which reports are given changes nothing: that of publication counts.
func TestOrderOfReports(t *testing.T) {
	for _, name := range []string{"coalition", "beside", "rounds"} {
		records := archive(t, name)
		want := shown(traceOf(t, records))
		rapid.Check(t, func(t *rapid.T) {
			mixed := rapid.Permutation(records).Draw(t, "records")
			if got := shown(traceOf2(mixed)); got != want {
				t.Fatalf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// The same trace gives the same talks, and is not changed.
func TestPure(t *testing.T) {
	trace := traceOf(t, archive(t, "hostage"))
	actors := len(trace.Actors)
	first := talks.Of(trace)
	for range 20 {
		if again := talks.Of(trace); !reflect.DeepEqual(first, again) {
			t.Fatal("two runs differ")
		}
	}
	if len(trace.Actors) != actors || !reflect.DeepEqual(first, trace.Talks) {
		t.Error("the trace was changed")
	}
}

// One report that tells of a negotiation is enough, and none is nothing.
func TestFewReports(t *testing.T) {
	if got := talks.Of(hearsay.Trace{}); got != nil {
		t.Errorf("talks of no reports: %v", got)
	}
	one := archive(t, "coalition")[:1]
	if got := traceOf(t, one).Talks; len(got) != 1 || len(got[0].Proposals) == 0 {
		t.Errorf("talks of one report: %v", got)
	}
}

// Every datum leads back to words, and no party that is unnamed has an actor.
func TestEveryDatumIsSaid(t *testing.T) {
	for _, name := range []string{"coalition", "nurses", "hostage", "brew"} {
		for _, k := range traceOf(t, archive(t, name)).Talks {
			for _, p := range k.Proposals {
				for _, r := range p.Responses {
					if len(r.Said) == 0 {
						t.Errorf("%s: nobody says %v", name, r)
					}
				}
				for _, term := range p.Terms {
					if term.Status != hearsay.StatusProposed && term.Status != hearsay.StatusReportedAgreed && len(term.Moves) == 0 {
						t.Errorf("%s: %s without a move", name, term.Status)
					}
				}
			}
		}
	}
}
