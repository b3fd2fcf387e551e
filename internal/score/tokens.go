package score

import (
	"slices"
	"sort"
	"unicode"

	"hearsay"
)

// Tokens are the scoring tokens of one text, in order.
type Tokens []hearsay.Span

// Tokenise splits a text into scoring tokens: runs of letters, digits and
// underscores, as \w+ finds them in Python's re module, and single other
// characters that are not white space.
func Tokenise(text string) Tokens {
	var tokens Tokens
	inWord := false
	for i, r := range text {
		end := i + len(string(r))
		switch {
		case isSpace(r):
			inWord = false
		case isWord(r) && inWord:
			tokens[len(tokens)-1].End = end
		default:
			tokens = append(tokens, hearsay.Span{Start: i, End: end})
			inWord = isWord(r)
		}
	}
	return tokens
}

func isWord(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsNumber(r) }

// isSpace is Python's notion, which counts the four information separators as
// white space.
func isSpace(r rune) bool { return unicode.IsSpace(r) || 0x1c <= r && r <= 0x1f }

// Set is a set of scoring tokens: their indices, ascending.
type Set []int

// Touched returns the tokens that any of the pieces overlaps.
func (t Tokens) Touched(pieces []hearsay.Span) Set {
	var set Set
	for _, p := range pieces {
		first := sort.Search(len(t), func(i int) bool { return t[i].End > p.Start })
		for i := first; i < len(t) && t[i].Start < p.End; i++ {
			set = append(set, i)
		}
	}
	slices.Sort(set)
	return slices.Compact(set)
}

// Shared returns how many tokens s and o have in common.
func (s Set) Shared(o Set) int {
	n, j := 0, 0
	for _, t := range s {
		for j < len(o) && o[j] < t {
			j++
		}
		if j < len(o) && o[j] == t {
			n++
		}
	}
	return n
}

// Has reports whether token t is in the set.
func (s Set) Has(t int) bool {
	_, ok := slices.BinarySearch(s, t)
	return ok
}

// Equal reports whether s and o hold the same tokens.
func (s Set) Equal(o Set) bool { return slices.Equal(s, o) }

// Run is the half-open range [First, End) of scoring tokens.
type Run struct{ First, End int }

// Runs returns the maximal unbroken runs of s.
func (s Set) Runs() []Run {
	var runs []Run
	for _, t := range s {
		if last := len(runs) - 1; last >= 0 && runs[last].End == t {
			runs[last].End++
			continue
		}
		runs = append(runs, Run{t, t + 1})
	}
	return runs
}
