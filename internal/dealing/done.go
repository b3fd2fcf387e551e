package dealing

import (
	"hearsay"
	"hearsay/internal/tree"
)

// # Things done
//
// A term may come true: the captives are freed, the troops leave, the truce takes
// effect. What is told as done is kept with its words; whether it is what a term
// asks, package talks asks.
//
//	The Front [freed 16 captives] on Monday.        done, by the Front
//	The pass [was reopened].                        done, by nobody named
//	The truce [took effect] at noon.                done
//
// What was not done, may be done, or is done if something else is, is none.

// deeds reads what the clauses of a sentence tell as done.
func (r *reading) deeds() {
	for i := range r.clauses {
		if c := &r.clauses[i]; r.isDeed(c) {
			r.addDeed(c)
		}
	}
}

// isDeed reports whether a clause tells that something has been done.
func (r *reading) isDeed(c *clause) bool {
	if c.modal >= 0 || c.negated || c.head < 0 || conditional[c.link] || c.link == "before" || c.link == "until" || c.link == "whether" || r.isUnderNot(c) {
		return false
	}
	past := r.Tag(c.verb) == tree.TagOf("VBD") || r.Tag(c.verb) == pastPart && r.child(c.verb, auxiliary) >= 0
	if !past || r.conditionOf(c.verb, c.extent) != nil {
		return false
	}
	return r.isDone(c)
}

// isDone reports whether a clause's verb is one of doing what can be agreed on.
func (r *reading) isDone(c *clause) bool {
	l, low := r.verbal(c.verb), r.Low(c.verb)
	plain := r.Lemma(c.verb)
	switch {
	case acting[plain] || acting[l] || doing[plain] || doing[l] || doing[low]:
		return true
	case plain == "take" && r.Low(c.verb+1) == "effect", plain == "come" && r.Low(c.verb+1) == "into" && (r.Low(c.verb+2) == "force" || r.Low(c.verb+2) == "effect"):
		return true
	}
	return fulfilling[plain] || fulfilling[l]
}

var (
	// doing are verbs of deeds beside those of acting.
	doing = setOf("pull_out pull_back hand_over hand_back send deliver dismantle remove sign ratify vote elect appoint build dissolve recognize left")
	// fulfilling are verbs that say that a thing agreed on has come to be.
	fulfilling = setOf("implement complete fulfil fulfill carry_out honour honor enact")
)

// addDeed keeps a clause as a thing done.
func (r *reading) addDeed(c *clause) {
	d := hearsay.Dealing{Kind: hearsay.DealingDone, Cue: r.Doc.Tokens[c.verb].Span, By: r.subjectOf(c)}
	if c.passive {
		d.By = r.agentOf(c)
	}
	var ok bool
	if d.Words, ok = r.span(c.extent); !ok {
		return
	}
	if r.isOnTheTable(d.Words) {
		return
	}
	d.Terms = []hearsay.Wording{{Words: d.Words, On: d.By, Mode: hearsay.Obligation}}
	d.When, d.Attribution = r.dayOf(c), r.attributionOf(d.Cue)
	r.apart = append(r.apart, d)
}

// isOnTheTable reports whether some words stand in a term that was found, or in a
// condition: "on condition that the suit was withdrawn" withdraws nothing.
func (r *reading) isOnTheTable(words hearsay.Span) bool {
	for n := len(r.found) - 1; n >= 0 && n >= len(r.found)-12; n-- {
		d := &r.found[n]
		if d.Condition != nil && d.Condition.Overlaps(words) {
			return true
		}
		for _, w := range d.Terms {
			if w.Words.Overlaps(words) || w.Condition != nil && w.Condition.Overlaps(words) {
				return true
			}
		}
	}
	return false
}
