package article

import (
	"slices"
	"strings"
	"unicode"
)

// # What an extractor kept
//
// An extractor returns a tree of its own making. To know which blocks of the
// page it kept, its words are found again in the page's: both are written as one
// stream of words, with a mark ¶ at each block's edges, and runs of words that
// are alike are matched.
//
//	page     ¶ Home ¶ Two accounts ¶ Drivers said so ¶ Read more ¶ Nobody came ¶
//	                ╰───────── run ─────────────────╯           ╰──── run ────╯
//	kept     ¶ Two accounts ¶ Drivers said so ¶ Nobody came ¶
//
// A run begins where three words (or marks) in a row are alike. Of several such
// places the longest run wins, then the first after the run before, so that an
// article's first paragraph is not mistaken for the teaser that repeats it.

// stream is the words of a list of blocks as numbers; 0 is ¶.
type stream struct {
	words []int32
	owner []int32 // the block each word is of
}

// wordbook numbers words, those that are alike but for case the same.
type wordbook map[string]int32

func (w wordbook) stream(blocks []block) stream {
	s := stream{words: []int32{0}, owner: []int32{-1}}
	for i, b := range blocks {
		for _, word := range wordsOf(b.text) {
			n, ok := w[word]
			if !ok {
				n = int32(len(w) + 1)
				w[word] = n
			}
			s.words, s.owner = append(s.words, n), append(s.owner, int32(i))
		}
		s.words, s.owner = append(s.words, 0), append(s.owner, -1)
	}
	return s
}

// wordsOf returns the runs of letters and digits of s in lower case.
func wordsOf(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// manyPlaces is at how many places a run is tried to begin. A page that repeats
// three words more often is a list, in which any place is as good.
const manyPlaces = 40

// keptWords returns how many words of each block of the page are among those
// that an extractor kept.
func keptWords(page, kept []block) []int {
	book := wordbook{}
	p, k := book.stream(page), book.stream(kept)
	found := make([]int, len(page))
	for i, used := range match(p.words, k.words) {
		if used {
			found[p.owner[i]]++
		}
	}
	return found
}

// match reports for each word of the page whether it was kept.
func match(page, kept []int32) []bool {
	places := map[[3]int32][]int32{}
	for i := 0; i+2 < len(page); i++ {
		key := [3]int32(page[i : i+3])
		places[key] = append(places[key], int32(i))
	}
	used := make([]bool, len(page))
	after := int32(0)
	for i := 0; i+2 < len(kept); {
		start, n := longest(page, kept[i:], used, places[[3]int32(kept[i:i+3])], after)
		if n == 0 {
			i++
			continue
		}
		for j := start; j < start+n; j++ {
			used[j] = page[j] != 0
		}
		after = start + n
		i += int(n)
		if kept[i-1] == 0 { // the ¶ that ends one block begins the next
			i--
		}
	}
	return used
}

// longest returns where in the page the longest run begins that is alike with
// the beginning of kept, and how long it is: 0 where there is none, and never
// under 3.
func longest(page, kept []int32, used []bool, places []int32, after int32) (start, n int32) {
	first, _ := slices.BinarySearch(places, after-1)
	for i := range min(len(places), manyPlaces) {
		place := places[(first+i)%len(places)]
		if length := run(page[place:], kept, used[place:]); length > n {
			start, n = place, length
		}
	}
	return start, n
}

// run returns how many words at the front of page and kept are alike and not
// used yet, 0 if under 3.
func run(page, kept []int32, used []bool) int32 {
	n := 0
	for n < len(page) && n < len(kept) && page[n] == kept[n] && !used[n] {
		n++
	}
	if n < 3 {
		return 0
	}
	return int32(n)
}
