package intake

import (
	"mime"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
)

// decoded returns a fetched text in UTF-8, where the server said that it is in
// some charset. Whatever else is left to package plain, in UTF-8 or not.
//
// What a server declares for its texts is often a setting that nobody looked at.
// Two of its errors can be told from the bytes, as package article does for pages:
//
//	declared       bytes                                    taken for
//	another one    valid UTF-8                              UTF-8
//	UTF-8          more broken sequences than whole ones    windows-1252
func (c content) decoded() []byte {
	_, params, err := mime.ParseMediaType(c.declared)
	if err != nil || params["charset"] == "" {
		return c.data
	}
	encoding, name := charset.Lookup(params["charset"])
	whole, broken := sequences(c.data)
	switch {
	case encoding == nil, broken == 0, strings.HasPrefix(name, "utf-16"):
		return c.data
	case name == "utf-8" && broken <= whole:
		return c.data
	case name == "utf-8":
		encoding, _ = charset.Lookup("windows-1252")
	}
	decoded, err := encoding.NewDecoder().Bytes(c.data)
	if err != nil {
		return c.data
	}
	return decoded
}

// sequences counts the characters beyond ASCII that data have as UTF-8, and the
// bytes that are no part of any.
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
