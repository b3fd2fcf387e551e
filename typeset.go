package hearsay

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Text that was copied from a page, a mail or a PDF has characters in it that
// only setting type put there. A word is the same word without them:
//
//	nego·tiators     a soft hyphen, a bidi mark, a zero width space     nothing
//	5 km             a no-break or thin space                           a space
//	ﬁnal             a ligature                                         its letters
//	nego-⏎tiators    a hyphen at a line's end                           nothing
//	cease-⏎fire      the same, where the word has one anyway            a hyphen
//
// The text keeps them, as it keeps everything; what looks at words looks past them.

// Typeset returns the length in bytes of what stands at offset i of text and is
// there for typesetting alone, with the text it amounts to; 0 if there is none.
func Typeset(text string, i int) (size int, plain string) {
	switch c := text[i]; c {
	case '-':
		return hyphenation(text, i, 1)
	case 0xC2, 0xE2, 0xE3, 0xEF:
		r, size := utf8.DecodeRuneInString(text[i:])
		if r == '\u00AD' || r == '\u2010' {
			if n, plain := hyphenation(text, i, size); n > 0 {
				return n, plain
			}
		}
		if plain, ok := typesetRune(text, i, r, size); ok {
			return size, plain
		}
	}
	return 0, ""
}

// typesetRune is Typeset for a single character r of size bytes.
func typesetRune(text string, i int, r rune, size int) (plain string, ok bool) {
	switch {
	case r == '\u00AD', r == '\u200B', r == '\u200E', r == '\u200F', '\u202A' <= r && r <= '\u202E', r == '\u2060',
		'\u2066' <= r && r <= '\u2069', r == '\uFEFF':
		return "", true
	case r == '\u200C', r == '\u200D':
		// Within emoji and many scripts the joiners mean something.
		return "", i > 0 && isLetterASCII(text[i-1]) && i+size < len(text) && isLetterASCII(text[i+size])
	case r == '\u00A0', '\u2000' <= r && r <= '\u200A', r == '\u202F', r == '\u205F', r == '\u3000':
		return " ", true
	case '\uFB00' <= r && r <= '\uFB06':
		return ligatures[r-'\uFB00'], true
	}
	return "", false
}

var ligatures = [...]string{"ff", "fi", "fl", "ffi", "ffl", "st", "st"}

func isLetterASCII(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// hyphenation returns the length of a hyphen of size bytes at i with the line
// break behind it, if a word goes on there, and the hyphen if the word has one:
// before a capital ("Franco-⏎Germanic"), and after what is a word by itself. "Pre-⏎and
// post-war" is no such word.
func hyphenation(text string, i, size int) (n int, plain string) {
	next, broken := pastLineBreak(text, i+size)
	before := lettersBefore(text, i)
	if !broken || len(before) < 2 {
		return 0, ""
	}
	r, _ := utf8.DecodeRuneInString(text[next:])
	after := text[next : next+lettersAt(text[next:])]
	switch {
	case !unicode.IsLetter(r) || hangs[after]:
		return 0, ""
	case text[i] == 0xC2: // a soft hyphen is only ever the line's
		return next - i, ""
	case unicode.IsUpper(r) || firstParts[strings.ToLower(before)]:
		return next - i, "-"
	}
	return next - i, ""
}

// pastLineBreak returns what follows one line break at i with the blanks around it.
func pastLineBreak(text string, i int) (next int, broken bool) {
	for ; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\n' && broken, c != '\n' && c != '\r' && c != ' ' && c != '\t':
			return i, broken && c != '\n'
		case c == '\n':
			broken = true
		}
	}
	return i, false
}

// lettersBefore returns the ASCII letters right before offset i.
func lettersBefore(text string, i int) string {
	start := i
	for start > 0 && i-start < maxFirstPart && isLetterASCII(text[start-1]) {
		start--
	}
	return text[start:i]
}

// lettersAt returns how many of the first bytes of text are ASCII letters, at
// most one more than the longest of hangs has.
func lettersAt(text string) int {
	n := 0
	for n < len(text) && n < 4 && isLetterASCII(text[n]) {
		n++
	}
	return n
}

// hangs are words before which a hyphen hangs: "pre- and post-war".
var hangs = map[string]bool{"and": true, "or": true, "to": true}

// firstParts are words that begin compounds written with a hyphen.
var firstParts = func() map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(`all anti back best big book cease co cross deep double drug east eight ex far first five
		foreign four free front full gas government half hand hard head health high home human ill income kick land large law left
		life light like long low market middle mid mind multi near never new nine non north off oil old one open part peace police
		post power pre price pro quasi right road role round second self semi seven short six small so social soft south state
		still stop third three time top trade two under united up war water well west white world year`) {
		set[word] = true
	}
	return set
}()

// maxFirstPart is more than the length of the longest of firstParts, and enough
// to tell that a longer word is none of them.
const maxFirstPart = 16

// Untypeset returns words without what typesetting put into them.
func Untypeset(words string) string {
	var b strings.Builder
	done := 0
	for i := 0; i < len(words); {
		size, plain := Typeset(words, i)
		if size == 0 {
			i++
			continue
		}
		b.WriteString(words[done:i])
		b.WriteString(plain)
		i += size
		done = i
	}
	if done == 0 {
		return words
	}
	return b.String() + words[done:]
}
