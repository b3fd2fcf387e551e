package view

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/rivo/uniseg"
	"pgregory.net/rapid"

	"hearsay"
	"hearsay/internal/recordtest"
)

// TestGolden: the part of a face's name after its letters is the width.
func TestGolden(t *testing.T) {
	recordtest.Golden(t, func(t *testing.T, face string, record hearsay.Record) string {
		var out strings.Builder
		if err := printer(t, face, &out).Write(record); err != nil {
			t.Fatal(err)
		}
		return strings.ReplaceAll(out.String(), "\x1b", "␛")
	})
}

func printer(t *testing.T, face string, out *strings.Builder) *Printer {
	width := 0
	name := strings.TrimRight(face, "0123456789")
	if digits := face[len(name):]; digits != "" {
		fmt.Sscan(digits, &width)
	}
	switch name {
	case "plain":
		return NewPlain(out, width)
	case "colour":
		return NewColour(out, width)
	}
	t.Fatalf("no face is called %q", face)
	return nil
}

func TestHeadings(t *testing.T) {
	record := recordtest.Must("Text.\n", "")
	record.Report.Path, record.Report.URL = "", "https://drenn.example/1"
	record.Report.Outlet, record.Report.Headline = "Radio Drenn", "Talks\x1b[2J go on"
	record.Report.Published = time.Date(2031, 4, 2, 9, 30, 0, 0, time.UTC)
	want := `== https://drenn.example/1 · Radio Drenn · 2031-04-02
Talks␛[2J go on

Text.

no attributions found
`
	if got := printed(t, record); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestSkippedSaysWhy: a text that was not read is shown whole, after a sentence
// that says so; nobody is told that nothing was found in it.
func TestSkippedSaysWhy(t *testing.T) {
	record := recordtest.Must("Il maire n'a rien dit.\n\nRien.", "")
	record.Blocks = nil
	record.Skipped = []hearsay.Skip{{Why: hearsay.SkipLanguage}}
	want := "== example.txt\n\n! " + hearsay.SkipLanguage.Explain() + "\n\nIl maire n'a rien dit.\n\nRien.\n"
	if got := printed(t, record); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	part := hearsay.Span{Start: 0, End: 8}
	record.Skipped[0].Span = &part
	if got := printed(t, record); !strings.Contains(got, "! “Il maire”: the text is not English") {
		t.Errorf("got\n%s", got)
	}
}

func TestReportsAreApart(t *testing.T) {
	var out strings.Builder
	p := NewPlain(&out, 0)
	for range 2 {
		if err := p.Write(recordtest.Must("Text.", "")); err != nil {
			t.Fatal(err)
		}
	}
	page := "== example.txt\n\nText.\n\nno attributions found\n"
	if got, want := out.String(), page+"\n"+page; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func printed(t *testing.T, record hearsay.Record) string {
	t.Helper()
	var out strings.Builder
	if err := NewPlain(&out, 0).Write(record); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// TestNothingEscapes: whatever a report holds, and wherever, neither face passes
// a control character on but its own.
func TestNothingEscapes(t *testing.T) {
	nasty := rapid.SampledFrom([]string{"a", "Korrel", " ", "\n", "\n\n", "\r", "\t", "\x1b[31m", "\x07", "\x00", "\u009b", "\x7f", "\u202e", "\u2066", "é"})
	rapid.Check(t, func(t *rapid.T) {
		words := strings.Join(rapid.SliceOfN(nasty, 1, 20).Draw(t, "text"), "")
		record := hearsay.Record{Report: hearsay.Report{Path: words, Headline: words, Outlet: words, Text: words}}
		all := hearsay.Span{Start: 0, End: len(words)}
		record.Attributions = []hearsay.Attribution{{Source: &all, Cue: &all, Content: []hearsay.Span{all}}}
		record.Skipped = []hearsay.Skip{{Span: &all}}
		width := rapid.IntRange(0, 30).Draw(t, "width")
		for _, p := range []func(*strings.Builder) *Printer{
			func(b *strings.Builder) *Printer { return NewPlain(b, width) },
			func(b *strings.Builder) *Printer { return NewColour(b, width) },
		} {
			var out strings.Builder
			if err := p(&out).Write(record); err != nil {
				t.Fatal(err)
			}
			refuseControls(t, out.String())
		}
	})
}

// refuseControls lets line ends pass, and the one escape sequence that colours.
func refuseControls(t *rapid.T, out string) {
	for rest := out; rest != ""; {
		if end := strings.IndexByte(rest, 'm'); strings.HasPrefix(rest, "\x1b[") && end > 0 && strings.Trim(rest[2:end], "0123456789;") == "" {
			if rest[2:end] != "31" {
				rest = rest[end+1:]
				continue
			}
		}
		r := []rune(rest)[0]
		if r != '\n' && (unicode.IsControl(r) || isOverride(r)) {
			t.Fatalf("%q is printed in %q", r, out)
		}
		rest = rest[len(string(r)):]
	}
}

// TestWrap: lines are within the width unless a single character is wider, they
// make up the whole text, and none could have held the word that begins the next.
func TestWrap(t *testing.T) {
	part := rapid.SampledFrom([]string{"a", "bb", "longword", " ", "  ", "\n", "-", "é", "e\u0301", "語", "👩‍👩‍👧", "“", "”", "."})
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(part).Draw(t, "text"), "")
		width := rapid.IntRange(1, 20).Draw(t, "width")
		start := 0
		for _, end := range wrap(text, width) {
			line := strings.TrimRight(text[start:end], " \n")
			if uniseg.StringWidth(line) > width && uniseg.GraphemeClusterCount(line) > 1 {
				t.Fatalf("%q is wider than %d", line, width)
			}
			if strings.Contains(line, "\n") {
				t.Fatalf("%q has a line break inside", line)
			}
			start = end
		}
		if start != len(text) {
			t.Fatalf("lines end at %d of %d", start, len(text))
		}
	})
}

func TestWrapExamples(t *testing.T) {
	for _, c := range []struct {
		text  string
		width int
		want  string
	}{
		{"We will wait until then.", 10, "We will /wait until /then."},
		{"We will wait until then.", 0, "We will wait until then."},
		{"one\ntwo three", 9, "one\n/two three"},
		{"one\ntwo", 0, "one\n/two"},
		{"donaudampfschiff", 6, "donaud/ampfsc/hiff"},
		{"a donaudampfschiff", 6, "a /donaud/ampfsc/hiff"},
		{"語語語語", 5, "語語/語語"},
		{"“Yes,” he said", 7, "“Yes,” /he said"},
		{"", 5, ""},
	} {
		var lines []string
		start := 0
		for _, end := range wrap(c.text, c.width) {
			lines = append(lines, c.text[start:end])
			start = end
		}
		if got := strings.Join(lines, "/"); got != c.want {
			t.Errorf("%q at %d: %q, want %q", c.text, c.width, got, c.want)
		}
	}
}

// TestApart: what is not of the story is faint, or named where nothing can be,
// and a dateline stands in one line with what it opens.
func TestApart(t *testing.T) {
	record := recordtest.Must("DRENN (NP) — Korrel said so.\n\n(Adds quote)", "Korrel | said | so | indirect | 900")
	text := record.Report.Text
	record.Blocks = nil
	for _, b := range []struct {
		words string
		kind  hearsay.BlockKind
	}{
		{"DRENN", hearsay.BlockDateline}, {"(NP) —", hearsay.BlockCredit}, {"Korrel said so.", hearsay.BlockBody}, {"(Adds quote)", hearsay.BlockNote},
	} {
		at := strings.Index(text, b.words)
		record.Blocks = append(record.Blocks, hearsay.Block{Span: hearsay.Span{Start: at, End: at + len(b.words)}, Kind: b.kind})
	}
	if got, want := printed(t, record), "DRENN (NP) — Korrel said so.\n  | Korrel — said: so (indirect, 0.90)\n\n(Adds quote)\n  | [note]\n"; !strings.Contains(got, want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	var out strings.Builder
	if err := NewColour(&out, 0).Write(record); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"\x1b[2mDRENN\x1b[0m \x1b[2m(NP) —\x1b[0m \x1b[1;", "\n\n\x1b[2m(Adds quote)\x1b[0m\n\n"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q has no %q", out.String(), want)
		}
	}
}

// TestSameVoiceSameColour: by actor where the reader knows it, else by words.
func TestSameVoiceSameColour(t *testing.T) {
	record := recordtest.Must("Korrel said A. He said B. korrel said C. D, it was said.", `
		Korrel | said   | A | indirect | 900
		He     | said@2 | B | indirect | 900
		korrel | said@3 | C | indirect | 900
		-      | was said | D | indirect | 900`)
	if got, want := fmt.Sprint(voices(record)), "[2 3 2 1]"; got != want {
		t.Errorf("by words: %s, want %s", got, want)
	}
	actor := 7
	for i := range 2 {
		record.Attributions[i].Chain = []hearsay.Voice{{Identity: hearsay.OutletIdentity}, {Actor: &actor}}
	}
	if got, want := fmt.Sprint(voices(record)), "[2 2 3 1]"; got != want {
		t.Errorf("by actor: %s, want %s", got, want)
	}
}

// TestPaletteIsReadable: every colour stands out from black and from white by a
// contrast of at least 3, what WCAG 2.1 (1.4.11) asks of marks.
func TestPaletteIsReadable(t *testing.T) {
	for _, n := range append([]int{grey}, palette...) {
		light := luminance(n)
		onBlack, onWhite := (light+0.05)/0.05, 1.05/(light+0.05)
		if onBlack < 3 || onWhite < 3 {
			t.Errorf("colour %d: contrast %.1f on black, %.1f on white", n, onBlack, onWhite)
		}
	}
}

// luminance is WCAG's relative luminance of a colour of the 256-colour table.
func luminance(n int) float64 {
	linear := func(level int) float64 {
		c := float64(level) / 255
		if c <= 0.04045 {
			return c / 12.92
		}
		return math.Pow((c+0.055)/1.055, 2.4)
	}
	if n >= 232 {
		return linear(8 + 10*(n-232))
	}
	cube := [6]int{0, 95, 135, 175, 215, 255}
	n -= 16
	return 0.2126*linear(cube[n/36]) + 0.7152*linear(cube[n/6%6]) + 0.0722*linear(cube[n%6])
}

func TestShortened(t *testing.T) {
	long := strings.Repeat("word ", 100)
	got := shortened(long)
	if n := len([]rune(got)); n > longest+3 || !strings.Contains(got, " … ") || !strings.HasPrefix(got, "word word") {
		t.Errorf("%d characters: %q", n, got)
	}
	if got := shortened("short"); got != "short" {
		t.Errorf("got %q", got)
	}
}

// TestNoteOfMark holds a cue that is a mark alone not to be written twice.
func TestNoteOfMark(t *testing.T) {
	const text = "Q: Is there a deal?"
	a := hearsay.Attribution{Source: &hearsay.Span{Start: 0, End: 1}, Cue: &hearsay.Span{Start: 1, End: 2}, Content: []hearsay.Span{{Start: 3, End: 19}}, Manner: hearsay.Direct, Confidence: 950}
	if got, want := NoteOf(a, text).String(), "Q: Is there a deal? (direct, 0.95)"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
