package voice

import "hearsay"

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
}

// mendBeginning lets a content that stands before its cue begin where its sentence
// does, if it has no subject of its own there and nothing else claims the words.
func (t *tracer) mendBeginning(n *telling) {
	first := t.extentOf(n.Content[0])
	sentence := t.sentenceOf(n.verb)
	if first.first <= sentence.first || first.end > n.cue.first || !sentence.has(first.first) || n.speaker >= 0 && n.speaker < first.first {
		return
	}
	if !t.lacksSubject(first) && !t.isBehindThat(first.first) {
		return
	}
	if before := (extent{sentence.first, first.first}); t.isQuoted(before) || t.isClaimed(before) {
		return
	}
	n.Content[0] = *t.span(extent{sentence.first, first.end})
}

// lacksSubject reports whether the main verb of an extent has its subject outside,
// or is joined to a verb outside.
func (t *tracer) lacksSubject(e extent) bool {
	for i := e.first; i < e.end; i++ {
		if !verbs[t.tag(i)] || e.has(t.up(i)) {
			continue
		}
		subject := t.child(i, nsubj, nsubjPass)
		return subject >= 0 && subject < e.first || t.relation(i) == conj && t.up(i) < e.first && t.up(i) >= t.sentenceOf(i).first
	}
	return false
}

// mendEnd lets a content that stands before its source and cue end where the comma
// before these stands: nothing else can have the words between.
func (t *tracer) mendEnd(n *telling) {
	next := n.cue.first
	if !n.source.empty() {
		next = min(next, n.source.first)
	}
	last := len(n.Content) - 1
	for last > 0 && t.extentOf(n.Content[last]).first >= next {
		last--
	}
	e, comma := t.extentOf(n.Content[last]), next-1
	if e.end >= comma || t.low(comma) != "," || t.sentenceOf(comma) != t.sentenceOf(e.first) {
		return
	}
	if gap := (extent{e.end, comma}); t.hasMark(gap) || t.isClaimed(gap) {
		return
	}
	n.Content[last] = *t.span(extent{e.first, comma})
}

// mendSemicolon lets indirect words end at a semicolon behind which a sentence of
// its own begins.
func (t *tracer) mendSemicolon(n *telling) {
	for k, c := range n.Content {
		e := t.extentOf(c)
		if e.first < n.cue.end || t.isQuoted(e) {
			continue
		}
		for i := e.first; i < e.end; i++ {
			if t.low(i) == ";" && t.hasClause(extent{i + 1, e.end}) {
				n.Content[k] = *t.span(t.trim(extent{e.first, i}))
				break
			}
		}
	}
}

// hasClause reports whether an extent has a verb with a subject of its own.
func (t *tracer) hasClause(e extent) bool {
	for i := e.first; i < e.end; i++ {
		if finite[t.tag(i)] {
			if s := t.child(i, nsubj, nsubjPass); s >= 0 && e.has(s) {
				return true
			}
		}
	}
	return false
}

// isBehindThat reports whether a "that" or "before" in front of token i ties it to
// words that are no cue: "its demand that [the war end]", which is more than that.
func (t *tracer) isBehindThat(i int) bool {
	return ties[t.low(i-1)] && t.tag(i-1) == preposition
}

var ties = wordsIn("that before until unless whether if")

func (t *tracer) isInTelling(i int) bool {
	for _, k := range t.around(i) {
		if n := &t.tellings[k]; !n.gone && (n.cue.has(i) || n.source.has(i)) {
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
		e := t.extentOf(c)
		if !n.source.empty() && e.has(n.source.first) {
			if e = t.trim(extent{e.first, n.source.first}); e.empty() || !t.isQuoted(e) {
				continue
			}
			c = *t.span(e)
		}
		if e.first >= n.cue.end && cites[t.lemma(e.first)] && t.tag(e.first) == participle {
			if e = t.behindCited(e); e.empty() {
				continue
			}
			c = *t.span(e)
		}
		rest = append(rest, c)
	}
	if len(rest) > 0 {
		n.Content = rest
	}
}

// isQuoted reports whether an extent holds quoted words.
func (t *tracer) isQuoted(e extent) bool {
	for i := e.first; i < e.end; i++ {
		if t.doc.Tokens[i].Quote.Inside() {
			return true
		}
	}
	return false
}

// behindCited returns what begins with a "that" behind a comma, or nothing.
func (t *tracer) behindCited(e extent) extent {
	if upTo := t.upToClause(e); upTo.end < e.end {
		return extent{upTo.end + 1, e.end}
	}
	return extent{}
}

// mendSource lets a source end with the relative clause that it was cut in.
func (t *tracer) mendSource(n *telling) {
	end := n.source.end
	if n.source.empty() || end >= len(t.doc.Tokens) {
		return
	}
	for i := n.speaker + 1; i < end; i++ {
		v := t.up(i)
		if v >= end && t.relation(v) == relcl && n.source.has(t.up(v)) && v < n.cue.first+maxRelative {
			grown := extent{n.source.first, t.below[v].end}
			if !grown.overlaps(n.cue) && !t.meetsContent(grown, n) {
				n.source = t.trim(grown)
				n.Source = t.span(n.source)
			}
			return
		}
	}
}

// maxRelative is how many words behind the cue a relative clause may end.
const maxRelative = 20

func (t *tracer) meetsContent(e extent, n *telling) bool {
	for _, c := range n.Content {
		if t.extentOf(c).overlaps(e) {
			return true
		}
	}
	return false
}

// mendTail lets a content behind its cue end with its sentence, if what is left of
// that hangs on the content's words, or has no mark in it, and nothing else claims it.
func (t *tracer) mendTail(n *telling) {
	last := len(n.Content) - 1
	e := t.extentOf(n.Content[last])
	sentence := t.sentenceOf(e.first)
	if e.first < n.cue.end || !sentence.has(e.end) || t.isQuoted(e) {
		return
	}
	rest := t.trim(extent{e.end, sentence.end})
	if rest = (extent{e.end, rest.end}); rest.end <= e.end || t.isClaimed(rest) {
		return
	}
	if t.hasMark(rest) && (!t.allHangOn(rest, e) || t.goesOnAlone(rest)) {
		return
	}
	if s := t.span(extent{e.first, rest.end}); s != nil { // nil: marks alone
		n.Content[last] = *s
	}
}

// goesOnAlone reports whether behind a comma and a conjunction a clause with a
// subject of its own begins: "…, but trucks still wait".
func (t *tracer) goesOnAlone(e extent) bool {
	return e.end-e.first > 2 && t.isMark(e.first) && t.tag(e.first+1) == conjunction && t.hasClause(e)
}

// allHangOn reports whether all words of rest hang on words of e or on each other.
func (t *tracer) allHangOn(rest, e extent) bool {
	for i := rest.first; i < rest.end; i++ {
		if h := t.up(i); !t.isMark(i) && !rest.has(h) && !e.has(h) {
			return false
		}
	}
	return true
}

// isClaimed reports whether a word of an extent is of some content, cue or source.
func (t *tracer) isClaimed(e extent) bool {
	for i := e.first; i < e.end; i++ {
		if t.told[i] || t.isInTelling(i) {
			return true
		}
	}
	return false
}

func (t *tracer) hasMark(e extent) bool {
	for i := e.first; i < e.end; i++ {
		if t.isMark(i) {
			return true
		}
	}
	return false
}
