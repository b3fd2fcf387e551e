package view

import (
	"strconv"
	"strings"

	"hearsay"
)

// Voice tells the voices of one page apart, in the order in which they are
// first heard.
type Voice int32

// The voices that every page has.
const (
	Own    Voice = iota // the outlet's
	Nobody              // of attributions that name no source
	First               // the first of the others
)

// voices returns the voice of each attribution. One that the reader knows to be
// the same actor's is the same voice; else one whose source has the same words.
func voices(record hearsay.Record) []Voice {
	known := map[string]Voice{}
	all := make([]Voice, len(record.Attributions))
	for i, a := range record.Attributions {
		key := voiceKey(a, record.Report.Text)
		if key == "" {
			all[i] = Nobody
			continue
		}
		if _, ok := known[key]; !ok {
			known[key] = First + Voice(len(known))
		}
		all[i] = known[key]
	}
	return all
}

// voiceKey returns what is the same for the same voice, "" for nobody's.
func voiceKey(a hearsay.Attribution, text string) string {
	if n := len(a.Chain); n > 0 && a.Chain[n-1].Actor != nil {
		return "actor " + strconv.Itoa(*a.Chain[n-1].Actor)
	}
	if a.Source == nil {
		return ""
	}
	return "words " + strings.ToLower(Line(a.Source.In(text)))
}
