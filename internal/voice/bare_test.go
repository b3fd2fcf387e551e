package voice_test

import (
	"context"
	"testing"

	"hearsay"
	"hearsay/reader"
)

// What is done by saying so is an attribution without a verb of saying; what is only
// done, or left unsaid, is the outlet's own.
func TestBarePerformatives(t *testing.T) {
	r, err := reader.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, source, cue, content string }{
		{"The board turned down the bid.", "The board", "turned down", "the bid"},
		{"The mayor appealed for calm.", "The mayor", "appealed", "for calm"},
		{"The owners had rejected the price.", "The owners", "had rejected", "the price"},
		{"The board moved the table.", "", "", ""},
		{"The bid was turned down.", "", "", ""},
		{"It turned down the sound.", "", "", ""},
	} {
		text := "The quay was wet on Monday morning. " + c.text
		record, err := r.Read(context.Background(), hearsay.Report{Text: text})
		if err != nil {
			t.Fatal(err)
		}
		source, cue, content := "", "", ""
		for _, a := range record.Attributions {
			source, cue, content = "–", a.Cue.In(text), a.Content[0].In(text)
			if a.Source != nil {
				source = a.Source.In(text)
			}
		}
		if source != c.source || cue != c.cue || content != c.content {
			t.Errorf("%s: read [%s] {%s} <%s>", c.text, source, cue, content)
		}
	}
}
