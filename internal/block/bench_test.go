package block

import (
	"slices"
	"strings"
	"testing"
)

func sortedCopy(words []string) []string {
	words = slices.Clone(words)
	slices.Sort(words)
	return words
}

// inventedNews returns newswire of n times ten paragraphs.
func inventedNews(n int) string {
	page := `(Adds minister's comment in paragraphs 3-5)

VELMARK (RNS) — The League of Coastal Towns said on Tuesday it would release captives by Friday, according to an aide who was not authorized to speak publicly.

“We have not seen the text,” Gen. Tomas Ardo told reporters in Drenn. “The ministry doesn’t comment on talks that haven’t begun, and it can’t say when they’ll end.”

At least 30 people were wounded, the Health Ministry said, up from a count given at 11:30 a.m. on Jan. 5; the U.S.-led mission put the toll at about 3.5 percent more.

Shelling in Velmark

This story of two towns is told on both banks. The mayor, Lena Vost, said the state-run Harbor Co. had lost $3 million since 2014. "It is over," she added. "Nobody knows why."

Talks over the border crossing, which the workers' council has called "a matter of weeks, not days," go on in the capital while both sides wait for an answer from the mediators.

In an interview the envoy said he would go ahead either way. A second round is set for Monday.

Read more: The roads that stay closed

(Reporting by Ida Brock; editing by Lise Hartog)

`
	return strings.Repeat(page, n)
}

func BenchmarkFind(b *testing.B) {
	text := inventedNews(5)
	words := len(strings.Fields(text))
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Find(text, nil)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(words), "ns/word")
}

// BenchmarkHostile finds blocks in a megabyte of each kind of text that could
// make rules slow. All must stay near the same rate.
func BenchmarkHostile(b *testing.B) {
	for name, pattern := range map[string]string{
		"brackets": "(", "notes": "(Adds ", "capitals": "DRENN ", "labels": "Correction ", "names": "Ida Brock, ", "dates": "May 3 ", "lines": "By Ida\n",
		"paragraphs": "Update 3\n\n", "remarks": "a (b) ", "related": "Related stories\n\nRoads\n\n", "furniture": "_\n\nCorrection:\n\n_\n\n",
	} {
		text := strings.Repeat(pattern, 1<<20/len(pattern))
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				Find(text, nil)
			}
		})
	}
}
