package fetch

import (
	"context"
	"errors"
	"net/url"
	"strings"
	"testing"
	"time"
)

func pauseNot(ctx context.Context, _ time.Duration) error { return ctx.Err() }

// The rules of RFC 9309, and what sites write instead.
func TestParseRobots(t *testing.T) {
	tests := []struct {
		name, robots  string
		allowed, deny string // paths, divided by spaces
	}{
		{"empty", "", "/ /a", ""},
		{"for all", "User-agent: *\nDisallow: /a\n", "/ /b", "/a /a/b /ab"},
		{"for us", "User-agent: *\nDisallow: /\nUser-agent: Hearsay\nDisallow: /b\n", "/ /a", "/b"},
		{"for others", "User-agent: other\nDisallow: /\n", "/ /a", ""},
		{"longest wins", "User-agent: *\nDisallow: /a\nAllow: /a/b\n", "/a/b /a/b/c", "/a /a/c"},
		{"nothing is disallowed", "User-agent: *\nDisallow:\n", "/ /a", ""},
		{"nothing is disallowed to us", "User-agent: hearsay\nDisallow:\nUser-agent: *\nDisallow: /\n", "/ /a", ""},
		{"several names", "User-agent: other\nUser-agent: hearsay\nDisallow: /\n", "", "/ /a"},
		{"wildcards", "User-agent: *\nDisallow: /*.pdf$\nDisallow: /x*y\n", "/a.pdf?b /xz", "/a.pdf /xzy /xzyz"},
		{"query", "User-agent: *\nDisallow: /*?print\n", "/a", "/a?print=1"},
		{"comments", "# hello\nUser-agent: * # all\nDisallow: /a # no\n", "/ /b", "/a"},
		{"line ends", "User-agent: *\r\nDisallow: /a\r\rDisallow: /b\r\n", "/c", "/a /b"},
		{"byte order mark", "\uFEFFUser-agent: *\nDisallow: /a\n", "/b", "/a"},
		{"rules before a name", "Disallow: /b\nUser-agent: *\nDisallow: /a\n", "/b", "/a"},
		{"nonsense between", "User-agent: *\nWobble\nCrawl-delay: soon\nDisallow: /a\nHost: \n", "/b", "/a"},
		{"not UTF-8", "User-agent: *\nDisallow: /a\xFF*b\nDisallow: /c\n", "/b", "/c"},
		{"a page of HTML", "<!DOCTYPE html><html><body>Disallow: everything</body></html>", "/ /a", ""},
		{"sitemaps", "Sitemap: https://a.example/map.xml\nUser-agent: *\nDisallow: /a\nSitemap: /b\n", "/b", "/a"},
		{"itself", "User-agent: *\nDisallow: /\n", "/robots.txt", "/"},
	}
	for _, test := range tests {
		rules := parseRobots([]byte(test.robots))
		for path := range strings.FieldsSeq(test.allowed) {
			if err := rules.check(address(t, "https://a.example"+path)); err != nil {
				t.Errorf("%s: %s: %v", test.name, path, err)
			}
		}
		for path := range strings.FieldsSeq(test.deny) {
			if err := rules.check(address(t, "https://a.example"+path)); !errors.Is(err, ErrRobots) {
				t.Errorf("%s: %s: %v, want ErrRobots", test.name, path, err)
			}
		}
	}
}

func FuzzRobots(f *testing.F) {
	for _, seed := range []string{
		"", "User-agent: *\nDisallow: /\n", "user-agent:hearsay\rallow:/a\rcrawl-delay:1e9", "Disallow: /*[\nUser-agent: \xff",
		"User-agent: *\nDisallow: /(a|b)*$$\nCrawl-delay: NaN\nCrawl-delay: -1\n", "User-agent: *\nDisallow: \v\nHost:\nSitemap:", "\uFEFF#",
	} {
		f.Add([]byte(seed), "/a?b")
	}
	f.Fuzz(func(t *testing.T, data []byte, path string) {
		r := parseRobots(data)
		if r.refusal != nil {
			t.Fatalf("a file that is refused: %v", r.refusal)
		}
		if d := r.delay(); d < minDelay || d > maxDelay {
			t.Fatalf("a delay of %v", d)
		}
		if u, err := url.Parse("https://a.example" + path); err == nil {
			r.check(u)
		}
	})
}
