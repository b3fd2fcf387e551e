package gold

import (
	"fmt"
	"strings"
	"testing"

	"hearsay"
)

// A miniature article. "é" and "–" make code points and bytes differ.
const ferry = "René Aldo said – in Port Sella – the ferry was late.\n“It\nsank,” an aide wrote."

// lines writes brat records for pieces of ferry: "T1 Cue said" finds its offsets,
// several pieces are separated by " + ". Other lines stay as they are.
func lines(t *testing.T, records ...string) string {
	t.Helper()
	var out []string
	for _, r := range records {
		if !strings.HasPrefix(r, "T") {
			out = append(out, r)
			continue
		}
		fields := strings.SplitN(r, " ", 3)
		pieces := strings.Split(fields[2], " + ")
		var ranges []string
		for _, p := range pieces {
			start := runesBefore(t, ferry, p)
			ranges = append(ranges, fmt.Sprintf("%d %d", start, start+len([]rune(p))))
		}
		out = append(out, fields[0]+"\t"+fields[1]+" "+strings.Join(ranges, ";")+"\t"+strings.Join(pieces, " "))
	}
	return strings.Join(out, "\n") + "\n"
}

func runesBefore(t *testing.T, text, words string) int {
	t.Helper()
	at := strings.Index(text, words)
	if at < 0 {
		t.Fatalf("%q is not in the text", words)
	}
	return len([]rune(text[:at]))
}

// show writes attributions as "source | cue | content", pieces joined by " + ".
func show(text string, found []Attribution) []string {
	var out []string
	for _, a := range found {
		out = append(out, strings.Join([]string{phrase(text, a.Source), phrase(text, a.Cue), phrase(text, a.Content)}, " | "))
	}
	return out
}

func phrase(text string, pieces []hearsay.Span) string {
	var words []string
	for _, p := range pieces {
		words = append(words, p.In(text))
	}
	return strings.Join(words, " + ")
}

func TestParseBrat(t *testing.T) {
	for _, c := range []struct {
		name    string
		records []string
		want    []string
	}{
		{"an attribution", []string{
			"T1 Source René Aldo", "T2 Cue said", "T3 Content the ferry was late", "T4 Attribution said",
			"E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3"},
			[]string{"René Aldo | said | the ferry was late"}},
		{"nobody named", []string{
			"T1 Cue wrote", "T2 Content It\nsank", "T3 Attribution-no-source wrote",
			"E1\tAttribution-no-source:T3 Cue:T1 Content:T2"},
			[]string{" | wrote | It\nsank"}},
		{"the event stands first", []string{
			"E1\tAttribution:T1 Cue:T1 Content:T2", "T1 Cue said", "T2 Content the ferry"},
			[]string{" | said | the ferry"}},
		{"pieces, out of order", []string{
			"T1 Cue said", "T2 Content the ferry + in Port",
			"E1\tAttribution:T1 Cue:T1 Content:T2"},
			[]string{" | said | in Port + the ferry"}},
		{"pieces with white space between are one", []string{
			"T1 Cue said", "T2 Content “It + sank,”",
			"E1\tAttribution:T1 Cue:T1 Content:T2"},
			[]string{" | said | “It\nsank,”"}},
		{"a second content adds to the first", []string{
			"T1 Cue said", "T2 Content the ferry", "T3 Content was late", "T4 Content in Port",
			"E1\tAttribution:T1 Cue:T1 Content:T2 Content2:T3 Content3:T4"},
			[]string{" | said | in Port + the ferry was late"}},
		{"in text order", []string{
			"T1 Cue wrote", "T2 Content sank", "T3 Cue said", "T4 Content late",
			"E1\tAttribution:T1 Cue:T1 Content:T2", "E2\tAttribution:T3 Cue:T3 Content:T4"},
			[]string{" | said | late", " | wrote | sank"}},
		{"without cue or content nothing", []string{
			"T1 Source René", "T2 Cue said", "T3 Content late",
			"E1\tAttribution:T1 Source:T1 Cue:T2", "E2\tAttribution:T1 Source:T1 Content:T3", "E3\tAttribution:T1"},
			nil},
		{"other records", []string{
			"T1 Discard wrote", "T2 Discuss sank", "#1\tAnnotatorNotes T1\tunsure", "A1\tSure T1", "R1\tNear Arg1:T1 Arg2:T2",
			"*\tEquiv T1 T2", "E1\tMove:T1 Who:T2", ""},
			nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			found, err := ParseBrat("a.ann", lines(t, c.records...), ferry)
			if err != nil {
				t.Fatal(err)
			}
			if got := show(ferry, found); fmt.Sprint(got) != fmt.Sprint(c.want) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestParseBratWordsOverSeveralLines(t *testing.T) {
	ann := "T1\tCue 10 14\tsaid\r\nT2\tContent 53 61\t“It\nsank\r\nE1\tAttribution:T1 Cue:T1 Content:T2\r\n"
	found, err := ParseBrat("a.ann", ann, ferry)
	if err != nil {
		t.Fatal(err)
	}
	if got := show(ferry, found); len(got) != 1 || got[0] != " | said | “It\nsank" {
		t.Errorf("got %q", got)
	}
}

func TestParseBratRefuses(t *testing.T) {
	for _, c := range []struct{ name, ann, want string }{
		{"no record", "hello\n", `a.ann:1: "hello" is no brat record`},
		{"a stray line after words", "T1\tCue 10 14\tsaid\nstray\n", `a.ann:1: T1 covers "said" in the text, but its words are "saidstray"`},
		{"other words", "\nT1\tCue 10 14\twrote\n", `a.ann:2: T1 covers "said"`},
		{"no offsets", "T1\tCue\tsaid\n", `a.ann:1: T1: "" is no pair of offsets`},
		{"half a pair", "T1\tCue 10\tsaid\n", `a.ann:1: T1: "10" is no pair of offsets`},
		{"an empty span", "T1\tCue 10 10\t\n", "a.ann:1: T1: range 10 10 is empty"},
		{"behind the text", "T1\tCue 10 900\tsaid\n", "a.ann:1: T1: range 10 900 is empty or outside"},
		{"one behind the text", fmt.Sprintf("T1\tCue 10 %d\tsaid\n", len([]rune(ferry))+1), "a.ann:1: T1: range 10"},
		{"before the text", "T1\tCue -3 1\tsaid\n", "a.ann:1: T1: range -3 1"},
		{"an id twice", "T1\tCue 10 14\tsaid\nT1\tCue 10 14\tsaid\n", "a.ann:2: T1 is there twice"},
		{"an unknown id", "T1\tCue 10 14\tsaid\nE1\tAttribution:T1 Cue:T9\n", "a.ann:2: E1 names Cue:T9, which is not in the file"},
		{"an empty event", "E1\t\n", "a.ann:1: E1 is an event of nothing"},
	} {
		t.Run(c.name, func(t *testing.T) {
			found, err := ParseBrat("a.ann", c.ann, ferry)
			if err == nil || !strings.HasPrefix(err.Error(), c.want) {
				t.Errorf("got %v, %v; want an error that begins %q", show(ferry, found), err, c.want)
			}
		})
	}
}
