package score

import (
	"fmt"
	"io"
	"strings"

	"hearsay"
	"hearsay/internal/gold"
)

// NameResult compares names found with those of a corpus. A name is right if
// its words and its kind are.
type NameResult struct {
	Kinds map[hearsay.NameKind]NameCount `json:"kinds"`
	Words NameCount                      `json:"words"` // whatever the kind
}

// NameCount counts names on both sides and those that are the same.
type NameCount struct {
	Right int `json:"right"`
	Gold  int `json:"gold"`
	Found int `json:"found"`
}

// F1 returns the harmonic mean of precision and recall.
func (c NameCount) F1() float64 { return ratio(2*c.Right, c.Gold+c.Found) }

// CountNames adds the names of one document.
func (r *NameResult) CountNames(truth, found []gold.NameSpan) {
	if r.Kinds == nil {
		r.Kinds = map[hearsay.NameKind]NameCount{}
	}
	known := map[hearsay.Span]hearsay.NameKind{}
	for _, n := range truth {
		known[n.Span] = n.Kind
		r.add(n.Kind, NameCount{Gold: 1})
		r.Words.Gold++
	}
	for _, n := range found {
		kind, ok := known[n.Span]
		r.Words.Found++
		c := NameCount{Found: 1}
		if ok {
			r.Words.Right++
		}
		if ok && kind == n.Kind {
			c.Right = 1
		}
		r.add(n.Kind, c)
	}
}

func (r *NameResult) add(kind hearsay.NameKind, c NameCount) {
	sum := r.Kinds[kind]
	r.Kinds[kind] = NameCount{sum.Right + c.Right, sum.Gold + c.Gold, sum.Found + c.Found}
}

// Whole returns the count over all kinds.
func (r NameResult) Whole() NameCount {
	var all NameCount
	for _, kind := range hearsay.NameKinds {
		c := r.Kinds[kind]
		all = NameCount{all.Right + c.Right, all.Gold + c.Gold, all.Found + c.Found}
	}
	return all
}

// Table writes the result for a person: percentages, with the counts they rest on.
func (r NameResult) Table(w io.Writer, data string) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%-24s %7s %7s %7s %7s %7s\n", data, "P", "R", "F1", "gold", "found")
	row := func(name string, c NameCount) {
		fmt.Fprintf(&b, "  %-22s %7s %7s %7s %7d %7d\n", name, percent(ratio(c.Right, c.Found)), percent(ratio(c.Right, c.Gold)), percent(c.F1()), c.Gold, c.Found)
	}
	row("names", r.Whole())
	for _, kind := range hearsay.NameKinds {
		row("names/"+string(kind), r.Kinds[kind])
	}
	row("whatever the kind", r.Words)
	_, err := io.WriteString(w, b.String())
	return err
}

// Measured returns the figures that floors are for; data names the corpus.
func (r NameResult) Measured(data string) []Measured {
	all := r.Whole()
	out := []Measured{{"names " + data, all.F1(), all.Gold}}
	for _, kind := range hearsay.NameKinds {
		c := r.Kinds[kind]
		out = append(out, Measured{"names/" + string(kind) + " " + data, c.F1(), c.Gold})
	}
	return out
}
