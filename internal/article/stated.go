package article

import (
	"strings"

	"golang.org/x/net/html"

	"hearsay"
)

// # The text in articleBody
//
// JSON-LD can hold the whole text, for search engines. As a rule it is not used:
// it lacks subheads and paragraphs, and the page's own markup is what readers
// are shown. It stands in only where a page leaves its text to scripts and shows
// far less without them. Where the page says that a report is not free to read,
// or hides part of it behind a wall, what is shown is all that is read, though
// the script may have more: Hearsay reads what a reader of the page could read.

const (
	leastStated = 50 // words of an articleBody that is looked at
	timesMore   = 3  // as many words it must have as the page shows
)

// statedText returns the paragraphs of the page's articleBody where they stand
// in for shown, else nil.
func (m metadata) statedText(root *html.Node, shown []block) []block {
	if m.article == nil || m.isWalled(root) {
		return nil
	}
	body, _ := m.article["articleBody"].(string)
	words := 0
	for _, b := range shown {
		words += b.words
	}
	if n := len(wordsOf(body)); n < leastStated || n < timesMore*words {
		return nil
	}
	return statedBlocks(body)
}

// statedBlocks divides an articleBody at its paragraphs, where it has markup, or
// at its line breaks.
func statedBlocks(body string) []block {
	if !strings.Contains(body, "<") {
		body = strings.ReplaceAll(html.EscapeString(html.UnescapeString(body)), "\n", "<p>")
	}
	root, err := html.Parse(strings.NewReader(body))
	if err != nil {
		return nil
	}
	var kept []block
	for _, b := range blocksOf(root, nil) {
		if b.words > 0 && b.kind != hearsay.BlockTimestamp {
			kept = append(kept, b)
		}
	}
	return kept
}

// isWalled reports whether the page says that part of the report is for
// subscribers: in JSON-LD, or by the name of an element.
func (m metadata) isWalled(root *html.Node) bool {
	for _, o := range append([]any{m.article}, listOf(m.article["hasPart"])...) {
		if part, ok := o.(object); ok && isFalse(part["isAccessibleForFree"]) {
			return true
		}
	}
	for n := range root.Descendants() {
		for _, word := range nameWords(attribute(n, "class") + " " + attribute(n, "id")) {
			if word == "paywall" || word == "regwall" || word == "piano" {
				return true
			}
		}
	}
	return false
}

func isFalse(value any) bool {
	s, _ := value.(string)
	return value == false || strings.EqualFold(s[strings.LastIndexByte(s, '/')+1:], "false")
}
