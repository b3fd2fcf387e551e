package feed

import (
	"encoding/xml"
	"io"
	"strings"
	"time"
)

// Outline is one feed in a list of feeds.
type Outline struct {
	Title string
	URL   string // of the feed
	Site  string // of the page it belongs to, "" if not stated
	Group string // the headings it stands under, joined by " / "
}

// maxDepth is how deep the headings of a list may stand in each other.
const maxDepth = 50

// ReadOPML reads a list of feeds (OPML 2.0) and what is near enough to it. Entries
// without an address of a feed are headings.
func ReadOPML(data []byte) ([]Outline, error) {
	text, _ := decode(data, "")
	if firstElement(text) != "opml" {
		return nil, ErrNoOPML
	}
	d := xml.NewDecoder(strings.NewReader(text))
	d.Strict, d.Entity = false, xml.HTMLEntity
	var all []Outline
	var headings []string
	for {
		token, err := d.Token()
		if err != nil {
			return all, nil
		}
		switch t := token.(type) {
		case xml.StartElement:
			if strings.EqualFold(t.Name.Local, "outline") && len(headings) < maxDepth {
				o, isFeed := outlineOf(t, headings)
				if isFeed {
					all = append(all, o)
				}
				headings = append(headings, o.Title)
			}
		case xml.EndElement:
			if strings.EqualFold(t.Name.Local, "outline") && len(headings) > 0 {
				headings = headings[:len(headings)-1]
			}
		}
	}
}

// IsOPML reports whether data look like a list of feeds.
func IsOPML(data []byte) bool {
	text, _ := decode(data[:min(len(data), 4096)], "")
	return firstElement(text) == "opml"
}

func outlineOf(t xml.StartElement, headings []string) (Outline, bool) {
	o := Outline{Group: strings.Join(headings, " / ")}
	text := ""
	for _, a := range t.Attr {
		switch strings.ToLower(a.Name.Local) {
		case "title":
			o.Title = strings.TrimSpace(a.Value)
		case "text":
			text = strings.TrimSpace(a.Value)
		case "xmlurl":
			o.URL = resolve(nil, a.Value)
		case "htmlurl":
			o.Site = resolve(nil, a.Value)
		}
	}
	if o.Title == "" {
		o.Title = text
	}
	return o, o.URL != ""
}

// WriteOPML writes a list of feeds, each under its group. The time is of the list.
func WriteOPML(w io.Writer, title string, at time.Time, all []Outline) error {
	type outline struct {
		XMLName  xml.Name `xml:"outline"`
		Text     string   `xml:"text,attr"`
		Title    string   `xml:"title,attr,omitempty"`
		Type     string   `xml:"type,attr,omitempty"`
		XMLURL   string   `xml:"xmlUrl,attr,omitempty"`
		HTMLURL  string   `xml:"htmlUrl,attr,omitempty"`
		Outlines []any
	}
	list := struct {
		XMLName  xml.Name `xml:"opml"`
		Version  string   `xml:"version,attr"`
		Title    string   `xml:"head>title"`
		Created  string   `xml:"head>dateCreated"`
		Outlines []any    `xml:"body>outline"`
	}{Version: "2.0", Title: title, Created: at.UTC().Format(time.RFC1123Z)}
	groups := map[string]*outline{}
	for _, o := range all {
		entry := outline{Text: o.Title, Title: o.Title, Type: "rss", XMLURL: o.URL, HTMLURL: o.Site}
		if entry.Text == "" {
			entry.Text = o.URL
		}
		if o.Group == "" {
			list.Outlines = append(list.Outlines, entry)
			continue
		}
		if groups[o.Group] == nil {
			groups[o.Group] = &outline{Text: o.Group}
			list.Outlines = append(list.Outlines, groups[o.Group])
		}
		groups[o.Group].Outlines = append(groups[o.Group].Outlines, entry)
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	e := xml.NewEncoder(w)
	e.Indent("", "  ")
	if err := e.Encode(list); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}
