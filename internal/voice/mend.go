package voice

import (
	"hearsay"
	"hearsay/internal/tree"
)

// # Contents and sources cut in the wrong place
//
// The labels are chosen token by token. What they leave impossible is mended with
// the tree's help before chains are read:
//
//	Seven people died and 130 [are treated], the office said.     begins without its subject
//	They will meet [again] on Friday, the office said.            ends before the comma
//	The office said [they had met] and would meet again.          ends before what hangs on it
//	The office said [they had met; the guild would not wait].     goes on with another's sentence
//	[The firm that runs the well], Clearspring, said …            a content that holds its source
//	according to [an email that the paper] has seen               a source cut in its relative clause
//	[18:50 – The party will vote no], its leader said.            a content that begins with an entry's time

// mendSpans mends the contents and sources of outermost tellings.
func (t *tracer) mendSpans() {
	for k := range t.tellings {
		n := &t.tellings[k]
		if n.gone || n.verb < 0 || n.within >= 0 {
			continue
		}
		t.mendSource(n)
		t.mendHolding(n)
		t.mendBeginning(n)
		t.mendEnd(n)
		t.mendSemicolon(n)
		t.mendTail(n)
	}
	if len(t.Doc.Entries) > 0 {
		for k := range t.tellings {
			t.mendStamp(&t.tellings[k])
		}
	}
}

// mendStamp lets a content begin behind the time at the head of a live blog's entry:
// nobody says "18:50".
func (t *tracer) mendStamp(n *telling) {
	if len(n.Content) == 0 {
		return
	}
	e := t.ExtentOf(n.Content[0])
	for _, entry := range t.Doc.Entries {
		if n.Content[0].Start < entry.Stamp.Start || n.Content[0].Start >= entry.Stamp.End {
			continue
		}
		if n.Content[0].End <= entry.Stamp.End && len(n.Content) == 1 {
			e.End = t.beforeTelling(n, e.First)
		}
		for e.First < e.End && (t.Doc.Tokens[e.First].Start < entry.Stamp.End || tree.Marks[t.Tag(e.First)] && !t.Doc.Tokens[e.First].Quote.Opens) {
			e.First++
		}
		if s := t.Span(e); e.First < e.End && s != nil {
			n.Content[0] = *s
		}
	}
}

// beforeTelling returns where the words before source and cue end in the sentence of
// a token that stands before them; the token after it where it does not.
func (t *tracer) beforeTelling(n *telling, token int) int {
	next := n.cue.First
	if !n.source.Empty() {
		next = min(next, n.source.First)
	}
	for next > token+1 && tree.Marks[t.Tag(next-1)] {
		next--
	}
	return max(next, token+1)
}

// mendBeginning lets a content that stands before its cue begin where its sentence
// does, if it has no subject of its own there and nothing else claims the words.
func (t *tracer) mendBeginning(n *telling) {
	first := t.ExtentOf(n.Content[0])
	sentence := t.sentenceOf(n.verb)
	if first.First <= sentence.First || first.End > n.cue.First || !sentence.Has(first.First) || n.speaker >= 0 && n.speaker < first.First {
		return
	}
	if !t.lacksSubject(first) && !t.isBehindThat(first.First) {
		return
	}
	if before := (tree.Between(sentence.First, first.First)); t.isQuoted(before) || t.isClaimed(before) {
		return
	}
	n.Content[0] = *t.Span(tree.Between(sentence.First, first.End))
}

// lacksSubject reports whether the main verb of an extent has its subject outside,
// or is joined to a verb outside.
func (t *tracer) lacksSubject(e extent) bool {
	for i := e.First; i < e.End; i++ {
		if !verbs[t.Tag(i)] || e.Has(t.Up(i)) {
			continue
		}
		subject := t.child(i, nsubj, nsubjPass)
		return subject >= 0 && subject < e.First || t.Relation(i) == conj && t.Up(i) < e.First && t.Up(i) >= t.sentenceOf(i).First
	}
	return false
}

// mendEnd lets a content that stands before its source and cue end where the comma
// before these stands: nothing else can have the words between.
func (t *tracer) mendEnd(n *telling) {
	next := n.cue.First
	if !n.source.Empty() {
		next = min(next, n.source.First)
	}
	last := len(n.Content) - 1
	for last > 0 && t.ExtentOf(n.Content[last]).First >= next {
		last--
	}
	e, comma := t.ExtentOf(n.Content[last]), next-1
	if e.End >= comma || t.Low(comma) != "," || t.sentenceOf(comma) != t.sentenceOf(e.First) {
		return
	}
	if gap := (tree.Between(e.End, comma)); t.hasMark(gap) || t.isClaimed(gap) {
		return
	}
	n.Content[last] = *t.Span(tree.Between(e.First, comma))
}

// mendSemicolon lets indirect words end at a semicolon behind which a sentence of
// its own begins.
func (t *tracer) mendSemicolon(n *telling) {
	for k, c := range n.Content {
		e := t.ExtentOf(c)
		if e.First < n.cue.End || t.isQuoted(e) {
			continue
		}
		for i := e.First; i < e.End; i++ {
			if t.Low(i) == ";" && t.hasClause(tree.Between(i+1, e.End)) {
				n.Content[k] = *t.Span(t.Trim(tree.Between(e.First, i)))
				break
			}
		}
	}
}

// hasClause reports whether an extent has a verb with a subject of its own.
func (t *tracer) hasClause(e extent) bool {
	for i := e.First; i < e.End; i++ {
		if finite[t.Tag(i)] {
			if s := t.child(i, nsubj, nsubjPass); s >= 0 && e.Has(s) {
				return true
			}
		}
	}
	return false
}

// isBehindThat reports whether a "that" or "before" in front of token i ties it to
// words that are no cue: "its demand that [the war end]", which is more than that.
func (t *tracer) isBehindThat(i int) bool {
	return ties[t.Low(i-1)] && t.Tag(i-1) == preposition
}

var ties = wordsIn("that before until unless whether if")

func (t *tracer) isInTelling(i int) bool {
	for _, k := range t.around(i) {
		if n := &t.tellings[k]; !n.gone && (n.cue.Has(i) || n.source.Has(i)) {
			return true
		}
	}
	return false
}

// mendHolding drops the pieces of content that hold the source, or that only tell
// who is cited, if others remain. Of one that tells more behind that, the rest is
// kept: "[quoting two nurses, that the ward was full]".
func (t *tracer) mendHolding(n *telling) {
	var rest []hearsay.Span
	for _, c := range n.Content {
		e := t.ExtentOf(c)
		if !n.source.Empty() && e.Has(n.source.First) {
			if e = t.Trim(tree.Between(e.First, n.source.First)); e.Empty() || !t.isQuoted(e) {
				continue
			}
			c = *t.Span(e)
		}
		if e.First >= n.cue.End && cites[t.Lemma(e.First)] && t.Tag(e.First) == participle {
			if e = t.behindCited(e); e.Empty() {
				continue
			}
			c = *t.Span(e)
		}
		rest = append(rest, c)
	}
	if len(rest) > 0 {
		n.Content = rest
	}
}

// isQuoted reports whether an extent holds quoted words.
func (t *tracer) isQuoted(e extent) bool {
	for i := e.First; i < e.End; i++ {
		if t.Doc.Tokens[i].Quote.Inside() {
			return true
		}
	}
	return false
}

// behindCited returns what begins with a "that" behind a comma, or nothing.
func (t *tracer) behindCited(e extent) extent {
	if upTo := t.upToClause(e); upTo.End < e.End {
		return tree.Between(upTo.End+1, e.End)
	}
	return tree.Extent{}
}

// mendSource lets a source end with the relative clause that it was cut in.
func (t *tracer) mendSource(n *telling) {
	end := n.source.End
	if n.source.Empty() || end >= len(t.Doc.Tokens) {
		return
	}
	for i := n.speaker + 1; i < end; i++ {
		v := t.Up(i)
		if v >= end && t.Relation(v) == relcl && n.source.Has(t.Up(v)) && v < n.cue.First+maxRelative {
			grown := tree.Between(n.source.First, t.Below(v).End)
			if !grown.Overlaps(n.cue) && !t.meetsContent(grown, n) {
				n.source = t.Trim(grown)
				n.Source = t.Span(n.source)
			}
			return
		}
	}
}

// maxRelative is how many words behind the cue a relative clause may end.
const maxRelative = 20

func (t *tracer) meetsContent(e extent, n *telling) bool {
	for _, c := range n.Content {
		if t.ExtentOf(c).Overlaps(e) {
			return true
		}
	}
	return false
}

// mendTail lets a content behind its cue end with its sentence, if what is left of
// that hangs on the content's words, or has no mark in it, and nothing else claims it.
func (t *tracer) mendTail(n *telling) {
	last := len(n.Content) - 1
	e := t.ExtentOf(n.Content[last])
	sentence := t.sentenceOf(e.First)
	if e.First < n.cue.End || !sentence.Has(e.End) || t.isQuoted(e) {
		return
	}
	rest := t.Trim(tree.Between(e.End, sentence.End))
	if rest = (tree.Between(e.End, rest.End)); rest.End <= e.End || t.isClaimed(rest) {
		return
	}
	if t.hasMark(rest) && (!t.allHangOn(rest, e) || t.goesOnAlone(rest)) {
		return
	}
	if s := t.Span(tree.Between(e.First, rest.End)); s != nil { // nil: marks alone
		n.Content[last] = *s
	}
}

// goesOnAlone reports whether behind a comma and a conjunction a clause with a
// subject of its own begins: "…, but trucks still wait".
func (t *tracer) goesOnAlone(e extent) bool {
	return e.End-e.First > 2 && t.IsMark(e.First) && t.Tag(e.First+1) == conjunction && t.hasClause(e)
}

// allHangOn reports whether all words of rest hang on words of e or on each other.
func (t *tracer) allHangOn(rest, e extent) bool {
	for i := rest.First; i < rest.End; i++ {
		if h := t.Up(i); !t.IsMark(i) && !rest.Has(h) && !e.Has(h) {
			return false
		}
	}
	return true
}

// isClaimed reports whether a word of an extent is of some content, cue or source.
func (t *tracer) isClaimed(e extent) bool {
	for i := e.First; i < e.End; i++ {
		if t.told[i] || t.isInTelling(i) {
			return true
		}
	}
	return false
}

func (t *tracer) hasMark(e extent) bool {
	for i := e.First; i < e.End; i++ {
		if t.IsMark(i) {
			return true
		}
	}
	return false
}
