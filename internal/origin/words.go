package origin

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay"
)

// token is a word of a report in lower case, and where it stands.
type token struct {
	word string
	span hearsay.Span
}

// tokens takes a stretch of a text apart into runs of letters and digits; what
// stands between digits ("18,400", "6.5") belongs to them, and a possessive 's to
// nothing.
func tokens(text string, in hearsay.Span) []token {
	var out []token
	start := -1
	end := func(at int) {
		if start >= 0 {
			word := strings.ToLower(text[start:at])
			word = strings.TrimSuffix(strings.TrimSuffix(word, "'s"), "’s")
			out = append(out, token{strings.Trim(word, "'’.,"), hearsay.Span{Start: start, End: at}})
		}
		start = -1
	}
	for i, r := range in.In(text) {
		at := in.Start + i
		switch {
		case isWordRune(r) || start >= 0 && joins(text[:in.End], at, r):
			if start < 0 {
				start = at
			}
		default:
			end(at)
		}
	}
	end(in.End)
	return out
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// joins reports whether a mark within a word belongs to it: an apostrophe between
// letters, a point or comma between digits.
func joins(text string, at int, r rune) bool {
	next, _ := utf8.DecodeRuneInString(text[at+utf8.RuneLen(r):])
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	switch r {
	case '\'', '’':
		return unicode.IsLetter(before) && unicode.IsLetter(next)
	case '.', ',':
		return unicode.IsDigit(before) && unicode.IsDigit(next)
	}
	return false
}

// plain returns words in lower case with single spaces and without marks, so that
// two ways of printing one name are one.
func plain(words string) string {
	var out []string
	for _, t := range tokens(words, hearsay.Span{End: len(words)}) {
		out = append(out, t.word)
	}
	return strings.Join(out, " ")
}

// stem cuts off the endings that make no difference to what a word means here.
func stem(word string) string {
	for _, ending := range []string{"ing", "ied", "ies", "ed", "es", "s"} {
		if rest, ok := strings.CutSuffix(word, ending); ok && len(rest) >= 3 {
			return strings.TrimSuffix(rest, "e")
		}
	}
	return strings.TrimSuffix(word, "e")
}

// overlap returns how many of the shorter list's words the longer has, in
// thousandths. Both are ascending.
func overlap(a, b []int32) int {
	least := min(len(a), len(b))
	if least == 0 {
		return 0
	}
	shared := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			shared, i, j = shared+1, i+1, j+1
		}
	}
	return 1000 * shared / least
}

// empty are words that say nothing by themselves.
var empty = set(`a an the this that these those it its he his him she her they their them we our us i my me you your who whom whose which what
	and or but nor if as than then so because while when where after before since until
	of in on at by to from for with into over under about against between through during out up down off
	is are was were be been being am has have had do does did will would shall should can could may might must
	not no yes also too very just only more most some any all each both either such own same other there here now
	said says say told tells tell`)

// set makes a set of the words in a text.
func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}
