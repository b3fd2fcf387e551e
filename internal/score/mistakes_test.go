package score

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

const budget = "Ana Berg said on Friday that the fund, she added, was empty because taxes fell. Omar Diaz denied it. Later he left."

func TestMistakes(t *testing.T) {
	const berg = "Ana Berg | said | that the fund + was empty"
	for _, c := range []struct {
		name, gold, found string
		want              []string // kind: key
	}{
		{"none", berg, berg, nil},
		{"missed", berg, "", []string{"cue missed: said"}},
		{"invented", "", berg, []string{"cue invented: said"}},
		{"content alone brought them together", berg, "Ana Berg | added | that the fund + was empty", []string{"cue missed: said", "cue invented: added"}},
		{"cue edges", berg, "Ana Berg | said on Friday | that the fund + was empty", []string{"cue edges: said → said on friday"}},
		{"source missing", berg, "| said | that the fund + was empty", []string{"source missing: said"}},
		{"source invented", "| said | that the fund", "Ana | said | that the fund", []string{"source invented: said"}},
		{"source elsewhere", berg, "Omar Diaz | said | that the fund + was empty", []string{"source in the wrong place: said"}},
		{"source edges", berg, "Berg | said | that the fund + was empty", []string{"source edges: -ana"}},
		{"content elsewhere", berg, "Ana Berg | said | Later he left", []string{"content in the wrong place: said"}},
		{"early", berg, "Ana Berg | said | Friday that the fund + was empty", []string{"content begins early: +friday"}},
		{"late", berg, "Ana Berg | said | the fund + was empty", []string{"content begins late: -that"}},
		{"short", berg, "Ana Berg | said | that the fund + was", []string{"content too short at its end: -empty"}},
		{"long", berg, "Ana Berg | said | that the fund + was empty because", []string{"content too long at its end: +because"}},
		{"interruption missed", berg, "Ana Berg | said | that the fund, she added, was empty", []string{"content interruption missed: +,"}},
		{"interruption invented", "Ana Berg | said | that the fund, she added", "Ana Berg | said | that + fund, she added", []string{"content interruption invented: -the"}},
		{"interruption elsewhere", berg, "Ana Berg | said | that + fund, she added + was empty", []string{"content interruption in the wrong place: -the"}},
		{"several", berg, "Berg | said | the fund, she added, was empty because taxes",
			[]string{"source edges: -ana", "content begins late: -that", "content too long at its end: +because", "content interruption missed: +,"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := article(t, budget, given(c.gold), given(c.found))
			if got := kindsOf(Mistakes([]Article{a})); !slices.Equal(got, c.want) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func given(line string) []string {
	if line == "" {
		return nil
	}
	return []string{line}
}

func kindsOf(mistakes []Mistake) []string {
	var out []string
	for _, m := range mistakes {
		out = append(out, fmt.Sprintf("%s: %s", m.Kind, m.Key))
	}
	return out
}

func TestMistakesRunsOn(t *testing.T) {
	a := article(t, budget,
		[]string{"Ana Berg | said | was empty", "Omar Diaz | denied | it"},
		[]string{"Ana Berg | said | was empty because taxes fell. Omar Diaz", "Omar Diaz | denied | it"})
	if got := kindsOf(Mistakes([]Article{a})); len(got) != 1 || got[0] != "content runs into the next attribution: +because" {
		t.Errorf("got %q", got)
	}
}

func TestMistakeTable(t *testing.T) {
	a := article(t, budget,
		[]string{"Ana Berg | said | that the fund + was empty", "Omar Diaz | denied | it", "he | left | Later"},
		[]string{"Ana Berg | said | that the fund, she added, was empty"})
	var b strings.Builder
	if err := MistakeTable(&b, []Article{a}, Mistakes([]Article{a}), 1); err != nil {
		t.Fatal(err)
	}
	want := `cue missed: 2
  denied 1, left 1
    test  denied
      gold   Omar Diaz | denied | it

content interruption missed: 1
  +, 1
    test  +,
      gold   Ana Berg | said | that the fund … was empty
      found  Ana Berg | said | that the fund, she added, was empty

`
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}
