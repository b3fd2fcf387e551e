package article

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"hearsay"
)

// # The page as blocks
//
// Whatever the extractors say, the text is taken from the page itself: all that
// a reader can see is laid out as blocks, in the page's order, and extractors
// only say which of them are the article's. So no word is invented, run together
// with its neighbour, or given twice.
//
// A block is what stands between two boundaries: the edges of block elements,
// and two line breaks in a row.
//
//	<div>The mayor spoke.<br><br>She left.<p>Nobody <em>followed</em>.</div>
//	     ╰── block 0 ──╯         ╰─ 1 ──╯   ╰───────── 2 ─────────╯

// block is a paragraph of a page, or what stands where one could.
type block struct {
	text   string // white space collapsed, but for "\n" where the page breaks a line
	kind   hearsay.BlockKind
	node   *html.Node // the innermost block element that holds it
	entry  *html.Node // the entry of a live blog that it is in, else nil
	words  int        // in text
	linked int        // of these, in links
}

// blocksOf returns what can be read under root, in document order. entries are
// the elements that hold the entries of a live blog, nil on other pages: the time
// at the head of an entry is a block of its own.
func blocksOf(root *html.Node, entries map[*html.Node]bool) []block {
	c := collector{entries: entries}
	c.walk(root, scope{node: root, kind: hearsay.BlockBody})
	c.flush(scope{node: root, kind: hearsay.BlockBody})
	return c.found
}

// scope is what is known of the place in the tree that is being walked.
type scope struct {
	node  *html.Node // innermost block element
	kind  hearsay.BlockKind
	link  bool       // in a link
	grid  bool       // in a table that is a layout grid: its cells are boundaries
	entry *html.Node // innermost entry of a live blog, else nil
}

// collector gathers the words of the block being read and the blocks finished
// before it.
type collector struct {
	entries map[*html.Node]bool

	words  strings.Builder
	linked int  // words in links among them
	edge   bool // a time has begun or ended since the last of them
	found  []block
}

// walk adds what stands under n. The parser nests at most 512 deep, so the
// recursion is bounded.
func (c *collector) walk(n *html.Node, outer scope) {
	switch {
	case n.Type == html.TextNode:
		c.part(n.Data)
		// A line break in the source is white space like any other; only <br>
		// breaks a line of the text.
		c.words.WriteString(strings.ReplaceAll(n.Data, "\n", " "))
		if outer.link {
			c.linked += len(strings.Fields(n.Data))
		}
		return
	case n.Data == "br":
		c.words.WriteByte('\n')
		return
	case n.Type == html.CommentNode || isUnseen(n):
		return
	}
	inner := outer.enter(n)
	boundary := isBoundary(n, outer.grid)
	if c.entries[n] {
		inner.entry = n
	}
	if n.Data == "time" && outer.entry != nil && strings.TrimSpace(c.words.String()) == "" {
		inner.kind, boundary = hearsay.BlockTimestamp, true
	}
	switch {
	case boundary:
		c.flush(outer)
	case n.Data == "td" || n.Data == "th":
		c.words.WriteByte(' ')
	}
	c.edge = c.edge || n.Data == "time"
	for child := range n.ChildNodes() {
		c.walk(child, inner)
	}
	c.edge = c.edge || n.Data == "time"
	if boundary {
		c.flush(inner)
	}
}

// part keeps apart what stands right before and behind the edge of a time, as pages do
// with a margin: "14:05" and "The mayor".
func (c *collector) part(next string) {
	if next == "" {
		return
	}
	last, _ := utf8.DecodeLastRuneInString(c.words.String())
	first, _ := utf8.DecodeRuneInString(next)
	if c.edge && isWordly(last) && isWordly(first) {
		c.words.WriteByte(' ')
	}
	c.edge = false
}

func isWordly(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// enter returns the scope inside n. It goes by the element's name because the
// extractors make elements without an atom.
func (s scope) enter(n *html.Node) scope {
	if isBoundary(n, s.grid) {
		s.node = n
	}
	switch n.Data {
	case "h1", "h2", "h3", "h4", "h5", "h6":
		s.kind = hearsay.BlockSubhead
	case "blockquote":
		s.kind = hearsay.BlockQuote
	case "a":
		s.link = true
	case "table":
		s.grid = isGrid(n)
	}
	return s
}

// flush ends the block being read.
func (c *collector) flush(s scope) {
	if c.words.Len() == 0 {
		return
	}
	var lines []string
	end := func() {
		if len(lines) > 0 {
			text := strings.Join(lines, "\n")
			words := len(wordsOf(text))
			c.found = append(c.found, block{text: text, kind: s.kind, node: s.node, entry: s.entry, words: words, linked: min(c.linked, words)})
		}
		lines = nil
	}
	for line := range strings.SplitSeq(c.words.String(), "\n") {
		line = strings.Join(strings.FieldsFunc(line, isBlank), " ")
		if line == "" {
			end()
			continue
		}
		lines = append(lines, line)
	}
	end()
	c.words.Reset()
	c.linked = 0
}

// isBlank reports whether a character shows nothing: white space, and what
// editors leave behind to say where a long word may break.
func isBlank(r rune) bool {
	return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff'
}

// boundaries are the elements whose edges end a block.
var boundaries = set(`p div section article main body html header footer aside nav h1 h2 h3 h4 h5 h6 blockquote pre hr
	ul ol li dl dt dd table tr caption figure figcaption address details summary form fieldset center hgroup`)

// isBoundary reports whether n's edges end a block. Cells of a table of data do
// not: a row is read as one line.
func isBoundary(n *html.Node, grid bool) bool {
	if n.Type != html.ElementNode {
		return false
	}
	if n.Data == "td" || n.Data == "th" {
		return grid
	}
	return boundaries[n.Data] || strings.HasPrefix(n.Data, "amp-")
}

// isGrid reports whether a table only lays out the page: it holds paragraphs,
// headings or another table, as the whole page did in older markup.
func isGrid(table *html.Node) bool {
	if attribute(table, "role") == "presentation" {
		return true
	}
	for n := range table.Descendants() {
		switch n.Data {
		case "p", "div", "table", "h1", "h2", "h3", "ul", "br":
			return true
		}
	}
	return false
}

// unseen are the elements of which a reader sees no words, or words that are
// part of the page's machinery.
var unseen = set(`head script style noscript template svg math iframe object embed applet canvas audio video map button
	select datalist textarea amp-ad amp-sidebar amp-analytics amp-consent amp-user-notification`)

// isUnseen reports whether nothing under n is to be read.
func isUnseen(n *html.Node) bool {
	if n.Type != html.ElementNode {
		return false
	}
	if unseen[n.Data] || n.Data == "dialog" && !has(n, "open") {
		return true
	}
	if len(n.Attr) == 0 || n.Data == "body" { // which sites hide until their scripts have run
		return false
	}
	style := strings.ReplaceAll(strings.ToLower(attribute(n, "style")), " ", "")
	return has(n, "hidden") || attribute(n, "aria-hidden") == "true" ||
		strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden")
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func has(n *html.Node, name string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == name })
}
