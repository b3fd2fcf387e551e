package tracer

import (
	"context"
	"fmt"
	"os"
	"sort"
	"strings"
	"testing"

	"hearsay"
	"hearsay/internal/gold"
	"hearsay/reader"
)

// TestLinks prints link F1 (scratch).
func TestLinks(t *testing.T) {
	scen, err := gold.Scenarios(os.DirFS("/work/shared/scenarios"))
	if err != nil {
		t.Skip(err)
	}
	r, _ := reader.New()
	var all, hard [3]int
	for _, s := range scen {
		var records []hearsay.Record
		for _, v := range s.Revisions {
			rec, err := r.Read(context.Background(), v.Report)
			if err != nil {
				t.Fatal(err)
			}
			records = append(records, rec)
		}
		trace, err := Trace(context.Background(), records)
		if err != nil {
			t.Fatal(err)
		}
		if err := trace.Check(); err != nil {
			t.Fatal(err)
		}
		if os.Getenv("SHOWACTORS") != "" {
			for _, a := range trace.Actors {
				fmt.Println(a.ID, a.Name, a.Kind, len(a.Seen), a.Publishes)
				for _, al := range a.Aliases {
					fmt.Println("     ", al.Words, "|", al.Why)
				}
			}
		}
		n, h := links(s, &trace)
		fmt.Printf("%-16s all %s   hard %s\n", s.Name, prf(n), prf(h))
		for i := range n {
			all[i] += n[i]
			hard[i] += h[i]
		}
	}
	fmt.Printf("%-16s all %s   hard %s\n", "ALL", prf(all), prf(hard))
}

func prf(n [3]int) string {
	p, r := float64(n[0])/float64(max(n[1], 1)), float64(n[0])/float64(max(n[2], 1))
	f := 0.0
	if p+r > 0 {
		f = 2 * p * r / (p + r)
	}
	return fmt.Sprintf("P %.3f R %.3f F %.3f (%d/%d/%d)", p, r, f, n[0], n[1], n[2])
}

type foundAt struct {
	report  int
	content []hearsay.Span
	gold    string
	sys     int
	cue     []hearsay.Span
}

func links(s gold.Scenario, t *hearsay.Trace) (all, hard [3]int) {
	fam := families(s)
	claimOf := map[hearsay.Place]int{}
	for _, c := range t.Claims {
		for _, p := range c.Places {
			claimOf[p] = c.ID
		}
	}
	var f []foundAt
	for i, v := range s.Revisions {
		used := map[int]bool{}
		for _, g := range v.Attributions {
			best, score := -1, 0.0
			for k, a := range t.Records[i].Attributions {
				if used[k] || !meetAny(g.Content, a.Content) || a.Cue == nil || !meetAny(g.Cue, []hearsay.Span{*a.Cue}) {
					continue
				}
				if (len(g.Source) == 0) != (a.Source == nil) || a.Source != nil && !meetAny(g.Source, []hearsay.Span{*a.Source}) {
					continue
				}
				if x := iou(g.Content, a.Content); x > score {
					best, score = k, x
				}
			}
			if best >= 0 {
				used[best] = true
				f = append(f, foundAt{i, g.Content, g.Claim, claimOf[hearsay.Place{Report: i, Part: hearsay.PartAttribution, Index: best}], g.Cue})
			}
		}
	}
	show := os.Getenv("SHOW") == s.Name
	var lines []string
	for i := range f {
		for j := i + 1; j < len(f); j++ {
			a, b := f[i], f[j]
			if fam[a.report] == fam[b.report] {
				continue
			}
			isHard := contentShare(s.Revisions[a.report].Report.Text, a.content, s.Revisions[b.report].Report.Text, b.content) < 0.6
			g, y := a.gold == b.gold && a.gold != "", a.sys == b.sys
			count(&all, g, y)
			if isHard {
				count(&hard, g, y)
			}
			if show && g != y {
				kind := "MISS"
				if y {
					kind = "FALSE"
				}
				lines = append(lines, fmt.Sprintf("%s %s/%s: %q [%s %s]  ~  %q [%s %s]", kind, a.gold, b.gold, said(s.Revisions[a.report].Report.Text, a.content), s.Revisions[a.report].ID, said(s.Revisions[a.report].Report.Text, a.cue), said(s.Revisions[b.report].Report.Text, b.content), s.Revisions[b.report].ID, said(s.Revisions[b.report].Report.Text, b.cue)))
			}
		}
	}
	sort.Strings(lines)
	for _, l := range lines {
		fmt.Println(l)
	}
	return all, hard
}

func said(text string, spans []hearsay.Span) string {
	var p []string
	for _, s := range spans {
		p = append(p, s.In(text))
	}
	return strings.Join(p, " … ")
}

func count(n *[3]int, g, y bool) {
	if g && y {
		n[0]++
	}
	if y {
		n[1]++
	}
	if g {
		n[2]++
	}
}

func families(s gold.Scenario) []int {
	at := map[string]int{}
	for i, v := range s.Revisions {
		at[v.ID] = i
	}
	fam := make([]int, len(s.Revisions))
	for i := range fam {
		fam[i] = i
	}
	var root func(int) int
	root = func(i int) int {
		if fam[i] == i {
			return i
		}
		return root(fam[i])
	}
	for i, v := range s.Revisions {
		for _, o := range []string{v.Revises, v.CopyOf} {
			if k, ok := at[o]; ok {
				fam[root(i)] = root(k)
			}
		}
	}
	for i := range fam {
		fam[i] = root(i)
	}
	return fam
}

func meetAny(x, y []hearsay.Span) bool {
	for _, a := range x {
		for _, b := range y {
			if a.Overlaps(b) {
				return true
			}
		}
	}
	return false
}

func iou(x, y []hearsay.Span) float64 {
	both, all := 0, 0
	for _, a := range x {
		all += a.Len()
		for _, b := range y {
			if a.Overlaps(b) {
				both += min(a.End, b.End) - max(a.Start, b.Start)
			}
		}
	}
	for _, b := range y {
		all += b.Len()
	}
	return float64(both) / float64(all-both)
}

var stop = map[string]bool{}

func init() {
	for _, w := range strings.Fields("the a an of to in on at for and or but that this these those it its he she they his her their is are was were be been has have had will would could may might said says by with from as not no than who which what when where if into out up over before after there i we you our my your him them us do does did so") {
		stop[w] = true
	}
}

func contentShare(ta string, a []hearsay.Span, tb string, b []hearsay.Span) float64 {
	x, y := bag(said(ta, a)), bag(said(tb, b))
	n := 0
	for w := range x {
		if y[w] {
			n++
		}
	}
	return float64(n) / float64(max(1, min(len(x), len(y))))
}

func bag(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9') }) {
		if !stop[w] {
			m[w] = true
		}
	}
	return m
}
