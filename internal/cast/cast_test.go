package cast

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"hearsay"
)

// record makes a record from lines "kind: name | alias | alias".
func record(outlet string, actors ...string) hearsay.Record {
	r := hearsay.Record{Report: hearsay.Report{Outlet: outlet}}
	for _, line := range actors {
		kind, names, _ := strings.Cut(line, ": ")
		a := hearsay.Actor{ID: len(r.Actors), Kind: hearsay.ActorKind(kind)}
		a.Aliases = strings.Split(names, " | ")
		a.Name = a.Aliases[0]
		r.Actors = append(r.Actors, a)
	}
	return r
}

// told writes who is one with whom: the actors of a record are a1, a2 …, those of
// the next b1, b2 …
func told(actors []hearsay.StoryActor) string {
	var groups []string
	for _, a := range actors {
		var seen []string
		for _, at := range a.Seen {
			seen = append(seen, fmt.Sprintf("%c%d", 'a'+at.Report, at.Actor+1))
		}
		for _, r := range a.Publishes {
			seen = append(seen, fmt.Sprintf("%c", 'A'+r))
		}
		if len(seen) > 1 {
			slices.Sort(seen)
			groups = append(groups, strings.Join(seen, "="))
		}
	}
	slices.Sort(groups)
	return strings.Join(groups, " ")
}

var cases = []struct {
	name     string
	records  []hearsay.Record
	verdicts []Verdict
	want     string
}{
	{"a full name", []hearsay.Record{
		record("", "person: Ana Lodz"), record("", "person: Governor Ana Lodz | Lodz"),
	}, nil, "a1=b1"},
	{"a family name alone joins nobody", []hearsay.Record{
		record("", "person: Lodz"), record("", "person: Lodz"),
	}, nil, ""},
	{"a family name with the same office", []hearsay.Record{
		record("", "person: Governor Lodz"), record("", "person: Governor Lodz"),
	}, nil, "a1=b1"},
	{"a family name and the one who bears it", []hearsay.Record{
		record("", "person: Ana Lodz"), record("", "person: Ms Lodz"),
	}, nil, "a1=b1"},
	{"a family name that two bear", []hearsay.Record{
		record("", "person: Ana Lodz", "person: Piet Lodz"), record("", "person: Lodz"),
	}, nil, ""},
	{"an office and its holder", []hearsay.Record{
		record("", "person: Prime Minister Tomas Brek"), record("", "person: the prime minister"),
	}, nil, "a1=b1"},
	{"an office of another country", []hearsay.Record{
		record("", "person: Tomas Brek | Vale's prime minister"), record("", "person: Orl's prime minister"),
	}, nil, ""},
	{"a spokesman is one of several", []hearsay.Record{
		record("", "person: spokesman Tomas Brek"), record("", "person: the spokesman"),
	}, nil, ""},
	{"a short form", []hearsay.Record{
		record("", "armed-group: Vale Coast Front"), record("", "organisation: the Front"),
	}, nil, "a1=b1"},
	{"what two names begin with", []hearsay.Record{
		record("", "organisation: Orl University", "organisation: Orl Harbour"), record("", "organisation: Orl"),
	}, nil, ""},
	{"initials", []hearsay.Record{
		record("", "outlet: Vale State Television"), record("", "outlet: VST"),
	}, nil, "a1=b1"},
	{"the outlet above a report", []hearsay.Record{
		record("Drenn News Agency"), record("", "organisation: Drenn"),
	}, nil, "A=b1"},
	{"one outlet above two reports", []hearsay.Record{record("Radio Drenn"), record("Radio Drenn")}, nil, "A=B"},
	{"the only union", []hearsay.Record{
		record("", "organisation: the Dock Workers' Union"), record("", "organisation: the union"), record("", "organisation: the dockers' union"),
	}, nil, "a1=b1=c1"},
	{"two unions", []hearsay.Record{
		record("", "organisation: the Dock Workers' Union", "organisation: the Teachers' Union"), record("", "organisation: the union"),
	}, nil, ""},
	{"kinds that exclude each other", []hearsay.Record{
		record("", "court: Brek"), record("", "armed-group: Brek"),
	}, nil, ""},
	{"two persons never meet", []hearsay.Record{
		record("", "person: Ana Lodz | the mayor"), record("", "person: Piet Brek | the mayor"),
	}, nil, ""},
	{"a person tells them apart", []hearsay.Record{
		record("", "person: Ana Lodz"), record("", "person: Ana Lodz"),
	}, []Verdict{{A: hearsay.ActorAt{Report: 0}, B: hearsay.ActorAt{Report: 1}}}, ""},
	{"a person says they are one", []hearsay.Record{
		record("", "person: Lodz"), record("", "person: Lodz"),
	}, []Verdict{{A: hearsay.ActorAt{Report: 0}, B: hearsay.ActorAt{Report: 1}, Same: true}}, "a1=b1"},
	{"a person says that two spellings are of one", []hearsay.Record{
		record("", "person: Ana Lodz"), record("", "person: Anna Lodsz"), record("", "person: Anna Lodsz"), record("", "person: Ana Lodz"),
	}, []Verdict{{A: hearsay.ActorAt{Report: 0}, B: hearsay.ActorAt{Report: 1}, Same: true}}, "a1=b1=c1=d1"},
	{"a person says that two kinds were read of one", []hearsay.Record{
		record("", "person: Brek"), record("", "armed-group: Brek"), record("", "armed-group: Brek"),
	}, []Verdict{{A: hearsay.ActorAt{Report: 0}, B: hearsay.ActorAt{Report: 1}, Same: true}}, "a1=b1=c1"},
	{"a person says who an outlet is", []hearsay.Record{
		record("Drenn News Agency"), record("", "organisation: the Harbour Wire"),
	}, []Verdict{{A: hearsay.ActorAt{Report: 0, Actor: -1}, B: hearsay.ActorAt{Report: 1}, Same: true}}, "A=b1"},
	{"told apart goes before being one", []hearsay.Record{
		record("", "person: Ana Lodz"), record("", "person: Ana Lodz"),
	}, []Verdict{{A: hearsay.ActorAt{Report: 0}, B: hearsay.ActorAt{Report: 1}, Same: true}, {A: hearsay.ActorAt{Report: 0}, B: hearsay.ActorAt{Report: 1}}}, ""},
}

func TestFind(t *testing.T) {
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := told(Find(c.records, c.verdicts)); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// TestEveryAliasHasItsReason: what joins an actor is said at its alias.
func TestEveryAliasHasItsReason(t *testing.T) {
	actors := Find([]hearsay.Record{record("", "person: Ana Lodz"), record("", "person: Ms Lodz")}, nil)
	if len(actors) != 1 || actors[0].Name != "Ana Lodz" {
		t.Fatalf("got %+v", actors)
	}
	for _, a := range actors[0].Aliases {
		if a.Why == "" || len(a.Seen) == 0 {
			t.Errorf("%q has no reason, or is nowhere", a.Words)
		}
		if a.Words == "Ms Lodz" && !strings.Contains(a.Why, "only Lodz") {
			t.Errorf("%q: %s", a.Words, a.Why)
		}
	}
}

// TestOrderOfReportsMakesNoDifference: the same actors are one, in whatever order
// the reports come.
func TestOrderOfReportsMakesNoDifference(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := rapid.SampledFrom(cases).Draw(t, "case")
		if len(c.verdicts) > 0 {
			return
		}
		order := rapid.Permutation(indices(len(c.records))).Draw(t, "order")
		shuffled := make([]hearsay.Record, len(order))
		for to, from := range order {
			shuffled[to] = c.records[from]
		}
		actors := Find(shuffled, nil)
		for i := range actors {
			for k := range actors[i].Seen {
				actors[i].Seen[k].Report = order[actors[i].Seen[k].Report]
			}
			for k := range actors[i].Publishes {
				actors[i].Publishes[k] = order[actors[i].Publishes[k]]
			}
		}
		if got := told(actors); got != c.want {
			t.Errorf("%s in order %v: got %q, want %q", c.name, order, got, c.want)
		}
	})
}

func indices(n int) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = i
	}
	return all
}
