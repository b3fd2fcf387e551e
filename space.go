package hearsay

import "unicode"

// IsSpace reports whether r separates tokens without being one. Beside Unicode
// white space these are the marks that have no width and no meaning of their
// own between words: NUL and other control characters, byte order marks, zero
// width spaces and joiners, directional marks and the soft hyphen.
func IsSpace(r rune) bool {
	return unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r)
}

func isSpace(s string) bool {
	for _, r := range s {
		if !IsSpace(r) {
			return false
		}
	}
	return true
}
