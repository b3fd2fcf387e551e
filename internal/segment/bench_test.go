package segment

import (
	"fmt"
	"strings"
	"testing"

	"hearsay"
)

// inventedNews returns about n words of running newswire with names, numbers,
// abbreviations and quotations in the proportions of the real thing.
func inventedNews(n int) string {
	paragraphs := []string{
		`VELMARK (RNS) — The League of Coastal Towns said on Tuesday it would release %d captives by Friday, according to an aide who was not authorized to speak publicly.`,
		`“We have not seen the text,” Gen. Tomas Ardo told reporters in Drenn. “The ministry doesn’t comment on talks that haven’t begun, and it can’t say when they’ll end.”`,
		`At least %d people were wounded, the Health Ministry said, up from a count of 1,2%02d given at 11:30 a.m. on Jan. 5; the U.S.-led mission put the toll at about 3.5 percent more.`,
		`Mr. Ardo's spokeswoman, Lena J. Vost, said the state-run Harbor Co. had lost $%d million since 2014. "It is over," she added. "Nobody knows why."`,
		`Talks over the border crossing, which the workers' council has called "a matter of weeks, not days," go on in the capital while both sides wait for an answer from the mediators.`,
	}
	var b strings.Builder
	for i := 0; n > 0; i++ {
		p := paragraphs[i%len(paragraphs)]
		if k := strings.Count(p, "%"); k > 0 {
			p = fmt.Sprintf(p, []any{i % 97, i % 89}[:k]...)
		}
		b.WriteString(p + "\n\n")
		n -= len(strings.Fields(p))
	}
	return b.String()
}

// BenchmarkSplit reports words a second, a word being what stands between
// spaces, for running text and for input made to be slow.
func BenchmarkSplit(b *testing.B) {
	for _, c := range []struct{ name, text string }{
		{"news-100k-words", inventedNews(100_000)},
		{"report-600-words", inventedNews(600)},
		{"one-sentence-20k-words", strings.Repeat("and the envoy of the League went on ", 2_500)},
		{"cyrillic-100k-words", strings.Repeat("совет городов не ответил послу, ", 20_000)},
	} {
		b.Run(c.name, func(b *testing.B) {
			words := len(strings.Fields(c.text))
			b.SetBytes(int64(len(c.text)))
			b.ReportAllocs()
			for b.Loop() {
				Split(hearsay.Report{Text: c.text})
			}
			b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
		})
	}
}

// BenchmarkHostile splits a megabyte of each kind of text that has made
// segmenters quadratic. All must stay near the same rate.
func BenchmarkHostile(b *testing.B) {
	for _, c := range hostileTexts(1 << 20) {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(c.text)))
			for b.Loop() {
				Split(hearsay.Report{Text: c.text})
			}
		})
	}
}

type namedText struct{ name, text string }

// hostileTexts returns texts of about n bytes that repeat one pattern each.
func hostileTexts(n int) []namedText {
	fill := func(name, pattern string) namedText {
		return namedText{name, strings.Repeat(pattern, n/len(pattern)+1)}
	}
	return []namedText{
		fill("letters", "a"), fill("digits", "7"), fill("accents", "é"), fill("ideographs", "漢"),
		fill("emoji-joined", "👩\u200d"), fill("combining", "\u0301"), fill("soft-hyphens", "\u00AD"),
		fill("double-marks", `"`), fill("single-marks", "'"), fill("curly-open", "“"), fill("curly-single", "‘"),
		fill("right-single", "’"), fill("possessives", "workers' "), fill("open-words", "'a "), fill("accent-apostrophe", "é'"),
		fill("accent-curly", "é’"), fill("dotted", "a."), fill("stops", ". "), fill("stop-open", ".("), fill("initials", "J. "),
		fill("hyphens", "a-"), fill("slashes", "a/"), fill("commas", "1,"), fill("at", "a@"), fill("hash", "#a"),
		fill("www", "www."), fill("address-brackets", "www.a("+")"), fill("lines", "a\n"), fill("empty-lines", "a\n\n"),
		fill("returns", "\r"), fill("nul", "\x00"), fill("spaces", " "), fill("asks", "? "), fill("dots", ".. "),
		fill("quote-space", `" `), fill("nested", `"'`), fill("guillemets", "«a "), fill("no-break", "\u00A0a"),
		fill("clitics", "'s"), fill("negations", "n't"), fill("elisions", "'em "), fill("money", "US$"), fill("middle-dots", "a··"),
		fill("letter-format", "a\u00AD"), fill("reporting", `"A?" A `),
	}
}
