package moment

import (
	"hearsay"
	"hearsay/internal/lexicon"
)

// Find returns the time expressions of a document in text order, without
// overlap. The document has tags, lemmas and trees (without them tense is not seen,
// and more words are taken for times); words are those of its tokens, as
// [lexicon.Lexicon.Look] gives them.
//
// Find is a pure function and may be called by several goroutines.
func Find(doc *hearsay.Document, words []*lexicon.Word, anchor Anchor) []hearsay.Moment {
	g := theGrammar()
	f := finder{
		scene: scene{doc: doc, words: words, grammar: g, terms: g.terms(doc, words)},
		eras:  eras{entries: doc.Entries, published: anchor.Published},
	}
	f.tree = tree{grammar: g, terms: f.terms}
	f.at(anchor.Published)
	for _, p := range doc.Paragraphs {
		f.readParagraph(p)
	}
	return f.found
}

// finder goes through a document's terms once.
type finder struct {
	scene
	eras  eras
	tree  tree
	next  int // the first term that was not read
	floor int // no expression may begin before this term
	found []hearsay.Moment
}

// readParagraph reads the terms of a paragraph, if what stands there is said by
// the report.
func (f *finder) readParagraph(p hearsay.Paragraph) {
	f.first = f.next
	for end := f.doc.Sentences[p.End-1].End; f.next < len(f.terms) && f.terms[f.next].token < end; {
		f.next++
	}
	f.scene.end, f.tree.end, f.floor = f.next, f.next, f.first
	kind := f.doc.Blocks[p.Block].Kind
	if kind == hearsay.BlockFurniture || kind == hearsay.BlockCopyright {
		return
	}
	for i := f.first; i < f.next; {
		i = f.readAt(i)
	}
	if kind == hearsay.BlockDateline {
		f.file()
	}
}

// file takes the day of the report from its dateline, which was just read.
func (f *finder) file() {
	if day := f.named[toDay]; day.grain == toDay && day.sentence == f.sentence {
		f.eras.datedBy(day.first)
		f.at(f.eras.published)
	}
}

// readAt reads the expression that begins at term i, if there is one, and
// returns the term to go on with.
func (f *finder) readAt(i int) int {
	t := &f.terms[i]
	if t.word == 0 && t.classes == 0 {
		return i + 1
	}
	for _, m := range f.tree.matches(i, &f.scene) {
		f.place(t)
		if r := m.rule.read(&m); r != nil {
			f.keep(&m, r)
			return m.steps[len(m.steps)-1].at + 1
		}
	}
	return i + 1
}

// place brings the scene to a term.
func (f *finder) place(t *term) {
	f.eras.enter(&f.scene, t.Start)
	for f.doc.Sentences[f.sentence].End <= t.token {
		f.sentence++
	}
}

// keep files the expressions of a match.
func (f *finder) keep(m *match, r reading) {
	for _, p := range r {
		first, last := m.steps[p.first].at, m.steps[p.end-1].at
		if !f.eras.stamp(f.terms[first].Start) {
			first = f.widened(first, p.kind)
			span := hearsay.Span{Start: f.terms[first].Start, End: f.terms[last].End}
			f.found = append(f.found, hearsay.Moment{Span: span, Type: p.kind, Value: p.value})
		}
		f.floor = last + 1
		f.note(p.at)
	}
}

// widened returns where an expression begins with the words that belong to it in
// front: "the end of", "early", "about".
func (f *finder) widened(first int, kind hearsay.MomentType) int {
	for _, name := range widenedBy[kind] {
		for _, phrase := range f.grammar.phrases[name] {
			if f.stands(phrase, first-len(phrase)) {
				return first - len(phrase)
			}
		}
	}
	return first
}

// stands reports whether a phrase stands at term i, behind the last expression.
func (f *finder) stands(phrase []int, i int) bool {
	if i < f.floor {
		return false
	}
	for k, word := range phrase {
		if f.terms[i+k].word != word {
			return false
		}
	}
	return true
}
