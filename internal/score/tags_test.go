package score

import (
	"testing"

	"hearsay"
	"hearsay/internal/gold"
)

func TestTagAccuracy(t *testing.T) {
	sentences := []gold.UDSentence{
		{Tokens: []gold.UDToken{{Form: "Boats", XPOS: "NNS", Lemma: "boat"}, {Form: "sail", XPOS: "VBP", Lemma: "sail"}}},
		{Tokens: []gold.UDToken{{Form: "x", XPOS: "_"}, {Form: "Sella", XPOS: "NNP", Lemma: "Sella"}}},
	}
	doc := gold.Document(sentences)
	for i, tagged := range []struct{ tag, lemma string }{{"NNS", "boat"}, {"NN", "sail"}, {"NN", "x"}, {"NNP", "sella"}} {
		tag, ok := hearsay.ParseTag(tagged.tag)
		if !ok {
			t.Fatal(tagged.tag)
		}
		doc.Tokens[i].Tag, doc.Tokens[i].Lemma = tag, tagged.lemma
	}
	var total TagCount
	total.Add(TagAccuracy(sentences, doc))
	total.Add(TagAccuracy(sentences, doc))
	if total.Tokens != 6 || total.Tags != 4 || total.Lemmas != 6 {
		t.Errorf("count %+v, want 4 of 6 tags and all lemmas", total)
	}
	if got := total.Commonest(5); len(got) != 1 || got[0] != (Confusion{"VBP", "NN"}) || total.Confused[got[0]] != 2 {
		t.Errorf("confused %v", total.Confused)
	}
	if got := total.Measured("ewt"); got[0] != (Measured{"tag/ewt", 4.0 / 6, 6}) || got[1] != (Measured{"lemma/ewt", 1, 6}) {
		t.Errorf("measured %v", got)
	}
}
