package hearsay

import "fmt"

// Utterance is words that a report gives to somebody by its layout, without a
// verb of saying: a turn of a transcript, a quotation above "— Name", a post
// under a handle.
//
//	MS. ORL (through an interpreter): No. We stay.
//	speaker                     mark└ └─content──┘
type Utterance struct {
	Kind    UtteranceKind
	Speaker Span
	Mark    *Span  // what ties words and speaker: a colon, a dash, "Posted by"; nil: their place alone
	Content []Span // a piece for each paragraph; at least one, in text order
	When    *Span  // the words that date a post; nil: none
}

// UtteranceKind says by what layout words are given to their speaker.
type UtteranceKind string

// The kinds of utterance.
const (
	UtteranceTurn  UtteranceKind = "turn"  // Q: …    REPORTER: …
	UtteranceQuote UtteranceKind = "quote" // “…” — Name
	UtterancePost  UtteranceKind = "post"  // @handle: …    … — Name (@handle) 14 April
)

// UtteranceKinds lists every kind of utterance.
var UtteranceKinds = []UtteranceKind{UtteranceTurn, UtteranceQuote, UtterancePost}

// checkUtterances holds every span to lie in a text of n bytes, and contents to
// share no words.
func checkUtterances(utterances []Utterance, n int) error {
	end := 0
	for i, u := range utterances {
		if u.Speaker.Check(n) != nil || checkMaybe(u.Mark, n) != nil || checkMaybe(u.When, n) != nil || len(u.Content) == 0 {
			return fmt.Errorf("utterance %d: its speaker or content is missing, or a part is outside the text", i)
		}
		for _, c := range u.Content {
			if err := c.Check(n); err != nil {
				return fmt.Errorf("utterance %d: %w", i, err)
			}
			if c.Start < end {
				return fmt.Errorf("utterance %d: its content at byte %d begins inside the piece before it", i, c.Start)
			}
			end = c.End
		}
	}
	return nil
}

// checkMaybe checks a span that may be missing.
func checkMaybe(s *Span, n int) error {
	if s == nil {
		return nil
	}
	return s.Check(n)
}
