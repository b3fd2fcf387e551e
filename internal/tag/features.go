package tag

import (
	"hearsay"
	"hearsay/internal/lexicon"
	"hearsay/internal/linear"
)

const featureCount = 38

// beyond stands for the words before and after a sentence.
var beyond = &lexicon.Word{Text: "", Low: "", Form: 1, Lower: 1, Usual: 1, Open: 1}

func wordAt(words []*lexicon.Word, i int) *lexicon.Word {
	if i < 0 || i >= len(words) {
		return beyond
	}
	return words[i]
}

// fold makes an id of a set of tags.
func fold(tags uint64) uint32 { return uint32(tags) ^ uint32(tags>>32)*31 }

// features fills ids with the features of word i, given the two tags before it.
func features(t *Tagger, words []*lexicon.Word, i int, caps uint32, p1, p2 hearsay.Tag, ids *[featureCount]uint32) {
	w, l1, l2 := words[i], wordAt(words, i-1), wordAt(words, i-2)
	r1, r2 := wordAt(words, i+1), wordAt(words, i+2)
	a0, ar1, ar2 := fold(t.usualTags(w)), fold(t.usualTags(r1)), fold(t.usualTags(r2))
	t1, t2 := uint32(p1), uint32(p2)
	n := 0
	add := func(a, b uint32) {
		ids[n] = linear.Mix(uint32(n), a, b)
		n++
	}
	add(w.Lower, 0)
	add(w.Form, 0)
	add(l1.Lower, 0)
	add(r1.Lower, 0)
	add(l2.Lower, 0)
	add(r2.Lower, 0)
	add(w.Suffix[0], a0)
	add(w.Suffix[1], uint32(w.Kind))
	add(w.Suffix[2], uint32(w.Kind))
	add(w.Suffix[3], uint32(w.Kind))
	add(w.Prefix[0], 0)
	add(w.Prefix[1], 0)
	add(w.Prefix[2], 0)
	add(w.Shape, 0)
	add(w.Shape, t1)
	add(t1, 0)
	add(t1, t2)
	add(t1, w.Lower)
	add(linear.Mix(0, t1, t2), w.Lower)
	add(l1.Lower, w.Lower)
	add(w.Lower, r1.Lower)
	add(l1.Lower, r1.Lower)
	add(t1, r1.Lower)
	add(ar1, 0)
	add(ar1, ar2)
	add(a0, t1)
	add(a0, ar1)
	add(t1, ar1)
	add(linear.Mix(0, t1, t2), ar1)
	add(l1.Suffix[2], t1)
	add(r1.Suffix[2], uint32(r1.Kind))
	add(uint32(w.Kind)<<8|uint32(l1.Kind), uint32(r1.Kind))
	add(w.Suffix[2], t1)
	add(uint32(w.Kind), linear.Mix(0, uint32(min(i, 1)), uint32(r1.Kind)))
	add(linear.Mix(0, l1.Lower, l2.Lower), w.Suffix[2])
	add(r1.Lower, r2.Lower)
	add(linear.Mix(0, a0, caps), uint32(w.Kind))
	add(w.Lower, caps)
}

// capitals returns how much of a sentence is written with capitals, in
// quarters: in a headline they tell little of a word, in a chat their absence
// tells nothing.
func capitals(words []*lexicon.Word) uint32 {
	letters, capital := 0, 0
	for _, w := range words {
		switch w.Kind {
		case lexicon.LowerCase:
			letters++
		case lexicon.Capitalised, lexicon.UpperCase, lexicon.MixedCase:
			letters++
			capital++
		}
	}
	if capital == 0 {
		return 5
	}
	return uint32(4 * capital / letters)
}
