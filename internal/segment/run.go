package segment

import (
	"hearsay"
	"hearsay/internal/layout"
)

// A run is the longest piece of a UAX #29 word without any punctuation in it:
// which punctuation joins runs to words is word.go's to say. ASCII runs are
// read off a table. Only where one meets a character beyond ASCII is the library
// asked; it must then see the run's last character as well, for whether a
// letter joins what follows depends on both:
//
//	caf é s      "é" joins "f", and "s" joins "é"
//	cover 漢     an ideograph joins nothing
//	▲▲▲  ▲
//	│    └ asked from the character before
//	└ by table

// run returns the end of the run at i.
func (s *scanner) run(i int) int {
	end := i
	for end < len(s.text) && isRunASCII(s.text[end]) {
		end++
	}
	if end == len(s.text) || classes[s.text[end]] != classHigh {
		return end
	}
	return max(end, s.unicodeRun(max(i, end-1)))
}

// slowRun is run by the library alone. Tests prove the two equal.
func (s *scanner) slowRun(i int) int { return s.unicodeRun(i) }

func isRunASCII(c byte) bool {
	k := classes[c]
	return k == classLetter || k == classDigit
}

// unicodeRun returns the end of the UAX #29 segment at i, which is a run, an
// ideograph, an emoji with all that belongs to it, or a symbol. Format
// characters at its end, which are white space to us, are left out.
func (s *scanner) unicodeRun(i int) int {
	s.uax.SetText(s.text[i:s.unicodeBound(i)])
	if !s.uax.Next() {
		return i
	}
	return layout.TrimEnd(s.text, hearsay.Span{Start: i, End: i + s.uax.End()}).End
}

// unicodeBound returns where the library must stop reading: at the next ASCII
// character or General Punctuation that is no part of a run. Without a bound
// it would read "é'é'é'…" to its end for each é. The bound holds until it is
// passed, so that finding it costs one pass over the text.
func (s *scanner) unicodeBound(i int) int {
	if i < s.bound {
		return s.bound
	}
	for s.bound = i; s.bound < len(s.text); s.bound++ {
		c := s.text[s.bound]
		if classes[c] != classHigh && !isRunASCII(c) || s.punctuationAt(s.bound) {
			break
		}
	}
	return s.bound
}

// punctuationAt reports whether one of U+2010 to U+2029 begins at i (dashes,
// curly quotes, the ellipsis, line separators), or the narrow no-break space,
// U+202F. The library would join words at ‘ and ’ and at that space.
func (s *scanner) punctuationAt(i int) bool {
	if s.at(i) != 0xE2 || s.at(i+1) != 0x80 {
		return false
	}
	c := s.at(i + 2)
	return 0x90 <= c && c <= 0xA9 || c == 0xAF
}
