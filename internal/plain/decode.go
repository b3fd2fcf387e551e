package plain

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

const replacement = "\uFFFD"

// decode returns data as valid UTF-8 and how many of its bytes (UTF-16: code
// units) had to be replaced by U+FFFD.
//
// A leading byte order mark says which encoding it is and is dropped; without
// one it is UTF-8. One U+FFFD stands for each invalid byte, as in a Go range
// loop, and not for each broken sequence as in a browser: the number of code
// points then tells how many bytes were lost.
func decode(data []byte) (text string, invalid int) {
	if rest, ok := bytes.CutPrefix(data, []byte{0xEF, 0xBB, 0xBF}); ok {
		return decodeUTF8(rest)
	}
	if rest, ok := bytes.CutPrefix(data, []byte{0xFF, 0xFE}); ok {
		return decodeUTF16(rest, binary.LittleEndian)
	}
	if rest, ok := bytes.CutPrefix(data, []byte{0xFE, 0xFF}); ok {
		return decodeUTF16(rest, binary.BigEndian)
	}
	return decodeUTF8(data)
}

func decodeUTF8(data []byte) (text string, invalid int) {
	if utf8.Valid(data) {
		return string(data), 0
	}
	var b strings.Builder
	b.Grow(len(data))
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		if r == utf8.RuneError && size == 1 {
			invalid++
			b.WriteString(replacement)
		} else {
			b.Write(data[:size])
		}
		data = data[size:]
	}
	return b.String(), invalid
}

// decodeUTF16 replaces each surrogate without its other half, and a last odd
// byte, by U+FFFD.
func decodeUTF16(data []byte, order binary.ByteOrder) (text string, invalid int) {
	var b strings.Builder
	b.Grow(len(data))
	for len(data) >= 2 {
		r, size := rune(order.Uint16(data)), 2
		if utf16.IsSurrogate(r) {
			r, size = decodePair(data, order)
			if size == 2 {
				invalid++
			}
		}
		b.WriteRune(r)
		data = data[size:]
	}
	if len(data) == 1 {
		invalid++
		b.WriteString(replacement)
	}
	return b.String(), invalid
}

// decodePair returns the character of the surrogate pair at the front of data
// and 4, or U+FFFD and 2 where the first half has no second.
func decodePair(data []byte, order binary.ByteOrder) (r rune, size int) {
	if len(data) >= 4 {
		r = utf16.DecodeRune(rune(order.Uint16(data)), rune(order.Uint16(data[2:])))
		if r != utf8.RuneError {
			return r, 4
		}
	}
	return utf8.RuneError, 2
}
