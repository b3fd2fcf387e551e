package segment

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"hearsay"
	"hearsay/internal/layout"
)

// awkward holds the characters that rules turn on, so that generated texts meet
// the rules more often than chance would have it.
var awkward = []string{
	`"`, "“", "”", "„", "«", "»", "'", "‘", "’", "''", "``", "(", ")", "[", "]", "-", "--", "–", "—", ".", "...", "…", "!", "?",
	",", ";", ":", "/", "@", "#", "$", "%", "&", " ", " ", " ", "\n", "\n\n", "\r", "\r\n", "\x00", "\f", "\u2028", "\u2029", "\u0085",
	"\u00A0", "\u00AD", "ﬁ", "-\n", "\u00AD\n", "cease", "\u2066", "\u200B", "\u200D", "\uFEFF", "\u202A", "\u0301", "é", "漢", "👩", "🇫", "a", "He", "said", "U.S", "Gen", "No", "1", "2.5",
	"n't", "'s", "cannot", "www.", "https://", "I", "workers", "\uFFFD",
}

func genText() *rapid.Generator[string] {
	pieces := rapid.SliceOf(rapid.OneOf(rapid.SampledFrom(awkward), rapid.SampledFrom(awkward), rapid.String()))
	return rapid.Map(pieces, func(p []string) string { return strings.ToValidUTF8(strings.Join(p, ""), "\uFFFD") })
}

// checkSplit fails unless the report's document keeps every law there is.
func checkSplit(t interface {
	Helper()
	Fatalf(string, ...any)
}, r hearsay.Report) {
	t.Helper()
	d := Split(r)
	if err := d.Check(); err != nil {
		t.Fatalf("%q: %v", r.Text, err)
	}
	if !reflect.DeepEqual(d, Split(r)) {
		t.Fatalf("%q: two documents of one text differ", r.Text)
	}
	if len(d.Sentences) > len(d.Tokens) || len(d.Paragraphs) > len(d.Sentences) {
		t.Fatalf("%q: %d paragraphs, %d sentences, %d tokens", r.Text, len(d.Paragraphs), len(d.Sentences), len(d.Tokens))
	}
	for i, tok := range d.Tokens {
		if isOnlySpace(d.Words(i)) {
			t.Fatalf("%q: token %d is white space", r.Text, i)
		}
		if q := tok.Quote; q.Depth > maxDepth || q.Opens && q.Closes || (q.Opens || q.Closes) && q.Depth == 0 {
			t.Fatalf("%q: token %d %q has quotation %+v", r.Text, i, d.Words(i), q)
		}
	}
	for i, p := range d.Paragraphs {
		if span := d.ParagraphSpan(i); !d.Blocks[p.Block].Contains(span) {
			t.Fatalf("%q: paragraph %d %v is not within its block %v", r.Text, i, span, d.Blocks[p.Block])
		}
	}
}

func isOnlySpace(s string) bool { return layout.Trim(s, hearsay.Span{End: len(s)}).Len() == 0 }

func TestSplitKeepsTheLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		checkSplit(t, hearsay.Report{Text: genText().Draw(t, "text")})
	})
}

// Blocks may lie anywhere, even across a character.
func TestSplitWithBlocks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := genText().Draw(t, "text")
		var blocks []hearsay.Block
		for at := 0; at < len(text); {
			start := rapid.IntRange(at, len(text)-1).Draw(t, "start")
			end := rapid.IntRange(start+1, len(text)).Draw(t, "end")
			kind := rapid.SampledFrom(hearsay.BlockKinds).Draw(t, "kind")
			blocks = append(blocks, hearsay.Block{Span: hearsay.Span{Start: start, End: end}, Kind: kind})
			at = end
		}
		checkSplit(t, hearsay.Report{Text: text, Blocks: blocks})
	})
}

func TestGivenBlocks(t *testing.T) {
	text := "Talks go on\n\nBy L. Vost\n\nThe envoy left. \n\nRead more"
	block := func(words string, kind hearsay.BlockKind) hearsay.Block {
		at := strings.Index(text, words)
		return hearsay.Block{Span: hearsay.Span{Start: at, End: at + len(words)}, Kind: kind}
	}
	d := Split(hearsay.Report{Text: text, Blocks: []hearsay.Block{
		block("Talks go on", hearsay.BlockHeadline), block("The envoy left. ", hearsay.BlockQuote),
	}})
	want := []hearsay.Block{
		block("Talks go on", hearsay.BlockHeadline), block("By L. Vost", hearsay.BlockBody),
		block("The envoy left. ", hearsay.BlockQuote), block("Read more", hearsay.BlockBody),
	}
	if !reflect.DeepEqual(d.Blocks, want) {
		t.Errorf("blocks %v, want %v", d.Blocks, want)
	}
	if len(d.Paragraphs) != 4 {
		t.Errorf("%d paragraphs, want 4", len(d.Paragraphs))
	}
}

func TestInStory(t *testing.T) {
	text := "DRENN — Talks go on. Nobody left.\n\n(Adds quote)\n\nRead more"
	kinds := []hearsay.BlockKind{hearsay.BlockDateline, hearsay.BlockBody, hearsay.BlockNote, hearsay.BlockRelated}
	var blocks []hearsay.Block
	for i, words := range []string{"DRENN —", "Talks go on. Nobody left.", "(Adds quote)", "Read more"} {
		at := strings.Index(text, words)
		blocks = append(blocks, hearsay.Block{Span: hearsay.Span{Start: at, End: at + len(words)}, Kind: kinds[i]})
	}
	d := Split(hearsay.Report{Text: text, Blocks: blocks})
	var got []bool
	for _, s := range d.Sentences {
		got = append(got, d.InStory(s))
	}
	if want := []bool{false, true, true, false, true}; !reflect.DeepEqual(got, want) {
		t.Errorf("in the story: %v, want %v", got, want)
	}
}

// A photo credit between two paragraphs must not end the quotation that runs
// from one to the other.
func TestQuotationRunsPastAside(t *testing.T) {
	text := "“We wait.\n\n“Photo” by Vost\n\n“We talk,” he said."
	at := strings.Index(text, "“Photo")
	credit := hearsay.Block{Span: hearsay.Span{Start: at, End: at + len("“Photo” by Vost")}, Kind: hearsay.BlockCredit}
	d := Split(hearsay.Report{Text: text, Blocks: []hearsay.Block{credit}})
	if got, want := quotation(d, 0, len(d.Tokens)), "(1 1 1 1 (1 1 )1 . . (1 1 1 1 )1 . . ."; got != want {
		t.Errorf("quotation %s, want %s", got, want)
	}
}

// Input made to be slow: a pass that is not linear takes minutes for these.
func TestSplitHostile(t *testing.T) {
	const size, limit = 256 << 10, 20 * time.Second
	for _, c := range hostileTexts(size) {
		start := time.Now()
		d := Split(hearsay.Report{Text: c.text})
		if took := time.Since(start); took > limit {
			t.Errorf("%s: %d bytes took %v", c.name, len(c.text), took)
		}
		if err := d.Check(); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

func TestSplitInvalidUTF8(t *testing.T) {
	for _, text := range []string{"\xff", "a\xc3", "\xe2\x80", "“\xf0\x9f", "caf\xc3\x28"} {
		if err := Split(hearsay.Report{Text: text}).Check(); err != nil {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func FuzzSplit(f *testing.F) {
	f.Add("“It is over,” Gen. Ardo said.\n\nTalks in the U.S. go on.")
	f.Add("'We can't,' he said -- \"not in 6'2\" (or 27\")\"... 5%\r\n\x00")
	for _, c := range hostileTexts(8) {
		f.Add(c.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		checkSplit(t, hearsay.Report{Text: strings.ToValidUTF8(text, "\uFFFD")})
	})
}
