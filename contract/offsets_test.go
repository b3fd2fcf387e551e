package contract

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"hearsay"
)

// TestOffsets holds the table against counting from the text's beginning.
func TestOffsets(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		alphabet := rapid.SampledFrom([]string{"a", " ", "\n", "é", "“", "語", "🜁", strings.Repeat("b", stride-1)})
		text := strings.Join(rapid.SliceOf(alphabet).Draw(t, "text"), "")
		o := newOffsets(text)
		for i := range text {
			if got, want := o.codePoint(i), utf8.RuneCountInString(text[:i]); got != want {
				t.Fatalf("code point of byte %d: %d, want %d", i, got, want)
			}
		}
		if got, want := o.codePoint(len(text)), utf8.RuneCountInString(text); got != want {
			t.Fatalf("code point of the end: %d, want %d", got, want)
		}
	})
}

func TestSpanCarriesWords(t *testing.T) {
	text := "“Né” — Radio Drenn"
	start := strings.Index(text, "Radio")
	got := newOffsets(text).span(hearsay.Span{Start: start, End: len(text)})
	if want := (Span{Start: 7, End: 18, Text: "Radio Drenn"}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func BenchmarkOffsets(b *testing.B) {
	text := strings.Repeat("“We will wait”, Korrel said. ", 1<<15)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		newOffsets(text).codePoint(len(text))
	}
}
