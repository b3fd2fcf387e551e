package view

// WriteDiff writes the page of an update.
func (p *Printer) WriteDiff(page DiffPage) error {
	return p.put(func(out printing) {
		out.line("== ", Run{page.Heading, Style{Role: Heading}})
		out.line("", Run{page.Sum, Style{Role: Aside}})
		for _, c := range page.Above {
			out.change("", c)
		}
		for _, d := range page.Paragraphs {
			out.blank()
			for i, c := range d.Changes {
				place := ""
				if i == 0 {
					place = d.Place
				}
				out.change(place, c)
			}
			out.line("    ", d.Runs...)
		}
	})
}

// change tells one change: what it is of, what it was, and what the note says.
func (p printing) change(place string, c ChangeNote) {
	mark, role := "  ", None
	if c.Silent {
		mark, role = "! ", Heading
	}
	runs := []Run{}
	if place != "" {
		runs = append(runs, Run{place + "  ", Style{Role: Heading}})
	}
	runs = append(runs, Run{c.Head, Style{Role: role}})
	if c.What != "" {
		runs = append(runs, Run{Text: ": " + c.What})
	}
	switch {
	case c.Note != "":
		runs = append(runs, Run{" (note: “" + c.Note + "”)", Style{Role: Aside}})
	case c.Silent:
		runs = append(runs, Run{" (not mentioned in a note)", Style{Role: Aside}})
	}
	p.line(mark, runs...)
}
