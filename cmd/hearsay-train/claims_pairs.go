package main

import (
	"fmt"
	"io"
	"sort"
	"strings"

	"hearsay/internal/claim"
)

// pairs tells the pairs of one affair that weights are most wrong about.
func (a affair) wrongPairs(w io.Writer, by claim.Weights) {
	type row struct {
		score int
		e     example
	}
	var rows []row
	tp, fp, fn := 0, 0, 0
	for _, e := range a.examples {
		s := 0
		for i, x := range e.features {
			s += int(x * float64(by.Features[i]))
		}
		switch {
		case e.alike && s > 0:
			tp += e.count
		case e.alike:
			fn += e.count
		case s > 0:
			fp += e.count
		}
		if e.alike != (s > 0) {
			rows = append(rows, row{s, e})
		}
	}
	p, r := float64(tp)/float64(tp+fp), float64(tp)/float64(tp+fn)
	fmt.Fprintf(w, "%s pairs alone: P %.3f R %.3f F %.3f\n", a.name, p, r, 2*p*r/(p+r))
	sort.SliceStable(rows, func(i, j int) bool {
		if rows[i].e.alike != rows[j].e.alike {
			return rows[i].e.alike
		}
		return rows[i].score < rows[j].score
	})
	for _, x := range rows {
		kind := "FALSE"
		if x.e.alike {
			kind = "MISS "
		}
		fmt.Fprintf(w, "%s %d x%d\n    %s\n    %s\n    ", kind, x.score, x.e.count, a.describe(x.e.a), a.describe(x.e.b))
		var parts []string
		for i, v := range x.e.features {
			if v != 0 && i > 0 {
				parts = append(parts, fmt.Sprintf("%s %.2f(%+.1f)", claim.FeatureNames()[i], v, v*float64(by.Features[i])/1000))
			}
		}
		fmt.Fprintln(w, strings.Join(parts, " "))
	}
}
