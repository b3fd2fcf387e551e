package claim_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"hearsay"
	"hearsay/internal/cast"
	"hearsay/internal/claim"
	"hearsay/reader"
)

// story is two reports of two outlets, and some others, so that words have weights.
func story(t testing.TB, first, second string) hearsay.Trace {
	t.Helper()
	reports := []hearsay.Report{
		{Outlet: "Radio Drenn", Text: first},
		{Outlet: "The Orl Post", Text: second},
		{Outlet: "Vale Courier", Text: "Bread costs more, bakers said.\n\nThe festival opens in June, the city council said. It is the largest in the valley, its director said."},
		{Outlet: "Lake Herald", Text: "A road was closed after rain, the police said.\n\nThe library has bought 300 books, the mayor said. Pupils read more than they did, teachers said."},
	}
	return compare(t, read(t, reports))
}

func read(t testing.TB, reports []hearsay.Report) []hearsay.Record {
	t.Helper()
	r, err := reader.New()
	if err != nil {
		t.Fatal(err)
	}
	var records []hearsay.Record
	for i, report := range reports {
		report.Published = time.Date(2031, 4, 1, i, 0, 0, 0, time.UTC)
		record, err := r.Read(context.Background(), report)
		if err != nil {
			t.Fatal(err)
		}
		records = append(records, record)
	}
	return records
}

func compare(t testing.TB, records []hearsay.Record) hearsay.Trace {
	t.Helper()
	trace := hearsay.Trace{Records: records}
	trace.Actors = cast.Find(records, nil)
	trace.Claims = claim.Find(&trace)
	if err := trace.Check(); err != nil {
		t.Fatal(err)
	}
	return trace
}

// linked reports whether the first two reports have a claim in common.
func linked(t hearsay.Trace) bool {
	for _, c := range t.Claims {
		has := map[int]bool{}
		for _, p := range c.Places {
			has[p.Report] = true
		}
		if has[0] && has[1] {
			return true
		}
	}
	return false
}

func TestOneClaim(t *testing.T) {
	for _, c := range []struct{ name, first, second string }{
		{"the same words", "The dam is safe, engineer Ana Lodz said.", "The dam is safe, engineer Ana Lodz said."},
		{"tense and words changed", "The Vale Front will release 30 hostages by Friday, Governor Tomas Brek said.", "Governor Tomas Brek said that the Vale Front would free 30 captives by Friday."},
		{"voice changed", "The Vale Front freed 30 hostages, Governor Tomas Brek said.", "Some 30 hostages were freed by the Vale Front, Governor Tomas Brek said."},
		{"a part of the quotation", "“We will never sell the harbour to strangers,” Mayor Ana Lodz said.", "Mayor Ana Lodz said the city would “never sell the harbour to strangers”."},
		{"the outlet cited", "The ferry company has cut 410 jobs, a senior manager told Radio Drenn.", "Radio Drenn reported that the ferry company had cut 410 jobs."},
		{"a sentence of a quotation", "“Every form was kept. The books exist and we will print them,” director Oda Lund said. A form was lost at the office, a clerk said. The office has no form, a driver said.",
			"Director Oda Lund insisted that every form was kept."},
		{"a sentence of a quotation by another voice", "“Every form was kept. The books exist and we will print them,” a director said.", "A clerk insisted that every form was kept."},
		{"a part of an offer", "The Harbour Guild has offered the Carters four of nine seats and a rise in the harbour toll to 60 crowns a tonne, two people involved in the talks said.",
			"Radio Vale reported that the Guild had offered four seats and a harbour toll of 60 crowns."},
		{"a number rounded", "The flood has killed more than 18,400 people, the health ministry said.", "More than 18,000 people have been killed by the flood, the health ministry said."},
	} {
		t.Run(c.name, func(t *testing.T) {
			if !linked(story(t, c.first, c.second)) {
				t.Errorf("%q and %q are two claims", c.first, c.second)
			}
		})
	}
}

func TestTwoClaims(t *testing.T) {
	for _, c := range []struct{ name, first, second string }{
		{"another number", "The fire killed 31 people, the hospital said.", "The fire killed 12 people, the hospital said."},
		{"another who says nothing", "The ferry company declined to comment.", "The health ministry declined to comment."},
		{"another matter of one voice", "The harbour will close in May, Mayor Ana Lodz said.", "Mayor Ana Lodz said the school had found a new teacher."},
		{"one figure and two predicates", "Norrin is prepared to deliver 70 cubic metres of gravel a day in winter, a senior official said.", "Radio Drenn quoted carter Jonas Field as saying that 70 cubic metres “covers a doorstep”."},
		{"an offer and that it is accepted", "The Guild is ready to close the ferry line for two years, according to a draft seen by Radio Drenn.", "The Carters accepted the Guild's offer to close the ferry line for two years, Ruta Holm said."},
		{"an offer and a refusal", "The Harbour Guild offered to close the ferry line for two years, an official said.", "The Carters rejected the offer to close the ferry line for two years, Ruta Holm said."},
		{"a sentence of a quotation denied", "“Every form was kept. The books exist and we will print them,” director Oda Lund said.", "Keeper Jon Falk denied that every form was kept."},
		{"two quotations of one voice", "“The till was empty,” Mayor Ana Lodz said.", "“Nobody asked for our opinion,” Mayor Ana Lodz said."},
	} {
		t.Run(c.name, func(t *testing.T) {
			if linked(story(t, c.first, c.second)) {
				t.Errorf("%q and %q are one claim", c.first, c.second)
			}
		})
	}
}

// TestOrderOfReportsMakesNoDifference: the same statements are one claim, in
// whatever order the reports come.
func TestOrderOfReportsMakesNoDifference(t *testing.T) {
	records := story(t, "The Vale Front will release 30 hostages by Friday, Governor Tomas Brek said. The dam is safe, engineer Ana Lodz said.",
		"Governor Tomas Brek said that the Vale Front would free 30 captives by Friday. Engineer Ana Lodz said the dam was safe.").Records
	want := groups(compare(t, records), nil)
	rapid.Check(t, func(r *rapid.T) {
		order := rapid.Permutation([]int{0, 1, 2, 3}).Draw(r, "order")
		shuffled := make([]hearsay.Record, len(order))
		for to, from := range order {
			shuffled[to] = records[from]
		}
		if got := groups(compare(t, shuffled), order); got != want {
			r.Errorf("in order %v:\n%s\nwant\n%s", order, got, want)
		}
	})
}

// groups writes which places are one claim, by the reports' numbers in the first order.
func groups(t hearsay.Trace, order []int) string {
	var lines []string
	for _, c := range t.Claims {
		var places []string
		for _, p := range c.Places {
			if order != nil {
				p.Report = order[p.Report]
			}
			places = append(places, fmt.Sprint(p.Report, p.Part, p.Index))
		}
		slices.Sort(places)
		lines = append(lines, strings.Join(places, " = "))
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

// TestNearest: a sentence in other words finds its claim, and one of something else
// finds none.
func TestNearest(t *testing.T) {
	trace := story(t, "The Vale Front will release 30 hostages by Friday, Governor Tomas Brek said.", "The dam is safe, engineer Ana Lodz said.")
	ask := func(sentence string) (string, bool) {
		id, ok := claim.Nearest(&trace, read(t, []hearsay.Report{{Text: sentence}})[0])
		if !ok {
			return "", false
		}
		g := trace.Claims[id].Gist
		return g.Span.In(trace.Records[g.Report].Report.Text), true
	}
	if gist, _ := ask("The Front lets 30 captives go."); !strings.Contains(gist, "hostages") {
		t.Errorf("found %q", gist)
	}
	if gist, ok := ask("Penguins swim far."); ok {
		t.Errorf("found %q", gist)
	}
}
