// Package recordtest builds records by hand, for tests of what shows or compares
// them: such tests then depend on no weights.
package recordtest

import (
	"fmt"
	"strconv"
	"strings"

	"hearsay"
)

// Parse returns a record of text with one attribution for each line of lines:
//
//	SOURCE | CUE | CONTENT [|| CONTENT …] | MANNER | CONFIDENCE [| WITHIN]
//
// Source, cue and contents are words of the text; "-" means there is none. Words
// that stand several times are their first occurrence; "said@2" is the second.
// A line break among them is written "⏎".
// Confidence is in thousandths, WITHIN the number of an earlier line, from 0.
// Each paragraph (text between empty lines) becomes a body block.
func Parse(text, lines string) (hearsay.Record, error) {
	record := hearsay.Record{
		Report: hearsay.Report{Path: "example.txt", Text: text},
		Blocks: blocks(text), Language: "en",
		Reader: hearsay.ReaderVersion{Version: "test", Weights: "none"},
	}
	for line := range strings.Lines(lines) {
		if strings.TrimSpace(line) == "" {
			continue
		}
		a, err := attribution(text, line)
		if err != nil {
			return record, fmt.Errorf("%q: %w", strings.TrimSpace(line), err)
		}
		a.ID = len(record.Attributions)
		record.Attributions = append(record.Attributions, a)
	}
	return record, record.Check()
}

// Must is Parse for input that is known to be right.
func Must(text, lines string) hearsay.Record {
	record, err := Parse(text, lines)
	if err != nil {
		panic("recordtest: " + err.Error())
	}
	return record
}

func blocks(text string) []hearsay.Block {
	var out []hearsay.Block
	start := 0
	for paragraph := range strings.SplitSeq(text, "\n\n") {
		if words := strings.TrimSpace(paragraph); words != "" {
			at := start + strings.Index(paragraph, words)
			span := hearsay.Span{Start: at, End: at + len(words)}
			out = append(out, hearsay.Block{Span: span, Kind: hearsay.BlockBody})
		}
		start += len(paragraph) + len("\n\n")
	}
	return out
}

func attribution(text, line string) (a hearsay.Attribution, err error) {
	line = strings.ReplaceAll(line, "||", "\x00")
	fields := strings.Split(line, "|")
	for i := range fields {
		fields[i] = strings.TrimSpace(fields[i])
	}
	if len(fields) < 5 || len(fields) > 6 {
		return a, fmt.Errorf("has %d fields, want 5 or 6", len(fields))
	}
	if a.Source, err = find(text, fields[0]); err != nil {
		return a, err
	}
	if a.Cue, err = find(text, fields[1]); err != nil {
		return a, err
	}
	for words := range strings.SplitSeq(fields[2], "\x00") {
		piece, err := find(text, strings.TrimSpace(words))
		if err != nil || piece == nil {
			return a, fmt.Errorf("content: %v", err)
		}
		a.Content = append(a.Content, *piece)
	}
	a.Manner = hearsay.Manner(fields[3])
	if a.Confidence, err = strconv.Atoi(fields[4]); err != nil {
		return a, err
	}
	a.Within, err = within(fields[5:])
	return a, err
}

// within reads the last field, if it is there.
func within(field []string) (*int, error) {
	if len(field) == 0 {
		return nil, nil
	}
	n, err := strconv.Atoi(field[0])
	return &n, err
}

// find returns the span of words in text, nil for "-".
func find(text, words string) (*hearsay.Span, error) {
	if words == "-" {
		return nil, nil
	}
	nth := 1
	if w, n, ok := strings.Cut(words, "@"); ok {
		words = w
		var err error
		if nth, err = strconv.Atoi(n); err != nil {
			return nil, err
		}
	}
	words = strings.ReplaceAll(words, "⏎", "\n")
	start := 0
	for ; ; nth-- {
		i := strings.Index(text[start:], words)
		if i < 0 {
			return nil, fmt.Errorf("%q is not in the text that often", words)
		}
		start += i
		if nth == 1 {
			return &hearsay.Span{Start: start, End: start + len(words)}, nil
		}
		start += len(words)
	}
}
