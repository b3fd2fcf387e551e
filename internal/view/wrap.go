package view

import (
	"strings"

	"github.com/rivo/uniseg"
)

// wrap breaks text into lines of at most width columns and returns the byte
// offsets at which lines end, the last being the text's end. Lines end after the
// spaces at which they are broken; these may stand beyond the width. The text's
// own line breaks are kept. A width of 0 or less breaks nowhere else.
//
// Where a line may be broken and how wide a character is are those of UAX #14
// and UAX #11, by grapheme cluster; a word wider than a line is broken anywhere.
func wrap(text string, width int) []int {
	if width <= 0 {
		return hardBreaks(text)
	}
	w := wrapper{width: width}
	state := -1
	for rest := text; rest != ""; {
		var cluster string
		var boundaries int
		cluster, rest, boundaries, state = uniseg.StepString(rest, state)
		w.add(cluster, boundaries)
	}
	if w.start < w.at || w.at == 0 {
		w.ends = append(w.ends, w.at)
	}
	return w.ends
}

// hardBreaks returns where lines end that only line breaks end.
func hardBreaks(text string) []int {
	var ends []int
	at := 0
	for l := range strings.Lines(text) {
		at += len(l)
		ends = append(ends, at)
	}
	if len(ends) == 0 {
		return []int{0}
	}
	return ends
}

// wrapper fills one line after the other.
//
//	We will wait until the very la|st      │ width
//	start                 opening ↑ at
type wrapper struct {
	width   int
	ends    []int
	start   int // byte at which the current line begins
	at      int // byte reached
	column  int // columns between start and at
	opening int // last byte at which the line may be broken; start: nowhere yet
	opened  int // columns between start and opening
}

func (w *wrapper) add(cluster string, boundaries int) {
	columns := boundaries >> uniseg.ShiftWidth
	for w.column+columns > w.width && w.column > 0 && strings.TrimSpace(cluster) != "" {
		w.breakLine()
	}
	w.at += len(cluster)
	w.column += columns
	switch {
	case strings.HasSuffix(cluster, "\n"):
		w.opening, w.opened = w.at, w.column
		w.breakLine()
	case boundaries&uniseg.MaskLine == uniseg.LineCanBreak:
		w.opening, w.opened = w.at, w.column
	}
}

// breakLine ends the line at its last opening, or where it is.
func (w *wrapper) breakLine() {
	if w.opening == w.start {
		w.opening, w.opened = w.at, w.column
	}
	w.ends = append(w.ends, w.opening)
	w.start = w.opening
	w.column -= w.opened
	w.opened = 0
}
