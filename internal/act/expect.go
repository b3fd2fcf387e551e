package act

import (
	"hearsay"
	"hearsay/internal/tree"
)

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
		case c.isFuture() && p.punishes(c):
			return v.as(hearsay.Threat, hearsay.Planned, "of punishment"), true
		case c.modal == "must" || c.modal == "should":
			return v, false
		case c.modal == "would" && p.wouldCome(c):
			return v.as(hearsay.Prediction, hearsay.Hypothetical, "would"), true
		case c.modal != "":
			v.clause = c
			return v, true
		case c.past || c.perfect || finite[p.Tag(c.pred)] || p.hasIs(c.pred):
			return v, false
		}
	}
	if p.restHas(hostileNouns) {
		return v.as(hearsay.Threat, hearsay.Possible, "of something hostile"), true
	}
	return v, true
}

var hostileNouns = tree.FormsOf("strike walkout retaliation action complaint lawsuit sanction response reprisal boycott force closure consequence measure blockade attack")

func (p *performance) expects(v verdict) (verdict, bool) {
	switch {
	case p.awaitsAnswer():
		return v.as(hearsay.Deadline, hearsay.Planned, "an answer by then"), true
	case p.Lemma(p.verb) == "hope" && !(p.of == nil && p.holdsFigure()) && (p.of == nil || p.of.to || p.inner && p.Low(p.verb+1) == "to" || !p.inner && p.of.modal == ""):
		return v.as(hearsay.Assertion, hearsay.Possible, "hope"), true
	case p.Lemma(p.verb) == "fear" && p.countIsThePoint():
		return v.as(hearsay.FigureAct, hearsay.Possible, "a figure"), true
	case p.Lemma(p.verb) == "expect" && p.hasDependence(trades):
		return v.as(hearsay.Demand, hearsay.Actual, "in return"), true
	case p.Lemma(p.verb) == "expect" && p.momentInRest() && !p.negated && p.agentActs():
		return v.as(hearsay.Prediction, hearsay.Planned, "at a time"), true
	}
	v.fixed = true
	return v, true
}

var replies = tree.FormsOf("answer reply response decision verdict ruling")

// awaitsAnswer reports whether an answer is expected by some time.
func (p *performance) awaitsAnswer() bool {
	answers := p.restStarts(replies)
	if p.inner && p.of.subject >= 0 {
		answers = answers || replies[p.Lemma(p.of.subject)]
	}
	if !answers {
		return false
	}
	end := p.SentenceOf(p.verb).End
	for i := p.verb + 1; i < end; i++ {
		if by[p.Low(i)] && p.momentIn(tree.Between(i, min(i+6, end))) != nil {
			return true
		}
	}
	return false
}

// agentActs reports whether what is expected is that somebody does something.
func (p *performance) agentActs() bool {
	for _, e := range p.rest {
		for i := e.First; i+1 < e.End; i++ {
			if p.Low(i) == "to" && p.Tag(i+1) == tagVB {
				return !drifts[p.Lemma(i+1)]
			}
		}
	}
	return false
}

// drifts are verbs for what happens by itself.
var drifts = tree.FormsOf("be rise fall grow drop remain become show clear increase decline last continue reach total climb shrink win lose turn ease improve worsen break settle change")

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
	if p.Lemma(p.verb) == "mean" && p.Low(p.verb+1) != "to" {
		return v, false
	}
	if p.negated {
		return v.as(hearsay.Denial, hearsay.Denied, "not"), true
	}
	return v, true
}
