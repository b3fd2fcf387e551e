package feed

import (
	"mime"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// decode returns the text of a feed as UTF-8 that XML allows, without a
// declaration of another encoding, and says what it had to repair.
//
// Many feeds declare what they are not. What is valid UTF-8 and has a character
// beyond ASCII is UTF-8, whatever it says; what has more broken sequences than
// whole ones is not, and then the header and the XML declaration are heard, in this
// order; at last it is Windows-1252, which every byte string is.
func decode(data []byte, contentType string) (text, repaired string) {
	name := declared(data, contentType)
	whole, broken := sequences(data)
	switch {
	case hasMark(data):
		out, _, err := transform.Bytes(unicode.BOMOverride(unicode.UTF8.NewDecoder()), data)
		if err == nil {
			data = out
		}
	case broken == 0 && (whole > 0 || name == ""), whole > broken:
		if name != "" && name != "utf-8" && whole > 0 {
			repaired = "declares " + name + ", is UTF-8"
		}
	case broken == 0 && !strings.HasPrefix(name, "utf-16"):
		// ASCII alone
	default:
		if name == "" || name == "utf-8" {
			name, repaired = "windows-1252", "is not UTF-8, read as Windows-1252"
		}
		if e, _ := charset.Lookup(name); e != nil {
			if out, err := e.NewDecoder().Bytes(data); err == nil {
				data = out
			}
		}
	}
	text = strings.ToValidUTF8(string(data), "\uFFFD")
	clean := strings.Map(allowed, text)
	if clean != text && repaired == "" {
		repaired = "has control characters"
	}
	clean = declaration.ReplaceAllString(clean, "$1")
	if i := strings.IndexByte(clean, '<'); i > 0 && strings.TrimSpace(clean[:i]) != "" && !strings.HasPrefix(strings.TrimSpace(clean), "{") {
		clean, repaired = clean[i:], "has something before the first element"
	}
	return strings.TrimLeft(clean, " \t\r\n"), repaired
}

// declaration is an encoding in an XML declaration.
var declaration = regexp.MustCompile(`^(\s*<\?xml[^>]*?)\s+encoding\s*=\s*["'][^"'>]*["']`)

var declaredEncoding = regexp.MustCompile(`^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([^"'>]+)["']`)

// declared returns the encoding that the header or the XML declaration gives, by
// its standard name, "" if none or one that is not known.
func declared(data []byte, contentType string) string {
	if _, parameters, err := mime.ParseMediaType(contentType); err == nil {
		if _, name := charset.Lookup(parameters["charset"]); name != "" {
			return name
		}
	}
	if m := declaredEncoding.FindSubmatch(data[:min(len(data), 512)]); m != nil {
		_, name := charset.Lookup(string(m[1]))
		return name
	}
	return ""
}

func hasMark(data []byte) bool {
	for _, mark := range []string{"\xEF\xBB\xBF", "\xFE\xFF", "\xFF\xFE"} {
		if strings.HasPrefix(string(data[:min(len(data), 3)]), mark) {
			return true
		}
	}
	return false
}

// sequences counts the characters beyond ASCII that are whole in UTF-8, and the
// bytes that are none.
func sequences(data []byte) (whole, broken int) {
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		switch {
		case r == utf8.RuneError && size == 1:
			broken++
		case size > 1:
			whole++
		}
		data = data[size:]
	}
	return whole, broken
}

// allowed drops what XML 1.0 does not allow (section 2.2).
func allowed(r rune) rune {
	if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == '\uFFFE' || r == '\uFFFF' {
		return -1
	}
	return r
}
