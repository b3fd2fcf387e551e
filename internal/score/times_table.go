package score

import (
	"fmt"
	"io"
	"strings"
)

// Table writes the result as a table for a person: percentages, with the counts
// each rests on, under a title.
func (r TimesResult) Table(w io.Writer, title string) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%-24s %7s %7s %7s   %-15s %6s %6s\n", title, "P", "R", "F1", "95 % interval", "gold", "found")
	for _, f := range r.Figures {
		f.row(&b)
	}
	_, err := io.WriteString(w, b.String())
	return err
}
