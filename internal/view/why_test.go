package view

import (
	"testing"

	"hearsay"
)

// TestFamilies: which of the reader's features a person hears of in which words.
func TestFamilies(t *testing.T) {
	for feature, want := range map[string]string{
		"lemma":                           "the words themselves",
		"any word":                        "the words themselves",
		"ending, tag":                     "the words themselves",
		"lemma two before":                "the words next to it",
		"tags around":                     "the words next to it",
		"both lemmas":                     "the words next to it",
		"quotation around, lemma":         "the quotation marks around",
		"place, quotation, after the cue": "the quotation marks around",
		"path, cue":                       "how it hangs on CUE in the sentence",
		"first step, tag":                 "how it hangs on CUE in the sentence",
		"core dependents, lemma":          "how it hangs on CUE in the sentence",
		"phrases between, cue":            "the phrases between it and CUE",
		"distance, tag, cue":              "how near to CUE it stands",
		"other cues between, quotation":   "the quotation marks around",
		"what begins, cue":                "where it begins and ends",
		"edge, word after, cue":           "where it begins and ends",
	} {
		if got := families[familyOf(feature)].part; got != want {
			t.Errorf("%s is told as %q, want %q", feature, got, want)
		}
	}
}

// TestWhyOf adds up what families weighed and tells the most.
func TestWhyOf(t *testing.T) {
	text := "Holt said so."
	span := func(start, end int) hearsay.Span { return hearsay.Span{Start: start, End: end} }
	source, cue := span(0, 4), span(5, 9)
	e := Explained{
		Record: hearsay.Record{Report: hearsay.Report{Text: text}, Attributions: []hearsay.Attribution{{Source: &source, Cue: &cue, Content: []hearsay.Span{span(10, 12)}}}},
		Sure:   []SureOf{{970, 995, 800}},
		Weighed: [][]Weighed{{
			{"cue", "lemma", 80}, {"cue", "word", 40}, {"cue", "tags around", 20}, {"cue", "quotation around", -60},
			{"source", "path, cue", 59}, {"source", "first step", -20}, {"source", "distance", 31},
		}},
		Hops: [][]string{{"it publishes", "the name Holt"}}, Acts: []string{"cue: threatens"}, Meant: []string{"the family name"},
	}
	why := WhyOf(e, 0)
	for i, want := range []string{
		"“said” tells that something is said: 0.97; for: the words themselves; against: the quotation marks around",
		"“Holt” says it: over 0.99; for: how it hangs on “said” in the sentence, how near to “said” it stands",
		"these are the words, from the first to the last: 0.80",
	} {
		if got := why.Parts[i].Told(); got != want {
			t.Errorf("part %d is told as %q, want %q", i, got, want)
		}
	}
	if why.Identity != "the name Holt" || why.Rule != "threatens" || why.Meant != "the family name" {
		t.Errorf("got %+v", why)
	}
	if none := WhyOf(Explained{Record: e.Record}, 0); len(none.Parts) != 0 {
		t.Errorf("what no model found has %+v", none.Parts)
	}
}
