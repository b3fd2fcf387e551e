package moment_test

import (
	"context"
	"sync"

	"hearsay"
	"hearsay/internal/lexicon"
	"hearsay/internal/moment"
	"hearsay/reader"
)

var theReader = sync.OnceValue(func() *reader.Reader {
	r, err := reader.New()
	if err != nil {
		panic(err)
	}
	return r
})

// read returns a report's document, tagged and parsed, and its words.
func read(report hearsay.Report) (*hearsay.Document, []*lexicon.Word) {
	doc, _, err := theReader().ReadDocument(context.Background(), report)
	if err != nil {
		panic(err)
	}
	return doc, lexicon.New().Look(doc, nil)
}

func find(report hearsay.Report) []hearsay.Moment {
	doc, words := read(report)
	return moment.Find(doc, words, moment.Anchor{Published: report.Published})
}
