package view

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/rivo/uniseg"

	"hearsay"
)

// Printer writes pages, one after the other, in one face.
type Printer struct {
	w       io.Writer
	width   int
	face    face
	written bool
}

// NewPlain returns a printer of text without any escape codes. Lines are wrapped
// at width columns, with 0 not at all.
func NewPlain(w io.Writer, width int) *Printer { return &Printer{w: w, width: width, face: plain{}} }

// NewColour returns a printer for terminals: each voice has a colour of its own.
func NewColour(w io.Writer, width int) *Printer { return &Printer{w: w, width: width, face: colour{}} }

// Write writes one record's page.
func (p *Printer) Write(record hearsay.Record) error {
	buffered := bufio.NewWriter(p.w)
	out := printing{buffered, p.width, p.face}
	if p.written {
		out.blank()
	}
	p.written = true
	out.page(PageOf(record))
	return buffered.Flush()
}

// face is what makes one way to print differ from another.
type face interface {
	// paint returns text in a style. It changes the width of nothing.
	paint(text string, s Style) string
	// note returns how a note is told: what stands in the margin, and the line.
	note(n Note) (margin string, runs []Run)
	// figure returns how a figure is told.
	figure(f FigureNote) (margin string, runs []Run)
	// apart returns how it is told that a paragraph is not of the story,
	// where its style does not tell it.
	apart(kind hearsay.BlockKind) (margin string, runs []Run)
}

// printing is one page on its way out. Errors are kept by the buffered writer
// and come out when it is flushed.
type printing struct {
	*bufio.Writer
	width int
	face  face
}

func (p printing) page(page Page) {
	p.line("== ", Run{page.Heading, Style{Role: Heading}})
	if page.Headline != "" {
		p.line("", Run{page.Headline, Style{Role: Heading}})
	}
	for _, n := range page.Notices {
		p.blank()
		p.line("! ", Run{n, Style{Role: Aside}})
	}
	for _, paragraph := range page.Paragraphs {
		p.blank()
		p.line("", paragraph.Runs...)
		if margin, runs := p.face.apart(paragraph.Apart); len(runs) > 0 {
			p.line(margin, runs...)
		}
		for _, n := range paragraph.Notes {
			margin, runs := p.face.note(n)
			p.line(margin, runs...)
			if n.Path != "" {
				p.line(beginnings.Replace(margin)+step, Run{n.Path, Style{Role: Aside}})
			}
			if n.Depends != "" {
				p.line(beginnings.Replace(margin)+step, Run{n.Depends, Style{Role: Aside}})
			}
		}
		for _, f := range paragraph.Figures {
			margin, runs := p.face.figure(f)
			p.line(margin, runs...)
		}
	}
	if len(page.Notices) == 0 {
		p.blank()
		p.line("", Run{summary(page), Style{Role: Aside}})
	}
}

func (p printing) blank() { p.WriteByte('\n') }

// line writes runs, wrapped; lines after the first have the margin without what
// marks a beginning.
func (p printing) line(margin string, runs ...Run) {
	indent := uniseg.StringWidth(margin)
	width := p.width
	if width > 0 {
		width = max(width-indent, narrowest)
	}
	for i, l := range linesOf(runs, width) {
		if i > 0 {
			margin = beginnings.Replace(margin)
		}
		p.WriteString(margin)
		for _, r := range l {
			p.WriteString(p.face.paint(r.Text, r.Style))
		}
		p.WriteByte('\n')
	}
}

var beginnings = strings.NewReplacer("=", " ", "!", " ", "▸", " ", "#", " ")

// narrowest is how many columns a line has at least, however narrow the terminal.
const narrowest = 16

// linesOf cuts runs into lines; spaces at the ends of lines are dropped.
func linesOf(runs []Run, width int) [][]Run {
	var text strings.Builder
	for _, r := range runs {
		text.WriteString(r.Text)
	}
	whole, start := text.String(), 0
	runs = slices.Clone(runs) // cut shortens them
	var lines [][]Run
	for _, end := range wrap(whole, width) {
		var l []Run
		l, runs = cut(runs, len(strings.TrimRight(whole[start:end], " \n")), end-start)
		lines = append(lines, l)
		start = end
	}
	return lines
}

// cut takes a line of size bytes off runs, and returns of it those that show.
func cut(runs []Run, shown, size int) (line, rest []Run) {
	for size > 0 {
		n := min(size, len(runs[0].Text))
		if show := min(shown, n); show > 0 {
			line = append(line, Run{runs[0].Text[:show], runs[0].Style})
			shown -= show
		}
		runs[0].Text = runs[0].Text[n:]
		size -= n
		if runs[0].Text == "" {
			runs = runs[1:]
		}
	}
	return line, runs
}

func summary(page Page) string {
	told := "no attributions found"
	if page.Found > 0 {
		told = attributions(page.Found)
	}
	if page.Doubtful > 0 {
		told += fmt.Sprintf(", %d to check", page.Doubtful)
	}
	switch page.Figures {
	case 0:
		return told
	case 1:
		return told + ", 1 figure"
	}
	return told + fmt.Sprintf(", %d figures", page.Figures)
}

func attributions(n int) string {
	if n == 1 {
		return "1 attribution"
	}
	return fmt.Sprintf("%d attributions", n)
}

// nobody stands where a note has no source.
const nobody = "(nobody named)"

func sourceOf(n Note) string {
	if n.Source == "" {
		return nobody
	}
	return n.Source
}

// assurance tells what the statement does, the manner, how the source is identified,
// and how sure the reading is, never surer than it is.
func assurance(n Note) string {
	told := string(n.Manner)
	switch {
	case n.Silence != "":
		told = "no statement: " + string(n.Silence)
	case n.Act != "":
		told = n.Act + "; " + told
	}
	if n.Identity != "" {
		told += ", " + string(n.Identity)
	}
	return fmt.Sprintf("(%s, %d.%02d)", told, n.Confidence/1000, n.Confidence%1000/10)
}

// check stands after a note that asks to be checked.
const check = " check"

// step is how much further in a note stands for each attribution around it.
const step = "  "
