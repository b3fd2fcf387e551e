package segment

import (
	"strings"

	"hearsay"
	"hearsay/internal/layout"
)

// address returns the end of the web address at start, or start if there is
// none. Mail addresses and bare host names need no rule of their own: '@', '.'
// and '/' join words.
func (s *scanner) address(start int) int {
	rest := s.text[start:]
	if !hasPrefixFold(rest, "http://") && !hasPrefixFold(rest, "https://") && !hasPrefixFold(rest, "www.") {
		return start
	}
	end := start
	for end < len(s.text) && inAddress(s.text[end]) && !s.punctuationAt(end) {
		end++
	}
	return start + len(trimAddress(layout.TrimEnd(s.text, hearsay.Span{Start: start, End: end}).In(s.text)))
}

// hasPrefixFold expects a prefix in lower case whose first letter decides most calls.
func hasPrefixFold(s, prefix string) bool {
	return len(s) > len(prefix) && s[0]|0x20 == prefix[0] && strings.EqualFold(s[:len(prefix)], prefix)
}

func inAddress(c byte) bool {
	return classes[c] != classSpace && strings.IndexByte("\"<>`{}|\\^", c) < 0
}

// trimAddress leaves out punctuation at an address's end that is the sentence's;
// a closing bracket stays if the address itself opened one.
func trimAddress(url string) string {
	open := strings.Count(url, "(") - strings.Count(url, ")")
	for len(url) > 0 {
		last := url[len(url)-1]
		if last == ')' && open >= 0 || strings.IndexByte(".,;:!?)]'", last) < 0 {
			break
		}
		if last == ')' {
			open++
		}
		url = url[:len(url)-1]
	}
	return url
}
