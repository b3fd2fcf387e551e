package article

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"
)

// readMeta reads the <meta> elements: those of Open Graph, and the named ones.
// Some sites write the one where the other belongs, so both are looked up by
// whichever attribute has a name. Of several alike the first counts, but
// authors add up.
func readMeta(root *html.Node) (openGraph, named facts) {
	meta := map[string][]string{}
	for n := range root.Descendants() {
		if n.Data != "meta" || n.Type != html.ElementNode {
			continue
		}
		content := plainText(attribute(n, "content"))
		for _, key := range []string{"property", "name", "http-equiv"} {
			if name := strings.ToLower(strings.TrimSpace(attribute(n, key))); name != "" && content != "" {
				meta[name] = append(meta[name], content)
			}
		}
	}
	return openGraphFacts(meta), namedFacts(meta)
}

func openGraphFacts(meta map[string][]string) facts {
	return facts{
		headline:  get(meta, "og:title"),
		byline:    getPeople(meta, "article:author", "og:article:author"),
		outlet:    nameOnly(get(meta, "og:site_name")),
		published: date(get(meta, "article:published_time", "og:article:published_time", "og:published_time", "og:pubdate")),
		updated:   date(get(meta, "article:modified_time", "og:article:modified_time", "og:updated_time", "og:modified_time")),
		language:  get(meta, "og:locale"),
		address:   get(meta, "og:url"),
	}
}

func namedFacts(meta map[string][]string) facts {
	return facts{
		headline: get(meta, "headline", "parsely-title", "sailthru.title", "dcterms.title", "dc.title", "twitter:title", "title"),
		byline: getPeople(meta, "author", "byl", "parsely-author", "sailthru.author", "dcterms.creator", "dc.creator",
			"article.author", "authors", "creator"),
		outlet: nameOnly(get(meta, "application-name", "dcterms.publisher", "dc.publisher", "publisher")),
		published: date(get(meta, "parsely-pub-date", "sailthru.date", "dcterms.issued", "dc.date.issued", "dcterms.created",
			"dcterms.date", "dc.date", "article.published", "publish-date", "publication_date", "pubdate", "date")),
		updated:  date(get(meta, "dcterms.modified", "dc.date.modified", "article.updated", "last-modified", "lastmod", "revised")),
		language: get(meta, "content-language", "dcterms.language", "dc.language", "language"),
	}
}

// get returns the first content under the first of the names that has any.
func get(meta map[string][]string, names ...string) string {
	for _, name := range names {
		if contents := meta[name]; len(contents) > 0 {
			return contents[0]
		}
	}
	return ""
}

// getPeople returns the people under the first of the names that has any.
func getPeople(meta map[string][]string, names ...string) []string {
	for _, name := range names {
		var found []string
		for _, content := range meta[name] {
			found = append(found, people(content)...)
		}
		if len(found) > 0 {
			return distinct(found)
		}
	}
	return nil
}

// readFrame reads what frames the page: its title, language, canonical link and
// the address itself.
func readFrame(root *html.Node, pageURL *url.URL) facts {
	var f facts
	for n := range root.Descendants() {
		switch {
		case n.Type != html.ElementNode:
		case n.Data == "html" && f.language == "":
			f.language = firstOfStrings(attribute(n, "lang"), attribute(n, "xml:lang"))
		case n.Data == "title" && f.headline == "" && n.Namespace == "":
			f.headline, f.outlet = splitTitle(plainText(content(n)))
		case n.Data == "link" && f.address == "" && hasWord(attribute(n, "rel"), "canonical"):
			f.address = absolute(attribute(n, "href"), pageURL)
		}
	}
	if pageURL != nil {
		f.published = dateInAddress(pageURL.Path)
	}
	if canonical, err := url.Parse(f.address); f.published.IsZero() && err == nil {
		f.published = dateInAddress(canonical.Path)
	}
	return f
}

// absolute resolves an address by that of the page, where it is known.
func absolute(address string, pageURL *url.URL) string {
	address = strings.TrimSpace(address)
	if pageURL == nil || address == "" {
		return address
	}
	u, err := pageURL.Parse(address)
	if err != nil {
		return ""
	}
	return u.String()
}

// separators divide a page's headline from its outlet's name in <title>, the
// surest first: a dash or a bar may also stand in a headline.
var separators = []string{" | ", " • ", " · ", " — ", " – ", " - "}

// splitTitle splits a <title> into headline and outlet at the last separator, if
// what follows is short enough to be an outlet's name.
func splitTitle(title string) (headline, outlet string) {
	const outletWords = 5
	for _, separator := range separators {
		if i := strings.LastIndex(title, separator); i > 0 {
			headline, outlet = title[:i], title[i+len(separator):]
			if n := len(wordsOf(outlet)); 0 < n && n <= outletWords && n <= len(wordsOf(headline)) {
				return headline, outlet
			}
		}
	}
	return title, ""
}
