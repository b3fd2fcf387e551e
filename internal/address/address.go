// Package address says when two addresses lead to one page, by their letters
// alone: it asks no server.
//
//	https://WWW.Drenn.example:443/a/7/?utm_source=post&id=3#top
//	       └───────────────────────────────────┐
//	                       drenn.example/a/7?id=3
package address

import (
	"net/url"
	"slices"
	"strings"
)

// Key returns what is the same for every address of one page: no scheme, no
// "www", no fragment, no parameters that only tell where a visitor comes from, and
// those that are left in order. It returns an address that cannot be parsed as it is,
// and "" for "".
func Key(raw string) string {
	raw = strings.TrimSpace(raw)
	u, err := url.Parse(raw)
	if err != nil || u.Host == "" {
		return raw
	}
	path := strings.TrimSuffix(u.EscapedPath(), "/")
	for _, ending := range alike {
		path = strings.TrimSuffix(path, ending)
	}
	key := Host(raw) + path
	if query := parameters(u.Query()); query != "" {
		key += "?" + query
	}
	return key
}

// alike are the endings of a path that lead to the page without them.
var alike = []string{"/index.html", "/index.htm", "/amp", ".amp"}

// Host returns the host of an address in lower case, without the names that
// stand for a front door ("www") or a small screen ("m", "amp"), and without a
// port that goes without saying. It is "" where there is none.
func Host(raw string) string {
	u, err := url.Parse(strings.TrimSpace(raw))
	if err != nil {
		return ""
	}
	host := strings.TrimSuffix(strings.ToLower(u.Hostname()), ".")
	for _, door := range []string{"www.", "m.", "amp."} {
		if rest, ok := strings.CutPrefix(host, door); ok && strings.Contains(rest, ".") {
			host = rest
			break
		}
	}
	if port := u.Port(); port != "" && port != "80" && port != "443" {
		host += ":" + port
	}
	return host
}

// parameters returns those that choose a page, sorted.
func parameters(all url.Values) string {
	for name := range all {
		if isTracking(strings.ToLower(name)) {
			delete(all, name)
		}
	}
	for _, values := range all {
		slices.Sort(values)
	}
	return all.Encode()
}

// isTracking reports whether a parameter only tells how a visitor came.
func isTracking(name string) bool {
	return strings.HasPrefix(name, "utm_") || strings.HasPrefix(name, "at_") || slices.Contains(tracking, name)
}

// "cid" is none of them: it is an article's number in some systems.
var tracking = []string{
	"fbclid", "gclid", "dclid", "msclkid", "yclid", "twclid", "igshid", "mc_cid", "mc_eid", "cmpid", "ocid", "ref",
	"ref_src", "smid", "smtyp", "partner", "xtor", "ncid", "cmp", "guccounter", "outputtype", "amp",
}
