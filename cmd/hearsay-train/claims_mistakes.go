package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"hearsay"
	"hearsay/internal/claim"
)

// mistakes tells of one affair which statements of one true claim were put into
// several, and which claims hold statements of several true ones.
func (a affair) mistakes(w io.Writer, by claim.Weights) {
	of := map[hearsay.Place]int{}
	for _, c := range a.comparison.Claims(&by) {
		for _, p := range c.Places {
			of[p] = c.ID
		}
	}
	truth := a.told.TrueClaims()
	var places []hearsay.Place
	for p := range truth {
		places = append(places, p)
	}
	slices.SortFunc(places, func(x, y hearsay.Place) int {
		return cmp.Or(cmp.Compare(truth[x], truth[y]), cmp.Compare(of[x], of[y]), cmp.Compare(x.Report, y.Report), cmp.Compare(x.Index, y.Index))
	})
	claims := map[int]map[string]bool{}
	count := map[string]map[int]bool{}
	for _, p := range places {
		t, f := truth[p], of[p]
		if claims[f] == nil {
			claims[f] = map[string]bool{}
		}
		claims[f][t] = true
		if count[t] == nil {
			count[t] = map[int]bool{}
		}
		count[t][f] = true
	}
	last := ""
	for _, p := range places {
		t, f := truth[p], of[p]
		if len(count[t]) < 2 && len(claims[f]) < 2 {
			continue
		}
		if t != last {
			fmt.Fprintf(w, "## %s\n", t)
			last = t
		}
		fmt.Fprintf(w, "   %3d%s %s\n", f, mixed(claims[f]), a.describe(p))
	}
}

func mixed(of map[string]bool) string {
	if len(of) > 1 {
		return "*"
	}
	return " "
}

func (a affair) describe(p hearsay.Place) string {
	r := a.records[p.Report]
	x := r.Attributions[p.Index]
	words := func(s *hearsay.Span) string {
		if s == nil {
			return "-"
		}
		return s.In(r.Report.Text)
	}
	var pieces []string
	for _, c := range x.Content {
		pieces = append(pieces, c.In(r.Report.Text))
	}
	return fmt.Sprintf("%s | %s | %s | %s | %s %s", a.ids[p.Report], words(x.Source), words(x.Cue), strings.Join(pieces, " … "), x.Act, x.Stance)
}
