package plover_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"hearsay"
	"hearsay/internal/plover"
	"hearsay/reader"
)

// shown writes a row as the tables below do: event, mode, actor > recipient,
// contexts, auxiliary modes; of a name its last word.
func shown(record hearsay.Record, row plover.Row) string {
	name := func(id *int) string {
		if id == nil {
			return "–"
		}
		name := record.Actors[*id].Name
		return name[strings.LastIndex(name, " ")+1:] // which words a name has is not tested here
	}
	parts := []string{string(row.Event), row.Mode, name(row.Actor) + " > " + name(row.Recipient), strings.Join(row.Contexts, "+")}
	for _, a := range row.Auxiliary {
		parts = append(parts, string(a))
	}
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " | ")
}

func TestCode(t *testing.T) {
	r := newReader(t)
	for _, c := range []struct {
		text string
		want []string
	}{
		// The manual's doubtful cases.
		{"The Coast League has offered to end the war with Varnia.",
			[]string{"AGREE | League > Varnia | military"}},
		{"The Varnian army promised to withdraw from the port.",
			[]string{"CONCEDE | army > – | military"}},
		{"The Varnian army had withdrawn from the port, residents said.",
			[]string{"RETREAT | withdraw | – > – | military"}},
		{"The Coast League threatened to suspend the talks with Varnia.",
			[]string{"THREATEN | relations | League > Varnia"}},
		{"The Coast League said the Varnian army would withdraw from the port on Monday.",
			[]string{"CONCEDE | – > – | military"}},

		{"The Coast League demanded that Varnia release its prisoners.",
			[]string{"DEMAND | yield | League > Varnia"}},
		{"The Coast League rejected the offer from Varnia.",
			[]string{"REJECT | League > Varnia"}},
		{"The Dock Union threatened to strike at five ports.",
			[]string{"THREATEN | restrict | Union > – | economic"}},
		{"General Ode Marr said his troops would attack the port if the rebels stayed.",
			[]string{"THREATEN | violence | Marr > – | military"}},
		{"The Varnian army denied that it had shelled the village.",
			[]string{"ASSAULT | heavy-weapons | army > – | military | negated"}},
		{"Witnesses said gunmen had opened fire on the crowd two decades ago.",
			[]string{"ASSAULT | firearms | – > – | historical"}},

		// Comment, appeals and silence are no events.
		{"The mayor said the winter was long.", nil},
		{"The bishop urged everyone to stay calm.", nil},
		{"The Varnian army declined to comment.", nil},
	} {
		record := read(t, r, c.text+" Varnia said it had read the text.") // so that it is known to be one who acts
		var got []string
		for _, row := range plover.Rows(record) {
			got = append(got, shown(record, row))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}

func TestTables(t *testing.T) {
	for _, e := range plover.TableExamples() {
		if !e.Matches(e.Yes) {
			t.Errorf("%s: %q does not match", e.Name, e.Yes)
		}
		if e.Matches(e.No) {
			t.Errorf("%s: %q matches", e.Name, e.No)
		}
	}
}

// Whatever stands in a record, a row names its own actors and known words.
func TestRowsAreSound(t *testing.T) {
	text := "The Coast League offered Varnia a truce, and the army denied it."
	record := read(t, newReader(t), text)
	rapid.Check(t, func(t *rapid.T) {
		r := record
		r.Attributions = slices.Clone(record.Attributions)
		for i := range r.Attributions {
			a := &r.Attributions[i]
			a.Act = rapid.SampledFrom(hearsay.Acts).Draw(t, "act")
			a.Stance = rapid.SampledFrom(hearsay.Stances).Draw(t, "stance")
			first := rapid.IntRange(0, len(text)-2).Draw(t, "first")
			a.Content = []hearsay.Span{{Start: first, End: rapid.IntRange(first+1, len(text)).Draw(t, "end")}}
		}
		for _, row := range plover.Rows(r) {
			for _, who := range []*int{row.Actor, row.Recipient} {
				if who != nil && (*who < 0 || *who >= len(r.Actors)) {
					t.Fatalf("actor %d of %d", *who, len(r.Actors))
				}
			}
			if row.Event == "" || row.Event.Quad() == "" || row.Attribution >= len(r.Attributions) {
				t.Fatalf("%+v", row)
			}
		}
		if a, b := fmt.Sprintf("%+v", names(plover.Rows(r))), fmt.Sprintf("%+v", names(plover.Rows(r))); a != b {
			t.Fatalf("%s\n%s", a, b)
		}
	})
}

func names(rows []plover.Row) (all []string) {
	for _, r := range rows {
		all = append(all, fmt.Sprint(r.Attribution, r.Event, r.Mode, r.Contexts, r.Auxiliary))
	}
	return all
}

func newReader(t *testing.T) *reader.Reader {
	t.Helper()
	r, err := reader.New()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func read(t *testing.T, r *reader.Reader, text string) hearsay.Record {
	t.Helper()
	record, err := r.Read(context.Background(), hearsay.Report{Text: text, Published: time.Date(2031, 4, 17, 9, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err)
	}
	return record
}
