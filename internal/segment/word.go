package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// word scans the word or number at i: runs and the punctuation that joins them.
//
//	U.S.-led    didn't      kick-off   11:30   and/or    3.2bn     US$5
//	└──────┘    └─┘└─┘      └──────┘   └───┘   └────┘    └─┘└┘     └─┘└
//	joiner .-   clitic cut  joiner -     :       /       unit cut  sign kept
func (s *scanner) word(start int) int {
	if end := s.address(start); end > start {
		return s.emit(start, end, kindWord)
	}
	// A number may begin with a dot or a minus sign.
	end := s.run(start + signLen(s.text[start]))
	for end < len(s.text) {
		size := s.joiner(start, end)
		if size == 0 {
			break
		}
		end = s.run(end + size)
	}
	return s.ending(start, end)
}

func signLen(c byte) int {
	if c == '.' || c == '-' {
		return 1
	}
	return 0
}

// joiner returns the length in bytes of the punctuation at i if it joins what
// comes after it to the word that began at start, or 0.
func (s *scanner) joiner(start, i int) int {
	switch s.text[i] {
	case '-', '/', '@':
		return sizeIf(1, s.wordAt(i+1))
	case '\'':
		return s.innerApostrophe(i, 1)
	case '.':
		return s.innerDot(start, i)
	case ',', ':':
		return sizeIf(1, s.digitAt(i-1) && s.digitAt(i+1))
	case '&':
		return sizeIf(1, s.letterAt(i+1) && !s.digitAt(i-1))
	case 0xE2:
		return s.innerPunctuation(i)
	}
	return 0
}

func sizeIf(size int, joins bool) int {
	if joins {
		return size
	}
	return 0
}

// innerPunctuation is joiner for the curly apostrophe and Unicode's hyphens.
func (s *scanner) innerPunctuation(i int) int {
	rest := s.text[i:]
	switch {
	case strings.HasPrefix(rest, "’"):
		return s.innerApostrophe(i, len("’"))
	case strings.HasPrefix(rest, "\u2010"), strings.HasPrefix(rest, "\u2011"):
		return sizeIf(3, s.wordAt(i+3))
	}
	return 0
}

// innerApostrophe joins "O'Brien" and "Qur'an" but not "he's" or "didn't".
func (s *scanner) innerApostrophe(i, size int) int {
	if s.digitAt(i-1) || !s.letterAt(i+size) || s.clitic(i, size) > 0 {
		return 0
	}
	return size
}

// innerDot joins the dot of "3.5", "U.S", "example.com" and that of "U.S.-led",
// but not the stop of "It is over.They left", whose space is missing.
func (s *scanner) innerDot(start, i int) int {
	switch {
	case s.digitAt(i - 1):
		return sizeIf(1, s.digitAt(i+1))
	case s.at(i+1) == '-' && s.wordAt(i+2) && s.abbreviation(start, i) != kindWord:
		return 2
	case !s.letterAt(i + 1):
		return 0
	}
	glued := isLower(s.text[i-1]) && isUpper(s.at(i+1)) && isLower(s.at(i+2))
	return sizeIf(1, !glued)
}

func isLower(c byte) bool { return 'a' <= c && c <= 'z' }
func isUpper(c byte) bool { return 'A' <= c && c <= 'Z' }

// ending emits the word [start, end), taking in a dot or currency sign that
// belongs to it and cutting off a clitic or unit that does not.
func (s *scanner) ending(start, end int) int {
	k := kindWord
	if s.digitAt(start + signLen(s.text[start])) {
		k = kindNumber
	}
	if cut := s.negation(start, end); cut > 0 {
		if cut > start {
			s.emit(start, cut, k)
		}
		return s.emit(cut, s.negationEnd(end), kindWord)
	}
	if s.at(end) == '.' && s.at(end+1) != '.' {
		if abbr := s.abbreviation(start, end); abbr != kindWord {
			return s.emit(start, end+1, abbr)
		}
	}
	if s.isCurrency(start, end) {
		return s.emit(start, s.currencySign(end), kindMark)
	}
	if cut := s.cut(start, end); cut > start {
		s.emit(start, cut, k)
		return s.emit(cut, end, kindWord)
	}
	return s.emit(start, end, k)
}

// isCurrency reports whether [start, end) is the letters of a sign like "US$"
// before an amount.
func (s *scanner) isCurrency(start, end int) bool {
	if end-start > 3 || s.currencySign(end) == end {
		return false
	}
	for i := start; i < end; i++ {
		if !isUpper(s.text[i]) {
			return false
		}
	}
	return s.digitAt(s.currencySign(end))
}

// currencySign returns the end of the currency sign at i, i if there is none.
func (s *scanner) currencySign(i int) int {
	if c := classes[s.at(i)]; c != classMark && c != classHigh {
		return i
	}
	r, size := utf8.DecodeRuneInString(s.rest(i))
	return i + sizeIf(size, unicode.Is(unicode.Sc, r))
}

// cut returns where the word [start, end) falls in two although no mark shows
// it ("can|not", "3.2|bn"), or start.
func (s *scanner) cut(start, end int) int {
	if classes[s.text[start]] == classDigit {
		return s.unit(start, end)
	}
	word := s.text[start:end]
	for _, w := range [...]string{"cannot", "gonna", "gotta", "wanna", "gimme", "lemme"} {
		if len(word) == len(w) && word[0]|0x20 == w[0] && strings.EqualFold(word, w) {
			return start + 3
		}
	}
	return start
}

// maxUnit is the length in bytes of the longest unit.
const maxUnit = len("trillion")

// unit returns where the unit of a number such as "3.2bn" or "5pm" begins, or
// start. A bare "m" or "k" is a unit only of an amount of money: "$5|m" but "5m-high".
func (s *scanner) unit(start, end int) int {
	i := end
	for i > start && end-i < maxUnit && classes[s.text[i-1]] == classLetter {
		i--
	}
	if !s.digitAt(i - 1) {
		return start
	}
	switch s.text[i:end] {
	case "bn", "mn", "mln", "bln", "tn", "trn", "km", "kg", "mph", "kph", "cm", "mm", "ft", "lb", "lbs", "am", "pm",
		"million", "billion", "trillion":
		return i
	case "m", "k", "b", "M", "K", "B":
		return start + sizeIf(i-start, s.touches(start) && s.kinds[len(s.kinds)-1] == kindMark)
	}
	return start
}
