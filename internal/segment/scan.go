package segment

import (
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"

	"hearsay"
)

// class is what a byte may begin.
type class uint8

const (
	classMark   class = iota // ASCII punctuation and symbols
	classSpace               // white space and control characters
	classLetter              // ASCII letters and the underscore, which UAX #29 joins to them
	classDigit
	classHigh // a byte of a character beyond ASCII
)

var classes = func() (table [256]class) {
	for i := range table {
		switch c := rune(i); {
		case c >= utf8.RuneSelf:
			table[i] = classHigh
		case hearsay.IsSpace(c):
			table[i] = classSpace
		case unicode.IsLetter(c), c == '_':
			table[i] = classLetter
		case unicode.IsDigit(c):
			table[i] = classDigit
		}
	}
	return table
}()

// scanner cuts a paragraph into tokens, left to right.
type scanner struct {
	uax *words.Iterator[string] // one for all: making one allocates

	// The paragraph at hand.
	text   string // up to the paragraph's end, so that offsets are the text's
	tokens []hearsay.Token
	kinds  []kind // of the paragraph's tokens, the last of tokens
	bound  int    // see unicodeBound
}

func (s *scanner) init() { s.uax = words.FromString("") }

// paragraph appends the tokens that stand within span of text and leaves their
// kinds in s.kinds.
func (s *scanner) paragraph(text string, span hearsay.Span, tokens []hearsay.Token) []hearsay.Token {
	s.text, s.tokens, s.kinds, s.bound = text[:span.End], tokens, s.kinds[:0], 0
	for i := span.Start; i < span.End; {
		switch classes[s.text[i]] {
		case classSpace:
			i++
		case classLetter, classDigit:
			i = s.word(i)
		case classMark:
			i = s.mark(i)
		case classHigh:
			i = s.high(i)
		}
	}
	return s.tokens
}

// emit adds the token [start, end) and returns end.
func (s *scanner) emit(start, end int, k kind) int {
	s.tokens = append(s.tokens, hearsay.Token{Span: hearsay.Span{Start: start, End: end}})
	s.kinds = append(s.kinds, k)
	return end
}

// at returns the byte at i, 0 outside the paragraph.
func (s *scanner) at(i int) byte {
	if i < len(s.text) {
		return s.text[i]
	}
	return 0
}

// rest returns the paragraph from i on.
func (s *scanner) rest(i int) string { return s.text[min(i, len(s.text)):] }

func (s *scanner) digitAt(i int) bool { return classes[s.at(i)] == classDigit }

// letterAt reports whether a letter begins at i.
func (s *scanner) letterAt(i int) bool {
	switch classes[s.at(i)] {
	case classLetter:
		return true
	case classHigh:
		r, _ := utf8.DecodeRuneInString(s.text[i:])
		return unicode.IsLetter(r)
	}
	return false
}

// wordAt reports whether a letter or digit begins at i.
func (s *scanner) wordAt(i int) bool { return s.digitAt(i) || s.letterAt(i) }

// touches reports whether the paragraph's last token ends at i.
func (s *scanner) touches(i int) bool {
	return len(s.kinds) > 0 && s.tokens[len(s.tokens)-1].End == i
}

// mark scans a token that begins with the ASCII mark at i.
func (s *scanner) mark(i int) int {
	switch c := s.text[i]; c {
	case '.':
		return s.dots(i)
	case '!', '?':
		return s.emit(i, s.runOf(i, '!', '?'), kindAsk)
	case ',', ';', ':':
		return s.emit(i, s.marked(i+1), kindPause)
	case '(', '[', '{':
		return s.emit(i, s.marked(i+1), kindOpen)
	case ')', ']', '}':
		return s.emit(i, s.marked(i+1), kindClose)
	case '"':
		return s.emit(i, i+1, kindQuote)
	case '\'', '`':
		return s.apostrophe(i, 1)
	case '-':
		return s.hyphen(i)
	case '#', '@':
		if s.letterAt(i + 1) {
			return s.emit(i, s.run(i+1), kindWord)
		}
		return s.emit(i, s.marked(i+1), kindMark)
	default:
		return s.emit(i, s.marked(s.runOf(i, c, c)), kindMark)
	}
}

// runOf returns the end of the run of bytes a or b at i.
func (s *scanner) runOf(i int, a, b byte) int {
	for i < len(s.text) && (s.text[i] == a || s.text[i] == b) {
		i++
	}
	return i
}

// marked returns the end of the combining marks at i, so that a mark on an
// ASCII symbol is not torn off it.
func (s *scanner) marked(i int) int {
	for classes[s.at(i)] == classHigh {
		r, size := utf8.DecodeRuneInString(s.text[i:])
		if !unicode.Is(unicode.M, r) {
			break
		}
		i += size
	}
	return i
}

// dots scans a full stop, an ellipsis, or a number such as ".5".
func (s *scanner) dots(i int) int {
	end := s.runOf(i, '.', '.')
	switch {
	case end > i+1:
		return s.emit(i, end, kindDots)
	case s.digitAt(end) && s.mayBeginNumber(i):
		return s.word(i)
	}
	return s.emit(i, end, kindStop)
}

// mayBeginNumber reports whether the dot or hyphen at i may belong to the number
// behind it: after a space, an opening bracket or a currency sign.
func (s *scanner) mayBeginNumber(i int) bool {
	if !s.touches(i) {
		return true
	}
	k := s.kinds[len(s.kinds)-1]
	return k == kindOpen || k == kindMark
}

// hyphen scans a dash, or a number below zero.
func (s *scanner) hyphen(i int) int {
	end := s.runOf(i, '-', '-')
	if end == i+1 && s.digitAt(end) && s.mayBeginNumber(i) {
		return s.word(i)
	}
	return s.emit(i, s.marked(end), kindDash)
}

// high scans a token that begins with the character beyond ASCII at i, or skips
// it if it is white space.
func (s *scanner) high(i int) int {
	r, size := utf8.DecodeRuneInString(s.text[i:])
	switch {
	case r == '’' || r == '‘':
		return s.apostrophe(i, size)
	case quoteMarkRune(r) != (quoteMark{}):
		return s.emit(i, i+size, kindQuote)
	case '\u2010' <= r && r <= '\u2015', r == '\u2212':
		return s.emit(i, s.repeats(i, size), kindDash)
	case r == '…':
		return s.emit(i, s.repeats(i, size), kindDots)
	case r == '。', r == '！', r == '？', r == '؟':
		return s.emit(i, i+size, kindAsk)
	case hearsay.IsSpace(r):
		return i + size
	case unicode.IsLetter(r), unicode.IsDigit(r):
		return s.word(i)
	}
	return s.emit(i, max(i+size, s.unicodeRun(i)), kindMark)
}

// repeats returns the end of the run of the character of size bytes at i.
func (s *scanner) repeats(i, size int) int {
	mark, end := s.text[i:i+size], i+size
	for end+size <= len(s.text) && s.text[end:end+size] == mark {
		end += size
	}
	return end
}
