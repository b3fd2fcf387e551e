package hearsay

import "fmt"

// Span is a half-open range [Start, End) of byte offsets into one revision's text.
//
// Everything Hearsay finds is a span, never a copy of the words: a reading can
// always be traced back to the place it was read from. What leaves the program
// counts Unicode code points instead; package contract converts.
type Span struct {
	Start, End int
}

// Len returns the length of s in bytes.
func (s Span) Len() int { return s.End - s.Start }

// In returns the words s covers in text.
func (s Span) In(text string) string { return text[s.Start:s.End] }

// Overlaps reports whether s and t share at least one byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Contains reports whether t lies wholly within s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Check reports an error unless s is a non-empty range inside a text of n bytes.
func (s Span) Check(n int) error {
	if s.Start < 0 || s.End > n || s.Start >= s.End {
		return fmt.Errorf("span [%d,%d) is empty or outside a text of %d bytes", s.Start, s.End, n)
	}
	return nil
}
