package origin

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"pgregory.net/rapid"

	"hearsay"
	"hearsay/internal/recordtest"
)

// drawReport draws a report of one of a few outlets at one of a few hours, each of
// whose paragraphs makes one of two claims with one of a few chains.
func drawReport(t *rapid.T, n int) txtar.File {
	outlet := rapid.SampledFrom([]string{"Radio Orl", "Tarn Post", "Northwire", "The Star"}).Draw(t, "outlet")
	hour := rapid.IntRange(1, 5).Draw(t, "hour")
	var text, lines strings.Builder
	fmt.Fprintf(&text, "Outlet: %s\nPublished: 2031-04-02T%02d:00:00Z\n\nReport %d.", outlet, hour, n)
	for i := range rapid.IntRange(1, 3).Draw(t, "attributions") {
		chain := rapid.SampledFrom(chains).Draw(t, "chain")
		claim := rapid.SampledFrom([]string{"freed assertion actual", "wants demand actual"}).Draw(t, "claim")
		said := rapid.SampledFrom([]string{"men were freed", "“we have freed every one of the men”", "the League may free men"}).Draw(t, "said")
		fmt.Fprintf(&text, "\n\nOf %d: an official told the station, the Tarn Post, Mara Holt of Korvo, Korvo; %s", i, said)
		fmt.Fprintf(&lines, "%s | %s | %s\n", claim, strings.ReplaceAll(chain, "@", fmt.Sprintf("@%d", i+1)), fmt.Sprintf("%s@%d", said, 1+strings.Count(text.String(), said)-1))
	}
	return txtar.File{Name: fmt.Sprintf("%d.txt", n), Data: []byte(text.String() + "\n%%\n" + lines.String())}
}

var chains = []string{
	"own", "-", "an official@ {anonymous}", "an official@ {role}", "Mara Holt@ {named-person} =Mara Holt", "Korvo@ {named-organisation} =Korvo",
	"the station@ {named-organisation broadcast} =Radio Orl > an official@ {anonymous}", "the Tarn Post@ {named-organisation report} =Tarn Post",
	"the Tarn Post@ {named-organisation report} =Tarn Post > the station@ {named-organisation broadcast} =Radio Orl",
	"the station@ {group report} > Mara Holt@ {named-person} =Mara Holt", "Mara Holt@ {named-person} =Mara Holt > an official@ {anonymous}",
}

func drawStory(t *rapid.T) []txtar.File {
	var files []txtar.File
	for n := range rapid.IntRange(1, 6).Draw(t, "reports") {
		files = append(files, drawReport(t, n))
	}
	return files
}

func traced(t *rapid.T, files []txtar.File) *hearsay.Trace {
	trace, err := recordtest.Story(files)
	if err != nil {
		t.Fatal(err)
	}
	Find(&trace)
	if err := trace.Check(); err != nil {
		t.Fatal(err)
	}
	return &trace
}

// canonical writes what was found without positions: reports by their paths.
func canonical(t *hearsay.Trace) string {
	var claims []string
	for _, c := range t.Claims {
		out := fmt.Sprintf("%s %t\n", c.Act, c.AtLeast)
		var origins []string
		for _, o := range c.Origins {
			origins = append(origins, canonicalOrigin(t, o))
		}
		for _, s := range c.Steps {
			out += t.Records[s.Report].Report.Path + " " + string(s.Kind) + "\n"
		}
		claims = append(claims, out+strings.Join(origins, ""))
	}
	slices.Sort(claims)
	return strings.Join(claims, "\n")
}

func canonicalOrigin(t *hearsay.Trace, o hearsay.Origin) string {
	var places []string
	for _, p := range o.Places {
		places = append(places, fmt.Sprintf("%s %s %d", t.Records[p.Report].Report.Path, p.Part, p.Index))
	}
	slices.Sort(places)
	out := "  " + string(o.Identity) + " " + strings.Join(places, ", ") + "\n"
	for _, l := range o.Links {
		out += fmt.Sprintf("    %s %s %s\n", t.Records[l.Report].Report.Path, t.Records[l.From].Report.Path, l.Why)
	}
	return out
}

// The order in which reports are given changes nothing but positions.
func TestOrderOfReports(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		files := drawStory(t)
		want := canonical(traced(t, files))
		if got := canonical(traced(t, rapid.Permutation(files).Draw(t, "permuted"))); got != want {
			t.Fatalf("permuted:\n%s\nas given:\n%s", got, want)
		}
	})
}

// A report on something else changes nothing.
func TestUnrelatedReport(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		files := drawStory(t)
		want := canonical(traced(t, files))
		other := txtar.File{Name: "other.txt", Data: []byte("Outlet: Farm Weekly\nPublished: 2031-04-02T03:00:00Z\n\nA grower said the harvest was good.\n%%\nharvest assertion actual | A grower {role} | the harvest was good\n")}
		trace := traced(t, append(slices.Clone(files), other))
		trace.Claims = slices.DeleteFunc(trace.Claims, func(c hearsay.Claim) bool {
			return trace.Records[c.Places[0].Report].Report.Path == "other.txt"
		})
		if got := canonical(trace); got != want {
			t.Fatalf("with another report:\n%s\nwithout:\n%s", got, want)
		}
	})
}

// No origin has both somebody who is kept unnamed and a named person at the ends of
// its chains, unless that person only passes on what the unnamed one says; every
// place of a claim is in one origin; links lead backwards.
func TestLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		trace := traced(t, drawStory(t))
		var x Index
		for i, r := range trace.Records {
			x.Set(i, r)
		}
		x.turn()
		b := newBook(&x, trace)
		for _, c := range trace.Claims {
			seen := map[hearsay.Place]bool{}
			for _, o := range c.Origins {
				for _, p := range o.Places {
					if seen[p] {
						t.Fatalf("%v is in two origins", p)
					}
					seen[p] = true
				}
				checkPeople(t, b, c, o)
				for _, l := range o.Links {
					if b.rank[l.From] >= b.rank[l.Report] || !slices.Contains(o.Reports, l.From) {
						t.Fatalf("link %+v of %+v", l, o)
					}
				}
			}
			if len(seen) != len(c.Places) {
				t.Fatalf("%d of %d places have an origin", len(seen), len(c.Places))
			}
		}
	})
}

func checkPeople(t *rapid.T, b *book, c hearsay.Claim, o hearsay.Origin) {
	m := &match{book: b, tellings: b.tellings(&c)}
	m.index()
	m.markRelays()
	var all kinds
	for i := range m.tellings {
		if tell := &m.tellings[i]; slices.Contains(o.Places, tell.place) && tell.isSourced() && !tell.relays {
			all = all.with(b.kindOf(tell.voice()))
		}
	}
	if all.isMixed() {
		t.Fatalf("somebody unnamed and a named person in %+v", o)
	}
}

func TestTokens(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"More than 18,400 people", "more than 18,400 people"},
		{"6.5 percent. The union’s", "6.5 percent the union"},
		{"“a crack”, he said", "a crack he said"},
		{"don't", "don't"},
		{"", ""},
	} {
		if got := plain(c.text); got != c.want {
			t.Errorf("%q: %q, not %q", c.text, got, c.want)
		}
	}
}

func TestSets(t *testing.T) {
	s := newSets(4)
	s.kind[0], s.kind[3] = kinds{anonymous: true}, kinds{named: true}
	if !s.join(0, 1) || !s.join(2, 3) || s.join(1, 2) || s.of(1) == s.of(2) {
		t.Error("somebody unnamed and a named person are in one set")
	}
}
