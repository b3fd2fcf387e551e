package plain

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"hearsay"
)

// names are the only names a header line can have, exactly so: "URL" is one
// and "Url" is not, because a headline such as "outlet: …" is likelier than a
// header written carelessly.
var names = []string{"Outlet", "URL", "Headline", "Byline", "Published", "Updated"}

// field is one line of a header.
type field struct {
	name, value string
	line        int // counted from 1
}

// cutHeader splits text into the fields of its header and what follows it.
//
//	Outlet: Radio Drenn␊                      field
//	Headline: Talks resume in Ostrava␊        field
//	␊                                         removed
//	OSTRAVA — The mediators …                 the rest, as it is
//
// Without a header, fields is nil and rest is text. There is a header only if
// every line up to the first empty one has the form of a field; a line ends
// with LF or CRLF. Where no empty line follows, nothing marks an end of the
// header, and all is text: a one-line input "Headline: …" is not swallowed.
func cutHeader(text string) (fields []field, rest string) {
	rest = text
	for {
		line, after, ok := strings.Cut(rest, "\n")
		if !ok {
			return nil, text
		}
		line, rest = strings.TrimSuffix(line, "\r"), after
		if line == "" {
			break
		}
		f, ok := parseField(line)
		if !ok {
			return nil, text
		}
		f.line = len(fields) + 1
		fields = append(fields, f)
	}
	if len(fields) == 0 {
		return nil, text
	}
	return fields, rest
}

// parseField reads "Name: value". White space must follow the colon, unless
// the line ends there: "URL:" is a field without a value, "URL:x" is none.
func parseField(line string) (field, bool) {
	name, value, ok := strings.Cut(line, ":")
	if !ok || !slices.Contains(names, name) {
		return field{}, false
	}
	if value != "" && value[0] != ' ' && value[0] != '\t' {
		return field{}, false
	}
	return field{name: name, value: strings.TrimSpace(value)}, true
}

// fill sets the report's fields from the header. A name that comes twice
// counts with its last value; bylines add up. The warnings are for dates that
// cannot be read.
func fill(r *hearsay.Report, fields []field) (warnings []error) {
	for _, f := range fields {
		var err error
		switch f.name {
		case "Outlet":
			r.Outlet = f.value
		case "URL":
			r.URL = f.value
		case "Headline":
			r.Headline = f.value
		case "Byline":
			r.Byline = append(r.Byline, People(f.value)...)
		case "Published":
			r.Published, err = ParseDate(f.name, f.value)
		case "Updated":
			r.Updated, err = ParseDate(f.name, f.value)
		}
		if err != nil {
			warnings = append(warnings, &Warning{Line: f.line, Reason: err.Error()})
		}
	}
	return warnings
}

// layouts are the forms of a date. Those without a zone are UTC: a report must
// read the same wherever the program runs.
var layouts = []string{
	time.RFC3339, "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05Z0700", "2006-01-02 15:04:05Z07:00", "2006-01-02 15:04Z07:00",
	"2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04:05", "2006-01-02 15:04", time.DateOnly,
}

// ParseDate reads the date that the field called name has for its value; "" is
// the zero time. Its error is a *Warning without a line.
func ParseDate(name, value string) (time.Time, error) {
	if value == "" {
		return time.Time{}, nil
	}
	for _, layout := range layouts {
		if t, err := time.Parse(layout, value); err == nil && isPrintable(t) {
			return t, nil
		}
	}
	return time.Time{}, &Warning{Reason: fmt.Sprintf("%s: %q is not a date: write it as 2006-01-02T15:04:05Z, 2006-01-02 15:04 or 2006-01-02", name, value)}
}

// isPrintable refuses what can be parsed but not be written as RFC 3339 again:
// an offset of 24 hours.
func isPrintable(t time.Time) bool {
	_, err := t.MarshalText()
	return err == nil
}

// People splits a byline into the people it names: "By Irena Moss and Peter
// Quade" into two. It knows commas, semicolons and "and", and nothing about
// places or agencies that stand in a byline.
func People(byline string) []string {
	byline = strings.Join(strings.Fields(byline), " ")
	byline = trimPrefixFold(byline+" ", "by ")
	byline = strings.NewReplacer(";", ",", " and ", ",", " & ", ",").Replace(byline)
	var people []string
	for name := range strings.SplitSeq(byline, ",") {
		name = strings.TrimPrefix(strings.TrimSpace(name), "and ")
		if name != "" {
			people = append(people, name)
		}
	}
	return people
}

// trimPrefixFold drops an ASCII prefix, in capitals or not.
func trimPrefixFold(s, prefix string) string {
	if len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix) {
		return s[len(prefix):]
	}
	return s
}
