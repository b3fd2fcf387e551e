package article

import (
	"strings"

	"golang.org/x/net/html"

	"hearsay"
)

// paragraph is one block of an article before it is laid out as text.
type paragraph struct {
	text string
	kind hearsay.BlockKind
}

// paragraphs returns the paragraphs under root in document order. A paragraph
// is what stands between two boundaries: the edges of block elements, and two
// line breaks in a row.
func paragraphs(root *html.Node) []paragraph {
	var c collector
	c.walk(root, hearsay.BlockBody)
	c.flush(hearsay.BlockBody)
	return c.found
}

// collector gathers the words of the paragraph being read and the paragraphs
// finished before it.
type collector struct {
	words strings.Builder
	found []paragraph
}

// walk adds what stands under n, kind being that of the nearest enclosing
// heading or quotation.
func (c *collector) walk(n *html.Node, kind hearsay.BlockKind) {
	switch {
	case n.Type == html.TextNode:
		// A line break in the source is white space like any other; only <br>
		// breaks a line of the text.
		c.words.WriteString(strings.ReplaceAll(n.Data, "\n", " "))
		return
	case n.Data == "br":
		c.words.WriteByte('\n')
		return
	case n.Data == "td" || n.Data == "th":
		c.words.WriteByte(' ')
	}
	inner := kindOf(n, kind)
	boundary := isBoundary(n)
	if boundary {
		c.flush(kind)
	}
	for child := range n.ChildNodes() {
		c.walk(child, inner)
	}
	if boundary {
		c.flush(inner)
	}
}

// flush ends the paragraph being read.
func (c *collector) flush(kind hearsay.BlockKind) {
	var lines []string
	end := func() {
		if len(lines) > 0 {
			c.add(paragraph{strings.Join(lines, "\n"), kind})
		}
		lines = nil
	}
	for line := range strings.SplitSeq(c.words.String(), "\n") {
		line = strings.Join(strings.Fields(line), " ")
		if line == "" {
			end()
			continue
		}
		lines = append(lines, line)
	}
	end()
	c.words.Reset()
}

// add keeps a paragraph, unless it only says again what the one before it said:
// of very short pages the extractor gives some twice.
func (c *collector) add(p paragraph) {
	if n := len(c.found); n > 0 && c.found[n-1].text == p.text {
		return
	}
	c.found = append(c.found, p)
}

// kindOf returns the kind of what stands in n, outer being that of what n
// stands in. It goes by the element's name because the extractor makes elements
// without an atom.
func kindOf(n *html.Node, outer hearsay.BlockKind) hearsay.BlockKind {
	switch n.Data {
	case "h1", "h2", "h3", "h4", "h5", "h6":
		return hearsay.BlockSubhead
	case "blockquote":
		return hearsay.BlockQuote
	}
	return outer
}

// isBoundary reports whether n's edges end a paragraph. Table cells do not:
// a row of a table is read as one line.
func isBoundary(n *html.Node) bool {
	switch n.Data {
	case "p", "div", "section", "article", "main", "body", "html", "header", "footer", "aside",
		"h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "hr",
		"ul", "ol", "li", "dl", "dt", "dd", "table", "tr", "caption", "figure", "figcaption":
		return true
	}
	return false
}

// withoutHeadline drops the page's headline where the article begins with it.
func withoutHeadline(all []paragraph, headline string) []paragraph {
	if len(all) > 0 && headline != "" && strings.EqualFold(all[0].text, headline) {
		return all[1:]
	}
	return all
}

// lay returns the paragraphs as one text, separated by one empty line each, and
// their blocks in it.
func lay(all []paragraph) (string, []hearsay.Block) {
	var text strings.Builder
	var blocks []hearsay.Block
	for i, p := range all {
		if i > 0 {
			text.WriteString("\n\n")
		}
		start := text.Len()
		text.WriteString(p.text)
		blocks = append(blocks, hearsay.Block{Span: hearsay.Span{Start: start, End: text.Len()}, Kind: p.kind})
	}
	return text.String(), blocks
}
