package article

import (
	"net/url"
	"slices"
	"strings"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/publicsuffix"
	"golang.org/x/text/language"

	"hearsay"
)

// facts is what one part of a page says about the report; empty where it does
// not say.
type facts struct {
	headline  string
	byline    []string
	outlet    string
	published time.Time
	updated   time.Time
	language  string
	address   string
}

// part is a part of a page that states facts.
type part int

const (
	inLinkedData part = iota // JSON-LD in the vocabulary of schema.org
	inOpenGraph              // <meta property="og:…"> and "article:…", for social networks
	inMicrodata              // itemprop="…" of schema.org, in the markup of what is printed
	inNamedMeta              // <meta name="…">: plain, Dublin Core, Parse.ly, Sailthru, Twitter
	inPrint                  // what the page shows: its main heading, byline and times
	inFrame                  // <title>, <html lang>, canonical link, the address itself
	parts
)

// precedence says for each field which part of the page is believed before
// which. The first that says anything counts.
//
// The headline is the one that was printed, since those for search engines and
// social networks are often written anew; but a heading that no other part of
// the page knows is the site's name or a section's (see mainHeading). Times and
// names are taken from what is meant for machines first, because a printed time
// tends to lack its zone, and a printed byline has places and dates in it. What the
// page is called for a network comes before its publisher in JSON-LD, which is
// often the company. Named meta elements come late because content systems fill
// them by default; their "date" may be that of the template. Of languages and
// addresses those come first that others act on, so that errors are noticed:
// browsers act on the markup's language, search engines on the canonical link.
var precedence = struct{ headline, byline, outlet, published, updated, language, address []part }{
	headline:  []part{inPrint, inLinkedData, inOpenGraph, inMicrodata, inNamedMeta, inFrame},
	byline:    []part{inLinkedData, inMicrodata, inNamedMeta, inPrint, inOpenGraph},
	outlet:    []part{inOpenGraph, inLinkedData, inMicrodata, inNamedMeta, inFrame},
	published: []part{inLinkedData, inOpenGraph, inMicrodata, inNamedMeta, inPrint, inFrame},
	updated:   []part{inLinkedData, inOpenGraph, inMicrodata, inNamedMeta, inPrint},
	language:  []part{inFrame, inNamedMeta, inOpenGraph, inLinkedData},
	address:   []part{inFrame, inOpenGraph, inLinkedData},
}

// metadata is all that a page says about the report it holds.
type metadata struct {
	parts   [parts]facts
	article object // the report as JSON-LD describes it, nil where it does not
	linked  linkedData
}

// readMetadata reads what a page says about itself, but for what it shows.
func readMetadata(root *html.Node, pageURL *url.URL) metadata {
	var m metadata
	m.parts[inOpenGraph], m.parts[inNamedMeta] = readMeta(root)
	m.parts[inFrame] = readFrame(root, pageURL)
	m.parts[inMicrodata] = readMicrodata(root)
	m.linked = readLinkedData(root)
	heading := mainHeading(root, m)
	if m.article = m.linked.about(m.parts[inFrame].address, plainWords(heading)); m.article != nil {
		m.parts[inLinkedData] = m.linked.facts(m.article)
	}
	return m
}

// isLive reports whether the page says that its report is a live blog.
func (m metadata) isLive() bool { return m.article != nil && isLiveBlog(m.article) }

// describe returns a report with the fields that the metadata give. found is the
// article: what the page prints of them stands before it.
func (m metadata) describe(root *html.Node, found []block, pageURL *url.URL) hearsay.Report {
	var start *html.Node
	if len(found) > 0 {
		start = found[0].node
	}
	m.parts[inPrint] = readPrint(root, mainHeading(root, m), start)
	var r hearsay.Report
	r.Headline = pick(m, precedence.headline, func(f facts) string { return f.headline }, isSet)
	r.Outlet = pick(m, precedence.outlet, func(f facts) string { return f.outlet }, isSet)
	r.Published = pick(m, precedence.published, func(f facts) time.Time { return f.published }, isStated)
	r.Updated = pick(m, precedence.updated, func(f facts) time.Time { return f.updated }, isStated)
	r.Language = languageTag(pick(m, precedence.language, func(f facts) string { return f.language }, isLanguage))
	r.URL = address(pick(m, precedence.address, func(f facts) string { return f.address }, isAddress), pageURL)
	r.Byline = m.byline(r.Outlet)
	if r.Updated.Before(r.Published) { // a report cannot be changed before it is published
		r.Updated = time.Time{}
	}
	if r.Outlet == "" { // its address is at least a name that readers know it by
		r.Outlet = hostName(r.URL)
	}
	return r
}

// byline returns the first byline that names somebody else than the outlet,
// without the outlet; else the first.
func (m metadata) byline(outlet string) []string {
	people := pick(m, precedence.byline, func(f facts) []string {
		return slices.DeleteFunc(slices.Clone(f.byline), func(name string) bool { return strings.EqualFold(name, outlet) })
	}, hasAny)
	if len(people) > 0 {
		return people
	}
	return pick(m, precedence.byline, func(f facts) []string { return f.byline }, hasAny)
}

func hasAny(names []string) bool { return len(names) > 0 }

// pick returns the field of the first part in order that is good, else the zero value.
func pick[T any](m metadata, order []part, field func(facts) T, good func(T) bool) T {
	for _, p := range order {
		if value := field(m.parts[p]); good(value) {
			return value
		}
	}
	var none T
	return none
}

func isSet(s string) bool { return s != "" }

func isStated(t time.Time) bool { return !t.IsZero() }

func isAddress(s string) bool { return firstAddress([]string{s}) != "" }

func isLanguage(s string) bool { return languageTag(s) != "" }

// languageTag returns a declared language as a BCP 47 tag, "" where it is none.
// "en_GB" of Open Graph is en-GB.
func languageTag(declared string) string {
	first, _, _ := strings.Cut(declared, ",")
	tag, err := language.Parse(strings.TrimSpace(first))
	if err != nil || tag == language.Und {
		return ""
	}
	return tag.String()
}

// address returns the page's own statement of its address where it is one of
// the same site, so that revisions found under several addresses, or in a form
// for telephones, are known as one report; otherwise where the page was found.
// A copy in another outlet that names its original stays that outlet's.
func address(canonical string, pageURL *url.URL) string {
	stated, err := url.Parse(canonical)
	usable := err == nil && (stated.Scheme == "http" || stated.Scheme == "https") && stated.Host != ""
	switch {
	case pageURL == nil && usable:
		return stated.String()
	case pageURL == nil:
		return ""
	case usable && isSameSite(stated, pageURL):
		return stated.String()
	}
	return pageURL.String()
}

// isSameSite reports whether two addresses are of one registered domain, or of
// the caches in which AMP pages are kept.
func isSameSite(a, b *url.URL) bool {
	return site(a) == site(b) || strings.HasSuffix(strings.ToLower(b.Hostname()), ".cdn.ampproject.org")
}

// site returns the registered domain of an address, its host where that is none.
func site(u *url.URL) string {
	host := strings.ToLower(u.Hostname())
	if domain, err := publicsuffix.EffectiveTLDPlusOne(host); err == nil {
		return domain
	}
	return host
}

// hostName returns the host of an address without the www that says nothing.
func hostName(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}
