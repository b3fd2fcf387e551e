package intake

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"net/url"
	"path"
	"strconv"
	"strings"

	"hearsay"
	"hearsay/internal/article"
	"hearsay/internal/jsonl"
	"hearsay/internal/plain"
	"hearsay/internal/unpack"
)

// Line is a line of JSON Lines on its way in, not parsed yet.
type Line struct {
	jsonl.Line
	Path string // of the input and the line: "reports.jsonl:7", "-:7"
}

// Lines returns the lines of the inputs that args name (files, addresses and "-"
// for standard input; packed or not), each of which must be JSON Lines. Of each
// the lines are counted from 1. What cannot be opened or read to its end gives
// an error that names it; the others are still read. The sequence ends early
// only when ctx does, with its error.
func Lines(ctx context.Context, args []string, opt Options) iter.Seq2[Line, error] {
	return func(yield func(Line, error) bool) {
		in := newIntake(opt)
		fail := func(_ hearsay.Report, err error) bool { return yield(Line{}, err) }
		for _, arg := range args {
			if !in.one(ctx, arg, func(i input) bool { return eachLine(ctx, i, yield) }, fail) {
				return
			}
		}
	}
}

// eachLine hands on the lines of an input, unpacked.
func eachLine(ctx context.Context, i input, yield func(Line, error) bool) bool {
	fail := func(_ hearsay.Report, err error) bool { return yield(Line{}, err) }
	head, err := i.peek(unpack.SignatureSize)
	if err != nil {
		return i.fail(err, fail)
	}
	switch format, err := unpack.Recognise(head, i.name); {
	case err != nil:
		return i.fail(err, fail)
	case format != "":
		return i.unpacked(format, fail, func(inner input) bool { return eachLine(ctx, inner, yield) })
	}
	for line, err := range jsonl.Lines(i.data) {
		switch {
		case ctx.Err() != nil:
			yield(Line{}, ctx.Err())
			return false
		case err != nil:
			return yield(Line{}, named(i.title(), fmt.Errorf("line %d: %w", line.Number, explain(err))))
		case !yield(Line{line, i.part(":", strconv.Itoa(line.Number))}, nil):
			return false
		}
	}
	return true
}

// Parsed is what a line became.
type Parsed struct {
	ID       json.RawMessage // a JSON string or number; nil: none given, or none to be made out
	Report   hearsay.Report
	Warnings []error // what was not understood in a report that is read all the same
}

// Parse reads the report on a line. Warnings name the line; the error leaves that
// to the caller (see [Line.Named]), and with it the report holds its Path alone.
func (l Line) Parse() (Parsed, error) {
	bare := Parsed{Report: hearsay.Report{Path: l.Path}}
	if l.Err != nil {
		return bare, l.Err
	}
	object, err := jsonl.Parse(l.Data)
	bare.ID, bare.Report.Path = object.ID, cmp.Or(object.Report.Path, l.Path)
	warnings, ok := plain.Warnings(err)
	if !ok {
		return bare, err
	}
	report, err := compose(object)
	if err != nil {
		return bare, err
	}
	report.Path = bare.Report.Path
	parsed := Parsed{ID: object.ID, Report: report}
	for _, w := range warnings {
		parsed.Warnings = append(parsed.Warnings, l.Named(w))
	}
	return parsed, nil
}

// Named puts the line's name before an error.
func (l Line) Named(err error) error { return named(l.Path, err) }

// compose reads the page of an object that has one. What the object says of the
// report goes before what the page says.
func compose(object jsonl.Object) (hearsay.Report, error) {
	given := object.Report
	if object.HTML == "" {
		return given, nil
	}
	address, err := url.Parse(given.URL)
	if err != nil || address.Host == "" {
		address = nil
	}
	report, err := article.Extract([]byte(object.HTML), "text/html; charset=utf-8", address)
	if err != nil {
		return hearsay.Report{}, err
	}
	report.URL, report.Outlet = cmp.Or(given.URL, report.URL), cmp.Or(given.Outlet, report.Outlet)
	report.Headline, report.Language = cmp.Or(given.Headline, report.Headline), cmp.Or(given.Language, report.Language)
	report.Published, report.Updated = cmp.Or(given.Published, report.Published), cmp.Or(given.Updated, report.Updated)
	if given.Byline != nil {
		report.Byline = given.Byline
	}
	return report, nil
}

// lines hands on the reports on the lines of an input. Empty lines are passed
// over: nobody counts here.
func (in *intake) lines(ctx context.Context, i input, yield sink) bool {
	return eachLine(ctx, i, func(line Line, err error) bool {
		switch {
		case err != nil:
			return yield(hearsay.Report{Path: i.path}, err)
		case line.Blank():
			return true
		}
		parsed, err := line.Parse()
		if err != nil {
			return yield(parsed.Report, line.Named(err))
		}
		in.warn(parsed.Warnings)
		return yield(parsed.Report, nil)
	})
}

// holdsLines reports whether an input is JSON Lines: it is called so, or its
// first line is a JSON object.
func (i input) holdsLines(head []byte) bool {
	switch strings.ToLower(path.Ext(i.name)) {
	case ".jsonl", ".ndjson":
		return true
	}
	first, _, ended := bytes.Cut(bytes.TrimPrefix(head, []byte("\xEF\xBB\xBF")), []byte("\n"))
	first = bytes.TrimSpace(first)
	if !ended && len(head) >= sniffSize { // the line goes on
		return bytes.HasPrefix(first, []byte(`{"`))
	}
	return bytes.HasPrefix(first, []byte("{")) && json.Valid(first)
}
