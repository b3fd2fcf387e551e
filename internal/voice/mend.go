package voice

import "hearsay"

// # Contents and sources cut in the wrong place
//
// The labels are chosen token by token. What they leave impossible is mended with
// the tree's help before chains are read:
//
//	Seven people died and 130 [are treated], the office said.     begins without its subject
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
	for i := sentence.first; i < first.first; i++ {
		if t.told[i] || t.doc.Tokens[i].Quote.Inside() || t.isInTelling(i) {
			return
		}
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
			continue
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
