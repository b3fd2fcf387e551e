package attribute

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"hearsay"
)

// TestExtents maps annotated spans to tokens. The text is "An aide , Ardo , said
// so .", tokens 0 to 7.
func TestExtents(t *testing.T) {
	doc := document("An aide , Ardo , said so .")
	words := func(pieces string) []hearsay.Span { return spansOf(doc, pieces) }
	for _, c := range []struct {
		what  string
		spans []hearsay.Span
		want  string
	}{
		{"nothing", nil, "[]"},
		{"one token", words("Ardo"), "[{3 4}]"},
		{"the first and the last", words("An || ."), "[{0 1} {7 8}]"},
		{"several tokens", words("An aide , Ardo"), "[{0 4}]"},
		{"two pieces apart", words("An aide || said so"), "[{0 2} {5 7}]"},
		{"two pieces side by side", words("An aide || , Ardo"), "[{0 4}]"},
		{"pieces that overlap", words("An aide , || , Ardo"), "[{0 4}]"},
		{"a piece within the one before", words("An aide , Ardo || aide"), "[{0 4}]"},
		{"a part of a token is the token", words("rd"), "[{3 4}]"},
		{"from within a token to within another", words("de , Ar"), "[{1 4}]"},
		{"a space touches no token", []hearsay.Span{{Start: 2, End: 3}}, "[]"},
		{"spaces around a token", []hearsay.Span{{Start: 2, End: 8}}, "[{1 2}]"},
		{"a space among pieces", []hearsay.Span{{Start: 0, End: 2}, {Start: 2, End: 3}, {Start: 3, End: 7}}, "[{0 2}]"},
		{"beyond the text", []hearsay.Span{{Start: 100, End: 110}}, "[]"},
	} {
		if got := fmt.Sprint(extents(doc, c.spans)); got != c.want {
			t.Errorf("%s: %s, want %s", c.what, got, c.want)
		}
	}
}

// TestNewLesson holds the attributions of a lesson to stand in order of their
// cues, and those without a cue or a content to be left out.
func TestNewLesson(t *testing.T) {
	doc := document("An aide , Ardo , said so .\nThey left , Vost added .")
	truth := func(source, cue, content string) Truth {
		return Truth{Source: spansOf(doc, source), Cue: spansOf(doc, cue), Content: spansOf(doc, content)}
	}
	l := NewLesson(doc, wordsOf(doc), []Truth{
		truth("Vost", "added", "They left"),
		truth("An aide", "-", "so"),
		truth("An aide", "said", "-"),
		truth("-", "so", "left"),
		truth("An aide || Ardo", "said", "so"),
	})
	var got []string
	for _, r := range l.truth {
		got = append(got, text(doc, r.source)+" | "+text(doc, r.cue)+" | "+text(doc, r.content[0]))
	}
	want := "An aide | said | so; - | so | left; Vost | added | They left"
	if strings.Join(got, "; ") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, "; "), want)
	}
}

// TestCueLabels holds each cue to begin with 1 and go on with 2.
func TestCueLabels(t *testing.T) {
	doc := document("a b c d e f g")
	for _, c := range []struct {
		cues []extent
		want string
	}{
		{nil, "0000000"},
		{[]extent{{1, 2}}, "0100000"},
		{[]extent{{1, 3}, {3, 6}}, "0121220"},
		{[]extent{{1, 5}, {3, 4}}, "0121200"}, // a cue within another
	} {
		l := &Lesson{doc: doc}
		for _, cue := range c.cues {
			l.truth = append(l.truth, reading{cue: cue})
		}
		if got := pathText(l.cueLabels()); got != c.want {
			t.Errorf("%v: %s, want %s", c.cues, got, c.want)
		}
	}
}

func TestRunPath(t *testing.T) {
	window := extent{10, 17}
	for _, c := range []struct {
		runs []extent
		want string
	}{
		{nil, "0000000"},
		{[]extent{{}}, "0000000"},
		{[]extent{{12, 14}}, "0011222"},
		{[]extent{{10, 11}, {13, 17}}, "1221111"},
		{[]extent{{15, 16}, {11, 12}}, "0122212"}, // the order of the runs is of no account
		{[]extent{{2, 12}, {16, 30}}, "1122221"},  // what stands outside the window is cut off
		{[]extent{{2, 5}}, "0000000"},
	} {
		if got := pathText(runPath(window, c.runs)); got != c.want {
			t.Errorf("%v: %s, want %s", c.runs, got, c.want)
		}
	}
}

// TestRunsOfIsTheInverse holds that runs within a window come back from their
// path, whatever stood in the list before.
func TestRunsOfIsTheInverse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		first := rapid.IntRange(0, 50).Draw(t, "first")
		runs, end := drawRuns(t, first)
		path := runPath(extent{first, end}, runs)
		got := runsOf(path, first, []extent{{1, 2}})
		if want := append([]extent{{1, 2}}, runs...); !slices.Equal(got, want) {
			t.Fatalf("%s: %v, want %v", pathText(path), got, want)
		}
	})
}

// drawRuns draws runs from token first on, each apart from the next, and the end
// of a window around them.
func drawRuns(t *rapid.T, first int) (runs []extent, end int) {
	end = first + rapid.IntRange(0, 3).Draw(t, "before")
	for range rapid.IntRange(0, 4).Draw(t, "runs") {
		r := extent{end, end + rapid.IntRange(1, 4).Draw(t, "length")}
		runs = append(runs, r)
		end = r.end + rapid.IntRange(1, 3).Draw(t, "gap")
	}
	return runs, end
}

func pathText(path []uint8) string {
	return strings.Trim(strings.Join(strings.Fields(fmt.Sprint(path)), ""), "[]")
}
