package moment

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"

	"hearsay"
)

// maxSteps is more terms than any pattern has.
const maxSteps = 24

// match is one way to read the terms from some place on.
type match struct {
	*scene
	rule  *rule
	steps []step
}

// step is one term of a match, and what it was taken for: of several classes that
// a term may be, the pattern asked for some.
type step struct {
	*term
	at int // index of the term
	as class
}

// of returns what the term was taken for; one that stands as itself may be all it
// can be.
func (s *step) of() class {
	if s.as == 0 {
		return s.classes
	}
	return s.as
}

// tree goes through the patterns that match at one place.
type tree struct {
	grammar *grammar
	terms   []term
	end     int // of the paragraph
	path    [maxSteps]step
	backs   [maxSteps]back
	entered int // how many of backs are in use
	found   []match
}

// back is where a piece is left to, and which of backs is then to be used.
type back struct {
	to   *node
	next int
}

// noBack says that no piece was entered.
const noBack = -1

// matches returns every match that begins at term i, the longest first, those of
// one length in the order of the rules.
func (w *tree) matches(i int, s *scene) []match {
	w.found = w.found[:0]
	t := &w.terms[i]
	for _, e := range w.grammar.byWord[t.word] {
		w.follow(e, i, 0, noBack, s)
	}
	for c := t.classes; c != 0; c &= c - 1 {
		for _, e := range w.grammar.byClass[bits.TrailingZeros64(uint64(c))] {
			w.follow(e, i, 0, noBack, s)
		}
	}
	slices.SortStableFunc(w.found, func(x, y match) int { return cmp.Or(len(y.steps)-len(x.steps), x.rule.place-y.rule.place) })
	return w.found
}

// follow goes along a branch from term i on, if that matches; depth is the steps so
// far.
func (w *tree) follow(e *edge, i, depth, out int, s *scene) {
	if e.piece != nil {
		w.followPiece(e, i, depth, out, s)
		return
	}
	if i >= w.end || depth >= maxSteps || !e.matches(&w.terms[i]) {
		return
	}
	t := &w.terms[i]
	w.path[depth] = step{t, i, t.classes & e.classes}
	w.enter(e.to, i+1, depth+1, out, s)
}

func (w *tree) followPiece(e *edge, i, depth, out int, s *scene) {
	if w.entered == len(w.backs) {
		return
	}
	w.backs[w.entered] = back{e.to, out}
	w.entered++
	w.enter(e.piece, i, depth, w.entered-1, s)
	w.entered--
}

// enter keeps the rules whose patterns end at a node, and goes on from it.
func (w *tree) enter(n *node, i, depth, out int, s *scene) {
	for _, r := range n.ends {
		w.found = append(w.found, match{s, r, slices.Clone(w.path[:depth])})
	}
	if n.leave {
		w.enter(w.backs[out].to, i, depth, w.backs[out].next, s)
	}
	for k := range n.edges {
		w.follow(&n.edges[k], i, depth, out, s)
	}
}

// find returns the first step that was taken for one of the classes, nil if none
// was.
func (m *match) find(c class) *step { return m.nth(c, 0) }

// nth is find, counted from 0.
func (m *match) nth(c class, n int) *step {
	for i := range m.steps {
		if m.steps[i].of()&c == 0 {
			continue
		}
		if n == 0 {
			return &m.steps[i]
		}
		n--
	}
	return nil
}

// said reports whether one of the words stands in the match as itself.
func (m *match) said(words ...string) bool {
	for _, s := range m.steps {
		if s.as == 0 && slices.Contains(words, m.grammar.literals[s.word-1]) {
			return true
		}
	}
	return false
}

// one is a reading of the whole match.
func (m *match) one(kind hearsay.MomentType, p point) reading {
	return reading{{end: len(m.steps), kind: kind, value: p.value(), at: p}}
}

// date reads the whole match as a date.
func (m *match) date(p point) reading { return m.one(hearsay.Date, p) }

// time reads it as a time of day.
func (m *match) time(p point) reading { return m.one(hearsay.Time, p) }

// written reads it as something with this value, which is not a place in the
// calendar.
func (m *match) written(kind hearsay.MomentType, value string) reading {
	return reading{{end: len(m.steps), kind: kind, value: value}}
}

// unresolved reads it as an expression that cannot be given a value.
func (m *match) unresolved(kind hearsay.MomentType) reading { return m.written(kind, "") }

// before returns the term that stands n before the match in its paragraph, an empty
// one if there is none.
func (m *match) before(n int) *term { return m.neighbour(m.steps[0].at - n) }

// after is before, on the other side.
func (m *match) after(n int) *term { return m.neighbour(m.steps[len(m.steps)-1].at + n) }

func (m *match) neighbour(i int) *term {
	if i < m.first || i >= m.end {
		return &noTerm
	}
	return &m.terms[i]
}

var noTerm = term{token: -1, last: -1}

// tag returns the part of speech of a term's token, 0 for none.
func (m *match) tag(t *term) hearsay.Tag {
	if t.token < 0 {
		return 0
	}
	return m.doc.Tokens[t.token].Tag
}

// tagged reports whether a term has one of the tags.
func (m *match) tagged(t *term, tags tagSet) bool { return tags.has(m.tag(t)) }

// tagSet is a set of parts of speech.
type tagSet uint64

func tags(names ...string) tagSet {
	var s tagSet
	for _, name := range names {
		if t, ok := hearsay.ParseTag(name); ok {
			s |= 1 << t
		}
	}
	return s
}

func (s tagSet) has(t hearsay.Tag) bool { return s>>t&1 == 1 }

var (
	nouns       = tags("NN", "NNS", "NNP", "NNPS")
	pluralNouns = tags("NNS")
	names       = tags("NNP", "NNPS")
	verbs       = tags("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD")
	determiners = tags("DT", "PRP$", "POS")
)

// is reports whether a term is one of the words, in any letter case.
func (m *match) is(t *term, words ...string) bool {
	return t.token >= 0 && slices.Contains(words, m.low(t))
}

// low returns a term's form in lower case, with plain apostrophes and each digit
// made 0 if it is a whole token.
func (m *match) low(t *term) string {
	if token := m.doc.Tokens[t.token]; token.Span == t.Span {
		return m.words[t.token].Low
	}
	return strings.ToLower(t.In(m.doc.Text))
}
