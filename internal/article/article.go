// Package article reads a report that comes as a page of HTML: it finds the
// article among the navigation, the advertisements and the comments.
//
//	bytes ──charset──▶ HTML tree ──go-trafilatura──▶ article's tree ──walk──▶ paragraphs ──▶ Report
//
// Finding the article is go-trafilatura's work. This package turns the tree it
// leaves into text and blocks, and its metadata into the report's fields.
package article

import (
	"bytes"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"time"

	trafilatura "github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"

	"hearsay"
	"hearsay/internal/plain"
)

// ErrNoArticle is the reason to refuse a page in which no article is found.
var ErrNoArticle = errors.New("holds no article that could be found: save its text as plain text and read that")

// Extract returns the report on a page of HTML.
//
// pageURL is where the page was found, nil for a file. contentType is the HTTP
// header of that name, "" for a file; a charset in it wins over the page's own,
// as the HTML standard has it.
//
// The report's Text is the article's paragraphs separated by one empty line,
// without its headline, and Blocks are these paragraphs in order. An error
// wraps ErrNoArticle, or says why the page could not be parsed; it does not
// name the page.
func Extract(data []byte, contentType string, pageURL *url.URL) (hearsay.Report, error) {
	root, err := parse(data, contentType)
	if err != nil {
		return hearsay.Report{}, err
	}
	found, ok := find(root, pageURL)
	if !ok {
		return hearsay.Report{}, ErrNoArticle
	}
	report := describe(found.metadata, pageURL)
	report.Updated = modified(root)
	report.Text, report.Blocks = lay(withoutHeadline(found.paragraphs, report.Headline))
	return report, nil
}

// parse decodes a page by the charset that its byte order mark, its header or
// its first kilobyte gives, and parses it. The mark is dropped; bytes that are
// invalid in that charset become U+FFFD.
func parse(data []byte, contentType string) (*html.Node, error) {
	charset, _, _ := charset.DetermineEncoding(data, contentType)
	if charset == encoding.Nop { // stands for UTF-8 and would let invalid bytes through
		charset = unicode.UTF8
	}
	decoded := charset.NewDecoder().Reader(bytes.NewReader(withoutMark(data)))
	root, err := html.Parse(decoded)
	if err != nil {
		return nil, fmt.Errorf("cannot be parsed as HTML (%w): save its text as plain text", err)
	}
	return root, nil
}

// withoutMark drops a byte order mark, which the parser would take for the
// first word of the page.
func withoutMark(data []byte) []byte {
	for _, mark := range []string{"\xEF\xBB\xBF", "\xFE\xFF", "\xFF\xFE"} {
		if rest, ok := bytes.CutPrefix(data, []byte(mark)); ok {
			return rest
		}
	}
	return data
}

// describe returns a report with the fields that a page's metadata gives.
func describe(m trafilatura.Metadata, pageURL *url.URL) hearsay.Report {
	return hearsay.Report{
		URL:       address(m.URL, pageURL),
		Outlet:    m.Sitename,
		Headline:  strings.Join(strings.Fields(m.Title), " "),
		Byline:    plain.People(m.Author),
		Published: m.Date,
		Language:  m.Language,
	}
}

// modified returns when a page says that it was last changed (the Open Graph
// property article:modified_time), zero where it does not.
func modified(root *html.Node) time.Time {
	for n := range root.Descendants() {
		if n.Data != "meta" || attribute(n, "property") != "article:modified_time" {
			continue
		}
		if t, err := time.Parse(time.RFC3339, attribute(n, "content")); err == nil {
			return t
		}
	}
	return time.Time{}
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// address returns the page's own statement of its address where it is one of
// the same host, so that revisions found under several addresses are known as
// one report; otherwise where the page was found.
func address(canonical string, pageURL *url.URL) string {
	stated, err := url.Parse(canonical)
	usable := err == nil && (stated.Scheme == "http" || stated.Scheme == "https") && stated.Host != ""
	switch {
	case pageURL == nil && usable:
		return stated.String()
	case pageURL == nil:
		return ""
	case usable && strings.EqualFold(stated.Host, pageURL.Host):
		return stated.String()
	}
	return pageURL.String()
}
