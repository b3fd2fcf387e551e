package gold

import (
	"fmt"
	"unicode/utf8"

	"hearsay"
)

// offsets converts positions counted in code points into byte offsets.
type offsets []int // the byte each code point begins at, and last the length in bytes

func newOffsets(text string) offsets {
	table := make(offsets, 0, utf8.RuneCountInString(text)+1)
	for i := range text {
		table = append(table, i)
	}
	return append(table, len(text))
}

// span returns the bytes of the code points [start, end).
func (o offsets) span(start, end int) (hearsay.Span, error) {
	if start < 0 || end >= len(o) || start >= end {
		return hearsay.Span{}, fmt.Errorf("range %d %d is empty or outside a text of %d code points", start, end, len(o)-1)
	}
	return hearsay.Span{Start: o[start], End: o[end]}, nil
}
