package article

import (
	"encoding/json"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// # JSON-LD
//
// Most outlets describe a report to search engines in a script of type
// application/ld+json, in the vocabulary of schema.org. The scripts are often
// not quite JSON, so a script is mended before it is given up. A page describes
// other reports too, those it links to; the one it is about is found by its
// address, then by its headline, and else it is the first.

// object is an object of JSON.
type object = map[string]any

// linkedData is what a page's scripts say.
type linkedData struct {
	articles []object          // reports, in document order
	named    map[string]object // all objects by @id, to which others refer
}

// maxNested bounds how deep objects are followed. Real ones nest five deep.
const maxNested = 32

// readLinkedData reads all scripts of a page.
func readLinkedData(root *html.Node) linkedData {
	data := linkedData{named: map[string]object{}}
	for n := range root.Descendants() {
		kind, _, _ := strings.Cut(attribute(n, "type"), ";")
		if n.Data != "script" || !strings.EqualFold(strings.TrimSpace(kind), "application/ld+json") || n.FirstChild == nil {
			continue
		}
		for _, value := range parseJSON(n.FirstChild.Data) {
			data.add(value, 0)
		}
	}
	return data
}

// add takes up a value and what it is about, but not what it mentions, lists or
// links to.
func (d *linkedData) add(value any, depth int) {
	if depth > maxNested {
		return
	}
	switch v := value.(type) {
	case []any:
		for _, item := range v {
			d.add(item, depth+1)
		}
	case object:
		if id, ok := v["@id"].(string); ok && len(v) > 1 {
			d.named[id] = v
		}
		if isArticle(v) {
			d.articles = append(d.articles, v)
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage", "publisher", "author", "@set", "@list"} {
			d.add(v[key], depth+1)
		}
	}
}

// isArticle reports whether an object is a report. schema.org has a dozen types
// of them, whose names end alike.
func isArticle(o object) bool {
	for _, name := range typesOf(o) {
		if strings.HasSuffix(name, "Article") || strings.HasSuffix(name, "Posting") && name != "JobPosting" || name == "Report" {
			return true
		}
	}
	return false
}

func isLiveBlog(o object) bool { return slices.Contains(typesOf(o), "LiveBlogPosting") }

// typesOf returns an object's types without the address of their vocabulary.
func typesOf(o object) []string {
	var types []string
	for _, t := range listOf(o["@type"]) {
		if name, ok := t.(string); ok {
			types = append(types, name[strings.LastIndexAny(name, "/:#")+1:])
		}
	}
	return types
}

// listOf returns the items of a list, or the one value that stands for a list.
func listOf(value any) []any {
	switch v := value.(type) {
	case nil:
		return nil
	case []any:
		return v
	}
	return []any{value}
}

// about returns the report that the page is about, nil where it describes none.
// canonical is the page's address and headline its main heading; both may be "".
func (d linkedData) about(canonical, headline string) object {
	for _, o := range d.articles {
		if canonical != "" && slices.Contains(d.addresses(o), canonical) {
			return o
		}
	}
	for _, o := range d.articles {
		if headline != "" && strings.EqualFold(d.text(o["headline"]), headline) {
			return o
		}
	}
	if len(d.articles) > 0 {
		return d.articles[0]
	}
	return nil
}

// addresses returns what an object gives as its address, without the fragment
// that tells the report from the page it is on.
func (d linkedData) addresses(o object) []string {
	var found []string
	for _, key := range []string{"url", "mainEntityOfPage", "@id"} {
		address, _, _ := strings.Cut(d.text(o[key]), "#")
		found = append(found, address)
	}
	return found
}

// text returns the words of a value: a string, the first item of a list, or an
// object's value, name or address.
func (d linkedData) text(value any) string { return plainText(d.raw(value, 0)) }

func (d linkedData) raw(value any, depth int) string {
	if depth > maxNested {
		return ""
	}
	switch v := value.(type) {
	case string:
		return v
	case []any:
		for _, item := range v {
			if s := d.raw(item, depth+1); s != "" {
				return s
			}
		}
	case object:
		for _, key := range []string{"@value", "name", "url", "@id"} {
			if s := d.raw(d.resolve(v)[key], depth+1); s != "" {
				return s
			}
		}
	}
	return ""
}

// resolve returns the object that o refers to, o itself where it does not.
func (d linkedData) resolve(o object) object {
	if id, ok := o["@id"].(string); ok && len(o) == 1 {
		if named, ok := d.named[id]; ok {
			return named
		}
	}
	return o
}

// names returns the names of people or organisations: each of them a string, or
// an object with a name.
func (d linkedData) names(value any) []string {
	var names []string
	for _, item := range listOf(value) {
		o, ok := item.(object)
		if !ok {
			names = append(names, people(d.text(item))...)
			continue
		}
		for _, name := range listOf(d.resolve(o)["name"]) {
			names = append(names, people(d.text(name))...)
		}
	}
	return distinct(names)
}

// facts returns what o says of the page.
func (d linkedData) facts(o object) facts {
	return facts{
		headline:  d.text(firstOf(o["headline"], o["name"])),
		byline:    d.names(firstOf(o["author"], o["creator"])),
		outlet:    nameOnly(d.text(firstOf(o["publisher"], o["sourceOrganization"]))),
		published: date(d.text(firstOf(o["datePublished"], o["dateCreated"]))),
		updated:   date(d.text(o["dateModified"])),
		language:  d.text(o["inLanguage"]),
		address:   firstAddress(d.addresses(o)),
	}
}

// firstOf returns the first value that is there.
func firstOf(values ...any) any {
	for _, v := range values {
		if v != nil && v != "" {
			return v
		}
	}
	return nil
}

// parseJSON returns the values of a script, mended where it is not JSON. Of a
// script that breaks off or cannot be mended, what stands before counts.
func parseJSON(script string) []any {
	for _, mended := range []func(string) string{unwrap, mend, func(s string) string { return mend(html.UnescapeString(s)) }} {
		var values []any
		decoder := json.NewDecoder(strings.NewReader(mended(script)))
		for {
			var value any
			if err := decoder.Decode(&value); err != nil {
				break
			}
			values = append(values, value)
		}
		if len(values) > 0 {
			return values
		}
	}
	return nil
}

// unwrap drops what hides a script from old browsers: a comment or a CDATA mark.
func unwrap(script string) string {
	script = strings.TrimSpace(strings.TrimPrefix(script, "\uFEFF"))
	for _, mark := range []string{"<!--", "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA["} {
		script = strings.TrimSpace(strings.TrimPrefix(script, mark))
	}
	return script
}

// mend makes JSON of what is nearly so: line breaks and tabs in strings, escapes
// that do not exist, commas before a closing bracket, comments.
func mend(script string) string {
	var b strings.Builder
	script = unwrap(script)
	quoted := false
	for i := 0; i < len(script); i++ {
		c := script[i]
		switch {
		case c == '"':
			quoted = !quoted
		case quoted && c < ' ':
			c = ' '
		case quoted && c == '\\' && i+1 < len(script):
			i++
			if strings.IndexByte(`"\/bfnrtu`, script[i]) >= 0 {
				b.WriteByte(c)
			}
			c = script[i]
		case !quoted && c == ',' && closes(script[i+1:]):
			continue
		case !quoted && strings.HasPrefix(script[i:], "/*"):
			i += 1 + max(1, strings.Index(script[i+2:], "*/")+2)
			continue
		}
		b.WriteByte(c)
	}
	return b.String()
}

// closes reports whether what follows a comma is a closing bracket.
func closes(rest string) bool {
	rest = strings.TrimLeft(rest, " \t\r\n")
	return strings.HasPrefix(rest, "}") || strings.HasPrefix(rest, "]")
}
