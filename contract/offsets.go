package contract

import "hearsay"

// stride is how many bytes of text one entry of an offset table stands for.
const stride = 256

// offsets turns byte offsets into code-point offsets of one text.
//
// A code point begins at every byte that is not a UTF-8 continuation byte, so
// the code points before a byte offset are the beginnings before it. Those are
// counted once, at every stride-th byte; an offset then costs a look-up and a
// count over what is left of its stride, whatever the text's length:
//
//	bytes      0 ......... 256 ......... 512 ..↓
//	before     0           249           497   + count(text[512:↓])
//
// In a text of ASCII alone both kinds of offset are the same, and no table is kept.
type offsets struct {
	text   string
	before []int // code points before byte i*stride; nil: the text is ASCII
}

// newOffsets reads text once.
func newOffsets(text string) offsets {
	o := offsets{text: text}
	if isASCII(text) {
		return o
	}
	o.before = make([]int, len(text)/stride+1)
	for i := 1; i < len(o.before); i++ {
		o.before[i] = o.before[i-1] + beginnings(text[(i-1)*stride:i*stride])
	}
	return o
}

// codePoint returns the number of code points before a byte offset, which must
// lie on the border of a code point.
func (o offsets) codePoint(offset int) int {
	if o.before == nil {
		return offset
	}
	i := offset / stride
	return o.before[i] + beginnings(o.text[i*stride:offset])
}

// span returns s in code points, with its words.
func (o offsets) span(s hearsay.Span) Span {
	return Span{Start: o.codePoint(s.Start), End: o.codePoint(s.End), Text: s.In(o.text)}
}

// maybe is span for a span that may be absent.
func (o offsets) maybe(s *hearsay.Span) *Span {
	if s == nil {
		return nil
	}
	converted := o.span(*s)
	return &converted
}

// beginnings counts the bytes of s at which a code point begins.
func beginnings(s string) int {
	n := 0
	for i := range len(s) {
		if s[i]&0xC0 != 0x80 {
			n++
		}
	}
	return n
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}
