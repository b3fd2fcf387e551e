package tag

import (
	"hearsay"
	"hearsay/internal/lexicon"
	"hearsay/internal/linear"
)

// limits say when training has seen enough of a form or ending to name its tags.
type limits struct {
	form   int // how often a form must stand there
	ending int // the same for an ending
	rare   int // a tag given to fewer than one in rare of its tokens is noise
}

// Tuned on EWT dev. Held to its usual tags alone a word is read fast but wrong
// too often (0.4 points), so those are only a feature.
var (
	usualLimits = limits{form: 6, ending: 30, rare: 400}
	openLimits  = limits{form: 40, ending: 1 << 30, rare: 10000}
)

// learn returns the tags that training gives each form and ending, as bits.
func (l limits) learn(sentences []Sentence) linear.Dictionary {
	counts := make(map[uint32]*[hearsay.TagCount]int)
	lex := lexicon.New()
	isForm := make(map[uint32]bool)
	for _, s := range sentences {
		for i, form := range s.Forms {
			for k, key := range candidateKeys(lex.Word(form)) {
				if counts[key] == nil {
					counts[key] = new([hearsay.TagCount]int)
					isForm[key] = k == 0
				}
				counts[key][s.Tags[i]]++
			}
		}
	}
	out := make(map[uint32]uint64)
	for key, byTag := range counts {
		if tags := l.frequent(byTag, isForm[key]); tags != 0 {
			out[key] = tags
		}
	}
	return linear.NewDictionary(out)
}

// frequent returns the tags that a key's tokens have, or 0 for a key too
// rare to say.
func (l limits) frequent(byTag *[hearsay.TagCount]int, form bool) (tags uint64) {
	total := 0
	for _, n := range byTag {
		total += n
	}
	if form && total < l.form || !form && total < l.ending {
		return 0
	}
	for tag, n := range byTag {
		if n > 0 && n*l.rare >= total {
			tags |= 1 << tag
		}
	}
	return tags
}
