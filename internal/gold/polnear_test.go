package gold

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
)

func corpus(pairs ...string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for i := 0; i < len(pairs); i += 2 {
		fsys[pairs[i]] = &fstest.MapFile{Data: []byte(pairs[i+1])}
	}
	return fsys
}

const (
	rained   = "Ilse Venn said it rained."
	rainedBy = "T1\tSource 0 9\tIlse Venn\nT2\tCue 10 14\tsaid\nT3\tContent 15 24\tit rained\nE1\tAttribution:T2 Source:T1 Cue:T2 Content:T3\n"
)

func TestPolNeAR(t *testing.T) {
	fsys := corpus(
		"dev/text/b_1.txt", "\ufeff"+rained,
		"dev/text/a.txt", "Nothing \xff here.",
		"dev/attributions/b_1_zed.ann", rainedBy,
		"dev/attributions/b_1_amy.ann", "",
		"dev/attributions/a.ann", "",
		"dev/attributions/README", "no annotations",
	)
	articles, err := PolNeAR(fsys, "dev")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, a := range articles {
		for _, n := range a.Annotators {
			got = append(got, fmt.Sprintf("%s %q %s %d", a.Name, a.Text, n.Name, len(n.Attributions)))
		}
	}
	want := []string{
		`a "Nothing � here."  0`,
		`b_1 "Ilse Venn said it rained." amy 0`,
		`b_1 "Ilse Venn said it rained." zed 1`,
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if len(articles[1].Gold()) != 0 {
		t.Error("the gold of record is not the first annotator's")
	}
}

func TestPolNeARRefuses(t *testing.T) {
	for _, c := range []struct {
		name  string
		pairs []string
		want  string
	}{
		{"no such split", []string{"train/text/a.txt", ""}, `no split "dev"`},
		{"no texts", []string{"dev/text/a.md", ""}, "no *.txt files in text"},
		{"no annotations", []string{"dev/text/a.txt", "", "dev/text/b.txt", "", "dev/attributions/a_x.ann", ""},
			"text/b.txt: no attributions/b_ANNOTATOR.ann belongs to it"},
		{"no text", []string{"dev/text/a.txt", "", "dev/attributions/c_x.ann", ""}, "attributions/c_x.ann: there is no text of that name"},
		{"bad annotations", []string{"dev/text/a.txt", rained, "dev/attributions/a_x.ann", rainedBy + "T9\tCue 0 4\tsaid\n"},
			`attributions/a_x.ann:5: T9 covers "Ilse"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := PolNeAR(corpus(c.pairs...), "dev")
			if err == nil || !strings.HasPrefix(err.Error(), c.want) {
				t.Errorf("got %v, want an error that begins %q", err, c.want)
			}
		})
	}
}

func TestAnnotationsReplaceTheAnnotators(t *testing.T) {
	articles, err := PolNeAR(corpus("text/a.txt", rained, "text/b.txt", rained,
		"attributions/a.ann", rainedBy, "attributions/b.ann", rainedBy), "")
	if err != nil {
		t.Fatal(err)
	}
	theirs, err := Annotations(corpus("b_system.ann", rainedBy), ".", articles)
	if err != nil {
		t.Fatal(err)
	}
	if len(theirs[0].Annotators) != 0 || len(theirs[1].Annotators) != 1 || theirs[1].Annotators[0].Name != "system" {
		t.Errorf("annotators %v and %v, want none and system", theirs[0].Annotators, theirs[1].Annotators)
	}
	if len(articles[0].Annotators) != 1 {
		t.Error("the articles given were changed")
	}
}
