package ledger

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"

	"hearsay"
	"hearsay/internal/golden"
)

// told is a figure of a hand-made report.
type told struct {
	words     string
	low, high float64 // -1: open
	qualifier hearsay.Qualifier
	state     hearsay.State
	unit      string
	noun      string
	where     string
	stance    hearsay.Stance
	asOf      string
	source    string
}

// report makes a record of figures whose words, nouns and sources stand one after
// the other in its text.
func report(outlet, published string, figures ...told) hearsay.Record {
	r := hearsay.Record{Report: hearsay.Report{Path: outlet + ".txt", Outlet: outlet}}
	r.Report.Published, _ = time.Parse(time.DateOnly, published)
	var text strings.Builder
	place := func(words string) *hearsay.Span {
		if words == "" {
			return nil
		}
		span := hearsay.Span{Start: text.Len(), End: text.Len() + len(words)}
		text.WriteString(words + " ")
		return &span
	}
	bound := func(n float64) *float64 {
		if n < 0 {
			return nil
		}
		return &n
	}
	for _, f := range figures {
		span := place(f.words)
		stance := f.stance
		if stance == "" {
			stance = hearsay.Actual
		}
		figure := hearsay.Figure{
			Span: *span, Noun: place(f.noun), State: f.state, Unit: f.unit, Stance: stance, Where: f.where,
			Low: bound(f.low), High: bound(f.high), Qualifier: f.qualifier, AsOf: f.asOf,
			Chain: []hearsay.Voice{{Identity: hearsay.OutletIdentity}},
		}
		if as := place(f.source); as != nil {
			figure.Chain = append(figure.Chain, hearsay.Voice{As: as, Identity: hearsay.NamedOrganisation})
		}
		r.Figures = append(r.Figures, figure)
	}
	r.Report.Text = text.String()
	return r
}

func killed(words string, low, high float64, q hearsay.Qualifier, source string) told {
	return told{words: words, low: low, high: high, qualifier: q, state: "killed", unit: "people", source: source}
}

func TestPrint(t *testing.T) {
	records := []hearsay.Record{
		report("The Orl Post", "2031-04-01",
			killed("at least 7", 7, -1, hearsay.AtLeast, "the governor"),
			killed("two", 2, 2, hearsay.Exactly, "the governor"),
			told{words: "about 40", low: 40, high: 40, qualifier: hearsay.About, state: "missing", unit: "people", noun: "miners", source: "the rescue service"},
			told{words: "dozens", low: -1, high: -1, qualifier: hearsay.Vague, state: "missing", unit: "people"},
			told{words: "two hours", low: 2, high: 2, qualifier: hearsay.Exactly, state: "duration", unit: "hour"}),
		report("Radio Drenn", "2031-04-01",
			killed("at least 15", 15, -1, hearsay.AtLeast, "an official"),
			told{words: "41", low: 41, high: 41, qualifier: hearsay.Exactly, state: "missing", unit: "people", source: "the rescue service"},
			told{words: "between 50 and 60", low: 50, high: 60, qualifier: hearsay.Between, state: "missing", unit: "people", noun: "villagers", source: "the mayor"}),
		report("Kedge", "2031-04-02",
			killed("12", 12, 12, hearsay.Exactly, "the governor"),
			killed("up to 20", -1, 20, hearsay.UpTo, "a nurse")),
	}
	holds(t, "testdata/print.txtar", map[string]string{
		"all":                 shown(t, records, Options{}, true),
		"conflicts":           shown(t, records, Options{}, false),
		"single-conventional": shown(t, records, Options{Single: true, Conventional: true}, false),
		"state-duration":      shown(t, records, Options{State: "duration", Single: true}, false),
		"nothing":             shown(t, nil, Options{}, false),
	})
}

func shown(t *testing.T, records []hearsay.Record, o Options, all bool) string {
	t.Helper()
	var out strings.Builder
	p := Printer{Clean: func(s string) string { return strings.Join(strings.Fields(s), " ") }, All: all}
	if err := p.Print(&out, Of(records, o)); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// holds compares with the files of an archive, or writes them with -update.
func holds(t *testing.T, name string, got map[string]string) {
	t.Helper()
	in := golden.Open(t, name)
	if len(in.Files()) != len(got) {
		t.Errorf("%s has %d files, not %d", name, len(in.Files()), len(got))
	}
	for _, f := range in.Files() {
		if string(f.Data) != got[f.Name] && !golden.Updating() {
			t.Errorf("%s: got\n%s\nwant\n%s", f.Name, got[f.Name], f.Data)
		}
		in.Set(f.Name, got[f.Name])
	}
	if golden.Updating() {
		in.Write(t, name)
	}
}

func TestExplain(t *testing.T) {
	base := Row{State: "killed", Unit: "people", When: "2031-04-01", Stance: hearsay.Actual, Source: "A", Qualifier: hearsay.Exactly}
	with := func(n float64, change func(*Row)) Row {
		r := base
		r.Low, r.High, r.Source = &n, &n, "B"
		change(&r)
		return r
	}
	twelve := with(12, func(r *Row) { r.Source = "A" })
	for _, c := range []struct {
		name  string
		other Row
		kind  Kind
	}{
		{"of one day", with(15, func(*Row) {}), Conflict},
		{"of the next day", with(15, func(r *Row) { r.When = "2031-04-02" }), Date},
		{"a toll that fell", with(9, func(r *Row) { r.When = "2031-04-02" }), Conflict},
		{"of another year", with(9, func(r *Row) { r.When = "2032-04-02" }), Date},
		{"elsewhere", with(15, func(r *Row) { r.Where = "Orl" }), Scope},
		{"of others", with(9, func(r *Row) { r.Noun = "children" }), Scope},
		{"a part", with(5, func(*Row) {}), Scope},
		{"meant otherwise", with(15, func(r *Row) { r.Stance = hearsay.Possible }), Category},
		{"taken back", with(15, func(r *Row) { r.Stance = hearsay.Denied }), Corrected},
		{"by the same source", with(15, func(r *Row) { r.Source = "A" }), Revised},
	} {
		a := twelve
		a.Where, a.Noun = "Tarn", "people"
		if agree(&a, &c.other) {
			t.Errorf("%s: 12 agrees with it", c.name)
		}
		if kind, reason := explain(&a, &c.other); kind != c.kind || reason == "" {
			t.Errorf("%s: %s (%s), not %s", c.name, kind, reason, c.kind)
		}
	}
}

func TestAgree(t *testing.T) {
	row := func(low, high float64, q hearsay.Qualifier) Row {
		r := Row{Qualifier: q}
		if low >= 0 {
			r.Low = &low
		}
		if high >= 0 {
			r.High = &high
		}
		return r
	}
	for _, c := range []struct {
		a, b  Row
		agree bool
	}{
		{row(12, 12, hearsay.Exactly), row(12, 12, hearsay.Exactly), true},
		{row(12, 12, hearsay.Exactly), row(13, 13, hearsay.Exactly), false},
		{row(15, -1, hearsay.AtLeast), row(20, 20, hearsay.Exactly), true},
		{row(15, -1, hearsay.AtLeast), row(14, 14, hearsay.Exactly), false},
		{row(-1, 20, hearsay.UpTo), row(20, 20, hearsay.Exactly), true},
		{row(-1, 20, hearsay.UpTo), row(15, -1, hearsay.AtLeast), true},
		{row(-1, 14, hearsay.UpTo), row(15, -1, hearsay.AtLeast), false},
		{row(40, 40, hearsay.About), row(43, 43, hearsay.Exactly), true},
		{row(40, 40, hearsay.About), row(45, 45, hearsay.Exactly), false},
		{row(40, 50, hearsay.Between), row(50, 60, hearsay.Between), true},
		{row(-1, -1, hearsay.Vague), row(3, 3, hearsay.Exactly), true},
	} {
		if agree(&c.a, &c.b) != c.agree || agree(&c.b, &c.a) != c.agree {
			t.Errorf("%v..%v and %v..%v: agree is not %t", c.a.Low, c.a.High, c.b.Low, c.b.High, c.agree)
		}
	}
}

// Whatever the bounds, a bar is no wider than the chart and not empty.
func TestBars(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		number := rapid.OneOf(rapid.Just[*float64](nil), rapid.Map(rapid.Float64Range(-1e18, 1e18), func(n float64) *float64 { return &n }))
		var rows []Row
		for range rapid.IntRange(1, 5).Draw(t, "rows") {
			r := Row{Low: number.Draw(t, "low"), High: number.Draw(t, "high")}
			if r.Low != nil && r.High != nil && *r.Low > *r.High {
				r.Low, r.High = r.High, r.Low
			}
			rows = append(rows, r)
		}
		s := scaleOf(rows, barWidth)
		for _, r := range rows {
			if n := utf8.RuneCountInString(s.bar(r)); n < 1 || n > barWidth {
				t.Fatalf("a bar of %d columns", n)
			}
		}
	})
}

// Every difference is of rows that are there, and none is told twice.
func TestDifferencesHold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var figures []told
		for range rapid.IntRange(0, 12).Draw(t, "figures") {
			n := float64(rapid.IntRange(0, 9).Draw(t, "n"))
			f := killed("n", n, n, hearsay.Exactly, rapid.SampledFrom([]string{"A", "B", ""}).Draw(t, "source"))
			f.asOf = rapid.SampledFrom([]string{"", "2031-04-01", "2031-04-02"}).Draw(t, "day")
			figures = append(figures, f)
		}
		for _, a := range Of([]hearsay.Record{report("X", "2031-04-01", figures...)}, Options{}).Accounts {
			seen := map[[2]int]bool{}
			for _, d := range a.Differences {
				pair := [2]int{d.A[0], d.B[0]}
				if seen[pair] || a.Rows[d.A[0]].When > a.Rows[d.B[0]].When || agree(&a.Rows[d.A[0]], &a.Rows[d.B[0]]) {
					t.Fatalf("%+v of %+v", d, a.Rows)
				}
				seen[pair] = true
			}
		}
	})
}
