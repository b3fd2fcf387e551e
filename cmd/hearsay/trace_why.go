package main

import (
	"fmt"
	"io"

	"hearsay"
	"hearsay/internal/origin"
	"hearsay/internal/view"
)

// explainOrigins tells why the reports of a claim are put to its origins. number is
// the claim's in the list, from 1.
func explainOrigins(w io.Writer, t *hearsay.Trace, number int) error {
	if number < 1 || number > len(t.Claims) {
		return fmt.Errorf("there is no claim %d: these reports make %d; their numbers stand before them in 'hearsay trace --all'", number, len(t.Claims))
	}
	c := t.Claims[number-1]
	fmt.Fprintf(w, "%d  %s\n   %s\n", number, view.ClaimOf(*t, c.ID).Gist, origin.Summary(c))
	for _, o := range c.Origins {
		fmt.Fprintf(w, "   %s\n", view.Line(origin.Explain(t, o)))
		for _, l := range o.Links {
			fmt.Fprintf(w, "   %-11s  %s\n", l.Why, view.Line(origin.ExplainLink(t, l)))
		}
	}
	_, err := fmt.Fprintln(w)
	return err
}
