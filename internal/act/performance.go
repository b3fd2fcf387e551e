package act

import "hearsay"

// performance is a word that does something by being said, in its place: the cue,
// or the predicate of a content that tells of such a doing.
type performance struct {
	*statement
	class   *class
	verb    int
	why     string
	rest    []extent // what was offered, denied …
	of      *clause  // the first clause of that, or the clause of the verb itself; nil: none
	inner   bool     // the verb is of the content
	negated bool
	longer  bool // "no longer"
	passive bool
	modal   string
}

// verdict returns what the performance does; false where the word does nothing here
// after all.
func (p *performance) verdict() (verdict, bool) {
	v := verdict{act: p.class.act, stance: p.class.stance, why: p.why, clause: p.of}
	if !p.inner {
		v.clause = nil
	}
	switch p.class.name {
	case "denies":
		return p.denies(v)
	case "rejects":
		return p.rejects(v)
	case "accepts":
		return p.accepts(v)
	case "offers":
		return p.offers(v)
	case "demands", "wants":
		return p.demands(v)
	case "appeals":
		return v, !p.negated
	case "threatens":
		return p.unless(v)
	case "promises":
		return p.promises(v)
	case "warns":
		return p.warns(v)
	case "expects":
		return p.expects(v)
	case "believes":
		return p.believes(v)
	case "counts":
		return v, p.holdsFigure() && !p.negated
	case "plans":
		return p.plans(v)
	}
	return v, !p.negated
}

// as returns the verdict with another act and stance.
func (v verdict) as(act hearsay.Act, stance hearsay.Stance, because string) verdict {
	v.act, v.stance, v.fixed = act, stance, true
	v.why += ", " + because
	return v
}

func (p *performance) denies(v verdict) (verdict, bool) {
	if p.negated {
		return v.as(hearsay.Assertion, hearsay.Actual, "not"), true
	}
	v.fixed = true
	return v, true
}

func (p *performance) rejects(v verdict) (verdict, bool) {
	switch {
	case p.negated && (p.lemma(p.verb) == "rule" || p.lemma(p.verb) == "exclude"):
		return v.as(hearsay.Assertion, hearsay.Possible, "not ruled out"), true
	case p.negated:
		return v.as(hearsay.Assertion, hearsay.Actual, "not"), true
	case p.lemma(p.verb) == "reject" && p.restHas(reported) && !p.restHas(offered):
		return v.as(hearsay.Denial, hearsay.Denied, "what was reported"), true
	case p.lemma(p.verb) == "dismiss" && !p.restHas(alleged) && !p.restHas(offered):
		return v, false // "dismissed him", "dismissed it as theatre"
	case p.restHas(alleged) && !p.restHas(offered):
		return v.as(hearsay.Denial, hearsay.Denied, "what was alleged"), true
	case p.restBegins("to rule out", "to exclude"):
		return v.as(hearsay.Assertion, hearsay.Possible, "to rule out"), true
	}
	return v, true
}

var (
	reported = wordsIn("report account version story")
	alleged  = wordsIn("claim accusation allegation charge suggestion criticism rumour rumor notion insinuation")
	offered  = wordsIn("offer proposal plan deal bid demand call request condition term truce text compromise pay invitation")
)

func (p *performance) accepts(v verdict) (verdict, bool) {
	switch {
	case p.negated, p.inner && p.of.without >= 0:
		return v.as(hearsay.Refusal, hearsay.Actual, "not"), true
	case p.lemma(p.verb) == "accept" && p.hasDependence(supposes, exacts):
		return v.as(hearsay.Condition, hearsay.Hypothetical, "if"), true
	case p.hasDependence(exacts) || p.restBegins("with") && p.modal == "would" || p.hasButNot():
		return v.as(hearsay.Condition, hearsay.Actual, "only"), true
	case p.lemma(p.verb) == "agree" && p.inner && p.isThirdParty():
		return v.as(hearsay.Assertion, hearsay.Actual, "as others tell"), true
	case p.lemma(p.verb) == "agree" && p.agreesTo():
		return v.as(hearsay.Promise, hearsay.Planned, "to do"), true
	}
	return v, true
}

// agreesTo reports whether somebody agrees to do something, rather than to let
// something be done or to talk.
func (p *performance) agreesTo() bool {
	for _, e := range p.rest {
		for i := e.first; i+1 < e.end; i++ {
			if p.low(i) == "to" && p.isInfinitive(i+1) {
				return !permits[p.lemma(i+1)]
			}
		}
	}
	return false
}

// isInfinitive reports whether a word after "to" is a verb, or one that the tagger
// took for an adjective with no noun after it: "to free about 60 men".
func (p *page) isInfinitive(i int) bool {
	return p.tag(i) == tagVB || p.tag(i) == tagJJ && i+1 < len(p.words) && !nouns[p.tag(i+1)]
}

var permits = wordsIn("let allow permit accept talk meet discuss negotiate consider extend hold join take open")

// isThirdParty reports whether the one who tells is not the one who did it.
func (p *performance) isThirdParty() bool { return p.of != nil && p.of.subject >= 0 && !p.of.own }

// hasButNot reports whether what is accepted is cut down: "Vell but not Dorsena".
func (p *performance) hasButNot() bool {
	for _, e := range p.rest {
		for i := e.first; i+1 < e.end; i++ {
			if p.low(i) == "but" && p.low(i+1) == "not" {
				return true
			}
		}
	}
	return false
}

func (p *performance) offers(v verdict) (verdict, bool) {
	if p.negated && !p.longer {
		return v.as(hearsay.Denial, hearsay.Denied, "not"), true
	}
	return v, true
}

func (p *performance) demands(v verdict) (verdict, bool) {
	lemma := p.lemma(p.verb)
	switch {
	case p.inner && p.longer:
		return v.as(hearsay.Assertion, hearsay.Actual, "no longer"), true
	case p.negated && p.inner && p.of.own:
		return v.as(hearsay.Denial, hearsay.Denied, "not"), true
	case p.negated && p.inner:
		return v.as(hearsay.Assertion, hearsay.Actual, "not"), true
	case p.inner && lemma == "ask" && p.isLongAsked():
		return v.as(hearsay.Assertion, hearsay.Actual, "was asked"), true
	case (lemma == "ask" || lemma == "want") && p.asksQuestion():
		return v.as(hearsay.Assertion, hearsay.Actual, "asks"), true
	case lemma == "want" && p.wantsToDo() && !p.wantsForItself():
		return v.as(hearsay.Assertion, hearsay.Planned, "to do"), true
	case lemma == "insist" && p.insistsOnFact():
		return v, false
	case lemma == "want" && p.restStarts(guarantees):
		return v.as(hearsay.Condition, hearsay.Actual, "a guarantee"), !p.longer
	case p.isToEverybody():
		return v.as(hearsay.Appeal, hearsay.Actual, "everybody"), true
	}
	return v, true
}

var guarantees = wordsIn("guarantee assurance access")

// isLongAsked reports whether a content tells that something was asked before: "had
// asked", not "have asked".
func (p *performance) isLongAsked() bool {
	j := p.child(p.verb, helpers)
	return p.tag(p.verb) == tagVBD || j >= 0 && p.low(j) == "had"
}

// asksQuestion reports whether what is asked is a question.
func (p *performance) asksQuestion() bool {
	for _, e := range p.rest {
		if !e.empty() && questioning[p.low(e.first)] {
			return true
		}
	}
	return false
}

var questioning = wordsIn("whether why how what when where who which if")

// wantsToDo reports whether somebody wants to do something themselves.
func (p *performance) wantsToDo() bool {
	if p.low(p.verb+1) == "to" {
		return true
	}
	for _, e := range p.rest {
		if !e.empty() && p.low(e.first) == "to" && e.first == p.verb+1 {
			return true
		}
	}
	return false
}

// wantsForItself reports whether somebody wants something done to them: "want to be
// told".
func (p *performance) wantsForItself() bool {
	return p.low(p.verb+1) == "to" && p.low(p.verb+2) == "be" && pastTags[p.tag(p.verb+3)]
}

// restStarts reports whether one of a set stands among the first words of what is
// wanted, asked ….
func (p *performance) restStarts(set wordSet) bool {
	for _, e := range p.rest {
		for i := e.first; i < min(e.end, e.first+6); i++ {
			if set[p.lemma(i)] {
				return true
			}
			if p.low(i) == "and" {
				return false
			}
		}
		return false
	}
	return false
}

// insistsOnFact reports whether what is insisted on is said to be so, rather than to
// be done: "insisted that it had paid", not "that it pay".
func (p *performance) insistsOnFact() bool {
	c := p.of
	if p.inner || c == nil || c.to || c.modal == "must" || c.modal == "should" {
		return false
	}
	return c.past || c.perfect || c.modal != "" || tagVBZ == p.tag(c.pred) || p.below[c.pred].end > 0 && p.hasIs(c.pred)
}

// hasIs reports whether a predicate has "is", "was", "are" or "were".
func (p *page) hasIs(i int) bool {
	j := p.child(i, helpers)
	return j >= 0 && p.lemma(j) == "be" && p.low(j) != "be"
}

// isToEverybody reports whether what is asked is asked of all sides, or of the
// public.
func (p *performance) isToEverybody() bool {
	if l := p.lemma(p.verb); l != "urge" && l != "ask" && l != "call" && l != "request" {
		return false
	}
	for i := p.verb + 1; i < min(p.sentenceOf(p.verb).end, p.verb+8); i++ {
		if everybody[p.low(i)] || everybody[p.lemma(i)] {
			return true
		}
		if p.low(i) == "to" && p.tag(i+1) == tagVB {
			return false
		}
	}
	return false
}

var everybody = wordsIn("both all everyone everybody public resident witness people citizen voter motorist passenger anyone parent neighbour neighbor world traveller customer")

func (p *performance) promises(v verdict) (verdict, bool) {
	if p.negated {
		return v.as(hearsay.Denial, hearsay.Denied, "not"), true
	}
	if c := p.of; c != nil && !c.negated && (p.isHostile(c.pred) || p.regardless != nil && p.inner == false) {
		return v.as(hearsay.Threat, hearsay.Planned, "hostile"), true
	}
	return p.unless(v)
}

// unless leaves out what was only not promised or not threatened.
func (p *performance) unless(v verdict) (verdict, bool) {
	if p.negated && !p.longer {
		return v.as(hearsay.Denial, hearsay.Denied, "not"), true
	}
	return v, true
}

func (p *performance) warns(v verdict) (verdict, bool) {
	if p.inner {
		return v, p.of == nil || p.of.modal != ""
	}
	for i := range p.clauses {
		switch c := &p.clauses[i]; {
		case c.own && c.isFuture():
			return v.as(hearsay.Threat, hearsay.Planned, "of its own doing"), true
		case c.own && isMaybe[c.modal]:
			return v.as(hearsay.Threat, hearsay.Possible, "of its own doing"), true
		case c.modal == "must" || c.modal == "should":
			return v, false
		case c.modal == "would" && p.wouldCome(c):
			return v.as(hearsay.Prediction, hearsay.Hypothetical, "would"), true
		case c.modal != "":
			v.clause = c
			return v, true
		case c.past || c.perfect || finite[p.tag(c.pred)] || p.hasIs(c.pred):
			return v, false
		}
	}
	if p.restHas(hostileNouns) {
		return v.as(hearsay.Threat, hearsay.Possible, "of something hostile"), true
	}
	return v, true
}

var hostileNouns = wordsIn("strike walkout retaliation action complaint lawsuit sanction response reprisal boycott force closure consequence measure blockade attack")

func (p *performance) expects(v verdict) (verdict, bool) {
	switch {
	case p.awaitsAnswer():
		return v.as(hearsay.Deadline, hearsay.Planned, "an answer by then"), true
	case p.lemma(p.verb) == "fear" && p.countIsThePoint():
		return v.as(hearsay.FigureAct, hearsay.Possible, "a figure"), true
	case p.lemma(p.verb) == "expect" && p.hasDependence(trades):
		return v.as(hearsay.Demand, hearsay.Actual, "in return"), true
	case p.lemma(p.verb) == "expect" && p.momentInRest() && !p.negated && p.agentActs():
		return v.as(hearsay.Prediction, hearsay.Planned, "at a time"), true
	}
	v.fixed = true
	return v, true
}

var replies = wordsIn("answer reply response decision verdict ruling")

// awaitsAnswer reports whether an answer is expected by some time.
func (p *performance) awaitsAnswer() bool {
	answers := p.restStarts(replies)
	if p.inner && p.of.subject >= 0 {
		answers = answers || replies[p.lemma(p.of.subject)]
	}
	if !answers {
		return false
	}
	end := p.sentenceOf(p.verb).end
	for i := p.verb + 1; i < end; i++ {
		if by[p.low(i)] && p.momentIn(extent{i, min(i+6, end)}) != nil {
			return true
		}
	}
	return false
}

// agentActs reports whether what is expected is that somebody does something.
func (p *performance) agentActs() bool {
	for _, e := range p.rest {
		for i := e.first; i+1 < e.end; i++ {
			if p.low(i) == "to" && p.tag(i+1) == tagVB {
				return !drifts[p.lemma(i+1)]
			}
		}
	}
	return false
}

// drifts are verbs for what happens by itself.
var drifts = wordsIn("be rise fall grow drop remain become show clear increase decline last continue reach total climb shrink win lose")

func (p *performance) momentInRest() bool {
	for _, e := range p.rest {
		if p.momentIn(e) != nil {
			return true
		}
	}
	return false
}

func (p *performance) believes(v verdict) (verdict, bool) {
	c := p.of
	switch {
	case p.negated:
		return v.as(hearsay.Assertion, hearsay.Denied, "not"), true
	case p.inner && c.own && (c.past || c.perfect):
		return v.as(hearsay.Assertion, hearsay.Actual, "once"), true
	case p.countIsThePoint():
		return v.as(hearsay.FigureAct, hearsay.Possible, "a figure"), true
	case c != nil && !p.inner && (c.modal == "will" || c.modal == "would"):
		return v.as(hearsay.Prediction, hearsay.Possible, "to come"), true
	}
	return v, true
}

func (p *performance) plans(v verdict) (verdict, bool) {
	if p.lemma(p.verb) == "mean" && p.low(p.verb+1) != "to" {
		return v, false
	}
	if p.negated {
		return v.as(hearsay.Denial, hearsay.Denied, "not"), true
	}
	return v, true
}

// restHas reports whether a word of a set stands in what was offered, denied ….
func (p *performance) restHas(set wordSet) bool {
	for _, e := range p.rest {
		for i := e.first; i < e.end; i++ {
			if set[p.lemma(i)] {
				return true
			}
		}
	}
	return false
}

// restBegins reports whether it begins with one of some phrases.
func (p *performance) restBegins(phrases ...string) bool {
	for _, e := range p.rest {
		for _, phrase := range phrases {
			if _, ok := p.matches(phraseOf(phrase), e.first, e.end); ok {
				return true
			}
		}
	}
	return false
}
