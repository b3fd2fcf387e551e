package attribute

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"hearsay"
)

// spoken gives a document an utterance for each line "KIND | SPEAKER | MARK | CONTENT [|| CONTENT …]".
func spoken(doc *hearsay.Document, lines string) {
	for line := range strings.Lines(lines) {
		f := strings.Split(strings.ReplaceAll(line, "||", "\x00"), "|")
		for i := range f {
			f[i] = strings.TrimSpace(strings.ReplaceAll(f[i], "\x00", "||"))
		}
		u := hearsay.Utterance{Kind: hearsay.UtteranceKind(f[0]), Speaker: spanOf(doc, f[1]), Content: spansOf(doc, f[3])}
		if f[2] != "-" {
			mark := spanOf(doc, f[2])
			u.Mark = &mark
		}
		doc.Utterances = append(doc.Utterances, u)
	}
	if err := doc.Check(); err != nil {
		panic(err)
	}
}

// read1 returns a reading by its words: "SOURCE | CUE | CONTENT [|| CONTENT …]".
func read1(doc *hearsay.Document, line string) reading {
	f := strings.SplitN(line, " | ", 3)
	r := reading{cue: at(doc, f[1]), content: extents(doc, spansOf(doc, f[2]))}
	if f[0] != "-" {
		r.source = at(doc, f[0])
	}
	return r
}

// told writes readings a line each, in the notation of read1, and what each
// stands within.
func told(doc *hearsay.Document, readings []reading, within []int) string {
	var b strings.Builder
	for i, r := range readings {
		var pieces []string
		for _, c := range r.content {
			pieces = append(pieces, text(doc, c))
		}
		fmt.Fprintf(&b, "%s | %s | %s", text(doc, r.source), text(doc, r.cue), strings.Join(pieces, " || "))
		if within[i] >= 0 {
			fmt.Fprintf(&b, " | in %d", within[i])
		}
		b.WriteString("\n")
	}
	return b.String()
}

func TestWithUtterances(t *testing.T) {
	const press = "Ms Orl : We wait .\nThe ministry says it needs time .\n\nQ : And then ?"
	const turns = "turn | Ms Orl | : | We wait . || The ministry says it needs time .\nturn | Q | :@2 | And then ?"
	for _, c := range []struct {
		what, doc, utterances string
		readings              []string
		within                []int
		want                  string
	}{
		{"alone", press, turns, nil, nil,
			"Ms Orl | : | We wait . The ministry says it needs time .\nQ | : | And then ?\n"},
		{"a cue in the label is the same reading", press, turns,
			[]string{"Orl | : | We wait"}, []int{-1},
			"Ms Orl | : | We wait . The ministry says it needs time .\nQ | : | And then ?\n"},
		{"a cue in the speech is within it", press, turns,
			[]string{"ministry | says | it needs time"}, []int{-1},
			"Ms Orl | : | We wait . The ministry says it needs time .\nministry | says | it needs time | in 0\nQ | : | And then ?\n"},
		{"what was within the label's reading is within the speech", press, turns,
			[]string{"Orl | : | We wait . The ministry says it needs time .", "ministry | says | it needs time"}, []int{-1, 0},
			"Ms Orl | : | We wait . The ministry says it needs time .\nministry | says | it needs time | in 0\nQ | : | And then ?\n"},
		{"nested within the speech stays so", press, turns,
			[]string{"ministry | says | it needs time", "it@2 | needs | time"}, []int{-1, 0},
			"Ms Orl | : | We wait . The ministry says it needs time .\nministry | says | it needs time | in 0\nit | needs | time | in 1\nQ | : | And then ?\n"},
		{"no content reaches beyond the speech", press, turns,
			[]string{"ministry | says | it needs time . Q : And"}, []int{-1},
			"Ms Orl | : | We wait . The ministry says it needs time .\nministry | says | it needs time . | in 0\nQ | : | And then ?\n"},
		{"without anything to say it falls away", press, turns,
			[]string{"ministry | says | And then"}, []int{-1},
			"Ms Orl | : | We wait . The ministry says it needs time .\nQ | : | And then ?\n"},
		{"a cue outside that has all the words encloses", "Orl wrote on Tuesday\n\nd_orl : We wait .", "post | d_orl | : | We wait .",
			[]string{"Orl | wrote | d_orl : We wait ."}, []int{-1},
			"Orl | wrote | d_orl : We wait .\nd_orl | : | We wait . | in 0\n"},
		{"a cue outside that has some loses them", "Orl wrote on Tuesday\n\nd_orl : We wait .", "post | d_orl | : | We wait .",
			[]string{"Orl | wrote | on Tuesday d_orl : We"}, []int{-1},
			"Orl | wrote | on Tuesday d_orl :\nd_orl | : | We wait .\n"},
		{"a name below, without a mark", "“ We stay ”\n\nPetra Im , docker", "quote | Petra Im , docker | - | “ We stay ”", nil, nil,
			"Petra Im , docker | - | “ We stay ”\n"},
		{"no utterances, no change", "Orl says it needs time", "", []string{"Orl | says | it needs time"}, []int{-1},
			"Orl | says | it needs time\n"},
	} {
		t.Run(c.what, func(t *testing.T) {
			doc := document(c.doc)
			spoken(doc, c.utterances)
			var readings []reading
			for _, line := range c.readings {
				readings = append(readings, read1(doc, line))
			}
			if got := told(added(doc, readings, c.within)); got != c.want {
				t.Errorf("got\n%swant\n%s", got, c.want)
			}
		})
	}
}

func added(doc *hearsay.Document, readings []reading, within []int) (*hearsay.Document, []reading, []int) {
	readings, within = withUtterances(doc, readings, within)
	return doc, readings, within
}

// Whatever is found beside whatever utterances, what comes out is in order, none
// stands within itself, and none is without content.
func TestWithUtterancesKeepsTheLaws(t *testing.T) {
	words := strings.TrimSpace(strings.Repeat("w ", 40))
	rapid.Check(t, func(t *rapid.T) {
		doc := document(words)
		for n := 0; n+8 <= 40; n += 8 {
			if rapid.Bool().Draw(t, "speaks") {
				doc.Utterances = append(doc.Utterances, hearsay.Utterance{
					Kind: hearsay.UtteranceTurn, Speaker: doc.TokensSpan(n, n+2), Mark: &hearsay.Span{Start: doc.Tokens[n+2].Start, End: doc.Tokens[n+2].End},
					Content: []hearsay.Span{doc.TokensSpan(n+3, n+5), doc.TokensSpan(n+6, n+8)},
				})
			}
		}
		var readings []reading
		for cue := rapid.IntRange(0, 15).Draw(t, "cue"); cue < 40; cue += rapid.IntRange(1, 15).Draw(t, "next cue") {
			first := rapid.IntRange(0, 39).Draw(t, "first")
			end := rapid.IntRange(first+1, 40).Draw(t, "end")
			readings = append(readings, reading{cue: extent{cue, cue + 1}, content: []extent{{first, end}}})
		}
		within := nest(readings)
		after, outer := withUtterances(doc, readings, within)
		if len(after) < len(doc.Utterances) || len(after) != len(outer) {
			t.Fatalf("%d readings, %d outers of %d utterances", len(after), len(outer), len(doc.Utterances))
		}
		for i, r := range after {
			if len(r.content) == 0 || i > 0 && r.place() < after[i-1].place() {
				t.Fatalf("reading %d of %+v is empty or out of order", i, after)
			}
			steps := 0
			for o := outer[i]; o >= 0; o = outer[o] {
				if steps++; steps > len(after) {
					t.Fatalf("reading %d is within itself: %v", i, outer)
				}
			}
		}
	})
}
