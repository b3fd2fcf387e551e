package gold

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"hearsay"
)

// Reviewed is a revision of which people judged some readings.
type Reviewed struct {
	Name   string // of the revision
	Text   string
	Blocks []hearsay.Block

	Holds        []Attribution  // what is right, corrected or added, and nobody is against
	Judged, Open []hearsay.Span // cues that somebody judged; cues that nobody did, or people in two ways
}

// reviewedLine is a line that 'hearsay export reviews' writes.
type reviewedLine struct {
	Reviews  int
	Revision string
	Extract  bool
	Text     string
	Blocks   []struct {
		Span reviewedSpan
		Kind hearsay.BlockKind
	}
	Readings []struct {
		reviewedWords
		Verdict string
		Machine *reviewedWords
		Against []string
	}
	Open []reviewedWords
}

type reviewedWords struct {
	Source, Cue *reviewedSpan
	Content     []reviewedSpan
}

// reviewedSpan counts code points.
type reviewedSpan struct{ Start, End int }

// reviewSchema is the form of lines that this program knows.
const reviewSchema = 1

// Reviews reads what 'hearsay export reviews --full' wrote, in the order of its
// lines. It refuses extracts: what the words around say cannot be learned from
// blanks. Errors begin with the file's name and line.
func Reviews(file string, data []byte) ([]Reviewed, error) {
	var all []Reviewed
	lines := bufio.NewScanner(bytes.NewReader(data))
	lines.Buffer(nil, len(data)+1)
	for n := 1; lines.Scan(); n++ {
		if len(bytes.TrimSpace(lines.Bytes())) == 0 {
			continue
		}
		r, err := parseReviewed(lines.Bytes())
		if err != nil {
			return nil, lineError(file, n, "%v", err)
		}
		all = append(all, r)
	}
	return all, lines.Err()
}

func parseReviewed(line []byte) (Reviewed, error) {
	var l reviewedLine
	if err := json.Unmarshal(line, &l); err != nil {
		return Reviewed{}, fmt.Errorf("is no JSON: %w", err)
	}
	switch {
	case l.Reviews == 0:
		return Reviewed{}, errors.New("is no reviews: 'hearsay export reviews --full' writes them")
	case l.Reviews > reviewSchema:
		return Reviewed{}, fmt.Errorf("is of form %d, and this program knows %d: use a newer one", l.Reviews, reviewSchema)
	case l.Extract:
		return Reviewed{}, errors.New("is an extract: export it with --full, or leave it out where the outlet's text is not kept")
	}
	return l.reviewed()
}

func (l reviewedLine) reviewed() (Reviewed, error) {
	r := Reviewed{Name: l.Revision, Text: l.Text}
	p := reviewParser{at: newOffsets(l.Text)}
	for _, b := range l.Blocks {
		r.Blocks = append(r.Blocks, hearsay.Block{Span: p.span(b.Span), Kind: b.Kind})
	}
	if !inOrder(r.Blocks) {
		return r, errors.New("has blocks that are not in order")
	}
	for _, reading := range l.Readings {
		cues := p.cues(reading.reviewedWords)
		if reading.Machine != nil {
			cues = append(cues, p.cues(*reading.Machine)...)
		}
		if len(reading.Against) > 0 {
			r.Open = append(r.Open, cues...)
			continue
		}
		r.Judged = append(r.Judged, cues...)
		if reading.Verdict == "wrong" || reading.Cue == nil {
			continue // what the layout tells has no cue, and no model finds it
		}
		if len(reading.Content) == 0 {
			return r, errors.New("has a reading without content")
		}
		r.Holds = append(r.Holds, p.attribution(reading.reviewedWords))
	}
	for _, w := range l.Open {
		r.Open = append(r.Open, p.cues(w)...)
	}
	slices.SortStableFunc(r.Holds, inTextOrder)
	return r, p.err
}

func inOrder(blocks []hearsay.Block) bool {
	for i, b := range blocks {
		if i > 0 && b.Span.Start < blocks[i-1].Span.End {
			return false
		}
	}
	return true
}

// reviewParser turns code points into bytes and remembers the first that cannot be.
type reviewParser struct {
	at  offsets
	err error
}

func (p *reviewParser) span(s reviewedSpan) hearsay.Span {
	span, err := p.at.span(s.Start, s.End)
	if p.err == nil {
		p.err = err
	}
	return span
}

// cues returns where a reading's cue is, if it has one.
func (p *reviewParser) cues(w reviewedWords) []hearsay.Span {
	if w.Cue == nil {
		return nil
	}
	return []hearsay.Span{p.span(*w.Cue)}
}

func (p *reviewParser) attribution(w reviewedWords) (a Attribution) {
	a.Cue = p.cues(w)
	if w.Source != nil {
		a.Source = []hearsay.Span{p.span(*w.Source)}
	}
	for _, c := range w.Content {
		a.Content = append(a.Content, p.span(c))
	}
	return a
}
