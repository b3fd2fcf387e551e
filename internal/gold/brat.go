package gold

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"hearsay"
)

// A brat standoff file has one record a line, its kind in the first letter:
//
//	T7	Content 292 431;433 440	words of both pieces      a text-bound span
//	E2	Attribution:T8 Content:T7 Cue:T6 Source:T5         an event over such spans
//	#1	AnnotatorNotes T7	…                              a note; so A, R, M, N, *
//
// Words that contain a line break run on over the lines that follow. Events may
// stand before the spans they name. See https://brat.nlplab.org/standoff.html.

// ParseBrat returns the attributions of the standoff file ann, named file in
// errors, about text, in text order. Events other than Attribution and
// Attribution-no-source and spans in no event are passed over, as are events
// without cue or content; a role with a number (Content2) adds to the role
// without.
func ParseBrat(file, ann, text string) ([]Attribution, error) {
	p := bratParser{file: file, text: text, offsets: newOffsets(text), bounds: map[string][]hearsay.Span{}}
	if err := p.readRecords(ann); err != nil {
		return nil, err
	}
	var found []Attribution
	for _, e := range p.events {
		a, err := p.attribution(e)
		if err != nil {
			return nil, err
		}
		if len(a.Cue) > 0 && len(a.Content) > 0 {
			found = append(found, a)
		}
	}
	slices.SortStableFunc(found, inTextOrder)
	return found, nil
}

func inTextOrder(a, b Attribution) int {
	if c := a.Cue[0].Start - b.Cue[0].Start; c != 0 {
		return c
	}
	return a.Content[0].Start - b.Content[0].Start
}

type bratParser struct {
	file    string
	text    string
	offsets offsets
	bounds  map[string][]hearsay.Span // by id: T7
	events  []bratRecord
}

// bratRecord is one record: its id and the two fields after it, the second with
// all the lines it runs on over.
type bratRecord struct {
	line              int
	id, fields, words string
}

func (p *bratParser) readRecords(ann string) error {
	records, err := p.split(ann)
	if err != nil {
		return err
	}
	for _, r := range records {
		switch r.id[0] {
		case 'T':
			if err := p.bind(r); err != nil {
				return err
			}
		case 'E':
			p.events = append(p.events, r)
		}
	}
	return nil
}

// split takes the file apart into records. A line that begins none belongs to
// the words of the text-bound record before it; bind finds out if it did not.
func (p *bratParser) split(ann string) ([]bratRecord, error) {
	var records []bratRecord
	for i, line := range strings.Split(ann, "\n") {
		line = strings.TrimSuffix(line, "\r")
		last := len(records) - 1
		id, rest, _ := strings.Cut(line, "\t")
		switch {
		case isRecordID(id):
			fields, words, _ := strings.Cut(rest, "\t")
			records = append(records, bratRecord{i + 1, id, fields, words})
		case last >= 0 && records[last].id[0] == 'T':
			records[last].words += "\n" + line
		case line != "":
			return nil, lineError(p.file, i+1, "%q is no brat record", line)
		}
	}
	return records, nil
}

// isRecordID reports whether s is a letter that brat gives a kind of record and
// a number, or the star of an equivalence.
func isRecordID(s string) bool {
	if s == "*" {
		return true
	}
	if len(s) < 2 || !strings.Contains("TEARMN#", s[:1]) {
		return false
	}
	_, err := strconv.ParseUint(s[1:], 10, 32)
	return err == nil
}

// bind reads a text-bound record: "Content 292 431;433 440".
func (p *bratParser) bind(r bratRecord) error {
	_, ranges, _ := strings.Cut(r.fields, " ")
	var pieces []hearsay.Span
	var words strings.Builder
	for _, piece := range strings.Split(ranges, ";") {
		span, err := p.piece(r, piece)
		if err != nil {
			return err
		}
		pieces = append(pieces, span)
		words.WriteString(span.In(p.text))
	}
	if got, want := withoutSpace(words.String()), withoutSpace(r.words); got != want {
		return lineError(p.file, r.line, "%s covers %q in the text, but its words are %q", r.id, got, want)
	}
	if _, twice := p.bounds[r.id]; twice {
		return lineError(p.file, r.line, "%s is there twice", r.id)
	}
	p.bounds[r.id] = pieces
	return nil
}

func (p *bratParser) piece(r bratRecord, piece string) (hearsay.Span, error) {
	from, to, _ := strings.Cut(piece, " ")
	start, err := strconv.Atoi(from)
	if err != nil {
		return hearsay.Span{}, lineError(p.file, r.line, "%s: %q is no pair of offsets", r.id, piece)
	}
	end, err := strconv.Atoi(to)
	if err != nil {
		return hearsay.Span{}, lineError(p.file, r.line, "%s: %q is no pair of offsets", r.id, piece)
	}
	span, err := p.offsets.span(start, end)
	if err != nil {
		return hearsay.Span{}, lineError(p.file, r.line, "%s: %v", r.id, err)
	}
	return span, nil
}

// attribution reads an event: "Attribution:T8 Content:T7 Cue:T6 Source:T5".
// Other events give an empty Attribution.
func (p *bratParser) attribution(e bratRecord) (Attribution, error) {
	var a Attribution
	roles := strings.Fields(e.fields)
	if len(roles) == 0 {
		return a, lineError(p.file, e.line, "%s is an event of nothing", e.id)
	}
	if kind, _, _ := strings.Cut(roles[0], ":"); kind != "Attribution" && kind != "Attribution-no-source" {
		return a, nil
	}
	for _, field := range roles {
		role, id, _ := strings.Cut(field, ":")
		pieces, ok := p.bounds[id]
		if !ok {
			return a, lineError(p.file, e.line, "%s names %s, which is not in the file", e.id, field)
		}
		switch strings.TrimRight(role, "0123456789") {
		case "Source":
			a.Source = append(a.Source, pieces...)
		case "Cue":
			a.Cue = append(a.Cue, pieces...)
		case "Content":
			a.Content = append(a.Content, pieces...)
		}
	}
	a.Source, a.Cue, a.Content = joined(p.text, a.Source), joined(p.text, a.Cue), joined(p.text, a.Content)
	return a, nil
}

// joined sorts pieces and makes one of those that overlap or have only white
// space between them.
func joined(text string, pieces []hearsay.Span) []hearsay.Span {
	slices.SortFunc(pieces, func(a, b hearsay.Span) int { return a.Start - b.Start })
	var out []hearsay.Span
	for _, p := range pieces {
		last := len(out) - 1
		if last >= 0 && (p.Start <= out[last].End || isSpace(text[out[last].End:p.Start])) {
			out[last].End = max(out[last].End, p.End)
			continue
		}
		out = append(out, p)
	}
	return out
}

func isSpace(s string) bool {
	return strings.TrimSpace(s) == ""
}

func withoutSpace(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}
