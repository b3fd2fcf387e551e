package feed

import (
	"strings"
	"time"

	"golang.org/x/net/html"
)

// leniently reads a feed that is not well-formed: cut off, with elements left
// open, or with characters that XML does not have. It goes by tags alone, in the
// order in which they come: each <item> or <entry> begins an item, and what follows
// belongs to it until the next one.
func leniently(text string, form Kind) Feed {
	l := lenient{feed: Feed{Kind: form}, tokens: html.NewTokenizer(strings.NewReader(text))}
	l.tokens.AllowCDATA(true)
	l.tokens.SetMaxBuf(maxToken)
	for {
		switch l.tokens.Next() {
		case html.ErrorToken:
			l.close()
			return l.feed
		case html.StartTagToken, html.SelfClosingTagToken:
			l.tokens.NextIsNotRawText()
			l.start(l.tokens.Token())
		case html.EndTagToken:
			l.end(l.tokens.Token().Data)
		case html.TextToken:
			l.text.Write(l.tokens.Text())
		}
	}
}

// maxToken is how many bytes one token may have.
const maxToken = 1 << 20

// lenient is a feed that is being read, and the item it is in.
type lenient struct {
	feed   Feed
	tokens *html.Tokenizer
	item   *Item
	inside string // the element whose text is being read
	text   strings.Builder
}

func (l *lenient) start(t html.Token) {
	name := localName(t.Data)
	switch name {
	case "item", "entry":
		l.close()
		l.item = &Item{}
		return
	case "link":
		if href := attribute(t, "href"); href != "" && isAlternate(t) {
			l.address(href)
		}
	}
	if l.inside == "" || fields[name] {
		l.settle()
		l.inside = name
		l.text.Reset()
	}
}

// fields are the elements that are read.
var fields = map[string]bool{"title": true, "link": true, "guid": true, "id": true, "pubdate": true, "published": true, "updated": true, "date": true}

func isAlternate(t html.Token) bool {
	rel := attribute(t, "rel")
	return rel == "" || rel == "alternate"
}

func (l *lenient) end(name string) {
	switch name = localName(name); name {
	case "item", "entry":
		l.close()
	case l.inside:
		l.settle()
	}
}

// settle takes what was read as the value of the element it stands in.
func (l *lenient) settle() {
	value := strings.TrimSpace(l.text.String())
	name := l.inside
	l.inside = ""
	l.text.Reset()
	if value == "" || !fields[name] {
		return
	}
	switch name {
	case "title":
		if l.item == nil && l.feed.Title == "" {
			l.feed.Title = value
		} else if l.item != nil && l.item.Title == "" {
			l.item.Title = value
		}
	case "link":
		l.address(value)
	case "guid", "id":
		if strings.HasPrefix(value, "http") {
			l.address(value)
		}
	case "pubdate", "published", "date":
		if l.item != nil {
			l.item.Published = parseTime(value)
		}
	case "updated":
		if l.item != nil {
			l.item.Updated = parseTime(value)
		}
	}
}

// address takes the first address of an item or of the feed.
func (l *lenient) address(value string) {
	switch {
	case l.item != nil && l.item.URL == "":
		l.item.URL = value
	case l.item == nil && l.feed.Site == "":
		l.feed.Site = value
	}
}

// close ends the item there is.
func (l *lenient) close() {
	l.settle()
	if l.item != nil && l.item.URL != "" {
		l.feed.Items = append(l.feed.Items, *l.item)
	}
	l.item = nil
}

func localName(name string) string { return name[strings.LastIndexByte(name, ':')+1:] }

func attribute(t html.Token, name string) string {
	for _, a := range t.Attr {
		if a.Key == name {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}

// layouts are the forms of dates in feeds, RFC 822's with four digits for the
// year first.
var layouts = []string{
	time.RFC1123Z, time.RFC1123, "Mon, 2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006 15:04:05 MST", "2 Jan 2006 15:04:05 -0700", "2 Jan 2006 15:04:05 MST",
	time.RFC3339, "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05", "2006-01-02 15:04:05", time.DateOnly, time.RFC822Z, time.RFC822,
}

// parseTime reads a date, the zero time if it cannot.
func parseTime(value string) time.Time {
	for _, layout := range layouts {
		if t, err := time.Parse(layout, value); err == nil {
			return t
		}
	}
	return time.Time{}
}
