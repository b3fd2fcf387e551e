package segment

import (
	"strings"
)

// Clitics are cut off as in the Penn Treebank: "did|n't", "he|'s", "they|'ve".
// Either apostrophe will do, and the right single quotation mark is one.

// apostropheAt returns the length of the apostrophe at i, or 0.
func (s *scanner) apostropheAt(i int) int {
	switch {
	case s.at(i) == '\'':
		return 1
	case s.at(i) == 0xE2 && strings.HasPrefix(s.text[i:], "’"):
		return len("’")
	}
	return 0
}

// clitic returns the length in bytes of the clitic whose apostrophe, of size
// bytes, stands at i, or 0: 's 'd 'm 're 've 'll, or the 't of n't.
func (s *scanner) clitic(i, size int) int {
	end := i + size
	switch s.at(end) | 0x20 {
	case 's', 'd', 'm':
		end++
	case 'r', 'v':
		end += sizeIf(2, s.at(end+1)|0x20 == 'e')
	case 'l':
		end += sizeIf(2, s.at(end+1)|0x20 == 'l')
	case 't':
		end += sizeIf(1, i > 0 && s.text[i-1]|0x20 == 'n')
	}
	if end == i+size || s.wordAt(end) {
		return 0
	}
	return end - i
}

// negation returns where the "n't" begins whose apostrophe ends the word
// [start, end), or 0.
func (s *scanner) negation(start, end int) int {
	size := s.apostropheAt(end)
	if size == 0 || s.at(end+size)|0x20 != 't' || s.clitic(end, size) == 0 {
		return 0
	}
	return max(start, end-1)
}

// negationEnd returns the end of the n't whose apostrophe stands at i.
func (s *scanner) negationEnd(i int) int { return i + s.apostropheAt(i) + 1 }

// apostrophe scans a token that begins with the apostrophe, single quotation
// mark or backtick of size bytes at i. What it is in the end, possessive or
// quotation mark, quote.go decides.
func (s *scanner) apostrophe(i, size int) int {
	switch mark := s.text[i : i+size]; {
	case size == 1 && s.at(i+1) == mark[0]:
		return s.emit(i, i+2, kindQuote)
	case s.touches(i) && mark != "`":
		if n := s.clitic(i, size); n > 0 {
			return s.emit(i, i+n, kindWord)
		}
	case mark != "`":
		if end := s.elision(i, size); end > 0 {
			return s.emit(i, end, kindWord)
		}
	}
	return s.emit(i, i+size, kindQuote)
}

// elision returns the end of a word that begins with an apostrophe for what was
// left out, "'em" or "’90s", or 0. Two digits alone ("’14") need a curly
// apostrophe: "'22" may just as well open a quotation.
func (s *scanner) elision(i, size int) int {
	start := i + size
	if !s.wordAt(start) {
		return 0
	}
	end := s.run(start)
	switch word := s.text[start:end]; {
	case len(word) == 2 && size > 1 && s.digitAt(start) && s.digitAt(start+1),
		len(word) == 3 && word[1:] == "0s" && s.digitAt(start),
		isElided(word):
		return end
	}
	return 0
}

func isElided(word string) bool {
	for _, w := range [...]string{"em", "til", "cause", "tis", "twas", "bout", "cuz"} {
		if len(word) == len(w) && strings.EqualFold(word, w) {
			return true
		}
	}
	return false
}
