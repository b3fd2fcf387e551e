package reader

import (
	"context"
	"runtime"
	"strings"
	"testing"

	"hearsay"
	"hearsay/internal/dealing"
	"hearsay/internal/frame"
	"hearsay/internal/measure"
	"hearsay/internal/moment"
	"hearsay/internal/resolve"
	"hearsay/internal/voice"
)

// BenchmarkStages reads a report of 2,000 words with one stage at a time, what
// those before it found being there already, and reports the words a second that
// the stage alone would do. The whole chain is in BenchmarkRead.
func BenchmarkStages(b *testing.B) {
	r, desk := reader(), reader().desk()
	report := hearsay.Report{Text: inventedNews(1, 2000)}
	doc, record, err := r.readAt(context.Background(), desk, report)
	if err != nil {
		b.Fatal(err)
	}
	words := float64(len(strings.Fields(report.Text)))
	for _, stage := range []struct {
		name string
		run  func()
	}{
		{"segment", func() { split(report) }},
		{"lexicon", func() { desk.look(doc) }},
		{"tag", func() { r.tagger.Tag(doc, desk.words) }},
		{"parse", func() { r.parser.Parse(doc, desk.words, &desk.parse) }},
		{"name", func() { r.namer.Find(doc, desk.words, &desk.name) }},
		{"moment", func() { moment.Find(doc, desk.words, moment.Anchor{}) }},
		{"attribute", func() { r.finder.Find(doc, desk.words) }},
		{"resolve", func() { resolve.Resolve(doc, desk.words, record.Attributions, &desk.resolve) }},
		{"voice", func() {
			voice.Trace(doc, desk.words, record.Moments, outletOf(&record), record.Attributions, castOf(desk.resolved))
		}},
		{"measure", func() { measure.Find(doc, desk.words) }},
		{"act", func() { desk.mark(doc, &record) }},
		{"frame", func() { frame.Find(doc, desk.words, desk.actorsAt(doc)) }},
		{"dealing", func() { dealing.Find(doc, desk.words, &record, meant(desk.resolved)) }},
	} {
		b.Run(stage.name, func(b *testing.B) {
			defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
			b.ReportAllocs()
			for b.Loop() {
				stage.run()
			}
			b.ReportMetric(words*float64(b.N)/b.Elapsed().Seconds(), "words/s")
		})
	}
}
