package article

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"

	"hearsay/internal/plain"
)

// # Which charset
//
//	byte order mark ▶ header ▶ <meta> ▶ what the bytes look like
//
// is the order of the HTML standard, which package charset follows. Pages that
// went through several systems are often declared wrongly, and two of these
// errors can be told from the bytes:
//
//	declared       bytes                                          read as
//	UTF-8          mostly not UTF-8 beyond ASCII                  windows-1252
//	one byte each  UTF-8 throughout, with characters beyond ASCII UTF-8
//
// The second is safe because accented text in a one-byte charset is hardly
// ever valid UTF-8 by chance: "Ã©" would have to be meant.

// wide names the charsets of several bytes a character. Their text can be valid
// UTF-8 by chance, so they are believed.
var wide = []string{"utf-8", "utf-16le", "utf-16be", "gbk", "gb18030", "big5", "euc-jp", "euc-kr",
	"iso-2022-jp", "shift_jis", "replacement"}

// decode returns a page as UTF-8, its byte order mark dropped. contentType is
// the HTTP header of that name or "". Bytes that are invalid in the page's
// charset become U+FFFD, and a character that breaks off at the end is dropped.
func decode(data []byte, contentType string) (string, error) {
	page, err := charsetOf(data, contentType).NewDecoder().Bytes(withoutMark(withoutPartialRune(data)))
	if err != nil || isBinary(page) {
		return "", plain.ErrBinary
	}
	return string(page), nil
}

// charsetOf chooses the charset of a page.
func charsetOf(data []byte, contentType string) encoding.Encoding {
	found, name, _ := charset.DetermineEncoding(data, contentType)
	switch {
	case hasMark(data):
	case isUTF16(data, 1):
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case isUTF16(data, 0):
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	case name == "utf-8" && looksOneByte(data):
		found, _ = charset.Lookup("windows-1252")
	case !slices.Contains(wide, name) && utf8.Valid(withoutPartialRune(data)) && !isASCII(data):
		return unicode.UTF8
	}
	if found == nil || found == encoding.Nop { // Nop stands for UTF-8 and would let invalid bytes through
		return unicode.UTF8
	}
	return found
}

// marks are the byte order marks of UTF-8 and UTF-16.
var marks = []string{"\xEF\xBB\xBF", "\xFE\xFF", "\xFF\xFE"}

func hasMark(data []byte) bool { return len(withoutMark(data)) != len(data) }

// withoutMark drops a byte order mark, which the parser would take for the
// first word of the page.
func withoutMark(data []byte) []byte {
	for _, mark := range marks {
		if rest, ok := bytes.CutPrefix(data, []byte(mark)); ok {
			return rest
		}
	}
	return data
}

// isUTF16 reports whether the first characters of a page, which are ASCII in
// any language, have a NUL as the byte at offset zero or one of each pair.
func isUTF16(data []byte, nul int) bool {
	const pairs = 8
	if len(data) < 2*pairs {
		return false
	}
	for i := 0; i < 2*pairs; i += 2 {
		if data[i+nul] != 0 || data[i+1-nul] == 0 {
			return false
		}
	}
	return true
}

// looksOneByte reports whether bytes beyond ASCII are mostly not UTF-8. A page in
// UTF-8 with a few broken bytes, say in an advertisement, stays in UTF-8.
func looksOneByte(data []byte) bool {
	valid, invalid := 0, 0
	for rest := withoutPartialRune(data); len(rest) > 0; {
		r, size := utf8.DecodeRune(rest)
		switch {
		case r == utf8.RuneError && size == 1:
			invalid++
		case size > 1:
			valid++
		}
		rest = rest[size:]
	}
	return invalid > valid
}

// withoutPartialRune drops the beginning of a character that breaks off at the
// end of a page cut short.
func withoutPartialRune(data []byte) []byte {
	for back := 1; back < utf8.UTFMax && back <= len(data); back++ {
		if tail := data[len(data)-back:]; utf8.RuneStart(tail[0]) {
			if !utf8.FullRune(tail) {
				return data[:len(data)-back]
			}
			break
		}
	}
	return data
}

func isASCII(data []byte) bool {
	return !slices.ContainsFunc(data, func(c byte) bool { return c >= utf8.RuneSelf })
}

// isBinary reports whether a decoded page is no text: one character in twenty
// of its first ones is a control character that no text has.
func isBinary(page []byte) bool {
	sample := page[:min(len(page), 8<<10)]
	controls := 0
	for _, c := range sample {
		if c < ' ' && !strings.ContainsRune("\t\n\v\f\r\x1b", rune(c)) {
			controls++
		}
	}
	return controls >= 4 && controls*20 >= len(sample)
}
