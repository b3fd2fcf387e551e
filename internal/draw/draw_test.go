package draw

import (
	"math"
	"testing"
	"time"

	"pgregory.net/rapid"

	"hearsay"
	"hearsay/internal/ledger"
	"hearsay/internal/recordtest"
)

func n(f float64) *float64 { return &f }

func row(when, who string, low, high *float64, q hearsay.Qualifier) ledger.Row {
	return ledger.Row{When: when, Source: who, Low: low, High: high, Qualifier: q, Words: "some", Stance: hearsay.Actual}
}

func TestChart(t *testing.T) {
	c := ChartOf(ledger.Account{Rows: []ledger.Row{
		row("2031-04-01", "the ministry", n(12), n(12), hearsay.Exactly),
		row("2031-04-02", "the ministry", n(20), nil, hearsay.AtLeast),
		row("2031-04-02", "the hospital", nil, n(15), hearsay.UpTo),
		row("2031-04-03", "the hospital", n(14), n(18), hearsay.Between),
		row("2031-04-03", "a nurse", n(17), n(17), hearsay.About),
		row("2031-04-03", "a nurse", nil, nil, hearsay.Vague),
	}})
	if len(c.Series) != 3 || c.Undrawn != 1 {
		t.Fatalf("%d series, %d undrawn", len(c.Series), c.Undrawn)
	}
	ministry, hospital, nurse := c.Series[0], c.Series[1], c.Series[2]
	for i, want := range []RangeKind{RangeExact, RangeUp} {
		if got := ministry.Marks[i].Kind; got != want {
			t.Errorf("the ministry's number %d is drawn as %s, want %s", i, got, want)
		}
	}
	if ministry.Marks[1].Upper != c.Top || hospital.Marks[0].Kind != RangeDown || hospital.Marks[0].Lower != c.Bottom {
		t.Error("what is open on a side does not run to that edge")
	}
	if hospital.Marks[1].Kind != RangeBar || hospital.Marks[1].Upper >= hospital.Marks[1].Lower || nurse.Marks[0].Kind != RangeAbout {
		t.Error("a range and an about are drawn otherwise")
	}
	if ministry.Marks[0].At.Y <= ministry.Marks[1].At.Y || ministry.Path == "" || nurse.Path != "" {
		t.Error("the ministry's line does not rise, or a single number has a line")
	}
	if c.Values[0].Label != "0" || c.Values[0].At != c.Bottom {
		t.Errorf("the scale begins at %+v", c.Values[0])
	}
	for _, v := range c.Values {
		if v.Label[len(v.Label)-1] == '5' && len(v.Label) > 2 && v.Label[len(v.Label)-2] == '.' {
			t.Errorf("whole numbers have a tick at %s", v.Label)
		}
	}
}

// TestTenfold: 12 is told from nothing beside 18,400.
func TestTenfold(t *testing.T) {
	c := ChartOf(ledger.Account{Rows: []ledger.Row{
		row("2031-04-01", "a", n(12), n(12), hearsay.Exactly), row("2031-04-02", "a", n(18400), n(18400), hearsay.Exactly), row("2031-04-03", "a", n(0), n(0), hearsay.Exactly),
	}})
	marks := c.Series[0].Marks
	if !c.Tenfold || c.Bottom-marks[0].At.Y < 2 || marks[2].At.Y != c.Bottom || marks[1].At.Y <= c.Top || marks[1].At.Y >= marks[0].At.Y {
		t.Errorf("tenfold %v, marks at %v, %v, %v", c.Tenfold, marks[0].At, marks[1].At, marks[2].At)
	}
	for i, want := range []string{"10", "100", "1\u202f000", "10\u202f000", "100\u202f000"} {
		if c.Values[i].Label != want {
			t.Errorf("tick %d is %q, want %q", i, c.Values[i].Label, want)
		}
	}
}

func TestSingleNumberIsNotDrawn(t *testing.T) {
	if c := ChartOf(ledger.Account{Rows: []ledger.Row{row("2031-04-01", "the ministry", n(12), n(12), hearsay.Exactly)}}); len(c.Series) > 0 {
		t.Error("a single number is drawn")
	}
}

// TestChartStaysInside: whatever the numbers, every mark lies within the field.
func TestChartStaysInside(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var a ledger.Account
		for range rapid.IntRange(2, 12).Draw(t, "rows") {
			low := rapid.Float64Range(-1e9, 1e9).Draw(t, "low")
			high := low + rapid.Float64Range(0, 1e6).Draw(t, "more")
			day := time.Date(2031, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rapid.IntRange(0, 900).Draw(t, "day"))
			a.Rows = append(a.Rows, row(day.Format(time.DateOnly), rapid.SampledFrom([]string{"a", "b"}).Draw(t, "who"), &low, &high, hearsay.Between))
		}
		c := ChartOf(a)
		for _, s := range c.Series {
			for _, m := range s.Marks {
				if m.At.X < c.Left || m.At.X > c.Right+beside || m.Upper < c.Top-1 || m.Lower > c.Bottom+1 || m.Upper > m.Lower || math.IsNaN(m.At.Y) {
					t.Fatalf("%+v lies outside", m)
				}
			}
		}
	})
}

func TestNiceStep(t *testing.T) {
	for _, c := range []struct{ about, want float64 }{{0, 1}, {0.3, 0.5}, {3, 5}, {7, 10}, {12, 20}, {230, 500}, {1000, 1000}} {
		if got := niceStep(c.about); got != c.want {
			t.Errorf("niceStep(%v) is %v, want %v", c.about, got, c.want)
		}
	}
}

// TestGraph draws a claim that two reports have, the second from the first.
func TestGraph(t *testing.T) {
	var trace hearsay.Trace
	for i, outlet := range []string{"Radio Drenn", "The Orl Post"} {
		r := recordtest.Must("An aide said the talks go on.", "An aide | said | the talks go on | indirect | 900")
		r.Report.Outlet, r.Report.Published = outlet, time.Date(2031, 4, 2+i, 9, 0, 0, 0, time.UTC)
		trace.Records = append(trace.Records, r)
	}
	place := func(r int) hearsay.Place { return hearsay.Place{Report: r, Part: hearsay.PartAttribution} }
	claim := hearsay.Claim{Gist: hearsay.Passage{Span: trace.Records[0].Attributions[0].Content[0]}, Places: []hearsay.Place{place(0), place(1)},
		Origins: []hearsay.Origin{{Identity: hearsay.Anonymous, Voice: &hearsay.Passage{Span: *trace.Records[0].Attributions[0].Source},
			Reports: []int{0, 1}, Places: []hearsay.Place{place(0), place(1)}, Links: []hearsay.Link{{Report: 1, From: 0, Why: hearsay.LinkCites}}}}}
	g := GraphOf(&trace, claim)
	if len(g.Nodes) != 3 || len(g.Edges) != 2 || len(g.Times) != 2 {
		t.Fatalf("%d nodes, %d edges, %d days", len(g.Nodes), len(g.Edges), len(g.Times))
	}
	if origin := g.Nodes[0]; origin.Kind != NodeOrigin || origin.Label != "An aide" || origin.At.X >= g.Nodes[1].At.X {
		t.Errorf("the origin is %+v", origin)
	}
	if first, second := g.Nodes[1], g.Nodes[2]; first.At.X >= second.At.X || first.At.Y == second.At.Y {
		t.Errorf("the reports stand at %v and %v", first.At, second.At)
	}
	if g.Edges[1].Why != hearsay.LinkCites {
		t.Errorf("the second bow is %+v", g.Edges[1])
	}
}
