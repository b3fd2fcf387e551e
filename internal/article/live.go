package article

import (
	"slices"

	"golang.org/x/net/html"

	"hearsay"
)

// # Live blogs
//
// A live blog is one report of many entries, each with its own time. The
// extractors take an entry for the article, or all of them without their times.
// An entry is an element that the markup names as one:
//
//	<li itemprop="liveBlogUpdate"><time>14:05</time><p>The mayor arrived.</p></li>
//
// and on a page that says that it is a live blog, one that has a time and stands
// beside another of the same name with one.

// entriesOf returns the elements that hold the entries of a live blog, nil where
// there are fewer than two.
func entriesOf(root *html.Node, isLive bool) map[*html.Node]bool {
	entries := map[*html.Node]bool{}
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && (isEntry(n) || isLive && isTimed(n) && isRepeated(n)) {
			entries[n] = true
		}
	}
	if len(entries) < 2 {
		return nil
	}
	return entries
}

// isEntry reports whether the markup names an element as an entry.
func isEntry(n *html.Node) bool {
	if hasWord(attribute(n, "itemprop"), "liveBlogUpdate") {
		return true
	}
	words := nameWords(attribute(n, "class"))
	for i, word := range words {
		switch {
		case word != "liveblog" && word != "live" || i+1 == len(words):
		case slices.Contains([]string{"entry", "post", "update"}, words[i+1]):
			return isTimed(n)
		case i+2 < len(words) && words[i+1] == "blog" && slices.Contains([]string{"entry", "post", "update"}, words[i+2]):
			return isTimed(n)
		}
	}
	return false
}

// isTimed reports whether an element is such as can be an entry and has a time.
func isTimed(n *html.Node) bool {
	switch n.Data {
	case "article", "section", "div", "li":
	default:
		return false
	}
	for inner := range n.Descendants() {
		if inner.Data == "time" {
			return true
		}
	}
	return false
}

// isRepeated reports whether an element has a sibling of its name and class that
// has a time too.
func isRepeated(n *html.Node) bool {
	for _, sibling := range []*html.Node{nextElement(n), previousElement(n)} {
		if sibling != nil && sibling.Data == n.Data && attribute(sibling, "class") == attribute(n, "class") && isTimed(sibling) {
			return true
		}
	}
	return false
}

func nextElement(n *html.Node) *html.Node {
	for n = n.NextSibling; n != nil && n.Type != html.ElementNode; {
		n = n.NextSibling
	}
	return n
}

func previousElement(n *html.Node) *html.Node {
	for n = n.PrevSibling; n != nil && n.Type != html.ElementNode; {
		n = n.PrevSibling
	}
	return n
}

// withTimes lets the time of an entry be in the article where the entry is.
func withTimes(page []block, in []bool) {
	for i, b := range page {
		if b.kind != hearsay.BlockTimestamp {
			continue
		}
		in[i] = false
		for k := i + 1; k < len(page) && page[k].entry == b.entry; k++ {
			in[i] = in[i] || in[k] && page[k].kind != hearsay.BlockTimestamp
		}
	}
}
