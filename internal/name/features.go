package name

import (
	"strings"

	"hearsay"
	"hearsay/internal/atlas"
	"hearsay/internal/lexicon"
	"hearsay/internal/linear"
)

// anyToken is the feature that every token has.
var anyToken = linear.Mix(100, 0, 0)

// anyBoundary is the feature that every boundary between tokens has.
var anyBoundary = linear.Mix(1, 0, 0)

// beyond stands for the words before and after a sentence.
var beyond = &lexicon.Word{Form: 1, Lower: 1}

// features fills nodes and edges with the features of a stretch.
func (s *sight) features(st stretch, m *memory, nodes, edges *linear.Features) {
	nodes.Reset()
	edges.Reset()
	for t := st.first; t < st.end; t++ {
		s.node(t, st, nodes)
		if m != nil {
			s.recall(t, m, nodes)
		}
		nodes.Close()
		w, l := s.words[t], s.word(t-1, st)
		edges.Add(anyBoundary)
		edges.Add(linear.Mix(2, s.tag(t-1, st), s.tag(t, st)))
		edges.Add(linear.Mix(3, s.link(l), 0))
		edges.Add(linear.Mix(4, s.link(w), 0))
		edges.Add(linear.Mix(5, l.Shape, w.Shape))
		edges.Close()
	}
}

// link returns a word's id if it is not capitalised: of a name's words only the
// small ones tell how it goes on.
func (s *sight) link(w *lexicon.Word) uint32 {
	if isCapital(w) {
		return uint32(w.Kind)
	}
	return w.Lower
}

func (s *sight) word(t int, st stretch) *lexicon.Word {
	if t < st.begin || t >= st.stop {
		return beyond
	}
	return s.words[t]
}

func (s *sight) tag(t int, st stretch) uint32 {
	if t < st.begin || t >= st.stop {
		return 0
	}
	return uint32(s.doc.Tokens[t].Tag)
}

// lemma returns the id of a token's dictionary form, but of a capitalised word its
// tag alone.
func (s *sight) lemma(t int, st stretch) uint32 {
	w := s.word(t, st)
	if isCapital(w) || w == beyond {
		return linear.Mix(7, s.tag(t, st), uint32(w.Kind))
	}
	return w.LemmaID[s.doc.Tokens[t].Tag]
}

// node adds the features of one token.
func (s *sight) node(t int, st stretch, f *linear.Features) {
	w, l1, r1 := s.words[t], s.word(t-1, st), s.word(t+1, st)
	tag, lt, rt := s.tag(t, st), s.tag(t-1, st), s.tag(t+1, st)
	n := uint32(100)
	add := func(a, b uint32) {
		n++
		f.Add(linear.Mix(n, a, b))
	}
	first, last := linear.Bit(t == st.first), linear.Bit(t == st.end-1)
	place := first<<1 | last
	form := s.form[w.Lower]
	written := uint32(min(form.capital, 2))<<1 | linear.Bit(form.small)
	runs := uint32(min(form.alone, 2)) | uint32(min(form.first, 2))<<2 | uint32(min(form.last, 2))<<4 | uint32(min(form.inner, 1))<<6
	pronoun := versus(form.he, form.it)
	beside := versus(form.possessed, 0)<<4 | versus(form.within, 0)
	country := uint32(atlas.LookUp(w.Low))
	begins := linear.Bit(t == st.begin)

	f.Add(anyToken)
	add(w.Lower, 0)
	add(w.Form, 0)
	add(tag, 0)
	add(w.Shape, tag)
	add(w.Suffix[1], uint32(w.Kind))
	add(w.Suffix[2], uint32(w.Kind))
	add(w.Suffix[3], uint32(w.Kind))
	add(w.Prefix[1], uint32(w.Kind))
	add(w.Prefix[2], uint32(w.Kind))
	add(w.Suffix[0], uint32(w.Kind))
	add(l1.Lower, 0)
	add(r1.Lower, 0)
	add(l1.Lower, w.Lower)
	add(w.Lower, r1.Lower)
	add(l1.Lower, uint32(w.Kind))
	add(r1.Lower, uint32(w.Kind))
	add(lt, linear.Mix(0, tag, rt))
	add(s.lemma(t-1, st), place)
	add(s.lemma(t+1, st), place)
	add(s.lemma(t-2, st), s.lemma(t-1, st))
	add(s.lemma(t+1, st), s.lemma(t+2, st))
	add(l1.Shape, linear.Mix(0, w.Shape, r1.Shape))
	add(l1.Suffix[2], first)
	add(r1.Suffix[2], last)
	add(country, 0)
	add(country, uint32(atlas.LookUp(r1.Low)))
	add(uint32(atlas.LookUp(l1.Low)), country)
	add(written, begins)
	add(written, tag)
	add(st.capitals, uint32(w.Kind))
	add(st.capitals, tag)
	add(begins, tag)
	add(runs, place)
	add(runs, pronoun)
	add(pronoun, place)
	add(beside, runs)
	add(st.pronoun, linear.Mix(0, s.lemma(st.end, st), place))
	add(st.pronoun, place)
	add(linear.Mix(0, runs, pronoun), linear.Mix(0, s.lemma(st.end, st), place))
	add(runs, s.lemma(st.first-1, st))
	usual := s.usual(w)
	pattern := s.pattern(t, st)
	add(usual, uint32(w.Kind))
	add(usual, place)
	add(pattern, place)
	add(pattern, runs)
	add(pattern, s.lemma(st.end, st))
	add(s.usual(l1)<<4|s.usual(r1), usual)
	if !isCapital(w) {
		s.linking(t, st, add)
	} else {
		n += linkingFeatures
	}
	s.around(t, st, place, add)
	s.tree(t, place, add)
}

// usual tells how usual a word is in small letters, wherever it stands: a body's
// name is often made of such words, a person's seldom.
func (s *sight) usual(w *lexicon.Word) uint32 {
	if !isCapital(w) {
		return uint32(w.Kind)
	}
	return 8 | uint32(s.small.Get(w.Lower))
}

// pattern tells how usual each of the capitalised words that stand together with
// token t is, at most four, and which of them t is.
func (s *sight) pattern(t int, st stretch) uint32 {
	first, end := t, t+1
	for first > st.first && isCapital(s.words[first-1]) && t-first < 3 {
		first--
	}
	for end < st.end && isCapital(s.words[end]) && end-first < 4 {
		end++
	}
	p := uint32(t - first)
	for i := first; i < end; i++ {
		p = p<<4 | s.usual(s.words[i])
	}
	return p
}

// versus compares two counts coarsely.
func versus(x, y uint8) uint32 { return uint32(min(x, 2))<<2 | uint32(min(y, 2)) }

// linkingFeatures is how many features linking adds.
const linkingFeatures = 6

// linking adds, for a small word or mark, what tells whether it stands within a name
// or between two: "the Dock and Quay Workers' Union is", "Amrith and Dorsena are".
func (s *sight) linking(t int, st stretch, add func(a, b uint32)) {
	w, l, r := s.words[t], s.word(t-1, st), s.word(t+1, st)
	ends := s.words[st.end-1]
	add(w.Lower, s.usual(l)<<4|s.usual(r))
	add(w.Lower, ends.Lower)
	add(w.Lower, s.tag(st.end, st))
	add(w.Lower, linear.Mix(0, s.usual(l)<<4|s.usual(r), s.usual(ends)))
	add(w.Lower, linear.Mix(0, s.lemma(st.first-1, st), s.usual(l)<<4|s.usual(r)))
	add(w.Lower, linear.Mix(0, s.tag(st.end, st), s.lemma(st.first-1, st)))
}

// around adds what stands before and after the whole stretch, and its ends.
func (s *sight) around(t int, st stretch, place uint32, add func(a, b uint32)) {
	length := uint32(min(st.end-st.first, 4))
	ends, begins := s.words[st.end-1], s.words[st.first]
	before, after := s.lemma(st.first-1, st), s.lemma(st.end, st)
	add(length, place)
	add(before, length)
	add(after, length)
	add(before, linear.Mix(0, after, place))
	add(linear.Mix(0, s.lemma(st.first-2, st), before), 0)
	add(linear.Mix(0, after, s.lemma(st.end+1, st)), 0)
	add(ends.Lower, 0)
	add(ends.Suffix[2], place)
	add(begins.Lower, 0)
	add(s.tag(st.first-1, st), linear.Mix(0, s.tag(st.end, st), length))
	add(uint32(min(t-st.first, 3)), uint32(min(st.end-t, 3)))
	add(s.next(t, st), place)
}

// next returns the first word behind a token that is not capitalised.
func (s *sight) next(t int, st stretch) uint32 {
	for t++; t < st.end && isCapital(s.words[t]); t++ {
	}
	return s.lemma(t, st)
}

// tree adds how the token, and the noun that it is part of, stand in the tree.
func (s *sight) tree(t int, place uint32, add func(a, b uint32)) {
	relation, above := s.above(t)
	add(relation, above)
	add(relation, uint32(s.words[t].Kind))
	top := t
	for range longestNoun {
		token := &s.doc.Tokens[top]
		if token.Head < 0 || !insideNoun[token.Relation] {
			break
		}
		top = token.Head
	}
	relation, above = s.above(top)
	add(relation, above)
	add(relation, linear.Mix(0, uint32(s.doc.Tokens[top].Tag), uint32(s.words[top].Kind)))
	head := s.words[top]
	if isCapital(head) {
		add(head.Suffix[2], place)
	} else {
		add(head.LemmaID[s.doc.Tokens[top].Tag], place)
	}
}

const longestNoun = 6

// above returns a token's relation and the dictionary form of what it hangs on.
func (s *sight) above(t int) (relation, lemma uint32) {
	token := &s.doc.Tokens[t]
	if token.Head < 0 {
		return uint32(token.Relation), 1
	}
	w := s.words[token.Head]
	if isCapital(w) {
		return uint32(token.Relation), 2
	}
	return uint32(token.Relation), w.LemmaID[s.doc.Tokens[token.Head].Tag]
}

// insideNoun are the relations of words that make one noun with what they hang on.
var insideNoun = relations("compound", "flat", "amod", "nmod:desc", "goeswith", "fixed")

// recall adds what the document tells of the token's word elsewhere.
func (s *sight) recall(t int, m *memory, f *linear.Features) {
	n := uint32(300)
	add := func(a, b uint32) {
		n++
		f.Add(linear.Mix(n, a, b))
	}
	o := m.at(s, t)
	own := uint32(m.labels[t])
	add(uint32(o.elsewhere), o.often)
	add(uint32(o.elsewhere), own)
	add(uint32(o.first), uint32(o.last))
	add(uint32(o.first), own)
	add(uint32(o.last), own)
	add(uint32(o.initials), uint32(s.words[t].Kind))
	add(own, 0)
	add(uint32(o.elsewhere), linear.Mix(0, uint32(o.first), uint32(o.last)))
	if t > 0 {
		add(uint32(m.labels[t-1]), own)
	}
	if t+1 < len(m.labels) {
		add(own, uint32(m.labels[t+1])+10)
	}
}

func relations(names ...string) (set [hearsay.RelationCount]bool) {
	for _, name := range names {
		r, ok := hearsay.ParseRelation(name)
		if !ok {
			panic("name: no relation " + name)
		}
		set[r] = true
	}
	return set
}

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}
