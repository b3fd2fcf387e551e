package revision

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"hearsay"
	"hearsay/reader"
)

var desk = func() *reader.Reader {
	r, err := reader.New()
	if err != nil {
		panic(err)
	}
	return r
}()

// record reads a text as one revision of one report.
func record(t testing.TB, hour int, text string) hearsay.Record {
	t.Helper()
	published := time.Date(2031, 4, 2, 8, 0, 0, 0, time.UTC)
	report := hearsay.Report{Outlet: "Radio Drenn", URL: "https://drenn.example/ferry", Published: published, Text: text}
	if hour > 8 {
		report.Updated = published.Add(time.Duration(hour-8) * time.Hour)
	}
	r, err := desk.Read(t.Context(), report)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

const (
	lead   = "Ferry crews in Drenn walked out on Wednesday over pay, and the port was shut by noon."
	quote  = "\"We asked for a roof and were offered an umbrella,\" said Ilse Vost, who leads the crews' union."
	count  = "At least 31 people were hurt when a gangway fell, hospital officials confirmed."
	answer = "The port authority said it would meet the union on Friday. It has offered 4 percent."
	ships  = "Some 40 ships were waiting outside the harbour on Wednesday morning."
	old    = "The last strike, in 2029, lasted nine days and ended with a court order."
)

// told writes what is asked of changes: "where kind subject: before > after (admitted)".
func told(before, after hearsay.Record, u hearsay.Update) []string {
	var all []string
	words := func(text string, s *hearsay.Span) string {
		if s == nil {
			return "-"
		}
		if w := s.In(text); len(w) < 60 {
			return w
		}
		return "…"
	}
	for _, c := range u.Changes {
		s := fmt.Sprintf("%d %s %s: %s > %s", c.Where, c.Kind, c.Subject, words(before.Report.Text, c.Before), words(after.Report.Text, c.After))
		if c.Admitted != nil {
			s += " (" + c.Admitted.In(after.Report.Text) + ")"
		}
		all = append(all, s)
	}
	return all
}

func text(paragraphs ...string) string { return strings.Join(paragraphs, "\n\n") }

func swap(from, to string) func(string) string {
	return func(s string) string { return strings.Replace(s, from, to, 1) }
}

func TestCompare(t *testing.T) {
	whole := text(lead, quote, count, answer, ships, old)
	for _, test := range []struct {
		name   string
		before string // "": whole
		edit   func(string) string
		want   []string
	}{
		{"nothing", "", swap("", ""), nil},
		{"typesetting", "", func(s string) string {
			return strings.NewReplacer("\"We", "“We", "umbrella,\"", "umbrella,”", "crews'", "crews’").Replace(s)
		}, nil},
		{"white space", "", func(s string) string { return strings.ReplaceAll(s, "\n\n", "\n\n\n") + "\n" }, nil},
		{"a comma", "", swap("over pay, and", "over pay and"), nil},

		{"a figure", "", swap("31 people", "23 people"), []string{"3 silent figure: 31 > 23"}},
		{"a figure in words", "", swap("nine days", "eight days"), []string{"6 silent figure: nine > eight"}},
		{"the same figure in digits", "", swap("nine days", "9 days"), []string{"6 changed text: nine > 9"}},
		{"a bound", "", swap("Some 40", "More than 40"), []string{"5 silent figure: Some 40 > More than 40"}},
		{"vague now", "", swap("Some 40", "Dozens of"), []string{"5 silent figure: Some 40 > Dozens"}},
		{"a percentage", "", swap("4 percent", "4.5 percent"), []string{"4 silent figure: 4 > 4.5"}},
		{"a day is no figure", "", swap("on Friday", "on Thursday"), []string{"4 changed text: Friday > Thursday"}},
		{"an hour is no figure", text(lead, "The talks began at 9 a.m. on Wednesday."), swap("9 a.m.", "10 a.m."), []string{"2 changed text: 9 > 10"}},

		{"another source", "", swap("hospital officials confirmed", "a port spokesman said"), []string{"3 silent source: hospital officials > a port spokesman"}},
		{"a further hand", "", swap("hospital officials confirmed", "according to reports citing hospital officials"), []string{"3 silent source: hospital officials > reports citing hospital officials"}},
		{"a source dropped", "", swap(", hospital officials confirmed", ""), []string{"3 silent source: hospital officials > -"}},
		{"a source given", text(lead, "At least 31 people were hurt when a gangway fell."), swap("fell.", "fell, hospital officials said."), []string{"2 silent source: - > hospital officials"}},
		{"the same source in short", "", swap("Ilse Vost, who leads the crews' union", "Vost"), []string{"2 changed text: Ilse Vost, who leads the crews' union > Vost"}},

		{"a person's aide is another source", "", swap("said Ilse Vost, who leads the crews' union", "said an aide to Ilse Vost"), []string{"2 silent source: Ilse Vost, who leads the crews' union > an aide to Ilse Vost"}},
		{"the same source, said otherwise", "", swap("hospital officials confirmed", "officials at the hospital said"), []string{"3 changed text: hospital officials confirmed > officials at the hospital said"}},

		{"a quote altered", "", swap("were offered an umbrella", "got an umbrella"), []string{"2 silent quote: We asked for a roof and were offered an umbrella, > We asked for a roof and got an umbrella,"}},
		{"a quote cut short", "", swap("a roof and were offered an umbrella", "a roof"), []string{"2 silent quote: We asked for a roof and were offered an umbrella, > We asked for a roof,"}},
		{"a paragraph with a quote cut", "", swap(quote+"\n\n", ""), []string{"2 silent quote: … > -"}},
		{"a quote replaced", "", swap("We asked for a roof and were offered an umbrella", "Nobody sails tonight, whatever they sign"), []string{"2 silent quote: We asked for a roof and were offered an umbrella, > Nobody sails tonight, whatever they sign,"}},
		{"the quote marks fall", "", swap(`"We asked for a roof and were offered an umbrella," said Ilse Vost`, "They asked for a roof and got an umbrella, said Ilse Vost"),
			[]string{"2 silent quote: We asked for a roof and were offered an umbrella, > -"}},

		{"a paragraph more", "", swap(ships, "Trains ran as usual, the railway said.\n\n"+ships), []string{"5 added text: - > Trains ran as usual, the railway said."}},
		{"a paragraph less", "", swap(ships+"\n\n", ""), []string{"5 removed text: … > -"}},
		{"a sentence more", "", swap("on Friday. It", "on Friday. A mediator will be there. It"), []string{"4 added text: - > A mediator will be there."}},
		{"a sentence less", "", swap(" It has offered 4 percent.", ""), []string{"4 removed text: It has offered 4 percent. > -"}},
		{"a name dropped from a source", text(lead, "One in five would walk, according to a study by Kell University."), swap(" by Kell University", ""),
			[]string{"2 silent source: a study by Kell University > a study"}},
		{"a short one moved past others", "", func(s string) string {
			return text(lead, ships, quote, strings.Replace(count, "31", "33", 1), strings.Replace(answer, "4 percent", "5 percent", 1), old)
		}, []string{"2 moved text: … > …", "4 silent figure: 31 > 33", "5 silent figure: 4 > 5"}},
		{"moved", "", func(s string) string { return text(lead, count, answer, ships, quote, old) }, []string{"5 moved text: … > …"}},
		{"a hedge", "", swap("was shut by noon", "was reportedly shut by noon"), []string{"1 changed stance: - > reportedly"}},

		{"a paragraph cut in two", "", swap(" It has offered", "\n\nIt has offered"), nil},
		{"two paragraphs joined", "", swap("Friday. It has offered 4 percent.\n\n", "Friday. It has offered 4 percent. "), nil},
		{"a sentence to another paragraph", "", func(s string) string {
			return text(lead, quote+" It has offered 4 percent.", count, "The port authority said it would meet the union on Friday.", ships, old)
		}, nil},
		{"one official more", text(lead, "The fire began in the kitchen, an official told Radio Drenn."), swap("an official", "two officials"), []string{"2 silent source: an official > two officials"}},
		{"the words of somebody else", "", swap("Ilse Vost, who leads the crews' union", "her deputy, Karel Hume"), []string{"2 silent source: Ilse Vost, who leads the crews' union > her deputy, Karel Hume"}},
		{"said, or claimed", "", swap("officials confirmed", "officials claimed"), []string{"3 changed stance: confirmed > claimed"}},
		{"a name corrected", "", func(s string) string {
			return swap("Ilse Vost", "Ilse Voss")(s) + "\n\nCorrection: An earlier version of this story misspelled the name of the union's leader. She is Ilse Voss, not Vost."
		}, []string{"2 corrected text: Vost > Voss (She is Ilse Voss, not Vost)", "7 added note: - > …"}},
		{"a day corrected", "", func(s string) string {
			return "CORRECTED: The meeting is on Thursday, not on Friday\n\n" + swap("on Friday", "on Thursday")(s)
		}, []string{"1 added note: - > CORRECTED: The meeting is on Thursday, not on Friday", "5 corrected text: Friday > Thursday (The meeting is on Thursday, not on Friday)"}},
		{"the note counts prose alone", "", func(s string) string {
			return "(Corrects number of ships in fifth paragraph)\n\n" + swap("Some 40", "Some 50")(s)
		}, []string{"1 added note: - > (Corrects number of ships in fifth paragraph)", "6 corrected figure: 40 > 50 (Corrects number of ships in fifth paragraph)"}},

		{"admitted by place", "", func(s string) string {
			return "(Updates number of injured in paragraph 3)\n\n" + swap("31 people", "35 people")(s)
		}, []string{"1 added note: - > (Updates number of injured in paragraph 3)", "4 changed figure: 31 > 35 (Updates number of injured in paragraph 3)"}},
		{"admitted elsewhere", "", func(s string) string {
			return "(Updates number of injured in paragraph 2)\n\n" + swap("Some 40", "Some 50")(s)
		}, []string{"1 added note: - > (Updates number of injured in paragraph 2)", "6 silent figure: 40 > 50"}},
		{"corrected", "", func(s string) string {
			return swap("31 people", "13 people")(s) + "\n\nCorrection: An earlier version of this story misstated the number of people hurt. It was 13, not 31."
		}, []string{"3 corrected figure: 31 > 13 (An earlier version of this story misstated the number of people hurt)", "7 added note: - > …"}},
		{"corrected, and something else not", "", func(s string) string {
			return swap("Some 40", "Some 50")(swap("31 people", "13 people")(s)) + "\n\nCorrection: An earlier version of this story misstated the number of people hurt. It was 13, not 31."
		}, []string{"3 corrected figure: 31 > 13 (An earlier version of this story misstated the number of people hurt)", "5 silent figure: 40 > 50", "7 added note: - > …"}},
		{"a clarification of something else", "", func(s string) string {
			return swap("31 people", "30 people")(swap("an umbrella", "a hat")(s)) + "\n\nClarification: This article was amended on April 2 to make clear that the port authority has offered 4 percent."
		}, []string{"2 silent quote: We asked for a roof and were offered an umbrella, > We asked for a roof and were offered a hat,", "3 silent figure: 31 > 30", "7 added note: - > …"}},
		{"one for two", text(lead, "Eleven people were hurt, two of them badly, the port said."), swap("two of", "one of"), []string{"2 silent figure: two > one"}},
		{"one that is no number", text(lead, "The strike will go on, the union said."), swap("The strike", "One strike"), []string{"2 changed text: The > One"}},
		{"a source said again in short", text(lead, "A nurse who asked not to be named said the doors were shut. “We were told nothing,” the nurse said."),
			func(s string) string {
				return strings.NewReplacer("A nurse who asked not to be named", "A source close to the clinic", "the nurse", "the source").Replace(s)
			},
			[]string{"2 silent source: A nurse who asked not to be named > A source close to the clinic"}},
		{"a note that stood before admits nothing new", text(lead, count, "Correction: An earlier version misstated the number of people hurt."), swap("31", "33"),
			[]string{"2 silent figure: 31 > 33"}},
		{"an added quote admits no altered one", "", func(s string) string {
			return "(Adds Vost comment)\n\n" + swap("an umbrella", "a hat")(s)
		}, []string{"1 added note: - > (Adds Vost comment)", "3 silent quote: We asked for a roof and were offered an umbrella, > We asked for a roof and were offered a hat,"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			from := test.before
			if from == "" {
				from = whole
			}
			before, after := record(t, 8, from), record(t, 9, test.edit(from))
			got := told(before, after, Compare(before, after))
			if !slices.Equal(got, test.want) {
				t.Errorf("got\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(test.want, "\n\t"))
			}
		})
	}
}

// Nothing that is said of the other edition is out of its bounds, and the same
// text changes nothing.
func TestCompareAnything(t *testing.T) {
	paragraph := rapid.SampledFrom([]string{lead, quote, count, answer, ships, old, "(Updates toll in first paragraph)", "Read more: Ferries", ""})
	rapid.Check(t, func(rt *rapid.T) {
		draw := func(name string) hearsay.Record {
			return record(t, 8, text(rapid.SliceOfN(paragraph, 0, 8).Draw(rt, name)...))
		}
		a, b := draw("a"), draw("b")
		for _, c := range Compare(a, b).Changes {
			if c.Before != nil && c.Before.Check(len(a.Report.Text)) != nil || c.After != nil && c.After.Check(len(b.Report.Text)) != nil ||
				c.Admitted != nil && c.Admitted.Check(len(b.Report.Text)) != nil {
				rt.Fatalf("%+v is out of bounds", c)
			}
			if c.Before == nil && c.After == nil {
				rt.Fatalf("%+v is of nothing", c)
			}
		}
		checkRows(rt, a, b)
		if u := Compare(a, a); len(u.Changes) > 0 {
			rt.Fatalf("a text and itself differ: %+v", u)
		}
	})
}

// checkRows holds every paragraph of both revisions to stand in one row, and the
// pieces of a row to give both versions.
func checkRows(t *rapid.T, a, b hearsay.Record) {
	before, after := 0, 0
	for _, r := range Rows(a, b) {
		if r.From != nil {
			before++
		}
		if r.To != nil {
			after++
		}
		at := 0
		for _, p := range r.Pieces {
			if p.Fate != Gone && p.Span.Start < at {
				t.Fatalf("piece %+v stands before the one before it", p)
			}
			if p.Fate != Gone {
				at = p.Span.End
			}
		}
	}
	if x, y := len(newEdition(a).paragraphs), len(newEdition(b).paragraphs); before != x || after != y {
		t.Fatalf("rows have %d and %d paragraphs of %d and %d", before, after, x, y)
	}
}

func TestUpdates(t *testing.T) {
	at := func(url, outlet string, hour int, s string) hearsay.Record {
		r := record(t, hour, s)
		r.Report.URL, r.Report.Outlet = url, outlet
		return r
	}
	whole := text(lead, quote, count, answer)
	const here, there = "https://drenn.example/ferry", "https://drenn.example/other"
	for _, test := range []struct {
		name    string
		records []hearsay.Record
		want    string
	}{
		{"in the order in which they stood", []hearsay.Record{
			at(here, "Radio Drenn", 12, whole+"\n\n"+ships), at(here, "Radio Drenn", 8, lead), at(here+"?utm_source=x", "Radio Drenn", 10, whole)}, "2>0 1>2"},
		{"the same twice", []hearsay.Record{at(here, "Radio Drenn", 8, whole), at(here, "Radio Drenn", 8, whole)}, ""},
		{"two reports", []hearsay.Record{at(here, "Radio Drenn", 8, whole), at(there, "Radio Drenn", 9, whole+"\n\n"+ships)}, ""},
		{"without address, of one outlet", []hearsay.Record{at("", "Radio Drenn", 8, whole), at("", "Radio Drenn", 9, whole+"\n\n"+ships)}, "0>1"},
		{"without address, of two", []hearsay.Record{at("", "Radio Drenn", 8, whole), at("", "Kell Post", 9, whole+"\n\n"+ships)}, ""},
		{"without address, on something else", []hearsay.Record{at("", "Radio Drenn", 8, whole), at("", "Radio Drenn", 9, old)}, ""},
		{"of nobody", []hearsay.Record{at("", "", 8, whole), at("", "", 9, whole+"\n\n"+ships)}, ""},
	} {
		var got []string
		for _, u := range Updates(test.records) {
			got = append(got, fmt.Sprintf("%d>%d", u.Revises, u.Report))
		}
		slices.Sort(got)
		want := strings.Fields(test.want)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s: got %v, want %v", test.name, got, want)
		}
	}
}
