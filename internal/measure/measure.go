package measure

import (
	"hearsay"
	"hearsay/internal/lexicon"
)

// Find returns the figures of a tagged and parsed document in text order; words[i]
// is the word of doc.Tokens[i]. A document that is only tagged gives figures with
// less to them. Whose they are and as of when, [Attach] says.
func Find(doc *hearsay.Document, words []*lexicon.Word) []hearsay.Figure {
	f := finder{line: line{doc: doc, words: words}, about: -1}
	for _, s := range doc.Sentences {
		if f.isRead(s) && f.cut(s) {
			f.sentence()
		}
	}
	return f.found
}

// finder is the state of one run over a document.
type finder struct {
	line
	about  int // the topic; -1: not asked yet
	before int // how many figures the sentences before this one have
	found  []hearsay.Figure
}

// isRead reports whether figures of sentence s count: those of the story and of
// notes on it.
func (f *finder) isRead(s hearsay.Sentence) bool {
	return f.doc.InStory(s) || f.doc.Blocks[f.doc.Paragraphs[s.Paragraph].Block].Kind == hearsay.BlockNote
}

// sentence finds the figures of the sentence that was cut.
func (f *finder) sentence() {
	f.before = len(f.found)
	for i, end := 0, 0; i < len(f.pieces); {
		q, ok := f.mayBegin(i)
		if !ok {
			i++
			continue
		}
		q.first, end = max(q.first, end), q.end // "40 € 40": the sign is the first one's
		if f.refused(&q) == "" {
			f.keep(&q)
		}
		i = max(q.end, i+1)
	}
}

// mayBegin reads the quantity that begins at piece i, if one could.
func (f *finder) mayBegin(i int) (quantity, bool) {
	if f.at(i).form == noForm && !isArticle(f.word(i)) {
		return quantity{}, false
	}
	return f.quantityAt(i)
}

// keep appends the figure of a quantity, unless it is of a kind that counts only
// with a state: "several", "nobody", "one".
func (f *finder) keep(q *quantity) {
	noun := f.nounOf(q)
	stance := f.stanceOf(q, f.anchor(q, noun))
	m := f.meaningOf(q, noun, stance)
	if f.needsState(q, noun) && (m.state == other || q.kind == naught && !harms[m.state]) {
		return
	}
	figure := hearsay.Figure{
		Span: hearsay.Span{Start: f.at(q.first).Start, End: f.at(q.end - 1).End},
		Noun: m.noun, State: m.state, Unit: m.unit, Stance: stance, Qualifier: q.qualifier, Where: f.placeOf(q),
	}
	figure.Low, figure.High = q.interval()
	f.found = append(f.found, figure)
}

// needsState reports whether a quantity counts only where something befell what it
// counts.
func (f *finder) needsState(q *quantity, noun phrase) bool {
	word, isWord := f.word(q.amount.first), q.amount.end == q.amount.first+1
	last := f.word(q.amount.end - 1)
	switch {
	case q.kind == naught:
		return true
	case q.kind == vaguely:
		return !q.scaled && numberWords[last].form == some && last != "majority"
	case q.kind != counted || !isWord || q.qualifier != exactly || q.unit.name != "":
		return false
	case word == "two" && definite[f.word(q.first-1)]:
		return noun.head < 0 || !f.isPeople(noun.head)
	}
	return word == "one"
}

var (
	definite = setOf("the those these")
	// harms are the states that one may say are nobody's.
	harms = func() map[hearsay.State]bool {
		all := map[hearsay.State]bool{}
		for s := range setOf("killed wounded missing trapped arrested treated displaced held") {
			all[hearsay.State(s)] = true
		}
		return all
	}()
)
