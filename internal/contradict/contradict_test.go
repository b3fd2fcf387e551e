package contradict

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"hearsay"
	"hearsay/internal/golden"
	"hearsay/internal/recordtest"
)

// Each archive in testdata is a story (see recordtest.Story), and in "want" the
// contradictions in it.
func TestStories(t *testing.T) {
	golden.Each(t, func(t *testing.T, in golden.Input) string {
		trace, err := recordtest.Story(in.Files())
		if err != nil {
			t.Fatal(err)
		}
		Find(&trace)
		got := ""
		for _, c := range trace.Contradictions {
			got += c.Why + "\n"
		}
		return got
	})
}

// counted is a figure of killed people, as one attribution of its report has it.
type counted struct {
	words  string
	n      float64
	q      hearsay.Qualifier
	stance hearsay.Stance
	source string
}

// reportOf makes a record of sentences with a figure each. The attribution has the
// claim of the figure's number.
func reportOf(outlet string, day int, all ...counted) hearsay.Record {
	r := hearsay.Record{Report: hearsay.Report{Path: outlet, Outlet: outlet, Published: time.Date(2031, 4, day, 8, 0, 0, 0, time.UTC)}}
	var text strings.Builder
	for i, c := range all {
		start := text.Len()
		fmt.Fprintf(&text, "%s people were killed, %s said.\n", c.words, c.source)
		content := hearsay.Span{Start: start, End: start + len(c.words) + len(" people were killed")}
		source := hearsay.Span{Start: content.End + 2, End: content.End + 2 + len(c.source)}
		chain := []hearsay.Voice{{Identity: hearsay.OutletIdentity}, {As: &source, Identity: hearsay.NamedOrganisation}}
		r.Attributions = append(r.Attributions, hearsay.Attribution{ID: i, Content: []hearsay.Span{content}, Chain: chain})
		low, high := c.n, &c.n
		if c.q == hearsay.AtLeast {
			high = nil
		}
		noun := hearsay.Span{Start: start + len(c.words) + 1, End: start + len(c.words) + len(" people")}
		r.Figures = append(r.Figures, hearsay.Figure{
			Span: hearsay.Span{Start: start, End: start + len(c.words)}, Noun: &noun, State: "killed", Unit: "people", Stance: c.stance,
			Low: &low, High: high, Qualifier: c.q, Chain: chain, Attribution: &r.Attributions[i].ID,
		})
	}
	r.Report.Text = text.String()
	return r
}

// claimsByNumber makes a claim of each number.
func claimsByNumber(records []hearsay.Record) hearsay.Trace {
	t := hearsay.Trace{Records: records}
	at := map[float64]int{}
	for i, r := range records {
		for k, f := range r.Figures {
			id, ok := at[*f.Low]
			if !ok {
				id = len(t.Claims)
				at[*f.Low] = id
				t.Claims = append(t.Claims, hearsay.Claim{ID: id, Act: hearsay.FigureAct})
			}
			t.Claims[id].Places = append(t.Claims[id].Places, hearsay.Place{Report: i, Part: hearsay.PartAttribution, Index: k})
		}
	}
	return t
}

func TestFigures(t *testing.T) {
	at := func(words string, n float64, q hearsay.Qualifier, source string) counted {
		return counted{words, n, q, hearsay.Actual, source}
	}
	for _, c := range []struct {
		name  string
		first []counted
		then  []counted
		want  string
	}{
		{"a toll that fell", []counted{at("at least 31", 31, hearsay.AtLeast, "the mayor")}, []counted{at("27", 27, hearsay.Exactly, "the clinic")},
			"0 1: “at least 31” (the mayor) and “27” (the clinic): what was counted before cannot have become fewer"},
		{"a toll that rose", []counted{at("27", 27, hearsay.Exactly, "the mayor")}, []counted{at("31", 31, hearsay.Exactly, "the clinic")}, ""},
		{"of one report", []counted{at("27", 27, hearsay.Exactly, "the mayor"), at("31", 31, hearsay.Exactly, "the clinic")}, nil,
			"0 1: “27” (the mayor) and “31” (the clinic): of one day"},
		{"a part", []counted{at("at least 31", 31, hearsay.AtLeast, "the mayor")}, []counted{at("3", 3, hearsay.Exactly, "the clinic")}, ""},
		{"taken back", []counted{at("14", 14, hearsay.Exactly, "the mayor")},
			[]counted{at("12", 12, hearsay.Exactly, "the mayor"), {"14", 14, hearsay.Exactly, hearsay.Denied, "the mayor"}},
			"0 1: “14” (the mayor) and “12” (the mayor): the one was taken back for the other"},
	} {
		records := []hearsay.Record{reportOf("One", 1, c.first...)}
		if c.then != nil {
			records = append(records, reportOf("Two", 2, c.then...))
		}
		trace := claimsByNumber(records)
		Find(&trace)
		var got []string
		for _, x := range trace.Contradictions {
			if x.Claims == nil {
				got = append(got, "figures: "+x.Why)
				continue
			}
			got = append(got, fmt.Sprintf("%d %d: %s", x.Claims[0], x.Claims[1], x.Why))
		}
		if strings.Join(got, "\n") != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

// Every contradiction is of two things that are there, and none is told twice.
func TestFindHolds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var records []hearsay.Record
		for i := range rapid.IntRange(1, 4).Draw(t, "reports") {
			var all []counted
			for range rapid.IntRange(0, 4).Draw(t, "figures") {
				n := rapid.IntRange(1, 20).Draw(t, "n")
				all = append(all, counted{
					fmt.Sprint(n), float64(n), rapid.SampledFrom([]hearsay.Qualifier{hearsay.Exactly, hearsay.AtLeast}).Draw(t, "qualifier"),
					rapid.SampledFrom([]hearsay.Stance{hearsay.Actual, hearsay.Denied}).Draw(t, "stance"), rapid.SampledFrom([]string{"the mayor", "the clinic"}).Draw(t, "source"),
				})
			}
			records = append(records, reportOf(fmt.Sprint("Outlet ", i), 1+i, all...))
		}
		trace := claimsByNumber(records)
		Find(&trace)
		seen := map[string]bool{}
		for _, c := range trace.Contradictions {
			key := fmt.Sprint(c.Claims, c.Figures)
			if c.Claims != nil {
				key = fmt.Sprint(*c.Claims)
				if c.Claims[0] >= c.Claims[1] || c.Claims[1] >= len(trace.Claims) {
					t.Fatalf("claims %v of %d", *c.Claims, len(trace.Claims))
				}
			}
			if seen[key] || c.Why == "" {
				t.Fatalf("%+v", c)
			}
			seen[key] = true
		}
	})
}

func TestDenies(t *testing.T) {
	for _, c := range []struct {
		cue            string
		clausal        bool
		denied, unsaid bool
	}{
		{"denied", false, true, false},
		{"has since denied", false, true, false},
		{"did not deny", false, false, false},
		{"rejected", false, false, false},
		{"rejected", true, true, false},
		{"does not expect", false, false, true},
		{"said", true, false, false},
		{"no longer insists", true, false, true},
	} {
		if denied, unsaid := denies(c.cue, c.clausal); denied != c.denied || unsaid != c.unsaid {
			t.Errorf("%s: %t, %t", c.cue, denied, unsaid)
		}
	}
}

// The order in which reports are given changes nothing but positions.
func TestOrderOfReports(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var records []hearsay.Record
		for i := range rapid.IntRange(1, 4).Draw(t, "reports") {
			var all []counted
			for range rapid.IntRange(0, 3).Draw(t, "figures") {
				n := rapid.IntRange(1, 20).Draw(t, "n")
				stance := rapid.SampledFrom([]hearsay.Stance{hearsay.Actual, hearsay.Actual, hearsay.Denied}).Draw(t, "stance")
				all = append(all, counted{fmt.Sprint(n), float64(n), hearsay.Exactly, stance, rapid.SampledFrom([]string{"the mayor", "the clinic"}).Draw(t, "source")})
			}
			records = append(records, reportOf(fmt.Sprint("Outlet ", i), 1+i/2, all...))
		}
		want := numbersPaired(records)
		if got := numbersPaired(rapid.Permutation(records).Draw(t, "permuted")); got != want {
			t.Fatalf("permuted: %s; as given: %s", got, want)
		}
	})
}

// numbersPaired writes the numbers that contradict each other.
func numbersPaired(records []hearsay.Record) string {
	trace := claimsByNumber(records)
	Find(&trace)
	var out []string
	for _, c := range trace.Contradictions {
		var pair []float64
		for _, p := range c.Figures {
			pair = append(pair, *trace.Records[p.Report].Figures[p.Index].Low)
		}
		slices.Sort(pair)
		out = append(out, fmt.Sprint(pair))
	}
	slices.Sort(out)
	return strings.Join(out, " ")
}
