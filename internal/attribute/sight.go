package attribute

import (
	"hearsay"
	"hearsay/internal/lexicon"
	"hearsay/internal/linear"
)

// token is what the features see of one token: ids only, no strings.
type token struct {
	lower, lemma, suffix, shape uint32
	tag                         uint32
	coarse                      uint32 // class of the tag, see coarseOf
	quote                       uint32 // quotation state, see quoteState
	kind                        uint32
	sentence, paragraph         int32
	run                         int32 // ordinal of the unbroken stretch of quoted or unquoted text
}

// sight is a document as the features see it. Its memory is reused from one
// document to the next.
type sight struct {
	doc      *hearsay.Document
	tokens   []token
	branches []branch
	heard    []uint32 // see hush
	quoted   []bool   // for each sentence whether some of it stands within quotation marks
}

// nothing stands for the tokens before the first and after the last.
var nothing = token{lower: 1, lemma: 1, suffix: 1, shape: 1, coarse: coarseNone, sentence: -1, paragraph: -1}

// look takes in a tagged document; words are those of its tokens.
func (s *sight) look(doc *hearsay.Document, words []*lexicon.Word) {
	s.doc = doc
	s.tokens = s.tokens[:0]
	run, quoted := int32(0), false
	s.quoted = s.quoted[:0]
	for n, sentence := range doc.Sentences {
		s.quoted = append(s.quoted, false)
		for i := sentence.First; i < sentence.End; i++ {
			t, w := &doc.Tokens[i], words[i]
			s.quoted[n] = s.quoted[n] || t.Quote.Depth > 0
			if now := t.Quote.Depth > 0; now != quoted || t.Quote.Opens {
				run, quoted = run+1, now
			}
			s.tokens = append(s.tokens, token{
				lower: w.Lower, lemma: w.LemmaID[t.Tag], suffix: w.Suffix[2], shape: w.Shape,
				tag: uint32(t.Tag), coarse: coarseOf[t.Tag], quote: quoteState(t.Quote), kind: uint32(w.Kind),
				sentence: int32(n), paragraph: int32(sentence.Paragraph), run: run,
			})
		}
	}
	s.growTrees(doc)
}

// at returns token i, or nothing beyond the document's ends.
func (s *sight) at(i int) *token {
	if i < 0 || i >= len(s.tokens) {
		return &nothing
	}
	return &s.tokens[i]
}

// within returns token i if it stands in the half-open range [first, end).
func (s *sight) within(i, first, end int) *token {
	if i < first || i >= end {
		return &nothing
	}
	return &s.tokens[i]
}

// quoteState folds a token's quotation into a small number: 0 outside, 1
// inside, 2 an opening mark, 3 a closing mark; a quotation within a quotation
// counts 4 more.
func quoteState(q hearsay.Quotation) uint32 {
	state := uint32(0)
	switch {
	case q.Opens:
		state = 2
	case q.Closes:
		state = 3
	case q.Depth > 0:
		state = 1
	}
	if q.Depth > 1 {
		state += 4
	}
	return state
}

// The coarse classes of tags: what a phrase is made of, for paths.
const (
	coarseNone = iota
	coarseNominal
	coarsePronoun
	coarseVerb
	coarsePreposition
	coarseThat
	coarseConjunction
	coarseAdverb
	coarseTo
	coarseComma
	coarseStop
	coarseColon
	coarseQuote
	coarseModal
	coarseOther
)

var coarseOf = func() (table [hearsay.TagCount]uint32) {
	for class, names := range map[uint32][]string{
		coarseNominal:     {"NN", "NNS", "NNP", "NNPS", "DT", "JJ", "JJR", "JJS", "CD", "PRP$", "POS", "PDT", "$", "#", "HYPH", "AFX", "GW", "FW", "ADD", "SYM"},
		coarsePronoun:     {"PRP", "EX"},
		coarseVerb:        {"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"},
		coarsePreposition: {"IN", "RP"},
		coarseThat:        {"WDT", "WP", "WP$", "WRB"},
		coarseConjunction: {"CC"},
		coarseAdverb:      {"RB", "RBR", "RBS"},
		coarseTo:          {"TO"},
		coarseComma:       {","},
		coarseStop:        {"."},
		coarseColon:       {":", "NFP", "-LRB-", "-RRB-"},
		coarseQuote:       {"``", "''"},
		coarseModal:       {"MD"},
		coarseOther:       {"UH", "LS", "XX"},
	} {
		for _, name := range names {
			tag, ok := hearsay.ParseTag(name)
			if !ok {
				panic("attribute: no tag " + name)
			}
			table[tag] = class
		}
	}
	return table
}()

var thatID = linear.Hash("that")
