package article

import (
	"fmt"
	"net/url"
	"os"
	"strings"
	"testing"

	"hearsay/internal/golden"
)

// TestScores compares the combination with each extractor by itself, as 4-gram
// F1 against the texts that a reader would mark. The table is committed, so that
// a change of any rule shows what it costs which page.
func TestScores(t *testing.T) {
	var table strings.Builder
	row := func(name string, f [3]float64) {
		fmt.Fprintf(&table, "%-14s %8.3f %8.3f %8.3f\n", name, f[0], f[1], f[2])
	}
	fmt.Fprintf(&table, "%-14s %8s %8s %8s\n", "page", "first", "second", "combined")
	var mean [3]float64
	all := specimens(t)
	for _, s := range all {
		f := s.scores(t)
		row(s.name, f)
		for k := range f {
			mean[k] += f[k] / float64(len(all))
		}
		if f[2] < max(f[0], f[1])-0.01 {
			t.Errorf("%s: combined %.3f, but %.3f and %.3f alone", s.name, f[2], f[0], f[1])
		}
	}
	row("mean", mean)
	if golden.Updating() {
		if err := os.WriteFile("testdata/scores.golden", []byte(table.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("testdata/scores.golden")
	if err != nil || string(want) != table.String() {
		t.Errorf("got\n%s\nwant\n%s%v", &table, want, err)
	}
}

// scores returns the F1 of go-trafilatura, of go-readability and of Extract.
func (s specimen) scores(t *testing.T) [3]float64 {
	t.Helper()
	root, err := parse(s.page, "")
	if err != nil {
		t.Fatal(err)
	}
	report, err := Extract(s.page, "", s.address)
	if err != nil {
		t.Fatal(err)
	}
	texts := [3]string{textOf(firstOpinion(root, s.address)), textOf(secondOpinion(root, s.address)), report.Text}
	var f [3]float64
	for k := range texts {
		f[k] = f1(texts[k], s.gold)
	}
	return f
}

func textOf(all []block) string {
	text, _ := lay(all)
	return text
}

// f1 returns the F1 of the runs of four words that two texts have.
func f1(got, want string) float64 {
	have, need := fourGrams(got), fourGrams(want)
	var shared, all int
	for gram, n := range have {
		shared += min(n, need[gram])
		all += n
	}
	for _, n := range need {
		all += n
	}
	return 2 * float64(shared) / float64(max(all, 1))
}

func fourGrams(text string) map[[4]string]int {
	words := wordsOf(text)
	grams := map[[4]string]int{}
	for i := 0; i+4 <= len(words); i++ {
		grams[[4]string(words[i:i+4])]++
	}
	return grams
}

// Reading speed, in pages of a usual size and markup.
func BenchmarkExtract(b *testing.B) {
	all := specimens(b)
	size := 0
	for _, s := range all {
		size += len(s.page)
	}
	b.SetBytes(int64(size))
	for b.Loop() {
		for _, s := range all {
			if _, err := Extract(s.page, "", s.address); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(b.N*len(all))/b.Elapsed().Seconds(), "pages/s")
}

// hostile are pages made to take long, of the size that intake lets through.
func hostile(size int) map[string][]byte {
	repeat := func(s string) []byte { return []byte(strings.Repeat(s, size/len(s))) }
	tower := strings.Repeat("<div>", 400) + "The mayor said so." + strings.Repeat("</div>", 400)
	return map[string][]byte{
		"nested":   repeat("<div>"),
		"towers":   repeat(tower),
		"links":    repeat(`<a href="/">x</a> `),
		"words":    []byte("<p>" + strings.Repeat("the mayor said ", size/15)),
		"short":    repeat("<p>The mayor said."),
		"sections": repeat(`<article class="story"><h1>News</h1><p>The mayor said that nothing had been agreed.</p></article>`),
		"brackets": repeat("<"),
		"reopened": []byte("<p>" + opened(300) + "</p>" + strings.Repeat("<p>x", size/4)),
		"json":     []byte(`<script type="application/ld+json">` + strings.Repeat("[", size)),
		"objects":  []byte(`<script type="application/ld+json">` + strings.Repeat(`{"@graph":`, size/10)),
	}
}

// opened returns n formatting elements, no two alike.
func opened(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "<b id=%d>", i)
	}
	return b.String()
}

func BenchmarkHostile(b *testing.B) {
	for name, page := range hostile(10 << 20) {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(page)))
			for b.Loop() {
				_, err := Extract(page, "", &url.URL{Scheme: "https", Host: "a.example"})
				if b.N == 1 {
					b.Log(err)
				}
			}
		})
	}
}
