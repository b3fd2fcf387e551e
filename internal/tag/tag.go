// Package tag gives each token its part of speech and its lemma.
//
// Tags are chosen from left to right by a log-linear model that sees the words
// around and the two tags before. A word that training met often may only have
// the tags it had there; many have one, and cost nothing.
//
//	words ──► candidates ──► one left? ──yes──► tag
//	                              └──no───► features × weights ──► best ──► tag
//	(word, tag) ──► edit script ("-ied +y") ──► lemma
package tag

import (
	"math/bits"

	"hearsay"
	"hearsay/internal/lexicon"
	"hearsay/internal/linear"
)

// Tagger fills Token.Tag and Token.Lemma. It is safe for use by several
// goroutines as long as each brings its own words.
type Tagger struct {
	weights *linear.Table     // see linear.Choose
	usual   linear.Dictionary // tags a form or ending mostly has: features
	open    linear.Dictionary // tags a frequent form may have at all: the choice
	lemmas  *lemmatiser
}

// Tag fills the tags and lemmas of a document. words are those of its tokens.
func (t *Tagger) Tag(doc *hearsay.Document, words []*lexicon.Word) {
	var ids [featureCount]uint32
	for _, s := range doc.Sentences {
		var p1, p2 hearsay.Tag
		sentence := words[s.First:s.End]
		caps := capitals(sentence)
		for i, w := range sentence {
			p2, p1 = p1, t.choose(sentence, i, caps, p1, p2, &ids)
			t.set(&doc.Tokens[s.First+i], w, p1)
		}
	}
}

func (t *Tagger) set(token *hearsay.Token, w *lexicon.Word, tag hearsay.Tag) {
	lemma, known := w.Lemma(tag)
	if !known {
		lemma = t.lemmas.lemma(w, tag)
		w.SetLemma(tag, lemma)
	}
	token.Tag, token.Lemma = tag, lemma
}

// choose returns the tag of word i of a sentence, given the two tags before.
func (t *Tagger) choose(words []*lexicon.Word, i int, caps uint32, p1, p2 hearsay.Tag, ids *[featureCount]uint32) hearsay.Tag {
	open := t.openTags(words[i])
	if isOne(open) {
		return hearsay.Tag(bits.TrailingZeros64(open))
	}
	features(t, words, i, caps, p1, p2, ids)
	return hearsay.Tag(linear.Choose(t.weights, ids[:], open))
}

// isOne reports whether a set has one tag.
func isOne(tags uint64) bool { return tags&(tags-1) == 0 }

// openTags returns the tags a word may have: those a frequent form was ever
// given, else all.
func (t *Tagger) openTags(w *lexicon.Word) uint64 {
	if w.Open == 0 {
		w.Open = allTags
		if tags := t.open.Get(formKey(w)); tags != 0 {
			w.Open = tags
		}
	}
	return w.Open
}

// usualTags returns the tags a word mostly has: by its form, else by its ending
// and look, else all.
func (t *Tagger) usualTags(w *lexicon.Word) uint64 {
	if w.Usual == 0 {
		w.Usual = allTags
		for _, key := range candidateKeys(w) {
			if tags := t.usual.Get(key); tags != 0 {
				w.Usual = tags
				break
			}
		}
	}
	return w.Usual
}

const allTags = (uint64(1)<<hearsay.TagCount - 1) &^ 1

func formKey(w *lexicon.Word) uint32 { return linear.Mix(1, w.Form, 0) }

// candidateKeys lists under what the tags of a word are kept, nearest first.
func candidateKeys(w *lexicon.Word) [4]uint32 {
	return [4]uint32{
		formKey(w),
		linear.Mix(2, w.Suffix[3], w.Shape),
		linear.Mix(2, w.Suffix[2], w.Shape),
		linear.Mix(2, w.Suffix[1], w.Shape),
	}
}
