// Package plain reads a report that comes as plain text: bytes to text, and
// the header, where there is one, to the report's fields.
//
//	bytes ──decode──▶ text ──cutHeader──▶ header fields + the report's text
//
// Nothing is trimmed or tidied on the way, because every span of the record
// points into this text: carriage returns, NUL bytes, blank lines and the last
// newline all stay. Only three things go: a leading byte order mark, the header,
// and the one empty line that ends it.
package plain

import (
	"errors"
	"fmt"
	"strings"

	"hearsay"
)

// The reasons to refuse an input. A message says what is wrong and what to do,
// and leaves the input's name to the caller, who knows it.
var (
	ErrEmpty    = errors.New("is empty: give it the text of a report")
	ErrBinary   = errors.New("is not a text: save the report as plain text or HTML first")
	ErrEncoding = errors.New("is not UTF-8: convert it first (iconv -t UTF-8)")
)

// Warning says what was not understood in a report that was read all the same.
type Warning struct {
	Line   int    // counted from 1; 0: the whole text
	Reason string // what is wrong and what to do
}

// Error returns the reason, after the line where there is one.
func (w *Warning) Error() string {
	if w.Line == 0 {
		return w.Reason
	}
	return fmt.Sprintf("line %d: %s", w.Line, w.Reason)
}

// Parse returns the report that data holds; path is only recorded in it.
//
// The error is one of three kinds. Wrapping ErrEmpty, ErrBinary or ErrEncoding
// it means that there is no report to read. Otherwise it is one or more joined
// *Warning (see [Warnings]), and the report is complete but for what they name:
// a date that cannot be read leaves its field zero rather than costing the text.
func Parse(path string, data []byte) (hearsay.Report, error) {
	report := hearsay.Report{Path: path}
	if err := checkMagic(data); err != nil {
		return report, err
	}
	text, invalid := decode(data)
	fields, body := cutHeader(text)
	if err := checkText(text, invalid); err != nil {
		return report, err
	}
	if isBlank(body) {
		return report, ErrEmpty
	}
	report.Text = body
	warnings := fill(&report, fields)
	if invalid > 0 {
		warnings = append(warnings, encodingWarning(invalid))
	}
	return report, errors.Join(warnings...)
}

// Check says of a text that was decoded elsewhere, where invalid bytes had to be
// replaced, what Parse says of its own: the error is one of the same kinds.
func Check(text string, invalid int) error {
	switch err := checkText(text, invalid); {
	case err != nil:
		return err
	case isBlank(text):
		return ErrEmpty
	case invalid > 0:
		return encodingWarning(invalid)
	}
	return nil
}

func isBlank(text string) bool { return strings.TrimFunc(text, hearsay.IsSpace) == "" }

// Warnings returns the warnings err is made of, and true where it is made of
// nothing else: the report that came with it is then fit to read.
func Warnings(err error) ([]*Warning, bool) {
	if err == nil {
		return nil, true
	}
	if w, ok := err.(*Warning); ok {
		return []*Warning{w}, true
	}
	joined, ok := err.(interface{ Unwrap() []error })
	if !ok {
		return nil, false
	}
	var all []*Warning
	for _, e := range joined.Unwrap() {
		w, ok := e.(*Warning)
		if !ok {
			return nil, false
		}
		all = append(all, w)
	}
	return all, true
}

func encodingWarning(invalid int) error {
	what := fmt.Sprintf("%d bytes are not UTF-8 and stand", invalid)
	if invalid == 1 {
		what = "1 byte is not UTF-8 and stands"
	}
	return &Warning{Reason: what + " as U+FFFD in the text: convert it (iconv -t UTF-8) to have it read"}
}
