package measure_test

import (
	"testing"

	"hearsay"
	"hearsay/internal/measure"
)

// A length of time is no figure where a moment tells it, unless it counts something;
// all else stays.
func TestWithoutTimes(t *testing.T) {
	r, err := newReader()
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]int{
		"The pause would last 45 days.":           0,
		"The 45-day pause began.":                 0,
		"They watched 1,900 hours of video.":      1,
		"He pays 40 crowns a day for three boats": 2,
	} {
		doc, record, err := r.ReadDocument(t.Context(), hearsay.Report{Text: text})
		if err != nil {
			t.Fatal(err)
		}
		if len(record.Figures) != want {
			t.Errorf("%q: %d figures in the record, want %d", text, len(record.Figures), want)
		}
		if all := read(t, text); len(measure.WithoutTimes(doc.Text, all, nil)) != len(all) {
			t.Errorf("%q: a figure is dropped that no moment tells", text)
		}
	}
}
