package article

import (
	"golang.org/x/net/html"

	"hearsay"
)

// # Two opinions, one article
//
//	first    ░░▓▓▓▓▓░▓▓▓░░░      ▓ kept
//	second   ░▓▓▓▓▓▓▓▓░▓▓▓░
//	agreed     ▓▓▓▓▓ ▓ ▓         the core: the element that holds most of these
//	asked     ?     ? ? ??       judged by what they look like and where they stand
//
// go-trafilatura knows the names that sites give their articles, and drops what
// looks like furniture; it loses an article under a name it takes for something
// else. go-readability finds where most prose is, and keeps what furniture
// stands there. Where both keep a block, it is in the article nearly always; the
// other blocks are judged one by one by the hints of hints.go.
//
// If the two hardly agree, they saw different articles, and only one is
// believed: the first, unless the second found three times as much prose. Where
// they differ by less, the first was right more often (on the pages of hints.go).

// judge decides block by block what is in the article.
type judge struct {
	page []block
	t, r opinion // of go-trafilatura and go-readability

	lopsided    bool // one keeps three times as much as the other
	agreed      []bool
	first, last int // of the agreed blocks; first is -1 if there are none
	inCore      []bool
	above       map[*html.Node]bool // the core and what it stands in
	homes       map[*html.Node]bool // parents of agreed blocks' elements
	repeats     []bool              // blocks that an earlier one says word by word
	known       map[*html.Node]trait
}

// choose returns the blocks of the page that are the article's, with the kinds
// that the markup gives them.
func choose(page []block, t, r opinion) []block {
	j := newJudge(page, t, r)
	in := make([]bool, len(page))
	for i := range page {
		in[i] = j.isCandidate(i) && j.score(i) > 0
	}
	withTimes(page, in)
	withoutRepetition(page, in)
	var chosen []block
	for i, b := range page {
		if in[i] {
			b.kind = j.kindByMarkup(b)
			chosen = append(chosen, b)
		}
	}
	return chosen
}

func newJudge(page []block, t, r opinion) *judge {
	j := &judge{page: page, t: t, r: r, known: map[*html.Node]trait{}}
	j.settle()
	j.place()
	seen := map[string]bool{}
	for _, b := range page {
		j.repeats = append(j.repeats, seen[b.text])
		seen[b.text] = true
	}
	return j
}

// settle finds the blocks on which both agree, or believes only one.
func (j *judge) settle() {
	agreed, kept := opinion(make([]int, len(j.page))), min(j.kept(j.t), j.kept(j.r))
	for i, b := range j.page {
		if j.t.keeps(j.page, i) && j.r.keeps(j.page, i) {
			agreed[i] = b.words
		}
	}
	if j.kept(agreed) == 0 || 2*j.kept(agreed) < kept {
		believed := j.t
		if j.prose(j.r) > 3*j.prose(j.t) {
			believed = j.r
		}
		j.t, j.r, agreed = believed, believed, believed
	}
	j.lopsided = j.r.size() > 3*j.t.size() || j.t.size() > 3*j.r.size()
	for i := range j.page {
		j.agreed = append(j.agreed, agreed.keeps(j.page, i))
	}
}

// kept counts the words of the blocks that o keeps.
func (j *judge) kept(o opinion) int {
	n := 0
	for i, b := range j.page {
		if o.keeps(j.page, i) {
			n += b.words
		}
	}
	return n
}

// prose counts the words of the blocks that o keeps and that read as prose.
func (j *judge) prose(o opinion) int {
	n := 0
	for i, b := range j.page {
		if o.keeps(j.page, i) && b.words >= 10 && b.linked*3 < b.words {
			n += b.words
		}
	}
	return n
}

// place finds where the agreed blocks stand. The core is the innermost element
// that holds four fifths of their words.
func (j *judge) place() {
	j.first, j.last = -1, -1
	j.homes, j.above = map[*html.Node]bool{}, map[*html.Node]bool{}
	words, total := map[*html.Node]int{}, 0
	for i, b := range j.page {
		if !j.agreed[i] {
			continue
		}
		if j.first < 0 {
			j.first = i
		}
		j.last = i
		j.homes[b.node.Parent] = true
		total += b.words
		for n := b.node; n != nil; n = n.Parent {
			words[n] += b.words
		}
	}
	core := j.core(words, total)
	for n := core; n != nil; n = n.Parent {
		j.above[n] = true
	}
	for _, b := range j.page {
		j.inCore = append(j.inCore, core != nil && isUnder(b.node, core))
	}
}

// core follows the elements that hold four fifths of total from the outside in:
// at most one child of each does.
func (j *judge) core(words map[*html.Node]int, total int) *html.Node {
	var core *html.Node
	for i, b := range j.page {
		if !j.agreed[i] {
			continue
		}
		for n := b.node; n != nil && n != core; n = n.Parent {
			if 5*words[n] >= 4*total {
				if core == nil || isUnder(n, core) {
					core = n
				}
				break
			}
		}
	}
	return core
}

func isUnder(n, ancestor *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n == ancestor {
			return true
		}
	}
	return false
}

// isCandidate reports whether block i may be the article's at all: an extractor
// keeps it, it stands between what both keep, or the markup says what it is for.
func (j *judge) isCandidate(i int) bool {
	if j.first < 0 || j.page[i].words == 0 {
		return false
	}
	between := j.first <= i && i <= j.last
	noted := j.page[i].entry != nil || j.traits(i)&inNote != 0 && j.inCore[i]
	return between || noted || j.t.keeps(j.page, i) || j.r.keeps(j.page, i)
}

// minWords is the length of the shortest paragraph that can be a sentence of
// news. From a page without an article the extractors rescue what little it
// has, which is a menu.
const minWords = 5

func hasSentence(all []block) bool {
	for _, b := range all {
		if b.kind != hearsay.BlockSubhead && b.words >= minWords {
			return true
		}
	}
	return false
}
