package dealing

import (
	"hearsay"
	"hearsay/internal/tree"
)

// # Deadlines and awaited answers
//
// A deadline is an end that somebody has set. That an answer is expected by
// Friday sets none; it is kept as awaited.
//
//	The Front has until Thursday evening to reply.      deadline
//	The government extended its deadline until 6 p.m.   deadline, extended
//	An answer was expected by Thursday evening.         awaited

// deadlines reads the ends of time that a sentence tells.
func (r *reading) deadlines(s extent) {
	for n := range r.moments {
		m := &r.moments[n]
		if m.Type != hearsay.Date && m.Type != hearsay.Time || m.Value == "" || !isDay(m.Value) {
			continue
		}
		if e := r.ExtentOf(m.Span); e.First >= s.First && e.End <= s.End {
			r.deadlineAt(n, e)
		}
	}
}

// deadlineAt reads the moment n, which stands at some tokens, as a deadline.
func (r *reading) deadlineAt(n int, e extent) {
	c := r.clauseOf(e.First)
	if p := r.passing(e); c == nil || p != nil {
		if c = p; c == nil {
			return
		}
	}
	d := hearsay.Dealing{When: &n, Change: hearsay.DeadlineSet, Kind: hearsay.DealingDeadline}
	before := r.Low(e.First - 1)
	noun := r.deadlineNoun(e, c)
	switch {
	case noun >= 0:
		d.Cue = r.Doc.Tokens[noun].Span
		d.Change = r.changeOf(c)
		d.By = r.setterOf(noun, c)
	case (before == "on" || before == "at" || before == "by") && c.head >= 0 && (offerNouns[r.Lemma(c.head)] || textNouns[r.Lemma(c.head)]) && (r.Lemma(c.verb) == "expire" || r.Lemma(c.verb) == "lapse" || r.Lemma(c.verb) == "end"):
		d.Cue, d.By = r.Doc.Tokens[c.verb].Span, r.authorOf(c.head)
		if d.By == nil {
			d.By = r.speakerOf(c, r.attributionOf(r.Doc.Tokens[c.verb].Span))
		}
	case before == "until" && c.head >= 0 && (bidNouns[r.Lemma(c.head)] || textNouns[r.Lemma(c.head)]) && lasting[r.Lemma(c.verb)]:
		d.Cue, d.By = r.Doc.Tokens[c.verb].Span, r.authorOf(c.head)
		if d.By == nil {
			d.By = r.lastOffering()
		}
	case before == "until" && r.hasUntil(c):
		d.Cue = r.Doc.Tokens[e.First-1].Span
		d.To, d.By = r.boundBy(c)
	case before == "by" && r.expectsAnswer(c):
		d.Kind, d.Change, d.Cue = hearsay.DealingAwait, "", r.Doc.Tokens[c.verb].Span
		d.To = r.answererOf(c)
	case before == "by" && c.modal >= 0 && r.Low(c.modal) == "must" && !c.negated:
		d.Cue, d.To = r.Doc.Tokens[c.modal].Span, r.subjectOf(c)
	case before == "by" && (c.link == "unless" || c.link == "if" && c.negated):
		d.Cue, d.To = r.Doc.Tokens[e.First-1].Span, r.subjectOf(c)
	default:
		return
	}
	r.add(c, d)
}

// lasting are verbs of an offer that is good until some time.
var lasting = setOf("stand last hold remain run")

// passing returns the clause of a deadline that passed, where the tree takes the
// verb for a participle: "A deadline to end the strike passed at noon"; nil for none.
func (r *reading) passing(e extent) *clause {
	noun := -1
	for i := r.sentence.First; i < e.First; i++ {
		switch l := r.Lemma(i); {
		case deadlineNouns[l] && l != "date":
			noun = i
		case noun >= 0 && (l == "pass" || l == "expire" || l == "lapse") && e.First-i <= 4:
			return &clause{verb: i, modal: -1, head: noun, subject: r.nounPhrase(noun), extent: tree.Between(r.Below(noun).First, e.End)}
		}
	}
	return nil
}

// ending are verbs of a deadline that comes.
var ending = setOf("run end fall come loom expire")

var deadlineNouns = setOf("deadline ultimatum cut-off cutoff date")

// deadlineNoun returns the noun that makes a moment a deadline: "a deadline of 6
// p.m.", "the Thursday deadline", "extended a deadline … until", "the deadline
// passed at noon"; -1 for none.
func (r *reading) deadlineNoun(e extent, c *clause) int {
	for i := c.First; i < c.End; i++ {
		if !deadlineNouns[r.Lemma(i)] || !nounTags[r.Tag(i)] {
			continue
		}
		near := i-e.End <= 1 && i >= e.End || e.First-i <= 3 && e.First > i || e.First-i <= 5 && e.First > i && ending[r.Lemma(i+1)]
		if r.Lemma(i) == "date" {
			near = e.First-i == 2 && r.Low(i+1) == "of" && (r.Low(c.verb) == "stands" || r.Lemma(c.verb) == "move")
		}
		if near || (r.changeOf(c) != hearsay.DeadlineSet) && e.First > i {
			return i
		}
	}
	return -1
}

// changeOf returns what a clause says befalls a deadline.
func (r *reading) changeOf(c *clause) hearsay.DeadlineChange {
	switch r.Lemma(c.verb) {
	case "extend", "move", "postpone", "prolong", "delay":
		return hearsay.DeadlineExtended
	case "pass", "expire", "lapse":
		return hearsay.DeadlinePassed
	}
	return hearsay.DeadlineSet
}

// setterOf returns who set the deadline that a noun names.
func (r *reading) setterOf(noun int, c *clause) *hearsay.Doer {
	if c.head >= 0 && c.head != noun && r.child(c.verb, objects) == noun {
		return r.subjectOf(c)
	}
	for i := noun + 1; i < min(r.sentence.End, noun+4); i++ {
		if r.Lemma(i) == "set" || r.Lemma(i) == "impose" {
			return r.phraseAfter(i + 2)
		}
	}
	return r.authorOf(noun)
}

// hasUntil reports whether a clause gives somebody until some time: "has until",
// "gave them until".
func (r *reading) hasUntil(c *clause) bool {
	switch r.Lemma(c.verb) {
	case "have", "give", "get":
		return true
	}
	return false
}

// boundBy returns who must act by a deadline, and who set it.
func (r *reading) boundBy(c *clause) (to, by *hearsay.Doer) {
	if r.Lemma(c.verb) != "give" {
		return r.subjectOf(c), nil
	}
	setter := r.subjectOf(c)
	if c.head >= 0 && (r.Low(c.head) == "it" || offerNouns[r.Lemma(c.head)] || textNouns[r.Lemma(c.head)]) {
		setter = r.lastOffering() // the offer gives them until Friday
	}
	for _, k := range r.kids[c.verb] {
		if k > c.verb && (r.Relation(k) == tree.RelationOf("iobj") || objects[r.Relation(k)]) {
			return r.doer(r.nounPhrase(k)), setter
		}
	}
	return nil, setter
}

// answererOf returns whose answer is expected, as far as the words tell: "its answer
// is expected"; nobody's in "it expects an answer".
func (r *reading) answererOf(c *clause) *hearsay.Doer {
	if c.head < 0 || !answerNouns[r.Lemma(c.head)] {
		return nil
	}
	if p := r.child(c.head, possessor); p >= 0 {
		return r.doer(r.nounPhrase(p))
	}
	return nil
}

// expectsAnswer reports whether a clause says that an answer is expected.
func (r *reading) expectsAnswer(c *clause) bool {
	switch r.Lemma(c.verb) {
	case "expect", "await", "due", "anticipate":
	default:
		return false
	}
	for i := r.sentence.First; i < c.End; i++ {
		if answerNouns[r.Lemma(i)] || r.Lemma(i) == "answer" {
			return true
		}
	}
	return false
}
