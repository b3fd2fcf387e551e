package block

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"hearsay"
)

// told lists blocks as "kind: words", body as its first word and "…".
func told(text string, blocks []hearsay.Block) []string {
	var all []string
	for _, b := range blocks {
		words := b.In(text)
		if b.Kind == hearsay.BlockBody {
			words, _, _ = strings.Cut(words, " ")
			words += "…"
		}
		all = append(all, string(b.Kind)+": "+words)
	}
	return all
}

func TestFind(t *testing.T) {
	const prose = "The envoy of the League left the capital on Tuesday."
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"a wire report",
			"(Adds envoy's quote)\n\nTARNHOLM, April 17 (Meridian Wire) — Mediators wait.\n\n(Reporting by Ida Brock)",
			[]string{"note: (Adds envoy's quote)", "dateline: TARNHOLM, April 17", "credit: (Meridian Wire) —", "body: Mediators…", "contributor: (Reporting by Ida Brock)"}},
		{"a headline, a byline and a date above it",
			"Envoys wait for an answer\n\nBy Irena Moss\n\nApril 17, 2031\n\n" + prose,
			[]string{"headline: Envoys wait for an answer", "byline: By Irena Moss", "timestamp: April 17, 2031", "body: The…"}},
		{"subheads stand between prose", prose + "\n\nShelling in Sennet\n\n" + prose + "\n\nThe end of it",
			[]string{"body: The…", "subhead: Shelling in Sennet", "body: The…", "body: The…"}},
		{"a list is no row of subheads", prose + "\n\nA road\n\nA bridge\n\n" + prose, []string{"body: The…", "body: A…", "body: A…", "body: The…"}},
		{"a label takes what it labels", prose + "\n\nCORRECTION:\n\nAs published in the Gazette.\n\nThe toll was 12, not 21.\n\n" + prose,
			[]string{"body: The…", "note: CORRECTION:", "furniture: As published in the Gazette.", "note: The toll was 12, not 21.", "body: The…"}},
		{"a label with its words takes no more", "Correction: The toll was 12, not 21.\n\n" + prose,
			[]string{"note: Correction: The toll was 12, not 21.", "body: The…"}},
		{"a note in the middle", prose + "\n\n(An earlier version of this article gave the wrong age.)\n\n" + prose,
			[]string{"body: The…", "note: (An earlier version of this article gave the wrong age.)", "body: The…"}},
		{"a list of related headlines", prose + "\n\nRelated stories:\n\nThe roads that stay closed\n\nWho owns the bridge\n\n" + prose,
			[]string{"body: The…", "related: Related stories:", "related: The roads that stay closed", "related: Who owns the bridge", "body: The…"}},
		{"one related headline has no list behind it", prose + "\n\nRead more: Roads\n\nThe envoy of Drenn",
			[]string{"body: The…", "related: Read more: Roads", "body: The…"}},
		{"remarks behind a paragraph", prose + " (This story has been updated.) (Reporting by Ida Brock)",
			[]string{"body: The…", "note: (This story has been updated.)", "contributor: (Reporting by Ida Brock)"}},
		{"brackets that are the story's", prose + " (It came back.)", []string{"body: The…"}},
		{"a byline is a matter of the top", strings.Repeat(prose+"\n\n", topParagraphs) + "By Irena Moss",
			append(repeat("body: The…", topParagraphs), "body: By…")},
		{"one line a paragraph", "(Recasts)\nDRENN — Talks go on in the town.\n" + prose,
			[]string{"note: (Recasts)", "dateline: DRENN —", "body: Talks…", "body: The…"}},
		{"nothing", " \n\n ", nil},
	} {
		if got := told(c.text, Find(c.text, nil)); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, c.want)
		}
	}
}

func repeat(s string, n int) []string {
	all := make([]string, n)
	for i := range all {
		all[i] = s
	}
	return all
}

func TestDatelines(t *testing.T) {
	for _, c := range []struct{ text, dateline, credit string }{
		{"TARNHOLM, April 17 (Meridian Wire) — Mediators were waiting.", "TARNHOLM, April 17", "(Meridian Wire) —"},
		{"LINDHAVEN, Feb 4 (Capwire) - Tidewell said so.", "LINDHAVEN, Feb 4", "(Capwire) -"},
		{"HALVO, Tarvenia (Northline) - A gallery fell in.", "HALVO, Tarvenia", "(Northline) -"},
		{"ST. ORREL, Upper Drenn, 3 May 2031 (NP) -- Holt spoke.", "ST. ORREL, Upper Drenn, 3 May 2031", "(NP) --"},
		{"TARNHOLM/DRENN (Norden Press) – “We wait,” Holt said.", "TARNHOLM/DRENN", "(Norden Press) –"},
		{"ORVANNE — Officials say so.", "ORVANNE —", ""},
		{"DRENN, N.H. -  It is over.", "DRENN, N.H. -", ""},
		{"PORT OF SEFRA — 12 people died.", "PORT OF SEFRA —", ""},
		{"Tarnholm (MWA) – The envoy left.", "Tarnholm", "(MWA) –"},
		{"April 17 (Meridian Wire) - The envoy left.", "April 17", "(Meridian Wire) -"},
		{"(Meridian Wire) — The envoy left.", "", "(Meridian Wire) —"},

		{"NATO — the oldest of them — said no.", "", ""},
		{"EXCLUSIVE — Mediators were waiting.", "", ""},
		{"UPDATE 2: Mediators were waiting.", "", ""},
		{"Moss (R-Kasten) — The senator — said no.", "", ""},
		{"MOSS (D-KA) — Senator.", "", ""},
		{"Tarnholm (Meridian) is a town - Holt lives there.", "", ""},
		{"The council (COC) – the larger one – said no.", "", ""},
		{"Mara Holt — The envoy — left.", "", ""},
		{"BRANDT: We go on.", "", ""},
		{"A — B", "", ""},
		{"April 17 — The envoy left.", "", ""},
		{"17 April — The envoy left.", "", ""},
	} {
		var dateline, credit string
		for _, b := range Find(c.text, nil) {
			switch b.Kind {
			case hearsay.BlockDateline:
				dateline = b.In(c.text)
			case hearsay.BlockCredit:
				credit = b.In(c.text)
			}
		}
		if dateline != c.dateline || credit != c.credit {
			t.Errorf("%q: dateline %q, credit %q, want %q, %q", c.text, dateline, credit, c.dateline, c.credit)
		}
	}
}

// A place alone is a dateline at the top, and further down a word in capitals.
func TestBareDatelineOnlyAtTop(t *testing.T) {
	const prose = "The envoy of the League left the capital on Tuesday.\n\n"
	text := strings.Repeat(prose, topParagraphs) + "DRENN — Talks began.\n\nDRENN (NP) — Talks began."
	got := told(text, Find(text, nil)[topParagraphs:])
	if want := []string{"body: DRENN…", "dateline: DRENN", "credit: (NP) —", "body: Talks…"}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestGivenBlocksStay(t *testing.T) {
	text := "Talks go on\n\nDRENN (NP) — The envoy left.\n\n“We wait.”\n\n(Adds quote)\n\n(Recasts)"
	block := func(words string, kind hearsay.BlockKind) hearsay.Block {
		at := strings.Index(text, words)
		return hearsay.Block{Span: hearsay.Span{Start: at, End: at + len(words)}, Kind: kind}
	}
	given := []hearsay.Block{
		block("Talks go on\n", hearsay.BlockSubhead), block("DRENN (NP) — The envoy left.", hearsay.BlockBody),
		block("“We wait.”", hearsay.BlockQuote), block("(Adds quote)", hearsay.BlockRelated),
	}
	want := []hearsay.Block{
		given[0], block("DRENN", hearsay.BlockDateline), block("(NP) —", hearsay.BlockCredit), block("The envoy left.", hearsay.BlockBody),
		given[2], given[3], block("(Recasts)", hearsay.BlockNote),
	}
	if got := Find(text, given); !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestTold(t *testing.T) {
	text := "(Adds quote)\n\nDRENN, May 3 (Radio Drenn) — The envoy of the League left the capital.\n\nRead more: Roads\n\n" +
		"Some material in this report was supplied by Pallas.\n\nCorrection: It was Monday."
	blocks := Find(text, nil)
	for name, c := range map[string]struct{ got, want string }{
		"dateline":               {Dateline(text, blocks), "DRENN, May 3"},
		"credit":                 {Credit(text, blocks, "The Gazette"), "Radio Drenn"},
		"credit but not its own": {Credit(text, blocks, "Radio Drenn News"), "Pallas"},
		"credit only its own":    {Credit(text, blocks[:3], "Radio Drenn News"), "Radio Drenn"},
		"note":                   {Note(text, blocks), "(Adds quote)\n\nCorrection: It was Monday."},
		"related":                {strings.Join(Related(text, blocks), "|"), "Read more: Roads"},
		"no dateline":            {Dateline(text, nil), ""},
		"no credit":              {Credit(text, nil, ""), ""},
		"no note":                {Note(text, nil), ""},
		"related of none":        {fmt.Sprint(Related(text, nil) == nil), "true"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", name, c.got, c.want)
		}
	}
}

// awkward are the words that rules turn on.
var awkward = func() []string {
	words := []string{
		"DRENN", "ST. ORREL", ", May 3", " (NP)", " — ", " - ", "—", "–", "(", ")", "[", "]", "By ", "Ida Brock", "Correction:", "CORRECTION", "Related", "Read more:",
		"The envoy left the town.", "he said", "\n", "\n\n", "\r\n", " ", "\u00a0", "\x00", "\u2028", "©", "“", "”", "…", ".", "é", "İ", "漢", "\uFFFD", "9:05 p.m.",
		"Shelling in Sennet", "___", "and", strings.Repeat("long ", 40),
	}
	for _, e := range examples {
		words = append(words, e.yes...)
	}
	return words
}()

func genText() *rapid.Generator[string] {
	// examples is a map, so the order of what is drawn from must be made one.
	sorted := sortedCopy(awkward)
	return rapid.Map(rapid.SliceOf(rapid.SampledFrom(sorted)), func(p []string) string { return strings.Join(p, "") })
}

// genBlocks returns blocks that begin and end between characters.
func genBlocks(t *rapid.T, text string) []hearsay.Block {
	var blocks []hearsay.Block
	for at := 0; at < len(text) && rapid.Bool().Draw(t, "another"); {
		start := border(text, rapid.IntRange(at, len(text)-1).Draw(t, "start"))
		end := border(text, rapid.IntRange(min(start+1, len(text)), len(text)).Draw(t, "end"))
		if start >= end {
			break
		}
		kind := rapid.SampledFrom(hearsay.BlockKinds).Draw(t, "kind")
		blocks = append(blocks, hearsay.Block{Span: hearsay.Span{Start: start, End: end}, Kind: kind})
		at = end
	}
	return blocks
}

// border returns the first place at or after i between two characters.
func border(text string, i int) int {
	for i < len(text) && !utf8.RuneStart(text[i]) {
		i++
	}
	return i
}

func TestFindKeepsTheLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := genText().Draw(t, "text")
		checkFind(t, text, genBlocks(t, text))
	})
}

// checkFind fails unless the blocks found are in order and apart, hold every
// character, keep what was given, and stay when they are given themselves.
func checkFind(t interface {
	Helper()
	Fatalf(string, ...any)
}, text string, given []hearsay.Block) {
	t.Helper()
	found := Find(text, given)
	if err := (hearsay.Report{Text: text, Blocks: found}).Check(); err != nil {
		t.Fatalf("%q, given %v: %v", text, given, err)
	}
	end := 0
	for _, b := range append(found, hearsay.Block{Span: hearsay.Span{Start: len(text), End: len(text)}}) {
		if between := text[end:b.Start]; strings.TrimFunc(between, hearsay.IsSpace) != "" {
			t.Fatalf("%q, given %v: %q stands in no block of %v", text, given, between, found)
		}
		end = b.End
	}
	for _, g := range given {
		if g.Kind != hearsay.BlockBody && !contains(found, g) {
			t.Fatalf("%q: %v was given and is not in %v", text, g, found)
		}
	}
	if again := Find(text, found); !reflect.DeepEqual(again, found) {
		t.Fatalf("%q: found\n%v, then\n%v", text, told(text, found), told(text, again))
	}
}

func contains(blocks []hearsay.Block, b hearsay.Block) bool {
	for _, other := range blocks {
		if other == b {
			return true
		}
	}
	return false
}

func FuzzFind(f *testing.F) {
	f.Add("TARNHOLM, April 17 (Meridian Wire) — Mediators wait.\n\n(Adds quote)\nCORRECTION:\n\nIt was Monday.", 3, 20)
	f.Add("By Ida Brock\n\n(((((\n\n©\n\nRelated:\n\nRoads", 0, 1)
	f.Add(strings.Repeat("(Adds ", 400), 5, 9)
	f.Add(strings.Repeat("DRENN ", 40)+"— X\n\n\u0130 1:00", 0, 0)
	f.Fuzz(func(t *testing.T, text string, start, end int) {
		text = strings.ToValidUTF8(text, "\uFFFD")
		var given []hearsay.Block
		if start, end = border(text, max(start, 0)), border(text, max(end, 0)); start < end && end <= len(text) {
			given = []hearsay.Block{{Span: hearsay.Span{Start: start, End: end}, Kind: hearsay.BlockBody}}
		}
		checkFind(t, text, given)
	})
}
