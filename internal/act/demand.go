package act

import (
	"hearsay"
	"hearsay/internal/tree"
)

func (p *performance) demands(v verdict) (verdict, bool) {
	lemma := p.Lemma(p.verb)
	switch {
	case p.inner && p.longer:
		return v.as(hearsay.Assertion, hearsay.Actual, "no longer"), true
	case p.negated && p.inner && p.of.own:
		return v.as(hearsay.Denial, hearsay.Denied, "not"), true
	case p.negated && p.inner:
		return v.as(hearsay.Assertion, hearsay.Actual, "not"), true
	case p.inner && lemma == "ask" && p.isLongAsked():
		return v.as(hearsay.Assertion, hearsay.Actual, "was asked"), true
	case lemma == "ask" && !p.inner && p.isQuestion():
		return v.as(hearsay.Assertion, hearsay.Actual, "a question"), true
	case p.isBefore():
		return v.as(hearsay.Condition, hearsay.Actual, "before"), true
	case (lemma == "ask" || lemma == "want") && p.asksQuestion():
		return v.as(hearsay.Assertion, hearsay.Actual, "asks"), true
	case (lemma == "want" || lemma == "seek") && p.wantsToDo() && !p.wantsForItself():
		return v.as(hearsay.Assertion, hearsay.Planned, "to do"), true
	case lemma == "ask" && p.Low(p.verb+1) == "about":
		return v.as(hearsay.Assertion, hearsay.Actual, "asks"), true
	case lemma == "insist" && p.insistsOnFact():
		return v, false
	case lemma == "want" && p.restStarts(guarantees):
		return v.as(hearsay.Condition, hearsay.Actual, "a guarantee"), !p.longer
	case p.isForGoodwill():
		return v.as(hearsay.Appeal, hearsay.Actual, "goodwill"), true
	case p.isToEverybody():
		return v.as(hearsay.Appeal, hearsay.Actual, "everybody"), true
	}
	return v, true
}

var guarantees = tree.FormsOf("guarantee assurance access")

// isLongAsked reports whether a content tells that something was asked before: "had
// asked", not "have asked".
func (p *performance) isLongAsked() bool {
	j := p.Child(p.verb, helpers)
	return p.Tag(p.verb) == tagVBD || j >= 0 && p.Low(j) == "had"
}

// isQuestion reports whether what is asked ends in a question mark, or is nothing that
// one could give or do: "asked the judge".
func (p *performance) isQuestion() bool {
	for _, e := range p.rest {
		for i := e.First; i < e.End; i++ {
			if p.Low(i) == "?" {
				return !p.hasCourtesy(e)
			}
		}
	}
	if p.Low(p.verb+1) == "for" {
		return false
	}
	for _, e := range p.rest {
		for i := min(e.First, p.verb+1); i < e.End; i++ {
			if low := p.Low(i); low == "for" || low == "that" || low == "to" && p.isInfinitive(i+1) || p.Tag(i) == tagVB {
				return false
			}
		}
	}
	return true
}

// hasCourtesy reports whether a question asks for something to be done: "Could you
// wait?"
func (p *performance) hasCourtesy(e extent) bool {
	for i := e.First; i+1 < e.End; i++ {
		if courteous[p.Low(i)] && p.Low(i+1) == "you" || please[p.Low(i)] {
			return true
		}
	}
	return false
}

var courteous = tree.FormsOf("could would can will")

// isBefore reports whether something is demanded before one does something oneself:
// "insists on a say before it signs".
func (p *performance) isBefore() bool {
	for _, e := range p.rest {
		for i := e.First; i+2 < e.End; i++ {
			if firstThat[p.Low(i)] && thirdPersons[p.Low(i+1)] && finite[p.Tag(i+2)] {
				return !p.inner && !p.negated
			}
		}
	}
	return false
}

// asksQuestion reports whether what is asked is a question.
func (p *performance) asksQuestion() bool {
	for _, e := range p.rest {
		if !e.Empty() && questioning[p.Low(e.First)] {
			return true
		}
	}
	return false
}

var questioning = tree.FormsOf("whether why how what when where who which if")

// wantsToDo reports whether somebody wants to do something themselves.
func (p *performance) wantsToDo() bool {
	if p.Low(p.verb+1) == "to" {
		return true
	}
	for _, e := range p.rest {
		if !e.Empty() && p.Low(e.First) == "to" && e.First == p.verb+1 {
			return true
		}
	}
	return false
}

// wantsForItself reports whether somebody wants something done to them: "want to be
// told".
func (p *performance) wantsForItself() bool {
	return p.Low(p.verb+1) == "to" && p.Low(p.verb+2) == "be" && pastTags[p.Tag(p.verb+3)]
}

// restStarts reports whether one of a set stands among the first words of what is
// wanted, asked ….
func (p *performance) restStarts(set wordSet) bool {
	if len(p.rest) == 0 {
		return false
	}
	e := p.rest[0]
	for i := e.First; i < min(e.End, e.First+6) && p.Low(i) != "and"; i++ {
		if set[p.Lemma(i)] {
			return true
		}
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
	return c.exists || c.past || c.perfect || c.modal != "" || tagVBZ == p.Tag(c.pred) || p.Below(c.pred).End > 0 && p.hasIs(c.pred)
}

// hasIs reports whether a predicate has "is", "was", "are" or "were".
func (p *page) hasIs(i int) bool {
	j := p.Child(i, helpers)
	return j >= 0 && p.Lemma(j) == "be" && p.Low(j) != "be"
}

// isForGoodwill reports whether what is asked is kindness, or is asked by one who is no
// party: "asked the captors for mercy", "the envoy urged Norvane to wait".
func (p *performance) isForGoodwill() bool {
	if p.inner || p.Lemma(p.verb) == "demand" || p.Lemma(p.verb) == "insist" || p.Lemma(p.verb) == "order" || p.Lemma(p.verb) == "want" {
		return false
	}
	if p.restHas(goodwill) {
		return true
	}
	l := p.Lemma(p.verb)
	if l != "urge" && l != "ask" && l != "call" {
		return false
	}
	for i := p.source.First; i < p.source.End; i++ {
		if neutral[p.Lemma(i)] {
			return true
		}
	}
	return p.restStarts(courtesies)
}

var (
	goodwill   = tree.FormsOf("mercy calm restraint patience compassion forgiveness prayer understanding solidarity goodwill blood help")
	courtesies = tree.FormsOf("talk think reconsider remember forgive imagine remain stay")
	neutral    = tree.FormsOf(`envoy mediator bishop archbishop priest pope imam rabbi king queen mother father wife husband widow church charity`)
)

// isToEverybody reports whether what is asked is asked of all sides, or of the
// public.
func (p *performance) isToEverybody() bool {
	if l := p.Lemma(p.verb); l != "urge" && l != "ask" && l != "call" && l != "request" {
		return false
	}
	for i := p.verb + 1; i < min(p.SentenceOf(p.verb).End, p.verb+8); i++ {
		if everybody[p.Low(i)] || everybody[p.Lemma(i)] {
			return true
		}
		if p.Low(i) == "to" && p.Tag(i+1) == tagVB {
			return false
		}
	}
	return false
}

var everybody = tree.FormsOf("both all everyone everybody public resident witness people citizen voter motorist passenger parties sides anyone parent neighbour neighbor world traveller customer patient user client subscriber viewer reader supporter fan passenger tenant commuter shopper farmer pupil driver islander villager donor volunteer")
