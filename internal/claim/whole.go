package claim

import (
	"strings"

	"hearsay"
)

// # Whether one statement says the other wholly
//
// A quotation of several sentences is said again in part, and a sentence with an
// insertion or two less. Both times the shorter one's content words stand in one
// sentence of the longer one, in their order, with few others between them:
//
//	longer   “The pipe is sound. [We] [tested] [it twice and] will print [the results],” …
//	shorter  … the pipe is sound
//	longer   the Council has offered the Guild four [of nine] seats and [a seat on the] board
//	shorter  the Council offered four seats and …
//
// Neither what the other sentences do nor what act the whole of them is tells
// against that. A sentence that denies, or asks whether, says something else.

// said is a content word of a saying, in its order.
type said struct {
	means    int32 // see meaning
	sentence int   // position in the saying's tenors
}

// tenor is what turns what a sentence says into something else.
type tenor struct {
	denies bool
	open   bool // "if", "whether"
}

// outline notes the content words of a saying in their order, sentence by sentence.
func (s *story) outline(x *saying, report int) {
	r := &s.trace.Records[report]
	x.tenors = []tenor{{}}
	end := x.spans[0].Start
	for _, span := range x.spans {
		for i := firstTerm(r, span); i < len(r.Terms) && r.Terms[i].Span.End <= span.End; i++ {
			t := &r.Terms[i]
			if end < t.Span.Start {
				x.turnTenor(r.Report.Text[end:t.Span.Start])
			}
			end = max(end, t.Span.End)
			s.outlineTerm(x, report, t)
		}
	}
}

// outlineTerm adds a word to the outline's last sentence.
func (s *story) outlineTerm(x *saying, report int, t *hearsay.Term) {
	last := len(x.tenors) - 1
	x.tenors[last].denies = x.tenors[last].denies || t.Negated != denials[t.Lemma] || cessations[t.Lemma]
	if t.Class == hearsay.PronounTerm || auxiliaries[t.Lemma] || t.Class == hearsay.AdverbTerm && lightWords[t.Lemma] {
		return
	}
	w := said{s.meaning(report, t), last}
	if n := len(x.outlined); n == 0 || x.outlined[n-1] != w { // the words of a name are one
		x.outlined = append(x.outlined, w)
	}
}

// turnTenor reads what stands between two terms: the end of a sentence, and small
// words that turn what it says.
func (x *saying) turnTenor(between string) {
	for w := range strings.FieldsSeq(plainMarks.Replace(strings.ToLower(between))) {
		bare := strings.Trim(w, `".,;:!?()[]'—–-`)
		at := &x.tenors[len(x.tenors)-1]
		at.denies = at.denies || denyingWords[bare] || strings.HasSuffix(bare, "n't")
		at.open = at.open || openWords[bare]
		if strings.ContainsAny(w, ".!?") && len(x.outlined) > 0 {
			x.tenors = append(x.tenors, tenor{})
		}
	}
}

// outlineCue puts before the outline who acts and how: "the Council offered".
func (x *saying) outlineCue(who int, cue []said) {
	var head []said
	if who >= 0 {
		head = append(head, said{means: actorMeaning + int32(who)})
	}
	x.outlined = append(append(head, cue...), x.outlined...)
}

// severalSentences reports whether a saying has more than one.
func (x *saying) severalSentences() bool {
	return len(x.outlined) > 0 && x.outlined[len(x.outlined)-1].sentence > 0
}

// leastOutline is how many words must be said again.
const leastOutline = 2

// saysWholly returns how many content words of the shorter one of two sayings, all of
// them, one sentence of the other has in their order; 0 if it does not.
func saysWholly(a, b *saying) int {
	if len(a.outlined) > len(b.outlined) {
		a, b = b, a
	}
	n := len(a.outlined)
	if n < leastOutline || a.severalSentences() || a.disputes != b.disputes {
		return 0
	}
	for first := range b.outlined {
		if b.outlined[first] == (said{a.outlined[0].means, b.outlined[first].sentence}) && a.follows(b, first) {
			return n
		}
	}
	return 0
}

// follows reports whether the outline of a is in that of b from a word on, with fewer
// words between than it has itself.
func (a *saying) follows(b *saying, first int) bool {
	sentence := b.outlined[first].sentence
	if a.tenors[0] != b.tenors[sentence] {
		return false
	}
	at, room := 0, len(a.outlined)-1
	for i := first; i < len(b.outlined) && b.outlined[i].sentence == sentence; i++ {
		if b.outlined[i].means == a.outlined[at].means {
			if at++; at == len(a.outlined) {
				return true
			}
		} else if room--; room < 0 {
			return false
		}
	}
	return false
}
