package article

import (
	"slices"
	"strings"

	"golang.org/x/net/html"

	"hearsay"
)

// kindWords say by words in the names of elements what a block in them is for.
var kindWords = []struct {
	kind  hearsay.BlockKind
	words map[string]bool
	most  int // words in the block: a longer one is text that happens to stand there
}{
	{hearsay.BlockNote, noteWords, 200},
	{hearsay.BlockByline, set("byline author authors"), 15},
	{hearsay.BlockDateline, set("dateline"), 8},
	{hearsay.BlockTimestamp, set("timestamp timestamps date datetime pubdate published updated modified"), 12},
	{hearsay.BlockCredit, set("credit credits photographer agency source"), 12},
	{hearsay.BlockContributor, set("contributor contributors reporting bio"), 60},
	{hearsay.BlockCopyright, set("copyright"), 40},
	{hearsay.BlockRelated, set("related relateds readmore recommended recirc"), 25},
	{hearsay.BlockFurniture, furnitureWords, 8},
}

// kindByMarkup returns what the names of the elements around a block say that it
// is for, up to the article's own; the innermost that says anything counts.
func (j *judge) kindByMarkup(b block) hearsay.BlockKind {
	if b.kind != hearsay.BlockBody {
		return b.kind
	}
	for n := b.node; n != nil && !j.above[n]; n = n.Parent {
		words := nameWords(attribute(n, "class") + " " + attribute(n, "id"))
		for _, k := range kindWords {
			if b.words <= k.most && slices.ContainsFunc(words, func(w string) bool { return k.words[w] }) {
				return k.kind
			}
		}
		if ownTraits(n)&inNote != 0 {
			return hearsay.BlockNote
		}
	}
	if isTime(b.node) {
		return hearsay.BlockTimestamp
	}
	return b.kind
}

// isTime reports whether all that an element shows is a time.
func isTime(n *html.Node) bool {
	only := false
	for child := range n.ChildNodes() {
		switch {
		case child.Type == html.TextNode && strings.TrimSpace(child.Data) == "":
		case child.Type == html.ElementNode && child.Data == "time" && !only:
			only = true
		default:
			return false
		}
	}
	return only
}

// enough is how many words a block has that is not said twice by chance.
const enough = 8

// withoutRepetition takes out of the article what it says again: the second of
// two blocks that are alike and stand in different elements, as where a page has
// one form for telephones, and a pull quote, which repeats a sentence of the text
// in large letters.
func withoutRepetition(page []block, in []bool) {
	seen := map[string]*html.Node{}
	for i, b := range page {
		if !in[i] || b.words < enough {
			continue
		}
		home, again := seen[b.text]
		in[i] = !again || home == b.node.Parent
		seen[b.text] = b.node.Parent
	}
	asked := 0
	for i, b := range page {
		if in[i] && isPullQuote(b.node) && asked < mostPullQuotes {
			asked++
			in[i] = !isSaidElsewhere(page, in, i)
		}
	}
}

// mostPullQuotes is how many blocks are compared with all others. An article has
// a few pull quotes.
const mostPullQuotes = 20

// isPullQuote reports whether an element or one right around it is named as a
// pull quote, or is an aside.
func isPullQuote(n *html.Node) bool {
	for range 4 {
		if n == nil {
			return false
		}
		names := strings.Join(nameWords(attribute(n, "class")), " ")
		if n.Data == "aside" || strings.Contains(names, "pullquote") || strings.Contains(names, "pull quote") {
			return true
		}
		n = n.Parent
	}
	return false
}

func isSaidElsewhere(page []block, in []bool, i int) bool {
	words := strings.Join(wordsOf(page[i].text), " ")
	for k, b := range page {
		if k != i && in[k] && b.words > page[i].words && strings.Contains(strings.Join(wordsOf(b.text), " "), words) {
			return true
		}
	}
	return false
}

// withoutHeadline takes the page's headline out of what stands before the
// article's first paragraph, or is that paragraph's first line.
func withoutHeadline(all []block, headline string) []block {
	for i, b := range all {
		first, rest, broken := strings.Cut(b.text, "\n")
		switch {
		case !strings.EqualFold(first, headline):
		case !broken:
			return slices.Delete(slices.Clone(all), i, i+1)
		default:
			all = slices.Clone(all)
			all[i].text = rest
			return all
		}
		if b.kind == hearsay.BlockBody && endsSentence(b.text) {
			break
		}
	}
	return all
}
