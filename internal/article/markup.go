package article

import (
	"slices"
	"strings"
	"time"

	"golang.org/x/net/html"
)

// readMicrodata reads facts marked by itemprop in the vocabulary of schema.org.
// The first of each counts: a page's own stand before those of what it links to.
func readMicrodata(root *html.Node) facts {
	var f facts
	for n := range root.Descendants() {
		if n.Type != html.ElementNode || !has(n, "itemprop") || !isShort(n, maxStatement) {
			continue
		}
		for property := range strings.FieldsSeq(attribute(n, "itemprop")) {
			f.take(property, n)
		}
	}
	f.byline = distinct(f.byline)
	return f
}

// take takes up the fact that n has for a property, where it is the first.
func (f *facts) take(property string, n *html.Node) {
	switch {
	case property == "headline" && f.headline == "":
		f.headline = statement(n)
	case property == "author" && len(f.byline) < maxPeople && !isInComment(n):
		f.byline = append(f.byline, people(statement(named(n)))...)
	case property == "publisher" && f.outlet == "":
		f.outlet = nameOnly(statement(named(n)))
	case property == "datePublished" && f.published.IsZero():
		f.published = date(statement(n))
	case property == "dateModified" && f.updated.IsZero():
		f.updated = date(statement(n))
	}
}

// maxPeople is how many authors a report can have. Who comes after them wrote
// comments, or the reports that the page links to.
const maxPeople = 12

func isInComment(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if strings.Contains(strings.ToLower(attribute(n, "itemtype")), "/comment") || hasWord(attribute(n, "itemprop"), "comment") {
			return true
		}
	}
	return false
}

// named returns the element inside of n that has its name, n where there is none.
func named(n *html.Node) *html.Node {
	for inner := range n.Descendants() {
		if hasWord(attribute(inner, "itemprop"), "name") {
			return inner
		}
	}
	return n
}

// statement returns what an element states: to machines, else to readers.
func statement(n *html.Node) string {
	return plainText(firstOfStrings(attribute(n, "content"), attribute(n, "datetime"), content(n)))
}

// maxStatement is the length of the longest text, in bytes, that can be a
// headline, a byline or a time.
const maxStatement = 1000

// isShort reports whether the text under n has at most so many bytes, white space
// and all. Elements can stand in one another, so what is asked of each of them
// must not read all that is in them.
func isShort(n *html.Node, most int) bool {
	size := 0
	for inner := range n.Descendants() {
		if inner.Type == html.TextNode {
			size += len(inner.Data)
		}
		if size > most {
			return false
		}
	}
	return true
}

// content returns the words in n that can be seen.
func content(n *html.Node) string {
	var words []string
	for _, b := range blocksOf(n, nil) {
		words = append(words, b.text)
	}
	if n.Data == "title" && n.FirstChild != nil { // stands in the head, where nothing is seen
		return n.FirstChild.Data
	}
	return strings.Join(words, " ")
}

// plainWords returns the words of an element as one line, "" for nil.
func plainWords(n *html.Node) string {
	if n == nil {
		return ""
	}
	return plainText(content(n))
}

// mainHeading returns the heading of the article: the first <h1> that another
// part of the page gives as its headline, or nearly so. On a page that gives
// none it is the only <h1>. Others are names of sites and sections.
func mainHeading(root *html.Node, m metadata) *html.Node {
	var known []string
	for _, f := range []facts{m.parts[inOpenGraph], m.parts[inNamedMeta], m.parts[inFrame], m.parts[inMicrodata]} {
		known = append(known, f.headline)
	}
	for _, o := range m.linked.articles {
		known = append(known, m.linked.text(o["headline"]))
	}
	var all []*html.Node
	for n := range root.Descendants() {
		if n.Data != "h1" || !isShort(n, maxStatement) || plainWords(n) == "" {
			continue
		}
		words := plainWords(n)
		if slices.ContainsFunc(known, func(s string) bool { return isAlike(s, words) }) {
			return n
		}
		all = append(all, n)
	}
	if len(all) == 1 && strings.Join(known, "") == "" {
		return all[0]
	}
	return nil
}

// isAlike reports whether two headlines share most of their words: one is often
// cut to a length, or has the outlet's name at its end.
func isAlike(a, b string) bool {
	one, other := wordsOf(a), wordsOf(b)
	shorter, shared := min(len(one), len(other)), 0
	if 3*shorter < max(len(one), len(other)) {
		return false
	}
	for _, word := range one {
		if slices.Contains(other, word) {
			shared++
		}
	}
	return shorter > 0 && 3*shared >= 2*shorter
}

// readPrint reads the facts that the page shows its readers: heading is its main
// one, and start the first element of the article. Byline and times stand between
// the two, or, if only one is known, anywhere on that side. Only a time that is
// named as that of publication is looked for in the whole page.
func readPrint(root, heading, start *html.Node) facts {
	f := facts{headline: plainWords(heading)}
	afterHeading := heading == nil
	for n := range root.Descendants() {
		if n == start && n.Data != "article" && n.Data != "body" {
			break
		}
		afterHeading = afterHeading || n == heading
		if n.Type == html.ElementNode && afterHeading {
			f.takePrinted(n)
		}
	}
	for n := range root.Descendants() {
		if f.published.IsZero() && n.Data == "time" && isPublication(n) {
			f.takeTime(n)
		}
	}
	return f
}

// takePrinted takes up a time or a byline.
func (f *facts) takePrinted(n *html.Node) {
	words := nameWords(attribute(n, "class"))
	switch {
	case !isShort(n, maxStatement):
	case n.Data == "time":
		f.takeTime(n)
	case slices.ContainsFunc(words, func(w string) bool { return dateWords[w] }):
		f.takeTime(n)
	case len(f.byline) == 0 && (hasWord(attribute(n, "rel"), "author") || slices.ContainsFunc(words, func(w string) bool { return authorWords[w] })):
		f.byline = people(plainText(content(n)))
	}
}

// The words by which sites name what has the authors or a date.
var (
	authorWords = set("byline author authors")
	dateWords   = set("date datetime pubdate published posted timestamp updated modified")
)

// isPublication reports whether a time is named as that of publication.
func isPublication(n *html.Node) bool {
	return has(n, "pubdate") || slices.Contains(nameWords(attribute(n, "class")), "published")
}

// takeTime takes up a printed time. One is that of an update only if it is named
// so; otherwise the first is that of publication.
func (f *facts) takeTime(n *html.Node) {
	t := printedDate(firstOfStrings(attribute(n, "datetime"), plainWords(n)))
	around := strings.ToLower(attribute(n, "class") + " " + before(n) + " " + plainWords(n)[:min(len(plainWords(n)), maxDate)])
	isUpdate := strings.Contains(around, "updat") || strings.Contains(around, "modif")
	switch {
	case t.IsZero():
	case isUpdate && f.updated.IsZero():
		f.updated = t
	case !isUpdate && f.published.IsZero():
		f.published = t
	}
}

// printedDate reads a date after the words that lead up to it: "Published on
// Tuesday, May 6, 2025".
func printedDate(s string) time.Time {
	const leading = 4
	if len(s) > maxDate {
		return time.Time{}
	}
	for range leading {
		if t := date(s); !t.IsZero() {
			return t
		}
		word, rest, ok := strings.Cut(s, " ")
		if !ok || strings.ContainsAny(word, "0123456789") {
			break
		}
		s = rest
	}
	return time.Time{}
}

// before returns the text right before n on the same level.
func before(n *html.Node) string {
	if n.PrevSibling != nil && n.PrevSibling.Type == html.TextNode {
		return n.PrevSibling.Data
	}
	return ""
}

func hasWord(list, word string) bool {
	for w := range strings.FieldsSeq(list) {
		if strings.EqualFold(w, word) {
			return true
		}
	}
	return false
}
