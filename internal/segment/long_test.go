package segment

import (
	"slices"
	"strings"
	"testing"

	"hearsay"
)

// TestLongSentencesAreCut holds a sentence without end to be cut into pieces
// that lose no token, and one just short enough to stay whole.
func TestLongSentencesAreCut(t *testing.T) {
	for _, c := range []struct {
		tokens int
		want   []int // tokens of each sentence
	}{
		{maxSentence, []int{maxSentence}},
		{maxSentence + 1, []int{maxSentence, 1}},
		{3*maxSentence - 1, []int{maxSentence, maxSentence, maxSentence - 1}},
	} {
		text := strings.TrimSpace(strings.Repeat("and ", c.tokens-1)) + "."
		doc := Split(hearsay.Report{Text: text})
		if err := doc.Check(); err != nil {
			t.Fatal(err)
		}
		var got []int
		for _, s := range doc.Sentences {
			got = append(got, s.End-s.First)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%d tokens: sentences of %v, want %v", c.tokens, got, c.want)
		}
	}
}
