package voice

import (
	"hearsay"
	"hearsay/internal/tree"
)

// # Who reports, behind a comma
//
//	The town has closed two bridges, [the Gazette] [reports], citing the mayor.
//	└──────────content───────────┘    source        cue        of the same: cite.go
//
// "Reports" is a noun as often as a verb, and taggers take it for one here: then
// nobody is found to say it, or the one who does something in the content. A name
// between a comma and the word, and a mark behind it, leave no doubt.

// findReporters adds the attributions of such names, if nobody had found them.
func (t *tracer) findReporters() {
	for _, s := range t.Doc.Sentences {
		if !t.Doc.InStory(s) {
			continue
		}
		for i := s.First + 1; i+1 < s.End; i++ {
			if reporting[t.Low(i)] && t.IsMark(i+1) && t.Doc.Tokens[i].Quote.Depth == 0 && !t.isTaken(tree.Between(i, i+1)) {
				t.addReporter(i, tree.Between(s.First, s.End))
			}
		}
	}
}

var reporting = wordsIn("reports says writes")

func (t *tracer) addReporter(cue int, sentence extent) {
	first := cue
	for first > sentence.First && (t.isCapital(first-1) || t.Low(first-1) == "the") {
		first--
	}
	comma := first - 1
	content := t.Trim(tree.Between(sentence.First, comma))
	if first == cue || !t.isCapital(cue-1) || comma <= sentence.First || t.Low(comma) != "," || content.End-content.First < leastReported || !t.hasVerb(content) {
		return
	}
	for _, k := range t.around(cue) {
		if n := &t.tellings[k]; !n.gone && n.source.Has(cue) {
			n.gone = true // "two bridges, the Gazette reports" says nothing
		}
	}
	said := []hearsay.Span{*t.Span(content)}
	a := hearsay.Attribution{
		Source: t.Span(tree.Between(first, cue)), Cue: t.Span(tree.Between(cue, cue+1)), Content: said,
		Manner: t.manner(content), Confidence: ownRight,
	}
	t.citedBehind(t.add(a, -1), cue+1, said)
}

// leastReported is how many words a sentence has at least.
const leastReported = 3

func (t *tracer) hasVerb(e extent) bool {
	for i := e.First; i < e.End; i++ {
		if finite[t.Tag(i)] {
			return true
		}
	}
	return false
}

// citedBehind adds the one who is cited at a mark behind a cue: ", citing the mayor".
func (t *tracer) citedBehind(host, mark int, content []hearsay.Span) {
	verb := mark + 1
	if t.Low(mark) != "," || !cites[t.Lemma(verb)] || t.Tag(verb) != participle {
		return
	}
	if source := t.citedBy(verb); source >= 0 && t.isVoice(source) {
		t.cite(host, source, tree.Between(verb, verb+1), content, t.tellings[host].Manner)
	}
}
