package view

import (
	"strings"
	"unicode"
)

// The text of a report is a stranger's. Printed as it stands it could move the
// cursor, recolour the screen, retitle the window or, with directional
// overrides, show words in another order than they have. What follows makes it
// harmless and, where something was there, leaves a sign of it.

// clean returns text with all line breaks as "\n", tabs as spaces, and control
// characters and directional overrides as visible signs.
func clean(text string) string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	return strings.Map(harmless, text)
}

func harmless(r rune) rune {
	switch {
	case r == '\n', r == '\r', r == '\v', r == '\f', r == '\u0085', r == '\u2028', r == '\u2029':
		return '\n'
	case r == '\t':
		return ' '
	case r < ' ':
		return '␀' + r // the control pictures stand in the order of the controls
	case r == '\x7f':
		return '␡'
	case unicode.IsControl(r), isOverride(r):
		return '\uFFFD'
	}
	return r
}

// isOverride reports whether r opens or closes a directional embedding, override
// or isolate (UAX #9, section 2).
func isOverride(r rune) bool {
	return '\u202A' <= r && r <= '\u202E' || '\u2066' <= r && r <= '\u2069'
}

// Line returns text on one line and safe to print on a terminal.
func Line(text string) string { return strings.Join(strings.Fields(clean(text)), " ") }

// longest is how many characters of a content a note tells; of a longer one it
// tells beginning and end.
const longest = 160

// shortened leaves out the middle of a long text, at the borders of words.
func shortened(text string) string {
	runes := []rune(text)
	if len(runes) <= longest {
		return text
	}
	head, tail := string(runes[:longest*2/3]), string(runes[len(runes)-longest/3:])
	if i := strings.LastIndexByte(head, ' '); i > 0 {
		head = head[:i]
	}
	if i := strings.IndexByte(tail, ' '); i >= 0 {
		tail = tail[i+1:]
	}
	return head + " … " + tail
}

// Clip is Line cut to at most n characters, the last of them then "…".
func Clip(text string, n int) string {
	line := []rune(Line(text))
	if len(line) <= n {
		return string(line)
	}
	return strings.TrimSpace(string(line[:n-1])) + "…"
}
