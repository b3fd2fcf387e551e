package dealing

import "hearsay"

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
		if e := r.extentOf(m.Span); e.first >= s.first && e.end <= s.end {
			r.deadlineAt(n, e)
		}
	}
}

// deadlineAt reads the moment n, which stands at some tokens, as a deadline.
func (r *reading) deadlineAt(n int, e extent) {
	c := r.clauseOf(e.first)
	if p := r.passing(e); c == nil || p != nil {
		if c = p; c == nil {
			return
		}
	}
	d := hearsay.Dealing{When: &n, Change: hearsay.DeadlineSet, Kind: hearsay.DealingDeadline}
	before := r.low(e.first - 1)
	noun := r.deadlineNoun(e, c)
	switch {
	case noun >= 0:
		d.Cue = r.doc.Tokens[noun].Span
		d.Change = r.changeOf(c)
		d.By = r.setterOf(noun, c)
	case (before == "on" || before == "at" || before == "by") && c.head >= 0 && (offerNouns[r.lemma(c.head)] || textNouns[r.lemma(c.head)]) && (r.lemma(c.verb) == "expire" || r.lemma(c.verb) == "lapse" || r.lemma(c.verb) == "end"):
		d.Cue, d.By = r.doc.Tokens[c.verb].Span, r.authorOf(c.head)
		if d.By == nil {
			d.By = r.speakerOf(c, r.attributionOf(r.doc.Tokens[c.verb].Span))
		}
	case before == "until" && r.hasUntil(c):
		d.Cue = r.doc.Tokens[e.first-1].Span
		d.To, d.By = r.boundBy(c)
	case before == "by" && r.expectsAnswer(c):
		d.Kind, d.Change, d.Cue = hearsay.DealingAwait, "", r.doc.Tokens[c.verb].Span
		d.To = r.answererOf(c)
	case before == "by" && c.modal >= 0 && r.low(c.modal) == "must" && !c.negated:
		d.Cue, d.To = r.doc.Tokens[c.modal].Span, r.subjectOf(c)
	case before == "by" && (c.link == "unless" || c.link == "if" && c.negated):
		d.Cue, d.To = r.doc.Tokens[e.first-1].Span, r.subjectOf(c)
	default:
		return
	}
	r.add(c, d)
}

// passing returns the clause of a deadline that passed, where the tree takes the
// verb for a participle: "A deadline to end the strike passed at noon"; nil for none.
func (r *reading) passing(e extent) *clause {
	noun := -1
	for i := r.sentence.first; i < e.first; i++ {
		switch l := r.lemma(i); {
		case deadlineNouns[l] && l != "date":
			noun = i
		case noun >= 0 && (l == "pass" || l == "expire" || l == "lapse") && e.first-i <= 4:
			return &clause{verb: i, modal: -1, head: noun, subject: r.nounPhrase(noun), extent: extent{r.below[noun].first, e.end}}
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
	for i := c.first; i < c.end; i++ {
		if !deadlineNouns[r.lemma(i)] || !nounTags[r.tag(i)] {
			continue
		}
		near := i-e.end <= 1 && i >= e.end || e.first-i <= 3 && e.first > i || e.first-i <= 5 && e.first > i && ending[r.lemma(i+1)]
		if r.lemma(i) == "date" {
			near = e.first-i == 2 && r.low(i+1) == "of" && (r.low(c.verb) == "stands" || r.lemma(c.verb) == "move")
		}
		if near || (r.changeOf(c) != hearsay.DeadlineSet) && e.first > i {
			return i
		}
	}
	return -1
}

// changeOf returns what a clause says befalls a deadline.
func (r *reading) changeOf(c *clause) hearsay.DeadlineChange {
	switch r.lemma(c.verb) {
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
	for i := noun + 1; i < min(r.sentence.end, noun+4); i++ {
		if r.lemma(i) == "set" || r.lemma(i) == "impose" {
			return r.phraseAfter(i + 2)
		}
	}
	return r.authorOf(noun)
}

// hasUntil reports whether a clause gives somebody until some time: "has until",
// "gave them until".
func (r *reading) hasUntil(c *clause) bool {
	switch r.lemma(c.verb) {
	case "have", "give", "get":
		return true
	}
	return false
}

// boundBy returns who must act by a deadline, and who set it.
func (r *reading) boundBy(c *clause) (to, by *hearsay.Doer) {
	if r.lemma(c.verb) != "give" {
		return r.subjectOf(c), nil
	}
	for _, k := range r.kids[c.verb] {
		if k > c.verb && (r.relation(k) == relationOf("iobj") || objects[r.relation(k)]) {
			return r.doer(r.nounPhrase(k)), r.subjectOf(c)
		}
	}
	return nil, r.subjectOf(c)
}

// answererOf returns whose answer is expected, as far as the words tell: "its answer
// is expected"; nobody's in "it expects an answer".
func (r *reading) answererOf(c *clause) *hearsay.Doer {
	if c.head < 0 || !answerNouns[r.lemma(c.head)] {
		return nil
	}
	if p := r.child(c.head, possessor); p >= 0 {
		return r.doer(r.nounPhrase(p))
	}
	return nil
}

// expectsAnswer reports whether a clause says that an answer is expected.
func (r *reading) expectsAnswer(c *clause) bool {
	switch r.lemma(c.verb) {
	case "expect", "await", "due", "anticipate":
	default:
		return false
	}
	for i := r.sentence.first; i < c.end; i++ {
		if answerNouns[r.lemma(i)] || r.lemma(i) == "answer" {
			return true
		}
	}
	return false
}
