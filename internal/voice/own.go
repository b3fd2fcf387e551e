package voice

import (
	"hearsay"
	"hearsay/internal/tree"
)

// ownVoice returns what the outlet says itself: the sentences, and the clauses
// beside attributions, that are in nobody's words.
//
//	The bridge was closed. The mayor said it was safe, but trucks still wait.
//	└───────own──────────┘ └──────attributed───────┘      └─────own──────┘
func (t *tracer) ownVoice() []hearsay.OwnVoice {
	said := t.attributed()
	var own []hearsay.OwnVoice
	for _, s := range t.Doc.Sentences {
		if t.Doc.Blocks[t.Doc.Paragraphs[s.Paragraph].Block].Kind != hearsay.BlockBody {
			continue
		}
		for i := s.First; i < s.End; i++ {
			piece := tree.Between(i, i)
			for piece.End < s.End && !said[piece.End] {
				piece.End++
			}
			if span := t.Span(t.bare(piece)); span != nil && t.isStatement(piece, tree.Between(s.First, s.End)) && !t.has(formulas, piece) {
				own = append(own, hearsay.OwnVoice{Span: *span})
			}
			i = max(i, piece.End)
		}
	}
	return own
}

// attributed tells which tokens belong to some attribution.
func (t *tracer) attributed() []bool {
	said := make([]bool, len(t.Doc.Tokens))
	cover := func(e extent) {
		for i := e.First; i < e.End; i++ {
			said[i] = true
		}
	}
	for k := range t.tellings {
		n := &t.tellings[k]
		cover(n.cue)
		cover(n.source)
		for _, c := range n.Content {
			cover(t.ExtentOf(c))
		}
	}
	return said
}

// isStatement reports whether a piece of a sentence, or the whole, has a finite
// verb with a subject of its own, and says more than which thing is meant: "the
// toll, which had risen" left over from an attribution is no statement.
func (t *tracer) isStatement(e, sentence extent) bool {
	for i := e.First; i < e.End; i++ {
		if r := t.Relation(i); r != nsubj && r != nsubjPass || relatives[t.Low(i)] {
			continue
		}
		verb := t.Up(i)
		if e.Has(verb) && t.isFinite(verb) && (e == sentence || !isOneOf(t.Relation(verb), subordinate)) {
			return true
		}
	}
	return false
}

var subordinate = []hearsay.Relation{acl, relcl, ccomp, xcomp}

// isFinite reports whether a predicate is in a finite form, or has an auxiliary
// or a copula that is.
func (t *tracer) isFinite(i int) bool {
	if finite[t.Tag(i)] {
		return true
	}
	for j := t.Below(i).First; j < i; j++ {
		if t.Up(j) == i && isOneOf(t.Relation(j), []hearsay.Relation{aux, auxPass, cop}) && finite[t.Tag(j)] {
			return true
		}
	}
	return false
}

// bare leaves out the word that ties a piece to what stands before it.
func (t *tracer) bare(e extent) extent {
	e = t.Trim(e)
	for !e.Empty() && (t.Tag(e.First) == conjunction || t.IsMark(e.First)) {
		e.First++
	}
	return e
}

// dropOwn leaves out what is no statement of anybody's: to nobody, of what is not
// known, for that is what the outlet says; and the formulas of anonymity, which
// are kept with the voices.
//
//	It is not known whether …     It was unclear how …     who asked not to be named
func (t *tracer) dropOwn() {
	for k := range t.tellings {
		if n := &t.tellings[k]; n.verb >= 0 && n.Silence == "" {
			n.gone = n.gone || t.isOwnDoubt(n) || t.isFormula(n) || t.isShown(n) || n.within >= 0 && t.saysNothingNew(n)
		}
	}
}

// isShown reports whether a telling is no more than how a paper came to see
// something: "a memo seen by the Post says".
func (t *tracer) isShown(n *telling) bool {
	return n.speaker < 0 && n.cue.End-n.cue.First == 1 && shown[t.Low(n.verb)] && t.Relation(n.verb) == acl
}

var shown = wordsIn("seen obtained reviewed viewed")

// saysNothingNew reports whether a telling within another is no voice of its own:
// nobody's ("whoever wants it"), about an open question alone ("whatever the court
// decides"), or the same speaker's who does something else than speak ("I wrote
// it down").
func (t *tracer) saysNothingNew(n *telling) bool {
	if n.speaker < 0 {
		return false
	}
	who := t.Low(n.speaker)
	return nobody[who] || myself[who] && !speaks[t.Lemma(n.verb)] || t.isOpenQuestion(n)
}

var (
	nobody = wordsIn("nobody none whoever anyone anybody")
	myself = wordsIn("i we")
	speaks = wordsIn("say tell know believe think hear understand ask promise deny warn")
	open   = wordsIn("what whatever which whichever how when where")
	labels = wordsIn("call describe term label dub") // "what he called a draft" says that it is one
)

// isOpenQuestion reports whether a telling's content is a question word and
// nothing else.
func (t *tracer) isOpenQuestion(n *telling) bool {
	for i := n.cue.First; i < n.cue.End; i++ {
		if labels[t.Lemma(i)] {
			return false
		}
	}
	for _, c := range n.Content {
		e := t.ExtentOf(c)
		for i := e.First; i < e.End; i++ {
			if !t.IsMark(i) && !open[t.Low(i)] && t.Low(i) != "that" {
				return false
			}
		}
	}
	return true
}

func (t *tracer) isOwnDoubt(n *telling) bool {
	return n.speaker < 0 && (unknown[t.Low(n.verb)] || knowable[t.Lemma(n.verb)] && t.isNegated(n.verb))
}

// isFormula reports whether a telling's cue is part of a formula of anonymity:
// of its passive, or in a clause that only says more of the source.
func (t *tracer) isFormula(n *telling) bool {
	from := n.cue.First
	if !n.source.Empty() {
		from = min(from, max(n.source.First, from-2))
	}
	words, ok := t.find(formulas, tree.Between(from, min(n.cue.End+longestFormula, t.sentenceOf(n.verb).End)))
	if !ok || !words.Overlaps(n.cue) {
		return false
	}
	for i := words.First; i < words.End; i++ {
		if t.Lemma(i) == "be" || t.Low(i) == "anonymity" {
			return true
		}
	}
	return t.Relation(n.verb) == relcl || t.Tag(words.First) == personal
}

// longestFormula is how many words of a formula may follow its cue.
const longestFormula = 5

var (
	knowable = wordsIn("know clear certain known")
	unknown  = wordsIn("unclear unknown uncertain")
)

// isNegated reports whether a predicate has a "not" or "no" before it.
func (t *tracer) isNegated(i int) bool {
	for j := t.Below(i).First; j < i; j++ {
		if t.Up(j) == i && negations[t.Low(j)] {
			return true
		}
	}
	return false
}

var negations = wordsIn("not n't never no neither")

// findOwnClaims adds what the outlet says in so many words to have found out:
//
//	The League will agree, Radio Drenn has learned.
//	└─────content──────┘   └──source─┘ └──cue────┘
func (t *tracer) findOwnClaims() {
	for _, s := range t.Doc.Sentences {
		if !t.Doc.InStory(s) {
			continue
		}
		for i := s.First; i < s.End; i++ {
			if findsOut[t.Lemma(i)] && verbs[t.Tag(i)] && t.Doc.Tokens[i].Quote.Depth == 0 {
				t.findOwnClaim(i, tree.Between(s.First, s.End))
			}
		}
	}
}

var findsOut = wordsIn("learn understand confirm reveal report")

func (t *tracer) findOwnClaim(verb int, sentence extent) {
	subject := t.child(verb, nsubj)
	if subject < 0 || subject > verb || !t.own.are(t, t.phraseOf(subject)) {
		return
	}
	source := t.phraseOf(subject)
	cue := tree.Between(source.End, verb+1)
	content := tree.Between(cue.End, sentence.End)
	if content = t.Trim(content); content.End-content.First < 2 {
		content = t.Trim(tree.Between(sentence.First, source.First))
	}
	for _, k := range t.around(verb) {
		if n := &t.tellings[k]; !n.gone && n.cue.Overlaps(cue) {
			return
		}
	}
	if t.told[verb] {
		return
	}
	if c := t.Span(content); c != nil && cue.End-cue.First <= longestCue {
		a := hearsay.Attribution{Source: t.Span(source), Cue: t.Span(cue), Content: []hearsay.Span{*c}, Manner: t.manner(content), Confidence: ownRight}
		t.add(a, -1)
	}
}

const (
	longestCue = 4
	ownRight   = 900 // how often such an attribution is right, in thousandths: measured on the scenarios
)
