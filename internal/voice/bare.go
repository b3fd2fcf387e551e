package voice

import (
	"hearsay"
	"hearsay/internal/tree"
)

// # What is done by saying so, told without a verb of saying
//
//	The board [turned down] the bid.        The mayor [appealed] for calm.
//	└─source┘ └───cue────┘ └content
//
// The labelling that finds attributions overlooks the odd one of these, and the
// sentence would pass for the outlet's own voice. Where it is the main verb of a
// sentence in which nobody was found to say anything, the tree shows who did it.

// findBare adds the attributions of the verbs of bareVerbs that are the main verb of
// a sentence without any.
func (t *tracer) findBare() {
	for _, s := range t.Doc.Sentences {
		if t.Doc.Blocks[t.Doc.Paragraphs[s.Paragraph].Block].Kind != hearsay.BlockBody || t.isTold(tree.Between(s.First, s.End)) {
			continue
		}
		for i := s.First; i < s.End; i++ {
			if e := tree.Between(s.First, s.End); t.isBareMain(i, e) && t.bareCue(i).End > 0 {
				t.addBare(i, e)
				break
			}
		}
	}
}

// isBareMain reports whether token i is the main verb of its sentence: what all hangs
// on, or what the tree took for a participle in a sentence without another verb: "The
// mayor appealed for calm".
func (t *tracer) isBareMain(i int, sentence extent) bool {
	if t.Up(i) < 0 {
		return true
	}
	return t.Relation(i) == acl && t.Up(t.Up(i)) < 0 && t.Low(i+1) != "by" && !t.hasFinite(sentence)
}

func (t *tracer) hasFinite(e extent) bool {
	for i := e.First; i < e.End; i++ {
		if finite[t.Tag(i)] {
			return true
		}
	}
	return false
}

// isTold reports whether a token of a sentence is of an attribution already.
func (t *tracer) isTold(e extent) bool {
	for i := e.First; i < e.End; i++ {
		if t.told[i] {
			return true
		}
	}
	for k := range t.tellings {
		if n := &t.tellings[k]; !n.gone && (n.cue.Overlaps(e) || n.source.Overlaps(e)) {
			return true
		}
	}
	return false
}

// bareCue returns the verb at token i, with its particle, if it is one of bareVerbs in
// the active; else nothing.
func (t *tracer) bareCue(i int) extent {
	lemma := t.Lemma(i)
	if !verbs[t.Tag(i)] || t.child(i, auxPass, nsubjPass) >= 0 {
		return extent{}
	}
	if bareVerbs[lemma+"-"+t.Low(i+1)] {
		return tree.Between(i, i+2)
	}
	if bareVerbs[lemma] {
		return tree.Between(i, i+1)
	}
	return extent{}
}

func (t *tracer) addBare(verb int, sentence extent) {
	subject := t.child(verb, nsubj)
	if t.Relation(verb) == acl {
		subject = t.Up(verb)
	}
	if subject < sentence.First || subject > verb || noSubject[t.Low(subject)] || relatives[t.Low(subject)] || bareNobody[t.Low(subject)] {
		return
	}
	cue := t.bareCue(verb)
	source := t.Below(subject)
	source.End = min(source.End, cue.First)
	if group := tree.Between(source.End, verb+1); t.isVerbGroup(group, verb) {
		cue.First = group.First
	}
	content := t.Trim(tree.Between(cue.End, t.clauseEnd(cue.End, sentence.End)))
	a := hearsay.Attribution{Source: t.Span(source), Cue: t.Span(cue), Confidence: bareRight}
	if content.Empty() || a.Source == nil || a.Cue == nil {
		return
	}
	a.Manner, a.Content = t.manner(content), []hearsay.Span{*t.Span(content)}
	t.add(a, -1)
}

var (
	bareVerbs = wordsIn(`reject refuse rebuff spurn turn-down rule-out vote-down throw-out accept approve endorse ratify deny demand promise pledge vow
		threaten offer propose urge appeal plead beg oppose condemn veto concede forecast predict call-for call-on ask-for insist warn
		maintain reckon apologise apologize exclude correct`)
	bareNobody = wordsIn("this these those it they he she")
)

// bareRight is how often such an attribution is right, in thousandths.
const bareRight = 600
