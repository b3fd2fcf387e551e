package moment_test

import (
	"strings"
	"testing"
	"time"

	"hearsay"
	"hearsay/internal/moment"
)

// news is invented: a report with about as many times in it as reports have.
const news = `VELMARK, March 8 (RNS) — The harbour ministry said on Monday that the bridge would open again in May, three
weeks later than planned. Mara Holt, the mayor, told reporters that at least 12 people had been hurt since Friday
night, when the deck gave way under two lorries and a coach that was on its way to the coast.

“Nobody knows what held it up for ninety years,” said Tomas Ardo, who ran the yard from 1998 until last summer. He
added that the second inspection, which the League of Coastal Towns had asked for in the third quarter of 2026, was
never made, and that the letters about it lay in a drawer of the ministry.

The court is to hear the case on Thursday at 9 a.m. A spokeswoman for the dockers denied that they had seen the
text, and said that the union would march to the gates whatever was said there. Prices for ferries rose by a fifth.`

// BenchmarkFind reports the time for each word, a word being what stands between
// spaces.
func BenchmarkFind(b *testing.B) {
	text := strings.Repeat(news+"\n\n", 8)
	report := hearsay.Report{Text: text, Published: time.Date(2027, 3, 9, 20, 15, 0, 0, time.UTC)}
	doc, words := read(report)
	b.ReportAllocs()
	for b.Loop() {
		moment.Find(doc, words, moment.Anchor{Published: report.Published})
	}
	n := float64(len(strings.Fields(text))) * float64(b.N)
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/n, "ns/word")
}
