// Package article reads a report that comes as a page of HTML: it finds the
// article among the navigation, the advertisements and the comments.
//
//	bytes ──charset──▶ tree ──▶ blocks ─────────────────────▶ chosen blocks ──▶ text and blocks
//	                     │         ▲ which of them?                                   │
//	                     ├─▶ go-trafilatura, go-readability                           ▼
//	                     └─▶ JSON-LD, Open Graph, microdata, … ──by precedence──▶ Report
//
// Two extractors say which blocks of the page are the article's (opinion.go,
// align.go); where they disagree, hints decide block by block (choose.go,
// hints.go). What the page says about the report is read from all the places
// where pages say it, and believed in a fixed order (metadata.go).
package article

import (
	"bytes"
	"errors"
	"fmt"
	"net/url"
	"strings"

	"golang.org/x/net/html"

	"hearsay"
)

// The reasons to refuse a page. ErrTruncated and ErrConsent are also
// ErrNoArticle. A page that is no text at all is refused with
// plain.ErrBinary.
var (
	ErrNoArticle = errors.New("holds no article that could be found: save its text as plain text and read that")
	ErrTruncated = fmt.Errorf("breaks off before its article (fetch it again) and %w", ErrNoArticle)
	ErrConsent   = fmt.Errorf("asks for consent to cookies (give it in a browser, and save the page from there) and %w", ErrNoArticle)
	ErrTooDeep   = errors.New("nests elements more than 512 deep: save its text as plain text and read that")
	ErrTooLarge  = errors.New("has more elements than any article: save its text as plain text and read that")
)

// Extract returns the report on a page of HTML.
//
// pageURL is where the page was found, nil for a file. contentType is the HTTP
// header of that name, "" for a file; a charset in it wins over the page's own,
// as the HTML standard has it, unless the bytes belie it.
//
// The report's Text is the article's paragraphs separated by one empty line,
// without its headline and its captions, and Blocks are these paragraphs in
// order. It is what the page shows its readers. An error wraps one of this
// package's, or plain.ErrBinary; it does not name the page.
func Extract(data []byte, contentType string, pageURL *url.URL) (hearsay.Report, error) {
	root, err := parse(data, contentType)
	if err != nil {
		return hearsay.Report{}, err
	}
	meta := readMetadata(root, pageURL)
	consent := prune(root)
	found := find(root, meta, pageURL)
	report := meta.describe(root, found, pageURL)
	found = withoutHeadline(found, report.Headline)
	if !hasSentence(found) {
		return hearsay.Report{}, reason(data, consent)
	}
	report.Text, report.Blocks = lay(found)
	return report, nil
}

// parse decodes and parses a page.
func parse(data []byte, contentType string) (*html.Node, error) {
	page, err := decode(data, contentType)
	if err != nil {
		return nil, err
	}
	if isTooLarge(page) {
		return nil, ErrTooLarge
	}
	root, err := html.Parse(strings.NewReader(page))
	if err != nil { // the parser takes anything but this
		return nil, ErrTooDeep
	}
	return root, nil
}

// find returns the blocks of the article in the order of the page.
func find(root *html.Node, meta metadata, pageURL *url.URL) []block {
	page := blocksOf(root, entriesOf(root, meta.isLive()))
	first := keptWords(page, firstOpinion(root, pageURL))
	second := keptWords(page, secondOpinion(root, pageURL))
	chosen := choose(page, first, second)
	if stated := meta.statedText(root, chosen); stated != nil {
		return stated
	}
	return chosen
}

// reason returns why a page in which no article was found is refused, consent
// being how many words of it ask for consent to cookies.
func reason(data []byte, consent int) error {
	tail := bytes.ToLower(data[max(0, len(data)-1024):])
	switch {
	case consent >= minWords:
		return ErrConsent
	case len(data) > 0 && bytes.Contains(bytes.ToLower(data[:min(len(data), 1024)]), []byte("<html")) &&
		!bytes.Contains(tail, []byte("</html")) && !bytes.Contains(tail, []byte("</body")):
		return ErrTruncated
	}
	return ErrNoArticle
}

// lay returns blocks as one text, separated by one empty line each, and where
// they are in it.
func lay(all []block) (string, []hearsay.Block) {
	var text strings.Builder
	var blocks []hearsay.Block
	for i, b := range all {
		if i > 0 {
			text.WriteString("\n\n")
		}
		start := text.Len()
		text.WriteString(b.text)
		blocks = append(blocks, hearsay.Block{Span: hearsay.Span{Start: start, End: text.Len()}, Kind: b.kind})
	}
	return text.String(), blocks
}
