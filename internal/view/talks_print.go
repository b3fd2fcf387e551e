package view

import (
	"strings"

	"github.com/rivo/uniseg"
)

// WriteTalks writes the page of talks; with words, also every place that each datum
// rests on. Terms stand down the side and parties across where the terminal is wide
// enough, and else one under the other.
func (p *Printer) WriteTalks(page TalksPage, words Words) error {
	return p.put(func(out printing) {
		out.line("== ", Run{page.Heading, Style{Role: Heading}})
		if page.Notice != "" {
			out.line("", Run{Text: page.Notice})
			return
		}
		for _, t := range page.Tables {
			out.talks(t, words)
		}
	})
}

// talks writes one negotiation.
func (p printing) talks(t TalksTable, words Words) {
	p.blank()
	p.line("", Run{t.Name, Style{Role: Heading}})
	for _, l := range t.Parties {
		p.line("", Run{Text: l})
	}
	p.line("", Run{t.Channel, Style{Role: Aside}})
	p.blank()
	p.table(t, words)
	for _, list := range t.Lists {
		p.notes(list.Title, list.Notes, words)
	}
}

func (p printing) notes(title string, notes []TalksNote, words Words) {
	if len(notes) == 0 {
		return
	}
	p.blank()
	p.line("", Run{title, Style{Role: Heading}})
	for _, n := range notes {
		p.line("  ", Run{Text: n.Text}, Run{"  " + n.Known, Style{Role: Aside}})
		p.sayings("    ", n.Said, words)
	}
}

func (p printing) sayings(margin string, said []TalksWords, words Words) {
	if !words {
		return
	}
	for _, s := range said {
		p.line(margin+"▸ ", Run{s.Date + " · " + s.Report + " · " + s.Voice + ": ", Style{Role: Aside}}, Run{"“" + s.Words + "”", Style{Role: Content}})
	}
}

// narrowCell is how many columns a cell of the table has at least.
const narrowCell = 22

// table writes the rows as a table, or as lists where it would be too narrow.
func (p printing) table(page TalksTable, words Words) {
	columns := len(page.Columns) + 1
	width := p.width
	if width <= 0 {
		width = max(100, columns*30)
	}
	cell := width/columns - 2
	if cell < narrowCell || bool(words) {
		for _, r := range page.Rows {
			p.listed(page.Columns, r, words)
		}
		return
	}
	cell = min(cell, 44)
	p.cells(append([]string{""}, page.Columns...), cell, Heading)
	for _, r := range page.Rows {
		texts := []string{r.Subject}
		for _, c := range r.Cells {
			texts = append(texts, c.text())
		}
		p.cells(texts, cell, None)
		p.blank()
	}
}

// text is a cell's words, with what is known of them on a line of its own.
func (c TalksCell) text() string {
	if c.Words == "" {
		return "–"
	}
	condition := ""
	if c.If != "" {
		condition = "if: " + c.If
	}
	return strings.Join(filled(c.Words, strings.Join(c.Status, " · "), condition, c.Known, c.Answer, c.Marks), "\n")
}

func filled(all ...string) []string {
	var out []string
	for _, s := range all {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}

// cells writes one row of a table, each text wrapped in its own column.
func (p printing) cells(texts []string, width int, role Role) {
	var columns [][]string
	tallest := 0
	for _, t := range texts {
		var lines []string
		start := 0
		for _, end := range wrap(t, width) {
			lines, start = append(lines, strings.TrimRight(t[start:end], " \n")), end
		}
		columns, tallest = append(columns, lines), max(tallest, len(lines))
	}
	for i := range tallest {
		var line strings.Builder
		for _, lines := range columns {
			text := ""
			if i < len(lines) {
				text = lines[i]
			}
			line.WriteString(text + strings.Repeat(" ", max(0, width-uniseg.StringWidth(text))+2))
		}
		p.WriteString(p.face.paint(strings.TrimRight(line.String(), " "), Style{Role: role}))
		p.WriteByte('\n')
	}
}

// listed writes one row as a list.
func (p printing) listed(columns []string, r TalksRow, words Words) {
	p.line("", Run{r.Subject, Style{Role: Heading}})
	for i, c := range r.Cells {
		if c.Words == "" {
			continue
		}
		p.line("  ", Run{Text: columns[i] + ": " + strings.Join(append([]string{c.Words}, filled(strings.Join(c.Status, " · "), c.If, c.Answer, c.Marks)...), " · ")}, Run{"  " + c.Known, Style{Role: Aside}})
		p.sayings("    ", c.Said, words)
	}
}
