package name

import (
	"hearsay"
	"hearsay/internal/lexicon"
	"hearsay/internal/linear"
)

// sight is a document as the labellings see it.
type sight struct {
	doc       *hearsay.Document
	words     []*lexicon.Word
	stretches []stretch
	form      map[uint32]form   // by the id of the form in lower case
	small     linear.Dictionary // of the words that are written in small letters: see Finder.Small
}

// stretch is the half-open range of tokens from a capitalised word to the last of
// those that stand together, with small words between them, in one sentence.
//
//	Officials of [the] [Tidewell Institute for Rivers and Harbours] met [Mina Holt] .
type stretch struct {
	first, end  int
	begin, stop int    // the sentence's tokens
	pronoun     uint32 // which comes next
	capitals    uint32 // how much of the sentence is written with capitals
}

// form is how a word is written in a document. Whoever is a person is mostly
// introduced with two names and then called by the last; a body keeps its first.
type form struct {
	capital            uint8 // how often with a capital, where it begins no sentence
	alone, first, last uint8 // how often as the only, the first, the last of the capitalised words that stand together
	inner              uint8
	he, it             uint8 // how often a pronoun of a person, of a thing comes next
	possessed, within  uint8 // how often an ending or a preposition "in", "at", "from" stands beside
	small              bool  // in small letters somewhere
}

// look takes a document into view.
func (s *sight) look(doc *hearsay.Document, words []*lexicon.Word) {
	s.doc, s.words, s.stretches = doc, words, s.stretches[:0]
	if s.form == nil {
		s.form = make(map[uint32]form)
	}
	clear(s.form)
	for _, sentence := range doc.Sentences {
		s.stretch(sentence)
	}
	for i := range s.stretches {
		s.survey(&s.stretches[i])
	}
	for _, w := range words {
		if w.Kind == lexicon.LowerCase {
			if f, ok := s.form[w.Lower]; ok && !f.small {
				f.small = true
				s.form[w.Lower] = f
			}
		}
	}
}

// stretch adds the stretches of a sentence.
func (s *sight) stretch(sentence hearsay.Sentence) {
	from := len(s.stretches)
	capitals := 0
	for t := sentence.First; t < sentence.End; t++ {
		if !isCapital(s.words[t]) {
			continue
		}
		capitals++
		if last := len(s.stretches) - 1; last >= from && s.links(s.stretches[last].end, t) {
			s.stretches[last].end = t + 1
		} else {
			s.stretches = append(s.stretches, stretch{first: t, end: t + 1, begin: sentence.First, stop: sentence.End})
		}
	}
	for i := from; i < len(s.stretches); i++ {
		s.stretches[i].capitals = uint32(4 * capitals / (sentence.End - sentence.First))
	}
}

// survey counts how the words of a stretch stand there.
func (s *sight) survey(st *stretch) {
	st.pronoun = s.pronounBehind(st)
	for t := st.first; t < st.end; {
		if !isCapital(s.words[t]) {
			t++
			continue
		}
		end := t + 1
		for end < st.end && isCapital(s.words[end]) {
			end++
		}
		for i := t; i < end; i++ {
			s.count(i, t, end, st)
		}
		t = end
	}
}

// count counts one word, which stands in the run of capitalised words [first, end).
func (s *sight) count(t, first, end int, st *stretch) {
	f := s.form[s.words[t].Lower]
	if t > st.begin {
		more(&f.capital)
	}
	switch {
	case end-first == 1:
		more(&f.alone)
	case t == first:
		more(&f.first)
	case t == end-1:
		more(&f.last)
	default:
		more(&f.inner)
	}
	if t == end-1 {
		switch st.pronoun {
		case personal:
			more(&f.he)
		case neuter:
			more(&f.it)
		}
		if end < st.stop && s.words[end].Low == "'s" {
			more(&f.possessed)
		}
	}
	if t == first && t > st.begin && isWithin[s.words[t-1].Low] {
		more(&f.within)
	}
	s.form[s.words[t].Lower] = f
}

func more(n *uint8) {
	if *n < 255 {
		*n++
	}
}

// The pronoun that comes first behind a stretch.
const (
	noPronoun uint32 = iota
	personal
	neuter
	several
)

// pronounBehind looks for the pronoun that comes next in the sentence, before
// other capitalised words.
func (s *sight) pronounBehind(st *stretch) uint32 {
	for t := st.end; t < min(st.stop, st.end+furthestPronoun); t++ {
		if isCapital(s.words[t]) {
			break
		}
		if p := pronouns[s.words[t].Low]; p != noPronoun {
			return p
		}
	}
	return noPronoun
}

const furthestPronoun = 16

var pronouns = map[string]uint32{
	"he": personal, "she": personal, "his": personal, "her": personal, "him": personal, "who": personal, "himself": personal, "herself": personal, "whom": personal,
	"it": neuter, "its": neuter, "itself": neuter, "which": neuter,
	"they": several, "their": several, "them": several,
}

var isWithin = wordSet("in at from near across into to")

// longestLink is how many tokens may stand between two words of a stretch.
const longestLink = 2

// links reports whether the tokens of [first, end) may stand within a name.
func (s *sight) links(first, end int) bool {
	if end-first > longestLink {
		return false
	}
	for t := first; t < end; t++ {
		if !isLink[s.words[t].Low] {
			return false
		}
	}
	return true
}

// isLink are the small words and marks that stand within names.
var isLink = wordSet("of for and the in at on de del della der den van von di da du des la le las los el al bin ibn ben y e v. vs. & - – ' 's . /")

// isCapital reports whether a word is written with a capital letter.
func isCapital(w *lexicon.Word) bool {
	switch w.Kind {
	case lexicon.Capitalised, lexicon.UpperCase, lexicon.MixedCase:
		return true
	}
	return false
}
