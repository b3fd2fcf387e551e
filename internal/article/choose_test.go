package article

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// pageOf returns blocks, one for each line.
func pageOf(lines ...string) []block {
	var all []block
	for _, line := range lines {
		all = append(all, block{text: line, words: len(wordsOf(line))})
	}
	return all
}

func TestKeptWords(t *testing.T) {
	page := pageOf("Home", "The mayor arrived at noon on Tuesday", "Two accounts", "Read more", "The mayor arrived at noon on Tuesday, and nobody met her", "Nobody came")
	tests := []struct {
		name string
		kept []block
		want []int
	}{
		{"nothing", nil, []int{0, 0, 0, 0, 0, 0}},
		{"short blocks", pageOf("Two accounts", "Nobody came"), []int{0, 0, 2, 0, 0, 2}},
		{"the longer of two that begin alike", pageOf("The mayor arrived at noon on Tuesday, and nobody met her"), []int{0, 0, 0, 0, 11, 0}},
		{"both", pageOf("The mayor arrived at noon on Tuesday", "The mayor arrived at noon on Tuesday, and nobody met her"), []int{0, 7, 0, 0, 11, 0}},
		{"half a block", pageOf("and nobody met her"), []int{0, 0, 0, 0, 4, 0}},
		{"words of no block", pageOf("Something else was said there"), []int{0, 0, 0, 0, 0, 0}},
		{"blocks run together", pageOf("Two accounts Read more"), []int{0, 0, 2, 2, 0, 0}},
		{"other case and marks", pageOf("TWO ACCOUNTS!"), []int{0, 0, 2, 0, 0, 0}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := keptWords(page, test.kept); !slices.Equal(got, test.want) {
				t.Errorf("kept %v, want %v", got, test.want)
			}
		})
	}
}

// Blocks that an extractor keeps as they are, in their order, are found again, all
// of them and no others, if no two are alike.
func TestKeptWordsFindsBlocksAgain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SampledFrom(strings.Fields("the a mayor council said came agreed ferry bridge on"))
		var page, kept []block
		var want []int
		seen := map[string]bool{}
		for range rapid.IntRange(0, 12).Draw(t, "blocks") {
			text := strings.Join(rapid.SliceOfN(words, 4, 9).Draw(t, "text"), " ")
			if seen[text] {
				continue
			}
			seen[text] = true
			b := pageOf(text)[0]
			page = append(page, b)
			want = append(want, 0)
			if rapid.Bool().Draw(t, "kept") {
				kept = append(kept, b)
				want[len(want)-1] = b.words
			}
		}
		found := keptWords(page, kept)
		total, wanted := 0, 0
		for i := range found {
			total += found[i]
			wanted += want[i]
		}
		if total != wanted {
			t.Fatalf("found %v of %v, want %v", found, page, want)
		}
	})
}

// Each hint holds somewhere: one that never does says nothing.
func TestHintsHold(t *testing.T) {
	unseen := map[string]bool{}
	for _, h := range hints {
		unseen[h.name] = true
	}
	pages := specimens(t)
	extra := `<html><body><div><p>` + sentence + `</p><aside class="ad advert"><p>Buy now</p></aside><p>Read more about it</p><p>` + sentence +
		`</p></div><div class="caption"><h1>News</h1></div></body></html>`
	pages = append(pages, specimen{page: []byte(extra)})
	holds := func(j *judge) {
		for i := range j.page {
			for _, h := range hints {
				if h.holds(j, i) {
					delete(unseen, h.name)
				}
			}
		}
	}
	for _, s := range pages {
		root, err := parse(s.page, "")
		if err != nil {
			t.Fatal(err)
		}
		isLive := readMetadata(root, nil).isLive()
		prune(root)
		page := blocksOf(root, entriesOf(root, isLive))
		first, second := keptWords(page, firstOpinion(root, nil)), keptWords(page, secondOpinion(root, nil))
		holds(newJudge(page, first, second))
		holds(newJudge(page, keptWords(page, page[len(page)-1:]), keptWords(page, page)))
	}
	for name := range unseen {
		t.Errorf("the hint %q holds of no block", name)
	}
}

// If the extractors saw different articles, the first is believed unless the
// second found much more.
func TestSettle(t *testing.T) {
	long := "The council met again on Wednesday and heard both sides of the quarrel for an hour"
	page := pageOf(sentence, "Then the others came, and nothing more was said by them about it", long+" in the town", long+" in the hall", long+" in the yard")
	root := tree(t, "<p>x")
	for i := range page {
		page[i].node = root.LastChild
	}
	words := func(kept ...int) opinion {
		o := make(opinion, len(page))
		for _, i := range kept {
			o[i] = page[i].words
		}
		return o
	}
	tests := []struct {
		name  string
		t, r  opinion
		agree []bool
	}{
		{"alike", words(0, 1), words(1, 0), []bool{true, true, false, false, false}},
		{"the second sees a little more", words(0, 1), words(2), []bool{true, true, false, false, false}},
		{"the second sees much more", words(1), words(2, 3, 4), []bool{false, false, true, true, true}},
		{"the first sees nothing", words(), words(2), []bool{false, false, true, false, false}},
		{"one within the other", words(0), words(0, 1, 2), []bool{true, false, false, false, false}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := newJudge(page, test.t, test.r).agreed; !slices.Equal(got, test.agree) {
				t.Errorf("agreed %v, want %v", got, test.agree)
			}
		})
	}
}

func TestNameWords(t *testing.T) {
	got := nameWords("articleBody related-links Editors_Note m-12 HTMLArea")
	if want := strings.Fields("article body related links editors note m htmlarea"); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestWithoutHeadline(t *testing.T) {
	body := func(texts ...string) []block {
		all := pageOf(texts...)
		for i := range all {
			all[i].kind = "body"
		}
		return all
	}
	tests := []struct {
		name string
		in   []block
		want []string
	}{
		{"first", body("Talks resume", sentence), []string{"body " + sentence}},
		{"after a line", body("Ferries", "TALKS RESUME", sentence), []string{"body Ferries", "body " + sentence}},
		{"first line", body("Talks resume\n" + sentence), []string{"body " + sentence}},
		{"in the text", body(sentence, "Talks resume"), []string{"body " + sentence, "body Talks resume"}},
		{"not there", body(sentence), []string{"body " + sentence}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := show(withoutHeadline(test.in, "Talks resume")); !slices.Equal(got, test.want) {
				t.Errorf("%q, want %q", got, test.want)
			}
		})
	}
}
