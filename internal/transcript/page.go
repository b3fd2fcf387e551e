package transcript

import (
	"strings"
	"unicode/utf8"

	"hearsay"
)

// page is a document as lines.
type page struct {
	doc   *hearsay.Document
	text  string
	spans []hearsay.Span // of the paragraphs
	lines []line
}

// line is one line of a paragraph, white space and the marks of quoted mail
// ("> ") trimmed. Lines without words are left out.
type line struct {
	hearsay.Span
	paragraph int
}

func newPage(doc *hearsay.Document) *page {
	p := &page{doc: doc, text: doc.Text, spans: make([]hearsay.Span, len(doc.Paragraphs))}
	p.lines = make([]line, 0, len(doc.Paragraphs))
	for i := range doc.Paragraphs {
		p.spans[i] = doc.ParagraphSpan(i)
		p.cut(i)
	}
	return p
}

// cut adds the lines of paragraph i.
func (p *page) cut(i int) {
	for start, end := p.spans[i].Start, p.spans[i].End; start < end; {
		stop, next := end, end
		if at := strings.IndexByte(p.text[start:end], '\n'); at >= 0 {
			stop, next = start+at, start+at+1
		}
		if l := p.trimQuoted(hearsay.Span{Start: start, End: stop}); l.Len() > 0 {
			p.lines = append(p.lines, line{l, i})
		}
		start = next
	}
}

func (p *page) trimQuoted(s hearsay.Span) hearsay.Span {
	s = p.trim(s)
	for s.Len() > 0 && p.text[s.Start] == '>' {
		s.Start++
		s = p.trim(s)
	}
	return s
}

// lineStart returns where the line begins whose first word is at offset: before
// the marks of quoted mail.
func (p *page) lineStart(offset int) int {
	return len(strings.TrimRight(p.text[:offset], "> "))
}

// trim cuts white space off both ends of a span; what is left may be empty.
func (p *page) trim(s hearsay.Span) hearsay.Span {
	for s.Start < s.End {
		r, size := utf8.DecodeRuneInString(p.text[s.Start:s.End])
		if !isSpace(r) {
			break
		}
		s.Start += size
	}
	for s.Start < s.End {
		r, size := utf8.DecodeLastRuneInString(p.text[s.Start:s.End])
		if !isSpace(r) {
			break
		}
		s.End -= size
	}
	return s
}

// isSpace is hearsay.IsSpace with a quick answer for most characters.
func isSpace(r rune) bool {
	if '!' <= r && r <= '~' {
		return false
	}
	return hearsay.IsSpace(r)
}

// kind returns the kind of the block a paragraph stands in.
func (p *page) kind(paragraph int) hearsay.BlockKind {
	return p.doc.Blocks[p.doc.Paragraphs[paragraph].Block].Kind
}

// runs reports whether a paragraph is running text, in which people may speak.
func (p *page) runs(paragraph int) bool {
	k := p.kind(paragraph)
	return k == hearsay.BlockBody || k == hearsay.BlockQuote
}

// tokens returns the tokens of a paragraph, as a range of indices.
func (p *page) tokens(paragraph int) (first, end int) {
	sentences := p.doc.Paragraphs[paragraph]
	return p.doc.Sentences[sentences.First].First, p.doc.Sentences[sentences.End-1].End
}

// pieces returns what of the paragraphs from the given one on lies within span,
// a piece for each paragraph of running text that is no remark in brackets.
func (p *page) pieces(paragraph int, span hearsay.Span) []hearsay.Span {
	var out []hearsay.Span
	for ; paragraph < len(p.spans) && p.spans[paragraph].Start < span.End; paragraph++ {
		s := p.spans[paragraph]
		s = p.trim(hearsay.Span{Start: max(s.Start, span.Start), End: min(s.End, span.End)})
		if s.Len() > 0 && p.runs(paragraph) && !isRemark(s.In(p.text)) && !announces(s.In(p.text)) {
			out = append(out, s)
		}
	}
	return out
}

// isRemark reports whether a paragraph is a transcript's own words, "[crosstalk]"
// or "(Laughter.)", or a rule such as "***".
func isRemark(words string) bool {
	words = strings.Trim(words, `"“”.`)
	if strings.Trim(words, "*_-–—=~· ") == "" {
		return true
	}
	return wholly(words, '[', ']') || wholly(words, '(', ')')
}

// wholly reports whether words are one pair of brackets and what it encloses.
func wholly(words string, open, close byte) bool {
	return len(words) > 1 && words[0] == open && strings.IndexByte(words, close) == len(words)-1
}

// words cuts a line at white space.
func words(s string) []string { return strings.FieldsFunc(s, isSpace) }
