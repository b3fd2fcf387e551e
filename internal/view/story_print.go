package view

import (
	"bufio"
	"fmt"
	"strconv"
)

// WriteStory writes the page of a trace; with words, also what each report says.
func (p *Printer) WriteStory(page StoryPage, words Words) error {
	return p.put(func(out printing) {
		out.line("== ", Run{page.Heading, Style{Role: Heading}})
		if len(page.Claims) > 0 {
			out.line("", Run{page.Rule, Style{Role: Aside}})
		}
		for _, c := range page.Claims {
			out.blank()
			out.claim(c, words)
		}
		if len(page.Contradictions) > 0 {
			out.blank()
			out.line("", Run{"what cannot both hold, with the numbers of the claims", Style{Role: Aside}})
		}
		for _, c := range page.Contradictions {
			out.line(" ! ", Run{Text: c})
		}
		out.blank()
		out.line("", Run{total(page), Style{Role: Aside}})
	})
}

// WriteClaim writes one claim.
func (p *Printer) WriteClaim(c ClaimNote, words Words) error {
	return p.put(func(out printing) { out.claim(c, words) })
}

// Words says whether the exact words of each report are shown.
type Words bool

func (p *Printer) put(write func(printing)) error {
	buffered := bufio.NewWriter(p.w)
	out := printing{buffered, p.width, p.face}
	if p.written {
		out.blank()
	}
	p.written = true
	write(out)
	return buffered.Flush()
}

func (p printing) claim(c ClaimNote, words Words) {
	p.line(strconv.Itoa(c.Number)+"  ", Run{c.Gist, Style{Role: Heading}})
	about := c.Sum
	if c.About != "" {
		about = c.About + " · " + c.Sum
	}
	p.line("   ", Run{about, Style{Role: Aside}})
	for _, b := range c.Branches {
		p.branch(b, words)
	}
	for _, s := range c.Shifts {
		p.line("   ~ ", Run{s, Style{Role: Aside}})
	}
}

func (p printing) branch(b Branch, words Words) {
	line := b.Report + " ◂ " + b.Voice
	if b.Why != "" {
		line += " (" + b.Why + ")"
	}
	runs := []Run{{Text: line}}
	if b.File != "" {
		runs = append(runs, Run{"  " + b.File, Style{Role: Aside}})
	}
	p.line("   "+b.Tree, runs...)
	if words {
		p.line("   "+b.Below+"  ", Run{b.Words, Style{Role: Content}})
	}
}

// total tells what was found, and what is not shown.
func total(page StoryPage) string {
	switch {
	case len(page.Claims) == 0 && page.Alone == 0:
		return "no statement was found in these reports"
	case len(page.Claims) == 0:
		return fmt.Sprintf("no two of these reports make one claim; %s made by one report alone: see --all", count(page.Alone, "claim"))
	case page.Alone == 0:
		return count(len(page.Claims), "claim")
	}
	return fmt.Sprintf("%s, and %d more that one report alone makes: see --all", count(len(page.Claims), "claim"), page.Alone)
}
