package intake

import (
	"bytes"
	"encoding/json"
	"errors"
	"mime"
	"net/http"
	"net/url"
	"path"
	"strings"

	"hearsay"
	"hearsay/internal/article"
	"hearsay/internal/plain"
)

// The reasons to refuse what is text, but no report.
var (
	ErrJSON = errors.New("is JSON, but not JSON Lines: write one object on each line, as 'hearsay read --help' tells")
	ErrFeed = errors.New("is a feed (RSS or Atom), not a report: read the addresses it lists")
)

// content is what one report came as.
type content struct {
	data     []byte
	name     string   // its extension is a hint
	address  *url.URL // nil unless it was fetched
	declared string   // the Content-Type header, "" unless it was fetched
}

// kind is a form in which a report may come, or one in which none does.
type kind int

const (
	text kind = iota
	page
	otherJSON
	feed
)

// parse reads the content as the form it comes in; title is what warnings call it.
func (in *intake) parse(c content, title string) (hearsay.Report, error) {
	switch c.kind() {
	case page:
		return article.Extract(c.data, c.declared, c.address)
	case otherJSON:
		return hearsay.Report{}, ErrJSON
	case feed:
		return hearsay.Report{}, ErrFeed
	}
	report, err := plain.Parse("", c.decoded())
	warnings, ok := plain.Warnings(err)
	if !ok {
		return report, err
	}
	for _, w := range warnings {
		in.warn([]error{named(title, w)})
	}
	return report, nil
}

func (in *intake) warn(warnings []error) {
	for _, w := range warnings {
		if in.opt.Warn != nil {
			in.opt.Warn(w)
		}
	}
}

// kind tells the form, by the content where it leaves no doubt. A text that
// discusses "<b>" is still a text if it is declared or named as one, and so is
// what is called a page and has no tag at all.
func (c content) kind() kind {
	head := sniffable(c.data)
	switch {
	case isDocument(head):
		return page
	case isFeed(head):
		return feed
	case (head[0] == '{' || head[0] == '[') && json.Valid(c.data):
		return otherJSON
	case c.called() == page && bytes.IndexByte(c.data, '<') >= 0:
		return page
	case c.called() == text:
		return text
	case strings.HasPrefix(http.DetectContentType(head), "text/html"):
		return page
	}
	return text
}

// unnamed is the kind of what has no telling name.
const unnamed kind = -1

// called returns the kind that the server or the file's name gives.
func (c content) called() kind {
	switch declared, _, _ := mime.ParseMediaType(c.declared); declared {
	case "text/html", "application/xhtml+xml":
		return page
	case "text/plain":
		return text
	}
	switch strings.ToLower(path.Ext(c.name)) {
	case ".html", ".htm", ".xhtml":
		return page
	case ".txt":
		return text
	}
	return unnamed
}

// headSize is how many bytes tell what begins there.
const headSize = 1024

// sniffable returns the beginning of data for comparison with signatures: in
// lower case, without byte order mark, NUL bytes (of UTF-16) and leading space.
// It is never empty.
func sniffable(data []byte) []byte {
	head := data[:min(len(data), headSize)]
	for _, mark := range []string{"\xEF\xBB\xBF", "\xFE\xFF", "\xFF\xFE"} {
		if rest, ok := bytes.CutPrefix(head, []byte(mark)); ok {
			head = bytes.ReplaceAll(rest, []byte{0}, nil)
			break
		}
	}
	head = bytes.TrimLeft(bytes.ToLower(head), " \t\r\n\f")
	return append(head[:len(head):len(head)], 0)
}

// isDocument reports whether a document of HTML begins here, not merely a tag.
func isDocument(head []byte) bool {
	for _, begin := range []string{"<!doctype html", "<html>", "<html "} {
		if bytes.HasPrefix(head, []byte(begin)) {
			return true
		}
	}
	return isXML(head) && bytes.Contains(head, []byte("<html"))
}

// isFeed reports whether a feed begins here, in any version of RSS or Atom.
func isFeed(head []byte) bool {
	for _, root := range []string{"<rss", "<feed", "<rdf:rdf"} {
		if bytes.HasPrefix(head, []byte(root)) || isXML(head) && bytes.Contains(head, []byte(root)) {
			return true
		}
	}
	return false
}

func isXML(head []byte) bool { return bytes.HasPrefix(head, []byte("<?xml")) }
