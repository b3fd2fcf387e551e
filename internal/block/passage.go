package block

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay"
)

// Where a paragraph stands: a byline belongs to the first few, and who
// contributed to the last few.
const (
	topParagraphs = 5
	endParagraphs = 5
)

// passage is a paragraph, or a remark at the end of one, as rules see it.
type passage struct {
	words     string // as printed
	inner     string // without what opens it: brackets, dashes, stars
	bracketed bool   // all of it stands in brackets
	top, end  bool   // it is among the first, the last paragraphs
}

func (p *page) passage(of piece) passage {
	v := passageOf(of.In(p.text))
	v.top = of.Paragraph < topParagraphs
	v.end = of.Paragraph >= p.count-endParagraphs
	return v
}

// openers are what may stand before a paragraph's first word without meaning.
const openers = "([*_-–—―•~#>| \u00a0"

func passageOf(words string) passage {
	v := passage{words: words, inner: strings.TrimLeft(words, openers)}
	last := strings.TrimRight(words, "._*- ")
	v.bracketed = words != "" && strings.ContainsRune("([", rune(words[0])) &&
		(strings.HasSuffix(last, ")") || strings.HasSuffix(last, "]"))
	return v
}

// first returns the passage's first word in lower case, "" if there is none of
// ASCII letters and digits. Every phrase of the rules begins with such a word.
func (v passage) first() string {
	end := 0
	for end < len(v.inner) && end < longestFirst && isWordByte(v.inner[end]) {
		end++
	}
	return strings.ToLower(v.inner[:end])
}

// longestFirst is longer than the longest word that begins a phrase.
const longestFirst = 20

func isWordByte(c byte) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9'
}

// maxLead is how much of a paragraph phrases are looked for in, in bytes.
const maxLead = 400

// lead returns the passage's beginning as phrases are written: in lower case,
// with single spaces and straight apostrophes, without closing brackets at its
// end.
func (v passage) lead() string {
	inner := v.inner
	if len(inner) > maxLead {
		inner = inner[:maxLead]
	}
	var b strings.Builder
	b.Grow(len(inner) + 8)
	space := false
	for _, r := range inner {
		if isSpace(r) {
			space = true
			continue
		}
		if space && b.Len() > 0 {
			b.WriteByte(' ')
		}
		space = false
		b.WriteRune(plain(r))
	}
	return strings.TrimRight(b.String(), "]) ")
}

func isSpace(r rune) bool { return r <= ' ' || r >= 0x7F && hearsay.IsSpace(r) }

// plain returns a character as phrases have it.
func plain(r rune) rune {
	switch {
	case 'A' <= r && r <= 'Z':
		return r | 0x20
	case r < utf8.RuneSelf:
		return r
	case r == '’', r == '‘':
		return '\''
	}
	return unicode.ToLower(r)
}

// endsSentence reports whether words end in a final mark.
func endsSentence(words string) bool {
	words = strings.TrimRight(words, `"'”’»)]`)
	r, _ := utf8.DecodeLastRuneInString(words)
	return strings.ContainsRune(".!?…", r)
}
