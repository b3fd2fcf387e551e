package jsonl

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"hearsay"
	"hearsay/internal/plain"
)

// The reasons to refuse a line. A message says what is wrong and what to do, and
// leaves the name of the input and the number of the line to the caller.
var (
	ErrNotJSON = errors.New("write one JSON object on each line")
	ErrNoText  = errors.New(`has neither "text" nor "html": give it one`)
	ErrType    = errors.New("see 'hearsay read --help' for the fields")
	ErrBlank   = errors.New("the line is empty: write one JSON object on each line")
)

// Object is what a line holds.
type Object struct {
	ID     json.RawMessage // a JSON string or number; nil: none given
	Report hearsay.Report
	HTML   string // a page, in place of Report.Text
}

// Parse reads the object on a line. The fields it knows are
//
//	text or html, one of which must be there (text counts if both are)
//	id                                        a string or a number
//	path, url, outlet, headline, language     strings
//	byline                                    a string, or a list of strings
//	published, updated                        dates as in a header
//
// null stands for a field that is not there. Others are ignored, as are their
// contents; names are told apart by case. The text is taken as it is: no header
// is looked for in it, and nothing is trimmed.
//
// The error is as that of plain.Parse: either there is no report to read, and it
// wraps an error of this package or of plain, or it is made of warnings and the
// report is complete but for what they name. The ID is returned wherever it
// could be made out.
func Parse(data []byte) (Object, error) {
	if len(strings.TrimSpace(string(data))) == 0 {
		return Object{}, ErrBlank
	}
	fields, err := split(data)
	if err != nil {
		return Object{}, err
	}
	f := filler{fields: fields}
	f.object.ID = f.id()
	f.fill()
	if f.err != nil {
		return Object{ID: f.object.ID, Report: hearsay.Report{Path: f.object.Report.Path}}, f.err
	}
	err = f.check(invalidBytes(data))
	return f.object, err
}

// split returns the members of a JSON object.
func split(data []byte) (map[string]json.RawMessage, error) {
	var fields map[string]json.RawMessage
	err := json.Unmarshal(data, &fields)
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &kind):
		return nil, fmt.Errorf("is a JSON %s, not an object: %w", kind.Value, ErrNotJSON)
	case errors.As(err, &syntax):
		return nil, fmt.Errorf("is not JSON (%w, byte %d): %w", err, syntax.Offset, ErrNotJSON)
	case err != nil:
		return nil, fmt.Errorf("is not JSON (%w): %w", err, ErrNotJSON)
	case fields == nil:
		return nil, fmt.Errorf("is null, not an object: %w", ErrNotJSON)
	}
	return fields, nil
}

// filler fills an object from the members of a line.
type filler struct {
	fields   map[string]json.RawMessage
	object   Object
	warnings []error
	err      error // the first
}

func (f *filler) fill() {
	r := &f.object.Report
	r.Path, r.URL, r.Outlet = f.text("path"), f.text("url"), f.text("outlet")
	r.Headline, r.Language = f.text("headline"), f.text("language")
	r.Byline = f.byline()
	r.Published, r.Updated = f.date("published"), f.date("updated")
	r.Text, f.object.HTML = f.text("text"), f.text("html")
	if !f.has("text") && !f.has("html") {
		f.fail(ErrNoText)
	}
	if f.has("text") {
		f.object.HTML = ""
	}
}

// check says what is wrong with what the line holds, as a whole.
func (f *filler) check(invalid int) error {
	err := plain.Check(f.object.Report.Text+f.object.HTML, invalid)
	warnings, ok := plain.Warnings(err)
	if !ok {
		return err
	}
	for _, w := range warnings {
		f.warnings = append(f.warnings, w)
	}
	return errors.Join(f.warnings...)
}

func (f *filler) has(name string) bool {
	raw, ok := f.fields[name]
	return ok && string(raw) != "null"
}

func (f *filler) fail(err error) {
	if f.err == nil {
		f.err = err
	}
}

// text returns a field that must be a string.
func (f *filler) text(name string) string {
	var s string
	if f.has(name) && json.Unmarshal(f.fields[name], &s) != nil {
		f.fail(wrongType(name, f.fields[name], "a string"))
	}
	return s
}

// id returns the identifier, in a form that is safe to print again.
func (f *filler) id() json.RawMessage {
	if !f.has("id") {
		return nil
	}
	switch raw := f.fields["id"]; raw[0] {
	case '"':
		// What is no UTF-8 stands as U+FFFD in an id, as it does in a text.
		return []byte(strings.ToValidUTF8(string(raw), "\uFFFD"))
	case '{', '[', 't', 'f':
		f.fail(wrongType("id", raw, "a string or a number"))
		return nil
	default:
		return raw
	}
}

func (f *filler) byline() []string {
	if !f.has("byline") {
		return nil
	}
	raw := f.fields["byline"]
	if raw[0] == '"' {
		return plain.People(f.text("byline"))
	}
	var people []string
	if json.Unmarshal(raw, &people) != nil {
		f.fail(wrongType("byline", raw, "a string or a list of strings"))
	}
	return people
}

// date returns a field that must be a date. One that cannot be read is a warning,
// as it is in a header.
func (f *filler) date(name string) time.Time {
	value := f.text(name)
	t, err := plain.ParseDate(name, value)
	if err != nil {
		f.warnings = append(f.warnings, err)
	}
	return t
}

func wrongType(name string, raw json.RawMessage, want string) error {
	return fmt.Errorf("%q is %s and must be %s: %w", name, kindOf(raw), want, ErrType)
}

// kindOf names the kind of a JSON value.
func kindOf(raw json.RawMessage) string {
	switch raw[0] {
	case '{':
		return "an object"
	case '[':
		return "a list"
	case '"':
		return "a string"
	case 't', 'f':
		return "true or false"
	}
	return "a number"
}

// invalidBytes counts the bytes that are not UTF-8. The JSON library replaces
// each by U+FFFD, as package plain does.
func invalidBytes(data []byte) int {
	if utf8.Valid(data) {
		return 0
	}
	n := 0
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		if r == utf8.RuneError && size == 1 {
			n++
		}
		data = data[size:]
	}
	return n
}
