package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay"
)

// # Lines to paragraphs
//
// An empty line always divides paragraphs. A single line break is ambiguous: it
// is a hard wrap in one file and a paragraph's end in another.
//
//	The minister told the council on    │ full: "Tuesday" did not fit any more
//	Tuesday that she would resign.      │ not full, ends in a stop: paragraph ends
//	Her deputy takes over until a vote  │ full
//	is held in the spring.              │
//
// Whoever wraps lines at a width breaks a line only when the next word does not
// fit. So a line is *full* if the next line's first word would have made it
// longer than the chunk's longest line. A chunk (the lines between two empty
// ones) is taken as wrapped if some full line breaks off in mid sentence; in
// a chunk that is not, each line is a paragraph. In a wrapped chunk a paragraph
// ends at a line that is not full and ends a sentence or is very short. A list
// item always begins a paragraph; a line in lower case never does.

// maxWrap is the widest line, in bytes, that still counts as wrapped by hand or
// by a mail program; above it a line break is a paragraph's.
const maxWrap = 140

// Paragraphs returns the paragraphs of text in order, each from its first to its
// last character that is not white space. It takes time in proportion to the
// text, whatever the text.
func Paragraphs(text string) []hearsay.Span {
	var l layout
	for start := 0; start < len(text); {
		end, next, divides := lineEnd(text, start)
		line := Trim(text, hearsay.Span{Start: start, End: end})
		if line.Len() > 0 {
			l.lines = append(l.lines, line)
		}
		if line.Len() == 0 || divides {
			l.flush(text)
		}
		start = next
	}
	l.flush(text)
	return l.found
}

// layout is the paragraphs found so far and the lines after them.
type layout struct {
	lines []hearsay.Span // the current chunk's lines, white space trimmed
	found []hearsay.Span
}

// lineEnd returns where the line that begins at start ends and the next one
// begins. Line breaks are those of UAX #14 (LF, CR, CRLF, VT, FF, NEL, LS, PS);
// of these U+2029 divides paragraphs on its own.
func lineEnd(text string, start int) (end, next int, divides bool) {
	for i := start; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\r' && i+1 < len(text) && text[i+1] == '\n':
			return i, i + 2, false
		case '\n' <= c && c <= '\r':
			return i, i + 1, false
		case c == 0xC2 && strings.HasPrefix(text[i:], "\u0085"):
			return i, i + 2, false
		case c == 0xE2 && strings.HasPrefix(text[i:], "\u2028"):
			return i, i + 3, false
		case c == 0xE2 && strings.HasPrefix(text[i:], "\u2029"):
			return i, i + 3, true
		}
	}
	return len(text), len(text), false
}

// Trim cuts white space off both ends of span; what is left may be empty.
func Trim(text string, span hearsay.Span) hearsay.Span {
	for span.Start < span.End {
		r, size := utf8.DecodeRuneInString(text[span.Start:span.End])
		if !isSpace(r) {
			break
		}
		span.Start += size
	}
	return TrimEnd(text, span)
}

// TrimEnd cuts white space off the end of span.
func TrimEnd(text string, span hearsay.Span) hearsay.Span {
	for span.Start < span.End {
		r, size := utf8.DecodeLastRuneInString(text[span.Start:span.End])
		if !isSpace(r) {
			break
		}
		span.End -= size
	}
	return span
}

// isSpace is hearsay.IsSpace with the answer for ASCII at hand.
func isSpace(r rune) bool {
	if r < utf8.RuneSelf {
		return r <= ' ' || r == 0x7F
	}
	return hearsay.IsSpace(r)
}

// flush turns the lines gathered so far into paragraphs.
func (l *layout) flush(text string) {
	if len(l.lines) == 0 {
		return
	}
	c := newChunk(text, l.lines)
	first := 0
	for i := 1; i <= len(l.lines); i++ {
		if i == len(l.lines) || c.divides(i) {
			l.found = append(l.found, hearsay.Span{Start: l.lines[first].Start, End: l.lines[i-1].End})
			first = i
		}
	}
	l.lines = l.lines[:0]
}

// chunk is a run of lines without an empty line among them.
type chunk struct {
	text    string
	lines   []hearsay.Span
	width   int // bytes of the longest line
	wrapped bool
}

func newChunk(text string, lines []hearsay.Span) chunk {
	c := chunk{text: text, lines: lines}
	for _, line := range lines {
		c.width = max(c.width, line.Len())
	}
	for i := 1; i < len(lines) && c.width <= maxWrap && !c.wrapped; i++ {
		c.wrapped = c.full(i-1) && (!endsSentence(c.line(i-1)) || c.beginsLower(i))
	}
	return c
}

func (c chunk) line(i int) string { return c.lines[i].In(c.text) }

// divides reports whether line i begins a paragraph.
func (c chunk) divides(i int) bool {
	switch {
	case isItem(c.line(i)):
		return true
	case c.beginsLower(i):
		return false
	case !c.wrapped:
		return true
	}
	short := c.lines[i-1].Len() < c.width/2
	return !c.full(i-1) && (short || endsSentence(c.line(i-1)))
}

// full reports whether the first word of the line after line i would have made
// line i longer than the longest.
func (c chunk) full(i int) bool {
	next := c.line(i + 1)
	word := strings.IndexByte(next, ' ')
	if word < 0 {
		word = len(next)
	}
	return c.lines[i].Len()+1+word > c.width
}

func (c chunk) beginsLower(i int) bool {
	r, _ := utf8.DecodeRuneInString(c.line(i))
	return unicode.IsLower(r)
}

// endsSentence reports whether a line ends in a final mark, perhaps followed by
// closing quotation marks and brackets.
func endsSentence(line string) bool {
	line = strings.TrimRight(line, `"'”’»)]`)
	r, _ := utf8.DecodeLastRuneInString(line)
	return strings.ContainsRune(".!?…", r)
}

// isItem reports whether a line begins with a list bullet.
func isItem(line string) bool {
	r, size := utf8.DecodeRuneInString(line)
	return strings.ContainsRune("-*•·‣▪●", r) && strings.HasPrefix(line[size:], " ")
}
