package layout

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"hearsay"
)

func TestLayout(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"nothing", "", nil},
		{"white space only", " \r\n\u00A0\t\n\x00\n", nil},
		{"empty lines", "One.\n\nTwo.\n \t\nThree.\n", []string{"One.", "Two.", "Three."}},
		{"line ends of other systems", "One.\r\n\r\nTwo.\r\rThree.\u2029Four.", []string{"One.", "Two.", "Three.", "Four."}},
		{"a line of NUL is empty", "One.\n\x00\nTwo.", []string{"One.", "Two."}},
		{"trimmed", "\n\n  One. \u00A0\n\n", []string{"One."}},
		{"hard wraps",
			"The minister told the council on\nTuesday that she would resign.\nHer deputy takes over until a vote\nis held in the spring.",
			[]string{"The minister told the council on\nTuesday that she would resign.", "Her deputy takes over until a vote\nis held in the spring."}},
		{"one paragraph a line",
			"Talks go on.\nNeither side has seen the text of the offer.\nThe envoy left.",
			[]string{"Talks go on.", "Neither side has seen the text of the offer.", "The envoy left."}},
		{"headline above the text", "Talks go on\nThe envoy of the League left the capital on Tuesday.",
			[]string{"Talks go on", "The envoy of the League left the capital on Tuesday."}},
		{"a line in lower case goes on", "Talks in the capital of the region\nwent on.", []string{"Talks in the capital of the region\nwent on."}},
		{"long lines are paragraphs",
			strings.Repeat("talks go on and ", 12) + "on\nDrenn waits.",
			[]string{strings.Repeat("talks go on and ", 12) + "on", "Drenn waits."}},
		{"list items", "The terms are:\n- free the captives\n• open the road",
			[]string{"The terms are:", "- free the captives", "• open the road"}},
		{"line separator", "They asked for a pause in the talks\u2028on Monday.", []string{"They asked for a pause in the talks\u2028on Monday."}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, p := range Paragraphs(c.text) {
				got = append(got, p.In(c.text))
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("\n got %q\nwant %q", got, c.want)
			}
		})
	}
}

var awkward = []string{
	"a", "He said so.", "and", "“It is over.”", "- item", " ", "  ", "\n", "\n\n", "\r\n", "\r", "\f", "\x00", "\u2028", "\u2029", "\u0085",
	"\u00A0", "\u200B", "é", "漢", "\uFFFD", strings.Repeat("long ", 40),
}

func genText() *rapid.Generator[string] {
	return rapid.Map(rapid.SliceOf(rapid.SampledFrom(awkward)), func(p []string) string { return strings.Join(p, "") })
}

// genBlocks returns blocks that lie anywhere in text, even across a character.
func genBlocks(t *rapid.T, text string) []hearsay.Block {
	var blocks []hearsay.Block
	for at := 0; at < len(text) && rapid.Bool().Draw(t, "another"); {
		start := rapid.IntRange(at, len(text)-1).Draw(t, "start")
		end := rapid.IntRange(start+1, len(text)).Draw(t, "end")
		kind := rapid.SampledFrom(hearsay.BlockKinds).Draw(t, "kind")
		blocks = append(blocks, hearsay.Block{Span: hearsay.Span{Start: start, End: end}, Kind: kind})
		at = end
	}
	return blocks
}

// Pieces hold every character that is not white space, in order, none of them
// reaches over the edge of a block, and what blocks leave whole is a paragraph.
func TestPieces(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := genText().Draw(t, "text")
		blocks := genBlocks(t, text)
		paragraphs := Paragraphs(text)
		end := 0
		for _, p := range Pieces(text, blocks) {
			if p.Len() <= 0 || p.Start < end || Trim(text, hearsay.Span{Start: end, End: p.Start}).Len() > 0 {
				t.Fatalf("%q: piece %v after byte %d", text, p, end)
			}
			if whole := paragraphs[p.Paragraph]; !whole.Contains(p.Span) || p.Whole() != (whole == p.Span) {
				t.Fatalf("%q: piece %v of paragraph %v", text, p, whole)
			}
			for i, b := range blocks {
				if b.Overlaps(p.Span) != (i == p.Block) || i == p.Block && !b.Contains(p.Span) {
					t.Fatalf("%q: piece %v and block %d %v", text, p, i, b)
				}
			}
			end = p.End
		}
		if Trim(text, hearsay.Span{Start: end, End: len(text)}).Len() > 0 {
			t.Fatalf("%q: pieces end at byte %d", text, end)
		}
	})
}

// Cutting again at the edges of the pieces changes nothing.
func TestPiecesAreStable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := genText().Draw(t, "text")
		first := Pieces(text, genBlocks(t, text))
		var blocks []hearsay.Block
		for i := range first {
			blocks = append(blocks, hearsay.Block{Span: first[i].Span, Kind: hearsay.BlockBody})
			first[i].Block = i
		}
		if again := Pieces(text, blocks); !slices.Equal(again, first) {
			t.Fatalf("%q: %v, then %v", text, first, again)
		}
	})
}

func BenchmarkParagraphs(b *testing.B) {
	text := strings.Repeat("The League of Coastal Towns said on Tuesday it would wait for an answer from the mediators.\n\n", 600)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Paragraphs(text)
	}
}
