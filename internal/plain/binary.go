package plain

import (
	"fmt"
	"net/http"
	"strings"
	"unicode/utf8"
)

// sampleSize is how many bytes of an input tell whether it is a text. Formats
// such as PDF begin with a page of plain ASCII, so it is more than the 512
// that content sniffing looks at.
const sampleSize = 8 << 10

// A text may hold a stray control character, and a scan or a teletype feed
// holds more; random bytes hold about one in nine. Both limits must be passed,
// so that one NUL in a short text does not make it binary.
const (
	binaryControls     = 4  // at least so many control characters …
	binaryControlShare = 20 // … and at least one in so many characters
)

// A Latin-1 text in a language full of accents has about one invalid byte in
// twelve when read as UTF-8; a Cyrillic or Asian one nearly all. Beyond one in
// three there are no English words left to read.
const (
	encodingInvalid      = 64
	encodingInvalidShare = 3
)

// checkMagic refuses data that begins as a known format does, such as PDF,
// ZIP (and with it DOCX) or PNG. Because some signatures are also words
// ("OTTO", "BM", "ID3"), there must be a control or non-UTF-8 byte to go with
// it, except for PDF, which can be ASCII throughout.
func checkMagic(data []byte) error {
	kind, _, _ := strings.Cut(http.DetectContentType(data), ";")
	if strings.HasPrefix(kind, "text/") || kind == "application/octet-stream" {
		return nil
	}
	sample := data[:min(len(data), sampleSize)]
	if kind != "application/pdf" && controls(string(sample)) == 0 && utf8.Valid(trimPartialRune(sample)) {
		return nil
	}
	return fmt.Errorf("looks like %s and %w", kind, ErrBinary)
}

// checkText refuses what was decoded but cannot have been meant as text, given
// how many of its bytes were invalid.
func checkText(text string, invalid int) error {
	sample := string(trimPartialRune([]byte(text[:min(len(text), sampleSize)])))
	n := controls(sample)
	if n >= binaryControls && n*binaryControlShare >= utf8.RuneCountInString(sample) {
		return ErrBinary
	}
	if invalid >= encodingInvalid && invalid*encodingInvalidShare >= utf8.RuneCountInString(text) {
		return ErrEncoding
	}
	return nil
}

// controls counts the control characters of s that no text format uses: all of
// C0 but tab, line feed, form feed, carriage return and escape (the "binary data
// bytes" of the WHATWG MIME Sniffing Standard).
func controls(s string) int {
	n := 0
	for i := range len(s) {
		switch c := s[i]; {
		case c <= 0x08, c == 0x0B, c >= 0x0E && c <= 0x1A, c >= 0x1C && c <= 0x1F:
			n++
		}
	}
	return n
}

// trimPartialRune drops up to three bytes that are the beginning of a
// character cut off at the end of a sample.
func trimPartialRune(sample []byte) []byte {
	for back := 1; back < utf8.UTFMax && back <= len(sample); back++ {
		tail := sample[len(sample)-back:]
		if utf8.RuneStart(tail[0]) {
			if !utf8.FullRune(tail) {
				return sample[:len(sample)-back]
			}
			break
		}
	}
	return sample
}
