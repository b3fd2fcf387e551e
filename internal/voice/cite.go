package voice

import (
	"hearsay"
	"hearsay/internal/tree"
)

// # Who is cited for what somebody says
//
// The words that name the one behind a voice often stand beside what it says,
// not in it. They make an attribution of their own, with the same content, within
// that of the voice that cites:
//
//	[Radio Drenn said] [the League had agreed], [citing an aide].
//	 outer              content of both          cue    source
//
//	… was first reported by the Brief, which cited a banker.
//	Radio Drenn said the League had agreed. It cited an aide.
//	The channel quoted an aide as saying the League had agreed.
//	… said initial accounts attributed to hospital officials.

// findCitations adds the attributions of those who are cited. One that was found
// at such a cue with another source gives way to it.
func (t *tracer) findCitations() {
	for s := range t.Doc.Sentences {
		if !t.Doc.InStory(t.Doc.Sentences[s]) {
			continue
		}
		for i := t.Doc.Sentences[s].First; i < t.Doc.Sentences[s].End; i++ {
			if verbs[t.Tag(i)] && t.Doc.Tokens[i].Quote.Depth == 0 {
				t.findCitation(i)
			}
		}
	}
}

var cites = wordsIn("cite quote attribute")

func (t *tracer) findCitation(verb int) {
	if !cites[t.Lemma(verb)] {
		return
	}
	if t.quotePassive(verb) {
		return
	}
	source := t.citedBy(verb)
	if source < 0 || !t.isVoice(source) {
		return
	}
	if as := t.asSaying(verb, source); !as.Empty() {
		t.quoteAs(verb, source, as)
		return
	}
	if host := t.hostOf(verb); host >= 0 {
		cue := tree.Between(verb, verb+1)
		if t.Lemma(verb) == "attribute" {
			cue.End++
		}
		t.cite(host, source, cue, t.tellings[host].Content, t.tellings[host].Manner)
	}
}

// citedBy returns the noun for the one whom a verb cites, or -1.
func (t *tracer) citedBy(verb int) int {
	if t.Lemma(verb) != "attribute" {
		return t.child(verb, obj)
	}
	if i := t.child(verb, obl); i >= 0 && t.preposition(i) == "to" && t.Relation(verb) == acl {
		return i
	}
	return -1
}

// isVoice reports whether noun i is for someone or something that says anything:
// "citing security concerns" cites nobody.
func (t *tracer) isVoice(i int) bool {
	if _, named := t.nameOf(i); named || properNouns[t.Tag(i)] || t.Tag(i) == personal {
		return true
	}
	for _, form := range []string{t.Lemma(i), t.Low(i)} {
		for _, set := range []wordSet{offices, positions, insiders, bodies, documents, passedOn, outlets} {
			if set[form] {
				return true
			}
		}
	}
	return t.isHuman(i)
}

// asSaying returns the words "as saying" after the one whom a verb quotes, or
// nothing.
func (t *tracer) asSaying(verb, source int) extent {
	end := t.sentenceOf(verb).End
	for i := source + 1; i+1 < end && i < source+maxQuotedSource; i++ {
		if t.Low(i) == "as" && t.Tag(i+1) == participle {
			return tree.Between(i, i+2)
		}
	}
	return tree.Extent{}
}

// maxQuotedSource is how many words after its head a quoted source may have.
const maxQuotedSource = 12

// quoteAs adds what one is quoted as saying: the quoting, if nobody had found it,
// and the saying.
func (t *tracer) quoteAs(verb, source int, as extent) {
	content := t.Span(tree.Between(as.End, t.sentenceOf(verb).End))
	if content == nil {
		return
	}
	host, manner := t.hostOf(verb), t.manner(tree.Between(as.End, t.sentenceOf(verb).End))
	pieces := []hearsay.Span{*content}
	if subject := t.child(verb, nsubj); subject >= 0 && subject < verb && !relatives[t.Low(subject)] {
		cue := tree.Between(verb, verb+1)
		for cue.First > subject+1 && t.Up(cue.First-1) == verb {
			cue.First--
		}
		host = t.cite(-1, subject, cue, pieces, manner)
	}
	if host >= 0 {
		t.cite(host, source, as, pieces, manner)
	}
}

// quotePassive adds what somebody "was quoted as saying", if nobody had found it,
// and reports whether that is what a verb tells.
func (t *tracer) quotePassive(verb int) bool {
	subject := t.child(verb, nsubjPass)
	as := t.asSaying(verb, verb)
	if subject < 0 || subject > verb || as.Empty() {
		return false
	}
	for _, k := range t.around(verb) {
		if n := &t.tellings[k]; !n.gone && n.cue.Has(verb) {
			return true
		}
	}
	sentence, cue := t.sentenceOf(verb), tree.Between(verb, as.End)
	for cue.First > t.Below(subject).End && t.Up(cue.First-1) == verb {
		cue.First--
	}
	if t.agent(verb) >= 0 {
		cue.End = verb + 1
	}
	content := t.Trim(tree.Between(as.End, sentence.End))
	if content.Empty() {
		content = t.Trim(tree.Between(sentence.First, t.Below(subject).First))
	}
	if c := t.Span(content); c != nil {
		t.cite(-1, subject, cue, []hearsay.Span{*c}, t.manner(content))
	}
	return true
}

// manner tells how the words of an extent are given.
func (t *tracer) manner(e extent) hearsay.Manner {
	quoted, plain := false, false
	for i := e.First; i < e.End; i++ {
		switch q := t.Doc.Tokens[i].Quote; {
		case q.Inside():
			quoted = true
		case !q.Opens && !q.Closes && !t.IsMark(i):
			plain = true
		}
	}
	switch {
	case quoted && plain:
		return hearsay.Mixed
	case quoted:
		return hearsay.Direct
	}
	return hearsay.Indirect
}

// cite adds an attribution to a noun within a host (-1: to nobody), or puts right
// the one whose cue stands there, and returns its position.
func (t *tracer) cite(host, source int, cue extent, content []hearsay.Span, manner hearsay.Manner) int {
	words := t.Span(t.upToClause(t.without(t.Below(source), caseMark)))
	if words == nil || len(content) == 0 {
		return -1
	}
	confidence := citedRight
	if host >= 0 {
		confidence = t.tellings[host].Confidence * citedRight / 1000
	}
	for _, k := range t.around(cue.First) {
		if n := &t.tellings[k]; !n.gone && n.cue.Overlaps(cue) && k != host {
			n.gone = true
		}
	}
	k := t.add(hearsay.Attribution{Source: words, Cue: t.Span(cue), Content: content, Manner: manner, Confidence: confidence}, host)
	if host >= 0 {
		t.tellings[k].cited = true
		t.moveInto(host, k)
	}
	return k
}

// upToClause leaves out of a source's words a clause behind a comma that a tree
// has wrongly put there: "quoting two nurses, that the ward was full".
func (t *tracer) upToClause(e extent) extent {
	for i := e.First + 1; i+1 < e.End; i++ {
		if t.Low(i) == "," && t.Low(i+1) == "that" {
			return tree.Between(e.First, i)
		}
	}
	return e
}

// moveInto has what stands within a host, in words that it has from another,
// stand within that one: it is the other who tells of it.
func (t *tracer) moveInto(host, cited int) {
	for _, c := range t.tellings[cited].Content {
		e := t.ExtentOf(c)
		for i := e.First; i < e.End; i = t.sentenceOf(i).End {
			for _, k := range t.around(i) {
				if n := &t.tellings[k]; k != cited && n.within == host && n.cue.Overlaps(e) {
					n.within = cited
				}
			}
		}
	}
}

// citedRight is how often such an attribution is right where the one that
// encloses it is, in thousandths: measured on the scenarios.
const citedRight = 900

// hostOf returns the telling of the one who cites by a verb, or -1.
func (t *tracer) hostOf(verb int) int {
	if subject := t.child(verb, nsubj); subject >= 0 && finite[t.Tag(verb)] {
		return t.hostOfSubject(verb, subject)
	}
	for h := t.Up(verb); h >= 0; h = t.Up(h) {
		for _, k := range t.around(verb) {
			if n := &t.tellings[k]; n.from >= 0 && (n.verb == h || n.speaker == h && t.Relation(verb) == acl) && !n.cue.Has(verb) {
				return k
			}
		}
	}
	return t.nearestTelling(verb)
}

// hostOfSubject returns the telling of a cited verb's subject: in the same
// sentence, if it is a relative pronoun, and otherwise in the one before.
func (t *tracer) hostOfSubject(verb, subject int) int {
	if relatives[t.Low(subject)] {
		noun := t.antecedent(subject)
		for _, k := range t.around(verb) {
			if n := &t.tellings[k]; n.source.Has(noun) && !n.cue.Has(verb) {
				return k
			}
		}
		return -1
	}
	first := t.sentenceOf(verb).First
	if first == 0 || t.paragraphNumber(first-1) != t.paragraphNumber(verb) {
		return -1
	}
	for _, k := range t.around(first - 1) {
		n := &t.tellings[k]
		if n.speaker < 0 || n.within >= 0 || n.gone {
			continue
		}
		if t.isOutlet(n.speaker) || documents[t.Lemma(n.speaker)] {
			return k
		}
	}
	return -1
}

// nearestTelling returns the telling of verb's sentence whose cue is nearest to
// it and stands in nobody else's content.
func (t *tracer) nearestTelling(verb int) int {
	best, sentence := -1, t.sentenceOf(verb)
	for _, k := range t.around(verb) {
		n := &t.tellings[k]
		if n.from < 0 || n.speaker < 0 || n.within >= 0 || !sentence.Has(n.verb) || n.cue.Has(verb) {
			continue
		}
		if best < 0 || distance(n.verb, verb) < distance(t.tellings[best].verb, verb) {
			best = k
		}
	}
	return best
}

func distance(i, j int) int { return max(i-j, j-i) }
