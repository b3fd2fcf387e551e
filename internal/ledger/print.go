package ledger

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"
	"unicode/utf8"
)

// Printer writes a ledger for people.
type Printer struct {
	Width int                      // columns of the terminal; 0: as wide as need be
	Clean func(text string) string // makes words of reports safe to print, on one line
	All   bool                     // tell all differences, not the conflicts alone
}

// barWidth is how many columns the chart has.
const barWidth = 24

// Print writes the accounts, each with its table, its chart and its differences.
func (p Printer) Print(w io.Writer, l Ledger) error {
	out := bufio.NewWriter(w)
	for i, a := range l.Accounts {
		if i > 0 {
			fmt.Fprintln(out)
		}
		p.account(out, a)
	}
	if len(l.Accounts) == 0 {
		fmt.Fprintln(out, "no figure that two reports or sources give: --single shows the others, --state names one state")
	}
	return out.Flush()
}

func (p Printer) account(w io.Writer, a Account) {
	fmt.Fprintln(w, p.Clean(title(a)))
	var rows strings.Builder
	table := tabwriter.NewWriter(&rows, 0, 0, 2, ' ', 0)
	s := scaleOf(a.Rows, barWidth)
	for i, r := range a.Rows {
		fmt.Fprintf(table, "%3d\t%s\t%s\t%s\t%s\t%s\n", i+1, when(r), p.Clean(words(r)), padded(s.bar(r)), p.Clean(p.clip(who(r))), p.Clean(of(r)))
	}
	table.Flush()
	for line := range strings.Lines(rows.String()) {
		fmt.Fprintln(w, strings.TrimRight(line, " \n"))
	}
	p.differences(w, a)
}

// differences tells the conflicts, and how many others there are, or all.
func (p Printer) differences(w io.Writer, a Account) {
	others := map[Kind]int{}
	for _, d := range a.Differences {
		if d.Kind == Conflict || p.All {
			fmt.Fprintln(w, p.difference(a, d))
		} else {
			others[d.Kind]++
		}
	}
	var told []string
	for _, k := range []Kind{Date, Scope, Category, Corrected, Revised} {
		if n := others[k]; n > 0 {
			told = append(told, fmt.Sprintf("%s %d", k, n))
		}
	}
	if len(told) > 0 {
		fmt.Fprintln(w, "    no conflict:", strings.Join(told, ", "))
	}
}

// padded fills a bar up, since a tabwriter counts bytes that are no columns.
func padded(bar string) string {
	return "┊" + bar + strings.Repeat(" ", max(0, barWidth-utf8.RuneCountInString(bar)))
}

func title(a Account) string {
	if a.Thing == "" {
		return string(a.State)
	}
	return fmt.Sprintf("%s · %s", a.State, a.Thing)
}

// words brackets what is not compared.
func words(r Row) string {
	if r.Lesser {
		return "(" + r.Words + ")"
	}
	return r.Words
}

// when marks a day with * that is the report's and not the figure's own.
func when(r Row) string {
	switch {
	case r.When == "":
		return "no date"
	case !r.Stated:
		return r.When + "*"
	}
	return r.When
}

func who(r Row) string {
	told := r.Who()
	if r.Source != "" && r.Outlet != "" && r.Source != r.Outlet {
		told += " (" + r.Outlet + ")"
	}
	if n := len(r.Reports); n > 1 {
		told += fmt.Sprintf(" in %d reports", n)
	}
	return told
}

// of tells what else the row says of what it counts.
func of(r Row) string {
	var all []string
	if r.Noun != "" {
		all = append(all, r.Noun)
	}
	if r.Where != "" {
		all = append(all, r.Where)
	}
	if r.Stance != "" && r.Stance != "actual" {
		all = append(all, string(r.Stance))
	}
	return strings.Join(all, ", ")
}

// clip shortens a source for a narrow terminal.
func (p Printer) clip(s string) string {
	n := 48
	if p.Width > 0 {
		n = max(16, p.Width/3)
	}
	if runes := []rune(s); len(runes) > n {
		return string(runes[:n-1]) + "…"
	}
	return s
}

// difference tells one difference: what looks like a conflict, and why it is one
// or not.
func (p Printer) difference(a Account, d Difference) string {
	mark := " "
	if d.Kind == Conflict {
		mark = "!"
	}
	told := fmt.Sprintf("%s – %s: %s", p.side(a, d.A), p.side(a, d.B), d.Reason)
	return fmt.Sprintf("  %s %-9s %s", mark, d.Kind, p.Clean(told))
}

// side names a number and who gives it, the first few of them.
func (p Printer) side(a Account, rows []int) string {
	var who []string
	for _, i := range rows {
		if name := p.clip(a.Rows[i].Who()); !slices.Contains(who, name) {
			who = append(who, name)
		}
	}
	if len(who) > maxNamed {
		who = append(who[:maxNamed], fmt.Sprintf("%d more", len(who)-maxNamed))
	}
	return fmt.Sprintf("“%s” (%s)", a.Rows[rows[0]].Words, strings.Join(who, "; "))
}

// maxNamed is how many sources of one number are named.
const maxNamed = 3
