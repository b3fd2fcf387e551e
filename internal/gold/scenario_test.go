package gold

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"

	"hearsay"
	"hearsay/internal/golden"
)

// fareFiles returns the files of the invented affair.
func fareFiles(t testing.TB) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	for _, f := range golden.Open(t, "testdata/ferry-fare.txtar").Files() {
		files[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return files
}

func TestScenarios(t *testing.T) {
	golden.Each(t, func(t *testing.T, _ golden.Input) string {
		scenarios, err := Scenarios(fareFiles(t))
		if err != nil {
			t.Fatal(err)
		}
		return tell(scenarios)
	})
}

// tell writes scenarios down: what was placed with its words and offsets, and
// the rest as JSON.
func tell(scenarios []Scenario) string {
	var b strings.Builder
	for _, s := range scenarios {
		fmt.Fprintf(&b, "%s: %s\n", s.Name, s.About)
		for _, v := range s.Revisions {
			tellRevision(&b, v)
		}
		for _, part := range []any{s.Actors, s.Claims, s.Updates, s.Contradictions, s.Talks} {
			raw, _ := json.Marshal(part)
			fmt.Fprintf(&b, "%s\n", raw)
		}
		for _, f := range s.Faults {
			fmt.Fprintln(&b, "fault", f.Error())
		}
	}
	return b.String()
}

func tellRevision(b *strings.Builder, v Revision) {
	words := func(spans ...hearsay.Span) string {
		var out []string
		for _, s := range spans {
			out = append(out, fmt.Sprintf("%s@%d", s.In(v.Report.Text), s.Start))
		}
		return strings.Join(out, " + ")
	}
	fmt.Fprintf(b, "\n%s of %s, revises %q, %q, %s\n", v.ID, v.Outlet, v.Revises, v.Report.Headline, v.Report.Published)
	for _, a := range v.Attributions {
		fmt.Fprintf(b, "  %s | %s | %s | %s | %s, %s, %s%s%s | %d hops\n", words(a.Source...), words(a.Cue...), words(a.Content...), a.Manner, a.Claim, a.Act, a.Stance,
			flag(", condition ", a.Condition), flag(", regardless ", a.Regardless), len(a.Chain))
	}
	for _, f := range v.Figures {
		noun := "-"
		if f.Noun != nil {
			noun = words(*f.Noun)
		}
		fmt.Fprintf(b, "  figure %s | %s | %s | high %v | %s\n", words(f.Span), noun, f.State, f.High != nil, f.Qualifier)
	}
	for _, m := range v.Moments {
		fmt.Fprintf(b, "  time %s | %s | %s\n", words(m.Span), m.Value, m.Type)
	}
}

func flag(label string, is *bool) string {
	if is == nil {
		return ""
	}
	return fmt.Sprintf("%s%t", label, *is)
}

// A folder that is a scenario is the only one.
func TestScenariosOfOneFolder(t *testing.T) {
	one, err := fs.Sub(fareFiles(t), "ferry-fare")
	if err != nil {
		t.Fatal(err)
	}
	scenarios, err := Scenarios(one)
	if err != nil || len(scenarios) != 1 || scenarios[0].Name != "ferry-fare" || len(scenarios[0].Faults) != 0 {
		t.Fatalf("%+v, %v", scenarios, err)
	}
}

func TestScenariosUnreadable(t *testing.T) {
	for name, c := range map[string]struct {
		files map[string]string
		want  string
	}{
		"nothing":    {map[string]string{"README.md": "x"}, "no scenario here (NAME/truth.json)"},
		"no JSON":    {map[string]string{"a/truth.json": "{"}, "a/truth.json: unexpected end of JSON input"},
		"no reports": {map[string]string{"a/truth.json": `{"reports": [{"id": "x"}]}`}, "a/truth.json: none of its 1 reports can be read from a/reports"},
	} {
		t.Run(name, func(t *testing.T) {
			files := fstest.MapFS{}
			for name, content := range c.files {
				files[name] = &fstest.MapFile{Data: []byte(content)}
			}
			if _, err := Scenarios(files); err == nil || err.Error() != c.want {
				t.Errorf("got %v, want %s", err, c.want)
			}
		})
	}
}

// Each case breaks one thing in the truth. It is named, and the rest goes on.
func TestFaults(t *testing.T) {
	for _, c := range []struct {
		old, new string
		want     string
		lost     int // attributions, figures and times that are left out
	}{
		{`"cue": "reportedly"`, `"cue": "allegedly"`, `attributions[3] (gull-1-r2): cue "allegedly" does not stand in reports/gull-1-r2.txt`, 1},
		{`"source": "Marl Line"`, `"source": "Marl Lines"`, `attributions[0] (gull-1): source "Marl Lines" does not stand in reports/gull-1.txt`, 1},
		{`"unless the harbour dues fall"]`, `"unless dues fall"]`, `attributions[0] (gull-1): content "unless dues fall" does not stand in reports/gull-1.txt`, 1},
		{`"content": ["6"]`, `"content": []`, `attributions[2] (gull-1): content "" does not stand in reports/gull-1.txt`, 1},
		{`"claim": "means-16"},`, `"claim": "means-17"},`, `attributions[1] (gull-1): there is no claim "means-17"`, 0},
		{`{"report": "gull-1", "source": "They"`, `{"report": "gull-9", "source": "They"`, `attributions[2] (gull-9): it is about a report "gull-9", which could not be read or is not in reports`, 1},
		{`"manner": "direct"`, `"manner": "loud"`, `attributions[1] (gull-1): "loud" is no manner`, 0},
		{`"medium": "statement"`, `"medium": "pigeon"`, `attributions[0] (gull-1): "pigeon" is no medium`, 0},
		{`"actor": "orn", "as": "she", "identity": "named-person", "medium": null}], "claim"`, `"actor": "horn", "as": "she", "identity": "named-person", "medium": null}], "claim"`, `attributions[1] (gull-1): there is no actor "horn"`, 0},
		{`"words": "16"`, `"words": "17"`, `figures[1] (gull-1): figure "17" does not stand in reports/gull-1.txt`, 1},
		{`"noun": "crowns"`, `"noun": "marks"`, `figures[0] (gull-1): noun "marks" does not stand in reports/gull-1.txt`, 1},
		{`she said.", "words"`, `she sighed.", "words"`, `figures[1] (gull-1): sentence "“They said 6 and they mean 16,” she sighed." does not stand in reports/gull-1.txt`, 1},
		{`"state": "price", "unit": "crowns", "stance": "planned", "where": "Quell", "report": "gull-1", "sentence": "Marl`, `"state": "cost", "unit": "crowns", "stance": "planned", "where": "Quell", "report": "gull-1", "sentence": "Marl`, `figures[0] (gull-1): "cost" is no state`, 0},
		{`"words": "Friday",`, `"words": "Sunday",`, `times[1] (gull-1): time "Sunday" does not stand in reports/gull-1.txt`, 1},
		{`"type": "DATE"`, `"type": "DAY"`, `times[1] (gull-1): "DAY" is no type of time`, 0},
		{`"by": "line", "to": null`, `"by": "lion", "to": null`, `claims[0] (fare-up): there is no actor "lion"`, 0},
		{`"why": {"gull-1-r2": "copies"}`, `"why": {"gull-1-r3": "copies"}`, `claims[0] (fare-up): there is no report "gull-1-r3"`, 0},
		{`"why": {"gull-1-r2": "copies"}`, `"why": {"gull-1-r2": "hunch"}`, `claims[0] (fare-up): "hunch" is no link to an origin`, 0},
		{`"pair": ["fare-up", "f2"]`, `"pair": ["fare-up", "f3"]`, `contradictions[0]: there is no claim or figure "f3"`, 0},
		{`"note": "(Updates with date.)"`, `"note": "(Updates.)"`, `updates[0] (gull-1-r2): note "(Updates.)" does not stand in reports/gull-1-r2.txt`, 0},
		{`"kind": "added"`, `"kind": "bettered"`, `updates[0] (gull-1-r2): "bettered" is no kind of change`, 0},
		{`"channel": "indirect"`, `"channel": "canal"`, `talks: "canal" is no channel`, 0},
		{`"status": "proposed"`, `"status": "dreamt"`, `talks.proposals[0] (p1): "dreamt" is no status of a term`, 0},
		{`"obliges": ["orn"]`, `"obliges": ["urn"]`, `talks.proposals[0] (p1): there is no actor "urn"`, 0},
		{`"kind": "refuse"`, `"kind": "shrug"`, `talks.proposals[0] (p1): "shrug" is no kind of response`, 0},
		{`{"by": "orn", "text"`, `{"by": "urn", "text"`, `talks.positions[0]: there is no actor "urn"`, 0},
		{`"id": "orn"`, `"id": "line"`, `the actor "line" is there twice`, 0},
		{`"kind": "outlet"`, `"kind": "bird"`, `actors[0] (gull): "bird" is no kind of actor`, 0},
		{`"revises": "gull-1"`, `"revises": "gull-0"`, `reports[1] (gull-1-r2): there is no report "gull-0"`, 0},
		{`"low": 16`, `"low": "many"`, `figures.low: string where there should be float64; such values were passed over`, 0},
	} {
		t.Run(c.want, func(t *testing.T) {
			before := readFare(t, "", "")
			after := readFare(t, c.old, c.new)
			var faults []string
			for _, f := range after.Faults {
				faults = append(faults, f.Error())
			}
			if !slices.Contains(faults, "ferry-fare/truth.json: "+c.want) {
				t.Errorf("faults %q", faults)
			}
			if lost := placed(before) - placed(after); lost != c.lost {
				t.Errorf("%d rows were left out, want %d", lost, c.lost)
			}
		})
	}
}

// readFare reads the invented affair with one replacement in its truth.
func readFare(t *testing.T, old, replacement string) Scenario {
	t.Helper()
	files := fareFiles(t)
	truth := files["ferry-fare/truth.json"]
	if !strings.Contains(string(truth.Data), old) {
		t.Fatalf("the truth has no %s", old)
	}
	if old != "" {
		truth.Data = []byte(strings.Replace(string(truth.Data), old, replacement, 1))
	}
	scenarios, err := Scenarios(files)
	if err != nil {
		t.Fatal(err)
	}
	return scenarios[0]
}

func placed(s Scenario) int {
	n := 0
	for _, v := range s.Revisions {
		n += len(v.Attributions) + len(v.Figures) + len(v.Moments)
	}
	return n
}

// A report that cannot be read takes along what is about it, and no more.
func TestReportMissing(t *testing.T) {
	files := fareFiles(t)
	delete(files, "ferry-fare/reports/gull-1-r2.txt")
	scenarios, err := Scenarios(files)
	if err != nil {
		t.Fatal(err)
	}
	s := scenarios[0]
	if len(s.Revisions) != 1 || placed(s) != 7 {
		t.Errorf("%d revisions, %d rows placed", len(s.Revisions), placed(s))
	}
	if len(s.Faults) == 0 || !strings.Contains(s.Faults[0].Error(), "reports[1] (gull-1-r2): open ferry-fare/reports/gull-1-r2.txt") {
		t.Errorf("faults %v", s.Faults)
	}
}

func TestReportWarning(t *testing.T) {
	files := fareFiles(t)
	report := files["ferry-fare/reports/gull-1.txt"]
	report.Data = []byte(strings.Replace(string(report.Data), "2031-05-06T08:00:00Z", "in May", 1))
	scenarios, err := Scenarios(files)
	if err != nil {
		t.Fatal(err)
	}
	s := scenarios[0]
	if placed(s) != 8 || len(s.Faults) != 1 || !strings.HasPrefix(s.Faults[0].Error(), `ferry-fare/reports/gull-1.txt: line 4: Published: "in May" is not a date`) {
		t.Errorf("%d rows placed, faults %v", placed(s), s.Faults)
	}
}

func TestScenarioDigest(t *testing.T) {
	files := fareFiles(t)
	digest := func() string {
		d, err := ScenarioDigest(files)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	was := digest()
	files["README.md"] = &fstest.MapFile{Data: []byte("about")}
	if digest() != was {
		t.Error("a file beside the scenarios changes the digest")
	}
	report := files["ferry-fare/reports/gull-1.txt"]
	report.Data = append(report.Data, '\n')
	if digest() == was {
		t.Error("a changed report does not")
	}
}

// Whatever the words around it, an attribution whose words stand once is placed
// there, and one whose source and cue are everywhere by its content.
func TestPlaceIsNearest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 8).Draw(t, "sentences")
		at := rapid.IntRange(0, n-1).Draw(t, "which")
		var text strings.Builder
		var want Attribution
		for i := range n {
			filler := strings.Repeat("and so on ", rapid.IntRange(0, 3).Draw(t, "filler"))
			text.WriteString(filler + "She ")
			start := text.Len()
			content := fmt.Sprintf("number %d is up", i)
			text.WriteString("said " + content + ". ")
			if i == at {
				want = Attribution{
					Source:  []hearsay.Span{{Start: start - 4, End: start - 1}},
					Cue:     []hearsay.Span{{Start: start, End: start + 4}},
					Content: []hearsay.Span{{Start: start + 5, End: start + 5 + len(content)}},
				}
			}
		}
		got, absent := attributionWords{"She", "said", []string{fmt.Sprintf("number %d is up", at)}}.place(text.String())
		if len(absent) > 0 || fmt.Sprint(got) != fmt.Sprint(want) {
			t.Fatalf("%q: got %v, want %v, absent %q", text.String(), got, want, absent)
		}
	})
}

func TestOccurrences(t *testing.T) {
	for _, c := range []struct {
		text, words string
		want        []int
	}{
		{"he said the hen", "he", []int{0}},
		{"the hen", "he", []int{1, 4}},
		{"6.5 or 6, 16 and 6,000: 6.", "6", []int{7, 24}},
		{"6.5 and 16", "6", []int{0, 9}},
		{"“no” no", "no", []int{3, 9}},
		{"union's union", "union", []int{0, 8}},
		{"aaa", "aa", []int{0, 1}},
		{"abc", "", nil},
		{"abc", "d", nil},
	} {
		var got []int
		for _, s := range occurrences(c.text, c.words) {
			got = append(got, s.Start)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q in %q: %v, want %v", c.words, c.text, got, c.want)
		}
	}
}

func TestPlace(t *testing.T) {
	for _, c := range []struct {
		name, text string
		words      attributionWords
		want       string
	}{
		{"inside the content comes last", "The army told us: “we said nothing and said it twice”, the army said.",
			attributionWords{"", "said", []string{"“we said nothing and said it twice”"}}, "said@68 “we said nothing and said it twice”@18"},
		{"inside a number comes last", "The union, offered 6.5, refused 6.",
			attributionWords{"The union", "refused", []string{"6"}}, "The union@0 refused@24 6@32"},
		{"cue and source together", "Ms Ruhl said. “It is no,” she said.",
			attributionWords{"she", "said", []string{"“It is no,”"}}, "she@30 said@34 “It is no,”@14"},
		{"content near its cue", "That is it. He denies that. That is all, and that is that.",
			attributionWords{"He", "denies", []string{"that"}}, "He@12 denies@15 that@22"},
		{"content near its source", "No rise, no rise, no. Omar: no rise, is what I say, and so on.",
			attributionWords{"Omar", "say", []string{"no rise"}}, "Omar@22 say@47 no rise@28"},
		{"pieces in their order", "“Yes.” Later: “No,” he said. “Yes.”",
			attributionWords{"he", "said", []string{"“No,”", "“Yes.”"}}, "he@28 said@31 “No,”@18 “Yes.”@37"},
		{"pieces in another order", "“Yes.” Later: “No,” he said.",
			attributionWords{"he", "said", []string{"“No,”", "“Yes.”"}}, "he@28 said@31 “Yes.”@0 “No,”@18"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, absent := c.words.place(c.text)
			var got []string
			for _, s := range slices.Concat(a.Source, a.Cue, a.Content) {
				got = append(got, fmt.Sprintf("%s@%d", s.In(c.text), s.Start))
			}
			if strings.Join(got, " ") != c.want || len(absent) > 0 {
				t.Errorf("got %s, want %s, absent %q", strings.Join(got, " "), c.want, absent)
			}
		})
	}
}

func TestPlaceRepeatedFigures(t *testing.T) {
	text := "It gives 7 boats now, the same 7 boats as then."
	row := truthFigure{Sentence: text, Words: "7", Noun: "boats as"}
	alone, absent := row.place(text, 0, 1)
	if len(absent) > 0 || alone.Span.Start != 31 {
		t.Errorf("a row alone is nearest its noun: %v %v", alone.Span, absent)
	}
	for nth, want := range []int{9, 31, 31} {
		if got, _ := row.place(text, nth, 3); got.Span.Start != want {
			t.Errorf("row %d of several at %d, want %d", nth, got.Span.Start, want)
		}
	}
}

// FuzzScenario reads a truth about one report, r: whatever it says, what comes
// out stands in the report.
func FuzzScenario(f *testing.F) {
	files := fareFiles(f)
	truth, report := string(files["ferry-fare/truth.json"].Data), string(files["ferry-fare/reports/gull-1.txt"].Data)
	f.Add(strings.ReplaceAll(truth, "gull-1", "r"), report)
	f.Add(`{"reports":[{"id":"r"}],"attributions":[{"report":"r","cue":"a","content":["a","a"],"source":"a"}]}`, "aaaa a\xff a")
	f.Add(`{"reports":[{"id":"r"},{"id":"r"},{"id":"../r"}],"times":[{"report":"r","words":"1"},{"report":"r","words":"1"}]}`, "1.1 ，1")
	f.Add(`{"reports":[{"id":"r"}],"figures":[{"report":"r","sentence":"é 1","words":"1","noun":"é"}],"talks":{}}`, "é 1\x00")
	f.Add(`{"reports":7,"attributions":{"report":"r"}}`, "a")
	f.Fuzz(func(t *testing.T, truth, report string) {
		scenarios, err := Scenarios(fstest.MapFS{"a/truth.json": {Data: []byte(truth)}, "a/reports/r.txt": {Data: []byte(report)}})
		if err != nil {
			return
		}
		for _, v := range scenarios[0].Revisions {
			checkRevision(t, v)
		}
		for _, fault := range scenarios[0].Faults {
			if fault.File == "" || fault.Reason == "" || strings.Contains(fault.Error(), "\n") {
				t.Fatalf("a fault that says nothing, or on two lines: %q", fault.Error())
			}
		}
	})
}

func checkRevision(t *testing.T, v Revision) {
	t.Helper()
	text := v.Report.Text
	for _, a := range v.Attributions {
		checkPieces(t, a.Source, text, 0)
		checkPieces(t, a.Cue, text, 1)
		checkPieces(t, a.Content, text, 1)
	}
	for _, f := range v.Figures {
		if err := f.Span.Check(len(text)); err != nil || !f.Sentence.Contains(f.Span) {
			t.Fatalf("%+v: %v", f, err)
		}
	}
	for i, m := range v.Moments {
		if err := m.Span.Check(len(text)); err != nil {
			t.Fatal(err)
		}
		for _, other := range v.Moments[:i] {
			if m.Span.Overlaps(other.Span) {
				t.Fatalf("times %v and %v overlap", m.Span, other.Span)
			}
		}
	}
}

// The trace of a truth holds the attributions of every claim, and nothing dangles.
func TestScenarioTrace(t *testing.T) {
	scenarios, err := Scenarios(fareFiles(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range scenarios {
		trace := s.Trace(nil)
		if err := trace.Check(); err != nil {
			t.Error(err)
		}
		made, told := 0, 0
		for _, c := range trace.Claims {
			made += len(c.Places)
		}
		for i, r := range trace.Records {
			if err := r.Check(); err != nil {
				t.Errorf("%s: %v", s.Revisions[i].ID, err)
			}
			for _, a := range s.Revisions[i].Attributions {
				if a.Claim != "" {
					told++
				}
			}
		}
		if made != told || made == 0 {
			t.Errorf("%d places of claims for %d attributions with one", made, told)
		}
	}
}
