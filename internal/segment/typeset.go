package segment

import (
	"strings"

	"hearsay"
)

// plain is a paragraph as it would be typed (see hearsay.Typeset), so that no
// rule need know of soft hyphens and the like. Tokens are found in it and then
// put back where they stand in the report:
//
//	report   The nego·tiators’ ﬁnal oﬀer      · a soft hyphen
//	         0   4   8 10    16
//	plain    The negotiators’ final offer
//	         0   4   8      15
//	edits            8+2→8       …            from 8 on the report is two bytes ahead
//
// A paragraph without such characters, as most are, is taken as it is.
type plain struct {
	text  strings.Builder
	edits []edit // in text order
}

// edit is a place where the plain text is not the report's: [start, end) of the
// one for [from, to) of the other.
type edit struct {
	start, end int // in the plain text; both the same where nothing is left
	from, to   int // in the report
}

// of returns the text to find the paragraph's tokens in, and where in it.
func (p *plain) of(report string, span hearsay.Span) (string, hearsay.Span) {
	p.edits = p.edits[:0]
	done := span.Start
	for i := span.Start; i < span.End; {
		if !mayBeTypeset[report[i]] {
			i++
			continue
		}
		size, plain := hearsay.Typeset(report[:span.End], i)
		if size == 0 {
			i++
			continue
		}
		p.replace(report[done:i], plain, i, size)
		i += size
		done = i
	}
	if len(p.edits) == 0 {
		return report, span
	}
	p.text.WriteString(report[done:span.End])
	return p.text.String(), hearsay.Span{End: p.text.Len()}
}

// replace writes the report's words before an edit, and the edit.
func (p *plain) replace(before, plain string, from, size int) {
	if len(p.edits) == 0 {
		p.text.Reset()
	}
	p.text.WriteString(before)
	start := p.text.Len()
	p.text.WriteString(plain)
	p.edits = append(p.edits, edit{start: start, end: p.text.Len(), from: from, to: from + size})
}

// restore puts the tokens of a paragraph that began at start where they stand in
// the report. No token begins or ends within an edit: what stands for it is a
// single character, or letters that no rule parts.
func (p *plain) restore(tokens []hearsay.Token, start int) {
	if len(p.edits) == 0 {
		return
	}
	last, next := edit{from: start, to: start}, 0 // the last edit before a token's edge
	at := func(offset int, isEnd bool) int {
		for next < len(p.edits) && p.edits[next].isBefore(offset, isEnd) {
			last = p.edits[next]
			next++
		}
		return last.to + offset - last.end
	}
	for i := range tokens {
		t := &tokens[i]
		t.Start, t.End = at(t.Start, false), at(t.End, true)
	}
}

// isBefore reports whether an edit lies before a token's edge. One that leaves
// nothing and stands right at the edge lies before a token that begins there, and
// behind one that ends there.
func (e edit) isBefore(offset int, isEnd bool) bool {
	return e.end < offset || e.end == offset && !(isEnd && e.start == offset)
}

// mayBeTypeset tells by its first byte what typesetting may have put there.
var mayBeTypeset = [256]bool{'-': true, 0xC2: true, 0xE2: true, 0xE3: true, 0xEF: true}
