package archive

import (
	"fmt"
	"strconv"
	"strings"

	"hearsay"
)

// statementSpans is where the parts of a statement stand in its text. Its text
// form is a letter for each part with its bytes: "s12-30 c31-35 t36-80 t90-100".
type statementSpans struct {
	source, cue *hearsay.Span
	content     []hearsay.Span
}

func (at statementSpans) String() string {
	var b strings.Builder
	write := func(part byte, s hearsay.Span) {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteByte(part)
		b.WriteString(strconv.Itoa(s.Start))
		b.WriteByte('-')
		b.WriteString(strconv.Itoa(s.End))
	}
	if at.source != nil {
		write('s', *at.source)
	}
	if at.cue != nil {
		write('c', *at.cue)
	}
	for _, s := range at.content {
		write('t', s)
	}
	return b.String()
}

func parseSpans(text string) (at statementSpans, err error) {
	for part := range strings.FieldsSeq(text) {
		first, past, ok := strings.Cut(part[1:], "-")
		start, err1 := strconv.Atoi(first)
		end, err2 := strconv.Atoi(past)
		if !ok || err1 != nil || err2 != nil {
			return at, fmt.Errorf("spans %q: %w", text, ErrCorrupt)
		}
		s := hearsay.Span{Start: start, End: end}
		switch part[0] {
		case 's':
			at.source = &s
		case 'c':
			at.cue = &s
		default:
			at.content = append(at.content, s)
		}
	}
	return at, nil
}
