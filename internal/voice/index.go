package voice

import "hearsay/internal/tree"

// Rules look for attributions near a word. That they need not go through all,
// and the work on a long report stays linear, each sentence has a list of those
// whose cue or source stands in it.

// numberSentences fills in which sentence each token stands in.
func (t *tracer) numberSentences() {
	t.sentence = make([]int32, len(t.Doc.Tokens))
	for s, sentence := range t.Doc.Sentences {
		for i := sentence.First; i < sentence.End; i++ {
			t.sentence[i] = int32(s)
		}
	}
	t.inSentence = make([][]int, len(t.Doc.Sentences))
}

// list puts telling k on the lists of its sentences.
func (t *tracer) list(k int) {
	n := &t.tellings[k]
	at := -1
	for _, i := range []int{n.verb, n.speaker} {
		if i >= 0 && int(t.sentence[i]) != at {
			at = int(t.sentence[i])
			t.inSentence[at] = append(t.inSentence[at], k)
		}
	}
	for _, c := range n.Content {
		for e := t.ExtentOf(c); e.First < e.End; e.First++ {
			t.told[e.First] = true
		}
	}
}

// around returns the positions of the tellings in the sentence of token i.
func (t *tracer) around(i int) []int { return t.inSentence[t.sentence[i]] }

// sentenceOf returns the sentence that token i stands in.
func (t *tracer) sentenceOf(i int) extent {
	s := t.Doc.Sentences[t.sentence[i]]
	return tree.Between(s.First, s.End)
}

func (t *tracer) paragraphNumber(i int) int { return t.Doc.Sentences[t.sentence[i]].Paragraph }
