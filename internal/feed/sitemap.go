package feed

import (
	"encoding/xml"
	"strings"
)

// parseSitemap reads a sitemap (sitemaps.org, protocol 0.90), with what Google
// News adds to it, or an index of sitemaps. One that breaks off is read so far.
//
//	urlset        url      loc lastmod news:news(news:title news:publication_date)
//	sitemapindex  sitemap  loc lastmod
func parseSitemap(text string) Feed {
	f := Feed{Kind: Sitemap}
	d := xml.NewDecoder(strings.NewReader(text))
	d.Strict, d.Entity = false, xml.HTMLEntity
	var item *Item
	var value strings.Builder
	for {
		token, err := d.Token()
		if err != nil {
			return f
		}
		switch t := token.(type) {
		case xml.StartElement:
			if t.Name.Local == "url" || t.Name.Local == "sitemap" {
				item = &Item{}
			}
			value.Reset()
		case xml.CharData:
			value.Write(t)
		case xml.EndElement:
			if item == nil {
				continue
			}
			switch name := t.Name.Local; name {
			case "url":
				f.Items, item = append(f.Items, *item), nil
			case "sitemap":
				f.Maps, item = append(f.Maps, *item), nil
			default:
				item.setSitemap(t.Name, strings.TrimSpace(value.String()))
			}
			value.Reset()
		}
	}
}

// setSitemap takes one element of an entry. Pictures have a loc and a title too.
func (i *Item) setSitemap(name xml.Name, value string) {
	if strings.Contains(name.Space, "image") || strings.Contains(name.Space, "video") {
		return
	}
	switch name.Local {
	case "loc":
		if i.URL == "" {
			i.URL = value
		}
	case "lastmod":
		i.Updated = parseTime(value)
	case "publication_date":
		i.Published = parseTime(value)
	case "title":
		if i.Title == "" {
			i.Title = value
		}
	}
}

// MapsIn returns the addresses of sitemaps that a robots.txt names.
func MapsIn(robots []byte) []string {
	var all []string
	for line := range strings.Lines(string(robots[:min(len(robots), 500<<10)])) {
		name, value, _ := strings.Cut(line, ":")
		if address := resolve(nil, value); strings.EqualFold(strings.TrimSpace(name), "sitemap") && address != "" {
			all = append(all, address)
		}
	}
	return all
}
